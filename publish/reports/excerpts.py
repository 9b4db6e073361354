"""The words that a finding is about, as they stand in the manuscript, with a little of what is around them.

Where a finding's place has a column, that says it. Else the words that it speaks of are among its values, or quoted in its
message: they are looked for at its line and in the rest of its paragraph, past marks of Markdown and line ends, and whatever
form their quotation marks and dashes have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..diagnostics import Diagnostic
from .findings import file_of, line_of

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"“([^“”]{1,400})”|`([^`]{1,400})`")
# Message and manuscript may differ in these; each is one letter, so that places stay the same.
_SAME = str.maketrans("“”„«»‘’‚‹›–—‑\u00a0\u202f\t", "\"\"\"\"\"'''''---   ")
# In letters: how much of a long line is shown before and behind what it is about, and of the lines around it.
_BEFORE, _BEHIND, _AROUND = 110, 170, 90
# In lines: how far a paragraph is followed, and how far away the next words may be that are shown with it.
_PARAGRAPH, _NEAR = 40, 2
_LONGEST = 20_000
# What stands for words left out, never alone on a line; an end that is no longer than this is not left out.
_BEGUN, _GOES_ON = "…\u00a0", "\u00a0…"
_SHORT_END = 45
_MOST_PLACES = 100
# What may stand between two words of a quotation: line ends, and marks of emphasis, links and block quotes.
_MARKS = "*_[]>"


@dataclass(frozen=True, slots=True)
class ExcerptWords:
    """Some words of a line; ``marked`` are those that the finding speaks of."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """A line, or what is shown of it. ``about`` is true of those that the finding is about."""

    number: int
    pieces: tuple[ExcerptWords, ...]
    about: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where quoted words stand in a line: from one letter to before another, counted from 0."""

    start: int
    end: int


class Excerpts:
    """Takes excerpts from texts, given by the names that places have."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._read: dict[str, list[str]] = {}

    def lines(self, file: str) -> list[str]:
        """The lines of a text, none where it is not known."""
        if file not in self._read:
            self._read[file] = _LINE_END.split(self._sources[file]) if file in self._sources else []
        return self._read[file]

    def line(self, file: str, number: int) -> str:
        """One line, from 1; ``""`` where there is none."""
        lines = self.lines(file)
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def marks(self, found: Diagnostic) -> dict[int, list[Stretch]]:
        """Where the words that a finding speaks of stand, by line, in the paragraph that begins at its line or goes on there."""
        lines = self.lines(file_of(found))
        return _marks(lines, found) if 1 <= line_of(found) <= len(lines) else {}

    def excerpt(self, found: Diagnostic) -> tuple[ExcerptLine, ...]:
        """The lines that a finding is about and one before and behind, shortened; nothing where there are no such lines."""
        lines, marks = self.lines(file_of(found)), self.marks(found)
        if not 1 <= line_of(found) <= len(lines):
            return ()
        about = sorted(marks)[:3] or [line_of(found)]
        return (
            *_neighbour(lines, range(about[0] - 1, about[0] - 1 - _NEAR, -1), _ending),
            *(ExcerptLine(at, _shortened(lines[at - 1], marks.get(at, [])), True) for at in about),
            *_neighbour(lines, range(about[-1] + 1, about[-1] + 1 + _NEAR), _beginning),
        )


def phrases_of(found: Diagnostic) -> tuple[str, ...]:
    """The words that a finding speaks of: those among its values, or what its message quotes where it has none."""
    said = [value for value in found.values.values() if isinstance(value, str)]
    return tuple(dict.fromkeys(filter(None, map(str.strip, said)))) or quoted(found.message)


def quoted(message: str) -> tuple[str, ...]:
    """The words that a message quotes, the parts of what it shortened each by itself."""
    quotes = (match[1] or match[2] for match in _QUOTED.finditer(message[:_LONGEST]))
    return tuple(dict.fromkeys(part.strip() for quote in quotes for part in quote.split("…") if part.strip()))


def _marks(lines: Sequence[str], found: Diagnostic) -> dict[int, list[Stretch]]:
    place, number = found.place, line_of(found)
    if place and place.column and place.column - 1 + place.length <= len(lines[number - 1]):
        return {number: [Stretch(place.column - 1, place.column - 1 + place.length)]}
    return _marks_of_phrases(lines, number, phrases_of(found))


def _marks_of_phrases(lines: Sequence[str], number: int, phrases: Sequence[str]) -> dict[int, list[Stretch]]:
    text, starts = _paragraph(lines, number)
    found: list[tuple[int, int]] = []
    for phrase in phrases:
        found += _places(text, phrase)
    by_line: dict[int, list[Stretch]] = {}
    for start, end in _apart(found):
        for at, span in _by_line(start, end, starts, lines, number):
            by_line.setdefault(at, []).append(span)
    return by_line


def _paragraph(lines: Sequence[str], number: int) -> tuple[str, list[int]]:
    """The text from a line to its paragraph's end, and where in it each line starts."""
    taken: list[str] = []
    starts: list[int] = []
    length = 0
    for line in lines[number - 1 : number - 1 + _PARAGRAPH]:
        if taken and (not line.strip() or length > _LONGEST):
            break
        taken.append(line)
        starts.append(length)
        length += len(line) + 1
    return "\n".join(taken)[:_LONGEST], starts


