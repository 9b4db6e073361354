"""Spaces: two where one belongs, and one before a mark that wants none. Both can be mended safely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...language import base
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .lines import Line, prose_lines
from .wording import around, bounded, counted, shown

# More than three are no slip: somebody lined something up.
_SEVERAL = re.compile(r"(?<=[^\s\ufdd1]) {2,3}(?=\S)")
_LINED_UP = re.compile(r"\S {4,}\S")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]»”’\"*_\ufdd1]) {1,3}(?P<mark>[,.;:!?])(?P<after>$|[\s\"”’»)\]*_]|(?<=,)(?=[^\W\d_]))")
_BEFORE_COMMA_OR_STOP = re.compile(r"(?<=[\w)\]»”’\"*_\ufdd1]) {1,3}(?P<mark>[,.])(?P<after>$|[\s\"”’»)\]*_]|(?<=,)(?=[^\W\d_]))")
_SPACED_DOTS = re.compile(r"\. ?\. ?\.|\. \.")
# Canada and Switzerland set no space before ; ! ? but nobody is wrong who does.
_SPACED_MARKS = frozenset({"fr", "br", "oc"})


def without_double_spaces(line: Line) -> str:
    """The line as typed, with one space in place of two or three between words."""
    if "  " not in line.covered or _LINED_UP.search(line.covered):
        return line.typed
    return _replaced(line, _SEVERAL, lambda match: " ")


def without_space_before_marks(line: Line) -> str:
    """The line as typed, without the spaces before its marks; ``word ,word`` becomes ``word, word``."""
    pattern = _before_mark(line)
    return _replaced(line, pattern, _set_mark) if pattern else line.typed


def _set_mark(match: re.Match[str]) -> str:
    glued = match["after"] == "" and match.end() < len(match.string)
    return match["mark"] + (" " if glued else match["after"])


def _replaced(line: Line, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    """What the pattern finds in the covered line is changed in the typed one, of the same length."""
    parts: list[str] = []
    done = 0
    for match in pattern.finditer(line.covered):
        parts += line.typed[done : match.start()], change(match)
        done = match.end()
    return "".join([*parts, line.typed[done:]])


def _before_mark(line: Line) -> re.Pattern[str] | None:
    """What is looked for in a line; none where dots are set with spaces, or French is quoted in another language."""
    if " " not in line.covered or _SPACED_DOTS.search(line.covered):
        return None
    if base(line.lang) in _SPACED_MARKS or "« " in line.covered or "«\u00a0" in line.covered:
        return _BEFORE_COMMA_OR_STOP
    return _BEFORE_MARK


def _double_spaces(subject: ManuscriptSubject) -> Iterator[Found]:
    yield from bounded(_lines_with_double_spaces(subject), "lines with two spaces between words")


def _lines_with_double_spaces(subject: ManuscriptSubject) -> Iterator[Found]:
    for line in prose_lines(subject):
        if "  " in line.covered and not _LINED_UP.search(line.covered) and (found := _SEVERAL.search(line.covered)):
            number = len(_SEVERAL.findall(line.covered))
            many = f"{counted(number, 'double space')} in this line, the first in" if number > 1 else "two spaces in"
            yield Found(f"{many} “{_with_spaces(line.covered, found)}”", line.around(*found.span()))


def _with_spaces(text: str, found: re.Match[str]) -> str:
    """The words at both sides, and the spaces made visible."""
    before = text[max(0, found.start() - 18) : found.start()].rpartition(" ")[2]
    after = text[found.end() : found.end() + 18].partition(" ")[0]
    return shown(f"{before}{'␣' * len(found[0])}{after}")


def _space_before_mark(subject: ManuscriptSubject) -> Iterator[Found]:
    yield from bounded(_lines_with_space_before_mark(subject), "lines with a space before a mark")


def _lines_with_space_before_mark(subject: ManuscriptSubject) -> Iterator[Found]:
    for line in prose_lines(subject):
        pattern = _before_mark(line)
        found = list(pattern.finditer(line.covered)) if pattern else []
        if found:
            words = around(line.covered, found[0].start(), found[0].end())
            more = f", and {len(found) - 1} more in this line" if len(found) > 1 else ""
            yield Found(f"a space stands before “{found[0]['mark']}” in “{words}”{more}", line.around(found[0].start(), found[0].end("mark")))


DOUBLE_SPACES = Rule("R103", _double_spaces)
SPACE_BEFORE_MARK = Rule("R104", _space_before_mark)
