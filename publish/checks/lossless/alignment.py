"""Holds pieces of text against an output that should have them all, in order, among other words.

Taking each piece where it first comes after the one before finds a place for all of them
whenever there is one; so an output that lacks nothing is proved by one pass. Where a piece has no
place left, the missing words are looked for between pieces that cannot be mistaken, and of all
ways to lay the words over the output the one that accounts for most letters is believed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from ...model.letters import letters
from ...model.place import Place
from .pieces import Piece

# Han and kana are words by themselves; all else ends at spaces and long dashes.
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[^\s—–…/{_EAST_ASIAN}]+|[^\s—–…/]")
# A piece this long stands in the wrong place only by a miracle, unless the book repeats it.
_SURE = 40
# How far ahead such a piece is looked for, in letters: further than any insertion is long.
_AHEAD = 20_000
# How many places of words are weighed against each other before naming becomes rough; looking
# through so many letters costs as much as weighing one place; and how far ahead the rough way looks.
_MOST_EFFORT = 25_000
_LETTERS_AN_EFFORT = 1_000
_LETTERS_A_WORD = 4
_SOON = 2_000
# What a letter counts, and a piece that is whole: never as much as a letter.
_A_LETTER, _WHOLE = 1_000, 1
_MARKS = ".,;:!?¡¿“”„\"'‘’«»()[]{}"

_end = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Loss:
    """Words of one piece that the output lacks."""

    words: str
    place: Place | None = None
    note: int = 0


def losses_in(expected: Sequence[Piece], output: str) -> list[Loss]:
    """What an output, given by its letters, lacks of the pieces expected in it."""
    if _all_have_places(expected, output):
        return []
    effort = _Effort(_MOST_EFFORT)
    return [loss for part, window in _parts(expected, output) for loss in _losses_in_part(part, window, effort)]


def words_in(text: str) -> Iterator[str]:
    """The words of a text, each by its letters."""
    return filter(None, (letters(match[0]) for match in _WORD.finditer(text)))


def _all_have_places(expected: Sequence[Piece], output: str) -> bool:
    return sum(1 for _ in _ends(expected, output)) == len(expected)


def _ends(expected: Sequence[Piece], output: str) -> Iterator[int]:
    """Where each piece ends at the earliest, up to the first that has no place."""
    end = 0
    for piece in expected:
        found = output.find(piece.letters, end)
        if found < 0:
            return
        end = found + len(piece.letters)
        yield end


# Parts ------------------------------------------------------------------------------------------


def _parts(expected: Sequence[Piece], output: str) -> Iterator[tuple[Sequence[Piece], str]]:
    """The pieces between those that are surely in their place, with the output between these."""
    known = Counter(piece.letters for piece in expected if len(piece.letters) >= _SURE)
    first, start = 0, 0
    for index, piece in enumerate(expected):
        if known[piece.letters] != 1:
            continue
        # Its beginning is looked for, which is faster than looking for all of it.
        found = output.find(piece.letters[:_SURE], start, start + _AHEAD)
        if found >= 0 and output.startswith(piece.letters, found):
            yield expected[first:index], output[start:found]
            first, start = index + 1, found + len(piece.letters)
    yield expected[first:], output[start:]


def _losses_in_part(part: Sequence[Piece], window: str, effort: _Effort) -> Iterator[Loss]:
    if _all_have_places(part, window):
        return
    words = effort.words_of(part, window)
    if not words:
        part, window = _between_both_ends(part, window)
        words = effort.words_of(part, window)
    yield from _name_words(words, window) if words else _whole_pieces(part, window)


def _between_both_ends(part: Sequence[Piece], window: str) -> tuple[Sequence[Piece], str]:
    """Less to look at: a single loss stands neither before the first piece that has no place from
    the right, nor after the first that has none from the left."""
    ends, starts = list(_ends(part, window)), list(_starts(part, window))
    first, behind = len(part) - len(starts) - 1, len(ends) + 1
    if first >= behind:
        return part, window
    start = ends[first - 1] if first else 0
    end = starts[len(part) - behind - 1] if behind < len(part) else len(window)
    return part[first:behind], window[start:end]


def _starts(part: Sequence[Piece], window: str) -> Iterator[int]:
    """Like :func:`_ends`, from the last piece backwards: where each begins at the latest."""
    start = len(window)
    for piece in reversed(part):
        start = window.rfind(piece.letters, 0, start)
        if start < 0:
            return
        yield start


# Words ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Word:
    """A word of a piece: where it stands in the piece's text, and its letters."""

    piece: Piece
    start: int
    end: int
    letters: str


