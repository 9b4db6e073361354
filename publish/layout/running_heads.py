"""What runs over pages: a title, or as much of it as there is room for."""

from __future__ import annotations

from .rough_width import rough_width

# Of the size of text: that of running heads with the space between their letters, of the largest that a style sets.
_SIZE = 0.75
_CUT = "…"


def running_head(words: str, measure: float, size: float) -> str:
    """The words, or as many of them as a line holds, and a sign that there are more; ``measure`` and ``size`` of the text in points."""
    room = measure / (size * _SIZE)
    if rough_width(words) <= room:
        return words
    first, *others = words.split() or [""]
    while rough_width(first + _CUT) > room and first:
        first = first[:-1]
    while others and rough_width(f"{first} {others[0]}{_CUT}") <= room:
        first += f" {others.pop(0)}"
    return first.rstrip(" ,;:–—-") + _CUT
