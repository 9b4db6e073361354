"""Papers by their names, and sheets as they are sold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.measures.papers import OFFICE, SHEETS, paper, sheet, sheet_for
from publish.measures.shapes import SHAPES, Length, shape


@pytest.mark.parametrize(
    ("text", "millimetres", "grams"),
    [
        ("80gsm", 0.1, 80), ("80 g/m²", 0.1, 80), ("80g", 0.1, 80), ("160gsm", 0.2, 160), ("115gsm coated", 0.0978, 115),
        ("115 GSM  Coated", 0.0978, 115), ("20lb", 0.0938, 75), ("24# bond", 0.1125, 90), ("0.11mm", 0.11, 0), ("0,2 mm", 0.2, 0),
    ],
)  # fmt: skip
def test_a_paper_has_the_thickness_and_the_weight_that_its_name_says(text, millimetres, grams):
    found = paper(text)
    assert found.thickness.mm == pytest.approx(millimetres, abs=0.0001)
    assert found.grams == grams


def test_office_paper_is_a_tenth_of_a_millimetre_thick():
    assert OFFICE.thickness.mm == pytest.approx(0.1)


@pytest.mark.parametrize("text", ["", "cardboard", "gsm", "80", "9gsm", "1000gsm", "-80gsm", "٨٠gsm", "80gsm shiny"])
def test_an_unknown_paper_is_refused_with_how_to_write_one(text):
    with pytest.raises(ValueError, match="unknown paper .*: write its weight, as in `80gsm`"):
        paper(text)


@pytest.mark.parametrize("text", ["20gsm", "601gsm", "200lb", "0.01mm", "2mm", "1in"])
def test_paper_that_is_not_made_is_refused(text):
    with pytest.raises(ValueError, match="no paper"):
        paper(text)


@pytest.mark.parametrize(("text", "width", "height"), [("a4", 210, 297), ("SRA3", 320, 450), ("tabloid", 279.4, 431.8), ("297mm x 210mm", 210, 297)])
def test_a_sheet_is_upright_however_it_is_written(text, width, height):
    found = sheet(text)
    assert (found.width.mm, found.height.mm) == pytest.approx((width, height), abs=0.01)


@pytest.mark.parametrize(
    ("texts", "name", "width", "height"),
    [
        (("ledger", "Tabloid", "11x17", "11 x 17", "17x11", "11x17in", "ANSI B"), "tabloid", 279.4, 431.8),
        (("US Letter", "us-letter", "letter", "8.5x11", "8.5 × 11 in", "ANSI A"), "letter", 215.9, 279.4),
        (("statement", "Half Letter", "halfletter", "5.5x8.5"), "half-letter", 139.7, 215.9),
        (("executive",), "executive", 184.15, 266.7), (("folio", "F4"), "folio", 210, 330), (("8.5x13", "Foolscap"), "foolscap", 215.9, 330.2),
        (("A4", "a 4", "DIN A4", "iso-a4", "a4 portrait", "A4 landscape"), "a4", 210, 297), (("a0",), "a0", 841, 1189), (("A10",), "a10", 26, 37),
        (("b0",), "b0", 1000, 1414), (("B5", "ISO B5"), "b5", 176, 250), (("jis b5",), "jis-b5", 182, 257), (("b10",), "b10", 31, 44),
        (("SRA 3", "sra3"), "sra3", 320, 450), (("SRA4",), "sra4", 225, 320), (("sra2",), "sra2", 450, 640), (("ra1",), "ra1", 610, 860),
    ],
)  # fmt: skip
def test_sheets_are_known_by_all_names_that_printing_windows_and_shops_have_for_them(texts, name, width, height):
    for text in texts:
        found = sheet(text)
        assert (found.name, found.width.mm, found.height.mm) == (name, pytest.approx(width, abs=0.01), pytest.approx(height, abs=0.01))


@pytest.mark.parametrize(("text", "instead"), [("210x297", "210x297mm"), ("320 × 450", "320x450mm"), ("12x18", "12x18in"), ("8,5x11,5", "8,5x11,5in")])
def test_two_numbers_without_a_unit_are_refused_with_what_to_write(text, instead):
    for read in (sheet, shape):
        with pytest.raises(ValueError, match="has no unit: write `" + instead + "`"):
            read(text)
    sheet(instead)


def test_a_sheet_that_lies_is_the_same_sheet():
    assert sheet("a4 landscape") == SHEETS["a4"]


def test_an_unknown_sheet_names_the_nearest():
    with pytest.raises(ValueError, match="unknown shape `a44`: the nearest is a4"):
        sheet("a44")


@pytest.mark.parametrize(
    ("page", "columns", "rows", "name"),
    [
        ("a5", 2, 1, "a4"),
        ("a4", 2, 1, "a3"),
        ("a6", 2, 1, "a5"),
        ("half-letter", 2, 1, "letter"),
        ("letter", 2, 1, "tabloid"),
        ("dl", 3, 1, "a4"),
    ],
)
def test_pages_beside_each_other_get_the_sheet_they_are_halves_of(page, columns, rows, name):
    area = SHAPES[page].width * columns, SHAPES[page].height * rows
    assert sheet_for(*area).name == sheet_for(*area[::-1]).name == name


def test_no_sheet_is_large_enough_for_everything():
    assert sheet_for(Length("900mm"), Length("700mm")) is None


@given(st.floats(10, 1200), st.floats(10, 1200))
@settings(max_examples=200, deadline=None)
def test_the_sheet_that_is_taken_holds_the_area_and_none_of_its_family_that_is_smaller_does(width, height):
    short, long = sorted((width, height))
    holding = {name for name, one in SHEETS.items() if one.width > short - 1 and one.height > long - 1}
    found = sheet_for(width, height)
    if not holding:
        assert found is None
        return
    assert found.name in holding
    metric = [name for name in ("a5", "a4", "a3", "sra3", "a2") if name in holding]
    exact = [name for name, one in SHEETS.items() if abs(one.width - short) < 1 and abs(one.height - long) < 1]
    assert found.name == next(iter((*exact, *metric, found.name)))


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_paper_or_is_refused_in_words(text):
    try:
        assert 0 < paper(text).thickness < Length("2mm")
    except ValueError as problem:
        assert str(problem)
