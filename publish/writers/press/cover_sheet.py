"""The cover of a glued book: back, spine and front on one sheet, the panels set as the covers of a stapled one are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...diagnostics import Report
from ...language import is_rtl
from ...language.words import word
from ...layout.page import PageGeometry
from ...model.book import Book
from ...model.isbn import ean_of, isbn_of
from ...prepress.services.presets import Preset
from ...styles import Style
from ...typesetting.desk import Desk, at_the_desk
from ...typesetting.engine.boxes import Document
from ...typesetting.overflow import sections_reaching_below
from ...typesetting.page_setup import PageSetup
from ..markup.cover import names_on_cover
from ..markup.covers import BackCover, Cover, back_cover, front_cover
from ..markup.front_back_matter import Pages, blurb
from ..markup.parts import reads_from_right
from ..markup.timestamp import made
from ..paper.front_back_matter import address
from .sheet_geometry import SheetGeometry
from .spine_words import SpineWords, spine_words

# A blurb that does not fit is set smaller step by step, down to what can still be read.
_SMALLER, _SMALLEST_BLURB = 0.94, 7
# Behind the cover of a glued book there is a title page, which tells the date.
_BEHIND = Pages(cover=True, title_page=True, told=True)


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """A finished sheet. Lengths are points of the trimmed sheet, ``folds`` measured from its left edge."""

    data: bytes = field(repr=False)
    width: float
    height: float
    folds: tuple[float, ...]


def write_cover_sheet(
    book: Book, style: Style, page: PageGeometry, spine: float, bleed: float, report: Report,
    pages: int = 0, preset: Preset | None = None, spine_text: bool | None = None,
) -> CoverSheet:  # fmt: skip
    """The cover as a PDF of one page: back, spine and front of a book whose pages are ``page``.

    ``spine`` and ``bleed`` are points. The front is at the right, and at the left of what is read from
    the right. ``pages`` are those between the covers, 0 where nobody counted them; ``spine_text`` is
    what the author wants of words on the spine, None leaves it to whether they fit. Reported are words
    that do not fit (T120, T122, T124) and an ISBN that has no bar code (T121). Raises PublishError P101
    where Pango is missing.
    """
    from_right = reads_from_right(book.metadata)
    words = None if spine_text is False else spine_words(book, style, page, spine, pages, preset, bool(spine_text), report)
    geometry = SheetGeometry(
        page, spine, bleed, from_right, upwards=bool(words and words.upwards), logo=words.logo_size if words else 0,
        area=preset.barcode if preset else None,
    )  # fmt: skip
    _tell_of_isbn(book, report)
    data = _Maker(book, style, geometry, words).make(report)
    return CoverSheet(data, geometry.width, page.height, geometry.folds)


def _tell_of_isbn(book: Book, report: Report) -> None:
    isbn = isbn_of(book.metadata)
    try:
        ean_of(isbn)
    except ValueError as problem:
        if isbn:
            report.error("T121", f"`{isbn[:40]}` gives no bar code: {problem}", None, "copy it once more from where it was assigned")


@dataclass(frozen=True, slots=True)
class _SheetSetup(PageSetup):
    """A style as it is set on the sheet, whose rules come before those of the style."""

    sheet: SheetGeometry = field(kw_only=True)

    def css(self) -> str:
        own = (sheet.css for sheet in self.style.style_sheets("cover-sheet"))
        return "\n".join((self.sheet.css(), *own))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Lays the sheet out, with a smaller blurb where it must, and writes it."""

    book: Book
    style: Style
    sheet: SheetGeometry
    spine: SpineWords | None

    def make(self, report: Report) -> bytes:
        with at_the_desk(self.style, self.book.assets, self._all_words()) as desk:
            document = self._laid_out(desk, report)
            data = desk.write(document)
        desk.tell(document, self.book, report)
        return data

    def _all_words(self) -> str:
        metadata = self.book.metadata
        return "".join((metadata.title, metadata.subtitle, names_on_cover(metadata), metadata.publisher, *blurb(self.book), self.book.matter.price))

    def _laid_out(self, desk: Desk, report: Report) -> Document:
        """The sheet, its blurb as large as fits. What still does not fit is reported (T122)."""
        page = self.sheet.page
        front = front_cover(self.book, self.style, page, _BEHIND, address)
        back = back_cover(self.book, self.style, page, address)
        if self.sheet.area:
            back = replace(back, barcode=None)
        setup = _SheetSetup(self.style, page, sheet=self.sheet)
        while True:
            document = desk.lay_out(self._html(front, back), setup)
            # A pictured cover has another class: nothing of it can be too long.
            too_long = frozenset(sections_reaching_below(document, page.height - page.bottom))
            if "back-cover" not in too_long or back.size * _SMALLER < _SMALLEST_BLURB:
                break
            back = replace(back, size=back.size * _SMALLER)
        if "back-cover" in too_long:
            report.error("T122", "the blurb is too long for the back cover", None, "write a shorter `blurb`, or choose a larger shape")
        if "cover" in too_long:
            hint = "give a shorter subtitle or fewer authors, or a picture as `cover-image`"
            report.error("T122", "title, subtitle and authors are too long for the front cover", None, hint)
        return document

    def _html(self, front: Cover, back: BackCover) -> str:
        metadata = self.book.metadata
        return self.style.template("cover-sheet.html.j2").render(
            metadata=metadata,
            front=front,
            back=back,
            spine=self.spine,
            has_area=self.sheet.area is not None,
            created=made(metadata),
            direction="rtl" if is_rtl(metadata.lang) else "ltr",
            word=lambda key: word(key, metadata.lang),
        )
