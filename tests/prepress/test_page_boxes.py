"""Trim, bleed and sheet of each page, right to a hundredth of a millimetre."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.diagnostics import Report
from publish.measures.print_job import PrintJob
from publish.measures.shapes import Length
from publish.pdf.facts import box_of, facts_of
from publish.prepress.page_boxes import Edges, bleed_edges, pages_in_words
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import laid_out, opened, pictures_of

MM = 72 / 25.4
TWO_PAGES = "<p>One</p><p style='break-before:page'>Two</p>"
ROUND = 0.01 * MM


def pressed(data: bytes, bleed: str = "3mm", report: Report | None = None, **settings) -> bytes:
    sheet = {key: settings.pop(key) for key in ("bleed_at_spine", "from_right") if key in settings}
    return press_file(data, PrintJob(**settings), PressSheet(Length(bleed), **sheet), report or Report())[""]


def boxes(data: bytes, page: int = 0) -> dict[str, list[float]]:
    """The boxes of a page in millimetres: left, bottom, right, top."""
    with opened(data) as pdf:
        return {name: [value / MM for value in box_of(pdf.pages[page], name)] for name in ("TrimBox", "BleedBox", "CropBox", "MediaBox")}


@pytest.mark.parametrize("bleed", ["0mm", "3mm", "0.125in", "5mm", "10mm"])
def test_without_marks_the_sheet_is_the_trim_with_its_bleed(bleed: str) -> None:
    data = pressed(laid_out(TWO_PAGES, bleed=bleed), bleed, marks=())
    wide = Length(bleed).mm
    for page in (0, 1):
        found = boxes(data, page)
        assert found["TrimBox"] == pytest.approx([0, 0, 105, 148], abs=0.01)
        for name in ("BleedBox", "CropBox", "MediaBox"):
            assert found[name] == pytest.approx([-wide, -wide, 105 + wide, 148 + wide], abs=0.01), name


@pytest.mark.parametrize(
    ("marks", "side", "below"),
    [(("crop",), 8, 8), (("registration", "colour-bar"), 8, 8), (("slug",), 0, 8), (("crop", "registration", "slug"), 8, 13), (None, 8, 13)],
)
def test_marks_have_their_room_beyond_the_bleed(marks: tuple[str, ...] | None, side: float, below: float) -> None:
    found = boxes(pressed(laid_out(TWO_PAGES), marks=marks), page=1)
    assert found["BleedBox"] == pytest.approx([-3, -3, 108, 151], abs=0.01)
    assert found["MediaBox"] == found["CropBox"] == pytest.approx([-3 - side, -3 - below, 108 + side, 151 + below], abs=0.01)


def test_a_spine_without_bleed_is_on_the_left_of_odd_pages_and_on_the_right_of_even_ones() -> None:
    data = pressed(laid_out(TWO_PAGES), marks=(), bleed_at_spine=False)
    assert boxes(data, 0)["MediaBox"] == pytest.approx([0, -3, 108, 151], abs=0.01)
    assert boxes(data, 1)["MediaBox"] == pytest.approx([-3, -3, 105, 151], abs=0.01)


@pytest.mark.parametrize("marks", [None, ("crop",), ("slug",)])
def test_the_trim_is_in_the_middle_of_a_sheet_with_marks_wherever_it_bleeds(marks: tuple[str, ...] | None) -> None:
    data = pressed(laid_out(TWO_PAGES), marks=marks, bleed_at_spine=False)
    for page in (0, 1):
        found = boxes(data, page)
        left, bottom, right, top = (abs(trim - media) for trim, media in zip(found["TrimBox"], found["MediaBox"], strict=True))
        assert (left, bottom) == pytest.approx((right, top), abs=0.01)


@given(st.floats(0, 40), st.integers(1, 1000))
def test_a_book_that_is_read_from_the_right_has_its_spine_there(bleed: float, page: int) -> None:
    one, other = (bleed_edges(bleed, page, False, from_right) for from_right in (False, True))
    assert (one.left, one.right) == (other.right, other.left)
    assert bleed_edges(bleed, page) == Edges(bleed, bleed, bleed, bleed)


def test_colour_goes_to_the_end_of_the_bleed_and_no_further() -> None:
    data = pressed(laid_out("<p>Night", css="@page {background: #000}", bleed="8mm"), "3mm", marks=("crop",))
    (sheet,) = pictures_of(data)
    wide, high = sheet.size
    edge = 8 * MM  # of 11 from the sheet to the trim
    assert sheet.getpixel((wide // 4, round(edge) + 2)) == (0, 0, 0)
    assert sheet.getpixel((wide // 4, round(edge) - 3)) == (255, 255, 255)
    assert sheet.getpixel((round(edge) - 3, high // 4)) == (255, 255, 255)


def test_less_bleed_than_was_asked_for_is_told(report: Report) -> None:
    pressed(laid_out(TWO_PAGES, bleed="2mm"), "3mm", report, marks=())
    assert [str(found) for found in report.diagnostics] == [
        "N106 warning: every page: colour goes 2.0 mm beyond the trim, and 3.0 mm are asked for (lay the pages out with as much bleed as the press asks for)"
    ]


def test_enough_bleed_is_not_worth_a_word(report: Report) -> None:
    pressed(laid_out(TWO_PAGES, bleed="5mm"), "5mm", report, marks=())
    assert report.diagnostics == []


def test_facts_tell_the_same() -> None:
    facts = facts_of(pressed(laid_out(TWO_PAGES), marks=()))
    marked = facts_of(pressed(laid_out(TWO_PAGES)))
    page = facts.pages[0]
    assert [length / MM for length in (*page.trim, *page.media, page.bleed)] == pytest.approx([105, 148, 111, 154, 3], abs=0.01)
    assert page.bleeds == pytest.approx((3 * MM,) * 4, abs=ROUND)
    assert (facts.has_marks, marked.has_marks) == (False, True)
    assert page.text_box == pytest.approx(marked.pages[0].text_box)
    left, bottom, right, top = (length / MM for length in page.text_box)
    assert left == pytest.approx(12, abs=0.1) and right - left > 4 and 128 < bottom <= top < 136


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([3], "page 3"),
        ([7, 3, 3], "pages 3 and 7"),
        ([3, 5, 7], "pages 3, 5 and 7"),
        (list(range(1, 15)), f"pages {', '.join(map(str, range(1, 13)))} and 2 more"),
    ],
)
def test_pages_are_named_as_one_says_them(pages: list[int], words: str) -> None:
    assert pages_in_words(pages) == words
