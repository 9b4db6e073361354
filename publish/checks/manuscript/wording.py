"""How rules say what they found: the words at fault, shortened, and the line on which they stand."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, takewhile

from ...language.marks import ADDRESS, BORDER, BREAK, WORD
from ...model.letters import letters
from ...model.place import Place
from ..rules.rule import Found
from ..rules.subjects import ManuscriptSubject
from .lines import PARAGRAPH_LINES, source_lines
from .passages import Passage, Same

_SHOWN = 60  # signs
_AROUND = 18
_SLACK = 80  # letters that a paragraph as typed may have more than twice as read, for addresses and the like
_NEAR = 6  # lines; so far off a guess by the letters may be, for the typed lines have addresses and the like
_LONGEST_LINE = 10_000  # signs; in a longer one it is not looked where words stand
_TOLD = 10  # places of one kind in one file, before they are only counted
_COVERED = re.compile("…{2,}")
_UNSEEN = str.maketrans({BORDER: "", BREAK: " ", WORD: "…", ADDRESS: "…"})


def shown(text: str, most: int = _SHOWN) -> str:
    """Words for a message: on one line, and not many."""
    text = _COVERED.sub("…", " ".join(text.translate(_UNSEEN).split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def around(text: str, start: int, end: int) -> str:
    """The words at an offset with a little of what stands beside them, cut between words where that can be."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[left:start], text[end:right]
    if left:
        before = f"…{before.partition(' ')[2] or before}"
    if right < len(text):
        after = f"{after.rpartition(' ')[0] or after}…"
    return shown(before + text[start:end] + after, 3 * _SHOWN)


def times(number: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def where(subject: ManuscriptSubject, passage: Passage, start: int = 0, end: int = 0) -> Place | None:
    """The line of words in a passage, and where in it they stand, where a paragraph was typed in several lines.

    Without an ``end``, or where the words cannot be told apart, the line on which the passage begins.
    """
    place = passage.place
    if not place or end <= start:
        return place
    lines = source_lines(subject, place.file)
    if not 0 < place.line <= len(lines) or (_is_alone(lines, place.line) and len(lines[place.line - 1]) > _LONGEST_LINE):
        return place
    typed, ends = _typed(Same(lines), place.line - 1, 2 * len(passage.text) + _SLACK)
    if not typed:
        return place
    before = _letters_before(Same(passage.text))[start]
    wanted = letters(passage.text[start:end].translate(_UNSEEN))
    number = _nearest(wanted, typed, bisect_right(ends, before))
    above = ends[number - 1] if number else 0
    return Place(place.file, place.line + number, *_in_line(wanted, lines[place.line - 1 + number], typed[number], max(0, before - above)))


def _is_alone(lines: tuple[str, ...], number: int) -> bool:
    """Whether a paragraph that begins in a line ends with it."""
    return number == len(lines) or not lines[number].strip()


@lru_cache(maxsize=4)
def _typed(lines: Same[tuple[str, ...]], first: int, most: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The letters of every line of the paragraph that begins at a line, and how many there are to each line's end."""
    paragraph, ends = [], [0]
    for line in takewhile(str.strip, lines.thing[first : first + PARAGRAPH_LINES]):
        paragraph.append(letters(line))
        ends.append(ends[-1] + len(paragraph[-1]))
        if ends[-1] > most:
            break
    return tuple(paragraph), tuple(ends[1:])


@lru_cache(maxsize=4)
def _letters_before(text: Same[str]) -> array[int]:
    """How many letters and digits stand before every offset."""
    counts = array("l", [0])
    counts.extend(accumulate(map(str.isalnum, text.thing)))
    return counts


def _nearest(wanted: str, lines: tuple[str, ...], expected: int) -> int:
    """Of the lines that have the words wanted, the one nearest to where they are expected; the first where none has them."""
    near = range(max(0, expected - _NEAR), min(len(lines), expected + _NEAR + 1))
    return min((number for number in near if wanted in lines[number]), key=lambda number: abs(number - expected), default=0)


def _in_line(wanted: str, line: str, typed: str, expected: int) -> tuple[int, int]:
    """Column and length of the words that have the letters wanted, those nearest to where these are expected; 0 for both where that cannot be told."""
    found = typed.rfind(wanted, 0, expected + len(wanted)), typed.find(wanted, expected)
    first = min((one for one in found if one >= 0), key=lambda one: abs(one - expected), default=-1)
    at = _signs(line) if wanted and first >= 0 and len(line) <= _LONGEST_LINE else ()
    if not at or len(at) != len(typed):
        return 0, 0
    start, end = at[first], at[first + len(wanted) - 1] + 1
    while start and line[start - 1].isalnum():
        start -= 1
    while line[end : end + 1].isalnum():
        end += 1
    return start + 1, end - start


@lru_cache(maxsize=4)
def _signs(line: str) -> tuple[int, ...]:
    """Which sign of a line each of its letters comes from: an ß is two of them."""
    return tuple(at for at, sign in enumerate(line) for _ in letters(sign))


def bounded(found: Iterable[Found], more: str) -> Iterator[Found]:
    """The first findings of every file; where there are many, the others are only counted. ``more`` says what they are."""
    told: dict[str, int] = {}
    first: dict[str, Found] = {}
    for one in found:
        file = one.place.file if one.place else ""
        told[file] = told.get(file, 0) + 1
        if told[file] <= _TOLD:
            yield one
        elif told[file] == _TOLD + 1:
            first[file] = one
    for file, one in first.items():
        rest = told[file] - _TOLD
        yield one if rest == 1 else Found(f"{rest:,} {more} from this line on", one.place, one.hint)
