"""The book as a paginated PDF; the only file that imports WeasyPrint."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ..deferred import deferred
from ..diagnostics import PublishError, Report
from ..layout.page import PageGeometry
from ..model.book import Asset, Book
from ..model.place import Place
from ..styles import Style
from .fonts import only_these_fonts, uncovered
from .output import Output, Spoken
from .paper import PaperOptions, paper_html
from .pdf_tags import mend_tags
from .pdf_text import spoken

if TYPE_CHECKING:
    from types import ModuleType

# Two rounds place every note that a page could not hold; a third would mean that we are wrong.
_MOST_ROUNDS = 4
# More objects than this may be made before Python looks for garbage: layout makes millions and
# drops few, and looking through them again and again takes a tenth of the time.
_GARBAGE_THRESHOLD = 200_000

PANGO_HINT = (
    "install Pango — Debian/Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: sudo dnf install pango; macOS: brew install pango; "
    "Windows: install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango"
)


def write_pdf(book: Book, style: Style, page: PageGeometry, options: PaperOptions, report: Report) -> Output:
    """The book as PDF bytes, tagged for PDF/UA-1.

    Notes that do not fit at the foot of their page are set at the end of their section. Raises
    PublishError P101 where Pango is missing.
    """
    weasyprint = _engine()
    with _patient_garbage_collection(), _fonts_for(book, style, report), _heard(report):
        faces = weasyprint.text.fonts.FontConfiguration()
        css = weasyprint.CSS(string=f"{page.css()}{style.css('print')}", font_config=faces, url_fetcher=_fetcher(weasyprint, {}))
        endnotes: frozenset[int] = frozenset()
        for _ in range(_MOST_ROUNDS):
            html = paper_html(book, style, page, options, endnotes)
            document = _lay_out(weasyprint, html.text, css, faces, book.assets)
            lost = _lost_notes(document, html.footnotes)
            if not lost:
                break
            report.warning("P104", _moved(lost), None, "shorter notes stay at the foot of their page")
            endnotes |= lost
        return _finish(document)


def _finish(document) -> Output:
    words: list[Spoken] = []

    def finisher(_, pdf) -> None:
        mend_tags(pdf)
        words.append(spoken(pdf))

    data = document.write_pdf(pdf_variant="pdf/ua-1", finisher=finisher)
    return Output(data, words[0], len(document.pages))


def _moved(lost: frozenset[int]) -> str:
    numbers = ", ".join(map(str, sorted(lost)))
    return f"no page has room at its foot for note {numbers}; set at the end of the section"


def _lost_notes(document, footnotes: frozenset[int]) -> frozenset[int]:
    """The numbers of notes that stand on no page."""
    placed = {name for page in document.pages for name in page.anchors}
    return frozenset(number for number in footnotes if f"note-{number}" not in placed)


def _lay_out(weasyprint: ModuleType, html: str, css, faces, assets: Mapping[str, Asset]):
    import cssselect2

    class ParsedHtml(weasyprint.HTML):
        """Takes a tree that was parsed already: our XHTML needs no HTML5 parser, which is slow."""

        def __init__(self, root: ElementTree.Element) -> None:
            self.base_url = None
            self.url_fetcher = _fetcher(weasyprint, assets)
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = root

    return ParsedHtml(ElementTree.fromstring(html)).render(stylesheets=[css], font_config=faces)


def _fetcher(weasyprint: ModuleType, assets: Mapping[str, Asset]):
    """Gives the book's own pictures and what is written in the page itself, and nothing else."""

    class OnlyTheBook(weasyprint.urls.URLFetcher):
        def fetch(self, url: str, headers=None):
            if url.startswith("asset:"):
                asset = assets[url.removeprefix("asset:")]
                return weasyprint.urls.URLFetcherResponse(url, asset.data, {"Content-Type": asset.media_type})
            return super().fetch(url, headers)

    return OnlyTheBook(allowed_protocols={"data"})


def _engine() -> ModuleType:
    """WeasyPrint, imported now that it is needed."""
    try:
        with deferred("fontTools.subset", "fontTools.varLib.instancer"):
            import weasyprint
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError as problem:
        raise PublishError("P101", f"PDFs need the Pango library, which was not found ({problem})"[:200], None, PANGO_HINT) from None
    return weasyprint


@contextmanager
def _fonts_for(book: Book, style: Style, report: Report) -> Iterator[None]:
    stranger = uncovered(_all_text(book))
    if stranger:
        import unicodedata

        name = unicodedata.name(stranger, "unnamed").lower()
        report.info("P102", f"no font of ours has {stranger} ({name}); this system's fonts are used", Place(book.metadata.title))
    with only_these_fonts(style.font_folders, bool(stranger)):
        yield


def _all_text(book: Book) -> str:
    from ..model.walk import plain_text

    sections = (plain_text(*s.title, *s.lead, *s.blocks, notes=True) for s in book.sections)
    return "".join((book.metadata.title, book.metadata.subtitle, *book.metadata.authors, *sections))


@contextmanager
def _patient_garbage_collection() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(_GARBAGE_THRESHOLD, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Listener(logging.Handler):
    """Turns what WeasyPrint says into diagnostics, each once."""

    def __init__(self, report: Report) -> None:
        super().__init__(logging.WARNING)
        self._report = report
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message in self._said:
            return
        self._said.add(message)
        if record.levelno >= logging.ERROR:
            self._report.error("P103", message)
        else:
            self._report.warning("P105", message)


@contextmanager
def _heard(report: Report) -> Iterator[None]:
    logger, listener = logging.getLogger("weasyprint"), _Listener(report)
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
