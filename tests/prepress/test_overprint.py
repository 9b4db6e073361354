"""Black letters and thin lines lie over colours, large areas of black and all white do not."""

from __future__ import annotations

import pytest
from PIL import Image

from publish.diagnostics import Report
from publish.measures.print_job import PrintJob
from publish.prepress.ink.overprint import OVER
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import check_syntax, colourful, difference, drawn, instructions_of, laid_out, opened, pictures_of, separations
from tests.prepress.inks import saved as saved_file

_GROUND = "background: device-cmyk(1 0 0 0); padding: 6mm; font-size: 40pt; line-height: 50pt"
_BOX = "<div style='height: 20mm; background: {}'></div>"
_RULE = "<div style='height: {}; background: #000'></div>"
_DRAWN = "<svg viewBox='0 0 40 20' width='40mm'>{}</svg>"


def pressed(data: bytes, **settings) -> bytes:
    files = press_file(data, PrintJob(**{"marks": (), "ink": "cmyk", **settings}), PressSheet(8.5, made="2024-05-01"), Report())
    return files[list(files)[-1]]


def cyan(body: str, **settings) -> tuple[int, int]:
    """The most and the least cyan of a ground of full cyan with something on it, as 0 and 255."""
    plate = separations(pressed(laid_out(f"<div style='{_GROUND}'>{body}</div>"), **settings))["cyan"]
    return within(plate).getextrema()


def within(plate: Image.Image) -> Image.Image:
    """The part of a plate on which the ground lies."""
    left, top, right, bottom = plate.point(lambda dot: 255 if dot < 10 else 0).getbbox()
    return plate.crop((left + 1, top + 1, right - 1, bottom - 1))


@pytest.mark.parametrize(
    "body",
    [
        "<b>Night</b>", "<b style='color: #171717'>Night</b>", "<b style='color: device-cmyk(0 0 0 1)'>Night</b>", _RULE.format("1pt"), "<hr style='border: 0; border-top: 1pt solid #000'>",
        _DRAWN.format("<path d='M0 0L40 20' fill='none' stroke='#000' stroke-width='.4'/>"), _DRAWN.format("<text y=18 font-size=18>Night</text>"), "<b style='font-size: 12pt; text-decoration: underline'>Night</b>",
    ],
)  # fmt: skip
def test_black_letters_and_thin_lines_leave_no_hole_in_the_colour_below(body: str) -> None:
    assert cyan(body) == (0, 0)


@pytest.mark.parametrize(
    "body",
    [
        "<b style='color: #fff'>Night</b>", "<b style='color: device-cmyk(0 0 0 0)'>Night</b>", "<b style='color: #777'>Night</b>", "<b style='color: #e63946'>Night</b>",
        _BOX.format("#000"), _BOX.format("#fff"), _RULE.format("3pt"), _DRAWN.format("<path d='M0 0L40 20' fill='none' stroke='#000' stroke-width='4'/>"),
        "Night" + _BOX.format("#fff"), _DRAWN.format("<text y=18 font-size=18 stroke='#fff'>Night</text>"),
    ],
)  # fmt: skip
def test_all_else_leaves_its_hole(body: str) -> None:
    assert cyan(body)[1] > 200


def test_black_is_as_black_as_before() -> None:
    plates = separations(pressed(laid_out(f"<div style='{_GROUND}'><b>Night</b></div>")))
    assert plates["black"].getextrema()[0] == 0
    assert plates["magenta"].getextrema() == plates["yellow"].getextrema() == (255, 255)


@pytest.mark.parametrize("standard", ["x-1a", "x-3", "x-4", ""])
def test_it_holds_in_every_kind_of_file(standard: str) -> None:
    assert cyan("<b>Night</b>", pdf_standard=standard) == (0, 0)


def test_on_plates_black_leaves_no_hole_as_well() -> None:
    red = separations(pressed(laid_out(f"<div style='{_GROUND}; background: #e63946'><b>Night</b></div>"), ink="spot"))["black"]
    assert within(red).getextrema() == (0, 0)


def test_one_ink_needs_no_word_of_it() -> None:
    states = [[values[0] for name, values in instructions_of(pressed(laid_out("<b>Night</b>"), ink=ink)) if name == "gs"] for ink in ("cmyk", "black")]
    assert [OVER in names for names in states] == [True, False]


def test_pages_full_of_colour_stay_sound_and_look_as_before() -> None:
    data = pressed(colourful())
    check_syntax(data)
    with opened(data) as pdf:
        for page in pdf.pages:
            for state in page.Resources.get("/ExtGState", {}).values():
                for key in ("/OP", "/op", "/OPM"):
                    if key in state:
                        del state[key]
        plain = saved_file(pdf)
    for one, other in zip(pictures_of(data), pictures_of(plain), strict=True):
        assert difference(one, other) < 0.01


@pytest.mark.parametrize("content", ["Tj", "q Q Q Q 9 9 re f", "0 0 m (a) Tj S", "BT 9 Tr (a) Tj ET", "f", "0 w re S", "W n S"])
def test_content_that_is_written_badly_goes_through(content: str) -> None:
    assert pressed(drawn(content))
