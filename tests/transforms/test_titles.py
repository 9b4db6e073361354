"""What a text is called: its heading before any line above it, any heading before the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Book, Metadata
from publish.model.walk import plain_text
from publish.readers import Source, read
from publish.transforms import Options, make_book


def made(text: str, suffix: str = ".md") -> Book:
    report = Report()
    return make_book(read(Source(f"file_name{suffix}", suffix, text), report), Metadata(lang="en"), Path(), Options(), report)


def words(book: Book) -> list[str]:
    return [plain_text(part) for section in book.sections for part in (*section.title, *section.blocks)]


WORDS = "The boilers in the north wing are thirty years old."


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        (f"*A draft, not to be quoted*\n\n# Warm Houses\n\n{WORDS}", "Warm Houses", ["A draft, not to be quoted", WORDS]),
        (f"Draft\n\nfor members\n\n---\n\n# Warm Houses\n\n## Heating\n\n{WORDS}", "Warm Houses", ["Draft", "for members", "", "Heating", WORDS]),
        (f"## Control of the Lamps\n\n{WORDS}", "Control of the Lamps", [WORDS]),
        (f"### Lamps\n\n{WORDS}\n\n#### Stairs\n\n{WORDS}", "Lamps", [WORDS, "Stairs", WORDS]),
        (f"{WORDS}\n\n## Heating\n\n{WORDS}\n\n## Light\n\n{WORDS}", "Heating", [WORDS, "Heating", WORDS, "Light", WORDS]),
        (f"مسودة\n\n# بيوت دافئة\n\n{WORDS}", "بيوت دافئة", ["مسودة", WORDS]),
        (f"草案\n\n# 暖かい家\n\n{WORDS}", "暖かい家", ["草案", WORDS]),
        (f"Warm Houses\n\n{WORDS}\n\n# What we demand\n\n- heat", "Warm Houses", [WORDS, "What we demand", "heat"]),
        (f"Warm Houses\n\nby Ida Rowe\n\n# The Cellar\n\n{WORDS}", "Warm Houses", ["The Cellar", WORDS]),
        (f"Warm Houses\n\n# One\n\n{WORDS}\n\n# Two\n\n{WORDS}", "Warm Houses", ["One", WORDS, "Two", WORDS]),
        (f"{WORDS}", "File name", [WORDS]),
    ],
)
def test_the_title_is_the_heading_that_stands_above_the_text(text: str, title: str, left: list[str]) -> None:
    book = made(text)
    assert (book.metadata.title, words(book)) == (title, left)


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("<p>Warm Houses</p>\n\n{}", "File name", ["Warm Houses", WORDS]),
        ("<div>\n\nWarm Houses\n\n</div>\n\n{}", "File name", ["Warm Houses", WORDS]),
        ("<center>Warm Houses\n\n{}", "File name", ["Warm Houses", WORDS]),
        ("<center><b>A draft</b></center>\n\n## Heating\n\n{}", "Heating", ["A draft", "Heating", WORDS]),
        ('<p align="center">A draft</p>\n\n# Warm Houses\n\n## Heating\n\n{}', "Warm Houses", ["A draft", "Heating", WORDS]),
        ("<h2>Warm Houses</h2>\n\n<p>By Ida Rowe</p>\n\n{}", "Warm Houses", ["By Ida Rowe", WORDS]),
        ("<!-- wp:list -->\n<ul><li>lamps</li></ul>\n\n<table><tr><td>Quay</td></tr></table>\n\n{}", "File name", ["lamps", "Quay", WORDS]),
    ],
)
def test_words_that_html_sets_apart_are_neither_title_nor_byline(text: str, title: str, left: list[str]) -> None:
    book = made(text.format(WORDS))
    assert (book.metadata.title, book.metadata.authors, words(book)) == (title, (), left)


def test_a_byline_below_a_title_with_lines_above_it_is_found() -> None:
    book = made(f"A draft\n\n# Warm Houses\n\nBy Ida Rowe\n\n3 May 2024\n\n{WORDS}")
    assert (book.metadata.title, book.metadata.authors, book.metadata.date) == ("Warm Houses", ("Ida Rowe",), "2024-05-03")
    assert words(book) == ["A draft", WORDS]


@pytest.mark.parametrize("heading", ["#", "##", "### ###", "##  ", "## <!-- private -->"])
def test_a_heading_without_words_is_left_out_and_told(heading: str) -> None:
    report = Report()
    text = f"# One\n\nWords.\n\n{heading}\n\nMore.\n\n# Two\n\nWords."
    book = make_book(read(Source("x.md", ".md", text), report), Metadata("T"), Path(), Options(), report)
    assert words(book) == ["One", "Words.", "More.", "Two", "Words."]
    assert [(found.code, found.place.line) for found in report.diagnostics if found.code != "M160"] == [("M315", 5)]


def test_of_a_heading_that_is_a_picture_the_picture_stays(tmp_path) -> None:
    report = Report()
    book = make_book(read(Source("x.md", ".md", "# One\n\n## ![](a.png)\n\nMore."), report), Metadata("T"), tmp_path, Options(), report)
    assert len(book.sections[0].blocks) == 2
    assert "M315" in {found.code for found in report.diagnostics}


DEMANDS = "# A Gate\n\nThe gate is locked.\n\nWe demand:\n\n1. A gate\n2. A lamp\n\n"


@pytest.mark.parametrize(
    ("below", "roles"),
    [
        ("Come to the gate on Friday at six.", ["chapter", "demands"]),
        ("Come to the gate on Friday at six.\n\nContact: write to yard@example.org", ["chapter", "demands", "contact"]),
        ("Come on Friday.\n\nBring a lamp.\n\nContact: write to yard@example.org", ["chapter", "demands", "contact"]),
        ("Come on Friday.\n\n# Imprint\n\nPrinted at the gate.", ["chapter", "demands", "imprint"]),
        (f"{WORDS * 14}\n\nContact: write to yard@example.org", ["chapter", "demands", "chapter", "contact"]),
        (f"{WORDS}\n\n> {WORDS}\n\n{WORDS}", ["chapter", "demands", "chapter"]),
    ],
)
def test_a_line_that_calls_to_act_stands_below_the_demands(below: str, roles: list[str]) -> None:
    assert [section.role.value for section in made(DEMANDS + below).sections] == roles
