"""A book typeset: what all files made of pages have in common, whether they are read, printed or folded."""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import PublishError, Report
from ...layout.page import page_geometry
from ...measures.shapes import Shape, shape
from ...model.book import Book
from ...settings.values import Settings
from ...styles import Style
from ...typesetting.engine.starting import SCREEN
from ...typesetting.fonts.style_fonts import report_missing
from ...typesetting.page_setup import suited
from ..orders.order import Order, PageWishes
from ..orders.output import Output
from ..orders.overrides import coloured, opened
from .options import paper_options
from .pdf import write_pdf
from .printed_links import are_few, with_printed_links
from .style_shapes import report_strange_shape

# the engine's names of the kinds of PDF that it makes itself.
_VARIANTS: dict[str, str | None] = {"ua-1": "pdf/ua-1", "a-2a": "pdf/a-2a", "a-3a": "pdf/a-3a"}


def write_screen_pdf(order: Order, report: Report) -> Output:
    """The book as a PDF to be read on a screen, or kept. Raises PublishError N100 for a standard of the press."""
    return typeset(order, PageWishes(variant=variant_of(order.settings.printing.pdf_standard)), report)


def variant_of(standard: str, on_screen: bool = True) -> str | None:
    """the engine's name of a kind of PDF; None for those of the press, which are made of a plain one afterwards.

    Raises PublishError N100 where such a one is asked for on the screen.
    """
    if not on_screen or standard in _VARIANTS:
        return _VARIANTS.get(standard)
    if not standard:
        return SCREEN
    hint = "make a file of the format `press`, or choose ua-1, a-2a or a-3a"
    raise PublishError("N100", f"`pdf-standard: {standard}` is for the press, not for the screen", None, hint)


def trim_of(style: Style, settings: Settings) -> Shape:
    """The page that a publication is set on."""
    return shape(settings.shape or style.settings.shape)


def typeset(order: Order, wishes: PageWishes, report: Report) -> Output:
    """The order's book as a PDF, page after page; set once for all files that are made of the same pages."""
    return order.pages.set(order, wishes, _typeset, report)


def _typeset(order: Order, wishes: PageWishes, report: Report) -> Output:
    style, settings = order.style, order.settings
    trim = trim_of(style, settings)
    report_strange_shape(style, trim, report)
    report_missing(style, report)
    style = suited(style, trim.width, trim.height)
    own = style.settings
    page = page_geometry(trim.width, trim.height, own.margins, own.leading, wishes.bleed, wishes.least_inner)
    book = _for_paper(replace(order, style=style))
    fit = "" if settings.fit == "no" else settings.fit
    made = write_pdf(book, coloured(style, settings), page, paper_options(style, settings), report, fit, wishes.variant)
    return replace(made, words=made.words and replace(made.words, book=book))


def _for_paper(order: Order) -> Book:
    """The book as it is said on paper, where nobody can follow a link."""
    links = order.settings.links
    shown = links == "notes" or (links == "auto" and are_few(order.book))
    return opened(replace(order, book=with_printed_links(order.book)) if shown else order)
