"""Guides of real jobs, for the tests that read and print them."""

from __future__ import annotations

from publish.diagnostics import Report
from publish.imposition.guides.guide import Guide, guide
from publish.imposition.planning.lay_out import lay_out
from publish.imposition.planning.placing import Imposition, PageSize
from publish.imposition.planning.plan import Plan
from publish.imposition.planning.schemes import make_plan
from publish.measures.papers import paper as kind_of_paper
from publish.measures.papers import sheet
from publish.measures.print_job import PrintJob

LANGUAGES = ("en", "es", "fr", "de")
_USUAL_PAGES = {"zine": 8, "half": 4, "letter": 6, "z": 6, "gate": 8, "accordion": 8, "french": 4}
# Pages that leave blanks, pieces to put away, several signatures and a thick pile.
_MANY_PAGES = {"saddle": 30, "signatures": 90, "cut-stack": 29, "two-up": 5, "n-up": 9}


def imposed(
    scheme: str, pages: int = 0, paper: str = "a4", paper_kind: str = "80gsm", last_outside: bool = False, from_right: bool = False,
    smaller: float = 1, **settings,
) -> tuple[Plan, Imposition, PrintJob]:  # fmt: skip
    """A job whose pages fill a sheet, or are so many points smaller each way."""
    job = PrintJob(scheme=scheme, sheet=sheet(paper), paper=kind_of_paper(paper_kind), **settings)
    number = pages or _USUAL_PAGES.get(scheme) or _MANY_PAGES[scheme]
    plan = make_plan(number, scheme, up=job.up, signature=job.signature, from_right=from_right, last_outside=last_outside)
    rows, columns = plan.rows, len(plan.columns)
    long, short = job.sheet.height, job.sheet.width
    wide = columns > rows
    width, height = (long, short) if wide else (short, long)
    size = PageSize(width / sum(plan.columns) * min(plan.columns) - smaller, height / rows - smaller)
    return plan, lay_out(plan, [size], job, Report()), job


def guided(scheme: str, lang: str = "en", title: str = "Night buses for all", **settings) -> Guide:
    """The guide of such a job."""
    plan, imposition, job = imposed(scheme, **settings)
    files = ["night-buses.fronts.pdf", "night-buses.backs.pdf"] if job.flip == "single" else ["night-buses.booklet.pdf"]
    return guide(plan, imposition, job, lang, title, files)
