"""The book as a paginated PDF; the only file that imports WeasyPrint."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ..diagnostics import PublishError, Report
from ..layout.page import PageGeometry
from ..model.book import Asset, Book
from ..model.letters import letters
from ..quick_import import deferred, no_library_search
from ..roomy_stack import with_room
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
    with _fonts_for(book, style, report), _heard(report):
        faces = weasyprint.text.fonts.FontConfiguration()
        css = weasyprint.CSS(string=f"{page.css()}{style.css('print')}", font_config=faces, url_fetcher=_fetcher(weasyprint, {}))
        endnotes: frozenset[int] = frozenset()
        for _ in range(_MOST_ROUNDS):
            html = paper_html(book, style, page, options, endnotes)
            document = with_room(partial(_lay_out, weasyprint, html.text, css, faces, book.assets))
            output = with_room(partial(_finish, document))
            lost = _lost_notes(document, html.footnotes, output.words.notes)
            if not lost:
                break
            endnotes |= lost
        if endnotes:
            report.warning("P104", _moved(endnotes), None, "shorter notes, or fewer to a page, stay at its foot")
        return output


def _finish(document) -> Output:
    words: list[Spoken] = []

    def finisher(_, pdf) -> None:
        mend_tags(pdf)
        words.append(spoken(pdf))

    data = document.write_pdf(pdf_variant="pdf/ua-1", finisher=finisher)
    return Output(data, words[0], len(document.pages))


def _moved(notes: frozenset[int]) -> str:
    numbers = ", ".join(map(str, sorted(notes)))
    return f"no room at the foot of the page for note {numbers}: set at the end of its section"


def _lost_notes(document, footnotes: Mapping[int, str], spoken_notes: str) -> frozenset[int]:
    """The numbers of notes that stand on no page, or of which a page holds only a part.

    WeasyPrint lets go, without a word, of notes that find no room.
    """
    placed = {name for page in document.pages for name in page.anchors}
    missing = {number for number in footnotes if f"note-{number}" not in placed}
    said = letters(spoken_notes)
    cut = {number for number, text in footnotes.items() if letters(text) not in said}
    return frozenset(missing | cut | set(_notes_beyond_the_page(document)))


def _notes_beyond_the_page(document) -> Iterator[int]:
    """The longest note of each page whose notes reach higher than the text block does."""
    for page in (page._page_box for page in document.pages):
        areas = [box for box in page.children if type(box).__name__ == "FootnoteAreaBox" and box.children]
        for area in areas:
            if area.position_y < page.content_box_y():
                longest = max(area.children, key=lambda note: note.height)
                yield int(longest.element.get("id").removeprefix("note-"))


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
        # WeasyPrint prints advice when a library is missing; ours is better.
        with redirect_stdout(io.StringIO()), no_library_search(), deferred("fontTools.subset", "fontTools.varLib.instancer"):
            import weasyprint
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError as problem:
        library = str(problem).partition(":")[0]
        raise PublishError("P101", f"PDFs need the Pango library, and it is not there ({library})", None, PANGO_HINT) from None
    from PIL import ImageFile

    # WeasyPrint lets half a picture pass, in all of the process; for the next manuscript it is an error again.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


@contextmanager
def _fonts_for(book: Book, style: Style, report: Report) -> Iterator[None]:
    stranger = uncovered(_all_text(book))
    if stranger:
        import unicodedata

        name = unicodedata.name(stranger, "unnamed").lower()
        report.info("P102", f"no font of ours has {stranger} ({name}); this system's fonts are used")
    with only_these_fonts(style.font_folders, bool(stranger)):
        yield


def _all_text(book: Book) -> str:
    from ..model.walk import plain_text

    sections = (plain_text(*s.title, *s.lead, *s.blocks, notes=True) for s in book.sections)
    return "".join((book.metadata.title, book.metadata.subtitle, *book.metadata.authors, *sections))


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
