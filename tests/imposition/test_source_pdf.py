"""Any PDF, as it comes: what is read of it, and what is said of one that cannot be printed."""

from __future__ import annotations

import io
import re
import time
import zlib
from itertools import accumulate

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Permissions, String

from publish.diagnostics import PublishError, Report
from publish.imposition.planning.placing import Face, Imposition, PageSize, Placed
from publish.imposition.sheets.draw import draw
from publish.imposition.sheets.source_pdf import MOST_PAGES, SourcePdf, open_source
from tests.imposition.sheet_looks import assert_pages_look_the_same, pictures
from tests.pdf.made_pdfs import A5, add_page, annotate, drawn, font, layer, locked, made, packed, saved, text_pages
from tests.writers.pdfs import Pdf as Reader


def opened(data: bytes) -> tuple[SourcePdf, list[str]]:
    report = Report()
    source = open_source(data, "text.pdf", report)
    return source, [str(found) for found in report.diagnostics]


def refused(data: bytes) -> str:
    with pytest.raises(PublishError) as error:
        open_source(data, "text.pdf", Report())
    return str(error.value.diagnostic)


def on_sheets(source: SourcePdf) -> bytes:
    """Every page on a sheet of its own."""
    faces = [Face(number, False, (Placed(number, (1, 0, 0, 1, 0, 0), (0, 0, size.width, size.height)),)) for number, size in enumerate(source.sizes, 1)]
    return draw(Imposition(*A5, tuple(faces)), source)


def one_page(**entries) -> bytes:
    return packed(text_pages(1, **entries))


# Sizes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "size"),
    [
        ({}, (420, 595, 0)),
        ({"Rotate": 90}, (595, 420, 0)),
        ({"Rotate": 180}, (420, 595, 0)),
        ({"Rotate": -90}, (595, 420, 0)),
        ({"Rotate": 450}, (595, 420, 0)),
        ({"Rotate": 45}, (420, 595, 0)),
        ({"Rotate": String("up")}, (420, 595, 0)),
        ({"UserUnit": 2}, (840, 1190, 0)),
        ({"UserUnit": -3}, (420, 595, 0)),
        ({"UserUnit": Array()}, (420, 595, 0)),
        ({"CropBox": [10, 10, 210, 310]}, (200, 300, 0)),
        ({"CropBox": [-10, -10, 9999, 310]}, (420, 310, 0)),
        ({"CropBox": [1, 2, 3]}, (420, 595, 0)),
        ({"CropBox": Array([Name.A, 0, 10, 10])}, (420, 595, 0)),
        ({"TrimBox": [10, 10, 210, 310]}, (200, 300, 0)),
        ({"TrimBox": [210, 310, 10, 10]}, (200, 300, 0)),
        ({"TrimBox": [10, 10, 210, 310], "CropBox": [0, 0, 400, 400]}, (200, 300, 0)),
        ({"TrimBox": [10, 10, 210, 310], "CropBox": [20, 20, 200, 300]}, (180, 280, 0)),
        ({"TrimBox": [10, 10, 210, 310], "BleedBox": [1, 1, 219, 319]}, (200, 300, 9)),
        ({"TrimBox": [10, 10, 210, 310], "BleedBox": [10, 4, 214, 310]}, (200, 300, 6)),
        ({"TrimBox": [10, 10, 210, 310], "BleedBox": [20, 20, 30, 30]}, (200, 300, 0)),
        ({"TrimBox": [10, 10, 210, 310], "BleedBox": [-90, -90, 400, 400]}, (200, 300, 190)),
        ({"TrimBox": [10, 10, 210, 310], "BleedBox": [1, 1, 219, 319], "UserUnit": 2, "Rotate": 90}, (600, 400, 18)),
    ],
)
def test_a_page_is_as_large_as_its_boxes_say(entries, size):
    source, _ = opened(one_page(**entries))
    assert source.sizes == (PageSize(*map(pytest.approx, size)),)


