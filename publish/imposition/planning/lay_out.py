"""Lays a plan out on paper: the sheet, the scale, and where every page of the source comes to lie.

All is computed as one sees a side with the sheet's top up; a back that the printer will turn about its other
edge is turned at the end, with all that is on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite

from ...diagnostics import PublishError, Report
from ...measures.geometry import Box, Matrix
from ...measures.papers import OFFICE
from ...measures.print_job import PrintJob
from ...measures.shapes import Length
from .creep import STAPLED_SHEETS, moved_by_creep, too_thick_to_staple
from .page_sizes import PageFit, fit, place_for
from .placing import Face, Imposition, PageSize, Placed, SheetMark
from .plan import BLANK, PageCell, Plan, Sheet
from .sheet_marks import SheetGrid, is_trimmed, marks
from .sheet_size import SLACK, Area, Fitted, fitted, percent, smallest_of

_QUARTERS = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}  # cosine and sine of a turn, clockwise
_NAMED = 10
_WORDS = {True: ("left", "down"), False: ("right", "up")}


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells at full size: the widths of a front's columns, and the height of a row."""

    columns: tuple[float, ...]
    height: float

    def area(self, plan: Plan) -> Area:
        return Area(sum(self.columns), self.height * plan.rows)


def lay_out(plan: Plan, sizes: Sequence[PageSize], job: PrintJob, report: Report) -> Imposition:
    """Every page of a plan on its sheet, with the marks for whoever folds and cuts.

    ``sizes`` has one for each page, or a single one for all. Cells are as large as most pages are, and each page
    stands in the middle of its own; one of another size is turned or made smaller alone, where it does not fit.
    What is moved by the job's shift is moved on both sides of the paper alike.

    Reports I203 where pages are shrunk, I204 (an error) where they are moved off the sheet, I207 where pages are fitted
    alone, and I210 where a stapler does not go through. Raises PublishError: I201, I202 and I205 as in :func:`sheet_size.fitted`, I206 where a page
    has no size.
    """
    sizes = _checked(plan, sizes)
    choices = _choices(plan, sizes)
    sheet = fitted([choice.area(plan) for choice in choices], job, report, smallest_of(plan.scheme))
    cells = choices[sheet.choice]
    grid = _grid(cells, plan, sheet, job)
    fits = tuple(fit(size, min(cells.columns), cells.height) for size in sizes)
    _look_at_fits(fits, report)
    _look_at_shift(grid, job, report)
    _look_at_staples(plan, job, report)
    bleed = sheet.scale * max(size.bleed for size in sizes)
    trimmed = is_trimmed(plan, grid, bleed, shrunk=job.scale is None and sheet.scale < 1)
    shared = _AllSides(plan, sizes, fits, grid, job, sheet.scale, bleed, trimmed)
    faces = tuple(face for number, sheet in enumerate(plan.sheets, 1) for face in _faces(shared, number, sheet))
    return Imposition(sheet.width, sheet.height, faces, sheet.scale, grid.size if trimmed else None)


def _checked(plan: Plan, sizes: Sequence[PageSize]) -> Sequence[PageSize]:
    if len(sizes) not in (1, plan.pages):
        raise ValueError(f"{plan.pages} pages have {len(sizes)} sizes")
    for number, size in enumerate(sizes, 1):
        if not all(isfinite(side) and side > 0 for side in (size.width, size.height)):
            raise PublishError("I206", f"page {number} has no size: its width or its height is nothing", None, "leave it out")
    return sizes if len(sizes) == plan.pages else (sizes[0],) * plan.pages


# Cells ------------------------------------------------------------------------------------------


def _choices(plan: Plan, sizes: Sequence[PageSize]) -> list[_Cells]:
    """How large cells may be. Where pages only stand beside each other, they may also lie on their sides."""
    width, height = place_for(sizes)
    upright = _cells(plan, width, height)
    return [upright, _cells(plan, height, width)] if plan.scheme == "n-up" else [upright]


def _cells(plan: Plan, width: float, height: float) -> _Cells:
    return _Cells(tuple(width * column / min(plan.columns) for column in plan.columns), height)


def _grid(cells: _Cells, plan: Plan, sheet: Fitted, job: PrintJob) -> SheetGrid:
    """The lines between the cells of a front, in the middle of the sheet but for the job's shift."""
    area = cells.area(plan).scaled(sheet.scale)
    right, up = job.shift
    left, top = (sheet.width - area.width) / 2 + right, (sheet.height + area.height) / 2 + up
    columns = tuple(left + sheet.scale * width for width in accumulate(cells.columns, initial=0.0))
    rows = tuple(top - sheet.scale * cells.height * row for row in range(plan.rows + 1))
    return SheetGrid(sheet.width, sheet.height, columns, rows)


def _look_at_shift(grid: SheetGrid, job: PrintJob, report: Report) -> None:
    beyond = max(-grid.columns[0], grid.columns[-1] - grid.width, -grid.rows[-1], grid.rows[0] - grid.height)
    if any(job.shift) and beyond > SLACK:
        moves = (f"{abs(Length(by).mm):.1f} mm {_WORDS[by < 0][way]}" for way, by in enumerate(job.shift) if by)
        message = f"moved {' and '.join(moves)}, pages stand {Length(beyond).mm:.1f} mm beyond the edge of the sheet"
        report.error("I204", message, None, "make `shift` smaller, or take a larger `sheet`")


