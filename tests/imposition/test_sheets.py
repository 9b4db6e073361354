"""Sheets as they are drawn: what a printer and a reader find in the file."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest

from publish.diagnostics import Report
from publish.imposition.planning.placing import Face, Imposition, PageSize, Placed, SheetMark
from publish.imposition.sheets.draw import draw
from publish.imposition.sheets.source_pdf import SourcePdf, open_source
from tests.imposition.sheet_looks import assert_pages_look_the_same, pictures
from tests.pdf.made_pdfs import (
    A5,
    add_page,
    annotate,
    drawn,
    font,
    layer,
    made,
    packed,
    page_content,
    saved,
    text_pages,
    words_of,
)
from tests.writers.pdfs import Pdf

UPRIGHT = (1, 0, 0, 1)
ON_ITS_HEAD = (-1, 0, 0, -1)


def opened(data: bytes) -> SourcePdf:
    return open_source(data, "source.pdf", Report())


def side_by_side(source: SourcePdf) -> Imposition:
    """Every page twice: upright on the left, on its head on the right, 20 points in from the edges of the sheet."""
    width, height = source.sizes[0].width, source.sizes[0].height
    faces = []
    for page in range(1, len(source.pages) + 1):
        left = Placed(page, (*UPRIGHT, 20, 20), (20, 20, 20 + width, 20 + height))
        right = Placed(page, (*ON_ITS_HEAD, 20 + 2 * width, 20 + height), (20 + width, 20, 20 + 2 * width, 20 + height))
        faces.append(Face(page, False, (left, right)))
    return Imposition(40 + 2 * width, 40 + height, tuple(faces))


def sheets_of(data: bytes, **how) -> bytes:
    source = opened(data)
    return draw(side_by_side(source), source, **how)


def reopened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def inked(side) -> tuple[int, ...]:
    """The box of all that is not paper, in dots."""
    return side.convert("L").point(lambda grey: 255 * (grey < 250)).getbbox()


# The pages ----------------------------------------------------------------------------------------

# The entries of a page, and the part of it that is the page.
WHOLE = (0, 0, *A5)
VARIANTS = {
    "plain": ({}, WHOLE),
    "turned by 90": ({"Rotate": 90}, WHOLE),
    "turned by 180": ({"Rotate": 180}, WHOLE),
    "turned by 270": ({"Rotate": 270}, WHOLE),
    "turned by -90": ({"Rotate": -90}, WHOLE),
    "with an odd origin": ({"MediaBox": [-200, 317.5, 100, 717.5]}, (-200, 317.5, 100, 717.5)),
    "with its corners the other way": ({"MediaBox": [300, 500, 0, 0]}, (0, 0, 300, 500)),
    "in units of a fortieth of an inch": ({"UserUnit": 1.8, "MediaBox": [0, 0, 200, 300]}, (0, 0, 200, 300)),
    "with a crop but no trim": ({"CropBox": [40, 60, 340, 500]}, (40, 60, 340, 500)),
    "with a trim": ({"TrimBox": [40, 60, 340, 500], "BleedBox": [30, 50, 350, 510]}, (40, 60, 340, 500)),
    "with a trim, cropped to less": ({"TrimBox": [20, 20, 400, 570], "CropBox": [40, 60, 340, 500]}, (40, 60, 340, 500)),
    "with a trim that goes beyond the page": ({"TrimBox": [-50, 60, 340, 900]}, (0, 60, 340, 595)),
    "with a trim beside the page": ({"TrimBox": [5000, 5000, 6000, 6000]}, WHOLE),
    "with all of it": ({"MediaBox": [10, -20, 410, 580], "CropBox": [40, 30, 360, 500], "Rotate": 270, "UserUnit": 1.25}, (40, 30, 360, 500)),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_page_looks_on_the_sheet_as_a_reader_shows_it(variant):
    entries, seen = VARIANTS[variant]
    data = packed(text_pages(1, seen, **entries))
    source = opened(data)
    imposition = side_by_side(source)
    assert assert_pages_look_the_same(data, source.sizes, draw(imposition, source), imposition, seen) == 2


def test_a_page_that_is_a_point_off_its_place_is_noticed():
    """What holds pictures against each other is itself held to something."""
    data = packed(text_pages(1))
    source = opened(data)
    imposition = side_by_side(source)
    off = tuple(replace(placed, matrix=(*placed.matrix[:4], placed.matrix[4] + 1, placed.matrix[5])) for placed in imposition.faces[0].pages)
    wrong = replace(imposition, faces=(replace(imposition.faces[0], pages=off),))
    with pytest.raises(AssertionError, match="the pictures differ"):
        assert_pages_look_the_same(data, source.sizes, draw(imposition, source), wrong)


def test_a_page_scaled_and_turned_by_a_right_angle_looks_the_same():
    data = packed(text_pages(1))
    source = opened(data)
    placed = Placed(1, (0, -0.7, 0.7, 0, 30, 340), (0, 0, 500, 400))
    imposition = Imposition(500, 400, (Face(1, False, (placed,)),))
    assert assert_pages_look_the_same(data, source.sizes, draw(imposition, source), imposition) == 1


def test_nothing_is_seen_beyond_the_clip():
    source = opened(packed(text_pages(1)))
    face = Face(1, False, (Placed(1, (*UPRIGHT, 0, 0), (0, 0, 30, 10)),))
    (side,) = pictures(draw(Imposition(*A5, (face,)), source), dots=72)
    assert inked(side) == pytest.approx((0, side.height - 10, 30, side.height), abs=1)


def test_bleed_reaches_beyond_the_trim_and_marks_of_the_source_do_not():
    file = made()
    colour = "0 0.5 0 rg 40 40 220 320 re f 0 G 0 50 m 30 50 l S"
    add_page(file, font(file), colour, MediaBox=[0, 0, 300, 400], TrimBox=[50, 50, 250, 350], BleedBox=[41, 41, 259, 359])
    source = opened(packed(file))
    assert source.sizes == (PageSize(200, 300, 9),)
    face = Face(1, False, (Placed(1, (*UPRIGHT, 100, 100), (0, 0, 400, 500)),))
    (side,) = pictures(draw(Imposition(400, 500, (face,)), source), dots=72)
    assert inked(side) == pytest.approx((91, 91, 309, 409), abs=1)


def test_content_in_several_streams_is_drawn_as_one():
    """A word may begin in one stream and end in the next."""
    file = made()
    add_page(file, font(file), "BT /F1 30 Tf 20 100 Td (first) Tj", "(second) Tj ET", MediaBox=[0, 0, 200, 200])
    add_page(file, font(file), page_content(2, (0, 0, 200, 200)), MediaBox=[0, 0, 200, 200])
    data = packed(file)
    source = opened(data)
    imposition = side_by_side(source)
    sheets = draw(imposition, source)
    assert_pages_look_the_same(data, source.sizes, sheets, imposition)
    assert Pdf(sheets).texts[0].split().count("firstsecond") >= 1


def test_a_page_without_content_or_resources_stays_empty():
    file = made(pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 200, 200]))
    (side,) = pictures(sheets_of(saved(file)))
    assert side.convert("L").getextrema() == (255, 255)


def test_pages_that_share_one_content_keep_their_own_boxes():
    """A program may write the same stream for all pages and show another part of it on each."""
    file = text_pages(2)
    file.pages[1].obj.Contents = file.pages[0].obj.Contents
    file.pages[1].cropbox = [50, 50, 350, 550]
    data = packed(file)
    source = opened(data)
    faces = tuple(Face(n, False, (Placed(n, (*UPRIGHT, 0, 0), (0, 0, size.width, size.height)),)) for n, size in enumerate(source.sizes, 1))
    imposition = Imposition(*A5, faces)
    assert assert_pages_look_the_same(data, source.sizes, draw(imposition, source), imposition) == 2


def test_a_see_through_page_keeps_its_group():
    file = text_pages(1)
    file.pages[0].obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK)
    sheets = reopened(sheets_of(packed(file)))
    (form,) = sheets.pages[0].form_xobjects.values()
    assert dict(form.Group) == {"/S": "/Transparency", "/CS": "/DeviceCMYK", "/I": True}


# What is in the file ------------------------------------------------------------------------------


def kinds(data: bytes, key: str, name: str) -> int:
    file = reopened(data)
    return sum(isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and one.get(key) == name for one in file.objects)


def test_fonts_are_shared_and_each_page_is_one_form_however_often_it_is_placed():
    data = packed(text_pages(12))
    sheets = sheets_of(data)
    assert kinds(data, "/Type", "/Font") == kinds(sheets, "/Type", "/Font") == 1
    assert kinds(sheets, "/Subtype", "/Form") == 12


def test_what_was_drawn_in_lines_does_not_become_a_picture():
    sheets = sheets_of(packed(text_pages(2)))
    assert kinds(sheets, "/Subtype", "/Image") == 0
    assert Pdf(sheets).texts[0].split().count("Page1") == 2


def test_pages_keep_the_bytes_that_they_were_packed_in():
    file = text_pages(3)
    for page in file.pages:
        badly = zlib.compress(page.obj.Contents.read_bytes(), level=1)
        page.obj.Contents = file.make_stream(badly, Filter=pikepdf.Name.FlateDecode)
    data = packed(file)
    source, sheets = reopened(data), reopened(sheets_of(data))
    before = {page.obj.Contents.read_raw_bytes() for page in source.pages}
    assert {form.read_raw_bytes() for page in sheets.pages for form in page.form_xobjects.values()} == before
    assert len(before) == 3


def test_every_side_has_its_boxes_and_the_file_its_title_and_maker():
    sheets = reopened(sheets_of(packed(text_pages(2)), title="Nächtliche Busse"))
    width, height = 40 + 2 * A5[0], 40 + A5[1]
    for page in sheets.pages:
        for box in (page.mediabox, page.cropbox, page.trimbox):
            assert [float(side) for side in box] == pytest.approx([0, 0, width, height], abs=1e-3)
    assert {key: str(value) for key, value in sheets.docinfo.items()} == {"/Producer": "Publish", "/Title": "Nächtliche Busse"}


def test_print_dialogues_are_asked_for_both_sides_at_full_size():
    for flip, wanted in (("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge"), ("single", "/Simplex")):
        sheets = reopened(sheets_of(packed(text_pages(1)), flip=flip))
        assert dict(sheets.Root.ViewerPreferences) == {"/PrintScaling": "/None", "/Duplex": wanted}


def test_nothing_of_the_source_is_kept_that_the_sheets_do_not_show():
    file = text_pages(2)
    file.Root.Secret = file.make_stream(b"a letter to nobody")
    file.trailer.Hidden = file.make_stream(b"a letter to nobody")
    file.pages[1].obj.PieceInfo = file.make_stream(b"a letter to nobody")
    file.attachments["plan.txt"] = b"a letter to nobody"
    sheets = reopened(sheets_of(packed(file)))
    streams = [one.read_bytes() for one in sheets.objects if isinstance(one, pikepdf.Stream) and one.get("/Type") not in ("/XRef", "/ObjStm")]
    assert len(streams) == 4
    assert not any(b"nobody" in stream for stream in streams)


def test_what_the_inks_of_the_source_are_is_kept():
    file = text_pages(1)
    file.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.GTS_PDFX, OutputConditionIdentifier=pikepdf.String("FOGRA51"))])
    sheets = reopened(sheets_of(packed(file)))
    assert sheets.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA51"


def test_the_same_pages_make_the_same_bytes():
    data = packed(text_pages(4))
    source = opened(data)
    imposition = side_by_side(source)
    first = draw(imposition, source, title="Once")
    assert first == draw(imposition, source, title="Once") == sheets_of(data, title="Once")


def test_fronts_and_backs_can_be_drawn_one_after_the_other():
    source = opened(packed(text_pages(4)))
    faces = side_by_side(source).faces
    fronts, backs = (draw(side_by_side(source), source, faces=half) for half in (faces[0::2], faces[:0:-2]))
    assert [words_of(1)[0] in text for text in Pdf(fronts).texts] == [True, False]
    assert ["Page4" in Pdf(backs).texts[0], "Page2" in Pdf(backs).texts[1]] == [True, True]


def test_qpdf_finds_nothing_wrong():
    file = text_pages(3, Rotate=90)
    annotate(file, 2, "Stamp", [10, 10, 60, 60], drawn(file, "1 0 0 rg 0 0 50 50 re f", 50, 50))
    assert "No syntax or stream encoding errors found" in Pdf(sheets_of(packed(file))).run("qpdf", "--check", "FILE")


# Marks ----------------------------------------------------------------------------------------------


def marked(*marks: SheetMark) -> Pdf:
    source = opened(packed(text_pages(1, size=(10, 10))))
    face = Face(1, False, (), marks)
    return Pdf(draw(Imposition(200, 100, (face,)), source))


def test_marks_are_thin_strokes_in_black_ink_alone():
    kinds = {"fold": "[3 2] 0 d", "cut": "[] 0 d", "staple": "[] 0 d", "collation": "[] 0 d"}
    for kind, dashes in kinds.items():
        mark = SheetMark(kind, (10.5, 20.123456), (10.5, 40), 4 if kind == "collation" else 0.25)
        (content,) = (page.Contents.read_bytes().decode() for page in marked(mark).file.pages)
        assert content == f"q 0 G {mark.width:g} w {dashes} 10.5 20.1235 m 10.5 40 l S Q"


def test_a_collation_bar_is_as_wide_as_it_says():
    sheets = marked(SheetMark("collation", (100, 80), (100, 60), 6))
    (side,) = pictures(sheets.data, dots=72)
    assert inked(side) == pytest.approx((97, 20, 103, 40), abs=1)


# Layers and comments --------------------------------------------------------------------------------


def dark(picture) -> bool:
    return picture.convert("L").getextrema()[0] < 128


def layered(shown: bool) -> bytes:
    file = made()
    add_page(file, font(file), "/OC /L BDC 0 g 20 20 100 100 re f EMC", MediaBox=[0, 0, 200, 200])
    file.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L=layer(file, "Draft", shown))
    return packed(file)


@pytest.mark.parametrize("shown", [True, False])
def test_a_layer_is_seen_or_hidden_as_its_file_says(shown):
    assert [dark(side) for side in pictures(sheets_of(layered(shown)))] == [shown]


@pytest.mark.parametrize("shown", [True, False])
def test_a_stamp_on_a_layer_is_seen_or_hidden_with_it(shown):
    file = made()
    add_page(file, font(file), "", MediaBox=[0, 0, 200, 200])
    annotate(file, 1, "Stamp", [20, 20, 120, 120], drawn(file, "0 g 0 0 100 100 re f", 100, 100), OC=layer(file, "Draft", shown))
    assert [dark(side) for side in pictures(sheets_of(packed(file)))] == [shown]


def test_a_page_is_named_by_its_number_in_the_source():
    source = opened(packed(text_pages(3)))
    face = side_by_side(source).faces[2]
    sheets = reopened(draw(replace(side_by_side(source), faces=(face,)), source))
    assert [list(page.form_xobjects) for page in sheets.pages] == [["/P3"]]
