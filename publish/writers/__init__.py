"""Writers: a book becomes files. A writer is a row of :data:`WRITERS`, and imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..diagnostics import Report
from ..measures.print_job import called
from ..settings.values import Settings
from .orders.order import Order
from .orders.output import Output

__all__ = ["WRITERS", "Order", "Output", "Writer"]


@dataclass(frozen=True, slots=True)
class Writer:
    """A way to make a file. ``paged`` files show of a book what the style shows on paper.

    ``called`` says what a file that is no named edition has in its name before the extension.
    """

    extension: str
    write: Callable[[Order, Report], Output]
    paged: bool = False
    called: Callable[[Settings], str] = lambda _: ""


def _pdf(order: Order, report: Report) -> Output:
    from .paper.paged import write_screen_pdf

    return write_screen_pdf(order, report)


def _press(order: Order, report: Report) -> Output:
    from .press.press import write_press

    return write_press(order, report)


def _cover(order: Order, report: Report) -> Output:
    from .press.press import write_cover

    return write_cover(order, report)


def _booklet(order: Order, report: Report) -> Output:
    from .sheets.booklet import write_booklet

    return write_booklet(order, report)


def _epub(order: Order, report: Report) -> Output:
    from .epub.epub import write_epub
    from .markup.markup_text import spoken_epub
    from .orders.overrides import coloured, opened

    pages = order.pages.printed if order.settings.page_list else ()
    data = write_epub(opened(order), coloured(order.style, order.settings), report, pages)
    return Output({"": data}, spoken_epub(data))


def _html(order: Order, report: Report) -> Output:
    from .markup.markup_text import spoken_page
    from .orders.overrides import opened
    from .web import write_html

    data = write_html(opened(order), order.style, report)
    return Output({"": data}, spoken_page(data.decode("utf-8")))


WRITERS: dict[str, Writer] = {
    "pdf": Writer("pdf", _pdf, paged=True),
    "epub": Writer("epub", _epub),
    "html": Writer("html", _html),
    "press": Writer("pdf", _press, paged=True, called=lambda _: "press"),
    "cover": Writer("pdf", _cover, paged=True, called=lambda _: "cover"),
    "booklet": Writer("pdf", _booklet, paged=True, called=lambda settings: called(settings.printing.scheme)),
}
