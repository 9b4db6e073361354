"""Blank pages: how many are needed, and where readers expect them."""

from __future__ import annotations

from .plan import BLANK


def padded(pages: int, multiple: int, last_outside: bool = False) -> tuple[int, ...]:
    """The pages in order, with blanks up to a multiple.

    Blanks come at the end, or before the last page where that is a back cover (``last_outside``). No other
    page changes its place, so what faced each other still does; and the first page stays the first.
    """
    blanks = (BLANK,) * (-pages % multiple)
    numbers = tuple(range(1, pages + 1))
    if last_outside and pages > 1:
        return (*numbers[:-1], *blanks, numbers[-1])
    return (*numbers, *blanks)