def _words_of(part: Sequence[Piece]) -> list[_Word]:
    found = (_Word(piece, match.start(), match.end(), letters(match[0])) for piece in part for match in _WORD.finditer(piece.text))
    return [word for word in found if word.letters]


class _Effort:
    """What may be spent on naming words well, so that no output takes long, however much it lacks."""

    def __init__(self, amount: int) -> None:
        self._left = amount

    def words_of(self, part: Sequence[Piece], window: str) -> list[_Word]:
        """The words, if there is enough left to look at all their places, which is then spent; else none."""
        if sum(len(piece.letters) for piece in part) > self._left * _LETTERS_A_WORD:
            return []
        words = _words_of(part)
        times = Counter(word.letters for word in words)
        wanted = len(words) + len(times) * len(window) // _LETTERS_AN_EFFORT
        if wanted <= self._left:
            wanted += sum(number * window.count(word) for word, number in times.items())
        if wanted > self._left:
            return []
        self._left -= wanted
        return words


def _whole_pieces(part: Sequence[Piece], window: str) -> Iterator[Loss]:
    """A rough answer: the pieces that do not stand whole soon after the ones before."""
    end = 0
    for piece in part:
        found = window.find(piece.letters, end, end + _SOON + len(piece.letters))
        if found < 0:
            yield Loss(" ".join(piece.text.split()), piece.place, piece.note)
        else:
            end = found + len(piece.letters)


def _name_words(words: Sequence[_Word], window: str) -> Iterator[Loss]:
    kept = _kept(words, window)
    lost = [number for number in range(len(words)) if number not in kept]
    for _, group in groupby(lost, key=lambda number: id(words[number].piece)):
        missing = list(group)
        piece = words[missing[0]].piece
        yield Loss(_shown(piece.text, missing, words), piece.place, piece.note)


def _shown(text: str, missing: Sequence[int], words: Sequence[_Word]) -> str:
    """The missing words as the author wrote them; those that follow on each other stand together."""
    spans: list[list[int]] = []
    for number in missing:
        if spans and spans[-1][2] == number - 1:
            spans[-1][1:] = words[number].end, number
        else:
            spans.append([words[number].start, words[number].end, number])
    return " … ".join(" ".join(text[start:end].split()).strip(_MARKS) for start, end, _ in spans)


def _kept(words: Sequence[_Word], window: str) -> set[int]:
    """The numbers of the words that stand in the window in order and apart, with the most letters in all.

    Between ways that account for as many letters, the one that keeps most pieces whole is taken.
    """
    ways = _Ways(window)
    for _, group in groupby(range(len(words)), key=lambda number: id(words[number].piece)):
        numbers = list(group)
        whole = ways.after(words[numbers[0]].piece.letters, numbers, _WHOLE)
        for number in numbers:
            ways.enter(ways.after(words[number].letters, [number]))
        ways.enter(whole)
    return ways.best()


class _Way(NamedTuple):
    """A way to lay words over the window: where it ends, what it gains, and the words, last ones first."""

    end: int
    gain: int
    numbers: Sequence[int] = ()
    before: _Way | None = None


class _Ways:
    """The best ways up to each place in the window; one that ends later gains more."""

    def __init__(self, window: str) -> None:
        self._window = window
        self._places: dict[str, list[int]] = {}
        self._ways = [_Way(0, 0)]

    def after(self, said: str, numbers: Sequence[int], extra: int = 0) -> list[_Way]:
        """The ways in which these words, with these letters, can follow on what was entered before."""
        if said not in self._places:
            self._places[said] = list(_places(said, self._window))
        found = []
        for place in self._places[said]:
            before = self._ways[bisect_right(self._ways, place, key=_end) - 1]
            found.append(_Way(place + len(said), before.gain + len(said) * _A_LETTER + extra, numbers, before))
        return found

    def enter(self, found: Iterable[_Way]) -> None:
        """Keep those ways that gain more than all that end no later."""
        for way in found:
            start, stop = bisect_left(self._ways, way.end, key=_end), bisect_right(self._ways, way.end, key=_end)
            if self._ways[stop - 1].gain < way.gain:
                while stop < len(self._ways) and self._ways[stop].gain <= way.gain:
                    stop += 1
                self._ways[start:stop] = [way]

    def best(self) -> set[int]:
        """The words of the way that gains most."""
        numbers: set[int] = set()
        way: _Way | None = self._ways[-1]
        while way:
            numbers.update(way.numbers)
            way = way.before
        return numbers


def _places(said: str, window: str) -> Iterator[int]:
    found = window.find(said)
    while found >= 0:
        yield found
        found = window.find(said, found + 1)
