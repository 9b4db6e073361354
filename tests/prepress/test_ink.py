"""Colours become inks: one, four, or a plate for each."""

from __future__ import annotations

from itertools import dropwhile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publish.diagnostics import PublishError
from publish.pdf.colours import lab_of, rgb_of_lab
from publish.prepress.ink.black import BlackInk, Luminosity
from publish.prepress.ink.cmyk import FourInks
from publish.prepress.ink.converting import convert_colours
from publish.prepress.ink.images import read_picture
from publish.prepress.ink.spot import Plate, inks_among, inks_named
from publish.prepress.profiles import find_profile
from tests.prepress.inks import (
    check_syntax,
    colourful,
    data_uri,
    difference,
    drawn,
    ink_cover,
    instructions_of,
    laid_out,
    opened,
    picture_object,
    pictures_of,
    rainbow,
    saved,
    see_through,
    separations,
)

CHANNEL = st.floats(0, 1)


def converted(data: bytes, conversion) -> bytes:
    with opened(data) as pdf:
        convert_colours(pdf, conversion)
        return saved(pdf)


def colours_written(data: bytes) -> list[tuple[str, list]]:
    """The colours that a page chooses, after those it begins with."""
    chosen = dropwhile(lambda one: one[0].lower() in ("g", "cs", "scn"), instructions_of(data))
    return [(name, values) for name, values in chosen if name.lower() in ("g", "rg", "k")]


def pictures_in(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]


# One ink ----------------------------------------------------------------------------------------


def test_everything_is_printed_in_black_alone() -> None:
    before, after = ink_cover(colourful()), ink_cover(converted(colourful(), BlackInk()))
    assert all(min(page[:3]) > 0.05 for page in before)
    assert [page[:3] for page in after] == [(0, 0, 0)] * 2
    assert all(page[3] > 0.1 for page in after)


def test_in_black_a_page_looks_as_it_does_in_grey() -> None:
    pages = list(zip(pictures_of(colourful()), pictures_of(converted(colourful(), BlackInk())), strict=True))
    assert len(pages) == 2
    assert max(difference(*page) for page in pages) < 0.002


def test_a_file_in_black_is_sound_and_the_same_each_time() -> None:
    data = converted(colourful(), BlackInk())
    check_syntax(data)
    assert data == converted(colourful(), BlackInk())


@pytest.mark.parametrize(("written", "grey"), [("#000", 0), ("#171717", 0), ("#1a1a1a", 0), ("#1c1c1c", 0.1098), ("#222", 0.1333), ("#fff", 1)])
def test_letters_of_nearly_black_are_black(written: str, grey: float) -> None:
    data = converted(laid_out(f"<p style='color: {written}'>Night"), BlackInk())
    assert [values for _, values in colours_written(data)] == [[pytest.approx(grey, abs=1e-4)]]


def test_greys_of_a_mask_are_numbers_and_stay_as_they_are() -> None:
    assert Luminosity().colour((0.09, 0.09, 0.09)) == (pytest.approx(0.09),)
    dark = "<svg viewBox='0 0 10 10' width='40mm'><mask id=m><rect width=10 height=10 fill='#171717'/></mask><rect width=10 height=10 mask='url(#m)'/></svg>"
    before, after = (pictures_of(data)[0] for data in (laid_out(dark), converted(laid_out(dark), BlackInk())))
    assert after.convert("L").getextrema()[0] > 200
    assert difference(before, after) < 0.001


@given(CHANNEL, CHANNEL, CHANNEL)
def test_a_colour_becomes_a_grey_between_its_darkest_and_lightest_channel(red: float, green: float, blue: float) -> None:
    (grey,) = BlackInk().shade((red, green, blue))
    assert min(red, green, blue) - 1e-4 <= grey <= max(red, green, blue) + 1e-4


@given(CHANNEL)
def test_a_grey_stays_what_it_is_or_becomes_black(grey: float) -> None:
    (printed,) = BlackInk().colour((grey, grey, grey))
    assert printed == pytest.approx(grey, abs=1e-4) or (printed == 0 and grey < 0.105)


@given(CHANNEL, CHANNEL, CHANNEL)
def test_lab_is_read_as_it_is_written(red: float, green: float, blue: float) -> None:
    assert rgb_of_lab(*lab_of((red, green, blue))) == pytest.approx((red, green, blue), abs=0.01)


