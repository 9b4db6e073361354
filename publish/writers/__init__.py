"""Writers: a book becomes a file. A writer is a row of :data:`WRITERS`, and imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..config.settings import Settings
from ..diagnostics import Report
from ..model.book import Book
from ..styles import Style
from .output import Output

__all__ = ["WRITERS", "Output", "Writer"]


@dataclass(frozen=True, slots=True)
class Writer:
    extension: str
    write: Callable[[Book, Style, Settings, Report], Output]


def _pdf(book: Book, style: Style, settings: Settings, report: Report) -> Output:
    from ..layout.page import page_geometry
    from ..printing.shapes import shape
    from .makeup import suited
    from .paper import PaperOptions
    from .pdf import write_pdf
    from .style_fonts import report_missing
    from .style_shapes import report_strange_shape

    trim = shape(settings.shape or style.settings.shape)
    report_strange_shape(style, trim, report)
    report_missing(style, report)
    style = suited(style, trim.width)
    page = page_geometry(trim.width, trim.height, style.settings.margins, style.settings.leading)
    own = style.settings
    options = PaperOptions(
        title_page=_decided(settings.title_page, own.title_page),
        cover=_decided(settings.cover, "auto"),
        half_title=_decided(settings.half_title, "auto"),
        imprint_page=_decided(settings.imprint_page, "auto"),
        back_cover=_decided(settings.back_cover, "auto"),
        contents=_decided(settings.contents, own.contents),
        chapters_open_pages=_decided(settings.chapters, own.chapters),
        hyphenate=settings.hyphenate and own.hyphenate,
        justify=own.justify,
    )
    return write_pdf(_for_paper(book, style, settings), _coloured(style, settings), page, options, report, "" if settings.fit == "no" else settings.fit)


def _epub(book: Book, style: Style, settings: Settings, report: Report) -> Output:
    from .epub import write_epub
    from .markup_text import spoken_epub

    data = write_epub(_opened(book, style, settings), _coloured(style, settings), report)
    return Output(data, spoken_epub(data))


def _html(book: Book, style: Style, settings: Settings, report: Report) -> Output:
    from .markup_text import spoken_page
    from .web import write_html

    data = write_html(_opened(book, style, settings), style, report)
    return Output(data, spoken_page(data.decode("utf-8")))


def _opened(book: Book, style: Style, settings: Settings) -> Book:
    """The book with drop caps, where they are wanted."""
    if settings.drop_caps == "no" or settings.drop_caps == "auto" and not style.settings.drop_caps:
        return book
    from .drop_caps import with_drop_caps

    return with_drop_caps(book)


def _for_paper(book: Book, style: Style, settings: Settings) -> Book:
    """The book as it is said on paper, where nobody can follow a link."""
    from .printed_links import are_few, with_printed_links

    shown = settings.links == "notes" or settings.links == "auto" and are_few(book)
    return _opened(with_printed_links(book) if shown else book, style, settings)


def _coloured(style: Style, settings: Settings) -> Style:
    """The style with the colours that the settings give to covers."""
    own = settings.colours
    given = {name: colour for name in ("paper", "ink", "accent") if (colour := getattr(own, name))}
    if not given:
        return style
    return replace(style, settings=replace(style.settings, cover=replace(style.settings.cover, **given)))


def _decided(setting: str, style: str) -> bool | None:
    """What a publication decides, or leaves to its style with ``auto``; None where that leaves it to the length."""
    return {"yes": True, "page": True, "no": False, "run-on": False}.get(style if setting == "auto" else setting)


WRITERS: dict[str, Writer] = {
    "pdf": Writer("pdf", _pdf),
    "epub": Writer("epub", _epub),
    "html": Writer("html", _html),
}
