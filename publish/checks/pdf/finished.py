"""A finished file as a proof-reader of print sees it, gone through once: what its pages show, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ...diagnostics import PublishError
from ...measures.geometry import Box
from ...pdf.colours import grey_of
from ...pdf.destinations import LostLink, lost_links
from ...pdf.entries import entries
from ...pdf.facts import MARKS_NAMES, PictureFacts, box_of, pictures_among
from ...pdf.graphics_state import Painted, seen
from ...pdf.letter_widths import Widths
from ...pdf.opening import WRITTEN_WRONGLY, LockedPdf, UnreadablePdf, opened, reading
from ...pdf.page_content import Allowance, painted_on
from ...pdf.text_lines import MissingLetter, TextRun, lines_of, lines_too_long, loose_lines, missing_in, runs_on
from ...pdf.typefaces import Typefaces
from ...pdf.used_fonts import FontFacts, UsedFonts
from ...pdf.widows import Lines, Paragraphs, widows
from ...prepress.preflight import Faults, Limits
from ...prepress.press_claim import PressClaim, press_claim
from ...prepress.press_page import PressPage, press_page

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

MOST_PAGES = 5_000
# How much content of a file is looked at, in bytes: a book of a thousand full pages has less.
_MOST_CONTENT = 150_000_000
_MOST_OF_A_PAGE = 40_000_000
_MOST_MISSING = 50
_MOST_METADATA = 1_000_000
_TITLE = re.compile(rb"<dc:title>[^<]*<rdf:Alt>[^<]*<rdf:li[^>]*>([^<]*)</rdf:li>")
# Gaps between words that are wider than this are rivers, in parts of the size of type.
WIDEST_GAP = 1.2
# Of numbers that call notes nobody asks that they be large.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page. Lengths are points.

    ``to_edge`` is how near letters come to the trim, None where there are none; ``smallest`` the size of the
    smallest letters, 0 where there are none; ``faults`` are codes of the preflight with what was found. ``loose`` is
    how many lines have wide gaps, ``too_long`` how far lines go beyond the others.
    """

    size: tuple[float, float]
    blank: bool
    to_edge: float | None
    smallest: float
    faults: tuple[tuple[str, float], ...]
    pictures: tuple[PictureFacts, ...]
    missing: tuple[MissingLetter, ...]
    loose: int
    too_long: float
    bleeds: bool
    press: PressPage


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """A file. ``pages`` are those that were looked at, of ``count``; ``widows`` None where its structure does not tell them.

    ``unreadable`` are the numbers of pages whose content is damaged, ``repairs`` how often the file had to be mended to be
    read. ``forbids`` is what whoever locked it does not allow; empty lists, where it is locked, forbid nothing.
    """

    count: int
    pages: tuple[FinishedPage, ...]
    fonts: tuple[FontFacts, ...]
    links: tuple[LostLink, ...]
    widows: tuple[int, ...] | None
    unreadable: tuple[int, ...]
    repairs: int
    locked: bool
    forbids: tuple[str, ...]
    title: str
    language: str
    tagged: bool
    claim: PressClaim
    about: str


@lru_cache(maxsize=2)
def finished(data: bytes) -> FinishedPdf | PublishError:
    """What a file shows and says; an error, to be told and not raised, where it cannot be read: N140 for what is no PDF
    or beyond repair, N141 for one that is locked."""
    try:
        with opened(data, *WRITTEN_WRONGLY) as pdf:
            return _Look(pdf).finished()
    except LockedPdf:
        return PublishError("N141", "the file is locked with a password")
    except UnreadablePdf as problem:
        return PublishError("N140", f"the file cannot be read as a PDF: {str(problem)[:160]}")


