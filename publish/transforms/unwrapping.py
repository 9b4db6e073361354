"""The ends of source lines, which a manuscript keeps until its repair is done, taken out."""

from __future__ import annotations

import re
from dataclasses import replace

from ..language.marks import BORDER, is_east_asian
from ..model.nodes import Blocks, Inline, Inlines, Note
from ..model.walk import map_contents
from .text_runs import change_run

_LINE_END = re.compile(f"({BORDER}*)\n({BORDER}*)")


def unwrap(blocks: Blocks) -> Blocks:
    """Each line end inside a text becomes a space, or nothing between Chinese or Japanese signs."""
    return map_contents(blocks, unwrap_inlines)


def unwrap_inlines(content: Inlines) -> Inlines:
    """One run of inlines, with the notes that are called in it."""
    return change_run(content, _join_lines, lambda node: False, _unwrap_note)


def _unwrap_note(node: Inline) -> Inline:
    assert isinstance(node, Note)
    return replace(node, blocks=unwrap(node.blocks))


def _join_lines(run: str) -> str:
    if "\n" not in run:
        return run
    return run.replace("\n", " ") if run.isascii() else _LINE_END.sub(_join, run)


def _join(match: re.Match[str]) -> str:
    run = match.string
    before, after = run[match.start() - 1 : match.start()], run[match.end() : match.end() + 1]
    apart = not (before and after and is_east_asian(before) and is_east_asian(after))
    return match[1] + (" " if apart else "") + match[2]
