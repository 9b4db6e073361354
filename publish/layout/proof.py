"""Pages looked over before they go to press: what a good compositor would not let pass.

Made of plain data, one :class:`ProofPage` a page. All lengths are points; heights are measured
from the top of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

FEWEST_LINES = 5
# In lines: what reaches lower than this looks like a page, however few lines it has.
_LOWEST_FULL = 6.5
# A page of running text that ends with so much of it bare, though more text comes.
_BARE = 0.3
_OFF_GRID = 0.1
# Punctuation may hang into the margin; so much of a line's height is more than that.
_HANGING = 0.4
_FEWEST_BELOW_HEADING = 2


class LineKind(Enum):
    """What a line belongs to."""

    TEXT = "text"
    HEADING = "heading"
    OTHER = "other"  # a figure, a row of a table, a line of code


class Fault(Enum):
    """What may be wrong with a page."""

    WIDOW = "widow"
    ORPHAN = "orphan"
    HEADING = "heading"
    LEAD_IN = "lead-in"
    SHORT = "short"
    GAP = "gap"
    GRID = "grid"
    OUTSIDE = "outside"
    OVERFULL = "overfull"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One line, or what stands like one. ``block`` tells which paragraph it is of.

    ``on_grid`` is true of lines of body text, which should stand at whole lines from the page's
    top. ``introduces``: its paragraph ends in a colon. ``over`` is by how much it is too wide; ``words``
    are those of a line that is.
    """

    top: float
    bottom: float
    block: int
    kind: LineKind = LineKind.TEXT
    on_grid: bool = False
    introduces: bool = False
    over: float = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A page as it will be printed.

    ``flows`` is true of pages of running text, as opposed to a title page or the demands; ``opens``
    where something begins on it that was told to begin a page. ``top`` and ``foot`` are those of
    the text block, ``notes_top`` is where notes begin, or the foot; ``called`` and ``noted`` are the
    numbers of the notes that are called and that stand on it.
    """

    number: int
    lines: tuple[ProofLine, ...]
    top: float
    foot: float
    notes_top: float
    height: float
    flows: bool = True
    opens: bool = False
    called: frozenset[int] = frozenset()
    noted: frozenset[int] = frozenset()

    @property
    def end(self) -> float:
        """Where its text ends."""
        return max((line.bottom for line in self.lines), default=self.top)

    @property
    def line_count(self) -> int:
        """How many lines of text stand on it, one below the other."""
        return len({round(line.bottom) for line in self.lines})

    @property
    def filled(self) -> float:
        """How much of its height is taken, by notes too and by what had to stay bare before them."""
        return self.foot - self.top


Finding = tuple[Fault, int]


def faults(pages: Sequence[ProofPage], leading: float) -> list[Finding]:
    """All faults with the numbers of their pages, in the order of pages, each once a page."""
    found = [(fault, page.number) for page in pages for fault in _on_page(page, leading)]
    found += [finding for one, other in pairwise(pages) for finding in _between(one, other, leading)]
    found += _notes_away(pages)
    found += [(Fault.SHORT, run[-1].number) for run in short_pages(pages, leading)]
    return sorted(set(found), key=lambda finding: (finding[1], finding[0].value))


def _is_short(page: ProofPage, leading: float) -> bool:
    """Whether a page holds some text, but hardly any: few lines, and nothing high such as a picture."""
    return 0 < page.line_count < FEWEST_LINES and page.end - page.top < _LOWEST_FULL * leading


def _on_page(page: ProofPage, leading: float) -> Iterator[Fault]:
    for line in page.lines:
        if is_overfull(line, leading):
            yield Fault.OVERFULL
        if line.top < -_OFF_GRID or (line.bottom > page.foot + leading / 2 and page.flows) or line.bottom > page.height:
            yield Fault.OUTSIDE
        if line.on_grid and page.flows and _off(line.top - page.top, leading) > _OFF_GRID:
            yield Fault.GRID


def is_overfull(line: ProofLine, leading: float) -> bool:
    """Whether a line stands out of the block it belongs to by more than its punctuation may."""
    return line.over > _HANGING * leading


def _off(height: float, leading: float) -> float:
    rest = height % leading
    return min(rest, leading - rest)


def _between(page: ProofPage, after: ProofPage, leading: float) -> Iterator[Finding]:
    """What is wrong where text goes on from one page to the next."""
    if after.opens or not (page.lines and after.lines and page.flows and after.flows):
        return
    for fault, test in _AT_A_BREAK.items():
        if test(page, after):
            yield fault, after.number if fault is Fault.WIDOW else page.number
    if page.notes_top - page.end > _BARE * (page.foot - page.top):
        yield Fault.GAP, page.number


def _is_widow(page: ProofPage, after: ProofPage) -> bool:
    """The last line of a paragraph stands alone at the head of a page."""
    first = after.lines[0]
    return _goes_on(page, after) and not any(line.block == first.block for line in after.lines[1:])


def _is_orphan(page: ProofPage, after: ProofPage) -> bool:
    """The first line of a paragraph stands alone at the foot of a page."""
    last = page.lines[-1]
    return _goes_on(page, after) and not any(line.block == last.block for line in page.lines[:-1])


def _goes_on(page: ProofPage, after: ProofPage) -> bool:
    last, first = page.lines[-1], after.lines[0]
    return last.block == first.block and last.kind is first.kind is LineKind.TEXT


def _strands_heading(page: ProofPage, after: ProofPage) -> bool:
    """A heading has fewer than two lines below it, and more that would stand there."""
    below = page.lines[-_FEWEST_BELOW_HEADING:]
    if not any(line.kind is LineKind.HEADING for line in below):
        return False
    return below[-1].kind is LineKind.HEADING or below[-1].block == after.lines[0].block


def _parts_lead_in(page: ProofPage, after: ProofPage) -> bool:
    last = page.lines[-1]
    return last.introduces and last.block != after.lines[0].block


_AT_A_BREAK: dict[Fault, Callable[[ProofPage, ProofPage], bool]] = {
    Fault.WIDOW: _is_widow,
    Fault.ORPHAN: _is_orphan,
    Fault.HEADING: _strands_heading,
    Fault.LEAD_IN: _parts_lead_in,
}


def _notes_away(pages: Sequence[ProofPage]) -> Iterator[Finding]:
    """Notes that are called on one page and stand on another."""
    return ((Fault.NOTE, page.number) for page in pages if page.called - page.noted & page.called)


# Runs of pages ----------------------------------------------------------------------------------


def runs(pages: Sequence[ProofPage]) -> list[tuple[ProofPage, ...]]:
    """The pages, parted where a new one was asked for: within a run text flows from page to page."""
    parted: list[list[ProofPage]] = []
    for page in pages:
        if page.opens or not parted:
            parted.append([])
        parted[-1].append(page)
    return [tuple(run) for run in parted]


def short_pages(pages: Sequence[ProofPage], leading: float) -> Iterator[tuple[ProofPage, ...]]:
    """Runs of several pages of which the last holds fewer than five lines."""
    for run in runs(pages):
        if len(run) > 1 and run[-1].flows and _is_short(run[-1], leading):
            yield run
