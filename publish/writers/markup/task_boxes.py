"""The box before a task, drawn, so that it needs no font; who cannot see it is told what it says."""

from __future__ import annotations

from ...language.words import word

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;"})
_EMPTY = '<path d="M2 2h12v12h-12z"/>'
_TICKED = f'{_EMPTY}<path d="M4.5 8.5l2.5 3 4.5-7"/>'


def task_box(done: bool, lang: str) -> str:
    """An empty box, or one with a tick, as high as the text and in its colour.

    What it says stands there twice: the engine of pages looks for the title, some readers on a screen for the label.
    """
    said = word("task-done" if done else "task-to-do", lang).translate(_ESCAPES)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="task-box" width="1em" height="1em" viewBox="0 0 16 16" role="img" aria-label="{said}" '
        f'fill="none" stroke="currentColor" stroke-width="1.4"><title>{said}</title>{_TICKED if done else _EMPTY}</svg>'
    )
