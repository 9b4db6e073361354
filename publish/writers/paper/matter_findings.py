"""What is said of the pages around the text once they are laid out."""

from __future__ import annotations

from collections import Counter

from ...diagnostics import Report
from ...layout.page import PageGeometry
from ...model.book import Book
from ...model.nodes import Table
from ...model.walk import walk
from ...styles import Style
from ...typesetting.engine.boxes import Document
from ...typesetting.pages import page_kinds
from ..markup.covers import MOST_CUT, share_cut_off
from .html import fit_of_table

_MM = 72 / 25.4
# A loss that nobody sees.
_LITTLE_CUT = 0.03


def tell_of_matter(document: Document, book: Book, page: PageGeometry, report: Report) -> None:
    """Report covers that go on for more than a page (P130, P131) and a picture that has not the page's shape (P132)."""
    kinds = Counter(page_kinds(document))
    if kinds["back"] > 1:
        report.warning("P130", f"the back cover goes on for {kinds['back']} pages", None, "a shorter `blurb` stays on one")
    if kinds["cover"] > 1:
        hint = "give a shorter subtitle or fewer authors, or a picture as `cover-image`"
        report.warning("P131", f"the cover goes on for {kinds['cover']} pages", None, hint)
    if kinds["cover-picture"]:
        _tell_of_picture(book, page, report)


def tell_of_tables(book: Book, style: Style, page: PageGeometry, report: Report) -> None:
    """Report each table whose words have no room beside each other (P142)."""
    for section in book.sections:
        for table in (node for node in walk(*section.blocks) if isinstance(node, Table)):
            if not fit_of_table(style, page, table).share:
                count = len(table.columns)
                message = f"a table of {count} columns has no room for its words beside each other: it is set very small, and words are divided"
                report.warning("P142", message, table.place or section.place, "fewer columns, a larger shape, or a table turned so that its rows are columns")


def _tell_of_picture(book: Book, page: PageGeometry, report: Report) -> None:
    cut = share_cut_off(book.assets[book.metadata.cover_image], page)
    hint = f"one of {page.width / _MM:.0f} × {page.height / _MM:.0f} mm would fill it"
    if cut > MOST_CUT:
        report.info("P132", "the cover's picture has another shape than the page, and is shown whole", None, hint)
    elif cut > _LITTLE_CUT:
        report.info("P132", f"{cut:.0%} of the cover's picture is cut off to fill the page", None, hint)
