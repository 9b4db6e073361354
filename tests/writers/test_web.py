"""What a browser finds in the page for the web."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from publish.diagnostics import PublishError, Report
from publish.model.book import Asset, Book
from publish.model.nodes import Figure, Heading, Image, Link
from publish.styles import Style
from publish.writers.web import write_html
from tests.writers.sample import book, chapter, contact, demands, everything, note, paragraph, png, style, text


class Page(HTMLParser):
    """A page as a browser reads it: its elements with their attributes, and its words."""

    def __init__(self, made: Book) -> None:
        super().__init__()
        self.source = write_html(made, style(), Report()).decode()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self._inside = ""
        self.feed(self.source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data):
        if self._inside != "style":
            self.words += data

    def all(self, name: str, tag: str = "") -> list[str]:
        """The values of an attribute."""
        return [attrs[name] for found, attrs in self.elements if name in attrs and tag in ("", found)]


def test_the_page_needs_nothing_but_itself():
    page = Page(everything())
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "video", "audio"}
    assert all(source.startswith("data:") for source in page.all("src"))
    css = page.source[page.source.index("<style>") : page.source.index("</style>")]
    assert "url(" not in css and "@import" not in css
    assert "default-src 'none'" in page.source


def test_the_page_is_read_on_a_phone_and_at_night():
    page = Page(book())
    assert "width=device-width, initial-scale=1" in page.all("content")
    assert "prefers-color-scheme: dark" in page.source
    assert "max-width: 34em" in page.source


def test_every_link_inside_the_page_arrives_and_no_id_stands_twice():
    page = Page(everything())
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(ids)


def test_contents_list_the_sections_of_a_book_and_not_of_a_leaflet():
    assert 'role="doc-toc"' in Page(book(chapter(paragraph("A.")), demands(), contact())).source
    assert 'role="doc-toc"' not in Page(book(chapter(paragraph("A.")))).source


def test_notes_stand_at_the_end_and_lead_back():
    page = Page(book(chapter(paragraph("A.", note("First."), " B.", note("Second."))), contact()))
    assert page.words.index("Thursdays") < page.words.index("First.") < page.words.index("Second.")
    links = page.all("href")
    assert [links.count(f"#_call-{number}") for number in (1, 2)] == [1, 1]
    assert [links.count(f"#_note-{number}") for number in (1, 2)] == [1, 1]


def test_a_section_may_be_called_contents_or_notes():
    ids = Page(book(chapter(paragraph("A.", note("B.")), name="contents"), chapter(Heading(2, text("Notes"), id="notes"), name="b"))).all("id")
    assert len(ids) == len(set(ids))


def test_words_are_never_read_as_markup():
    page = Page(book(chapter(paragraph("</p><script>alert(1)</script> & so on")), title="A </title><b> & B"))
    assert {"script", "b"}.isdisjoint(tag for tag, _ in page.elements)
    assert "</p><script>alert(1)</script> & so on" in page.words
    assert "A </title><b> & B" in page.words


def test_addresses_are_escaped_where_the_web_asks_for_it():
    page = Page(book(chapter(paragraph(Link(text("there"), 'https://example.org/a b?c="d"&e=100%')))))
    assert "https://example.org/a%20b?c=%22d%22&e=100%25" in page.all("href")


def test_pictures_are_in_the_page_with_their_descriptions():
    asset = Asset("a.png", "image/png", png(), 600, 300)
    page = Page(book(chapter(Figure(Image("a.png", "A map of the lines"))), assets={"a.png": asset}))
    assert page.all("alt", "img") == ["A map of the lines"]
    assert page.all("src", "img")[0].startswith("data:image/png;base64,iVBOR")


def test_a_picture_that_was_not_loaded_is_an_error_that_names_it():
    with pytest.raises(PublishError, match="E101 error: the picture gone.png was not loaded"):
        Page(book(chapter(Figure(Image("gone.png", "Gone")))))


def test_no_style_can_break_the_page(tmp_path):
    (tmp_path / "screen.css").write_text("p::after { content: '</style><b>' } @media (width < 9em) { p { & b { top: 0 } } }", encoding="utf-8")
    own = Style("own", (tmp_path, *style().folders))
    page = write_html(book(), own, Report()).decode()
    assert page.count("</style>") == 1
    assert "Night buses" in "".join(ElementTree.fromstring(page).itertext())


def test_a_right_to_left_book_stands_that_way():
    page = Page(book(title="حافلات الليل", lang="ar"))
    assert page.elements[0] == ("html", {"lang": "ar", "dir": "rtl"})


def test_the_same_book_gives_the_same_bytes():
    assert write_html(everything(), style(), Report()) == write_html(everything(), style(), Report())
