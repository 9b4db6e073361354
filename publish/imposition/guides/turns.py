"""Which way up a sheet is looked at, what lies behind what, and over which edge sheets are turned by hand."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees

from ..planning.placing import Face, Imposition
from ..planning.plan import BLANK, PageCell, Plan, Side


@dataclass(frozen=True, slots=True)
class FirstSheet:
    """The first sheet as the plan has it: pages on front and back, the lines on it, its size in points.

    ``columns`` are in proportion. Lines are after columns and rows of the front. ``over_the_top`` is
    how it is turned over by hand: about its upper edge, or else like the page of a book.
    """

    front: Side
    back: Side
    columns: tuple[float, ...]
    width: float
    height: float
    column_folds: tuple[int, ...] = ()
    row_folds: tuple[int, ...] = ()
    column_cuts: tuple[int, ...] = ()
    row_cuts: tuple[int, ...] = ()
    row_slits: tuple[int, ...] = ()
    over_the_top: bool = False

    @property
    def turned_on_long_edge(self) -> bool:
        """Whether the edge about which it is turned by hand is one of the two longer ones."""
        return (self.width >= self.height) == self.over_the_top


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the first sheet and the one on its back; ``upright`` where both have their tops at the same edge."""

    front: int
    back: int
    upright: bool


def first_sheet(plan: Plan, imposition: Imposition) -> FirstSheet:
    """The first sheet of a plan, held as the plan has it."""
    fronts = _turned_by(plan, imposition, back=False)
    on_its_side = fronts % 180 == 90
    width, height = (imposition.height, imposition.width) if on_its_side else (imposition.width, imposition.height)
    first = plan.sheets[0]
    return FirstSheet(
        first.front, first.back, plan.columns, width, height,
        plan.folds("column"), plan.folds("row"), plan.cuts("column"), plan.cuts("row"), plan.slits("row"),
        over_the_top=(_turned_by(plan, imposition, back=True) - fronts) % 360 == 180,
    )  # fmt: skip


def behind(plan: Plan) -> Behind | None:
    """A page of the first sheet that has one behind it, the first page if it can be; None where no page has."""
    sheet = plan.sheets[0]
    pairs = [pair for front, back in zip(sheet.front, sheet.back, strict=False) for pair in zip(front, back[::-1], strict=True)]
    both = sorted((pair for pair in pairs if BLANK not in (pair[0].page, pair[1].page)), key=lambda pair: pair[0].page)
    return Behind(both[0][0].page, both[0][1].page, both[0][0].turn == both[0][1].turn) if both else None


def _turned_by(plan: Plan, imposition: Imposition, back: bool) -> int:
    """By how many degrees, clockwise, a side stands in the PDF otherwise than in the plan."""
    for face in imposition.faces:
        if face.back == back and face.pages:
            return _angle(plan, face)
    return 0


def _angle(plan: Plan, face: Face) -> int:
    sheet = plan.sheets[face.sheet - 1]
    cells: dict[int, PageCell] = {cell.page: cell for row in (sheet.back if face.back else sheet.front) for cell in row}
    placed = next((one for one in face.pages if one.page in cells), None)
    if placed is None:
        return 0
    right, up = placed.matrix[:2]
    return round((-degrees(atan2(up, right)) - cells[placed.page].turn) / 90) * 90 % 360