def test_what_pages_inherit_counts_for_each_of_them():
    file = text_pages(2)
    for page in file.pages:
        del page.obj["/MediaBox"]
    file.Root.Pages.MediaBox, file.Root.Pages.CropBox, file.Root.Pages.Rotate = Array([0, 0, 300, 400]), Array([10, 10, 110, 210]), 90
    source, _ = opened(saved(file))
    assert source.sizes == (PageSize(200, 100), PageSize(200, 100))


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ([0, 0, 20_000, 400], "page 2 measures 7,056 by 141 mm, and a side can have 1 mm to 5 m"),
        ([0, 0, 10**9, 10**9], "page 2 measures 352,777,778 by 352,777,778 mm, and a side can have 1 mm to 5 m"),
        ([0, 0, 100, 1], "page 2 measures 35 by 0 mm, and a side can have 1 mm to 5 m"),
    ],
)
def test_a_page_without_a_size_one_could_print_is_refused(box, said):
    file = text_pages(2)
    file.pages[1].obj.MediaBox = Array(box)
    assert refused(packed(file)) == f"text.pdf: I107 error: {said} (make the PDF anew with pages of the size you want)"


@pytest.mark.parametrize("box", [[5, 5, 5, 5], [5, 5], [], [Name.X, 0, 100, 100], None])
def test_a_page_that_says_no_size_is_letter_paper_as_its_reader_sees_it(box):
    file = text_pages(2)
    del file.pages[1].obj["/MediaBox"]
    if box is not None:
        file.pages[1].obj.MediaBox = Array(box)
    source, said = opened(packed(file))
    assert source.sizes == (PageSize(*A5), PageSize(612, 792))
    assert said == ["text.pdf: I115 warning: of 2 pages 1 have no size, and are taken for letter paper (make the PDF anew with pages of the size you want)"]


# What the file says of itself -------------------------------------------------------------------------


def test_the_title_comes_from_the_information_or_else_from_the_metadata():
    file = text_pages(1)
    assert opened(packed(file))[0].title == ""
    with file.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "The Night Buses"
    del file.trailer["/Info"]
    assert opened(packed(file))[0].title == "The Night Buses"
    file.docinfo.Title = String("Die\tNacht\u0000busse ")
    assert opened(packed(file))[0].title == "Die Nacht busse"


@pytest.mark.parametrize("metadata", [b"", b"<not xml", b'<?xml version="1.0" encoding="no-such"?><a/>', b"\xff\xfe\x00"])
def test_metadata_that_cannot_be_read_is_no_title(metadata):
    file = text_pages(1)
    file.Root.Metadata = file.make_stream(metadata)
    assert opened(packed(file))[0].title == ""


def test_what_is_read_from_the_right_is_known():
    assert not opened(packed(text_pages(1)))[0].from_right
    file = text_pages(1)
    file.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    assert opened(packed(file))[0].from_right


def test_a_whole_and_plain_pdf_needs_no_words():
    assert opened(packed(text_pages(3)))[1] == []


# Refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty (give a PDF)"),
        (b" \n", "the file is empty (give a PDF)"),
        (b"PK\x03\x04\x14\0\0", "not a PDF: this is a Word, OpenDocument, EPUB or zip file (save or print it as a PDF first)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "not a PDF: this is an old Word or Office file"),
        (b"\x89PNG\r\n\x1a\n", "not a PDF: this is a picture"),
        (b"\xff\xd8\xff\xe0", "not a PDF: this is a picture"),
        (b"\n<!DOCTYPE html><p>endobj", "not a PDF: this is a web page or XML"),
        (b"%!PS-Adobe-3.0", "not a PDF: this is PostScript"),
        (b"{\\rtf1", "not a PDF: this is an RTF text"),
        (b"The night buses run again.", "not a PDF: this is something else"),
    ],
)
def test_what_is_no_pdf_is_called_by_its_name(data, said):
    assert refused(data).startswith(f"text.pdf: I105 error: {said}")


def test_a_locked_pdf_is_refused_with_the_way_out():
    expected = "text.pdf: I103 error: the PDF is locked with a password (open it with its password and print it into a new PDF)"
    assert refused(locked(text_pages(1), user="night")) == expected


