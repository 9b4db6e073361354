import re

import pytest

from publish.imposition.guides.rulers import PINS, edges_svg, lines_for, measure_svg, upright
from publish.measures.papers import sheet
from publish.measures.shapes import Shape
from publish.writers.sheets.print_test import write_print_test
from tests.writers.pdfs import Pdf

LANGUAGES = ("en", "es", "fr", "de")
MM = 72 / 25.4


@pytest.mark.parametrize(
    ("paper", "lang"),
    [*((paper, lang) for lang in LANGUAGES for paper in ("a4", "a5")), *((paper, "en") for paper in ("a3", "letter", "half-letter", "130x190mm"))],
)
def test_it_is_two_sides_of_one_sheet_in_every_language(paper, lang):
    pdf = Pdf(write_print_test(sheet(paper), lang))
    assert len(pdf.file.pages) == 2
    assert [float(side) for side in pdf.file.pages[0].mediabox[2:]] == pytest.approx([sheet(paper).width, sheet(paper).height], abs=0.1)
    assert str(pdf.file.Root.Lang) == lang
    assert "flip: single" in pdf.texts[0].replace("\u00a0", " ")


@pytest.mark.parametrize(("paper", "lang"), [*(("a4", lang) for lang in LANGUAGES), ("a5", "fr")])
def test_words_keep_clear_of_the_pins(paper, lang):
    """Pins and their numbers take 21 mm from every edge."""
    pdf = Pdf(write_print_test(sheet(paper), lang))
    width, height = (float(side) for side in pdf.file.pages[0].mediabox[2:])
    words = [word for word in pdf.words[0] if not word.text.isdecimal()]
    assert len(words) > 100
    assert min(word.left for word in words) > 21 * MM
    assert max(word.right for word in words) < width - 21 * MM
    assert min(word.top for word in words) > 19.5 * MM
    assert max(word.bottom for word in words) < height - 21 * MM


def test_the_back_reads_upright_whichever_edge_was_flipped():
    """Flipped at the long edge the back is seen as it is in the file, at the short edge on its head."""
    pdf = Pdf(write_print_test(sheet("a4"), "en"))
    middle = float(pdf.file.pages[1].mediabox[3]) / 2
    heads = [word for word in pdf.words[1] if word.text == "flip:"]
    (long,), (short,) = ([word for word in pdf.words[1] if word.text == name and word.bottom - word.top > 40] for name in ("long", "short"))
    assert long.bottom < middle < short.top
    assert [head.left < long.left for head in heads if head.bottom < middle] == [True]
    assert [head.left > short.left for head in heads if head.top > middle] == [True]


def test_the_lines_are_as_long_as_they_say():
    for (length, unit), millimetres in zip(lines_for(168), (100, 101.6), strict=True):
        svg, width = measure_svg(length, unit)
        start, end = map(float, re.search(r"M([\d.]+) 2\.000L([\d.]+) 2\.000", svg).groups())
        assert end - start == pytest.approx(millimetres, abs=0.001)
        assert f'viewBox="0 0 {width:g} ' in svg and f'width="{width:g}mm"' in svg


def test_small_sheets_have_lines_that_fit_them():
    assert lines_for(168) == ((100, "mm"), (4, "in"))
    assert lines_for(80) == ((50, "mm"), (2, "in"))


def test_every_edge_has_a_pin_for_every_millimetre():
    svg = edges_svg(sheet("a4"))
    heads = [tuple(map(float, head)) for head in re.findall(r'stroke-width="0.35" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"', svg)]
    levels = [(y, end_y) for _, y, _, end_y in heads if y == end_y]
    uprights = [x for x, _, end_x, _ in heads if x == end_x]
    assert sorted(y for y, _ in levels) == [*range(1, PINS + 1), *range(297 - PINS, 297)]
    assert sorted(uprights) == [*range(1, PINS + 1), *range(210 - PINS, 210)]


def test_the_line_on_the_page_is_not_scaled():
    """The drawing of 101 mm is 101 mm wide on the page."""
    pdf = Pdf(write_print_test(sheet("a4"), "en"))
    boxes = [[float(side) for side in figure.A.BBox] for figure in pdf.elements("Figure")]
    assert [round((box[2] - box[0]) / MM, 2) for box in boxes[1:]] == [101.0, 102.6]


def test_the_same_sheet_gives_the_same_bytes():
    assert write_print_test(sheet("a4"), "fr") == write_print_test(sheet("a4"), "fr")


def test_a_sheet_that_lies_is_set_upright():
    lying = Shape("a4", sheet("a4").height, sheet("a4").width)
    assert upright(lying) == upright(sheet("a4")) == (210, 297)
    assert write_print_test(lying, "en") == write_print_test(sheet("a4"), "en")


def test_too_small_a_sheet_is_refused_in_words():
    with pytest.raises(ValueError, match="a test sheet is at least 130 by 190 mm, not 74 by 105"):
        write_print_test(sheet("74x105mm"), "en")
