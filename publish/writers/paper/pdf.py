"""The book as a paginated PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from ...diagnostics import Report
from ...layout.fitting import Outcome
from ...layout.mending import MOST_PAGES, longer_pages
from ...layout.page import PageGeometry
from ...layout.proof import faults
from ...model.book import Book
from ...model.kinds import Role
from ...model.letters import letters
from ...model.walk import plain_text
from ...styles import Style
from ...typesetting.desk import Desk, at_the_desk
from ...typesetting.engine.boxes import Document
from ...typesetting.engine.starting import SCREEN
from ...typesetting.overflow import notes_beyond_the_page
from ...typesetting.page_setup import PageSetup
from ...typesetting.pages import note_texts, page_kinds, proof_pages
from ..markup.parts import notes_in_order
from ..orders.output import Output
from .fill import filled
from .fit import LaidOut, fitted, tell_of_fit
from .html import PaperHtml, PaperOptions, paper_html
from .matter_findings import tell_of_matter, tell_of_tables
from .page_findings import tell_of_overfull_lines, tell_of_pages

# Each round finds room for notes that a page could not hold, and may take it from others. Two are
# usual; a book that needs more gets all its notes at the ends of sections.
_MOST_ROUNDS = 5
# A note with so many letters is taken for what left no room to others, which are then given another try.
_LONG_NOTE = 800
# Demands that run over their page by a little are set smaller by as much as this.
_SMALLEST_DEMANDS = 0.84


def write_pdf(book: Book, style: Style, page: PageGeometry, options: PaperOptions, report: Report, fit: str = "", variant: str | None = SCREEN) -> Output:
    """The book as PDF bytes, tagged for screen readers.

    Notes that do not fit at the foot of their page are set at the end of their section. ``fit`` is
    a number of pages to fill or ``sheet``, ``variant`` the engine's name of a kind of PDF, such as
    PDF/UA-1; None is for a plain one. Raises PublishError P101 where Pango is missing.
    """
    press = _Press(book, PageSetup(style, page), options, fit, variant)
    run = press.run()
    if run.desk.needs_machine_fonts:
        run = press.run(machine_fonts=True)
    run.desk.tell(run.laid.document, book, report)
    tell_of_matter(run.laid.document, book, run.laid.setup.page, report)
    tell_of_tables(book, run.laid.setup.style, run.laid.setup.page, report)
    report.detail("P120", str(run.desk.tally))
    if run.laid.endnotes:
        _tell_of_endnotes(run.laid.endnotes, book, report)
    if fit:
        tell_of_fit(run.fitted, fit, press.setup.own_fit, book, report)
    if not style.settings.fill:
        tell_of_pages(run.laid.proof, run.laid.setup.page.leading, report)
        tell_of_overfull_lines(run.laid.proof, run.laid.setup.page.leading, book, report)
    return run.output


def _all_text(book: Book) -> str:
    sections = (plain_text(*s.title, *s.lead, *s.blocks, notes=True) for s in book.sections)
    return "".join((book.metadata.title, book.metadata.subtitle, *book.metadata.authors, *sections))


def _tell_of_endnotes(moved: frozenset[int], book: Book, report: Report) -> None:
    numbers = sorted(moved)
    named = ", ".join(map(str, numbers[:12])) + (f" and {len(numbers) - 12} more" if len(numbers) > 12 else "")
    place = notes_in_order(book)[numbers[0] - 1].place
    message = f"no room at the foot of the page for note {named}: set at the end of its section"
    report.warning("P104", message, place, "shorter notes, or fewer to a page, stay at its foot")


# Layout -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """A finished file, the pages it is made of, how they were fitted, and the desk at which that was done."""

    output: Output
    laid: LaidOut
    fitted: Outcome[LaidOut]
    desk: Desk


@dataclass(frozen=True, slots=True)
class _Press:
    """Lays a book out and writes it, again and again until every note has its place."""

    book: Book
    setup: PageSetup
    options: PaperOptions
    wanted: str = ""  # how many pages
    variant: str | None = SCREEN

    def run(self, machine_fonts: bool = False) -> _Run:
        with at_the_desk(self.setup.style, self.book.assets, _all_text(self.book), machine_fonts) as desk:
            outcome = self._fitted(desk)
            laid = outcome.laid
            if self.wanted or laid.setup is not self.setup:  # otherwise it was tried when it was laid out
                laid = self._mended(desk, laid, may_end_sooner=not self.wanted)
            made = desk.finish(laid.document, laid.aside, self.variant)
        return _Run(Output({"": made.data}, made.words, made.kinds, starts=made.starts), laid, outcome, desk)

    def _fitted(self, desk: Desk) -> Outcome[LaidOut]:
        lay_out = partial(self._at_best, desk)
        if not self.setup.style.settings.fill:
            return self._saved(fitted(self.wanted, self.setup, lay_out), lay_out)
        laid = filled(self.book, self.setup, lay_out)
        return Outcome(laid.pages, self.setup.own_fit, laid, laid)

    def _saved(self, outcome: Outcome[LaidOut], lay_out: Callable[[PageSetup], LaidOut]) -> Outcome[LaidOut]:
        """The same on a page less, where nobody asked for so many and the last would hold hardly anything."""
        laid = outcome.laid
        if self.wanted or laid.pages == 1 or laid.last_page_share >= self.setup.style.settings.save_page:
            return outcome
        closer = fitted(str(laid.pages - 1), self.setup, lay_out)
        return closer if closer.fit else outcome

    def _at_best(self, desk: Desk, setup: PageSetup) -> LaidOut:
        """The book laid out; mended where it is set as its style says, for it may then fit as it is."""
        laid = self._laid_out(desk, setup)
        return self._mended(desk, laid, may_end_sooner=True) if setup is self.setup else laid

    def _laid_out(self, desk: Desk, setup: PageSetup) -> LaidOut:
        """The book with its demands on one page, if they can be, and every note where there is room for it."""
        laid = self._with_notes(desk, setup)
        if setup.style.settings.fill or not _demands_run_over(laid, self.book):
            return laid
        # Where the smallest does not do, nothing between will.
        smaller = self._with_notes(desk, setup, _SMALLEST_DEMANDS)
        if _demands_run_over(smaller, self.book):
            return laid
        between = self._with_notes(desk, setup, (1 + _SMALLEST_DEMANDS) / 2)
        return smaller if _demands_run_over(between, self.book) else between

    def _with_notes(self, desk: Desk, setup: PageSetup, demands: float = 1) -> LaidOut:
        """The book with every note at the foot of its page or at the end of its section."""
        at_end = self._kept_for_the_end()
        endnotes: frozenset[int] = frozenset()
        for round in range(_MOST_ROUNDS):
            html = paper_html(self.book, setup.style, setup.page, self.options, at_end | endnotes, demands)
            document = desk.lay_out(html.text, setup)
            lost = _lost_notes(document, html)
            if not lost:
                break
            long = frozenset(number for number in lost if len(html.footnotes[number]) > _LONG_NOTE)
            endnotes |= (long or lost) if round < _MOST_ROUNDS - 2 else frozenset(html.footnotes)
        return LaidOut(document, setup, endnotes, proof_pages(document), html.aside)

    def _mended(self, desk: Desk, laid: LaidOut, may_end_sooner: bool) -> LaidOut:
        """The same once more with last pages filled up, where any needs it and it does good."""
        leading = laid.setup.page.leading
        longer = longer_pages(laid.proof, leading, may_end_sooner) if laid.pages <= MOST_PAGES else {}
        if not longer or laid.setup.longer:
            return laid
        again = self._laid_out(desk, replace(laid.setup, longer=longer))
        kept = may_end_sooner or again.pages == laid.pages
        return again if kept and len(faults(again.proof, leading)) < len(faults(laid.proof, leading)) else laid

    def _kept_for_the_end(self) -> frozenset[int]:
        """The notes that never stand at the foot of a page, as the style says."""
        if self.setup.style.settings.notes == "page":
            return frozenset()
        return frozenset(range(1, len(notes_in_order(self.book)) + 1))


def _demands_run_over(laid: LaidOut, book: Book) -> bool:
    """Whether some demands take more than the page that is theirs."""
    return page_kinds(laid.document).count("demands") > sum(section.role is Role.DEMANDS for section in book.sections)


# Notes ------------------------------------------------------------------------------------------


def _lost_notes(document: Document, html: PaperHtml) -> frozenset[int]:
    """The numbers of notes that stand on no page, or of which a page holds only a part.

    The engine lets go, without a word, of notes that find no room.
    """
    standing = note_texts(document) if html.footnotes else {}
    lost = (number for number, text in html.footnotes.items() if letters(text) not in letters(standing.get(number, "")))
    return frozenset(lost) | frozenset(notes_beyond_the_page(document))
