"""The last look before the press: each rule is broken once, and kept once."""

from __future__ import annotations

import pikepdf
import pytest
from PIL import Image

from publish.diagnostics import PublishError, Report, Severity
from publish.measures.print_job import PrintJob
from publish.pdf.facts import facts_of
from publish.prepress.preflight import Limits, preflight
from publish.prepress.press_file import PressSheet, press_file
from tests.prepress.inks import colourful, data_uri, drawn, laid_out, opened, picture_object, rainbow, saved

MM = 72 / 25.4
ONE_INK = Limits(inks=frozenset(("black",)))


def said(data: bytes, limits: Limits = Limits()) -> list[str]:
    report = Report()
    preflight(data, limits, report)
    return [str(found) for found in report.diagnostics]


def codes(data: bytes, limits: Limits = Limits()) -> list[str]:
    return [words.split()[0] for words in said(data, limits)]


def pressed(data: bytes, **settings) -> bytes:
    return press_file(data, PrintJob(**settings), PressSheet(3 * MM, ("Night",)), Report())[""]


def inks(*amounts: float) -> Image.Image:
    """A picture in one mixture of inks, in percent."""
    return Image.new("CMYK", (600, 600), tuple(round(amount * 2.55) for amount in amounts))


def test_a_file_that_was_made_for_the_press_passes() -> None:
    body = "<h1 style='color:#c1121f'>Night</h1><p>Words, <a href='#'>linked</a>.</p><hr>"
    assert said(pressed(laid_out(body)), ONE_INK) == []
    assert said(pressed(laid_out(body), ink="cmyk", marks=("crop", "registration", "colour-bar", "slug"))) == []


# Inks -------------------------------------------------------------------------------------------

OTHER_INKS = {
    "letters": laid_out("<p style='color:#010000'>Night"),
    "a line": drawn("0 1 0 0 K 0 0 m 200 200 l S"),
    "a gradient": laid_out(
        "<svg viewBox='0 0 9 9'><linearGradient id=a><stop stop-color=red /><stop offset=1 /></linearGradient><rect fill='url(#a)' width=9 height=9 />"
    ),
    "a tile": laid_out(
        "<svg viewBox='0 0 9 9'><pattern id=a width=1 height=1><rect fill=red width=9 height=9 /></pattern><rect fill='url(#a)' width=9 height=9 />"
    ),
    "a picture": laid_out(f"<img src='{data_uri(rainbow('RGB', (600, 600)))}'>"),
    "a picture in inks": laid_out(f"<img src='{data_uri(inks(0, 10, 0, 0), 'JPEG')}'>"),
}


@pytest.mark.parametrize("what", OTHER_INKS)
def test_a_second_ink_in_a_job_of_one_is_an_error(what: str) -> None:
    report = Report()
    preflight(OTHER_INKS[what], ONE_INK, report)
    found = [one for one in report.diagnostics if one.code == "N130"]
    assert [(one.severity, one.message[:8]) for one in found] == [(Severity.ERROR, "page 1: ")]
    assert "N130" not in codes(pressed(OTHER_INKS[what]), ONE_INK)


def test_a_picture_whose_other_inks_are_empty_is_in_black() -> None:
    def pictures(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        return pikepdf.Dictionary(I=picture_object(pdf, bytes([0, 0, 0, 200] * 4), (2, 2), pikepdf.Name.DeviceCMYK))

    assert "N130" not in codes(drawn("100 0 0 100 0 0 cm /I Do", XObject=pictures), ONE_INK)


def test_too_much_ink_is_told_with_its_amount_and_pages() -> None:
    body = "<div style='background: device-cmyk(.9 .8 .7 .8); height: 9mm'></div>"
    (words,) = said(laid_out(f"<p>{body}<p style='break-before: page'>Plain<p style='break-before: page'>{body}"))
    assert words.startswith("N131 warning: pages 1 and 3: up to 320 % of ink in one place, and 300 % is as much as dries")
    assert said(laid_out(body), Limits(total_ink=330)) == []


@pytest.mark.parametrize(("amounts", "told"), [((90, 80, 70, 80), True), ((70, 60, 60, 80), False)])
def test_too_much_ink_in_a_picture_is_told(amounts: tuple[int, ...], told: bool) -> None:
    data = laid_out(f"<img src='{data_uri(inks(*amounts), 'JPEG', quality=95)}' style='width: 40mm'>")
    assert ("N131" in codes(data)) == told


def test_single_dots_of_much_ink_do_no_harm() -> None:
    picture = inks(20, 20, 20, 20)
    picture.paste((255, 255, 255, 255), (0, 0, 8, 8))
    data = picture.tobytes()

    def pictures(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        return pikepdf.Dictionary(I=picture_object(pdf, data, (600, 600), pikepdf.Name.DeviceCMYK))

    assert codes(drawn("100 0 0 100 0 0 cm /I Do", XObject=pictures)) == []


def test_marks_in_all_inks_are_no_fault() -> None:
    data = pressed(laid_out("<p>Night"), ink="cmyk", marks=("crop", "registration"))
    assert b"/PressMarks" in data and codes(data) == []


# Letters ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("device-cmyk(.6 .5 .5 1)", True),
        ("device-cmyk(.4 .3 .3 .9)", True),
        ("device-cmyk(0 0 0 1)", False),
        ("device-cmyk(1 .8 0 .3)", False),
        ("#000", False),
    ],
)
def test_black_text_in_several_inks_is_told(colour: str, told: bool) -> None:
    found = said(laid_out(f"<p style='color: {colour}'>Night"))
    assert [words.split(":")[0] for words in found] == (["N132 warning"] if told else [])


