"""The book as a print shop takes it: trimmed pages with bleed and marks in the inks of the job, and the cover of a glued one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...diagnostics import Report
from ...language.dates import show_date
from ...layout.page import page_geometry
from ...measures.contrast import luminance
from ...measures.print_job import PrintJob
from ...measures.shapes import Length, Shape
from ...pdf.facts import facts_of
from ...prepress.preflight import Limits, preflight
from ...prepress.press_file import PressSheet, press_file
from ...prepress.profiles import HOW_TO_GET_ONE, has_profile
from ...prepress.services.presets import Preset, inside_margin, preset
from ...prepress.services.requirements import check_choice, check_cover, check_file
from ...prepress.services.spine import is_glued, spine_width
from ...typesetting.page_setup import suited
from ..markup.parts import reads_from_right
from ..markup.timestamp import made
from ..orders.order import Order, PageWishes
from ..orders.output import Output
from ..orders.overrides import coloured
from ..paper.paged import trim_of, typeset, variant_of
from .cover_sheet import write_cover_sheet

# The more pages, the wider the inner margin of a glued book, and the wider that is, the more pages.
_MOST_LAYOUTS = 4
_USUAL_INK_LIMIT = 300  # percent
_PALE, _WHITE = 0.6, "#ffffff"


def write_press(order: Order, report: Report) -> Output:
    """The pages for the press, held to the rules of the print service that the settings name.

    A glued book's cover is a file of its own, so its pages have none. The order's name is printed beside them.
    """
    task = _task(order, "black")
    if not task.is_taken(report):
        return Output({})
    pages = task.pages(report)
    files = press_file(pages.data, task.job, task.press_sheet(task.bleed), report, task.job.profile_folder)
    task.look_at(files.values(), report)
    if task.service:
        for data in files.values():
            check_file(task.service, facts_of(data), report, reads_from_right(order.book.metadata))
    return Output(files, pages.words, pages.kinds)


def write_cover(order: Order, report: Report) -> Output:
    """Front, spine and back on one sheet, the spine as wide as the book's pages are thick, which are laid out for that."""
    task = _task(order, _usual_cover_ink(order, report))
    if not task.is_taken(report):
        return Output({})
    trim = task.trim
    pages = _task(order, "black").pages(Report()).pages  # as they are in the file of the pages
    spine = spine_width(pages, task.job.paper, task.service, task.job.binding)
    _tell_of_spine(task, pages, spine, report)
    style = coloured(suited(order.style, trim.width, trim.height), task.order.settings)
    page = page_geometry(trim.width, trim.height, style.settings.margins, style.settings.leading)
    bleed = _given(task.job.bleed, task.service.bleed.cover if task.service else trim.usual_bleed)
    wanted = {"yes": True, "no": False}.get(task.job.spine_text)
    cover = write_cover_sheet(order.book, style, page, spine, bleed, report, pages, task.service, wanted)
    sheet = task.press_sheet(bleed, cover.folds)
    files = press_file(cover.data, task.job, sheet, report, task.job.profile_folder)
    task.look_at(files.values(), report)
    if task.service:
        for data in files.values():
            check_cover(task.service, facts_of(data), trim, spine, report)
    return Output(files)


def _task(order: Order, usual_ink: str) -> _Task:
    """The order in the inks that it asks for, or else the usual."""
    printing = order.settings.printing
    return _Task(_on_bare_paper(order.changed(printing=replace(printing, ink=printing.ink or usual_ink))))


def _usual_cover_ink(order: Order, report: Report) -> str:
    """What a print service prints covers in, where this system can make that."""
    printing = order.settings.printing
    wanted = preset(printing.preset).cover_ink if printing.preset else ""
    if wanted == "cmyk" and not printing.ink and not has_profile(printing.profile):
        report.warning("N107", "the cover is in black, for this system has no CMYK profile", None, HOW_TO_GET_ONE)
        return "black"
    return wanted or "black"


