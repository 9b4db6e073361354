"""The sheet that a job is printed on where its author names none, and the pages alone do not say it."""

from __future__ import annotations

from dataclasses import replace

from ...measures.papers import SHEETS, sheet_for
from ...measures.print_job import PrintJob
from ...measures.shapes import Shape
from .leaflets import OF_ONE_SHEET
from .placing import PageSize
from .plan import Plan

# The largest sheets that printers in offices take.
_AT_HAND = frozenset(("a5", "a4", "a3", "half-letter", "letter", "legal", "tabloid"))
_HALVES = {"a5": "a4", "half-letter": "letter"}
_ROUNDED = 0.01  # sides of pages were rounded, and add up


def on_usual_sheet(job: PrintJob, plan: Plan, page: PageSize) -> PrintJob:
    """The job on a sheet as large as a page, where that is what its scheme is made of; else the job as it is.

    A hand-out of several pages on a side is as small as that makes it. What is folded from one sheet is laid out
    as its panels, and then needs the sheet that they are parts of; or on pages as large as the sheet.
    """
    if job.sheet or job.scale is not None:
        return job
    if plan.scheme == "n-up":
        return replace(job, sheet=sheet_for(page.width, page.height))
    if plan.scheme in OF_ONE_SHEET:
        return replace(job, sheet=_of_panels(plan, page) or _as_large_as(page))
    return job


def _of_panels(plan: Plan, page: PageSize) -> Shape | None:
    """The sheet that holds the pages as its panels, where a printer at hand takes it."""
    width, height = page.width * sum(plan.columns) / min(plan.columns), page.height * plan.rows
    found = (sheet_for(width * slack, height * slack) for slack in (1, 1 - _ROUNDED))
    return next((sheet for sheet in found if sheet and sheet.name in _AT_HAND), None)


def _as_large_as(page: PageSize) -> Shape | None:
    """The sheet of a page's size, which is no smaller than office paper."""
    found = sheet_for(page.width, page.height)
    if found and found.name in _HALVES:
        return SHEETS[_HALVES[found.name]]
    return found