# Colour spaces ----------------------------------------------------------------------------------


def _function(**more) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0.9, 0.2, 0.2], N=1, **more)


def _icc(pdf: pikepdf.Pdf, count: int) -> pikepdf.Array:
    return pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_stream(b"", N=count)])


SPACES = {
    "a colour of a profile": (lambda pdf: _icc(pdf, 3), "1 0 0", 0.299),
    "inks of a profile": (lambda pdf: _icc(pdf, 4), "0 1 1 0", 0.299),
    "a calibrated grey": (lambda pdf: [pikepdf.Name.CalGray, pikepdf.Dictionary(WhitePoint=[1, 1, 1])], "0.5", 0.5),
    "CIE Lab": (lambda pdf: [pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[0.95, 1, 1.09])], "53.24 80.09 67.2", 0.299),
    "an ink by name": (lambda pdf: [pikepdf.Name.Separation, pikepdf.Name.Riso, pikepdf.Name.DeviceRGB, _function()], "0.5", 0.7046),
    "an ink of several": (lambda pdf: [pikepdf.Name.DeviceN, [pikepdf.Name.Riso], pikepdf.Name.DeviceRGB, _function()], "1", 0.4093),
    "a table": (lambda pdf: [pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 1, b"\xff\x00\x00\x00\xff\x00"], "1", 0.587),
}


@pytest.mark.parametrize("kind", SPACES)
def test_each_way_to_write_a_colour_is_read(kind: str) -> None:
    space, values, grey = SPACES[kind]
    data = drawn(f"q /C cs {values} scn 0 0 200 200 re f Q", ColorSpace=lambda pdf: pikepdf.Dictionary(C=space(pdf)))
    written = colours_written(converted(data, BlackInk()))
    assert [name for name, _ in written] == ["g", "g"]  # that of the space, and ours
    assert written[1][1] == [pytest.approx(grey, abs=0.005)]


def test_a_space_holds_until_its_state_is_left() -> None:
    content = "q /DeviceCMYK cs q /C cs 0 sc Q 0 0 0 0.5 sc Q 0.25 sc"
    space = pikepdf.Dictionary(C=[pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 0, b"\xff\xff\xff"])
    written = colours_written(converted(drawn(content, ColorSpace=space), BlackInk()))
    assert [value for _, (value,) in written] == [0, 1, 1, 0.5, 0.25]


def test_a_pattern_without_colours_takes_the_grey_of_its_colour() -> None:
    def patterns(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        cell = pdf.make_stream(
            b"0 0 5 5 re f", Type=pikepdf.Name.Pattern, PatternType=1, PaintType=2, TilingType=1, BBox=[0, 0, 10, 10], XStep=10, YStep=10,
            Resources=pikepdf.Dictionary(),
        )  # fmt: skip
        return pikepdf.Dictionary(P=cell)

    spaces = pikepdf.Dictionary(C=[pikepdf.Name.Pattern, pikepdf.Name.DeviceRGB])
    data = drawn("/C cs 1 0 0 /P scn 0 0 200 200 re f", ColorSpace=spaces, Pattern=patterns)
    after = converted(data, BlackInk())
    assert ink_cover(after)[0][:3] == (0, 0, 0)
    assert difference(pictures_of(data)[0], pictures_of(after)[0]) < 0.002


def test_what_is_left_open_is_closed() -> None:
    names = [name for name, _ in instructions_of(converted(drawn("q 1 0 0 rg q 0 0 9 9 re f"), BlackInk()))]
    assert names.count("q") == names.count("Q") == 2


def test_what_restores_a_state_that_was_never_saved_is_left_out() -> None:
    names = [name for name, _ in instructions_of(converted(drawn("q Q Q Q 0 0 9 9 re f"), BlackInk()))]
    assert names.count("q") == names.count("Q") == 1


def test_nothing_but_colours_is_changed() -> None:
    chosen = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
    before, after = ([one for one in instructions_of(data) if one[0] not in chosen] for data in (colourful(), converted(colourful(), BlackInk())))
    assert before == after and len(before) > 100


def test_letters_that_are_drawings_are_made_black() -> None:
    def fonts(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        letter = pdf.make_stream(b"1000 0 d0 1 0 0 rg 0 0 750 750 re f")
        return pikepdf.Dictionary(F=pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=97, LastChar=97,
            Widths=[1000], CharProcs=pikepdf.Dictionary(a=letter), Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name.a]), Resources=pikepdf.Dictionary(),
        )))  # fmt: skip

    cover = ink_cover(converted(drawn("BT /F 90 Tf 20 20 Td (a) Tj ET", Font=fonts), BlackInk()))
    assert cover[0][:3] == (0, 0, 0) and cover[0][3] > 0.05


