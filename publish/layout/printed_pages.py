"""Where printed pages begin in the text, so that an e-book can lead to the page that others are told to open.

A place is told by letters: how many of a section's letters and digits stand before it, pictures counting as one each
and notes as none. Those are the same in every output, whatever it does to spaces, marks and line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# Stands for a picture among letters.
PICTURE = "\ufffc"
# One of the signs by which places are told.
COUNTED = re.compile(rf"[^\W_]|{PICTURE}")


@dataclass(frozen=True, slots=True)
class PageStart:
    """A printed page: what it is called there, what kind it is (``text``, ``title`` …), and where in the text it begins.

    ``number`` counts all pages from 1. ``section`` is empty for a page on which nothing of the text's stands.
    """

    label: str
    number: int
    kind: str
    section: str = ""
    letters: int = 0


class _Row(NamedTuple):
    """Pages that follow each other: the last of them, and the row of those before it."""

    last: PageStart
    before: _Row | None


def counted(text: str) -> int:
    """How many signs of a text are counted when places are told."""
    return len(COUNTED.findall(text))


def in_order(placed: Iterable[tuple[tuple[int, int], PageStart]]) -> list[PageStart]:
    """Of pages and their places in another output, the most that follow each other there as they do in print."""
    ends: list[tuple[int, int]] = []  # the least place at which a row of one page, two, three … ends
    rows: list[_Row] = []
    for place, page in placed:
        length = bisect_right(ends, place)
        ends[length : length + 1] = [place]
        rows[length : length + 1] = [_Row(page, rows[length - 1] if length else None)]
    found: list[PageStart] = []
    row = rows[-1] if rows else None
    while row:
        found.append(row.last)
        row = row.before
    return found[::-1]
