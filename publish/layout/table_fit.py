"""How large a table is set: so large that its longest words have room beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .rough_width import rough_width

# In ems: the space between columns, and the least, where there is little room.
_BETWEEN, _LEAST_BETWEEN = 0.8, 0.35
# Letters of a text face are so much narrower than those of a bold sans.
_TEXT_FACE = 0.92


class TableFit(NamedTuple):
    """The share of its usual size in which a table is set, and whether its columns stand closer together.

    ``share`` is 0 where the longest words have no room beside each other: they must be divided anywhere.
    """

    share: float = 1
    close: bool = False


def table_fit(columns: Sequence[Iterable[str]], measure: float, size: float, least: float) -> TableFit:
    """How a table with these texts, by column, fits the measure.

    ``measure`` and ``size``, the usual one, are points; ``least`` is the smallest share that can be read.
    """
    room, words, gaps = measure / size, sum(map(_widest_word, columns)), len(columns) - 1
    if words + _BETWEEN * gaps <= room:
        return TableFit()
    share = min(room / (words + _LEAST_BETWEEN * gaps), 1)
    return TableFit(share if share >= least else 0, close=True)


def _widest_word(texts: Iterable[str]) -> float:
    words = {word for text in texts for word in text.split()}
    return max((rough_width(word) * _TEXT_FACE for word in words), default=0)
