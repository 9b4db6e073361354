"""Where the next word stands, found without looking through all that follows it.

WeasyPrint asks Pango about all letters up to the next place where a line may end, once for each word among them. Of signs
that nothing parts, as in a long address, that is the square of their number.
"""

from __future__ import annotations

from collections.abc import Callable

Boundaries = tuple[int, int] | None
# Letters that are looked at first, and how far before the last of them a word must end that is not cut off there.
_FIRST, _CLEAR = 400, 50


def from_the_beginning(theirs: Callable[[str, str], Boundaries]) -> Callable[[str, str], Boundaries]:
    """What stands in the place of WeasyPrint's ``get_next_word_boundaries``."""

    def next_word(text: str, lang: str) -> Boundaries:
        if len(text) > _FIRST and (found := theirs(text[:_FIRST], lang)) and found[1] < _FIRST - _CLEAR:
            return found
        return theirs(text, lang)

    return next_word
