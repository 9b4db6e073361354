"""From a PDF to its sheets: the whole way on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...diagnostics import PublishError, Report
from ...measures.print_job import PrintJob
from ...measures.shapes import POINTS
from ...model.place import Place
from ..planning.lay_out import lay_out
from ..planning.page_sizes import alike, usual_size
from ..planning.placing import Face, Imposition, PageSize
from ..planning.plan import Plan
from ..planning.schemes import make_plan
from ..planning.usual_sheet import on_usual_sheet
from .draw import draw
from .source_pdf import SourcePdf, open_source

_NAMED = 10


@dataclass(frozen=True, slots=True)
class ImposedJob:
    """What is to be printed, and how it came about.

    ``files`` has one PDF under ``""``; or, for a printer that takes fronts and backs in two runs, those
    under ``fronts`` and ``backs``, the latter in the order in which they are to be printed. ``title`` is the source's.
    """

    plan: Plan
    imposition: Imposition
    files: Mapping[str, bytes]
    title: str = ""


def impose(data: bytes, name: str, job: PrintJob, report: Report, *, from_right: bool | None = None, last_outside: bool = False) -> ImposedJob:
    """The sheets of a PDF. ``from_right`` None leaves it to the file on which side it is bound.

    Raises PublishError where the file cannot be read (I101 to I107, see :func:`open_source`), where a scheme
    has no place for so many pages (I200), and where they do not fit the sheet.
    """
    source = open_source(data, name, report)
    _say_sizes(source.sizes, Place(name), report)
    plan = planned(len(source.pages), job, source.from_right if from_right is None else from_right, last_outside)
    job = on_usual_sheet(job, plan, usual_size(source.sizes))
    imposition = lay_out(plan, source.sizes, job, report)
    return ImposedJob(plan, imposition, _files(imposition, source, job), source.title)


def planned(pages: int, job: PrintJob, from_right: bool = False, last_outside: bool = False) -> Plan:
    """The plan of a job for so many pages. Raises PublishError I200 where its scheme has no place for them."""
    try:
        return make_plan(pages, job.scheme, up=job.up, signature=job.signature, from_right=from_right, last_outside=last_outside)
    except ValueError as error:
        raise PublishError("I200", str(error)) from error


def _files(imposition: Imposition, source: SourcePdf, job: PrintJob) -> dict[str, bytes]:
    fronts = [face for face in imposition.faces if not face.back]
    backs = [face for face in imposition.faces if face.back]
    if job.flip != "single" or not backs:
        return {"": draw(imposition, source, title=source.title, flip=job.flip if backs else "single")}
    runs = {"fronts": fronts, "backs": _in_step(fronts, backs, job.reload == "reversed")}
    return {run: draw(imposition, source, title=source.title, faces=faces, flip="single") for run, faces in runs.items()}


def _in_step(fronts: Sequence[Face], backs: Sequence[Face], reversed_order: bool) -> list[Face]:
    """The backs, with an empty one for every sheet that has none: each sheet goes through the printer again."""
    known = {face.sheet: face for face in backs}
    all_backs = [known.get(front.sheet, Face(front.sheet, back=True, pages=())) for front in fronts]
    return all_backs[::-1] if reversed_order else all_backs


# Sizes ------------------------------------------------------------------------------------------


def _say_sizes(sizes: Sequence[PageSize], place: Place, report: Report) -> None:
    """Says which pages are not as large as most are."""
    usual = usual_size(sizes)
    others = [number for number, size in enumerate(sizes, 1) if not alike(size, usual)]
    if others:
        named = ", ".join(map(str, others[:_NAMED])) + (" and more" if len(others) > _NAMED else "")
        report.info(
            "I111", f"most pages measure {_millimetres(usual)}, but {len(others)} of {len(sizes)} do not: page {named}", place,
            "each stands in the middle of its place",
        )  # fmt: skip


def _millimetres(size: PageSize) -> str:
    return f"{size.width / POINTS['mm']:.0f} × {size.height / POINTS['mm']:.0f} mm"
