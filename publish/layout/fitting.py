"""Making a text fill exactly so many pages, by the smallest change that a style allows.

The changes stand on a ladder, the least visible first: letters a trifle closer or wider, lines,
the spaces between paragraphs and heads, margins, and at last the size of type. Each step is laid
out only when it is needed. This file knows nothing of how that is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from .bounds import FitBounds

# With the two that mending last pages may take, ten.
MOST_LAYOUTS = 8
# So many are kept for the case that one step leaps over the wanted pages.
_KEPT = 2
SHEET = 4  # pages
# Steps of the ladder. Those of the leading are whole lines a page, and spaces are whole lines too: what lies
# between changes nothing.
_TRACKING, _SPACING, _MARGINS, _SIZE = 0.25, 0.5, 0.025, 0.1
_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class Fit:
    """One way of setting a text. ``size`` and ``leading`` are points, the others as in :class:`FitBounds`."""

    size: float
    leading: float
    tracking: float = 0
    margins: float = 1
    spacing: float = 1


class Laid(Protocol):
    """A text laid out."""

    @property
    def pages(self) -> int:
        """How many pages it fills."""
        ...


L = TypeVar("L", bound=Laid)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[L]):
    """What was found. ``fit`` is None where no step gives the wanted pages; ``nearest`` is then what came nearest.

    ``first`` is the text laid out without any change.
    """

    wanted: int
    fit: Fit | None
    nearest: L
    first: L

    @property
    def laid(self) -> L:
        """What is to be printed: the text as it fits, or else unchanged."""
        return self.nearest if self.fit else self.first


# The ladder -------------------------------------------------------------------------------------


def ladder(own: Fit, bounds: FitBounds, lines: int, tighter: bool) -> list[Fit]:
    """All steps from a style's own setting towards fewer pages, or more; the own one is not among them.

    ``lines`` is how many a page holds. A later rung begins where the one before ended, so every
    step is tighter (or looser) than all before it.
    """
    steps = [own]
    at = 0 if tighter else 1
    for name, width in (("tracking", _TRACKING), ("leading", 0), ("spacing", _SPACING), ("margins", _MARGINS), ("size", _SIZE)):
        last, end = steps[-1], getattr(bounds, name)[at]
        if name == "leading":
            steps += [replace(last, leading=leading) for leading in _leadings(last, end, lines, tighter)]
        elif name == "size":
            steps += [_resized(last, size) for size in _strides(last.size, end, width, tighter)]
        else:
            steps += [replace(last, **{name: value}) for value in _strides(getattr(last, name), end, width, tighter)]
    return steps[1:]


def _strides(start: float, end: float, width: float, down: bool) -> Iterator[float]:
    """From one value to another in even strides, without the first; nothing where it lies the other way."""
    sign = -1 if down else 1
    count = int((end - start) * sign / width + _NEARLY)
    yield from (round(start + sign * width * step, 6) for step in range(1, count + 1))


def _leadings(last: Fit, end: float, lines: int, tighter: bool) -> Iterator[float]:
    """The leadings at which a page of the same height holds one line more, two more, and so on; or fewer."""
    height, limit = lines * last.leading, end * last.size
    for count in range(lines + 1, 2 * lines) if tighter else range(lines - 1, 0, -1):
        leading = height / count
        if (leading < limit - _NEARLY) if tighter else (leading > limit + _NEARLY):
            return
        yield leading


def _resized(fit: Fit, size: float) -> Fit:
    return replace(fit, size=size, leading=fit.leading * size / fit.size)


# The search -------------------------------------------------------------------------------------


def sheet_goals(pages: int) -> tuple[int, ...]:
    """The numbers of pages that fill whole sheets, nearest first; of two as near, the larger, which reads better."""
    above = -(-pages // SHEET) * SHEET
    goals = sorted({above, above - SHEET}, key=lambda goal: (abs(goal - pages), -goal)) if pages % SHEET else [pages]
    return tuple(goal for goal in goals if goal > 0)


def fit_pages(
    own: Fit,
    steps: Callable[[bool], Sequence[Fit]],
    lay_out: Callable[[Fit], L],
    expected: Callable[[L, Fit], int],
    wanted: int | None,
) -> Outcome[L]:
    """The smallest change that gives exactly ``wanted`` pages; None wants the nearest whole sheet in reach.

    ``steps`` gives the ladder towards fewer pages (True) or more; ``expected`` says how many pages
    a step may give, judged from the text laid out without any change. That more steps give no more
    pages (or no fewer) is taken for granted. At most ``MOST_LAYOUTS`` are made.
    """
    first = lay_out(own)
    search = _Search(lay_out, expected, first)
    outcomes: list[Outcome[L]] = []
    for goal in (wanted,) if wanted else sheet_goals(first.pages):
        outcomes.append(search.towards(goal, own, steps(first.pages > goal)))
        if outcomes[-1].fit:
            return outcomes[-1]
    return outcomes[0]


@dataclass(slots=True)
class _Search(Generic[L]):
    """Lays out step after step, no more than allowed. ``first`` is the text without any change."""

    lay_out: Callable[[Fit], L]
    expected: Callable[[L, Fit], int]
    first: L
    left: int = MOST_LAYOUTS - 1

    def towards(self, wanted: int, own: Fit, steps: Sequence[Fit]) -> Outcome[L]:
        if self.first.pages == wanted:
            return Outcome(wanted, own, self.first, self.first)
        found = self._least(steps, wanted)
        if found.fit and found.nearest.pages != wanted:  # a step leaps over it: take back what is seen least of it
            found = self._softened(found, found.fit, own, steps)
        return found if found.nearest.pages == wanted else Outcome(wanted, None, found.nearest, self.first)

    def _softened(self, found: Outcome[L], fit: Fit, own: Fit, steps: Sequence[Fit]) -> Outcome[L]:
        """The same step with less of the first rung, the tracking."""
        softer = [replace(fit, tracking=tracking) for tracking in dict.fromkeys(step.tracking for step in (own, *steps))]
        if fit.tracking != softer[-1].tracking:  # it stands on the first rung itself
            return found
        again = self._least(softer[:-1], found.wanted)
        return again if again.fit else found

    def _least(self, steps: Sequence[Fit], wanted: int) -> Outcome[L]:
        """The first step that gives no more than the wanted pages, or no fewer, where more are wanted.

        It is looked for where it is expected, then in growing strides from there; what is left
        between a step that does and one that does not is halved, and so is all where few layouts are left.
        """
        low, high, stride = -1, len(steps), 1
        laid: dict[int, L] = {}
        probe = self._guess(steps, wanted)
        while high - low > 1 and self.left:
            laid[probe] = self._laid(steps[probe])
            if self._reaches(laid[probe].pages, wanted):
                high = probe
            else:
                low = probe
            if (low in laid and high in laid) or self.left - _KEPT * (stride > 1) <= (high - low - 1).bit_length():
                probe = (low + high) // 2
            else:
                probe = max(low + 1, high - stride) if high in laid else min(high - 1, low + stride)
            stride *= 2
        if high in laid:
            return Outcome(wanted, steps[high], laid[high], self.first)
        return Outcome(wanted, None, laid.get(low, self.first), self.first)

    def _guess(self, steps: Sequence[Fit], wanted: int) -> int:
        expected = (index for index, step in enumerate(steps) if self._reaches(self.expected(self.first, step), wanted))
        return next(expected, len(steps) - 1)

    def _reaches(self, pages: int, wanted: int) -> bool:
        return pages <= wanted if self.first.pages > wanted else pages >= wanted

    def _laid(self, step: Fit) -> L:
        self.left -= 1
        return self.lay_out(step)
