"""Front and back cover of a PDF: live words in the proportions of the drawn cover, or a picture up to the trim."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from ...language.dates import show_date
from ...language.words import word
from ...layout.page import PageGeometry
from ...layout.rough_width import LETTER, rough_width
from ...layout.titles import Lines, fit_or_one_line
from ...model.book import Asset, Book
from ...model.isbn import ean_of, isbn_of
from ...styles import Style
from ...typesetting.fonts.faces import choose_face, is_east_asian, width_in
from . import cover as drawn
from .barcode import MODULE_MM, WIDTH, ean13_svg
from .front_back_matter import Address, Pages, Sign, blurb, logo, publisher_below
from .parts import publisher_to_show

_MM = 72 / 25.4
# So much of a picture may be cut off to fill the page; what has another shape is shown whole.
MOST_CUT = 0.15
# What stands on a cover besides title, subtitle and authors: rules, spaces and the publisher's line, in leadings;
# and in points what a logo is higher than that line.
_FURNITURE, _LOGO = 6.5, 22
_PUBLISHER_MEASURE = 0.55  # of the measure, beside logo and date
# A blurb's size in times the body's, and, in ems, its leading and the space between paragraphs.
_BLURB_SIZES = (1.45, 1.36, 1.27, 1.18, 1.09, 1.0, 0.91, 0.82)
_BLURB_LEADING, _BETWEEN = 1.35, 0.7
# Of the text block's height: what the foot of a back cover takes beside the bar code, in leadings.
_BACK_FOOT = 5
# A bar code may be made smaller down to four fifths.
_LEAST_SCALE = 0.8


@dataclass(frozen=True, slots=True)
class Cover:
    """A front cover. With a ``picture`` it has no words; ``whole`` says that none of it may be cut off."""

    picture: Sign | None = None
    whole: bool = False
    title: Lines | None = None
    subtitle: Lines | None = None
    authors: Lines | None = None
    publisher: str = ""
    date: str = ""
    logo: Sign | None = None


@dataclass(frozen=True, slots=True)
class BackCover:
    """A back cover; the size of the blurb is in points, the bar code's width in millimetres."""

    blurb: tuple[str, ...]
    size: float
    publisher: str
    price: str
    logo: Sign | None = None
    barcode: Sign | None = None
    barcode_width: float = 0


def front_cover(book: Book, style: Style, page: PageGeometry, pages: Pages, address: Address) -> Cover:
    """The cover of a book on a page."""
    metadata = book.metadata
    if metadata.cover_image:
        said = word("cover-alt", metadata.lang).format(title=metadata.title or word("untitled", metadata.lang))
        whole = share_cut_off(book.assets[metadata.cover_image], page) > MOST_CUT
        return Cover(Sign(address(metadata.cover_image), said), whole)
    publisher = publisher_to_show(metadata)
    lines_below = int(rough_width(publisher) * style.settings.size / (_PUBLISHER_MEASURE * page.measure))
    set_in = _Setter(style, page, metadata.lang, lines_below)
    design = style.settings.cover
    return Cover(
        title=set_in(design.face, "Bold", metadata.title, drawn.TITLE),
        subtitle=set_in(design.second_face, "Regular", metadata.subtitle, drawn.SUBTITLE),
        authors=set_in(design.second_face, "Regular", drawn.names_on_cover(metadata), drawn.AUTHORS),
        publisher=publisher,
        # Without a title page the date has no other place before the text.
        date=show_date(metadata.date, metadata.lang) if metadata.date and not pages.title_page else "",
        logo=logo(book, address),
    )


def share_cut_off(picture: Asset, page: PageGeometry) -> float:
    """Which share of a picture is lost when it fills a page; 1 where its size is not known."""
    if not picture.width or not picture.height:
        return 1.0
    shape, wanted = picture.width / picture.height, page.width / page.height
    return 1 - min(shape, wanted) / max(shape, wanted)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets words as the drawn cover does, its measures taken to the page's."""

    style: Style
    page: PageGeometry
    lang: str
    below: int  # how many lines the publisher takes beyond one

    def __call__(self, face: str, weight: str, text: str, words: drawn.Words) -> Lines | None:
        if not text:
            return None
        font, _ = choose_face(face, weight, text, self.lang, self.style)
        scale = self.page.width / drawn.WIDTH
        leading = max(words.leading, drawn.EAST_ASIAN_LEADING) if is_east_asian(text) else words.leading
        depth = words.depth * self._free() / (drawn.TITLE.depth + drawn.SUBTITLE.depth + drawn.AUTHORS.depth)
        sizes = words.smallest * scale, words.largest * scale
        return fit_or_one_line(text, width_in(font), self.page.measure, depth, sizes, leading)

    def _free(self) -> float:
        """The height that is left to title, subtitle and authors, each filled to the brim."""
        leading = self.page.leading
        return self.page.lines * leading - (_FURNITURE + self.below) * leading - _LOGO


# Back ---------------------------------------------------------------------------------------------


def back_cover(book: Book, style: Style, page: PageGeometry, address: Address) -> BackCover:
    """The back cover of a book on a page: all on one page, unless the blurb is far too long."""
    width = _barcode_width(page)
    barcode = _barcode(book, style)
    said = blurb(book)
    free = page.lines * page.leading - _BACK_FOOT * page.leading - (width * _MM * 0.75 if barcode else 0)
    return BackCover(
        blurb=said,
        size=_blurb_size(said, style.settings.size, page.measure, free),
        publisher=publisher_below(book),
        price=book.matter.price,
        logo=logo(book, address),
        barcode=barcode,
        barcode_width=width,
    )


def _blurb_size(paragraphs: tuple[str, ...], body: float, measure: float, free: float) -> float:
    def height(size: float) -> float:
        lines = sum(ceil(len(text) * LETTER * size / measure) for text in paragraphs)
        return size * (lines * _BLURB_LEADING + len(paragraphs) * _BETWEEN)

    sizes = [body * times for times in _BLURB_SIZES]
    return next((size for size in sizes if height(size) <= free), sizes[-1])


def _barcode(book: Book, style: Style) -> Sign | None:
    isbn = isbn_of(book.metadata)
    try:
        digits = ean_of(isbn)
    except ValueError:  # there is none, or none that a till could read
        return None
    from base64 import b64encode

    svg = ean13_svg(digits, style.settings.fonts.sans, f"ISBN {isbn}")
    said = word("barcode-alt", book.metadata.lang).format(number=f"ISBN {isbn}")
    return Sign(f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}", said)


def _barcode_width(page: PageGeometry) -> float:
    full = WIDTH * MODULE_MM
    return round(min(full, max(_LEAST_SCALE * full, 0.36 * page.measure / _MM)), 2)
