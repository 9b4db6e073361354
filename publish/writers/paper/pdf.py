"""The book as a paginated PDF; the only file that imports WeasyPrint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ...diagnostics import Report
from ...layout.fitting import Outcome
from ...layout.mending import MOST_PAGES, longer_pages
from ...layout.page import PageGeometry
from ...layout.proof import faults
from ...model.book import Book
from ...model.letters import letters
from ...model.nodes import Role
from ...model.walk import plain_text
from ...styles import Style
from ...typesetting.composing.lines import Tally, stretched_letters
from ...typesetting.desk import Desk
from ...typesetting.engine import SCREEN, engine
from ...typesetting.fonts.families import uncovered
from ...typesetting.fonts.fontconfig import only_these_fonts
from ...typesetting.fonts.style_fonts import font_folders
from ...typesetting.messages import Messages, StyleLines
from ...typesetting.one_link import one_for_each
from ...typesetting.page_setup import Makeup
from ...typesetting.page_starts import page_starts
from ...typesetting.pages import note_area, note_number, note_texts, page_kinds, proof_pages
from ...typesetting.roomy_stack import with_room
from ...typesetting.stand_ins import tell_of_stand_ins
from ...typesetting.tagging.folios import folios
from ...typesetting.tagging.logical import needs_care, with_logical_words
from ...typesetting.tagging.origins import Origins, origins_known
from ...typesetting.tagging.page_labels import label_pages
from ...typesetting.tagging.references import references_kept
from ...typesetting.tagging.standards import meet_standards
from ...typesetting.tagging.tags import mend_tags
from ...typesetting.tagging.text import SpokenPdf, marked_texts, spoken, without_pages
from ..markup.parts import notes_in_order
from ..orders.output import Output
from .fill import filled
from .fit import LaidOut, fitted, tell_of_fit
from .html import PaperHtml, PaperOptions, paper_html
from .matter_findings import tell_of_matter, tell_of_tables
from .page_findings import tell_of_overfull_lines, tell_of_pages

if TYPE_CHECKING:
    from types import ModuleType

# Each round finds room for notes that a page could not hold, and may take it from others. Two are
# usual; a book that needs more gets all its notes at the ends of sections.
_MOST_ROUNDS = 5
# A note with so many letters is taken for what left no room to others, which are then given another try.
_LONG_NOTE = 800
# Demands that run over their page by a little are set smaller by as much as this.
_SMALLEST_DEMANDS = 0.84
# The pages behind the title: contents, which are no part of the text, and an imprint that ends it in the book.
_BEFORE_THE_TEXT = frozenset(("imprint", "contents"))


def write_pdf(book: Book, style: Style, page: PageGeometry, options: PaperOptions, report: Report, fit: str = "", variant: str | None = SCREEN) -> Output:
    """The book as PDF bytes, tagged for screen readers.

    Notes that do not fit at the foot of their page are set at the end of their section. ``fit`` is
    a number of pages to fill or ``sheet``, ``variant`` WeasyPrint's name of a kind of PDF, such as
    PDF/UA-1; None is for a plain one. Raises PublishError P101 where Pango is missing.
    """
    text = _all_text(book)
    press = _Press(engine(), book, Makeup(style, page), options, needs_care(text), fit, variant)
    run = press.run(machine_fonts=bool(uncovered(text)))
    if run.messages.missing_signs and not run.machine_fonts:
        run = press.run(machine_fonts=True)
    if run.machine_fonts:
        tell_of_stand_ins(run.laid.document, style, book, report)
    run.messages.tell(book, report)
    tell_of_matter(run.laid.document, book, run.laid.makeup.page, report)
    tell_of_tables(book, run.laid.makeup.style, run.laid.makeup.page, report)
    report.detail("P120", str(run.tally))
    if run.laid.endnotes:
        _tell_of_endnotes(run.laid.endnotes, book, report)
    if fit:
        tell_of_fit(run.fitted, fit, press.makeup.own_fit, book, report)
    if not style.settings.fill:
        tell_of_pages(run.laid.proof, run.laid.makeup.page.leading, report)
        tell_of_overfull_lines(run.laid.proof, run.laid.makeup.page.leading, book, report)
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
    """A finished file, the pages it is made of, how they were fitted, and what was said on the way."""

    output: Output
    laid: LaidOut
    fitted: Outcome[LaidOut]
    tally: Tally
    messages: Messages
    machine_fonts: bool  # whether those were seen


@dataclass(frozen=True, slots=True)
class _Press:
    """Lays a book out and writes it, again and again until every note has its place."""

    weasyprint: ModuleType
    book: Book
    makeup: Makeup
    options: PaperOptions
    careful: bool  # whether glyphs stand in another order than the words
    wanted: str = ""  # how many pages
    variant: str | None = SCREEN

    def run(self, machine_fonts: bool) -> _Run:
        lines = StyleLines()
        messages = Messages(lines)
        with only_these_fonts(font_folders(self.makeup.style), machine_fonts), messages.listening():
            desk = Desk(self.weasyprint, self.makeup.style, self.book.assets, lines, messages)
            outcome = self._fitted(desk)
            laid = outcome.laid
            if self.wanted or laid.makeup is not self.makeup:  # otherwise it was tried when it was laid out
                laid = self._mended(desk, laid, may_end_sooner=not self.wanted)
            with stretched_letters(self.weasyprint), references_kept(self.weasyprint), origins_known(self.weasyprint) as origins:
                output = with_room(partial(_finish, laid.document, self.careful, laid.aside, self.variant, origins))
        return _Run(output, laid, outcome, desk.tally, messages, machine_fonts)

    def _fitted(self, desk: Desk) -> Outcome[LaidOut]:
        lay_out = partial(self._at_best, desk)
        if not self.makeup.style.settings.fill:
            return self._saved(fitted(self.wanted, self.makeup, lay_out), lay_out)
        laid = filled(self.book, self.makeup, lay_out)
        return Outcome(laid.pages, self.makeup.own_fit, laid, laid)

    def _saved(self, outcome: Outcome[LaidOut], lay_out: Callable[[Makeup], LaidOut]) -> Outcome[LaidOut]:
        """The same on a page less, where nobody asked for so many and the last would hold hardly anything."""
        laid = outcome.laid
        if self.wanted or laid.pages == 1 or laid.last_page_share >= self.makeup.style.settings.save_page:
            return outcome
        closer = fitted(str(laid.pages - 1), self.makeup, lay_out)
        return closer if closer.fit else outcome

    def _at_best(self, desk: Desk, makeup: Makeup) -> LaidOut:
        """The book laid out; mended where it is set as its style says, for it may then fit as it is."""
        laid = self._laid_out(desk, makeup)
        return self._mended(desk, laid, may_end_sooner=True) if makeup is self.makeup else laid

    def _laid_out(self, desk: Desk, makeup: Makeup) -> LaidOut:
        """The book with its demands on one page, if they can be, and every note where there is room for it."""
        laid = self._with_notes(desk, makeup)
        if makeup.style.settings.fill or not _demands_run_over(laid, self.book):
            return laid
        # Where the smallest does not do, nothing between will.
        smaller = self._with_notes(desk, makeup, _SMALLEST_DEMANDS)
        if _demands_run_over(smaller, self.book):
            return laid
        between = self._with_notes(desk, makeup, (1 + _SMALLEST_DEMANDS) / 2)
        return smaller if _demands_run_over(between, self.book) else between

    def _with_notes(self, desk: Desk, makeup: Makeup, demands: float = 1) -> LaidOut:
        """The book with every note at the foot of its page or at the end of its section."""
        at_end = self._kept_for_the_end()
        endnotes: frozenset[int] = frozenset()
        for round in range(_MOST_ROUNDS):
            html = paper_html(self.book, makeup.style, makeup.page, self.options, at_end | endnotes, demands)
            document = with_room(partial(desk.lay_out, html.text, makeup))
            lost = _lost_notes(document, html)
            if not lost:
                break
            long = frozenset(number for number in lost if len(html.footnotes[number]) > _LONG_NOTE)
            endnotes |= (long or lost) if round < _MOST_ROUNDS - 2 else frozenset(html.footnotes)
        return LaidOut(document, makeup, endnotes, proof_pages(document), html.aside)

    def _mended(self, desk: Desk, laid: LaidOut, may_end_sooner: bool) -> LaidOut:
        """The same once more with last pages filled up, where any needs it and it does good."""
        leading = laid.makeup.page.leading
        longer = longer_pages(laid.proof, leading, may_end_sooner) if laid.pages <= MOST_PAGES else {}
        if not longer or laid.makeup.longer:
            return laid
        again = self._laid_out(desk, replace(laid.makeup, longer=longer))
        kept = may_end_sooner or again.pages == laid.pages
        return again if kept and len(faults(again.proof, leading)) < len(faults(laid.proof, leading)) else laid

    def _kept_for_the_end(self) -> frozenset[int]:
        """The notes that never stand at the foot of a page, as the style says."""
        if self.makeup.style.settings.notes == "page":
            return frozenset()
        return frozenset(range(1, len(notes_in_order(self.book)) + 1))


def _demands_run_over(laid: LaidOut, book: Book) -> bool:
    """Whether some demands take more than the page that is theirs."""
    return page_kinds(laid.document).count("demands") > sum(section.role is Role.DEMANDS for section in book.sections)


def _finish(document, careful: bool, aside: frozenset[str], variant: str | None, origins: Origins) -> Output:
    said: list[SpokenPdf] = []
    numbers = folios(document)
    one_for_each(document)

    def finisher(_, pdf) -> None:
        texts = marked_texts(pdf)
        if careful:
            texts = with_logical_words(pdf, document, texts)
        mend_tags(pdf, texts, _pages_named(document, pdf, frozenset(("contents",))), origins)
        label_pages(pdf, numbers)
        meet_standards(pdf, variant)
        counted = without_pages(texts, _pages_named(document, pdf, aside))
        said.append(spoken(pdf, counted, last=_pages_named(document, pdf, _BEFORE_THE_TEXT)))

    data = document.write_pdf(pdf_variant=variant, pdf_tags=True, finisher=finisher)
    return Output({"": data}, said[0].words, tuple(page_kinds(document)), starts=page_starts(document, numbers))


def _pages_named(document, pdf, names: frozenset[str]) -> frozenset[bytes]:
    """The references of the pages of these kinds."""
    kinds = page_kinds(document)
    return frozenset(reference for reference, kind in zip(pdf.page_references, kinds, strict=True) if kind in names)


# Notes ------------------------------------------------------------------------------------------


def _lost_notes(document, html: PaperHtml) -> frozenset[int]:
    """The numbers of notes that stand on no page, or of which a page holds only a part.

    WeasyPrint lets go, without a word, of notes that find no room.
    """
    standing = note_texts(document) if html.footnotes else {}
    lost = (number for number, text in html.footnotes.items() if letters(text) not in letters(standing.get(number, "")))
    return frozenset(lost) | frozenset(_notes_beyond_the_page(document))


def _notes_beyond_the_page(document) -> Iterator[int]:
    """The longest note of each page whose notes reach higher than the text block does."""
    for page in (page._page_box for page in document.pages):
        area = note_area(page)
        if area is not None and area.position_y < page.content_box_y():
            yield note_number(max(area.children, key=lambda note: note.height))
