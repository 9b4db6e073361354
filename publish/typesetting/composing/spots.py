"""The places where the lines of a paragraph may end, measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ...language.hyphenation import division_points
from ...layout.hanging import hangs_left, hangs_right
from ...layout.line_breaking import Spot
from .paragraphs import NotOurs, Paragraph

_SOFT_HYPHEN = "\u00ad"
_NO_BREAK_SPACE = "\u00a0"
_HYPHENS = ("-", "\u2010")
# Which places between letters are marked, out of flags whose bits 0 and 1 say that a line may or must end.
_FEWEST_LETTERS = 4
# Of a word that is wider than its line: how many letters stay together, and how many where it has more than so many.
_FEWEST_FORCED = 2
_MONSTER, _MONSTER_STEP = 2_000, 8
_MAY_END = bytes(value & 1 for value in range(256))
_MUST_END = bytes(value >> 1 & 1 for value in range(256))
_MARKED = re.compile(b"\x01")
# Where a reader sees a letter end: none is parted from its accents.
_LETTER_ENDS = 1 << 4


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two places where a line may end: its first and last letter, and where it is."""

    start: int
    end: int
    x: float
    end_x: float
    gaps: int


class Spots:
    """The spots of a paragraph, first with its words whole, then with those at which they may be divided."""

    def __init__(self, paragraph: Paragraph, flags: bytes) -> None:
        """``flags`` are those of ParagraphReader.break_flags. Raises NotOurs where a line must end."""
        if 1 in flags[1:-1].translate(_MUST_END):
            raise NotOurs
        self._paragraph, self._flags = paragraph, flags
        self._words: list[_Word] = []
        walk = _Walk(paragraph)
        self.whole = [self._spot(0.0, 0.0, 0, 0, 0, 0)]
        place, text, calls = 0, paragraph.text, paragraph.calls
        for until in _places(flags, len(text)):
            if until in calls and text[until - 1] != " ":
                continue
            end = place + len(text[place:until].rstrip(" "))
            self._add(walk, place, end, until)
            place = until
        walk.finish()

    def _add(self, walk: _Walk, start: int, end: int, until: int) -> None:
        """The spot at ``until``, with the word before it, which ends at ``end``; spaces follow."""
        x, gaps = walk.x, walk.gaps
        walk.on(start, end)
        end_x, end_gaps = walk.x, walk.gaps
        self._words.append(_Word(start, end, x, end_x, gaps))
        walk.on(end, until)
        divides = self._paragraph.text[end - 1] == _SOFT_HYPHEN
        if divides:
            end_x += walk.face.width(walk.face.hyphen)
        self.whole.append(self._spot(end_x, walk.x, end_gaps, walk.gaps, end, until, divides))

    @cached_property
    def divided(self) -> list[Spot]:
        """The same spots, and between them those at which a word may be divided."""
        return self._with_divisions(self._divisions)

    def forced(self, measure: float) -> list[Spot] | None:
        """The same, words that are wider than the measure being divided wherever they must; None where none is, or may be."""
        if not any(self._is_forced(word, measure) for word in self._words):
            return None
        return self._with_divisions(lambda word: self._forced(word, measure) if self._is_forced(word, measure) else self._divisions(word))

    def _is_forced(self, word: _Word, measure: float) -> bool:
        leaf = self._paragraph.leaves[self._paragraph.leaf_of(word.start)]
        return word.end_x - word.x > measure and leaf.box.style["overflow_wrap"] != "normal"

    def _with_divisions(self, divisions: Callable[[_Word], Iterable[Spot]]) -> list[Spot]:
        spots = [self.whole[0]]
        for word, spot in zip(self._words, self.whole[1:], strict=True):
            if word.end - word.start > _FEWEST_LETTERS:
                spots += divisions(word)
            spots.append(spot)
        return spots

    def _forced(self, word: _Word, measure: float) -> list[Spot]:
        """As its language divides it, though it was not to be divided, if that is enough; else after any letter."""
        found = list(self._divisions(word, though="manual"))
        starts, ends = (word.x, *(spot.start for spot in found)), (*(spot.end for spot in found), word.end_x)
        fits = all(end - start <= measure for start, end in zip(starts, ends, strict=True))
        return found if fits else list(self._anywhere(word))

    def _anywhere(self, word: _Word) -> Iterator[Spot]:
        """After each of its letters: with a hyphen where it is made of such, and without in addresses, code and numbers."""
        paragraph, x, gaps = self._paragraph, word.x, word.gaps
        step = _MONSTER_STEP if word.end - word.start > _MONSTER else 1
        index, begun = paragraph.leaf_of(word.start), word.start
        for at in range(word.start + 1, word.end - _FEWEST_FORCED + 1):
            if not self._flags[at] & _LETTER_ENDS:
                continue
            leaf, part = paragraph.leaves[index], paragraph.text[begun:at]
            x, gaps, begun = x + leaf.face.width(part), gaps + part.count(_NO_BREAK_SPACE), at
            if at == paragraph.end_of(index):
                index += 1
                x += leaf.after + paragraph.leaves[index].before
            elif at - word.start >= _FEWEST_FORCED and at % step == 0:
                hyphen = leaf.box.style["hyphens"] != "none" and paragraph.text[at - 1 : at + 1].isalpha()
                yield self._spot(x + leaf.face.width(leaf.face.hyphen) if hyphen else x, x, gaps, gaps, at, at, hyphen)

    def _divisions(self, word: _Word, though: str = "auto") -> Iterator[Spot]:
        paragraph = self._paragraph
        index = paragraph.leaf_of(word.start)
        face, style = paragraph.leaves[index].face, paragraph.leaves[index].box.style
        if style["hyphens"] not in ("auto", though) or word.end > paragraph.end_of(index):
            return
        text = paragraph.text[word.start : word.end]
        for point in division_points(text, style["lang"] or "", *style["hyphenate_limit_chars"]):
            first, letter = text[:point], word.start + point
            gaps = word.gaps + first.count(_NO_BREAK_SPACE)
            end = word.x + face.width(first + face.hyphen)
            start = word.end_x - face.width(text[point:])
            yield self._spot(end, start, gaps, gaps, letter, letter, True)

    def _spot(self, end: float, start: float, end_gaps: int, start_gaps: int, letters_end: int, letters_start: int, divides: bool = False) -> Spot:
        text, em = self._paragraph.text, self._paragraph.em
        last, first = "-" if divides else text[letters_end - 1 : letters_end], text[letters_start : letters_start + 1]
        return Spot(
            end, start, end_gaps, start_gaps, letters_end, letters_start, divides, hangs_right(last) * em, hangs_left(first) * em,
            hyphened=last in _HYPHENS,
        )  # fmt: skip


