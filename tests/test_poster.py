"""Posters: the demands alone, on one page, as large as they fit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import Report
from publish.layout.filling import largest
from publish.measures.shapes import shape
from publish.model.book import Book
from publish.model.nodes import Heading, Link, List, Paragraph, Role
from publish.model.walk import plain_text, walk
from publish.styles import find_style
from publish.transforms.selection import only_sections
from publish.workflows.building import build
from publish.workflows.reading import Wanted
from tests.writers.pdfs import Pdf, Printed, printed
from tests.writers.sample import book, chapter, contact, demands, everything, ordered, paragraph, text
from tests.writers.test_pdf_pages import overlapping

ROOT = Path(__file__).parents[1]
WORDS = "the lamps on the landing burn all night and nobody in the house was asked who pays for them or why the stair is dark".split()


def demand(words: int, number: int) -> str:
    return " ".join(WORDS[(number * 3 + i) % len(WORDS)] for i in range(words)).capitalize() + "."


@cache
def poster(count: int, words: int, on: str = "a4") -> Printed:
    made = demands()
    section = type(made)(Role.DEMANDS, (ordered(*(demand(words, n) for n in range(count))),), text("We want"), id="demands")
    return printed(book(section, contact()), find_style("poster", ROOT), shape=on)


def written(tmp_path: Path, manuscript: str, format: str = "pdf", style: str = "poster") -> tuple[list[Path], Report]:
    file = tmp_path / "light.md"
    file.write_text(manuscript, encoding="utf-8")
    report = Report()
    return build(file, Wanted(formats=(format,), style=style, out=tmp_path / "out"), report), report


MANUSCRIPT = """---
title: Light on the Stairs
author: Landing Committee
---

