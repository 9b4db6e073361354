"""Annotations and fields that do not say what they look like: they are drawn on the sheets, or told with their page."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from publish.diagnostics import Report
from publish.imposition.sheets.impose import impose
from publish.measures.print_job import PrintJob
from tests.imposition.sheet_looks import pictures
from tests.pdf.made_pdfs import A5, add_page, annotate, font, made, packed
from tests.writers.pdfs import Pdf as Reader

BOX = [100, 100, 200, 200]
WORDS = [110, 150, 190, 150, 110, 110, 190, 110]
ANEW = "(open the PDF in a reader, print it into a new PDF, and impose that)"


def page() -> Pdf:
    file = made()
    add_page(file, font(file), "", MediaBox=[0, 0, *A5])
    return file


def sheets(file: Pdf) -> tuple[bytes, list[str]]:
    """The page as it is on its sheet, at its own size in the lower left corner, and what is said of it."""
    report = Report()
    job = impose(packed(file), "text.pdf", PrintJob(scheme="n-up", up=1, scale=1), report)
    assert sorted((job.imposition.width, job.imposition.height)) == pytest.approx(sorted(A5), abs=1)
    return job.files[""], [str(found) for found in report.diagnostics]


def colour_at(data: bytes, x: float, y: float) -> str:
    """What is seen at a point of the first sheet."""
    picture = pictures(data, dots=72)[0]
    red, green, blue = picture.getpixel((round(x), round(picture.height - y)))
    return {(0, 0, 0): "black", (1, 0, 0): "red", (0, 0, 1): "blue", (1, 1, 0): "yellow", (1, 1, 1): "white"}.get(
        (red // 128, green // 128, blue // 128), "another"
    )


RED, BLUE = [1, 0, 0], [0, 0, 1]
THICK = Dictionary(W=8)


@pytest.mark.parametrize(
    ("subtype", "entries", "seen"),
    [
        ("Square", {"C": RED, "BS": THICK}, {(104, 150): "red", (150, 150): "white", (150, 90): "white"}),
        ("Square", {"C": RED, "IC": [1, 1, 0], "BS": THICK, "RD": [10, 10, 10, 10]}, {(104, 150): "white", (114, 150): "red", (150, 150): "yellow"}),
        ("Square", {"IC": BLUE, "Border": [0, 0, 0]}, {(102, 102): "blue", (150, 150): "blue"}),
        ("Circle", {"C": RED, "BS": THICK}, {(104, 150): "red", (104, 104): "white", (150, 150): "white"}),
        ("Line", {"C": RED, "BS": THICK, "L": [100, 100, 200, 200]}, {(150, 150): "red", (120, 180): "white"}),
        ("Line", {"BS": THICK, "L": [100, 150, 200, 150], "LE": [Name("/None"), Name.OpenArrow]}, {(150, 150): "black", (165, 166): "black"}),
        ("Ink", {"C": RED, "BS": THICK, "InkList": [Array([100, 100, 150, 150, 200, 100])]}, {(125, 125): "red", (150, 120): "white"}),
        ("Ink", {"BS": THICK, "InkList": [Array([150, 150])]}, {(150, 150): "black"}),
        ("Polygon", {"C": RED, "IC": BLUE, "BS": THICK, "Vertices": [100, 100, 150, 200, 200, 100]}, {(150, 140): "blue", (150, 100): "red"}),
        ("PolyLine", {"C": RED, "BS": THICK, "Vertices": [100, 100, 150, 200, 200, 100]}, {(150, 140): "white", (125, 150): "red"}),
        ("Highlight", {"C": [1, 1, 0], "QuadPoints": WORDS}, {(150, 130): "yellow", (150, 160): "white"}),
        ("Underline", {"C": RED, "BS": THICK, "QuadPoints": WORDS}, {(150, 110): "red", (150, 130): "white"}),
        ("StrikeOut", {"C": RED, "BS": THICK, "QuadPoints": WORDS}, {(150, 130): "red", (150, 110): "white"}),
        ("Squiggly", {"C": RED, "BS": THICK, "QuadPoints": WORDS}, {(150, 111): "red", (150, 130): "white"}),
    ],
)  # fmt: skip
def test_a_mark_that_is_meant_for_printing_is_drawn_as_its_entries_say(subtype, entries, seen):
    file = page()
    annotate(file, 1, subtype, BOX, **{key: Array(value) if isinstance(value, list) else value for key, value in entries.items()})
    data, said = sheets(file)
    assert said == []
    assert {point: colour_at(data, *point) for point in seen} == seen


def test_words_under_a_highlight_are_still_read():
    file = made()
    add_page(file, font(file), "BT /F1 60 Tf 1 0 0 1 105 112 Tm (III) Tj ET", MediaBox=[0, 0, *A5])
    annotate(file, 1, "Highlight", BOX, QuadPoints=Array(WORDS), C=Array([1, 1, 0]))
    picture = pictures(sheets(file)[0], dots=72)[0].crop((105, A5[1] - 150, 190, A5[1] - 112))
    assert any(sum(dot) < 200 for dot in picture.convert("RGB").get_flattened_data())


def test_a_line_that_goes_beyond_its_rectangle_is_whole():
    file = page()
    annotate(file, 1, "Line", [140, 140, 160, 160], L=Array([100, 150, 300, 150]), C=Array(RED), BS=THICK)
    data, _ = sheets(file)
    assert [colour_at(data, x, 150) for x in (105, 295)] == ["red", "red"]


@pytest.mark.parametrize("turn", [0, 90, 270])
def test_a_mark_is_on_its_place_of_a_turned_page(turn):
    file = page()
    file.pages[0].Rotate = turn
    annotate(file, 1, "Square", [0, 0, 60, 60], IC=Array(RED), C=Array(RED))
    data, _ = sheets(file)
    width, height = A5 if turn == 0 else A5[::-1]
    assert colour_at(data, *{0: (30, 30), 90: (30, height - 30), 270: (width - 30, 30)}[turn]) == "red"


def test_what_is_not_meant_for_printing_is_not_drawn_and_is_called_so():
    file = page()
    annotate(file, 1, "Square", BOX, C=Array(RED), BS=THICK, F=0)
    data, said = sheets(file)
    assert said == ["text.pdf: I110 info: the sheets leave out what has no use on paper: comments that are not meant for printing"]
    assert colour_at(data, 104, 150) == "white"


@pytest.mark.parametrize(("subtype", "entries"), [("Stamp", {"Name": Name.Approved}), ("Caret", {}), ("Polygon", {}), ("Line", {"L": Array([1])})])
def test_a_mark_that_cannot_be_drawn_is_missed_and_told_with_its_page(subtype, entries):
    file = page()
    add_page(file, font(file), "", MediaBox=[0, 0, *A5])
    annotate(file, 2, subtype, BOX, **entries)
    assert sheets(file)[1] == [
        f"text.pdf: I113 warning: marks that are meant for printing do not say what they look like, and are missing: {subtype}, on page 2 {ANEW}"
    ]


# Typed words ------------------------------------------------------------------------------------


def test_typed_words_are_set_in_their_box_with_all_their_signs():
    file = page()
    words = "Come to the gate on Friday – and bring the others, from Łódź to Málaga."
    annotate(file, 1, "FreeText", [100, 100, 220, 180], Contents=String(words), DA=String("/Helv 12 Tf 1 0 0 rg"), C=Array([1, 1, 0]))
    data, said = sheets(file)
    assert said == []
    assert " ".join(Reader(data).texts[0].split()) == words
    assert colour_at(data, 215, 105) == "yellow"


def test_more_words_than_fit_are_set_smaller_and_not_cut_off():
    file = page()
    words = " ".join(["Come to the gate on Friday."] * 12)
    annotate(file, 1, "FreeText", [100, 100, 220, 180], Contents=String(words), DA=String("/Helv 40 Tf"))
    data, _ = sheets(file)
    assert " ".join(Reader(data).texts[0].split()) == words
    picture = pictures(data, dots=72)[0].convert("L").point(lambda dot: 255 * (dot < 200))
    left, top, right, bottom = picture.getbbox()
    assert left >= 99 and right <= 221 and A5[1] - top <= 181 and A5[1] - bottom >= 99


def field_of(file: Pdf, on_page: int = 1, **entries: object) -> None:
    field = annotate(file, on_page, "Widget", [100, 300, 300, 330], **{"FT": Name.Tx, "T": String("a"), "F": 0, **entries})
    file.Root.AcroForm = Dictionary(Fields=Array([field]), DA=String("/Helv 0 Tf 0 g"))


FILLED = [
    "text.pdf: I110 info: the sheets leave out what has no use on paper: the filling in of its form",
    "text.pdf: I112 info: what was filled in on page 1 is not marked for printing, and is on the sheets nevertheless",
]


def test_words_typed_into_a_form_are_on_the_sheets_although_they_are_not_marked_for_printing():
    file = page()
    field_of(file, V=String("Rosa, typed by hand"))
    data, said = sheets(file)
    assert Reader(data).texts[0].split("\n")[0] == "Rosa, typed by hand"
    assert said == FILLED


def test_the_look_of_a_field_is_taken_where_it_has_one():
    file = page()
    look = file.make_stream(b"1 0 0 rg 0 0 200 30 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 30])
    field_of(file, V=String("Rosa"), AP=Dictionary(N=look))
    data, said = sheets(file)
    assert colour_at(data, 200, 315) == "red" and said == FILLED


def test_words_that_cannot_be_set_are_told_as_what_they_are():
    file = page()
    add_page(file, font(file), "", MediaBox=[0, 0, *A5])
    field_of(file, 2, V=String("שלום לכולם"), F=4)
    annotate(file, 1, "FreeText", BOX, Contents=String("こんにちは"))
    assert sheets(file)[1] == [
        FILLED[0], f"text.pdf: I114 warning: words that were typed into the PDF are missing: “こんにちは” on page 1, “שלום לכולם” on page 2 {ANEW}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entries",
    [{"FT": Name.Btn, "Ff": 1 << 16, "MK": Dictionary(CA=String("Print"))}, {"V": String("hidden"), "F": 2}, {"V": String("unseen"), "F": 32}, {}],
)
def test_buttons_and_what_its_reader_does_not_see_stay_off_the_sheets(entries):
    file = page()
    field_of(file, **entries)
    data, said = sheets(file)
    assert Reader(data).texts[0].strip() == "" and said == FILLED[:1]


def test_values_of_any_kind_and_number_are_drawn_or_told_in_little_time():
    file = page()
    many = Array([100, 100, 200, 200] * 20_000)
    annotate(file, 1, "Ink", BOX, InkList=Array([many, Array([1, Name.X]), Name.X, Array([])]), C=Array([5, -3, 2]), BS=Dictionary(W=-4))
    annotate(file, 1, "Squiggly", BOX, QuadPoints=Array([0, 0, 10**18, 0, 0, 0, 10**18, 0]), C=Array([1, 2]), CA=String("x"))
    annotate(file, 1, "FreeText", BOX, Contents=String("gate " * 20_000), DA=String("/F ... Tf 1 . 0 rg"))
    annotate(file, 1, "FreeText", [0, 0, 1, 1], Contents=String("gate" * 1_000), Q=Name.X)
    data, said = sheets(file)
    assert "No syntax or stream encoding errors found" in Reader(data).run("qpdf", "--check", "FILE")
    assert said == []
