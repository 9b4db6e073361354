"""Small documents that are no book: a page of words and drawings, laid out as it is."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from .engine import engine
from .tagging.origins import origins_known
from .tagging.standards import meet_standards
from .tagging.tags import mend_tags
from .tagging.text import marked_texts

_VARIANT = "pdf/ua-1"


class PageMaker:
    """Makes PDFs of pages in one style sheet; nothing is fetched for them."""

    def __init__(self, css: str) -> None:
        """Raises PublishError P101 where Pango is missing."""
        self._weasyprint = engine()
        self._faces = self._weasyprint.text.fonts.FontConfiguration()
        self._fetcher = self._weasyprint.urls.URLFetcher(allowed_protocols={"data"})
        with _silence():
            self._sheet = self._weasyprint.CSS(string=css, font_config=self._faces, url_fetcher=self._fetcher)

    def first_that_fits(self, documents: Iterable[str], pages: int = 1) -> bytes:
        """The PDF of the first of several documents that takes so many pages; of the last, where none does."""
        for html in documents:
            document = self._laid_out(html)
            if len(document.pages) == pages:
                break
        return self._written(document)

    def _laid_out(self, html: str):
        with _silence():
            page = self._weasyprint.HTML(string=html, url_fetcher=self._fetcher)
            return page.render(stylesheets=[self._sheet], font_config=self._faces)

    def _written(self, document) -> bytes:
        def finisher(_, pdf) -> None:
            mend_tags(pdf, marked_texts(pdf), frozenset(), origins)
            meet_standards(pdf, _VARIANT)

        with origins_known(self._weasyprint) as origins:
            return document.write_pdf(pdf_variant=_VARIANT, finisher=finisher)


@contextmanager
def _silence() -> Iterator[None]:
    """WeasyPrint would print what it thinks of a sheet that a style changed."""
    logger = logging.getLogger("weasyprint")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
