"""Writers: a book becomes a file. A writer is a row of :data:`WRITERS`, and imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    from .paper import PaperOptions
    from .pdf import write_pdf

    trim = shape(settings.shape or style.settings.shape)
    page = page_geometry(trim.width, trim.height, style.settings.margins, style.settings.leading)
    options = PaperOptions(
        title_page=_decided(settings.title_page),
        contents=_decided(settings.contents),
        chapters_open_pages={"page": True, "run-on": False}.get(settings.chapters),
        hyphenate=settings.hyphenate,
    )
    return write_pdf(book, style, page, options, report)


def _epub(book: Book, style: Style, settings: Settings, report: Report) -> Output:
    from .epub import write_epub
    from .markup_text import spoken_epub

    data = write_epub(book, style, report)
    return Output(data, spoken_epub(data))


def _html(book: Book, style: Style, settings: Settings, report: Report) -> Output:
    from .markup_text import spoken_page
    from .web import write_html

    data = write_html(book, style, report)
    return Output(data, spoken_page(data.decode("utf-8")))


def _decided(setting: str) -> bool | None:
    """``auto`` leaves it to the style."""
    return {"yes": True, "no": False}.get(setting)


WRITERS: dict[str, Writer] = {
    "pdf": Writer("pdf", _pdf),
    "epub": Writer("epub", _epub),
    "html": Writer("html", _html),
}
