"""Findings as lines on a terminal, in the form that editors and code hosts find their way by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from ..diagnostics import Diagnostic, Severity
from .findings import by_file, summary

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m", Severity.DETAIL: "\x1b[2m"}
# A terminal obeys the first; the others would end a line, or turn the letters behind them round.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Narrower than this, wrapped lines are no easier to read.
_NARROWEST = 40
_INDENT = "    "


def terminal_report(findings: Iterable[Diagnostic], colour: bool = False, width: int | None = None, files: Collection[str] = ()) -> str:
    """The findings, each once, by file and line, a blank line between files and a summary at the end.

    Each is a line ``file:line: CODE severity: message (hint)``; with a ``width``, in columns, what is longer goes on
    below, set in. ``files`` are those that were looked at, for the summary. Signs that a terminal would obey are written
    out. No line break at the end.
    """
    found = by_file(findings)
    parts = ["\n".join(_line(one, colour, width) for one in about) for _, about in found]
    return "\n\n".join((*parts, summary((one for _, about in found for one in about), files)))


def _line(found: Diagnostic, colour: bool, width: int | None) -> str:
    where = f"{_harmless(str(found.place))}: " if found.place else ""
    head = f"{where}{found.code} {found.severity.value}:"
    message = _harmless(str(found)).removeprefix(head)
    lines = _wrapped(head + message, len(head), width)
    if colour:
        lines[0] = _coloured(found, where) + lines[0].removeprefix(head)
    return "\n".join(lines)


def _coloured(found: Diagnostic, where: str) -> str:
    place = f"{_BOLD}{where}{_PLAIN}" if where else ""
    return f"{place}{found.code} {_COLOURS[found.severity]}{found.severity.value}:{_PLAIN}"


def _harmless(text: str) -> str:
    return _OBEYED.sub(lambda sign: " " if sign[0] in "\t\n\r" else f"\\u{ord(sign[0]):04x}", text)


def _wrapped(text: str, head: int, width: int | None) -> list[str]:
    """A line cut at spaces so that it fits, but never in its head, which is so many letters long."""
    if width is None or width < _NARROWEST or _columns(text) <= width:
        return [text]
    lines, room = [text[:head]], width - _columns(text[:head])
    for word in text[head:].removeprefix(" ").split(" "):
        taken = 1 + _columns(word)
        if taken > room and lines[-1] != _INDENT:
            lines.append(_INDENT + word)
            room = width - _columns(lines[-1])
        else:
            lines[-1] += f" {word}"
            room -= taken
    return lines


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: East Asian letters take two, accents none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