@pytest.mark.parametrize(
    ("size", "colour", "told"), [(7, "#fff", True), (7.9, "#fff", True), (8, "#fff", False), (7, "#777", False), (7, "device-cmyk(0 0 0 .05)", True)]
)
def test_small_white_text_is_told(size: float, colour: str, told: bool) -> None:
    found = said(laid_out(f"<p style='background: #000; color: {colour}; font-size: {size}pt'>Night"))
    assert [words.split(": ink")[0] for words in found] == ([f"N133 warning: page 1: white text of {size:.1f} pt"] if told else [])


def test_text_is_measured_as_it_is_printed() -> None:
    words = "<rect width=400 height=100 /><text y=60 fill='#fff' font-size={}>Night</text>"
    drawings = [laid_out(f"<svg viewBox='0 0 400 100' width='40mm'>{words.format(size)}</svg>") for size in (40, 20)]
    large, small = map(said, drawings)
    assert large == [] and small[0].startswith("N133 warning: page 1: white text of 5.7 pt")  # a unit is a tenth of a millimetre


def test_a_font_that_is_not_in_the_file_is_an_error() -> None:
    fonts = pikepdf.Dictionary(F=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))
    data = drawn("BT /F 20 Tf 20 20 Td (Night) Tj ET", Font=lambda pdf: pikepdf.Dictionary(F=pdf.make_indirect(fonts.F)))
    (words,) = said(data)
    assert words.startswith("N134 error: fonts are not in the file: Helvetica")
    assert codes(laid_out("<p>Night")) == []


# Lines and pictures -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<hr style='border: 0; border-top: .2pt solid #000'>", "0.20"), ("<hr style='border: 0; border-top: .3pt solid #000'>", ""),
        ("<svg viewBox='0 0 100 100' width='100pt'><path d='M0 0L90 90' stroke='#000' stroke-width='.1'/></svg>", "0.10"),
        ("<svg viewBox='0 0 100 100' width='100pt'><path d='M0 0L90 90' stroke='#000' stroke-width='.5'/></svg>", ""),
        ("<svg viewBox='0 0 1000 1000' width='100pt'><path d='M0 0L900 900' stroke='#000' stroke-width='1'/></svg>", "0.10"),
    ],
)  # fmt: skip
def test_hairlines_are_told(body: str, told: str) -> None:
    found = said(laid_out(body))
    assert [words.split(": a press")[0] for words in found] == ([f"N135 warning: page 1: lines of {told} pt"] if told else [])


@pytest.mark.parametrize(("width", "told"), [("50mm", True), ("30mm", False)])
def test_coarse_pictures_are_told(width: str, told: bool) -> None:
    data = laid_out(f"<img src='{data_uri(rainbow('RGB', (300, 300)))}' style='width: {width}'>")
    (picture,) = facts_of(data).pages[0].pictures
    assert picture.dpi == pytest.approx(300 / (float(width[:-2]) / 25.4), rel=0.01)
    assert [words.split(" dots")[0] for words in said(data)] == ([f"N136 warning: page 1: pictures of {picture.dpi:.0f}"] if told else [])


def test_a_picture_of_one_dot_is_a_plain_area() -> None:
    assert codes(laid_out(f"<img src='{data_uri(Image.new('RGB', (1, 1)))}' style='width: 50mm; height: 50mm'>")) == []


# Files ------------------------------------------------------------------------------------------


def test_each_kind_is_told_once() -> None:
    found = codes(colourful(), ONE_INK)
    assert len(found) == len(set(found)) > 1


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PublishError, match="N109"):
        preflight(b"%PDF-1.7 nothing", Limits(), Report())


@pytest.mark.parametrize(
    "content", ["1 0 rg 0 0 9 9 re f", "/No Do /No gs /No cs 1 sc f", "/F Tf 1 Tf (a) Tj", "Q Q Q 1 w (x) w S", "BT [(a) 1 /B] TJ ET 1 0 0 cm re f"]
)
def test_a_page_that_is_written_wrongly_is_looked_at_all_the_same(content: str) -> None:
    data = drawn(f"{content}\n0.1 w 0 0 m 100 100 l S")
    assert "N135" in codes(data)
    assert facts_of(data).pages[0].trim == (200, 200)


def test_a_drawing_within_itself_comes_to_an_end() -> None:
    pdf = opened(drawn("/X Do"))
    form = pdf.make_stream(b"/X Do /X Do 0 0 m 9 9 l S", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    assert codes(saved(pdf)) == []


def test_facts_tell_inks_fonts_and_pictures() -> None:
    facts = facts_of(laid_out(f"<p style='color: device-cmyk(0 1 0 .1)'>Night<p style='break-before: page'><img src='{data_uri(rainbow('L'))}'>"))
    assert [page.inks for page in facts.pages] == [{"magenta", "black"}, {"black"}]
    assert [(font.name[6:7], font.embedded) for font in facts.fonts] == [("+", True)]
    assert [picture.colours for picture in facts.pages[1].pictures] == [1] and not facts.has_transparency and not facts.has_annotations
    assert facts_of(colourful()).has_transparency and facts_of(colourful()).has_annotations
