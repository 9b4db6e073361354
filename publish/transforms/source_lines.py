"""A run of inlines seen as the lines it was written in, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model.nodes import Inline, Inlines, LineBreak, Text
from ..model.place import Place


def split_lines(content: Inlines, breaks: bool = False) -> list[Inlines]:
    """The run cut where a source line ended, outside emphasis and links; with ``breaks`` at set breaks, too."""
    lines: list[list[Inline]] = [[]]
    for node in content:
        if breaks and isinstance(node, LineBreak):
            lines.append([])
            continue
        if not (isinstance(node, Text) and "\n" in node.text):
            lines[-1].append(node)
            continue
        for below, part in enumerate(node.text.split("\n")):
            if below:
                lines.append([])
            if part:
                place = node.place and replace(node.place, line=node.place.line + below)
                lines[-1].append(Text(part, place=place))
    return [tuple(line) for line in lines]


def join_lines(lines: Iterable[Inlines]) -> Inlines:
    """One run, a newline where each line ends; neighbouring texts become one."""
    nodes: list[Inline] = []
    words: list[str] = []  # of the text that is being put together
    for number, line in enumerate(lines):
        if number:
            _add(nodes, words, Text("\n", place=_line_before(line)))
        for node in line:
            _add(nodes, words, node)
    _close(nodes, words)
    return tuple(nodes)


def _line_before(line: Inlines) -> Place | None:
    """Where a text begins that opens with the newline before this line: what counts its lines comes to this one."""
    place = line[0].place if line else None
    return place and replace(place, line=place.line - 1)


def _add(nodes: list[Inline], words: list[str], node: Inline) -> None:
    if isinstance(node, Text):
        if not words:
            nodes.append(node)
        words.append(node.text)
    else:
        _close(nodes, words)
        nodes.append(node)


def _close(nodes: list[Inline], words: list[str]) -> None:
    if len(words) > 1 and isinstance(last := nodes[-1], Text):
        nodes[-1] = replace(last, text="".join(words))
    words.clear()
