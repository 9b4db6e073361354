"""A book set so that it fills exactly the pages it was asked to fill, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...diagnostics import Report
from ...layout.bounds import FitBounds
from ...layout.cast_off import Change, Measures, expected_pages, least_addition, least_cut
from ...layout.fitting import Fit, Outcome, fit_pages, ladder
from ...layout.proof import ProofPage
from ...model.book import Book, Section
from ...typesetting.pages import anchors, page_kinds, words_on_pages
from ..markup.xhtml import section_name

if TYPE_CHECKING:
    from ...typesetting.engine.boxes import Document
    from ...typesetting.page_setup import PageSetup

SHEET = "sheet"
# Kinds of pages that a short text can do without, and the settings for them.
_CAN_BE_LEFT_OUT = {"contents": "contents", "title": "title-page", "half": "half-title"}


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A book laid out, every note in its place. ``proof`` is its pages as data."""

    document: Document
    setup: PageSetup
    endnotes: frozenset[int]
    proof: Sequence[ProofPage]
    aside: frozenset[str] = frozenset()  # the named pages that say nothing of the text's

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.proof)

    @property
    def last_page_share(self) -> float:
        """How much of its last page is used."""
        last = self.proof[-1]
        return (last.end - last.top) / last.filled


def fitted(wanted: str, setup: PageSetup, lay_out: Callable[[PageSetup], LaidOut]) -> Outcome[LaidOut]:
    """The book as ``wanted`` says: a number of pages, ``sheet``, or ``""`` for as many as there are."""
    if not wanted:
        laid = lay_out(setup)
        return Outcome(laid.pages, setup.own_fit, laid, laid)
    own, now = setup.own_fit, Measures(setup.own_fit, setup.page)
    bounds = _bounds(setup)
    return fit_pages(
        own,
        steps=lambda tighter: ladder(own, bounds, setup.page.lines, tighter),
        lay_out=lambda fit: lay_out(setup.fitted(fit)),
        expected=lambda laid, fit: expected_pages(laid.proof, now, Measures(fit, setup.fitted(fit).page)),
        wanted=None if wanted == SHEET else int(wanted),
    )


def _bounds(setup: PageSetup) -> FitBounds:
    settings = setup.style.settings
    least, most = settings.fit.size
    return replace(settings.fit, size=(max(least, settings.smallest), most))


# What is said -----------------------------------------------------------------------------------


def tell_of_fit(outcome: Outcome[LaidOut], wanted: str, own: Fit, book: Book, report: Report) -> None:
    """Report how the text was fitted (P117), that it cannot be (P118), or that it fills no whole sheet (P119)."""
    nearest, pages = outcome.nearest, _counted(outcome.wanted, "page")
    if outcome.fit:
        if changes := _changes(outcome.fit, own, nearest.setup.page.lines):
            report.info("P117", f"set on {pages}: {', '.join(changes)}")
        return
    over = nearest.pages - outcome.wanted
    change = (least_cut if over > 0 else least_addition)(nearest.proof, nearest.setup.page.leading, abs(over))
    section = _section_at(change.pages[0], nearest, book) if change else None
    place, distance = section.place if section else None, _distance(outcome, change, section, book)
    if wanted == SHEET:
        unfilled = f"{_counted(outcome.first.pages, 'page')}, which fill no whole number of sheets; {pages} cannot be had"
        report.warning("P119", f"{unfilled}: {distance}", place, _hint(outcome))
    else:
        report.error("P118", f"this cannot be set on {pages}: {distance}", place, _hint(outcome))


def _changes(fit: Fit, own: Fit, lines: int) -> list[str]:
    """What was changed, in words, the least visible first."""
    said = []
    if fit.tracking:
        said.append(f"letters {abs(fit.tracking):g} % {'narrower' if fit.tracking < 0 else 'wider'}")
    if fit.leading != own.leading:
        said.append(f"{lines} lines a page (leading {fit.leading:.1f} pt in place of {own.leading:g})")
    if fit.spacing != 1:
        said.append(f"a line {'less' if fit.spacing < 1 else 'more'} above heads")
    if fit.margins != 1:
        said.append(f"margins {fit.margins * 100:g} %")
    if fit.size != own.size:
        said.append(f"type of {fit.size:g} pt in place of {own.size:g}")
    return said


def _distance(outcome: Outcome[LaidOut], change: Change | None, section: Section | None, book: Book) -> str:
    """By how much the text is over or under, and where."""
    nearest = outcome.nearest
    over = nearest.pages - outcome.wanted
    said = f"the nearest that its style allows is {nearest.pages}"
    if not change:
        return said
    words = _words(change, nearest, over > 0)
    amount = f"{_counted(change.lines, 'line')} (about {_counted(words, 'word')}) too {'many' if over > 0 else 'few'}"
    where = f"at the end of “{section_name(section, book.metadata)}”, " if section else ""
    return f"{said}, with {amount} {where}on page {change.pages[0]}"


def _words(change: Change, laid: LaidOut, too_many: bool) -> int:
    """How many words that is, as they stand on these pages: those that would go, or lines as full as those of the fullest."""
    counts = words_on_pages(laid.document)
    if too_many:
        return sum(counts[number - 1] for number in change.pages)
    a_line = (counts[page.number - 1] / page.line_count for page in laid.proof if page.flows and page.line_count)
    return round(change.lines * max(a_line, default=0))


def _hint(outcome: Outcome[LaidOut]) -> str:
    over = outcome.nearest.pages > outcome.wanted
    kinds = page_kinds(outcome.nearest.document)
    saved = [f"`{key}: no`" for kind, key in _CAN_BE_LEFT_OUT.items() if kind in kinds and over]
    hint = f"{'cut' if over else 'add'} so much, or ask for another number of pages"
    return f"{hint}; {' or '.join(saved)} would save a page" if saved else hint


def _section_at(number: int, laid: LaidOut, book: Book) -> Section | None:
    """The section that stands last on a page: the last of those that begin on it or the nearest page before."""
    begins = anchors(laid.document, number)
    begun = [section for section in book.sections if section.id in begins]
    return max(begun, key=lambda section: begins[section.id], default=None)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