class _Look:
    """Goes through a file once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.widths = Widths()
        self.fonts = UsedFonts()
        self.faces = Typefaces(self.widths)
        self.faults = Faults(Limits(inks=frozenset(("black",))))
        self.paragraphs = Paragraphs(pdf)
        self.content = _MOST_CONTENT
        self.unreadable: list[int] = []

    def finished(self) -> FinishedPdf:
        pdf, pages, lines_by_page = self.pdf, [], []
        for number, page in enumerate(pdf.pages, 1):
            if number > MOST_PAGES or self.content <= 0:
                break
            looked, lines = self._page(page, number)
            pages.append(looked)
            lines_by_page.append(lines)
        said = entries(pdf.trailer, "/Info")
        return FinishedPdf(
            count=len(pdf.pages),
            pages=tuple(pages),
            fonts=self.fonts.facts(),
            links=tuple(lost_links(pdf)),
            widows=tuple(widows(lines_by_page)) if any(lines_by_page) else None,
            unreadable=tuple(self.unreadable),
            repairs=len(pdf.get_warnings()),
            locked=pdf.is_encrypted,
            forbids=_forbidden(pdf),
            title=str(said.get("/Title", "")).strip() or _title_in_metadata(pdf),
            language=str(pdf.Root.get("/Lang", "")).strip(),
            tagged="/StructTreeRoot" in pdf.Root and bool(entries(pdf.Root, "/MarkInfo").get("/Marked", False)),
            claim=press_claim(pdf),
            about=" ".join(str(said.get(key, "")) for key in ("/Title", "/Subject", "/Keywords")),
        )

    def _page(self, page: Page, number: int) -> tuple[FinishedPage, Lines]:
        allowance = Allowance(min(_MOST_OF_A_PAGE, self.content))
        before = allowance.left
        things: list[Painted] = []
        try:
            with reading(*WRITTEN_WRONGLY):
                for thing in painted_on(page, self.widths, allowance, self.fonts):
                    if thing.within not in MARKS_NAMES:
                        things.append(thing)
        except UnreadablePdf:
            self.unreadable.append(number)
        self.content -= before - allowance.left
        looked, lines = self._shown(page, things)
        return (replace(looked, blank=False) if number in self.unreadable else looked), lines

    def _shown(self, page: Page, things: Sequence[Painted]) -> tuple[FinishedPage, Lines]:
        trim, bleed = box_of(page, "TrimBox"), box_of(page, "BleedBox")
        runs = [run for run in runs_on(things, self.faces) if seen(run.box, trim)]
        lines = lines_of(runs)
        sizes = [run.size for run in runs if run.letters > _SHORT and run.size > 0]
        looked = FinishedPage(
            size=(trim[2] - trim[0], trim[3] - trim[1]),
            blank=not runs and not any(_is_seen(thing, trim) for thing in things),
            to_edge=min((_to_edge(run.box, trim) for run in runs), default=None),
            smallest=min(sizes, default=0),
            faults=tuple(self.faults.among(things, page)),
            pictures=tuple(pictures_among(things, trim)),
            missing=tuple(self._missing(runs)),
            loose=len(loose_lines(lines, WIDEST_GAP)),
            too_long=max((beyond for _, beyond in lines_too_long(lines)), default=0),
            bleeds=any(edge > 0.5 for edge in (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])),
            press=press_page(page, things),
        )
        return looked, self.paragraphs.on(page, lines)

    def _missing(self, runs: Sequence[TextRun]) -> Iterator[MissingLetter]:
        left = _MOST_MISSING
        for run in runs:
            for letter in missing_in(run, self.faces):
                yield letter
                left -= 1
                if left == 0:
                    return


def _to_edge(box: Box, trim: Box) -> float:
    return min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])


def _is_seen(thing: Painted, trim: Box) -> bool:
    """Whether something other than letters is seen on a page: what is white is not."""
    part = seen(thing.box, trim)
    if thing.kind == "text" or part is None or (thing.colour is not None and grey_of(thing.colour) >= 1):
        return False
    return thing.kind == "line" or (part[2] - part[0]) * (part[3] - part[1]) > 0


def _forbidden(pdf: Pdf) -> tuple[str, ...]:
    if not pdf.is_encrypted:
        return ()
    rights = (("printing", pdf.allow.print_highres), ("changing", pdf.allow.modify_other), ("reading aloud", pdf.allow.accessibility))
    return tuple(what for what, allowed in rights if not allowed)


def _title_in_metadata(pdf: Pdf) -> str:
    """The title in a file's XMP metadata."""
    from pikepdf import Stream

    written = pdf.Root.get("/Metadata")
    found = _TITLE.search(written.read_bytes()[:_MOST_METADATA]) if isinstance(written, Stream) else None
    return found[1].decode("utf-8", "replace").strip() if found else ""
