"""Casting off: how many pages a text will fill in another setting, judged from one that was laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from .fitting import Fit
from .page import PageGeometry
from .proof import ProofPage, runs
from .rough_width import LETTER


@dataclass(frozen=True, slots=True)
class Measures:
    """What decides how much text a page takes."""

    fit: Fit
    page: PageGeometry

    @property
    def letters(self) -> float:
        """How many letters a line takes."""
        return self.page.measure / (self.fit.size * LETTER * (1 + self.fit.tracking / 100))


def expected_pages(pages: Sequence[ProofPage], now: Measures, then: Measures) -> int:
    """How many pages there may be with other measures. Pages that hold one thing stay as they are."""
    growth = now.letters / then.letters
    return sum(_expected(run, growth, now.page.leading, then.page.lines) for run in runs(pages))


def _expected(run: Sequence[ProofPage], growth: float, leading: float, room: int) -> int:
    if not run[0].flows:
        return len(run)
    lines = sum(page.filled for page in run[:-1]) + (run[-1].end - run[-1].top)
    return max(1, ceil(lines / leading * growth / room))


@dataclass(frozen=True, slots=True)
class Change:
    """How many lines have to be cut so that ``pages`` are saved, or added so that one more begins after the one in ``pages``.

    The pages are given by their numbers, the first one that changes before the others.
    """

    lines: int
    pages: tuple[int, ...]


def least_cut(pages: Sequence[ProofPage], leading: float, count: int) -> Change | None:
    """How the fewest lines make so many pages less: from the ends of runs; None where no text flows.

    A run is cut down to one page as long as others have more, for its last page goes only with all that it says.
    """
    left = [list(run) for run in runs(pages) if run[-1].flows]
    gone: list[ProofPage] = []
    for _ in range(count):
        ends = [run for run in left if len(run) > 1] or [run for run in left if run]
        if not ends:
            break
        gone.append(min(ends, key=lambda run: (run[-1].end - run[-1].top, run[-1].number)).pop())
    if not gone:
        return None
    return Change(sum(_lines(page.end - page.top, leading) for page in gone), tuple(page.number for page in gone))


def least_addition(pages: Sequence[ProofPage], leading: float, count: int) -> Change | None:
    """How the fewest lines make so many pages more: one run is filled, and the pages after it but for a line on the last."""
    ends = [run[-1] for run in runs(pages) if run[-1].flows]
    if not ends:
        return None
    end = min(ends, key=lambda page: (page.notes_top - page.end, page.number))
    further = (count - 1) * (end.foot - end.top)
    return Change(_lines(end.notes_top - end.end + further, leading) + 1, (end.number,))


def _lines(height: float, leading: float) -> int:
    return max(1, ceil(height / leading - 0.1))