def _places(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands: as whole words and letter for letter if it does, else as well as can be said."""
    for pattern, among in _ways(text, phrase):
        if places := [match.span() for match in islice(pattern.finditer(among), _MOST_PLACES)]:
            return places
    return []


def _ways(text: str, phrase: str) -> Iterator[tuple[re.Pattern[str], str]]:
    folded, folded_text = phrase.translate(_SAME), text.translate(_SAME)
    yield _pattern(phrase, True), text
    yield _pattern(folded, True), folded_text
    yield _pattern(folded, False), folded_text


@lru_cache(1024)
def _pattern(phrase: str, whole: bool) -> re.Pattern[str]:
    words = (re.escape(word) for word in phrase.split())
    # Possessive, so that no row of spaces or stars is gone through twice.
    between = r"\s++" if any(mark in phrase for mark in _MARKS) else rf"[\s{re.escape(_MARKS)}]++"
    before = r"(?<!\w)" if whole and phrase[0].isalnum() else ""
    behind = r"(?!\w)" if whole and phrase[-1].isalnum() else ""
    return re.compile(before + between.join(words) + behind)


def _apart(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in order, without those that begin inside another."""
    last = 0
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= last:
            yield start, end
            last = end


def _by_line(start: int, end: int, starts: list[int], lines: Sequence[str], number: int) -> Iterator[tuple[int, Stretch]]:
    for offset, begins in enumerate(starts):
        first, last = max(start - begins, 0), min(end - begins, len(lines[number - 1 + offset]))
        if first < last:
            yield number + offset, Stretch(first, last)


# Shortening ---------------------------------------------------------------------------------------


def _shortened(line: str, spans: list[Stretch]) -> tuple[ExcerptWords, ...]:
    """What is shown of a line: the first of the marked words, and what stands around them."""
    first = spans[0] if spans else Stretch(0, 0)
    start = _word_start(line, first.start - _BEFORE)
    end = _word_end(line, max(first.end, first.start) + _BEHIND)
    pieces, at = [ExcerptWords(_BEGUN)] if start else [], start
    for span in spans:
        if at <= span.start < end:
            pieces += [ExcerptWords(line[at : span.start]), ExcerptWords(line[span.start : min(span.end, end)], True)]
            at = min(span.end, end)
    pieces += [ExcerptWords(line[at:end]), ExcerptWords(_GOES_ON if end < len(line) else "")]
    return tuple(piece for piece in pieces if piece.text)


def _word_start(line: str, at: int) -> int:
    """The nearest start of a word at or behind a place, if there is one close by."""
    if at <= 0:
        return 0
    space = line.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _word_end(line: str, at: int) -> int:
    if at + _SHORT_END >= len(line):
        return len(line)
    space = line.rfind(" ", at - 30, at)
    return space if space >= 0 else at


def _neighbour(lines: Sequence[str], numbers: range, short: Callable[[str], str]) -> Iterator[ExcerptLine]:
    """The nearest of some lines on which there are words."""
    for number in numbers:
        if 1 <= number <= len(lines) and any(sign.isalnum() for sign in lines[number - 1]):
            yield ExcerptLine(number, (ExcerptWords(short(lines[number - 1])),), False)
            return


def _ending(line: str) -> str:
    start = _word_start(line, len(line) - _AROUND)
    return _BEGUN + line[start:] if start else line


def _beginning(line: str) -> str:
    end = _word_end(line, _AROUND)
    return line[:end] + _GOES_ON if end < len(line) else line
