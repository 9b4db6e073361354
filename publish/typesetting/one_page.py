"""Small documents that are no book: a page of words and drawings, laid out as it is."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from ..styles import Style
from .engine.boxes import Document
from .engine.starting import SCREEN, engine_alone
from .fonts.families import uncovered
from .fonts.fontconfig import only_these_fonts
from .fonts.style_fonts import font_folders
from .patches import while_writing
from .tagging.objects import Pdf
from .tagging.standards import meet_standards
from .tagging.tags import mend_tags
from .tagging.text import marked_texts


def first_that_fits(documents: Iterable[str], style: Style, sheet: str, pages: int = 1, text: str = "") -> bytes:
    """The PDF of the first of several documents that takes so many pages; of the last, where none does.

    They are set in a style's ``sheet``, and nothing is fetched for them. The fonts of this machine are seen where none of ours
    is made for ``text``. Raises PublishError P101 where Pango is missing.
    """
    with engine_alone(), only_these_fonts(font_folders(style), bool(uncovered(text))):
        for document in _laid_out(documents, style.css(sheet)):
            if len(document.pages) == pages:
                break
        return _written(document)


def _laid_out(documents: Iterable[str], css: str) -> Iterator[Document]:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    faces, fetcher = FontConfiguration(), URLFetcher(allowed_protocols={"data"})
    with _silence():
        sheet = CSS(string=css, font_config=faces, url_fetcher=fetcher)
    for html in documents:
        with _silence():
            document = HTML(string=html, url_fetcher=fetcher).render(stylesheets=[sheet], font_config=faces)
        yield document


def _written(document: Document) -> bytes:
    def finisher(_: object, pdf: Pdf) -> None:
        mend_tags(pdf, marked_texts(pdf), frozenset(), origins)
        meet_standards(pdf, SCREEN)

    with while_writing() as origins:
        return document.write_pdf(pdf_variant=SCREEN, finisher=finisher)


@contextmanager
def _silence() -> Iterator[None]:
    """WeasyPrint would print what it thinks of a sheet that a style changed."""
    logger = logging.getLogger("weasyprint")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
