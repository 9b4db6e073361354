"""How large a table is set: so large that its longest words have room beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .rough_width import rough_width

# Of the size in which tables are set where there is room, in shares of the text's size; and of that, the smallest.
_USUAL, _SMALLEST = 0.91, 0.62
# In ems: the space between columns.
_BETWEEN = 0.8
# Letters of a text face are so much narrower than those of a bold sans.
_TEXT_FACE = 0.92


def table_size(columns: Sequence[Iterable[str]], measure: float, size: float) -> float:
    """The share of its usual size in which a table with these texts, by column, fits the measure.

    ``measure`` and ``size``, that of the text, are points. 0 where no size that can be read lets
    the longest words stand beside each other: then they must be divided anywhere.
    """
    room = measure / (size * _USUAL)
    wanted = sum(map(_widest_word, columns)) + _BETWEEN * (len(columns) - 1)
    if wanted <= room:
        return 1
    share = room / wanted
    return share if share >= _SMALLEST else 0


def _widest_word(texts: Iterable[str]) -> float:
    words = {word for text in texts for word in text.split()}
    return max((rough_width(word) * _TEXT_FACE for word in words), default=0)