The bulb has been out since May. See [what we want](#want) and [how it began](#began).

## How it began {#began}

With a bulb.

# We want {#want .demands}

1. Light on every landing, as [was promised](#began)
2. A telephone that is answered

::: contact
Write to <light@example.org>.
:::
"""


# The page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "words", "on"), [
    (2, 3, "a3"), (2, 60, "letter"), (7, 15, "a4"), (12, 25, "letter"), (20, 3, "a4"), (20, 3, "letter"), (20, 60, "a4"), (20, 60, "a3"),
])  # fmt: skip
def test_all_demands_stand_on_one_page_and_nothing_leaves_it(count: int, words: int, on: str):
    made = poster(count, words, on)
    (found,), trim = made.pdf.words, shape(on)
    assert made.losses == []
    assert overlapping(found) == []
    assert all(word.left > 0 and word.right < trim.width and word.top > 0 and word.bottom < trim.height for word in found)
    assert {str(number) for number in range(1, count + 1)} <= {word.text for word in found}


@pytest.mark.parametrize(("count", "words"), [(2, 60), (7, 15), (12, 25), (20, 60)])
def test_the_page_is_full(count: int, words: int):
    (found,) = poster(count, words).pdf.words
    assert max(word.bottom for word in found) > 0.88 * shape("a4").height


def test_fewer_and_shorter_demands_are_larger():
    def size(count: int, words: int, on: str = "a4") -> float:
        return max(word.bottom - word.top for word in poster(count, words, on).pdf.words[0] if word.text.lower() == "lamps")

    assert size(2, 3) > size(7, 15) > size(12, 25) > size(20, 60)
    assert size(7, 15, "a3") == pytest.approx(size(7, 15) * 2**0.5, rel=0.05)


def test_a_word_that_is_very_long_makes_the_type_smaller_and_is_not_cut():
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
    section = type(demands())(Role.DEMANDS, (ordered(f"{word} for all", "Light"),), text("We want"), id="demands")
    made = printed(book(section), find_style("poster", ROOT), shape="a4")
    (found,) = made.pdf.words
    assert made.losses == []
    assert max(one.right for one in found) < shape("a4").width
    assert word in [one.text for one in found]


def test_right_to_left_demands_have_their_numbers_on_the_right():
    section = type(demands())(Role.DEMANDS, (ordered("אור בכל מדרגות הבית", "טלפון שעונים בו"),), text("אנו דורשים"), id="demands")
    made = printed(book(section, lang="he"), find_style("poster", ROOT), shape="a4")
    number = next(word for word in made.pdf.words[0] if word.text == "1")
    assert made.losses == []
    assert number.left > shape("a4").width * 0.7


def test_what_is_too_long_for_any_poster_is_told_with_its_line(tmp_path: Path):
    items = "\n".join(f"{number}. {demand(400, number)}" for number in range(1, 30))
    made, report = written(tmp_path, f"---\ntitle: Too much\n---\n\n# We want {{.demands}}\n\n{items}\n")
    (found,) = [found for found in report.diagnostics if found.code == "S121"]
    assert made == []
    assert found.place and found.place.line and "larger shape" in found.hint


# What it shows -----------------------------------------------------------------------------------


def test_a_poster_shows_the_demands_and_the_contact_and_no_other_word_of_the_text(tmp_path: Path):
    (file,), report = written(tmp_path, MANUSCRIPT)
    words = " ".join(Pdf(file.read_bytes()).texts)
    assert report.failed is False
    assert "Light on every landing, as was promised" in words and "light@example.org" in words
    assert "bulb" not in words and "began" not in words


def test_an_ebook_in_the_posters_style_is_the_whole_book(tmp_path: Path):
    (file,), report = written(tmp_path, MANUSCRIPT, "html")
    assert report.failed is False
    assert "The bulb has been out since May" in file.read_text("utf-8")


def test_a_text_without_demands_is_told_what_it_lacks(tmp_path: Path):
    made, report = written(tmp_path, "---\ntitle: Light\n---\n\nThe bulb has been out since May.\n")
    (found,) = report.diagnostics
    assert made == []
    assert found.code == "S120" and "demands" in found.message and "{.demands}" in found.hint
    assert found.place and found.place.file.endswith("light.md")


# The sections a style shows ------------------------------------------------------------------------


def test_only_the_sections_that_are_asked_for_are_kept_in_their_order():
    kept = only_sections(everything(), ("contact", "demands"))
    assert {section.role for section in kept.sections} <= {Role.CONTACT, Role.DEMANDS}
    assert [section for section in everything().sections if section.role in (Role.CONTACT, Role.DEMANDS)] != []
    assert only_sections(kept, ("contact", "demands")) == kept


def test_links_to_what_is_left_out_are_plain_words_and_others_stay_links():
    away, here = Link(text("there"), "#gone"), Link(text("here"), "#want")
    section = type(demands())(Role.DEMANDS, (paragraph("Look ", away, " and ", here),), id="want")
    made = only_sections(Book(book().metadata, (chapter(Heading(2, text("Gone"), id="gone")), section)), ("demands",))
    links = [node.target for node in walk(*made.sections[0].blocks) if isinstance(node, Link)]
    assert links == ["#want"]
    assert plain_text(*made.sections[0].blocks) == "Look there and here"


def test_a_section_within_another_stands_by_itself():
    section = type(demands())(Role.DEMANDS, (Paragraph(text("Light")), List(())), id="want", level=2)
    assert only_sections(Book(book().metadata, (chapter(), section)), ("demands",)).sections[0].level == 1


# Finding the size ----------------------------------------------------------------------------------


@settings(max_examples=80)
@given(st.floats(0.3, 4000), st.floats(1.2, 2.6))
def test_the_size_found_fits_is_nearly_the_largest_and_takes_few_layouts(text_takes: float, power: float):
    tried: list[float] = []

    def filled(size: float) -> float:
        share = text_takes * 1e-5 * size**power
        return share if share <= 1 else 2.0  # by how much it is over nobody knows

    def lay_out(size: float) -> float:
        tried.append(size)
        return size

    size, laid = largest(lay_out, filled, 7, 60)
    assert laid == size and len(tried) <= 10
    if filled(7) > 1:
        assert size == 7
    else:
        assert filled(size) <= 1
        assert size == 60 or filled(size) > 0.94 or filled(size * 1.03) > 1
