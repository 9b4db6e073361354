"""Mends that are safe: marks and spaces change, and no word does.

Only what can mean one thing is mended: double spaces, spaces before marks, hyphens for dashes, marks typed twice, and words
that a line's end had divided, where the same text has them whole elsewhere.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..model.letters import letters
from .manuscript.broken import divided
from .manuscript.dashes import lines_left, with_dashes
from .manuscript.lines import Line, cover, prose_lines
from .manuscript.marks import with_single_marks
from .manuscript.spaces import without_double_spaces, without_space_before_marks
from .manuscript.wordlist import known_words
from .rules.subjects import ManuscriptSubject

_LINE_END = re.compile(r"(\r\n|[\r\n\u2028\u2029\x85\x0b])")
_BYTE_ORDER_MARK = "\ufeff"
# One mend may make room for another; more rounds than these no line needs.
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Fix:
    """A line before and after one kind of mend. ``line`` counts from 1; ``code`` is the rule that asked for it.

    Where a line is mended in several ways, each begins with what the one before it made.
    """

    file: str
    line: int
    before: str
    after: str
    code: str


def fixes(subject: ManuscriptSubject) -> list[Fix]:
    """All safe mends of a manuscript, file by file and line by line."""
    with_hyphens = lines_left(subject)
    known = known_words(subject.book).folded
    mends: dict[str, Callable[[Line], str]] = {
        "R103": without_double_spaces,
        "R104": without_space_before_marks,
        "R105": lambda line: with_dashes(line) if (line.place.file, line.place.line) in with_hyphens else line.typed,
        "R106": with_single_marks,
        "R113": lambda line: _joined(line, known),
    }
    return [fix for line in prose_lines(subject) for fix in _mends(line, mends)]


def apply(text: str, mends: Iterable[Fix]) -> str:
    """The text with the lines mended whose words are still as they were found; line ends, and all else, stay byte for byte."""
    pieces = _LINE_END.split(text)
    for fix in mends:
        at = 2 * (fix.line - 1)
        mark = _BYTE_ORDER_MARK if at == 0 and text.startswith(_BYTE_ORDER_MARK) else ""
        if 0 <= at < len(pieces) and pieces[at] == mark + fix.before:
            pieces[at] = mark + fix.after
    return "".join(pieces)


def diff(file: str, before: str, after: str) -> str:
    """What was changed, as a unified diff; empty where nothing was."""
    changes = difflib.unified_diff(_shown(before), _shown(after), file, file, n=1)
    return "".join(changes)


def _shown(text: str) -> list[str]:
    """The lines, each with one kind of end, for a diff is read line by line."""
    return [f"{line}\n" for line in _LINE_END.split(text)[::2]]


def _mends(line: Line, mends: dict[str, Callable[[Line], str]]) -> Iterator[Fix]:
    for _ in range(_ROUNDS):
        before = line
        for code, mend in mends.items():
            after = mend(line)
            if after != line.typed and letters(after) == letters(line.typed):
                yield Fix(line.place.file, line.place.line, line.typed, after, code)
                line = replace(line, typed=after, covered=cover(after))
        if line is before:
            return


def _joined(line: Line, known: frozenset[str]) -> str:
    parts, done = [], 0
    for match in divided(line.covered):
        if (match["head"] + match["tail"]).lower() in known:
            parts.append(line.typed[done : match.end("head")])
            done = match.start("tail")
    return "".join([*parts, line.typed[done:]])