def _look_at_fits(fits: Sequence[PageFit], report: Report) -> None:
    """Says which pages are turned or made smaller alone. Where all are, that is how they stand on the sheet."""
    if len(set(fits)) == 1:
        return
    usual = Counter(fits).most_common(1)[0][0].turned
    said = [text for number, one in enumerate(fits, 1) if (text := _fitted_alone(number, one, usual))]
    if said:
        more = f", and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
        report.info("I207", f"pages of another size are fitted into the places of the others: {', '.join(said[:_NAMED])}{more}")


def _fitted_alone(number: int, fit: PageFit, usual: bool) -> str:
    how = ["turned"] if fit.turned != usual else []
    how += [f"made smaller, to {percent(fit.scale)} %"] if fit.scale < 1 else []
    return f"page {number} is {' and '.join(how)}" if how else ""


def _look_at_staples(plan: Plan, job: PrintJob, report: Report) -> None:
    if plan.scheme != "saddle" or not too_thick_to_staple(plan.nested, job.paper.thickness):
        return
    most = int(STAPLED_SHEETS * OFFICE.thickness / job.paper.thickness + 1e-6)
    message = f"{plan.nested} sheets of {job.paper.name} in one another are more than a staple takes, which is about {most}"
    report.warning("I210", message, None, "take `scheme: signatures` and sew or glue it, thinner paper, or an edition in parts")


# Sides ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _AllSides:
    """What all sides share; ``fits`` are the pages' own in their cells, ``bleed`` is the widest on paper."""

    plan: Plan
    sizes: Sequence[PageSize]
    fits: Sequence[PageFit]
    grid: SheetGrid
    job: PrintJob
    scale: float
    bleed: float
    trimmed: bool


def _faces(shared: _AllSides, number: int, sheet: Sheet) -> Iterator[Face]:
    yield _face(shared, number, sheet, back=False)
    if sheet.back:
        back = _face(shared, number, sheet, back=True)
        yield _turned(back, shared.grid) if _turns_other_way(shared.job.flip, shared.grid) else back


def _face(shared: _AllSides, number: int, sheet: Sheet, back: bool) -> Face:
    return Face(number, back, tuple(_placed(shared, sheet, back)), tuple(marks(shared.plan, sheet, shared.grid, shared.bleed, back, shared.trimmed)))


def _placed(shared: _AllSides, sheet: Sheet, back: bool) -> Iterator[Placed]:
    grid = shared.grid.from_behind() if back else shared.grid
    for row, cells in enumerate(sheet.back if back else sheet.front):
        for column, cell in enumerate(cells):
            if cell.page != BLANK:
                yield _page(shared, cell, grid.cell(row, column), grid.limits(row, column))


def _page(shared: _AllSides, cell: PageCell, box: Box, limits: Box) -> Placed:
    """A page in the middle of its cell, moved by creep. Its bleed ends at the limits."""
    size, own = shared.sizes[cell.page - 1], shared.fits[cell.page - 1]
    turn, scale = _turn(shared, cell, own), shared.scale * own.scale
    middle = (box[0] + box[2]) / 2 + moved_by_creep(cell, shared.job.paper.thickness), (box[1] + box[3]) / 2
    matrix = _matrix(size, middle, scale, turn)
    half = [scale * (side / 2 + size.bleed) for side in (size.width, size.height)]
    across, along = half[::-1] if turn in (90, 270) else half
    clip = (
        max(middle[0] - across, limits[0]), max(middle[1] - along, limits[1]),
        min(middle[0] + across, limits[2]), min(middle[1] + along, limits[3]),
    )  # fmt: skip
    return Placed(cell.page, matrix, clip)


def _turn(shared: _AllSides, cell: PageCell, own: PageFit) -> int:
    """A page that is turned in its cell has its head where its row begins: turned to be read, the first stands above the rest."""
    if not own.turned:
        return cell.turn
    return (cell.turn + (90 if shared.plan.from_right else 270)) % 360


def _matrix(size: PageSize, middle: tuple[float, float], scale: float, turn: int) -> Matrix:
    cosine, sine = (scale * part for part in _QUARTERS[turn])
    right, up = size.width / 2, size.height / 2
    return cosine, sine, -sine, cosine, middle[0] - cosine * right + sine * up, middle[1] - sine * right - cosine * up


# The back ---------------------------------------------------------------------------------------


def _turns_other_way(flip: str, grid: SheetGrid) -> bool:
    """Whether the printer turns a sheet about its level axis. Backs are planned for turning about the upright one.

    Who puts piles back by hand turns them on the long edge, as the test sheet for printers says.
    """
    upright_edge = "short" if grid.width > grid.height else "long"
    return ("long" if flip == "single" else flip) != upright_edge


def _turned(face: Face, grid: SheetGrid) -> Face:
    """A side on its head."""

    def point(at: tuple[float, float]) -> tuple[float, float]:
        return grid.width - at[0], grid.height - at[1]

    def page(placed: Placed) -> Placed:
        a, b, c, d, *origin = placed.matrix
        left, bottom, right, top = placed.clip
        return Placed(placed.page, (-a, -b, -c, -d, *point((origin[0], origin[1]))), (*point((right, top)), *point((left, bottom))))

    def mark(drawn: SheetMark) -> SheetMark:
        return SheetMark(drawn.kind, point(drawn.start), point(drawn.end), drawn.width)

    return Face(face.sheet, face.back, tuple(map(page, face.pages)), tuple(map(mark, face.marks)))
