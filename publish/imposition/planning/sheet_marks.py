"""The grid of cells on a sheet, and the marks beside it for whoever folds, cuts, staples and gathers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from ...measures.geometry import Box
from ...measures.shapes import Length
from .placing import MarkKind, SheetMark
from .plan import Across, Fold, Plan, Sheet

# Strokes stand off the pages by a little, and are drawn where there is paper for them.
_OFF, _LONGEST = Length("0.5mm"), Length("5mm")
_FREE = Length("2mm")
_STAPLE = Length("6mm")
_BAR, _BAR_WIDTH = Length("5mm"), Length("1mm")


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """The lines between cells on one side of a sheet, in points: of columns from the left, of rows from the top."""

    width: float
    height: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high all cells are together."""
        return self.columns[-1] - self.columns[0], self.rows[0] - self.rows[-1]

    @property
    def free(self) -> float:
        """How much paper there is beside the cells, where there is most."""
        return max(self.columns[0], self.width - self.columns[-1], self.rows[-1], self.height - self.rows[0])

    def cell(self, row: int, column: int) -> Box:
        return self.columns[column], self.rows[row + 1], self.columns[column + 1], self.rows[row]

    def limits(self, row: int, column: int) -> Box:
        """How far colour may go from a cell: up to its neighbours, and without end where it has none."""
        left, bottom, right, top = self.cell(row, column)
        return (
            left if column else -inf, bottom if row < len(self.rows) - 2 else -inf,
            right if column < len(self.columns) - 2 else inf, top if row else inf,
        )  # fmt: skip

    def from_behind(self) -> SheetGrid:
        """The same lines, as one sees them from the other side of the paper."""
        return SheetGrid(self.width, self.height, tuple(self.width - line for line in reversed(self.columns)), self.rows)


def is_trimmed(plan: Plan, grid: SheetGrid, bleed: float, shrunk: bool) -> bool:
    """Whether paper beside the pages is to be cut off: not from hand-outs, nor where pages without bleed were made as large as they can be."""
    return plan.scheme != "n-up" and grid.free >= _FREE and (bleed > 0 or not shrunk)


def marks(plan: Plan, sheet: Sheet, grid: SheetGrid, bleed: float, back: bool, trimmed: bool) -> Iterator[SheetMark]:
    """The marks on one side of a sheet; ``grid`` is that of its front, ``bleed`` that of the pages on it.

    Folds are marked on the face that disappears inside, so that no stroke is seen when all is folded; cuts, and where
    the sheet is ``trimmed``, on the front.
    """
    seen = grid.from_behind() if back else grid
    yield from _folds(plan, sheet, seen, bleed, back)
    if not back:
        yield from _cuts(plan, seen, bleed)
        yield from _trims(plan, seen, bleed) if trimmed else ()
        yield from _on_the_spine(plan, sheet, seen)


# Beside the pages -------------------------------------------------------------------------------


def _folds(plan: Plan, sheet: Sheet, grid: SheetGrid, bleed: float, back: bool) -> Iterator[SheetMark]:
    for fold in plan.steps:
        if isinstance(fold, Fold) and back == (fold.hides == "back" and bool(sheet.back)):
            for start in (0, *plan.cuts(fold.across)):
                yield from _strokes("fold", grid, fold.across, _line(plan, start + fold.at, fold.across, back), bleed)


def _line(plan: Plan, at: int, across: Across, back: bool) -> int:
    return len(plan.columns) - at if back and across == "column" else at


def _cuts(plan: Plan, grid: SheetGrid, bleed: float) -> Iterator[SheetMark]:
    """Where sheets are cut apart, and where the outer edges of the pieces are."""
    across: Across
    for across, last in (("column", len(plan.columns)), ("row", plan.rows)):
        if plan.cuts("column") or plan.cuts("row"):
            for at in (0, *plan.cuts(across), last):
                yield from _strokes("cut", grid, across, at, bleed)
        for at in plan.slits(across):
            yield from _slit(grid, at)


def _trims(plan: Plan, grid: SheetGrid, bleed: float) -> Iterator[SheetMark]:
    """The outer edges of the pages, in line with their corners, where cuts do not mark them."""
    if not plan.cuts("column") and not plan.cuts("row"):
        across: Across
        for across, last in (("column", len(plan.columns)), ("row", plan.rows)):
            for at in (0, last):
                yield from _strokes("trim", grid, across, at, bleed)


def _slit(grid: SheetGrid, at: int) -> Iterator[SheetMark]:
    """The inner half of the line itself: it is cut, so that the stroke is not seen afterwards."""
    yield SheetMark("cut", (grid.columns[1], grid.rows[at]), (grid.columns[-2], grid.rows[at]))


def _strokes(kind: MarkKind, grid: SheetGrid, across: Across, at: int, bleed: float) -> Iterator[SheetMark]:
    """A stroke at both ends of a line, where there is paper enough beyond the bleed."""
    line = (grid.columns if across == "column" else grid.rows)[at]
    first, last = (grid.rows[-1], grid.rows[0]) if across == "column" else (grid.columns[0], grid.columns[-1])
    end = grid.height if across == "column" else grid.width
    for edge, way, free in ((first, -1, first), (last, 1, end - last)):
        if free - bleed >= _FREE:
            near, far = edge + way * (bleed + _OFF), edge + way * min(free, bleed + _OFF + _LONGEST)
            points = ((line, near), (line, far)) if across == "column" else ((near, line), (far, line))
            yield SheetMark(kind, *points)


# On the fold ------------------------------------------------------------------------------------


def _on_the_spine(plan: Plan, sheet: Sheet, grid: SheetGrid) -> Iterator[SheetMark]:
    """On the outside of the outermost sheet: where the staples go, or which group of sheets it is."""
    groups = plan.sheets[-1].signature + 1
    for row, cells in enumerate(sheet.front):
        for column, cell in enumerate(cells):
            if cell.depth or cell.spine != 1:
                continue
            _, bottom, spine, top = grid.cell(row, column)
            if plan.scheme == "saddle" and plan.nested > 1:
                yield from _staples(spine, bottom, top)
            elif groups > 1:
                yield _collation(spine, bottom, top, sheet.signature, groups)


def _staples(spine: float, bottom: float, top: float) -> Iterator[SheetMark]:
    for part in (3 / 4, 1 / 4):
        middle = bottom + part * (top - bottom)
        yield SheetMark("staple", (spine, middle + _STAPLE / 2), (spine, middle - _STAPLE / 2))


def _collation(spine: float, bottom: float, top: float, group: int, groups: int) -> SheetMark:
    """A bar that stands a step lower from group to group: gathered rightly, they are a stair across the spine."""
    step = min(_BAR, (top - bottom - _BAR) / (groups - 1))
    head = top - group * step
    return SheetMark("collation", (spine, head), (spine, head - _BAR), _BAR_WIDTH)
