"""The lines of a paragraph: where they are broken, and how each is filled.

Lines are filled as pdfTeX's microtype does it: letters first, by widening or narrowing their forms by
up to two hundredths, which nobody sees, and only what remains by the spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from ...layout.line_breaking import Rules, Spot, best_breaks
from ..engine.boxes import Skip
from .paragraphs import Paragraph
from .spots import Spots

# Of a letter's width; microtype's default.
MOST_STRETCH = 0.02
# In ems: how much wider a space may comfortably be, and how much narrower at all. Gaps of less than 0.15
# em, which 0.2 less this is not yet, are taken for none by programs that copy text by its places.
_WIDEN, _TIGHTEN = 0.08, 0.046
# Of the measure: by how much lines that are not filled may fall short of it and still look even.
_RAG = 0.1
# In pixels: text may be that much wider than a measure that was made for it.
_ROUNDING = 0.1
# These look best in lines of one length.
_BALANCED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"))
# Ever looser lines are allowed until a paragraph can be set: which words may be divided, the loosest line,
# and whether the last may be a remnant.
_FILLED = (("whole", 0.8, False), ("divided", 3.0, True), ("divided", 12.0, True), ("forced", inf, True), ("divided", inf, True))
_RAGGED = (("whole", 4.0, False), ("divided", 4.0, True), ("divided", 100.0, True), ("forced", inf, True))
# In ems: a line whose gaps would be wider by more than this is left short, as before a long address.
_WIDEST = 12 * _WIDEN
# In ems, and in indents: shorter last lines look like remnants.
_SHORTEST, _SHORTEST_INDENTS = 2.2, 2.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a paragraph: between which spots, and how its letters and gaps are set."""

    start: Spot
    end: Spot
    stretch: float
    gap: float  # added to each space, before stretching
    resume_at: Skip  # where the next line begins, as WeasyPrint says it


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """The lines of a paragraph in a measure; ``numbers`` says which line begins where."""

    paragraph: Paragraph
    measure: float
    lines: list[SetLine]
    numbers: dict[tuple[int, ...], int]


def set_in_lines(
    paragraph: Paragraph, spots: Spots, way: tuple[int, ...], measure: float, tracking: float, indent: float, filled: bool, tag: str | None
) -> SetParagraph | None:
    """The lines of a paragraph that begins at ``way``; None where no way to break it is good enough.

    ``tracking`` is by how much all letters are widened, ``filled`` whether lines fill their measure,
    and ``tag`` the element's name.
    """
    room = measure / tracking
    rules = _rules(paragraph.em, indent, None if filled else room, tag in _BALANCED)
    for words, loosest, remnants in _FILLED if filled else _RAGGED:
        chosen = _spots(spots, words, room)
        if chosen and (breaks := best_breaks(chosen, room if filled else room + _ROUNDING, rules, loosest, remnants)):
            lines = list(_set_lines(paragraph, chosen, breaks, room, rules, tracking))
            starts = (way_of(line.resume_at) for line in lines[:-1])
            return SetParagraph(paragraph, measure, lines, {way: 0} | {start: number for number, start in enumerate(starts, 1)})
    return None


def _spots(spots: Spots, words: str, measure: float) -> list[Spot] | None:
    """The spots with words ``whole``, ``divided`` or, where any is too wide, ``forced`` to be; None where none is."""
    if words == "forced":
        return spots.forced(measure)
    return spots.divided if words == "divided" else spots.whole


def _set_lines(paragraph: Paragraph, spots: list[Spot], breaks: list[int], measure: float, rules: Rules, tracking: float) -> Iterator[SetLine]:
    for first, last in zip((0, *breaks), breaks, strict=False):
        start, end = spots[first], spots[last]
        ends = last == len(spots) - 1
        room = measure - (rules.indent if first == 0 else 0)
        natural = end.end - end.hangs_right - start.start - start.hangs_left
        stretch, gap = 1.0, 0.0
        if not rules.rag and (natural > room or not ends):
            stretch, gap = _filled(natural, end.end_gaps - start.start_gaps, room, _WIDEST * paragraph.em)
        resume_at = None if ends else _skip_stack(paragraph, end.letters_start)
        yield SetLine(start, end, stretch * tracking, gap, resume_at)


def _rules(em: float, indent: float, rag_of: float | None, balanced: bool) -> Rules:
    """The rules for lines that are filled, or that may fall short by a share of ``rag_of``, their measure."""
    shortest = max(_SHORTEST * em, _SHORTEST_INDENTS * indent)
    if rag_of is None:
        return Rules(_WIDEN * em, _TIGHTEN * em, MOST_STRETCH, indent, shortest)
    return Rules(0, 0, 0, indent, shortest, rag=_RAG * rag_of, balanced=balanced)


def _filled(natural: float, gaps: int, measure: float, widest: float) -> tuple[float, float]:
    """By how much letters are stretched and gaps widened, so that a line fills its measure."""
    stretch = max(1 - MOST_STRETCH, min(1 + MOST_STRETCH, measure / natural))
    gap = (measure / stretch - natural) / gaps if gaps else 0.0
    return (stretch, gap) if gap <= widest else (1.0, 0.0)


# Where lines begin, as WeasyPrint says it: by child within child, and last by bytes -------------


def _skip_stack(paragraph: Paragraph, letter: int) -> Skip:
    index = paragraph.leaf_of(letter)
    leaf = paragraph.leaves[index]
    letters = leaf.skipped + letter - paragraph.at[index]
    stack: Skip = {len(leaf.box.text[:letters].encode()): None} if letters else None
    for child in reversed(leaf.path):
        stack = {child: stack}
    return stack


def way_of(skip_stack: Skip) -> tuple[int, ...]:
    """The same as a key."""
    way = []
    while skip_stack is not None:
        ((child, skip_stack),) = skip_stack.items()
        way.append(child)
    return tuple(way)
