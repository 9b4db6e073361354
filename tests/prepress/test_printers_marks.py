"""Marks around a page: where they stand, in which inks, and what the slug line says."""

from __future__ import annotations

import pytest

from publish.diagnostics import Report
from publish.measures.print_job import PrintJob
from publish.pdf.slug_font import SlugFont
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import check_syntax, ink_cover, instructions_of, laid_out, pictures_of, separations
from tests.writers.pdfs import Pdf

MM = 72 / 25.4
SLUG = ("The Last Bus", "night edition", "2024-05-01")
EVERY = ("crop", "registration", "colour-bar", "slug")


def pressed(body: str = "<p>Night", slug: tuple[str, ...] = SLUG, size: str = "105mm 148mm", **settings) -> bytes:
    job = PrintJob(**{"marks": EVERY, **settings})
    return press_file(laid_out(body, size=size), job, PressSheet(3 * MM, slug), Report())[""]


def ink_at(data: bytes, x: float, y: float, dpi: int = 254) -> int:
    """How light the darkest dot is around a place, in millimetres from the sheet's top left corner."""
    (page,) = pictures_of(data, dpi)
    at, around = dpi / 25.4, 3
    left, top = round(x * at), round(y * at)
    return page.convert("L").crop((left - around, top - around, left + around, top + around)).getextrema()[0]


def test_crop_marks_stand_in_line_with_the_trim() -> None:
    data = pressed(marks=("crop",))
    trim = (11, 11, 116, 159)  # in millimetres on the sheet
    for x in (trim[0], trim[2]):
        assert ink_at(data, x, 2.5) < 120 and ink_at(data, x, 159 + 8.5) < 120
    for y in (trim[1], trim[3]):
        assert ink_at(data, 2.5, y) < 120 and ink_at(data, 116 + 8.5, y) < 120
    assert ink_at(data, trim[0], 6.5) == 255  # the gap


def test_folds_of_a_cover_are_marked_above_and_below_in_broken_lines() -> None:
    job = PrintJob(marks=("crop", "registration"))
    data = press_file(laid_out("<p>", size="105mm 148mm"), job, PressSheet(3 * MM, folds=(50 * MM, 55 * MM)), Report())[""]
    for x in (50, 55):
        for y in (0, 162):  # the upper ends of the bands above and below
            (page,) = pictures_of(data, 508)
            left = (11 + x) * 20
            dots = page.convert("L").crop((left - 2, y * 20 + 2, left + 3, y * 20 + 98)).resize((1, 96)).tobytes()
            assert min(dots) < 200 and max(dots) == 255
    assert ink_at(data, 11 + 105 * 0.75, 2.5) < 120  # the registration mark stands beside them


def test_marks_never_enter_the_bleed() -> None:
    (page,) = pictures_of(pressed("<p>"), dpi=150)
    side, above = round(8 * 150 / 25.4), round(13 * 150 / 25.4)
    inside = page.convert("L").crop((side + 1, above + 1, page.width - side - 1, page.height - above - 1))
    assert inside.getextrema() == (255, 255)
    assert page.convert("L").getextrema()[0] < 50


def test_in_a_job_of_black_the_marks_are_black() -> None:
    (cover,) = ink_cover(pressed())
    assert cover[:3] == (0, 0, 0) and cover[3] > 0.002


def test_in_four_inks_crop_and_registration_marks_are_on_every_plate() -> None:
    plates = separations(pressed(ink="cmyk", marks=("crop", "registration")), dpi=254)
    assert set(plates) == {"cyan", "magenta", "yellow", "black"}
    for name, plate in plates.items():
        assert plate.crop((105, 10, 115, 30)).getextrema()[0] < 60, name  # a crop mark above
        assert plate.crop((8, 820, 43, 880)).getextrema()[0] < 60, name  # the registration mark at the left


def test_the_colour_bar_shows_each_ink() -> None:
    plates = separations(pressed(ink="cmyk", marks=("colour-bar",)), dpi=254)
    for number, name in enumerate(("cyan", "magenta", "yellow", "black")):
        at = (round((11 + 2 + 4 * number + 2) * 10), 25)
        assert {other: plate.getpixel(at) < 20 for other, plate in plates.items()} == {other: other == name for other in plates}


def test_the_grey_bar_has_eleven_even_steps() -> None:
    (page,) = pictures_of(pressed(marks=("colour-bar",)), dpi=254)
    greys = [page.convert("L").getpixel((round((11 + 2 + 4 * step + 2) * 10), 25)) for step in range(11)]
    assert greys == pytest.approx([255 * (1 - step / 10) for step in range(11)], abs=2)


def test_the_slug_line_says_what_it_is_in_words_that_are_words() -> None:
    data = pressed("<p>One<p style='break-before:page'>Two")
    assert [text.split(" ", 1)[1] for text in Pdf(data).texts] == [f"The Last Bus · night edition · 2024-05-01 · page {page} of 2 · black" for page in (1, 2)]
    check_syntax(data)


def test_the_letters_of_the_slug_line_are_in_the_file() -> None:
    fonts = [line.split() for line in Pdf(pressed()).run("pdffonts", "FILE").splitlines()[2:]]
    (slug,) = [font for font in fonts if font[0] == "PRESSA+SourceSans3-Regular"]
    assert slug[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with letters


@pytest.mark.parametrize("title", ["Пошаљи даље", "Ψωμί και τριαντάφυλλα", "Straße & Öl <b>"])
def test_titles_in_the_scripts_of_our_font_are_kept(title: str) -> None:
    assert f"{title} · page 1 of 1" in Pdf(pressed(slug=(title,))).texts[0]


def test_signs_that_the_font_lacks_are_left_out() -> None:
    assert Pdf(pressed(slug=("夜 Night 🚌",))).texts[0].endswith("Night · page 1 of 1 · black")


def test_a_long_title_is_cut_short_within_the_page() -> None:
    pdf = Pdf(pressed(slug=("A title that goes on and on " * 9,)))
    assert pdf.texts[0].endswith("…")
    assert max(word.right for word in pdf.words[0]) <= (11 + 105) * MM + 1
    font = SlugFont()
    assert font.fitted("Night", 6.5, 1) == "…"


def test_marks_fit_the_narrowest_page() -> None:
    plates = separations(pressed(size="50mm 50mm", ink="cmyk"), dpi=254)
    middle = (11 + 25) * 10
    assert plates["cyan"].crop((middle - 47, 2, middle - 28, 48)).getextrema() == (255, 255)  # between bar and registration mark


def test_marks_are_no_part_of_the_text_for_a_listener() -> None:
    operators = instructions_of(pressed())
    at = operators.index(("Do", ["/PressMarks"]))
    assert operators[at - 2] == ("BMC", ["/Artifact"]) and operators[at + 2][0] == "EMC"
