"""From a PDF to its sheets: the whole way on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...diagnostics import PublishError, Report
from ...model.place import Place
from ..job import PrintJob
from ..papers import sheet_for
from ..planning.lay_out import lay_out
from ..planning.placing import Face, Imposition, PageSize
from ..planning.plan import Plan
from ..planning.schemes import make_plan
from ..shapes import POINTS
from .draw import draw
from .source_pdf import SourcePdf, open_source

# Sizes that differ by less are one: programs round lengths in their own ways.
_SAME = 1.0  # points
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
    job = _on_usual_sheet(job, source.sizes[0])
    plan = planned(len(source.pages), job, source.from_right if from_right is None else from_right, last_outside)
    imposition = lay_out(plan, source.sizes, job, report)
    return ImposedJob(plan, imposition, _files(imposition, source, job), source.title)


def planned(pages: int, job: PrintJob, from_right: bool = False, last_outside: bool = False) -> Plan:
    """The plan of a job for so many pages. Raises PublishError I200 where its scheme has no place for them."""
    try:
        return make_plan(pages, job.scheme, up=job.up, signature=job.signature, from_right=from_right, last_outside=last_outside)
    except ValueError as error:
        raise PublishError("I200", str(error)) from error


def _on_usual_sheet(job: PrintJob, page: PageSize) -> PrintJob:
    """The job on a sheet as large as a page where pages only stand beside each other: a hand-out is as small as that makes it."""
    if job.scheme != "n-up" or job.sheet or job.scale is not None:
        return job
    return replace(job, sheet=sheet_for(page.width, page.height))


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
    (common, _), *_ = Counter(map(_rounded, sizes)).most_common(1)
    usual = next(size for size in sizes if _rounded(size) == common)
    others = [number for number, size in enumerate(sizes, 1) if not _alike(size, usual)]
    if others:
        named = ", ".join(map(str, others[:_NAMED])) + (" and more" if len(others) > _NAMED else "")
        report.info(
            "I111", f"most pages measure {_millimetres(usual)}, but {len(others)} of {len(sizes)} do not: page {named}", place,
            "each is centred in its place",
        )  # fmt: skip


def _rounded(size: PageSize) -> tuple[int, int]:
    return round(size.width), round(size.height)


def _alike(one: PageSize, other: PageSize) -> bool:
    return abs(one.width - other.width) < _SAME and abs(one.height - other.height) < _SAME


def _millimetres(size: PageSize) -> str:
    return f"{size.width / POINTS['mm']:.0f} × {size.height / POINTS['mm']:.0f} mm"
