"""Several texts in one book: each keeps its title, its authors and all of its words."""

from pathlib import Path

from publish.diagnostics import Report
from publish.model.book import Book, Contributor, Metadata
from publish.model.nodes import Role
from publish.model.walk import plain_text
from publish.readers import Source, read
from publish.transforms import Contribution, Options, make_collection


def collect(*texts: tuple[str, Metadata], lang: str = "en") -> tuple[Book, Report]:
    report = Report()
    contributions = [Contribution(read(Source("in.md", ".md", text), report), metadata) for text, metadata in texts]
    editor = Contributor("Ida Stern", "edt")
    return make_collection(contributions, Metadata("Book", contributors=(editor,), lang=lang), Path(), Options(), report), report


def shape(book: Book) -> list[tuple[int, str, str]]:
    return [(section.level, section.role.value, plain_text(*section.title)) for section in book.sections]


def test_a_text_of_one_section_carries_its_title_and_authors() -> None:
    book, _ = collect(("It is five.", Metadata("The Plate", contributors=(Contributor("Dora Kemp"),))))
    assert shape(book) == [(1, "chapter", "The Plate")]
    assert book.sections[0].authors == ("Dora Kemp",)


def test_further_sections_of_a_text_stand_below_its_title() -> None:
    book, _ = collect(("It is five. We demand:\n\n- light\n\nThat is all.\n\n> So it is.", Metadata("The Plate")), ("Six.", Metadata("The Book")))
    assert shape(book) == [(1, "chapter", "The Plate"), (2, "demands", ""), (2, "chapter", ""), (1, "chapter", "The Book")]


def test_a_first_chapter_with_a_title_of_its_own_keeps_it() -> None:
    book, _ = collect(("# Iron\n\nIt is five.\n\n# Wood\n\nIt is six.", Metadata("The Plate", contributors=(Contributor("Dora Kemp"),))))
    assert shape(book) == [(1, "chapter", "The Plate"), (2, "chapter", "Iron"), (2, "chapter", "Wood")]
    assert [section.authors for section in book.sections] == [("Dora Kemp",), (), ()]


def test_a_dedication_does_not_take_the_title_of_its_text() -> None:
    book, _ = collect(("::: dedication\nFor the horses.\n:::\n\nIt is five.", Metadata("The Plate")))
    assert shape(book) == [(1, "chapter", "The Plate"), (2, "dedication", ""), (2, "chapter", "")]


def test_an_introduction_takes_the_title_of_its_text() -> None:
    book, _ = collect(("::: introduction\nIt is five.\n:::", Metadata("Before five")))
    assert shape(book) == [(1, "introduction", "Before five")]


def test_a_heading_that_repeats_the_title_is_not_set_twice() -> None:
    book, _ = collect(("# The Plate\n\nIt is five.", Metadata("The plate")))
    assert shape(book) == [(1, "chapter", "The plate")]
    assert [plain_text(block) for block in book.sections[0].blocks] == ["It is five."]


def test_authors_found_in_the_texts_are_people_of_the_book() -> None:
    book, _ = collect(("# The Plate\n\nBy Dora Kemp\n\nIt is five.", Metadata()), ("# The Book\n\nBy Ida Stern\n\nSix.", Metadata()))
    assert book.metadata.contributors == (Contributor("Ida Stern", "edt"), Contributor("Dora Kemp"), Contributor("Ida Stern"))
    assert [section.authors for section in book.sections] == [("Dora Kemp",), ("Ida Stern",)]


def test_the_date_of_a_text_stays_in_it_since_a_book_shows_only_its_own() -> None:
    book, report = collect(("# The Plate\n\n3 May 1934\n\nBy Dora Kemp\n\nIt is five.", Metadata()))
    assert [plain_text(block) for block in book.sections[0].blocks] == ["3 May 1934", "It is five."]
    assert book.sections[0].authors == ("Dora Kemp",) and book.metadata.date == ""
    assert "M303" not in {found.code for found in report.diagnostics}


def test_a_text_in_another_language_says_so_in_each_of_its_sections() -> None:
    book, _ = collect(("Es ist fünf. Wir fordern:\n\n- Licht", Metadata("Die Waage", lang="de")))
    assert [(section.role, section.lang) for section in book.sections] == [(Role.CHAPTER, "de"), (Role.DEMANDS, "de")]


def test_a_book_without_any_text_is_an_error() -> None:
    _, report = collect()
    assert [found.code for found in report.diagnostics] == ["M306"]