def _on_bare_paper(order: Order) -> Order:
    """The order without a pale colour for covers where that would be dots of black, and grey to the eye."""
    settings = order.settings
    paper = settings.colours.paper or order.style.settings.cover.paper
    if settings.printing.ink == "cmyk" or luminance(paper) < _PALE:
        return order
    return order.changed(colours=replace(settings.colours, paper=_WHITE))


def _tell_of_spine(task: _Task, pages: int, spine: Length, report: Report) -> None:
    if is_glued(task.job.binding, task.service):
        report.info("T130", f"the spine is {spine.mm:.2f} mm wide, for {pages} pages on {task.job.paper.name}")
    else:
        report.info("T131", f"{pages} stapled pages have no spine", None, "`binding: glued` makes one, as wide as they are thick")


@dataclass(frozen=True, slots=True)
class _Task:
    """A book to be made ready for the press."""

    order: Order

    @property
    def trim(self) -> Shape:
        """The page when it is trimmed."""
        return trim_of(self.order.style, self.order.settings)

    @property
    def service(self) -> Preset | None:
        """The print service whose rules hold."""
        name = self.order.settings.printing.preset
        return preset(name) if name else None

    @property
    def job(self) -> PrintJob:
        """The job with what the print service wants where nobody said otherwise."""
        job, service = self.order.settings.printing, self.service
        if not service:
            return job
        marks = job.marks if job.marks is not None or service.file.marks else ()
        standards = service.file.standards
        return replace(job, marks=marks, pdf_standard=job.pdf_standard or (standards[0] if standards else ""))

    def is_taken(self, report: Report) -> bool:
        """Whether the print service takes such a job; if not, it is told why before anything is laid out."""
        if self.service:
            check_choice(self.service, self.trim, 0, self.job, report)
        return not report.failed

    @property
    def bleed(self) -> float:
        """How far the pages' colour goes beyond their edges: a print service takes pages without, as no text reaches the edge."""
        return _given(self.job.bleed, Length(0) if self.service else self.trim.usual_bleed)

    def pages(self, report: Report) -> Output:
        """The pages, their inner margin as wide as the service asks for so many."""
        glued = is_glued(self.job.binding, self.service)
        order = self.order.changed(cover="no", back_cover="no") if glued else self.order
        wishes = PageWishes(bleed=self.bleed, variant=variant_of(self.job.pdf_standard, on_screen=False))
        if not self.service:
            return typeset(order, wishes, report)
        for _ in range(_MOST_LAYOUTS):
            own = Report()
            pages = typeset(order, wishes, own)
            wanted = inside_margin(self.service, pages.pages)
            if wanted <= wishes.least_inner:
                break
            wishes = replace(wishes, least_inner=wanted)
        report.extend(own)
        return pages

    def press_sheet(self, bleed: float, folds: tuple[float, ...] = ()) -> PressSheet:
        """What the sheets of a file share."""
        metadata = self.order.book.metadata
        date = show_date(metadata.date, metadata.lang) if metadata.date else ""
        return PressSheet(
            bleed=bleed,
            slug=tuple(filter(None, (metadata.title, self.order.name, date))),
            made=made(metadata),
            bleed_at_spine=self.service is None or self.service.bleed.edges != "outer" or bool(folds),
            from_right=reads_from_right(metadata),
            folds=folds,
        )

    def look_at(self, files: Iterable[bytes], report: Report) -> None:
        """The inspection that finished files go through before a print shop sees them."""
        limit = self.service.file.ink_limit if self.service else 0
        inks = frozenset() if self.job.ink == "cmyk" else frozenset(("black",))
        for data in files:
            preflight(data, Limits(inks=inks, total_ink=limit or _USUAL_INK_LIMIT), report)


def _given(value: Length | None, otherwise: Length) -> Length:
    return otherwise if value is None else value