def _places(flags: bytes, length: int) -> Iterator[int]:
    """After how many letters a line may end; the last is the text's end."""
    for found in _MARKED.finditer(flags.translate(_MAY_END), 1, length):
        yield found.start()
    yield length


class _Walk:
    """Goes along the letters of a paragraph and measures, leaf by leaf; tells the paragraph where its leaves are."""

    def __init__(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph
        self._leaf, first = 0, paragraph.leaves[0]
        self.x, self.gaps, self.face, self._until = first.before, 0, first.face, paragraph.end_of(0)
        paragraph.x, paragraph.gaps, paragraph.end_x = [self.x], [self.gaps], []

    def on(self, start: int, end: int) -> None:
        """Over the letters from ``start`` to ``end``: a word, or the spaces after it."""
        while start < end:
            if start >= self._until:
                self._next_leaf()
            part = self._paragraph.text[start : min(end, self._until)]
            self.x += self.face.width(part)
            self.gaps += part.count(" ") + part.count(_NO_BREAK_SPACE)
            start += len(part)

    def finish(self) -> None:
        """At the end of the text."""
        self._paragraph.end_x.append(self.x)

    def _next_leaf(self) -> None:
        paragraph = self._paragraph
        paragraph.end_x.append(self.x)
        self.x += paragraph.leaves[self._leaf].after
        self._leaf += 1
        leaf = paragraph.leaves[self._leaf]
        self.x += leaf.before
        self.face, self._until = leaf.face, paragraph.end_of(self._leaf)
        paragraph.x.append(self.x)
        paragraph.gaps.append(self.gaps)
