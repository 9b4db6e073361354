"""Where something is transparent, a page says in which colours it is mixed."""

from __future__ import annotations

import pytest

from publish.diagnostics import Report
from publish.measures.print_job import PrintJob
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import check_syntax, data_uri, ink_cover, laid_out, opened, see_through, separations

VEILED = "<p style='background: #777; opacity: .5'>Night</p>"
PAGES = f"<p>Plain</p><p style='break-before: page'>Next</p>{VEILED}"
INKS = ("black", "cmyk", "spot")


def pressed(body: str, **settings) -> bytes:
    return next(iter(press_file(laid_out(body), PrintJob(**settings), PressSheet(8.5, made="2024-05-01"), Report()).values()))


def groups(data: bytes) -> list[str]:
    with opened(data) as pdf:
        return [str(page.obj.Group.CS) if "/Group" in page.obj else "" for page in pdf.pages]


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("standard", ["", "x-4"])
def test_a_page_is_mixed_in_inks_where_anything_is(ink: str, standard: str) -> None:
    data = pressed(PAGES, ink=ink, pdf_standard=standard)
    check_syntax(data)
    assert groups(data) == ["", "/DeviceCMYK"]


@pytest.mark.parametrize("body", [f"<img src='{data_uri(see_through())}'>", "<svg viewBox='0 0 9 9' width=9><rect width=9 height=9 fill-opacity='.5'/></svg>"])
def test_pictures_and_drawings_count(body: str) -> None:
    assert groups(pressed(body, ink="cmyk")) == ["/DeviceCMYK"]


def test_what_is_made_plain_is_not_mixed() -> None:
    assert groups(pressed(f"<img src='{data_uri(see_through())}'>", ink="cmyk", pdf_standard="x-1a")) == [""]


@pytest.mark.parametrize("ink", INKS)
def test_grey_that_is_mixed_stays_in_the_plate_of_black(ink: str) -> None:
    data = pressed(VEILED, ink=ink, marks=())
    assert [page[:3] for page in ink_cover(data)] == [(0, 0, 0)]
    plates = separations(data)
    assert plates["black"].getextrema()[0] < 200
    assert {plates[name].getextrema() for name in ("cyan", "magenta", "yellow")} == {(255, 255)}