def test_a_lock_that_qpdf_has_no_key_for_is_called_a_lock():
    data = saved(text_pages(1), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert "I103" in refused(data.replace(b"trailer <<", b"trailer << /Encrypt << /Filter /Adobe.PubSec /V 4 >> "))


def with_locked_attachments(**lock: bytes) -> bytes:
    """A file of which the lock says that strings and streams are open to all, unless ``lock`` has other entries."""
    entries = {"Filter": b"/Standard", "V": b"5", "R": b"6", "Length": b"256", "P": b"-4", "EFF": b"/StdCF", **lock}
    entries.update({"O": b"<%s>" % (b"00" * 48), "U": b"<%s>" % (b"00" * 48), "OE": b"<%s>" % (b"00" * 32), "UE": b"<%s>" % (b"00" * 32)})
    said = b" ".join(b"/%s %s" % (key.encode(), value) for key, value in entries.items())
    filters = b"/CF << /StdCF << /AuthEvent /EFOpen /CFM /AESV3 /Length 32 >> >>"
    plain = saved(text_pages(1), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return plain.replace(b"trailer <<", b"trailer << /Encrypt << %s %s >> " % (said, filters))


def test_a_pdf_of_which_only_the_attached_files_are_locked_is_printed():
    for data in (with_locked_attachments(), with_locked_attachments(StmF=b"/Identity", StrF=b"/Identity")):
        source, said = opened(data)
        assert said == ["text.pdf: I108 info: only what is attached to the PDF is locked with a password; its pages are not"]
        sheets = on_sheets(source)
        assert "Page1" in Reader(sheets).texts[0] and b"/Encryp" not in sheets


@pytest.mark.parametrize("lock", [{"StmF": b"/StdCF"}, {"StrF": b"/StdCF"}, {"V": b"2"}])
def test_a_pdf_of_which_more_is_locked_is_refused(lock):
    assert "I103" in refused(with_locked_attachments(**lock))


def test_a_pdf_that_opens_without_a_password_is_printed_and_its_restrictions_named():
    assert opened(locked(text_pages(1)))[1] == ["text.pdf: I108 info: the PDF is encrypted, but opens without a password"]
    source, said = opened(locked(text_pages(1), allow=Permissions(print_highres=False, print_lowres=False, extract=False)))
    assert said == [
        "text.pdf: I108 info: the PDF is encrypted, but opens without a password: its owner only forbids copying and printing "
        "(the sheets can be made: whether you may is between you and its owner)"
    ]
    sheets = on_sheets(source)
    with pikepdf.open(io.BytesIO(sheets)) as file:
        assert not file.is_encrypted
    assert "Page1" in Reader(sheets).texts[0]


def test_a_pdf_without_pages_is_refused():
    assert refused(packed(made())) == "text.pdf: I104 error: the PDF has no pages"


def test_too_many_pages_are_refused_in_good_time():
    file = made(*(Dictionary(Type=Name.Page, MediaBox=[0, 0, 100, 100]) for _ in range(MOST_PAGES + 1)))
    data, start = packed(file), time.process_time()
    assert "I106 error: the PDF has 5,001 pages, and 5,000 are the most that can be imposed (divide it into volumes)" in refused(data)
    assert time.process_time() - start < 5


# Damage ---------------------------------------------------------------------------------------------------


def plainly(file: Pdf) -> bytes:
    return saved(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def test_a_pdf_with_its_table_cut_off_is_repaired_and_said_to_be():
    whole = plainly(text_pages(6))
    source, said = opened(whole[: whole.rindex(b"\nxref\n")] + whole[whole.rindex(b"\ntrailer") :])
    assert said == [
        "text.pdf: I102 warning: the PDF is damaged and was repaired: the table of its objects was mended (look at the sheets before you print many of them)"
    ]
    assert [text.split()[0] for text in Reader(on_sheets(source)).texts] == [f"Page{number}" for number in range(1, 7)]


def test_pages_that_a_damaged_pdf_has_lost_are_counted():
    whole = plainly(text_pages(6))
    with pikepdf.open(io.BytesIO(whole)) as file:
        numbers = [page.obj.objgen[0] for page in file.pages]
    for number in numbers[-2:]:
        whole = whole.replace(b"\n%d 0 obj\n" % number, b"\n%d 0 xxx\n" % number)
    source, said = opened(whole)
    assert len(source.pages) == 4
    assert said == ["text.pdf: I102 warning: the PDF is damaged and was repaired, but of its 6 pages only 4 were found (get the file again if you can)"]


@pytest.mark.parametrize("part", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_pdf_cut_anywhere_is_repaired_or_refused(part):
    for whole in (packed(text_pages(6)), plainly(text_pages(6))):
        try:
            source, said = opened(whole[: int(len(whole) * part)])
        except PublishError as error:
            assert error.diagnostic.code in ("I101", "I104", "I105")
        else:
            assert "I102" in said[0] and source.pages


PLAIN = saved(text_pages(2), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
TABLE = "the table of its objects was mended"


@pytest.mark.parametrize(
    ("data", "repaired"),
    [
        (re.sub(rb"startxref\n\d+", b"startxref\n7", PLAIN), TABLE), (re.sub(rb"startxref\n\d+", b"startxref\n7", packed(text_pages(2))), TABLE),
        (PLAIN.replace(b"xref\n0 ", b"xref\n1 ", 1), TABLE), (PLAIN.replace(b" 00000 n", b" 00001 n"), TABLE), (PLAIN[:-60], TABLE),
        (PLAIN[: PLAIN.rindex(b"startxref")], TABLE), (PLAIN.replace(b"endobj\n", b"", 3), f"{TABLE}, ends of objects were missing"),
        (b"HTTP/1.1 200 OK\r\n" * 100 + PLAIN, f"its beginning is missing, {TABLE}"), (PLAIN[9:], f"its beginning is missing, {TABLE}"),
    ],
)  # fmt: skip
def test_what_readers_open_although_it_is_damaged_is_printed_and_told_with_what_was_repaired(data, repaired):
    source, said = opened(data)
    assert [text.split(" (")[0] for text in said] == [f"text.pdf: I102 warning: the PDF is damaged and was repaired: {repaired}"]
    assert ["Page1" in text or "Page2" in text for text in Reader(on_sheets(source)).texts] == [True] * 2


def test_junk_before_a_whole_pdf_does_no_harm():
    assert opened(b"Content-Type: application/pdf\r\n\r\n" + PLAIN)[1] == []


@pytest.mark.parametrize(("content", "packing"), [(b"not packed at all", "/FlateDecode"), (b"x", "/NoSuchFilter")])
def test_a_part_of_a_page_that_cannot_be_read_is_missing_alone_and_told(content, packing):
    file = text_pages(2)
    broken = file.make_stream(b"")
    broken.write(content, filter=Name(packing))
    file.pages[1].obj.Contents = Array([broken, file.pages[1].obj.Contents])
    source, said = opened(packed(file))
    assert said == ["text.pdf: I116 warning: a part of what page 2 draws cannot be read, and is missing (get the file again if you can)"]
    assert "Page2" in Reader(on_sheets(source)).texts[1]


def written(*objects: bytes) -> bytes:
    """A PDF of objects as they are; the first is its catalogue."""
    bodies = [b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, 1)]
    *offsets, end = accumulate(map(len, bodies), initial=len(b"%PDF-1.7\n"))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, end)
    return b"%PDF-1.7\n" + b"".join(bodies) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


CATALOGUE, TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 200 200]>>"


def test_a_tree_of_pages_that_leads_back_to_itself_is_refused():
    assert "I101" in refused(written(CATALOGUE, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"))


def test_a_tree_of_pages_without_end_is_refused():
    branches = [b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (number + 1, number - 1) for number in range(2, 3000)]
    assert "I101" in refused(written(CATALOGUE, *branches, b"<</Type/Page/MediaBox[0 0 9 9]>>"))


def test_objects_in_objects_without_end_do_no_harm():
    chain = [b"<</Next %d 0 R>>" % number for number in range(5, 200_000)]
    source, _ = opened(written(CATALOGUE, TREE, b"<</Type/Page/Parent 2 0 R/Resources 4 0 R>>", *chain, b"null"))
    assert Reader(on_sheets(source)).file.pages


@pytest.mark.parametrize("times", [1, 2])
def test_a_content_that_unpacks_without_end_is_not_unpacked_to_its_end(times):
    bomb = zlib.compress(bytes(400_000_000), 9)
    stream = b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (b"/FlateDecode " * times, len(bomb), bomb)
    source, said = opened(written(CATALOGUE, TREE, b"<</Type/Page/Parent 2 0 R/Contents[4 0 R 4 0 R]>>", stream))
    assert any("I116 warning: a part of what page 1 draws cannot be read" in one for one in said)
    assert len(on_sheets(source)) < 10_000


def test_very_many_parts_that_cannot_be_read_are_not_all_tried():
    file = text_pages(1)
    broken = [file.make_stream(b"") for _ in range(60)]
    for number, stream in enumerate(broken):
        stream.write(b"not packed %d" % number, filter=Name.FlateDecode)
    file.pages[0].obj.Contents = Array(broken)
    assert "I101 error: the PDF is damaged and could not be repaired: most of what its pages draw cannot be read" in refused(packed(file))


@pytest.mark.parametrize(
    "entry",
    [
        b"/Contents 17", b"/Contents[null 5 (a)]", b"/Contents 99 0 R", b"/Resources[1]", b"/Resources 3 0 R", b"/Group 5", b"/Rotate 99999999999999999999",
        b"/UserUnit 1e400", b"/Annots 7", b"/Annots[1 null (a) [] <<>>]", b"/Annots[<</Subtype/Stamp/F 4/AP 5>>]", b"/Annots[<</Subtype/Stamp/F 4/AP<</N[]>>>>]",
        b"/Annots[<</Subtype/M#e4rz/F(x)/AP<</N<</J#fcli 1>>>>>>]", b"/TrimBox[/a/b/c/d]", b"/CropBox 5", b"/Parent 3 0 R",
    ],
)  # fmt: skip
def test_a_page_with_a_senseless_entry_is_printed_or_refused(entry):
    data = written(CATALOGUE, TREE, b"<</Type/Page/Parent 2 0 R%s>>" % entry)
    try:
        source, _ = opened(data)
        assert len(Reader(on_sheets(source)).file.pages) == 1
    except PublishError as error:
        assert error.diagnostic.code in ("I101", "I104", "I107")


SENSELESS = (
    b"/Info 5", b"/ViewerPreferences 5", b"/ViewerPreferences<</Direction 5>>", b"/Metadata 5", b"/Names 5", b"/Names<</JavaScript 5>>", b"/AcroForm 5",
    b"/AcroForm<</Fields 5/NeedAppearances true>>", b"/AcroForm<</SigFlags/x/Fields[2 0 R]>>", b"/Outlines 5", b"/MarkInfo 5", b"/OpenAction 5",
    b"/OCProperties 5", b"/OCProperties<</D 5/OCGs 5>>", b"/OutputIntents 5", b"/Lang 5",
)  # fmt: skip


@pytest.mark.parametrize("entry", SENSELESS)
def test_a_catalogue_with_a_senseless_entry_is_no_hindrance(entry):
    data = written(CATALOGUE[:-2] + entry + b">>", TREE, b"<</Type/Page/Parent 2 0 R>>")
    assert len(Reader(on_sheets(opened(data)[0])).file.pages) == 1


# Whatever comes ---------------------------------------------------------------------------------------------


def printed_or_refused(data: bytes) -> None:
    try:
        source, _ = opened(data)
        assert pikepdf.open(io.BytesIO(on_sheets(source))).pages
    except PublishError as error:
        assert error.diagnostic.code in {"I101", "I103", "I104", "I105", "I106", "I107"}
        assert len(error.diagnostic.message) < 400


@given(st.binary(max_size=400), st.booleans())
@settings(max_examples=150, deadline=None)
def test_bytes_at_random_are_refused(noise, with_header):
    printed_or_refused((b"%PDF-1.4\n1 0 obj " if with_header else b"") + noise)


def rich() -> Pdf:
    """A file with something of all that is looked into."""
    file = text_pages(3, TrimBox=[10, 20, 300, 400], BleedBox=[0, 0, 310, 410], Rotate=90, UserUnit=2)
    shared = font(file)
    annotate(file, 1, "Stamp", [0, 0, 50, 50], drawn(file, "1 0 0 rg 0 0 50 50 re f", 50, 50), OC=layer(file, "Draft", shown=False))
    annotate(file, 2, "Link", [0, 0, 50, 50])
    field = annotate(file, 3, "Widget", [0, 0, 90, 20], FT=Name.Tx, T=String("name"), V=String("Rosa"), DA=String("/F1 12 Tf"))
    file.Root.AcroForm = Dictionary(Fields=Array([field]), NeedAppearances=True, DR=Dictionary(Font=Dictionary(F1=shared)))
    file.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    add_page(file, shared, "q", "Q", MediaBox=[0, 0, 500, 500], Group=Dictionary(S=Name.Transparency))
    file.docinfo.Title = String("Night")
    return file


RICH = (saved(rich(), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable), packed(rich()), locked(rich()))


@given(st.sampled_from(RICH), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=8)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_pdf_with_bytes_changed_anywhere_is_printed_or_refused(whole, changes):
    for where, gone, new in changes:
        at = int(where * len(whole))
        whole = whole[:at] + new + whole[at + gone :]
    printed_or_refused(whole)


WORDS = [b"/Count", b"/Kids", b"/Type", b"/MediaBox", b"/Rotate", b"/UserUnit", b"/Contents", b"/Resources", b"/Annots", b"/AP", b"/OC", b"/F", b"/Fields"]
VALUES = [b" null ", b" 0 ", b" -1 ", b" 99999999999999999999 ", b" (x) ", b" /N ", b" [] ", b" <<>> ", b" 1 0 R ", b" 5 0 R ", b"[[[[", b">>"]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 5), st.sampled_from(VALUES)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_pdf_with_values_of_the_wrong_kind_is_printed_or_refused(changes):
    whole = RICH[0]
    for word, which, value in changes:
        head, *rest = whole.split(word)
        which = min(which, len(rest) - 1)
        whole = word.join([head, *(value + part if number == which else part for number, part in enumerate(rest))])
    printed_or_refused(whole)


def test_nothing_is_printed_about_a_damaged_file(capfd):
    for data in (RICH[0].replace(b"/Kids [", b"/Kids [ null 7 "), RICH[1][:-60], RICH[0].replace(b"endstream", b"")):
        printed_or_refused(data)
    assert capfd.readouterr() == ("", "")


# Beside the content ------------------------------------------------------------------------------------------


def said_of_dropping(file: Pdf) -> list[str]:
    return opened(packed(file))[1]


def dropped(*what: str) -> list[str]:
    return [f"text.pdf: I110 info: the sheets leave out what has no use on paper: {', '.join(what)}"]


def test_links_bookmarks_and_tags_are_named_where_there_are_any():
    file = text_pages(2)
    annotate(file, 1, "Link", [0, 0, 50, 50], A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    assert said_of_dropping(file) == dropped("links")
    with file.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("One", 0))
    file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
    assert said_of_dropping(file) == dropped("links", "bookmarks", "tags for screen readers")


def test_scripts_files_and_films_are_named_where_there_are_any():
    file = text_pages(1)
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    assert said_of_dropping(file) == dropped("scripts")
    file.attachments["plan.txt"] = b"at nine"
    annotate(file, 1, "Movie", [0, 0, 50, 50])
    assert said_of_dropping(file) == dropped("scripts", "attached files", "sound and film")


def test_nothing_of_a_link_is_left_on_the_sheet():
    file = text_pages(1)
    annotate(file, 1, "Link", [0, 0, 50, 50], A=Dictionary(S=Name.URI, URI=String("https://example.org")), Border=Array([0, 0, 1]))
    sheets = on_sheets(opened(packed(file))[0])
    assert b"example.org" not in sheets and b"/Annots" not in sheets


def inked(data: bytes, left: int, bottom: int) -> bool:
    """Whether the first page is dark at a point."""
    picture = pictures(data, dots=72)[0].convert("L")
    return picture.getpixel((left, picture.height - bottom)) < 128


def noted(flags: int, subtype: str = "Stamp") -> Pdf:
    file = made()
    add_page(file, font(file), "", MediaBox=[0, 0, *A5])
    annotate(file, 1, subtype, [100, 100, 150, 150], drawn(file, "0 g 0 0 50 50 re f", 50, 50), F=flags)
    return file


@pytest.mark.parametrize("subtype", ["Stamp", "Ink", "FreeText", "Highlight"])
def test_what_was_stamped_and_drawn_for_printing_is_on_the_sheet(subtype):
    source, said = opened(packed(noted(4, subtype)))
    assert said == []
    assert inked(on_sheets(source), 125, 125)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_stamp_is_where_a_reader_shows_it_also_on_a_turned_page(turn):
    file = text_pages(1, Rotate=turn)
    annotate(file, 1, "Stamp", [250, 400, 380, 440], drawn(file, "0 0.4 0 rg 0 0 100 50 re f 1 g 5 5 20 10 re f", 100, 50))
    data = packed(file)
    source, _ = opened(data)
    width, height = source.sizes[0].width, source.sizes[0].height
    imposition = Imposition(width, height, (Face(1, False, (Placed(1, (1, 0, 0, 1, 0, 0), (0, 0, width, height)),)),))
    assert assert_pages_look_the_same(data, source.sizes, draw(imposition, source), imposition) == 1


@pytest.mark.parametrize("flags", [0, 4 | 2])
def test_comments_that_are_not_meant_for_printing_are_left_out_and_named(flags):
    source, said = opened(packed(noted(flags)))
    assert said == dropped("comments that are not meant for printing")
    assert not inked(on_sheets(source), 125, 125)


def form_file(**entries) -> Pdf:
    file = made()
    shared = font(file)
    add_page(file, shared, "", MediaBox=[0, 0, *A5])
    field = annotate(file, 1, "Widget", [100, 100, 300, 130], FT=Name.Tx, T=String("name"), V=String("Rosa"), DA=String("/F1 12 Tf 0 g"), **entries)
    file.Root.AcroForm = Dictionary(Fields=Array([field]), DR=Dictionary(Font=Dictionary(F1=shared)), DA=String("/F1 12 Tf 0 g"))
    return file


def test_what_a_form_was_filled_in_with_is_on_the_sheet():
    file = form_file()
    resources = Dictionary(Font=Dictionary(F1=font(file)))
    file.pages[0].Annots[0].AP = Dictionary(N=drawn(file, "BT /F1 12 Tf 2 8 Td (Rosa) Tj ET", 200, 30, Resources=resources))
    source, said = opened(packed(file))
    assert said == dropped("the filling in of its form")
    assert Reader(on_sheets(source)).texts == ["Rosa"]


def test_a_form_whose_fields_are_yet_to_be_drawn_is_drawn():
    file = form_file()
    file.Root.AcroForm.NeedAppearances = True
    assert Reader(on_sheets(opened(packed(file))[0])).texts == ["Rosa"]


def test_a_ticked_box_is_ticked_and_another_is_not_whatever_its_states_are_called():
    file = made()
    add_page(file, font(file), "", MediaBox=[0, 0, *A5])
    fields = []
    for left, state in ((100, "/Ja"), (200, "/Off")):
        states = Dictionary({"/Ja": drawn(file, "0 g 0 0 20 20 re f", 20, 20), "/Off": drawn(file, "", 20, 20)})
        box = annotate(file, 1, "Widget", [left, 100, left + 20, 120], FT=Name.Btn, T=String(state), V=Name(state), AS=Name(state))
        box.AP = Dictionary(N=states)
        fields.append(box)
    file.Root.AcroForm = Dictionary(Fields=Array(fields))
    data = saved(file, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(b"/Ja", b"/J\xe4")
    sheets = on_sheets(opened(data)[0])
    assert (inked(sheets, 110, 110), inked(sheets, 210, 110)) == (True, False)