REFUSED = {
    "a mesh": ("/S sh", {"Shading": lambda pdf: pikepdf.Dictionary(S=pdf.make_stream(b"", ShadingType=4, ColorSpace=pikepdf.Name.DeviceRGB))}, "mesh"),
    "an unknown space": ("/Odd cs", {}, "unknown kind /Odd"),
    "inks mixed by name": (
        "/C cs", {"ColorSpace": pikepdf.Dictionary(C=[pikepdf.Name.DeviceN, [pikepdf.Name.A, pikepdf.Name.B], pikepdf.Name.DeviceRGB, _function()])}, "mixed",
    ),
    "a program": (
        "/C cs", {"ColorSpace": lambda pdf: pikepdf.Dictionary(C=pikepdf.Array([
            pikepdf.Name.Separation, pikepdf.Name.A, pikepdf.Name.DeviceGray, pdf.make_stream(b"{}", FunctionType=4, Domain=[0, 1], Range=[0, 1])
        ]))}, "program",
    ),
    "a damaged picture": (
        "/I Do", {"XObject": lambda pdf: pikepdf.Dictionary(I=picture_object(pdf, b"1", (9, 9), pikepdf.Name.DeviceRGB))}, "damaged",
    ),
    "a picture without end": (
        "/I Do", {"XObject": lambda pdf: pikepdf.Dictionary(I=picture_object(pdf, b"1", (90_000, 90_000), pikepdf.Name.DeviceRGB))}, "90,000 by 90,000",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_converted_is_refused_in_words(kind: str) -> None:
    content, resources, words = REFUSED[kind]
    with pytest.raises(PublishError, match=f"N105.*{words}"):
        converted(drawn(content, **resources), BlackInk())


# Pictures ---------------------------------------------------------------------------------------


def test_a_jpeg_stays_one_and_a_window_in_a_picture_stays_open() -> None:
    data = converted(laid_out(f"<img src='{data_uri(rainbow(), 'JPEG')}'><img src='{data_uri(see_through())}'>"), BlackInk())
    file = opened(data)
    pictures = pictures_in(file)
    assert [str(picture.ColorSpace) for picture in pictures] == ["/DeviceGray"] * 3
    assert sorted(str(picture.Filter) for picture in pictures) == ["/DCTDecode", "/FlateDecode", "/FlateDecode"]
    (open_one,) = [picture for picture in pictures if "/SMask" in picture]
    assert read_picture(open_one.SMask).getextrema() == (60, 255)


def test_a_picture_in_black_and_white_takes_one_bit_a_dot() -> None:
    picture = rainbow("1", (640, 480))
    file = opened(converted(laid_out(f"<img src='{data_uri(picture)}' style='width: 80mm'>"), BlackInk()))
    (found,) = pictures_in(file)
    assert found.BitsPerComponent == 1
    assert read_picture(found).tobytes() == picture.convert("L").tobytes()


def _packed(levels: list[int], bits: int) -> bytes:
    """Rows of four dots each."""
    rows = (levels[at : at + 4] for at in range(0, len(levels), 4))
    return b"".join(int("".join(f"{level:0{bits}b}" for level in row).ljust(8 * -(-4 * bits // 8), "0"), 2).to_bytes(-(-4 * bits // 8), "big") for row in rows)


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@pytest.mark.parametrize("space", ["DeviceGray", "Indexed", "Separation"])
def test_pictures_of_few_bits_are_read_as_ghostscript_paints_them(bits: int, space: str) -> None:
    full = 2**bits - 1
    levels = [round(full * step / 7) for step in range(8)]
    table = bytes(value for level in range(full + 1) for value in (255 - level * 255 // full, 40, level * 255 // full))
    spaces = {
        "DeviceGray": pikepdf.Name.DeviceGray,
        "Indexed": pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, full, table]),
        "Separation": pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Riso, pikepdf.Name.DeviceRGB, _function()]),
    }

    def pictures(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        return pikepdf.Dictionary(I=picture_object(pdf, _packed(levels, bits), (4, 2), spaces[space], bits, Interpolate=False))

    data = drawn("200 0 0 200 0 0 cm /I Do", XObject=pictures)
    with opened(data) as pdf:
        read = read_picture(pictures_in(pdf)[0])
    assert read.size == (4, 2) and len(set(read.convert("L").tobytes())) == min(8, full + 1)
    before, after = pictures_of(data)[0], pictures_of(converted(data, BlackInk()))[0]
    assert difference(before, after) < 0.012
    assert after.convert("L").getextrema() != (255, 255)


def test_a_picture_that_is_written_the_other_way_round_is_turned() -> None:
    def pictures(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        return pikepdf.Dictionary(I=picture_object(pdf, bytes([0, 0, 0, 250, 250, 250]), (2, 1), pikepdf.Name.DeviceRGB, Decode=[1, 0, 1, 0, 1, 0]))

    file = opened(converted(drawn("9 0 0 9 0 0 cm /I Do", XObject=pictures), BlackInk()))
    (found,) = pictures_in(file)
    assert read_picture(found).tobytes() == bytes([255, 5])


def test_a_picture_within_a_stream_is_converted_too() -> None:
    data = drawn("q 200 0 0 200 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /RGB /F /AHx ID ff0000 0000ff> EI Q")
    after = converted(data, BlackInk())
    assert ink_cover(after)[0][:3] == (0, 0, 0)
    assert difference(pictures_of(data)[0], pictures_of(after)[0]) < 0.005


# Four inks --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def four() -> FourInks:
    return FourInks(find_profile("", None).data)


def test_greys_are_printed_with_black_alone(four: FourInks) -> None:
    body = f"<p style='color:#171717'>Black</p><p style='color:#777'>Grey</p><img src='{data_uri(rainbow('L').convert('RGB'))}'>"
    (cover,) = ink_cover(converted(laid_out(body), four))
    assert cover[:3] == (0, 0, 0) and cover[3] > 0.01
    assert four.colour((0.09, 0.09, 0.09)) == four.colour((0.0,)) == (0, 0, 0, 1)
    assert four.colour((0.5, 0.5, 0.5)) == (0, 0, 0, 0.5)


def test_colours_go_through_the_profile_and_inks_stay_as_their_author_wrote_them(four: FourInks) -> None:
    cyan, magenta, yellow, black = four.colour((0.9, 0.1, 0.1))
    assert magenta > 0.8 and yellow > 0.8 and cyan < 0.2 and black < 0.2
    assert four.colour((0.1, 0.2, 0.3, 0.4)) == (0.1, 0.2, 0.3, 0.4)


def test_no_colour_of_a_screen_is_left(four: FourInks) -> None:
    data = converted(colourful(), four)
    check_syntax(data)
    assert b"DeviceRGB" not in data and {name for name, _ in instructions_of(data)}.isdisjoint(("rg", "RG", "g", "G", "sc", "SC"))
    with opened(data) as pdf:
        spaces = {str(thing.ColorSpace) for thing in pdf.objects if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary) and "/ShadingType" in thing}
        pictures = {str(picture.ColorSpace) for picture in pictures_in(pdf)}
    assert spaces == {"/DeviceCMYK", "/DeviceGray"}  # the latter in masks
    assert pictures == {"/DeviceCMYK", "/DeviceGray"}


def test_a_jpeg_in_four_inks_is_the_right_way_round(four: FourInks) -> None:
    red = Image.new("RGB", (32, 32), (230, 20, 20))
    file = opened(converted(laid_out(f"<img src='{data_uri(red, 'JPEG')}'>"), four))
    (found,) = pictures_in(file)
    assert str(found.Filter) == "/DCTDecode"
    cyan, magenta, yellow, black = read_picture(found).getpixel((16, 16))
    assert magenta > 220 and yellow > 220 and cyan < 50 and black < 50
    plates = separations(converted(laid_out(f"<img src='{data_uri(red, 'JPEG')}' style='width:80mm'>"), four))
    assert plates["magenta"].getpixel((150, 80)) < 40 < 200 < plates["cyan"].getpixel((150, 80))


# Plates -----------------------------------------------------------------------------------------

RED, BLUE = (0.9, 0.22, 0.27), (0.1, 0.3, 0.75)


def plates_of(body: str, *codes: str, css: str = "") -> dict[str, bytes]:
    inks = inks_named(codes)
    data = laid_out(body, css)
    return {plate.name: converted(data, plate) for plate in (Plate(None, inks), *(Plate(ink, inks) for ink in inks))}


def test_each_colour_has_a_plate_of_its_own() -> None:
    body = "<p style='color:#222'>Grey</p><p style='color:#e63946'>Red</p><p style='color:#1d4ebf'>Blue"
    plates = plates_of(body, "#e63946", "#1d4ebf")
    assert list(plates) == ["black", "red", "blue"]
    chosen = {name: [values[0] for _, values in colours_written(data)] for name, data in plates.items()}
    assert chosen == {"black": [pytest.approx(0.1333, abs=1e-3), 1, 1], "red": [1, 0, 1], "blue": [1, 1, 0]}


def test_tints_of_a_hue_share_a_plate() -> None:
    inks = inks_among([RED, (0.95, 0.6, 0.62), (1.0, 0.9, 0.9), BLUE, (0.2, 0.2, 0.2), (0.96, 0.94, 0.89)])
    assert [ink.name for ink in inks] == ["red", "blue"]
    (tint,) = Plate(inks[0], inks).colour((0.95, 0.61, 0.635))
    assert tint == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(("pale", "plate"), [((1.0, 0.93, 0.93), "red"), ((0.96, 0.94, 0.89), "black"), ((0.93, 0.93, 0.93), "black")])
def test_a_pale_tint_of_an_ink_is_printed_in_it_and_other_pale_tones_in_black(pale: tuple[float, ...], plate: str) -> None:
    inks = inks_named(["#e63946"])
    tints = {one.name: one.colour(pale)[0] for one in (Plate(None, inks), Plate(inks[0], inks))}
    assert {name for name, light in tints.items() if light < 1} == {plate}


def test_more_than_four_colours_need_a_word_from_their_author() -> None:
    with pytest.raises(PublishError, match="N110.*5 colours.*spot-inks"):
        inks_among([(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 0.5, 0.5)])


def test_two_inks_of_a_word_are_numbered() -> None:
    assert [ink.name for ink in inks_named(["#ff0000", "#aa0011", "#808080"])] == ["red", "red-2", "grey"]


@pytest.mark.parametrize(("colour", "hole"), [("#fff", True), ("#777", True), ("#171717", False)])
def test_what_covers_a_colour_erases_it_on_its_plate_unless_it_is_black(colour: str, hole: bool) -> None:
    css = f"div {{width: 40mm; height: 40mm; background: #e63946}} b {{display: block; width: 20mm; height: 20mm; background: {colour}}}"
    plates = plates_of("<div><b></b></div>", "#e63946", css=css)
    (red,) = pictures_of(plates["red"])
    bleed = 3  # millimetres
    within, beside = ((bleed + 12 + at) * 72 / 25.4 for at in (10, 30))
    assert red.getpixel((round(beside), round(beside))) == (0, 0, 0)
    assert red.getpixel((round(within), round(within))) == ((255, 255, 255) if hole else (0, 0, 0))


def test_pictures_are_printed_in_black_and_erase_what_lies_below() -> None:
    body = f"<div style='background:#e63946'><img src='{data_uri(rainbow())}' style='width:60mm'></div>"
    plates = plates_of(body, "#e63946")
    black, red = (pictures_of(plates[name])[0].convert("L") for name in ("black", "red"))
    assert black.getpixel((60, 60)) < 200
    assert red.getpixel((60, 60)) == 255


def test_plates_hold_black_ink_only() -> None:
    data = converted(colourful(), Plate(inks_named(["#e63946"])[0], inks_named(["#e63946"])))
    check_syntax(data)
    assert [page[:3] for page in ink_cover(data)] == [(0, 0, 0)] * 2
