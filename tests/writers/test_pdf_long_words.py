"""Addresses, code and long words on a narrow page, as a reader of it sees them and as one who copies gets them."""

from __future__ import annotations

import re
from functools import cache

from publish.model.nodes import Align, Cell, Code, CodeBlock, Heading, List, ListItem, Paragraph, Quote, Table, Text
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, paragraph

PROSE = "Before the bakery opened, the drivers had met in the canteen of the depot and counted what the winter had cost them."
ADDRESS = "https://neighbourhood-assembly.example.org/documents/administration/minutes_of_november?form=short&page=2"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@cache
def narrow() -> Printed:
    """An address in paragraphs, a heading, a table, beside Arabic letters; code; a word that no line has room for."""
    address = Text(ADDRESS)
    return printed(
        book(
            chapter(
                *(Paragraph((Text(PROSE[: 40 + 11 * number] + " "), address, Text(", and so on. " + PROSE))) for number in range(6)),
                Paragraph((Text("مرحبا "), address, Text(" مرحبا"))),
                Heading(2, (address,)),
                Table((Align.LEFT, Align.LEFT), ((cell("Where"), cell("What")),), ((cell(ADDRESS), cell(LONG_WORD)),)),
                Paragraph((Text("Set "), Code("PUBLISH_MANUSCRIPT_FOLDER_OF_THE_WHOLE_HOUSE=manuscripts/readers-and-writers"), Text(" first."))),
                CodeBlock("some_function_with_a_long_name(another_function_with_a_name)"),
                Heading(2, (Text(LONG_WORD),)),
                paragraph(LONG_WORD + " " + LONG_WORD),
                List((ListItem((paragraph(LONG_WORD), List((ListItem((paragraph(LONG_WORD),)),)))),)),
                Quote((paragraph("9" * 120),)),
                Paragraph((Text("日 " + LONG_WORD),)),
            )
        ),
        shape="a6",
    )


@cache
def copied() -> str:
    return narrow().pdf.run("pdftotext", "-raw", "FILE", "-")


def cell(words: str) -> Cell:
    return Cell.of((Text(words),))


def test_addresses_and_code_end_lines_without_a_sign_of_ours_wherever_they_stand():
    said = "".join(copied().split())
    assert said.count(ADDRESS) >= 8  # of nine, one goes on overleaf
    assert "PUBLISH_MANUSCRIPT_FOLDER_OF_THE_WHOLE_HOUSE=manuscripts/readers-and-writers" in said
    assert not re.search("[\u200b\u2060]", said)


def test_no_line_of_an_address_ends_in_a_hyphen_or_before_a_slash():
    lines = copied().splitlines()
    parts = [line.strip() for line in lines if line.strip() and line.strip() in ADDRESS]
    assert parts
    assert not [part for part in parts if part[-1] in "-‐._?&=" or part[0] == "/"]


def test_nothing_is_wider_than_its_measure():
    width = 297.6  # of an A6 page, in points
    edges = [(word.left, word.right) for words in narrow().pdf.words for word in words]
    assert min(left for left, _ in edges) > 20
    assert max(right for _, right in edges) < width - 20
    assert not [said for said in narrow().said if "P115" in said]


def test_a_word_that_no_line_has_room_for_is_divided_by_hyphens():
    joined = re.sub(r"[-‐]\n", "", copied())
    assert joined.count(LONG_WORD) >= 6
    assert "‐\n" in copied()


def test_a_bookmark_has_nothing_in_it_but_the_words_of_its_heading():
    assert ADDRESS in [title for _, title, _ in narrow().pdf.bookmarks]
