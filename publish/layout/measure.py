"""The measure: how long a line may be, and what gives way where a page's shape makes it longer or shorter.

A line is read with ease when it has fifty to seventy-five letters. Type grows on large pages and
shrinks on small ones, as far as its style lets it be fitted; what a large page has beyond that goes
to its margins, the outer one first of all.
"""

from __future__ import annotations

from dataclasses import replace

from .bounds import Bounds
from .page import MarginShares
from .rough_width import LETTER

_FEWEST_LETTERS, _MOST_LETTERS = 50, 75
# How much of what is over goes to the inner margin.
_INNER_SHARE = 0.35
_STEP = 0.1
_BARE = 5 * 72 / 25.4


def suited_size(size: float, bounds: Bounds, measure: float) -> float:
    """The size of type for a measure, both in points; as it is where the lines are neither long nor short."""
    largest, smallest = measure / (_FEWEST_LETTERS * LETTER), measure / (_MOST_LETTERS * LETTER)
    wanted = min(max(size, smallest), largest)
    least, most = min(bounds[0], size), max(bounds[1], size)
    return size if abs(wanted - size) < _STEP else round(min(max(wanted, least), most), 2)


def suited_margins(shares: MarginShares, width: float, size: float) -> MarginShares:
    """The margins that leave a page of this width no line longer than can be read with ease."""
    over = 1 - shares.inner - shares.outer - _MOST_LETTERS * LETTER * size / width
    if over <= 0:
        return shares
    return replace(shares, inner=shares.inner + _INNER_SHARE * over, outer=shares.outer + (1 - _INNER_SHARE) * over)


def with_room_for_folio(shares: MarginShares, height: float, leading: float) -> MarginShares:
    """The margins with a foot that holds a line, the folio, and below it what office printers leave bare, on a page however low."""
    return replace(shares, bottom=max(shares.bottom, (2 * leading + _BARE) / height))
