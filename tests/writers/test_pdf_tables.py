"""Tables that go on for more than a page, as a reader and a listener meet them."""

from __future__ import annotations

from functools import cache

from publish.model.nodes import Align, Cell, Heading, Table
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, note, paragraph, text


def said(name: str, count: int) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


def cell(words: str, **spans: int) -> Cell:
    return Cell((paragraph(words),), **spans)


def row(*words: str) -> tuple[Cell, ...]:
    return tuple(map(cell, words))


def table(*rows: tuple[Cell, ...], **more) -> Table:
    return Table((Align.LEFT, Align.LEFT), (row("Number", "Remark"),), rows, **more)


@cache
def one_tall_row() -> Printed:
    """A short row, one that is higher than two pages, whose first cell is nearly as high, and another short one."""
    return printed(
        book(
            chapter(
                Heading(2, text("Remarks")),
                table(row("one", said("a", 40)), row(said("b", 420), said("c", 700)), row("three", said("d", 40)), caption=text("Remarks by number")),
            )
        )
    )


@cache
def many_rows() -> Printed:
    """Rows of some lines each, two of them with a cell for both, and a sum; then a head without end."""
    rows = [row(f"r{number}", said(f"w{number}x", 60)) for number in range(30)]
    rows[10:12] = [(cell("both", rows=2), cell(said("e", 60))), (cell(said("f", 60)),)]
    note_in_a_row = (Cell((paragraph("noted", note("What is noted.")),)), cell("with a note"))
    endless = Table((Align.LEFT, Align.LEFT), (row(said("h", 900), "Remark"),), (row("under", "the head"),))
    return printed(book(chapter(table(*rows, note_in_a_row, foot=(row("Sum", "of all"),)), paragraph("Between."), endless)))


def pages_with(made: Printed, words: str) -> list[int]:
    return [number for number, page in enumerate(made.pdf.texts, 1) if words in page]


def test_a_row_higher_than_a_page_is_parted_and_nothing_is_lost():
    assert one_tall_row().losses == []
    assert many_rows().losses == []


def test_the_head_stands_above_every_part():
    pages = pages_with(one_tall_row(), "Number Remark")
    assert len(pages) > 2
    assert pages == sorted({page for name in "abcd" for page in pages_with(one_tall_row(), f"{name}3")})


def test_heading_and_caption_stand_with_the_table_they_belong_to():
    (page,) = pages_with(one_tall_row(), "Remarks by number")
    assert all(words in one_tall_row().pdf.texts[page - 1] for words in ("Remarks", "Number Remark", "a0 a1"))
    assert not [line for line in one_tall_row().said if "P111" in line or "P113" in line]


def test_no_line_of_a_parted_row_stands_below_the_text():
    bottoms = [max(word.bottom for word in words) for words in one_tall_row().pdf.words[1:]]
    assert max(bottoms) == min(bottoms[:-1])  # the folio's


def test_rows_that_a_page_can_hold_stay_whole():
    for number in (*range(10), *range(12, 30)):
        assert len(pages_with(many_rows(), f"w{number}x0 ")) == len(pages_with(many_rows(), f"w{number}x59")) == 1
        assert pages_with(many_rows(), f"w{number}x0 ") == pages_with(many_rows(), f"w{number}x59")


def test_sums_stand_once_and_last():
    (page,) = pages_with(many_rows(), "Sum of all")
    assert page == max(pages_with(many_rows(), "Number Remark"))


def test_whoever_listens_hears_one_table_with_its_head_once_and_its_cells_whole():
    pdf = one_tall_row().pdf
    assert [len(pdf.elements(kind)) for kind in ("Table", "THead", "TH", "TR", "TD")] == [1, 1, 2, 4, 6]
    body = one_tall_row().output.words.body
    assert body.count("NumberRemark") == 1
    assert body.replace(" ", "").find("b419") < body.replace(" ", "").find("c0")


def test_cells_of_further_parts_name_the_heads_that_are_there():
    pdf = many_rows().pdf
    heads = {str(head.ID) for head in pdf.elements("TH")}
    named = {str(name) for one in pdf.elements("TD") for name in one.A.get("/Headers", ())}
    assert named and named <= heads


def test_a_head_that_no_page_could_repeat_is_set_once():
    assert len(pages_with(many_rows(), "h899")) == 1
    assert pages_with(many_rows(), "under")[-1] >= pages_with(many_rows(), "h899")[0]
