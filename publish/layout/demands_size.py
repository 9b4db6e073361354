"""How large the demands are set: as large as lets them stand on one page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

# In sizes of body text: how large demands are at most and at least, and by how much they are made smaller.
_LARGEST, _SMALLEST, _STEP = 1.55, 0.95, 0.045
# In ems: leading, the space and rule between two demands, the column of numerals, a letter.
_LEADING, _BETWEEN, _NUMERALS, _LETTER = 1.28, 1.0, 2.5, 0.425


def demands_size(lengths: Sequence[int], head: float, measure: float, height: float, body: float, smallest: float) -> float:
    """The size for demands of so many letters each, so that they stand on one page if they can.

    ``head`` is the height of what stands above them, ``measure`` and ``height`` are those of the
    text block, ``body`` is the size of its text, and nothing is set smaller than ``smallest``; all in points.
    """
    least = max(smallest, _SMALLEST * body)
    size = max(least, _LARGEST * body)
    while size > least and head + _height(lengths, size, measure) > height:
        size = max(least, size - _STEP * body)
    return round(size, 2)


def _height(lengths: Sequence[int], size: float, measure: float) -> float:
    letters_a_line = max(1.0, (measure - _NUMERALS * size) / (_LETTER * size))
    lines = sum(max(1, ceil(length / letters_a_line)) for length in lengths)
    return size * (lines * _LEADING + len(lengths) * _BETWEEN)
