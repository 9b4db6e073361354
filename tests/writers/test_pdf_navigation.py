"""Finding one's way in a PDF: links, bookmarks, contents with page numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from publish.model.book import Section
from publish.model.nodes import Heading, Link, Note, Paragraph, Role, Text
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, contact, demands, everything, paragraph, text


@cache
def guide() -> Printed:
    """A book of several chapters, pages long, with sub-heads and links to and fro."""
    filler = [paragraph("Nobody at the depot could say who had taken the bench away. " * 9) for _ in range(7)]
    one = chapter(*filler, Heading(2, text("The bench"), id="bench"), *filler, title="One: the depot", name="one")
    two = chapter(
        paragraph("See ", Link(text("the bench"), "#bench"), ", ", Link(text("what we want"), "#demands"), " or ",
                  Link(text("the timetable"), "https://example.org/a?b=c&d=e"), "."),
        *filler, title="Two: the road", name="two",
    )  # fmt: skip
    return printed(book(one, two, demands(), contact()))


def test_links_lead_where_they_say():
    pdf = guide().pdf
    links = dict(pdf.links(pdf.page_of("See the bench")))
    assert links == {
        "the bench": pdf.page_of("The bench Nobody"),
        "what we want": pdf.page_of("No sackings"),
        "https://example.org/a?b=c&d=e": "https://example.org/a?b=c&d=e",
    }


def test_a_mail_address_can_be_clicked():
    pdf = guide().pdf
    assert ("mailto:nights@example.org", "mailto:nights@example.org") in pdf.links(pdf.page_of("or come on Thursdays"))


def test_bookmarks_lead_to_the_parts_in_levels():
    pdf = guide().pdf
    assert pdf.bookmarks == [
        (1, "Night buses", 1),
        (1, "One: the depot", pdf.page_of("One: the depot Nobody")),
        (2, "The bench", pdf.page_of("The bench Nobody")),
        (1, "Two: the road", pdf.page_of("See the bench")),
        (1, "What we demand", pdf.page_of("No sackings")),
        (1, "Contact", pdf.page_of("or come on Thursdays")),
    ]


def test_contents_give_the_pages_on_which_the_parts_begin():
    pdf = guide().pdf
    page = pdf.texts.index(next(page for page in pdf.texts if page.startswith("Contents"))) + 1
    numbers = {title: number for _, title, number in pdf.bookmarks[1:]}
    lines: dict[int, list[str]] = {}
    for word in sorted(pdf.words[page - 1], key=lambda word: word.left):
        lines.setdefault(round(word.bottom / 3), []).append(word.text)
    said = {" ".join(words) for words in lines.values()}
    assert {f"{number} {title}" for title, number in numbers.items()} <= said
    assert {target for _, target in pdf.links(page)} == set(numbers.values())


def test_folios_count_the_pages_of_the_file():
    pdf = guide().pdf
    for number, words in enumerate(pdf.words[2:-3], 3):
        foot = [word.text for word in words if word.top > 0.89 * 595]
        assert foot == [str(number)]


@pytest.mark.parametrize(("setting", "has"), [("yes", True), ("no", False), ("auto", False)])
def test_the_author_decides_about_contents_and_a_leaflet_has_none(setting, has):
    texts = printed(book(), contents=setting).pdf.texts
    assert any(page.startswith("Contents") for page in texts) is has


def test_a_note_in_a_heading_is_not_in_bookmark_running_head_or_contents():
    note = Note((Paragraph(text("Said in whispers.")),))
    titled = chapter(*(paragraph("Words and words. " * 60) for _ in range(8)), title="", name="one")
    made = printed(book(replace(titled, title=(Text("The night"), note)), demands()), contents="yes")
    assert made.losses == []
    assert [title for _, title, _ in made.pdf.bookmarks] == ["Night buses", "The night", "What we demand"]
    assert sum("whispers" in page for page in made.pdf.texts) == 1


def test_links_and_bookmarks_survive_every_kind_of_section():
    made = printed(everything())
    titles = [title for _, title, _ in made.pdf.bookmarks]
    assert titles == [
        "Night buses", "Foreword", "The last bus home", "The square & the hour", "A smaller heading", "A smaller matter",
        "What we demand", "Figures and words", "Contact",
    ]  # fmt: skip
    targets = [target for page in range(1, made.output.pages + 1) for _, target in made.pdf.links(page)]
    assert "https://example.org/a?b=c&d=e" in targets


@pytest.mark.parametrize("name", ["наверх", "a b", "x%20y", "née", "r&d", "a'b\"c", 'a";color:red;"', "名前"])
def test_a_place_with_any_name_can_be_linked_to(name):
    parts = (Heading(2, text("There"), id=name), paragraph("See ", Link(text("there"), f"#{name}"), "."))
    made = printed(book(chapter(*parts)))
    assert made.said == []
    assert made.pdf.links(1) == [("there", 1)]


def test_roles_open_the_pages_that_are_theirs():
    def section(role: Role) -> Section:
        return Section(role, (paragraph(f"Words of the {role.value}."),), id=role.value)

    pdf = printed(book(*map(section, Role))).pdf
    pages = {role: pdf.page_of(f"Words of the {role.value}.") for role in Role}
    alone = {Role.DEDICATION, Role.EPIGRAPH, Role.DEMANDS}
    for role in alone:
        assert [other for other, page in pages.items() if page == pages[role]] == [role]
