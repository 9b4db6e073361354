"""Whether columns that an author set side by side have room beside each other, and on one page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

# In ems: lines of text shorter than this fall apart; a picture can be seen at less.
_NARROWEST_TEXT, _NARROWEST_PICTURE = 10.0, 5.0
# Side by side they cannot go on overleaf, so they take no more than this share of a page.
_MOST_OF_PAGE = 0.6
# In ems, with what is lost at the ends of short lines.
_LETTER = 0.5


def have_room(shares: Sequence[float | None], pictures: bool, measure: float, size: float) -> bool:
    """Whether each column has the width that it needs; ``shares`` are those of the measure that authors gave.

    ``measure`` and ``size``, that of the text, are points.
    """
    narrowest = min(_widths(shares, measure / size), default=0.0)
    return narrowest >= (_NARROWEST_PICTURE if pictures else _NARROWEST_TEXT)


def fit_a_page(paragraphs: Sequence[Sequence[int]], shares: Sequence[float | None], measure: float, size: float, lines: int) -> bool:
    """Whether the longest column, told by the letters of each of its paragraphs, leaves much of a page's ``lines``."""
    widths = _widths(shares, measure / size)
    heights = [sum(1 + ceil(letters * _LETTER / width) for letters in said) for said, width in zip(paragraphs, widths, strict=True)]
    return max(heights, default=0) <= lines * _MOST_OF_PAGE


def _widths(shares: Sequence[float | None], measure: float) -> list[float]:
    """In ems; those without a share have what the others leave, evenly."""
    given = [share for share in shares if share]
    rest = max(1 - sum(given), 0) / max(len(shares) - len(given), 1)
    return [max((share or rest) * measure, 0.1) for share in shares]
