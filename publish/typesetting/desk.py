"""Where pages are laid out: WeasyPrint with a style's fonts and sheets, and with what we do better."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.book import Asset
from ..styles import Style, StyleSheet
from . import page_source
from .composing.columns import even_columns
from .composing.lines import Compositor, Tally
from .composing.rhythm import on_the_grid
from .composing.tables import parted_rows
from .messages import Messages, StyleLines
from .page_setup import Makeup

if TYPE_CHECKING:
    from types import ModuleType
    from xml.etree import ElementTree


class Desk:
    """Where pages are laid out: the fonts and style sheets are read once, the page's measures each time."""

    def __init__(self, weasyprint: ModuleType, style: Style, assets: Mapping[str, Asset], lines: StyleLines, messages: Messages) -> None:
        self._weasyprint, self._assets, self._lines, self._messages = weasyprint, assets, lines, messages
        self._faces = weasyprint.text.fonts.FontConfiguration()
        self._compositor = Compositor(weasyprint)
        self._counters = weasyprint.css.counters.CounterStyle()
        self._sheets = [self._read(sheet) for sheet in style.style_sheets("print") if sheet.name]

    @property
    def tally(self) -> Tally:
        """Who broke the paragraphs of the last layout."""
        return self._compositor.tally

    def _read(self, sheet: StyleSheet):
        """A style sheet as an object of WeasyPrint's."""
        self._messages.reading = sheet.name
        css = self._lines.apart(sheet.name, sheet.css)
        fetcher = _fetcher(self._weasyprint, {})
        read = self._weasyprint.CSS(string=css, font_config=self._faces, counter_style=self._counters, url_fetcher=fetcher)
        self._messages.reading = ""
        return read

    def lay_out(self, html: str, makeup: Makeup):
        """The pages as WeasyPrint's document: the page's measures come first, then the style's own sheets."""
        said = (StyleSheet("", makeup.css() + page_source.CSS), *makeup.style.prelude("print"))
        sheets = [*map(self._read, said), *self._sheets]
        page = _page(self._weasyprint, page_source.prepared(html, makeup.page.measure, makeup.style.settings.size), _fetcher(self._weasyprint, self._assets))
        with parted_rows(self._weasyprint), on_the_grid(self._weasyprint), even_columns(self._weasyprint), self._compositor.at_work(makeup.tracking / 100):
            return page.render(stylesheets=sheets, font_config=self._faces, counter_style=self._counters)


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
