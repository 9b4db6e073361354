"""Words that authors keep to themselves: ``%%…%%`` as in Obsidian, ``{>>…<<}`` as editors mark a text.

They are taken out before anything else is read, in titles and descriptions of pictures as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from ..diagnostics import Report
from ..model.place import Place

_MARK = "%%"
_SPACE = " \t"


@dataclass(slots=True)
class Private:
    """The lines (from 0) of the comments that were taken out, and of those that do not end."""

    lines: list[int] = field(default_factory=list)
    endless: list[int] = field(default_factory=list)
    _without: dict[str, str] = field(default_factory=dict)  # a closing mark, and the text that has no more of it

    def end(self, state: StateInline, closing: str, after: int) -> int:
        """Where the closing mark stands, or -1; a text is searched in vain only once."""
        if self._without.get(closing) is state.src:
            return -1
        at = state.src.find(closing, after, state.posMax)
        if at < 0 and state.posMax == len(state.src):
            self._without[closing] = state.src
        return at

    def tell(self, place: Callable[[int], Place], report: Report) -> None:
        """M160: how many there were; M161: one that does not end, and would be published."""
        if self.lines:
            count = len(self.lines)
            said = "a private comment was" if count == 1 else f"{count} private comments were"
            report.info("M160", f"{said} taken out", place(min(self.lines)), count=count)
        for line in sorted(set(self.endless))[:1]:
            _tell_endless(place(line), report)


def _tell_endless(place: Place, report: Report) -> None:
    hint = "close it with %% in its paragraph, or let %% begin and end it on lines of their own; if it is none, write \\%%"
    report.error("M161", "this private comment does not end and would be printed", place, hint)


def private_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins a line and ends one; it may hold blank lines."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(_MARK, begin) or state.is_code_block(start):
        return False
    last = _last_line(state, begin, start, end)
    if last is None:
        return False
    if not silent:
        state.env["private"].lines.append(start)
        state.line = last + 1
    return True


def _last_line(state: StateBlock, begin: int, start: int, end: int) -> int | None:
    """The line that the next mark ends, if it ends one."""
    at = state.src.find(_MARK, begin + len(_MARK), state.eMarks[end - 1])
    if at < 0:
        return None
    last = start + state.src.count("\n", begin, at)
    return last if last < end and not state.src[at + len(_MARK) : state.eMarks[last]].strip() else None


def private(state: StateInline, silent: bool) -> bool:
    """A comment within a paragraph. A sign that stands behind a number is per cent, if it was typed twice."""
    editors = state.src.startswith("{>>", state.pos)
    if not editors and not (state.src.startswith(_MARK, state.pos) and _may_open(state.src, state.pos)):
        return False
    closing, width = ("<<}", 3) if editors else (_MARK, 2)
    at = state.env["private"].end(state, closing, state.pos + width)
    if at < 0:
        if not silent and (editors or _opens(state.src, state.pos)):
            state.env["private"].endless.append(getattr(state, "line", 0))
        return False
    if not silent:
        state.env["private"].lines.append(getattr(state, "line", 0))
    state.pos = at + width
    if not silent and (not state.pending or state.pending[-1] in _SPACE) and _begins_words(state):
        while state.pos < state.posMax and state.src[state.pos] in _SPACE:
            state.pos += 1
    return True


def _begins_words(state: StateInline) -> bool:
    return bool(state.pending) or not state.tokens


def _may_open(text: str, at: int) -> bool:
    after_number = at > 0 and text[at - 1].isdigit()
    return not after_number or text[at + 2 : at + 3].isalpha()


def _opens(text: str, at: int) -> bool:
    """Whether a sign without a second one looks like the beginning of something."""
    before, after = text[max(0, at - 1) : at], text[at + 2 : at + 3]
    begins_line = before in ("", "\n")
    return (begins_line or before.isspace()) and (after.isalpha() or (begins_line and after in ("", "\n", " ")))
