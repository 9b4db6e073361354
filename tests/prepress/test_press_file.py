"""The whole way: pages as they are laid out become files that a print shop takes."""

from __future__ import annotations

import time

import pytest

from publish.diagnostics import PublishError, Report
from publish.measures.print_job import PrintJob
from publish.prepress.preflight import Limits, preflight
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import check_syntax, colourful, difference, ink_cover, laid_out, opened, pictures_of, saved
from tests.writers.pdfs import Pdf, printed
from tests.writers.sample import everything

MM = 72 / 25.4
SHEET = PressSheet(3 * MM, ("Night", "2024-05-01"), made="2024-05-01")
TWO_COLOURS = """
    <h1 style='color: #e63946'>Red</h1><p>Black words, and <b style='color: #1d4ebf'>blue</b> ones.</p>
    <p style='background: #f6bcc0'>On a tint</p>
"""


def pressed(data: bytes, report: Report | None = None, sheet: PressSheet = SHEET, **settings) -> dict[str, bytes]:
    return press_file(data, PrintJob(**settings), sheet, report or Report())


@pytest.mark.parametrize("ink", ["black", "cmyk"])
def test_a_book_with_one_of_everything_goes_to_the_press_whole(ink: str) -> None:
    pages = printed(everything()).output.data
    data = pressed(pages, ink=ink)[""]
    check_syntax(data)
    before, after = Pdf(pages).texts, Pdf(pressed(pages, ink=ink, marks=())[""]).texts
    assert before == after and len(before) > 3
    cover = ink_cover(data)
    assert ink == "cmyk" or {page[:3] for page in cover} == {(0, 0, 0)}
    assert all(page[3] > 0 for page in cover)


def test_each_ink_has_a_file_and_black_is_the_first(report: Report) -> None:
    plates = pressed(laid_out(TWO_COLOURS), report, ink="spot")
    assert list(plates) == ["black", "red", "blue"]
    for name, data in plates.items():
        check_syntax(data)
        (cover,) = ink_cover(data)
        assert cover[:3] == (0, 0, 0) and cover[3] > 0
        assert Pdf(data).texts[0].split("page 1 of 1 · ")[1].split()[0] == name
    assert [str(found) for found in report.diagnostics] == ["N113 info: plates: black, red (#e63946), blue (#1d4ebf)"]


def test_plates_put_on_each_other_make_the_page_again() -> None:
    plates = [pictures_of(data)[0].convert("L") for data in pressed(laid_out(TWO_COLOURS), ink="spot", marks=()).values()]
    (page,) = pictures_of(laid_out(TWO_COLOURS))
    printed_dots = [min(dots) for dots in zip(*(plate.tobytes() for plate in plates), strict=True)]
    wanted = page.convert("L").tobytes()
    assert len(printed_dots) == len(wanted)
    assert not [at for at, (dot, seen) in enumerate(zip(printed_dots, wanted, strict=True)) if seen < 150 and dot > 200]


def test_inks_that_are_named_take_what_is_nearest(report: Report) -> None:
    plates = pressed(laid_out(TWO_COLOURS), report, ink="spot", spot_inks=("#ff4f4f",))
    assert list(plates) == ["black", "red"]
    assert ink_cover(plates["red"])[0][3] > ink_cover(plates["black"])[0][3] > 0


def test_pages_without_colour_need_one_plate(report: Report) -> None:
    assert list(pressed(laid_out("<p>Night"), report, ink="spot")) == ["black"]
    assert "no other colour" in report.diagnostics[0].message


def test_pictures_on_plates_are_told(report: Report) -> None:
    pressed(colourful(), report, ink="spot", spot_inks=("#e63946",))
    assert [found.code for found in report.diagnostics] == ["N113", "N112"]


def test_the_words_below_a_page_are_the_callers() -> None:
    sheet = PressSheet(3 * MM, ("Nacht", "", "Mai 2024"), page_words="Seite {page} von {pages}")
    assert Pdf(pressed(laid_out("<p>"), sheet=sheet)[""]).texts == ["Nacht · Mai 2024 · Seite 1 von 1 · black"]


def test_pages_look_as_before_within_their_trim() -> None:
    before = pictures_of(laid_out(TWO_COLOURS), box="")[0]
    with opened(pressed(laid_out(TWO_COLOURS))[""]) as pdf:
        pdf.pages[0].CropBox = pdf.pages[0].MediaBox = pdf.pages[0].BleedBox
        after = pictures_of(saved(pdf), box="")[0]
    assert difference(before, after) < 0.003


@pytest.mark.parametrize("ink", ["black", "cmyk", "spot"])
def test_the_same_pages_and_job_give_the_same_bytes(ink: str) -> None:
    assert pressed(laid_out(TWO_COLOURS), ink=ink) == pressed(laid_out(TWO_COLOURS), ink=ink)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PublishError, match="N109.*cannot be read as a PDF"):
        pressed(b"no pages at all")


@pytest.mark.usefixtures("unburdened")
def test_sixty_pages_take_less_than_a_second() -> None:
    words = "<p>" + "The last bus is also the first one, says the driver. " * 28 + "</p>"
    pages = laid_out(words * 62, "p {break-after: page; font-size: 8pt}")
    with opened(pages) as pdf:
        assert len(pdf.pages) >= 62
    start = time.process_time()
    data = pressed(pages)[""]
    middle = time.process_time()
    preflight(data, Limits(frozenset(("black",))), Report())
    assert middle - start < 1
    assert time.process_time() - middle < 1.5
