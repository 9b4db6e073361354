"""A PDF's pages on sheets, and the page that tells how to print and fold them."""

from __future__ import annotations

from dataclasses import dataclass

from ...diagnostics import Report
from ...imposition.guides.guide import guide, guide_text
from ...imposition.sheets.impose import impose
from ...measures.print_job import PrintJob
from ..orders.output import Output
from .how_to import write_how_to


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the thing: the language that its instructions are in, and which way its pages are turned.

    ``from_right`` is None where the file says so itself; ``last_outside`` keeps its last page at the very back.
    """

    lang: str = "en"
    from_right: bool | None = None
    last_outside: bool = False


def imposed(data: bytes, shown: str, name: str, job: PrintJob, reader: Reader, report: Report, title: str = "") -> Output:
    """The files of a print job: the sheets, or their fronts and backs, and how to print them.

    ``shown`` is what messages call the PDF, ``name`` what its sheets are called.
    """
    done = impose(data, shown, job, report, from_right=reader.from_right, last_outside=reader.last_outside)
    files = [f"{name}-{more}.pdf" if more else f"{name}.pdf" for more in done.files]
    told = guide(done.plan, done.imposition, job, reader.lang, title or done.title, files)
    return Output({**done.files, "how-to-print": write_how_to(told)}, instructions=guide_text(told))
