"""How large the pages of a zine or a leaflet are, which are a sheet's panels, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from ...measures.print_job import PrintJob
from ...measures.shapes import SHAPES, Length, Shape
from .leaflets import OF_ONE_SHEET
from .schemes import make_plan


@dataclass(frozen=True, slots=True)
class Panels:
    """The narrowest panel of a sheet, which is the page of what is folded from it, and how many panels there are."""

    page: Shape
    count: int
    sheet: Shape


def panels(job: PrintJob) -> Panels | None:
    """The panels of a scheme that takes one sheet (A4, unless the job names another); None for other schemes."""
    if job.scheme not in OF_ONE_SHEET:
        return None
    plan = make_plan(1, job.scheme, up=job.up)
    sheet = job.sheet or SHAPES["a4"]
    sides = (sheet.height, sheet.width), (sheet.width, sheet.height)
    pages = [_panel(width, height, plan.columns, plan.rows) for width, height in sides]
    # Held upright, a panel is higher than it is wide.
    page = next((page for page in pages if page.height > page.width), pages[0])
    cells = sum(len(row) for side in (plan.sheets[0].front, plan.sheets[0].back) for row in side)
    return Panels(page, cells, sheet)


def _panel(width: float, height: float, columns: tuple[float, ...], rows: int) -> Shape:
    narrowest = Length(width * min(columns) / sum(columns))
    high = Length(height / rows)
    return Shape(f"{narrowest.mm:g}x{high.mm:g}mm", narrowest, high)
