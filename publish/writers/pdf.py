"""The book as a paginated PDF; the only file that imports WeasyPrint."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..diagnostics import PublishError, Report
from ..layout.page import PageGeometry
from ..model.book import Asset, Book
from ..model.letters import letters
from ..model.walk import plain_text
from ..quick_import import deferred, no_library_search
from ..roomy_stack import with_room
from ..styles import Style, StyleSheet
from . import pdf_markup
from .fonts import only_these_fonts, uncovered
from .output import Output
from .paper import PaperHtml, PaperOptions, paper_html
from .parts import notes_in_order
from .pdf_logical import needs_care, with_logical_words
from .pdf_messages import Messages, StyleLines, place_of, sign_in_words
from .pdf_tags import mend_tags
from .pdf_text import SpokenPdf, marked_texts, spoken

if TYPE_CHECKING:
    from types import ModuleType
    from xml.etree import ElementTree

# Each round finds room for notes that a page could not hold, and may take it from others. Two are
# usual; a book that needs more gets all its notes at the ends of sections.
_MOST_ROUNDS = 5
# A note with so many letters is taken for what left no room to others, which are then given another try.
_LONG_NOTE = 800
_VARIANT = "pdf/ua-1"
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
    text = _all_text(book)
    press = _Press(_engine(), book, style, page, options, needs_care(text))
    stranger = uncovered(text)
    run = press.run(system_fonts=bool(stranger))
    if run.messages.missing_signs and not stranger:
        stranger = run.messages.missing_signs[0]
        run = press.run(system_fonts=True)
    if stranger and stranger not in run.messages.missing_signs:
        message = f"no font of ours has {sign_in_words(stranger)}: this system's fonts are used"
        report.info("P102", message, place_of(stranger, book), "another system may set other pages")
    run.messages.tell(book, report)
    if run.endnotes:
        _tell_of_endnotes(run.endnotes, book, report)
    return run.output


def _all_text(book: Book) -> str:
    sections = (plain_text(*s.title, *s.lead, *s.blocks, notes=True) for s in book.sections)
    return "".join((book.metadata.title, book.metadata.subtitle, *book.metadata.authors, *sections))


def _tell_of_endnotes(moved: frozenset[int], book: Book, report: Report) -> None:
    numbers = sorted(moved)
    named = ", ".join(map(str, numbers[:12])) + (f" and {len(numbers) - 12} more" if len(numbers) > 12 else "")
    place = notes_in_order(book)[numbers[0] - 1].place
    message = f"no room at the foot of the page for note {named}: set at the end of its section"
    report.warning("P104", message, place, "shorter notes, or fewer to a page, stay at its foot")


# Layout -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """A finished file, the notes that stand at the ends of sections, and what was said on the way."""

    output: Output
    endnotes: frozenset[int]
    messages: Messages


@dataclass(frozen=True, slots=True)
class _Press:
    """Lays a book out and writes it, again and again until every note has its place."""

    weasyprint: ModuleType
    book: Book
    style: Style
    page: PageGeometry
    options: PaperOptions
    careful: bool  # whether glyphs stand in another order than the words

    def run(self, system_fonts: bool) -> _Run:
        lines = StyleLines()
        messages = Messages(lines)
        with only_these_fonts(self.style.font_folders, system_fonts), messages.listening():
            faces = self.weasyprint.text.fonts.FontConfiguration()
            counters = self.weasyprint.css.counters.CounterStyle()
            lay_out = partial(self._lay_out, self._style_sheets(lines, messages, faces, counters), faces, counters)
            output, endnotes = self._print(lay_out)
        return _Run(output, endnotes, messages)

    def _print(self, lay_out) -> tuple[Output, frozenset[int]]:
        endnotes: frozenset[int] = frozenset()
        for round in range(_MOST_ROUNDS):
            html = paper_html(self.book, self.style, self.page, self.options, endnotes)
            document = with_room(partial(lay_out, html.text))
            output, said = with_room(partial(_finish, document, self.careful))
            lost = _lost_notes(document, html, said)
            if not lost:
                break
            long = frozenset(number for number in lost if len(html.footnotes[number]) > _LONG_NOTE)
            endnotes |= (long or lost) if round < _MOST_ROUNDS - 2 else frozenset(html.footnotes)
        return output, endnotes

    def _style_sheets(self, lines: StyleLines, messages: Messages, faces, counters) -> list:
        """The page's measures first, then the style's own sheets, one object for each file."""
        fetcher = _fetcher(self.weasyprint, {})
        own = StyleSheet("", self.page.css() + pdf_markup.CSS)
        sheets = []
        for sheet in (own, *self.style.style_sheets("print")):
            messages.reading = sheet.name
            css = lines.apart(sheet.name, sheet.css)
            sheets.append(self.weasyprint.CSS(string=css, font_config=faces, counter_style=counters, url_fetcher=fetcher))
        messages.reading = ""
        return sheets

    def _lay_out(self, style_sheets: list, faces, counters, html: str):
        page = _page(self.weasyprint, pdf_markup.prepared(html), _fetcher(self.weasyprint, self.book.assets))
        return page.render(stylesheets=style_sheets, font_config=faces, counter_style=counters)


def _finish(document, careful: bool) -> tuple[Output, SpokenPdf]:
    said: list[SpokenPdf] = []

    def finisher(_, pdf) -> None:
        texts = marked_texts(pdf)
        if careful:
            texts = with_logical_words(pdf, document, texts)
        mend_tags(pdf, texts, _contents_pages(document))
        said.append(spoken(pdf, texts))

    data = document.write_pdf(pdf_variant=_VARIANT, finisher=finisher)
    return Output(data, said[0].words, len(document.pages)), said[0]


def _contents_pages(document) -> Iterator[int]:
    return (index for index, page in enumerate(document.pages) if page._page_box.page_type.name == "contents")


# Notes ------------------------------------------------------------------------------------------


def _lost_notes(document, html: PaperHtml, said: SpokenPdf) -> frozenset[int]:
    """The numbers of notes that stand on no page, or of which a page holds only a part.

    WeasyPrint lets go, without a word, of notes that find no room.
    """
    lost = (number for number, text in html.footnotes.items() if letters(text) not in letters(said.notes.get(number, "")))
    return frozenset(lost) | frozenset(_notes_beyond_the_page(document))


def _notes_beyond_the_page(document) -> Iterator[int]:
    """The longest note of each page whose notes reach higher than the text block does."""
    for page in (page._page_box for page in document.pages):
        areas = [box for box in page.children if type(box).__name__ == "FootnoteAreaBox" and box.children]
        for area in areas:
            if area.position_y < page.content_box_y():
                longest = max(area.children, key=lambda note: note.height)
                yield int(longest.element.get("id").removeprefix("_note-"))


# WeasyPrint -------------------------------------------------------------------------------------


def _page(weasyprint: ModuleType, root: ElementTree.Element, fetcher):
    import cssselect2

    class ParsedHtml(weasyprint.HTML):
        """Takes a tree that was parsed already."""

        def __init__(self) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = root

    return ParsedHtml()


def _fetcher(weasyprint: ModuleType, assets: Mapping[str, Asset]):
    """Gives the book's own pictures and what is written in the page itself, and nothing else."""

    class OnlyTheBook(weasyprint.urls.URLFetcher):
        def fetch(self, url: str, headers=None):
            if url.startswith("asset:") and (asset := assets.get(unquote(url.removeprefix("asset:")))):
                return weasyprint.urls.URLFetcherResponse(url, asset.data, {"Content-Type": asset.media_type})
            return super().fetch(url, headers)

    return OnlyTheBook(allowed_protocols={"data"})


def _engine() -> ModuleType:
    """WeasyPrint, imported now that it is needed."""
    try:
        # WeasyPrint prints advice when a library is missing; ours is better.
        with redirect_stdout(io.StringIO()), no_library_search(), deferred("fontTools.subset", "fontTools.varLib.instancer"):
            import weasyprint
            import weasyprint.css.counters
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError as problem:
        library = str(problem).partition(":")[0]
        raise PublishError("P101", f"PDFs need the Pango library, and it is not there ({library})", None, PANGO_HINT) from None
    from PIL import ImageFile

    # WeasyPrint lets half a picture pass, in all of the process; for the next manuscript it is an error again.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint
