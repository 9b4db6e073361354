"""Last pages with too little text on them, mended by giving other pages of the same run a line more or less."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from .proof import FEWEST_LINES, ProofPage, short_pages

# In a longer book such pages are told of, not mended: to lay it out again takes too long.
MOST_PAGES = 100
# What a page of a short run may give up to the last one. More than a line is seen, though less than a page
# that is all but empty.
_MOST_LINES = 3


def longer_pages(pages: Sequence[ProofPage], leading: float, may_end_sooner: bool) -> dict[int, int]:
    """Which pages should hold more lines than others, or fewer, by their numbers: most often 1 or -1.

    The last page of a run is filled up with lines from those before it; where fewer pages need
    to change to do away with it altogether, and that may be, they take it in. Facing pages change
    together where both are of the run.
    """
    changes: dict[int, int] = {}
    for run in short_pages(pages, leading):
        lines = (run[-1].end - run[-1].top) / leading
        before = [page for page in run[:-1] if page.flows]
        push, pull = FEWEST_LINES - run[-1].line_count, ceil(lines - 0.1)
        if may_end_sooner and pull < push and pull <= len(before):
            changes |= dict.fromkeys(_last_pairs(before, pull, before), 1)
        elif full := [page for page in before if _is_full(page, leading)]:
            each = ceil(push / len(full))
            if each <= _MOST_LINES:
                changes |= dict.fromkeys(_last_pairs(before, ceil(push / each), full), -each)
    return changes


def _is_full(page: ProofPage, leading: float) -> bool:
    """Whether it would give a line to the next one, if it had to hold fewer."""
    return page.notes_top - page.end < 0.9 * leading


def _last_pairs(pages: Sequence[ProofPage], count: int, counted: Sequence[ProofPage]) -> list[int]:
    """The numbers of pages from the end, so many of them ``counted``; none is parted from the page it faces."""
    numbers = [page.number for page in pages]
    first = counted[-count].number
    # An even page faces the odd one after it.
    if first % 2 and first - 1 in numbers:
        first -= 1
    return [number for number in numbers if number >= first]
