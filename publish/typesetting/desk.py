"""Where pages are laid out and written: WeasyPrint with a style's fonts and sheets, and with what we do better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ..diagnostics import Report
from ..model.book import Asset, Book
from ..styles import Style, StyleSheet
from . import page_source
from .composing.compositor import Compositor, Tally
from .engine.boxes import Document
from .engine.roomy_stack import with_room
from .engine.starting import engine_alone
from .finishing import Finished, finished
from .fonts.families import uncovered
from .fonts.fontconfig import only_these_fonts
from .fonts.style_fonts import font_folders
from .messages import Messages, StyleLines
from .page_setup import PageSetup
from .patches import while_laying_out, while_writing
from .stand_ins import tell_of_stand_ins
from .tagging.logical import needs_care

if TYPE_CHECKING:
    from xml.etree import ElementTree


@contextmanager
def at_the_desk(style: Style, assets: Mapping[str, Asset], text: str, machine_fonts: bool = False) -> Iterator[Desk]:
    """A desk at which nobody else works as long as this lasts.

    ``text`` is all that will be set. The fonts of this machine are seen where none of ours is made for it, and where
    ``machine_fonts`` asks for them. Raises PublishError P101 where Pango is missing.
    """
    machine_fonts = machine_fonts or bool(uncovered(text))
    lines = StyleLines()
    messages = Messages(lines)
    with engine_alone(), only_these_fonts(font_folders(style), machine_fonts), messages.listening():
        yield Desk(style, assets, lines, messages, machine_fonts, needs_care(text))


class Desk:
    """Where pages are laid out: the fonts and style sheets are read once, the page's measures each time."""

    def __init__(
        self, style: Style, assets: Mapping[str, Asset], lines: StyleLines, messages: Messages, machine_fonts: bool, careful: bool,
    ) -> None:  # fmt: skip
        """``careful``: glyphs may stand in another order than the words."""
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        self._style, self._assets, self._lines, self._messages = style, assets, lines, messages
        self._machine_fonts, self._careful = machine_fonts, careful
        self._faces, self._counters = FontConfiguration(), CounterStyle()
        self._compositor = Compositor()
        self._sheets = [self._read(sheet) for sheet in style.style_sheets("print") if sheet.name]

    @property
    def tally(self) -> Tally:
        """Who broke the paragraphs of the last layout."""
        return self._compositor.tally

    @property
    def needs_machine_fonts(self) -> bool:
        """Whether signs were met that no font has, of those that were seen, and there are others."""
        return bool(self._messages.missing_signs) and not self._machine_fonts

    def tell(self, document: Document, book: Book, report: Report) -> None:
        """Report what was met: fonts of this machine that stand in for ours (P102), and all that Messages.tell reports."""
        if self._machine_fonts:
            tell_of_stand_ins(document, self._style, book, report)
        self._messages.tell(book, report)

    def _read(self, sheet: StyleSheet) -> Any:
        """A style sheet as an object of WeasyPrint's."""
        from weasyprint import CSS

        self._messages.reading = sheet.name
        css = self._lines.apart(sheet.name, sheet.css)
        read = CSS(string=css, font_config=self._faces, counter_style=self._counters, url_fetcher=_fetcher({}))
        self._messages.reading = ""
        return read

    def lay_out(self, html: str, setup: PageSetup) -> Document:
        """The pages: their measures come first, then the style's own sheets."""
        return with_room(partial(self._laid_out, html, setup))

    def _laid_out(self, html: str, setup: PageSetup) -> Document:
        said = (StyleSheet("", setup.css() + page_source.CSS), *setup.style.prelude("print"))
        sheets = [*map(self._read, said), *self._sheets]
        page = _page(page_source.prepared(html, setup.page.measure, setup.style.settings.size), _fetcher(self._assets))
        self._compositor.begin(setup.tracking / 100)
        with while_laying_out(self._compositor):
            document: Document = page.render(stylesheets=sheets, font_config=self._faces, counter_style=self._counters)
        return document

    def finish(self, document: Document, aside: frozenset[str], variant: str | None) -> Finished:
        """The pages as a PDF that is tagged; ``aside`` are the kinds of pages that say nothing of the text's."""
        return with_room(partial(finished, document, self._careful, aside, variant))

    def write(self, document: Document) -> bytes:
        """The pages as a plain PDF, without tags."""
        with while_writing():
            return with_room(document.write_pdf)


def _page(root: ElementTree.Element, fetcher: Any) -> Any:
    import cssselect2
    from weasyprint import HTML

    class ParsedHtml(HTML):  # type: ignore[misc]  # WeasyPrint says nothing of its types
        """Takes a tree that was parsed already."""

        def __init__(self) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = root

    return ParsedHtml()


def _fetcher(assets: Mapping[str, Asset]) -> Any:
    """Gives the book's own pictures and what is written in the page itself, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyTheBook(URLFetcher):  # type: ignore[misc]  # WeasyPrint says nothing of its types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url.startswith("asset:") and (asset := assets.get(unquote(url.removeprefix("asset:")))):
                return URLFetcherResponse(url, asset.data, {"Content-Type": asset.media_type})
            return super().fetch(url, headers)

    return OnlyTheBook(allowed_protocols={"data"})
