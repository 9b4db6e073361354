"""How large the demands are set: as large as lets them stand on one page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

# Sizes in points, largest first; the smallest is used even where it does not bring them to one page.
_SIZES = tuple(size / 2 for size in range(34, 20, -1))
# In ems: leading, the space and rule between two demands, the column of numerals, a letter.
_LEADING, _BETWEEN, _NUMERALS, _LETTER = 1.28, 1.0, 2.5, 0.425


def demands_size(lengths: Sequence[int], head: float, measure: float, height: float) -> float:
    """The size in points for demands of so many letters each.

    ``head`` is the height of what stands above them, ``measure`` and ``height`` are those of the
    text block, all in points.
    """
    for size in _SIZES:
        if head + _height(lengths, size, measure) <= height:
            return size
    return _SIZES[-1]


def _height(lengths: Sequence[int], size: float, measure: float) -> float:
    letters_a_line = max(1.0, (measure - _NUMERALS * size) / (_LETTER * size))
    lines = sum(max(1, ceil(length / letters_a_line)) for length in lengths)
    return size * (lines * _LEADING + len(lengths) * _BETWEEN)
