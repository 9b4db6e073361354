"""Lists that count in other ways, tasks, and tables of many kinds, as they are said in XHTML and printed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publish.model.book import Section
from publish.model.grid import placed
from publish.model.kinds import Align, Delimiter, Numbering
from publish.model.nodes import Cell, List, ListItem, Table
from publish.styles import find_style
from publish.writers.markup.xhtml import Xhtml
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, demands, paragraph, text


def xhtml(lang: str = "en") -> Xhtml:
    return Xhtml(link=str, image=str, note=lambda _: "", lang=lang)


def lettered(*items: str, start: int = 1, delimiter: Delimiter = Delimiter.PARENS) -> List:
    blocks = tuple(ListItem((paragraph(item),)) for item in items)
    return List(blocks, True, start, numbering=Numbering.LOWER_ALPHA, delimiter=delimiter)


def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((paragraph(words),), columns, rows)


SHIFTS = Table(
    (Align.LEFT, Align.RIGHT, Align.CENTER),
    ((cell("Shift", columns=2), cell("Buses")), (cell("Days"), cell("Time"), cell("Number"))),
    ((cell("Weekdays", rows=2), cell("early"), cell("twelve")), (cell("late"), cell("seven"))),
    text("Buses by shift"),
    foot=((cell("Sum", columns=2), cell("nineteen")),),
    row_heads=1, widths=(0.5, 0.25, 0.25), id="shifts",
)  # fmt: skip
TASKS = List((ListItem((paragraph("a letter"),), done=False), ListItem((paragraph("a meeting"),), done=True)))


# XHTML --------------------------------------------------------------------------------------------


def test_an_ordinary_list_has_nothing_that_it_needs_not():
    block = List((ListItem((paragraph("one"),)),), ordered=True, start=3)
    assert xhtml().block(block) == '<ol start="3">\n<li>one</li>\n</ol>'


def test_other_numbers_are_said_to_style_sheets_and_their_kind_to_all_readers():
    said = ElementTree.fromstring(xhtml().block(lettered("one", "two", start=2)))
    assert said.attrib == {"start": "2", "type": "a", "class": "labelled lower-alpha"}
    assert [item.get("style") for item in said] == ["--label: '(b) '", "--label: '(c) '"]


def test_numbers_that_want_more_room_say_so():
    wide = replace(lettered(*"abcdefgh"), numbering=Numbering.LOWER_ROMAN)
    assert 'class="labelled lower-roman wide"' in xhtml().block(wide)


@pytest.mark.parametrize("tight", [True, False])
def test_the_state_of_a_task_is_drawn_and_said_in_the_language_of_the_text(tight: bool):
    said = ElementTree.fromstring(xhtml("de").block(replace(TASKS, tight=tight)))
    boxes = said.findall(".//{http://www.w3.org/2000/svg}svg")
    assert [(box.get("role"), box.get("aria-label")) for box in boxes] == [("img", "Zu erledigen"), ("img", "Erledigt")]
    assert [item.get("class") for item in said] == ["task", "task"]
    before = said[0] if tight else said[0][0]
    assert before[0] is boxes[0]


def test_heads_rows_and_feet_are_said_with_their_spans_and_widths():
    said = ElementTree.fromstring(xhtml().block(SHIFTS))
    assert [part.tag for part in said] == ["caption", "colgroup", "thead", "tbody", "tfoot"]
    assert [column.get("style") for column in said[1]] == ["width: 50.00%", "width: 25.00%", "width: 25.00%"]
    assert [(one.tag, one.attrib) for one in said[3][0]] == [
        ("th", {"scope": "row", "rowspan": "2", "class": "align-left"}),
        ("td", {"class": "align-right"}),
        ("td", {"class": "align-center"}),
    ]
    # below a cell of two rows the next cell stands in the second column
    assert [one.get("class") for one in said[3][1]] == ["align-right", "align-center"]
    assert said[2][0][0].attrib == {"scope": "col", "colspan": "2", "class": "align-left"}


def test_blocks_in_a_cell_stay_blocks():
    table = Table((Align.NONE,), (), ((Cell((paragraph("Both:"), lettered("one", "two"))),),))
    said = ElementTree.fromstring(xhtml().block(table))
    assert [part.tag for part in said.find(".//td")] == ["p", "ol"]


def test_cells_are_placed_beside_what_spans_from_above():
    rows = [(cell("a", rows=3), cell("b", columns=2)), (cell("c", rows=2), cell("d")), (cell("e"),), (cell("f"),)]
    assert [[column for column, _ in row] for row in placed(rows)] == [[0, 1], [1, 2], [2], [0]]


# Print --------------------------------------------------------------------------------------------


@cache
def in_print() -> Printed:
    inner = replace(lettered("of the lamps", delimiter=Delimiter.PAREN, start=3), numbering=Numbering.UPPER_ROMAN)
    outer = lettered("that the lamps be lit;", "that the lift be mended.")
    nested = replace(outer, items=(*outer.items, ListItem((paragraph("and further:"), inner))))
    blocks = Table((Align.NONE, Align.NONE), (), ((Cell((paragraph("Both of"), lettered("these", "those"))), cell("here")),))
    return printed(book(chapter(paragraph("We resolve:"), nested, TASKS, SHIFTS, blocks)))


def test_nothing_is_lost_of_lists_tasks_and_tables():
    assert in_print().losses == []


def test_numbers_are_printed_as_they_were_written():
    words = [word.text for page in in_print().pdf.words for word in page]
    assert {"(a)", "(b)", "(c)", "III)"} <= set(words)
    assert not {"1.", "2.", "a.", "3."} & set(words)


def test_numbers_are_the_labels_of_items_and_their_kind_is_known():
    pdf = in_print().pdf
    numberings = {str(one.A.ListNumbering) for one in pdf.elements("L") if "/A" in one}
    assert {"/LowerAlpha", "/UpperRoman"} <= numberings


def test_who_hears_a_pdf_hears_what_is_done():
    described = [str(figure.Alt) for figure in in_print().pdf.elements("Figure")]
    assert described == ["To do", "Done"]


def test_heads_of_rows_and_columns_say_what_they_are_about():
    scopes = [str(head.A.Scope) for head in in_print().pdf.elements("TH")]
    assert scopes.count("/Column") == 5 and scopes.count("/Row") == 2


@pytest.mark.parametrize("name", ["pamphlet", "poster", "broadsheet", "copier", "large-print"])
def test_demands_keep_the_letters_that_they_are_known_by(name: str):
    wanted: Section = replace(demands(), blocks=(lettered("light on the stairs", "heat in the rooms"),))
    made = printed(book(chapter(paragraph("Words.")), wanted), find_style(name, Path(__file__).parent))
    words = [word.text for page in made.pdf.words for word in page]
    assert made.losses == []
    assert words.count("(a)") == words.count("(b)") == 1


def test_a_list_begins_with_its_number_also_after_a_paragraph():
    def counted(start: int, *items: str) -> List:
        return List(tuple(ListItem((paragraph(item),)) for item in items), True, start)

    made = printed(book(chapter(counted(3, "three", "four"), paragraph("Between."), counted(5, "five", "six"))))
    numbers = [word.text for page in made.pdf.words for word in page if re.fullmatch(r"\d\.", word.text)]
    assert sorted(numbers) == ["3.", "4.", "5.", "6."]
