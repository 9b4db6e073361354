"""The page that is set on paper: what it holds, and what is decided by the length of the text."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from publish.layout.page import page_geometry
from publish.measures.shapes import shape
from publish.model.book import Book
from publish.model.nodes import Figure, Image, List, ListItem
from publish.typesetting.page_source import prepared
from publish.writers.paper.html import PaperHtml, PaperOptions, paper_html
from tests.writers.sample import book, chapter, contact, demands, everything, note, paragraph, picture, style, text


def source(made: Book, endnotes: frozenset[int] = frozenset(), page_shape: str = "a5", **options) -> PaperHtml:
    settings, trim = style().settings, shape(page_shape)
    page = page_geometry(trim.width, trim.height, settings.margins, settings.leading)
    return paper_html(made, style(), page, PaperOptions(**options), endnotes)


def tree(made: Book, **options) -> ElementTree.Element:
    return ElementTree.fromstring(source(made, **options).text)


def classes(made: Book, **options) -> list[str]:
    return [name for element in tree(made, **options).iter() for name in element.get("class", "").split()]


def words(number: int):
    return chapter(*(paragraph("ten words are not many but here they all stand") for _ in range(number // 10)), title="")


def test_the_page_is_well_formed_and_in_the_books_language():
    root = tree(everything(lang="ar"))
    assert root.get("lang") == "ar"
    assert root.get("dir") == "rtl"
    assert tree(everything()).get("dir") == "ltr"


@pytest.mark.parametrize(("length", "page"), [(400, False), (440, False), (450, True), (900, True)])
def test_a_text_gets_a_title_page_when_it_is_long_enough(length, page):
    found = classes(book(words(length)), cover=False)
    assert ("title-page" in found) is page
    assert ("title-block" in found) is not page


def test_notes_count_for_the_length():
    long = book(chapter(paragraph("Short", note("word " * 460), ".")))
    assert "title-page" in classes(long, cover=False)


def test_a_book_without_a_title_has_neither_page_nor_block():
    found = classes(book(words(900), title=""))
    assert "title-page" not in found
    assert "title-block" not in found


@pytest.mark.parametrize(("length", "options", "expected"), [
    (900, {}, True), (300, {}, False), (300, {"contents": True}, True), (900, {"contents": False}, False),
    (900, {"title_page": False, "cover": False}, False), (900, {"cover": False}, True),
])  # fmt: skip
def test_contents_come_with_a_cover_or_title_page_unless_the_author_decides(length, options, expected):
    assert ("contents" in classes(book(words(length), demands()), **options)) is expected


def test_contents_come_after_what_stands_quietly_before_the_text():
    found = [element.get("class", "").split()[0] for element in tree(everything(), contents=True, cover=False).iter("section")]
    assert found[:5] == ["title-page", "dedication", "epigraph", "contents", "foreword"]


@pytest.mark.parametrize(("number", "length", "option", "opens"), [
    (3, 500, None, True), (3, 200, None, False), (3, 200, True, True), (3, 500, False, False),
])  # fmt: skip
def test_chapters_open_a_page_when_they_are_long(number, length, option, opens):
    chapters = (replace(words(length), id=f"c{count}", title=text(f"Chapter {count}")) for count in range(number))
    assert ("chapters-page" in classes(book(*chapters), chapters_open_pages=option)) is opens


def test_hyphenation_can_be_switched_off():
    assert "unhyphenated" in classes(book(), hyphenate=False)
    assert "unhyphenated" not in classes(book())


@pytest.mark.parametrize("name", ["a b.png", "a%20b.png", "ü&<>'\".png", "a?b#c.png", "images/深.png", "asset:x.png"])
def test_the_address_of_a_picture_leads_back_to_its_name(name):
    made = book(chapter(Figure(Image(name, "A lamp"))), assets=picture(name))
    address = next(tree(made).iter("img")).get("src")
    assert address.startswith("asset:")
    assert address.isascii()
    assert unquote(address.removeprefix("asset:")) == name


def test_running_heads_name_the_part_and_the_book():
    heads = [element for element in tree(everything()).iter() if element.get("data-name")]
    assert {element.get("data-book") for element in heads if element.tag == "h1"} == {"Night buses"}
    assert {"Night buses", "Foreword", "What we demand", "Contact"} <= {element.get("data-name") for element in heads}


def test_an_untitled_text_runs_under_its_authors_names():
    assert 'data-book="Ann Author and Bob Writer"' in source(book(words(900))).text
    assert 'data-book="Night buses"' in source(everything()).text


# Notes ------------------------------------------------------------------------------------------


def noted() -> Book:
    return book(chapter(paragraph("One", note("First."), " two", note("Second."), " three", note("Third, ", "and more."), ".")))


def test_notes_are_at_the_foot_unless_they_are_to_be_at_the_end():
    html = source(noted(), frozenset({2}))
    assert list(html.footnotes) == [1, 3]
    assert html.footnotes[1] == "First."
    root = ElementTree.fromstring(html.text)
    ends = [element for element in root.iter() if element.get("class") == "endnote"]
    assert ["".join(end.itertext()).split() for end in ends] == [["2", "Second."]]
    calls = [element.get("href") for element in root.iter("a") if element.get("class") == "endnote-call"]
    assert calls == [f"#{ends[0].get('id')}"]


def test_every_name_stands_once():
    names = [name for element in tree(everything(), contents=True).iter() if (name := element.get("id"))]
    assert len(names) == len(set(names))


def test_headings_with_notes_are_labelled_without_them():
    titled = replace(chapter(paragraph("Words.")), title=(*text("The night"), note("Whispered.")))
    root = prepared(source(book(titled)).text, 300, 11)
    assert [element.get("data-label") for element in root.iter("h1") if element.get("data-label")] == ["The night"]


# Demands and contact ------------------------------------------------------------------------------


def size(made: Book, page_shape: str = "a5") -> float:
    found = next(element for element in tree(made, page_shape=page_shape).iter("section") if "demands" in element.get("class"))
    return float(found.get("style").removeprefix("--demand-size: ").removesuffix("pt"))


def many(number: int) -> Book:
    items = tuple(ListItem((paragraph(f"That demand number {number} be met at once, for all of us."),)) for number in range(number))
    return book(replace(demands(), blocks=(List(items, ordered=True),)))


def test_demands_are_set_as_large_as_their_page_allows():
    sizes = [size(many(number)) for number in (2, 5, 9, 14, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 17.05
    assert sizes[-1] == 10.45
    assert size(many(9), "a6") < size(many(9)) <= size(many(9), "a4")


def test_a_contact_section_without_address_has_no_code():
    silent = replace(contact(), blocks=(paragraph("Come on Thursdays."),))
    assert "qr" not in classes(book(chapter(paragraph("Words.")), silent))
    assert "qr" in classes(book(chapter(paragraph("Words.")), contact()))
