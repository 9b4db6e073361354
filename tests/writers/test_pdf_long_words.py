"""Addresses, code and long words on a narrow page, as a reader of it sees them and as one who copies gets them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from publish.model.nodes import Align, Cell, Code, CodeBlock, Heading, List, ListItem, Math, Paragraph, Quote, Table, Text
from publish.model.place import Place
from publish.styles import find_style
from publish.typesetting.composing.long_words import from_the_beginning
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, paragraph
from tests.writers.test_pdf_problems import own_style

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


def test_a_line_that_leaves_its_measure_is_told_with_its_page_its_words_and_their_place(tmp_path):
    stiff = own_style(tmp_path, ".lead-in { white-space: nowrap }")
    place = Place("text.md", 12)
    long = Paragraph(
        (Text("Representatives of everybody who works at night and of all those who ride home with them came and said:", place=place),), place=place
    )
    made = printed(book(chapter(paragraph(PROSE), long, paragraph(PROSE))), stiff, shape="a6")
    (found,) = [found for found in made.report.diagnostics if found.code == "P115"]
    assert found.place == place
    assert "page 1 has a line that is too long for its measure" in found.message and "“" in found.message


def test_a_table_whose_words_have_no_room_beside_each_other_is_told_and_stays_on_its_page():
    place = Place("text.md", 7)
    heads = tuple(cell(f"Representative {number}") for number in range(14))
    made = printed(book(chapter(Table((Align.LEFT,) * 14, (heads,), (heads,), place=place))), shape="a6")
    assert [(found.code, found.place) for found in made.report.diagnostics if found.code in ("P115", "P142")] == [("P142", place)]
    assert max(word.right for words in made.pdf.words for word in words) < 297.6 - 20


def test_a_running_head_that_is_too_long_is_cut_within_its_measure():
    made = printed(book(chapter(*[paragraph(PROSE)] * 20, title=LONG_WORD + " " + PROSE)), shape="a6")
    assert "…" in "".join(made.pdf.texts)
    assert max(word.right for words in made.pdf.words for word in words) < 297.6 - 20
    assert min(word.left for words in made.pdf.words for word in words) > 20


def test_columns_of_code_parted_by_tabs_stand_one_below_the_other():
    made = printed(book(chapter(CodeBlock("a\tb\tc\ncol1\tcolumn2\tc\n1234567\t8\t9"))))
    found = {word.text: word.left for words in made.pdf.words for word in words}
    assert found["b"] == pytest.approx(found["column2"], abs=0.01) == pytest.approx(found["8"], abs=0.01)
    assert {round(word.left, 1) for words in made.pdf.words for word in words if word.text in ("c", "9")} == {round(found["9"], 1)}


def test_no_line_of_a_command_ends_between_the_hyphens_of_an_option_and_its_name():
    command = "count --from monday --to sunday --landing first --landing second --landing third --all -v -q -x --landing fourth"
    inline = [Paragraph((Text(PROSE[: 9 * number] + " "), Code(command))) for number in range(6)]
    made = printed(book(chapter(CodeBlock(command), *inline)), shape="a6")
    lines = [line.strip() for line in made.pdf.run("pdftotext", "-raw", "FILE", "-").splitlines()]
    assert len([line for line in lines if "--landing" in line]) > 7
    assert not [line for line in lines if line.endswith("-")]


def test_a_table_of_many_columns_is_set_across_the_columns_of_a_newspaper_before_it_is_made_small():
    wide = Table((Align.LEFT,) * 7, (tuple(cell(f"Month {number}") for number in range(7)),), (tuple(cell("1,204") for _ in range(7)),))
    made = printed(book(chapter(*[paragraph(PROSE)] * 6, wide, *[paragraph(PROSE)] * 6)), find_style("broadsheet", Path(__file__).parent), shape="a4")
    places = [word.left for words in made.pdf.words for word in words if word.text == "1,204"]
    assert max(places) - min(places) > 300
    assert "P142" not in "".join(made.said)


def test_a_formula_in_the_text_leaves_its_lines_where_they_were():
    formula = Math(r"q = \frac{\lambda}{d}(T_i - T_a)", False)
    made = printed(book(chapter(Paragraph((Text(PROSE + " "), formula, Text(" " + PROSE + " " + PROSE))))))
    tops = sorted({round(word.top, 1) for words in made.pdf.words for word in words if len(word.text) > 5 and word.text in PROSE})
    gaps = {round(below - above, 1) for above, below in pairwise(tops)}
    assert len(tops) > 5 and max(gaps) - min(gaps) < 0.2


def test_the_next_word_is_found_at_the_beginning_of_what_nothing_parts():
    asked: list[int] = []

    def theirs(text: str, lang: str) -> tuple[int, int] | None:
        asked.append(len(text))
        end = text.find("/")
        return (0, end) if end > 0 else None

    find = from_the_beginning(theirs)
    assert find("night/bus" + "a" * 10_000, "en") == (0, 5)
    assert max(asked) < 1_000
    assert find("a" * 5_000 + "/bus", "en") == (0, 5_000), "a word that does not end there is looked for in all of it"
