"""Which sheet the pages of a plan are printed on, which way round it lies, and how much smaller they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...diagnostics import PublishError, Report
from ...measures.papers import sheet_for
from ...measures.print_job import SMALLEST_SCALE, PrintJob
from ...measures.shapes import Length, Shape
from .leaflets import OF_ONE_SHEET

# Sheets are cut no more exactly than this, in points; what is that much too large fits.
SLACK = 1.0
# Pages that are smaller cannot be read. The sides of the A series are whole millimetres, so half of one is not quite half.
SMALLEST = 0.495
# What is folded from one sheet is made of pages of that sheet's own size: the panels of a zine are a third of it.
SMALLEST_PANEL = 0.3
_NEARLY = 1e-9
_NO_LOSS = 5e-5  # of a scale: rounding of a sheet's sides


def smallest_of(scheme: str) -> float:
    """The smallest scale at which pages are put on sheets unasked. On hand-outs they are as small as they must be."""
    if scheme == "n-up":
        return 0
    return SMALLEST_PANEL if scheme in OF_ONE_SHEET else SMALLEST


@dataclass(frozen=True, slots=True)
class Area:
    """What all cells of a side take at full size, in points."""

    width: float
    height: float

    def scaled(self, scale: float, margin: float = 0) -> Area:
        """As large as it is with its pages at a scale, and with a margin around it."""
        return Area(self.width * scale + 2 * margin, self.height * scale + 2 * margin)

    def __str__(self) -> str:
        return f"{_mm(self.width)} by {_mm(self.height)} mm"


@dataclass(frozen=True, slots=True)
class Fitted:
    """The sheet as it lies, the scale of the pages, and which of the areas it was made for."""

    width: float
    height: float
    scale: float
    choice: int = 0


def fitted(areas: Sequence[Area], job: PrintJob, report: Report, smallest: float = SMALLEST) -> Fitted:
    """The job's sheet, or one that is sold and holds the area, laid so that pages need the least shrinking.

    Of several ``areas`` the one is taken that lets pages be largest, and of two as good the first. Reports I203 where
    pages become smaller. Raises PublishError: I201 where they would be smaller than ``smallest``, I202 where they do
    not fit at the job's own scale, I205 where the margin leaves nothing of the sheet.
    """
    sheet = job.sheet or _sheet_for(areas[0], job)
    if 2 * job.margin >= min(sheet.width, sheet.height) - SLACK:
        message = f"a margin of {_mm(job.margin)} mm leaves nothing of {sheet.name}, which is {_mm(min(sheet.width, sheet.height))} mm wide"
        raise PublishError("I205", message, None, f"make `margin` less than half of {_mm(min(sheet.width, sheet.height))} mm")
    best = _best(areas, sheet, job)
    if job.scale is not None:
        _hold_to_scale(best, job.scale, areas[best.choice], sheet, job)
        return best
    why = f"they stand on {areas[best.choice]}, and {_left(best, sheet, job)}"
    if best.scale < smallest:
        message = f"pages would be shrunk to {percent(best.scale)} %: {why}"
        raise PublishError("I201", message, None, f"`sheet: {_larger(areas[0], job)}` holds them at full size{_anyway(best.scale)}")
    _say_shrunk(best.scale, smallest, why, report)
    return best


def _anyway(scale: float) -> str:
    """How the pages are printed so small nevertheless."""
    wanted = int(scale * 100)
    return f", `--scale {wanted}` prints them as small as that" if wanted >= SMALLEST_SCALE else ""


def _say_shrunk(scale: float, smallest: float, why: str, report: Report) -> None:
    """Where panels are smaller than other pages may be, that is a warning."""
    if scale >= 1 - _NO_LOSS:
        return
    message = f"pages are shrunk to {percent(scale)} %: {why}"
    if smallest and scale < SMALLEST:
        report.warning("I203", message, None, f"lettering of 12 pt is {12 * scale:.1f} pt then: see that it can be read")
    else:
        report.info("I203", message)


def _sheet_for(area: Area, job: PrintJob) -> Shape:
    wanted = area if job.scale is None else area.scaled(job.scale, job.margin)
    return sheet_for(wanted.width, wanted.height) or Shape(str(wanted), Length(wanted.width), Length(wanted.height))


def _best(areas: Sequence[Area], sheet: Shape, job: PrintJob) -> Fitted:
    """The first of those that let pages be largest; the scale is the job's own where it has one and that fits."""
    best = Fitted(0, 0, 0)
    for choice, area in enumerate(areas):
        for width, height in _ways_round(sheet, area):
            scale = min(_ratio(width, area.width, job), _ratio(height, area.height, job))
            if scale > best.scale + _NEARLY:
                best = Fitted(width, height, scale, choice)
    return best


def _ways_round(sheet: Shape, area: Area) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both ways a sheet may lie, first the one that is like the area."""
    short, long = sorted((float(sheet.width), float(sheet.height)))
    return ((long, short), (short, long)) if area.width > area.height else ((short, long), (long, short))


def _ratio(sheet: float, area: float, job: PrintJob) -> float:
    """The largest scale, up to the wanted one, at which one side fits."""
    room, wanted = sheet - 2 * job.margin, job.scale or 1
    return wanted if area * wanted <= room + SLACK else room / area


def _hold_to_scale(best: Fitted, scale: float, area: Area, sheet: Shape, job: PrintJob) -> None:
    if best.scale < scale - _NEARLY:
        message = f"at {percent(scale)} % the pages stand on {area.scaled(scale)}, and {_left(best, sheet, job)}"
        raise PublishError("I202", message, None, f"take `sheet: {_larger(area, job)}`, or `scale: auto`")


def _larger(area: Area, job: PrintJob) -> str:
    """The sheet that holds an area with the job's margin."""
    wanted = area.scaled(job.scale or 1, job.margin)
    found = sheet_for(wanted.width, wanted.height)
    short, long = sorted((wanted.width, wanted.height))
    return found.name if found else f"{_mm(short)}mm x {_mm(long)}mm"


# Words ------------------------------------------------------------------------------------------


def _left(lying: Fitted, sheet: Shape, job: PrintJob) -> str:
    whole = Area(lying.width, lying.height)
    if not job.margin:
        return f"the sheet {sheet.name} has {whole}"
    return f"a margin of {_mm(job.margin)} mm leaves {whole.scaled(1, -job.margin)} of {sheet.name}"


def _mm(points: float) -> str:
    """In millimetres, to a tenth."""
    return f"{points / Length('1mm'):.1f}".removesuffix(".0")


def percent(scale: float) -> str:
    """To a tenth, and never more than it is but for rounding."""
    return f"{int((scale + _NO_LOSS) * 1000) / 10:.1f}".removesuffix(".0")
