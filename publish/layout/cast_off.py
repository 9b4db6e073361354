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
    """How many lines a run of pages has to lose, or to gain, for one page less or more; ``last`` is its last page."""

    lines: int
    last: int


def least_change(pages: Sequence[ProofPage], leading: float, fewer: bool) -> Change | None:
    """Where the fewest lines make a page less, or more; None where no text flows over pages."""
    changes = []
    for run in runs(pages):
        end = run[-1]
        if not end.flows or fewer and len(run) == 1:
            continue
        height = end.end - end.top if fewer else end.notes_top - end.end
        changes.append(Change(max(1, ceil(height / leading - 0.1)) + (0 if fewer else 1), end.number))
    return min(changes, key=lambda change: (change.lines, change.last), default=None)
