"""What stands where: pages on the sides of sheets, and how sheets become a booklet. Numbers in, numbers out.

A plan knows nothing of millimetres or of PDFs. A side is rows of cells, from the top, as one sees it
with the sheet's top up; a back is seen after the sheet was turned over like the page of a book,
about its upright axis, so what lies behind the leftmost cell of a front is the rightmost of its back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BLANK = 0
Across = Literal["row", "column"]


@dataclass(frozen=True, slots=True)
class PageCell:
    """A place for a page.

    ``page`` counts from 1, :data:`BLANK` is none. ``turn`` is by how many degrees it is turned,
    clockwise. ``spine`` says where its fold is, as one looks at the side: -1 left, 1 right, 0 nowhere;
    ``depth`` is how many sheets lie outside of its own in the folded pile.
    """

    page: int
    turn: Literal[0, 90, 180, 270] = 0
    spine: Literal[-1, 0, 1] = 0
    depth: int = 0


Side = tuple[tuple[PageCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. A ``back`` of ``()`` is not printed; ``signature`` counts groups of nested sheets from 0."""

    front: Side
    back: Side = ()
    signature: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut all sheets along the line after the ``at``-th row (or column, seen from the front) of the sheet, from 1.

    ``whole`` is False where only the inner half of the line is cut, as a slit. The piles that come of this cut
    and of those beside it are put on each other where ``stacked``: the upper (or left) on top.
    """

    across: Across
    at: int
    whole: bool = True
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Fold along the line after the ``at``-th row (or column, seen from the front), from 1.

    Rows and columns are those of the sheet, or of a piece of it once it is cut, as if it were not folded yet.
    ``hides`` is the face that disappears inside: with ``front`` the front's two halves meet. Where the sheet is
    folded already, that is said of its lowest row, and of its last column.
    """

    across: Across
    at: int
    hides: Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Gather:
    """Put so many sheets, or pieces once cut, into one another; they are folded as one. 0: all of them.

    Of the groups that come of it, the last ``fewer`` have one sheet less.
    """

    sheets: int = 0
    fewer: int = 0


Step = Cut | Fold | Gather


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of a scheme in the order of printing, and what is done with them afterwards, in order.

    ``pages`` is how many the source has, ``columns`` the widths of the columns of a front in
    proportion. ``from_right`` is for what is read from the right and bound there. ``spare`` pieces lie
    at the bottom of the pile when all is cut: they carry no page and are put away.
    """

    scheme: str
    pages: int
    sheets: tuple[Sheet, ...]
    steps: tuple[Step, ...] = ()
    columns: tuple[float, ...] = (1,)
    from_right: bool = False
    spare: int = 0

    @property
    def rows(self) -> int:
        """How many rows of cells a side has."""
        return len(self.sheets[0].front)

    @property
    def blanks(self) -> int:
        """How many cells stay blank."""
        sides = (side for sheet in self.sheets for side in (sheet.front, sheet.back))
        return sum(cell.page == BLANK for side in sides for row in side for cell in row)

    @property
    def nested(self) -> int:
        """How many sheets, or pieces of them, lie in one another where most do."""
        return 1 + max(cell.depth for sheet in self.sheets for row in sheet.front for cell in row)

    def cuts(self, across: Across) -> tuple[int, ...]:
        """After which rows (or columns, seen from the front) the sheets are cut apart; slits do not count."""
        return tuple(step.at for step in self.steps if isinstance(step, Cut) and step.across == across and step.whole)

    def slits(self, across: Across) -> tuple[int, ...]:
        """After which rows (or columns) there is a slit."""
        return tuple(step.at for step in self.steps if isinstance(step, Cut) and step.across == across and not step.whole)

    def folds(self, across: Across) -> tuple[int, ...]:
        """After which rows (or columns) of the uncut sheet it will be folded, piece for piece."""
        found = (step.at for step in self.steps if isinstance(step, Fold) and step.across == across)
        return tuple(sorted(start + at for at in found for start in (0, *self.cuts(across))))
