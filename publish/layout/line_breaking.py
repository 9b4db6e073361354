"""Where the lines of a paragraph end: all of them weighed together.

A line that is broken too early or too late costs its neighbours; so the breaks of a paragraph are
chosen at once, as the cheapest way from its start to its end (D. E. Knuth and M. F. Plass,
"Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981). Lengths may be in
any unit, as long as it is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

# A line that fills less of its measure with letters and plain spaces is not even tried, unless any will do.
_EMPTIEST = 0.5
# In two hyphens at line ends: what a third one costs where it cannot be helped.
_LADDER = 4
_WIDE, _VERY_WIDE, _TIGHT = 0.5, 1.0, -0.5


class Spot(NamedTuple):
    """A place where a line may end, as a distance along the paragraph set on one endless line.

    ``end`` is where a line that ends here ends, its hyphen counted and its space not; ``start`` where the
    line after it starts. The gaps are the spaces before each that can be widened, ``letters_`` the letters.
    What hangs out at the edge of the text, to the right or to the left, takes no room in the line.
    A line may end in a hyphen because it ``divides`` a word, or because there is one (``hyphened``).
    """

    end: float
    start: float
    end_gaps: int
    start_gaps: int
    letters_end: int
    letters_start: int
    divides: bool = False
    hangs_right: float = 0.0
    hangs_left: float = 0.0
    hyphened: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """What lines may be, and what they cost.

    A looseness of 1 is a line whose gaps are all wider by ``widen`` and whose letters by ``stretch`` (a
    share of their width); -1 is one that is tighter by ``tighten`` and ``stretch``, and no line is tighter.
    Lines that are not filled have a ``rag`` instead: by so much one may fall short of the measure.
    The costs are the demerits of the paper; only their ratios matter. They were found by measuring a long
    book: hyphens are dear, since wide gaps are rare enough.
    """

    widen: float
    tighten: float
    stretch: float
    indent: float
    shortest: float  # a last line that is shorter looks like a remnant
    rag: float = 0.0
    balanced: bool = False  # whether the last line should be as long as the others, as in a heading
    hyphen: float = 230.0  # counted with the badness
    two_hyphens: float = 25_000.0
    last_hyphen: float = 25_000.0
    unlike_neighbours: float = 4_000.0
    remnant: float = 2_000_000.0


@dataclass(slots=True)
class _Way:
    """The cheapest way to a spot among those whose last line is of one kind."""

    cost: float
    kind: int
    hyphens: int  # so many lines in a row end in one, the last of them here
    spot: int
    before: _Way | None


def best_breaks(spots: Sequence[Spot], measure: float, rules: Rules, loosest: float, remnants: bool = True) -> list[int] | None:
    """The spots at which the lines end, the last one among them.

    The first spot is the paragraph's start, the last its end. None where some line would have to be
    looser than ``loosest``, or where the last would be a remnant and ``remnants`` may not be.
    """
    way = _Search(spots, measure, rules, loosest, remnants).cheapest()
    found = []
    while way and way.before:
        found.append(way.spot)
        way = way.before
    return found[::-1] or None


def looseness(natural: float, gaps: int, measure: float, rules: Rules) -> float:
    """How much wider than it is a line must be set, as :class:`Rules` counts it."""
    slack = measure - natural
    give = rules.stretch * natural + (rules.rag + gaps * rules.widen if slack > 0 else gaps * rules.tighten)
    if give:
        return slack / give
    return inf if slack > 0 else -inf if slack < 0 else 0.0


class _Search:
    """Goes through the spots in order and offers each way on to those that a line from it can reach."""

    def __init__(self, spots: Sequence[Spot], measure: float, rules: Rules, loosest: float, remnants: bool) -> None:
        self._ends = [spot.end - spot.hangs_right for spot in spots]
        self._starts = [spot.start + spot.hangs_left for spot in spots]
        self._end_gaps = [spot.end_gaps for spot in spots]
        self._start_gaps = [spot.start_gaps for spot in spots]
        self._hyphened = [spot.divides or spot.hyphened for spot in spots]
        self._measure, self._rules, self._loosest, self._remnants = measure, rules, loosest, remnants
        self._emptiest, self._ladder = (0.0, _LADDER * rules.two_hyphens) if loosest == inf else (_EMPTIEST, inf)
        self._last = len(spots) - 1
        self._ways: list[dict[int, _Way]] = [{} for _ in spots]

    def cheapest(self) -> _Way | None:
        self._ways[0][1] = _Way(0.0, 1, 0, 0, None)
        for here in range(self._last):
            if self._ways[here]:
                self._lines_from(here)
        return min(self._ways[self._last].values(), key=lambda way: way.cost, default=None)

    def _lines_from(self, here: int) -> None:
        """All lines that can begin here."""
        ends, end_gaps, rules, loosest = self._ends, self._end_gaps, self._rules, self._loosest
        start, gaps_before, sources = self._starts[here], self._start_gaps[here], self._ways[here]
        measure = self._measure - rules.indent if here == 0 else self._measure
        for there in range(bisect_left(ends, start + measure * self._emptiest, here + 1), self._last):
            loose = looseness(ends[there] - start, end_gaps[there] - gaps_before, measure, rules)
            if loose < -1:
                return
            if loose <= loosest:
                self._offer(there, sources, loose)
        natural = ends[-1] - start
        loose = looseness(natural, end_gaps[-1] - gaps_before, measure, rules)
        if not rules.balanced:
            loose = min(0.0, loose)
        is_remnant = natural < rules.shortest and here > 0
        if loose >= -1 and (self._remnants or not is_remnant):
            self._offer_end(sources, loose, is_remnant)

    def _offer(self, there: int, sources: dict[int, _Way], loose: float) -> None:
        """A way to a spot by a line of this looseness, from the cheapest of the sources."""
        rules, hyphened, kind = self._rules, self._hyphened[there], _kind(loose)
        best, source = inf, None
        for way in sources.values():
            cost = way.cost
            if not -1 <= way.kind - kind <= 1:
                cost += rules.unlike_neighbours
            if hyphened and way.hyphens:
                # Three in a row are a ladder, which no gap is wide enough to excuse, but a word without end.
                cost += rules.two_hyphens if way.hyphens == 1 else self._ladder
            if cost < best:
                best, source = cost, way
        if source is None:
            return
        best += (1 + 100 * abs(loose) ** 3 + (rules.hyphen if hyphened else 0)) ** 2
        known = self._ways[there].get(kind)
        if known is None or best < known.cost:
            self._ways[there][kind] = _Way(best, kind, source.hyphens + 1 if hyphened else 0, there, source)

    def _offer_end(self, sources: dict[int, _Way], loose: float, is_remnant: bool) -> None:
        """A way to the paragraph's end; its last line is as wide as it is."""
        own = (1 + 100 * abs(loose) ** 3) ** 2 + (self._rules.remnant if is_remnant else 0)
        ends = self._ways[self._last]
        for way in sources.values():
            cost = way.cost + own + (self._rules.last_hyphen if way.hyphens else 0)
            if not ends or cost < ends[1].cost:
                ends[1] = _Way(cost, 1, 0, self._last, way)


def _kind(loose: float) -> int:
    """Tight, as it should be, wide, or very wide: neighbours should not be more than one apart."""
    if loose <= _WIDE:
        return 1 if loose >= _TIGHT else 0
    return 2 if loose <= _VERY_WIDE else 3
