"""What a file says to be, and that it is."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
import rendercv_fonts
from PIL import ImageCms

from publish.diagnostics import PublishError, Report
from publish.measures.print_job import PrintJob
from publish.prepress.pdf_standards import moment
from publish.prepress.press_file import PressSheet, press_file
from publish.prepress.profiles import find_profile, read_profile
from tests.prepress.inks import (
    check_syntax,
    data_uri,
    difference,
    ink_cover,
    laid_out,
    opened,
    pictures_of,
    saved,
    see_through,
    separations,
)

MM = 72 / 25.4
XMP = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/", "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}  # fmt: skip
PLAIN = "<h1>Night</h1><p>A <a href='https://example.org/'>link</a> and <a href='#a'>another</a>.<p id=a style='break-before: page'>Words."


def pressed(data: bytes, made: str = "2024-05-01", report: Report | None = None, folder: Path | None = None, **settings) -> bytes:
    return press_file(data, PrintJob(**settings), PressSheet(3 * MM, ("Night",), made=made), report or Report(), folder)[""]


def packet(data: bytes) -> dict[str, str]:
    """What the metadata in XML say, by name."""
    with opened(data) as pdf:
        text = pdf.Root.Metadata.read_bytes().decode()
    root = ElementTree.fromstring(re.sub(r"<\?xpacket.*?\?>", "", text))
    names = {address: prefix for prefix, address in XMP.items()}
    found = {}
    for element in root.find(".//rdf:Description", XMP):
        address, _, name = element.tag[1:].partition("}")
        found[f"{names[address]}:{name}"] = "".join(element.itertext()).strip()
    return found


# PDF/X ------------------------------------------------------------------------------------------

KINDS = {
    "x-4": ("1.6", "PDF/X-4", None, "pdfxid:GTS_PDFXVersion"),
    "x-3": ("1.3", "PDF/X-3:2002", None, "pdfx:GTS_PDFXVersion"),
    "x-1a": ("1.3", "PDF/X-1:2001", "PDF/X-1a:2001", "pdfx:GTS_PDFXVersion"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ink", ["black", "cmyk"])
def test_a_file_says_what_it_is_in_both_places(kind: str, ink: str) -> None:
    version, name, conformance, key = KINDS[kind]
    data = pressed(laid_out(PLAIN), pdf_standard=kind, ink=ink)
    check_syntax(data)
    said = packet(data)
    with opened(data) as pdf:
        info = pdf.docinfo
        assert pdf.pdf_version == version and len(pdf.trailer.ID) == 2
        assert str(info.GTS_PDFXVersion) == said[key] == name
        assert (str(info.GTS_PDFXConformance) if conformance else info.get("/GTS_PDFXConformance")) == conformance == said.get("pdfx:GTS_PDFXConformance")
        assert str(info.Trapped) == "/False" and said["pdf:Trapped"] == "False"
        assert str(info.Title) == said["dc:title"] == "Night"
        assert str(info.CreationDate) == str(info.ModDate) == "D:20240501000000Z"
    assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == said["xmp:MetadataDate"] == "2024-05-01T00:00:00Z"
    assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", said["xmpMM:DocumentID"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_names_the_press_it_is_made_for(kind: str) -> None:
    with opened(pressed(laid_out(PLAIN), pdf_standard=kind, ink="cmyk")) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), intent.DestOutputProfile.N) == ("/GTS_PDFX", 4)
        profile = find_profile("", None)
        assert intent.DestOutputProfile.read_bytes() == profile.data
        assert str(intent.OutputConditionIdentifier) == profile.name


@pytest.mark.parametrize(("kind", "profile", "name"), [("x-1a", "", "FOGRA39"), ("x-3", "cgats tr 001", "CGATS TR 001")])
def test_in_black_the_older_kinds_name_a_condition_that_is_registered(kind: str, profile: str, name: str) -> None:
    with opened(pressed(laid_out(PLAIN), pdf_standard=kind, profile=profile)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.OutputConditionIdentifier), str(intent.RegistryName)) == (name, "http://www.color.org")
        assert "/DestOutputProfile" not in intent


def test_the_newest_kind_holds_a_profile_in_black_too() -> None:
    with opened(pressed(laid_out(PLAIN), pdf_standard="x-4")) as pdf:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 4


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_what_only_screens_need_is_dropped(kind: str) -> None:
    source = opened(laid_out(PLAIN, pdf_variant="pdf/ua-1"))
    source.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    data = pressed(saved(source), pdf_standard=kind)
    with opened(data) as pdf:
        assert {str(key) for key in pdf.Root} <= {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
        for page in pdf.pages:
            assert not {"/Annots", "/StructParents", "/AA", "/Tabs"} & {str(key) for key in page.obj}
    assert b"JavaScript" not in data and b"pdfuaid" not in data


@pytest.mark.parametrize("kind", ["x-3", "x-1a"])
def test_a_transparent_picture_is_laid_on_what_lies_below(kind: str) -> None:
    picture = f"<img src='{data_uri(see_through())}' style='width: 40mm'>"
    body = f"<p>{picture}</p><div style='background: #ccc; padding: 4mm; width: 50mm'>{picture.replace('40mm', '41mm')}</div>"
    one, other = body.split("</p>")
    for part in (one, other):
        data = pressed(laid_out(part), pdf_standard=kind, marks=())
        assert b"/SMask" not in data and b"/ca" not in data and b"/Group" not in data
        plain = pressed(laid_out(part), marks=())
        assert difference(pictures_of(plain)[0], pictures_of(data)[0]) < 0.004
        assert pictures_of(data)[0].convert("L").getextrema()[0] < 120


def test_in_four_inks_it_is_laid_on_the_inks_below() -> None:
    picture = data_uri(see_through())
    body = f"<div style='background: device-cmyk(.5 0 0 0); width: 50mm; padding: 5mm'><img src='{picture}' style='width: 40mm'></div>"
    data = pressed(laid_out(body), pdf_standard="x-1a", ink="cmyk", marks=())
    middle = tuple(round((3 + 12 + along) * MM) for along in (5 + 20, 5 + 15))
    cyan = separations(data)["cyan"].getpixel(middle)
    assert 110 < cyan < 200  # mostly the ground that shows through the window


TRANSPARENT = {
    "a colour that lets through": "<p style='color: rgba(0, 0, 0, .5)'>Night",
    "a box that lets through": "<div style='opacity: .5'><p>Night</div>",
    "a gradient that ends in nothing": "<div style='height: 9mm; background: linear-gradient(red, transparent)'></div>",
    "a picture on words": f"<p style='position: absolute'>Words<p style='position: absolute; left: 1mm'><img src='{data_uri(see_through())}'>",
}


@pytest.mark.parametrize("kind", TRANSPARENT)
def test_other_transparency_is_refused_with_its_page(kind: str) -> None:
    body = f"<p>First</p><div style='break-before: page'>{TRANSPARENT[kind]}</div>"
    with pytest.raises(PublishError, match=r"N121.*PDF/X-1a:2001 knows no transparency, and there is some on page 2 .*x-4"):
        pressed(laid_out(body), pdf_standard="x-1a")
    assert pressed(laid_out(body), pdf_standard="x-4")


def test_fonts_of_the_newer_kind_are_embedded_in_the_older_way() -> None:
    file = Path(rendercv_fonts.__file__).parent / "XCharter" / "XCharter-Regular.otf"
    face = f"@font-face {{font-family: Charter; src: url({file.as_uri()})}}"
    source = laid_out("<p style='font-family: Charter'>Night buses", face)
    assert b"OpenType" in source
    data = pressed(source, pdf_standard="x-1a", marks=())
    with opened(data) as pdf:
        kinds = {str(thing.Subtype) for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Subtype" in thing and "/Length1" not in thing}
    assert "/CIDFontType0C" in kinds and "/OpenType" not in kinds
    assert difference(pictures_of(pressed(source, marks=()))[0], pictures_of(data)[0]) < 0.001


def test_a_file_without_a_date_is_no_pdf_x() -> None:
    source = opened(laid_out(PLAIN))
    del source.docinfo["/CreationDate"]
    with pytest.raises(PublishError, match=r"N122.*PDF/X-4 states when a file was made.*date: 2024-05-01"):
        pressed(saved(source), made="", pdf_standard="x-4")
    assert "xmp:CreateDate" not in packet(pressed(saved(source), made=""))


@pytest.mark.parametrize(
    ("written", "iso", "pdf"),
    [
        ("2024", "2024-01-01T00:00:00Z", "D:20240101000000Z"),
        ("2024-05-01", "2024-05-01T00:00:00Z", "D:20240501000000Z"),
        ("2024-05-01T12:30:00+02:00", "2024-05-01T12:30:00+02:00", "D:20240501123000+02'00'"),
        ("D:20240501123000+02'00'", "2024-05-01T12:30:00+02:00", "D:20240501123000+02'00'"),
        ("D:2024", "2024-01-01T00:00:00Z", "D:20240101000000Z"),
    ],
)
def test_dates_are_written_as_each_place_wants_them(written: str, iso: str, pdf: str) -> None:
    found = moment(written)
    assert (found.iso, found.pdf) == (iso, pdf)


def test_what_is_no_date_is_none() -> None:
    assert moment("") is moment("May 2024") is None


@pytest.mark.parametrize("kind", ["", *KINDS])
@pytest.mark.parametrize("ink", ["black", "cmyk"])
def test_the_same_pages_give_the_same_bytes(kind: str, ink: str) -> None:
    assert pressed(laid_out(PLAIN), pdf_standard=kind, ink=ink) == pressed(laid_out(PLAIN), pdf_standard=kind, ink=ink)


def test_titles_are_safe_in_the_metadata() -> None:
    source = opened(laid_out(PLAIN))
    source.docinfo["/Title"] = "Bread & <Roses>\x00"
    assert packet(pressed(saved(source), pdf_standard="x-4"))["dc:title"] == "Bread & <Roses>"


# PDF/A and PDF/UA -------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "said"), [("ua-1", b"pdfuaid"), ("a-2a", b"pdfaid"), ("a-3a", b"pdfaid")])
@pytest.mark.parametrize("ink", ["black", "cmyk"])
def test_tags_metadata_and_links_of_the_layout_are_kept(kind: str, said: bytes, ink: str) -> None:
    options = {"output_intent": "srgb"} if kind != "ua-1" else {}
    data = pressed(laid_out(PLAIN, pdf_variant=f"pdf/{kind}", **options), pdf_standard=kind, ink=ink)
    check_syntax(data)
    with opened(data) as pdf:
        assert said in pdf.Root.Metadata.read_bytes()
        assert "/StructTreeRoot" in pdf.Root and len(pdf.pages[0].obj.Annots) == 2
        intents = list(pdf.Root.get("/OutputIntents", []))
        if ink == "cmyk":
            assert [(str(intent.S), intent.DestOutputProfile.N) for intent in intents] == [("/GTS_PDFX" if kind == "ua-1" else "/GTS_PDFA1", 4)]
    assert ink_cover(data)[0][3] > 0


@pytest.mark.parametrize("kind", ["ua-1", "a-2a"])
def test_pages_that_were_laid_out_otherwise_are_refused(kind: str) -> None:
    with pytest.raises(PublishError, match="N124.*not laid out as PDF/"):
        pressed(laid_out(PLAIN), pdf_standard=kind)


# Profiles ---------------------------------------------------------------------------------------


def test_the_profile_of_the_author_is_used(tmp_path: Path, report: Report) -> None:
    (tmp_path / "press.icc").write_bytes(find_profile("", None).data)
    assert pressed(laid_out(PLAIN), ink="cmyk", profile="press.icc", folder=tmp_path, report=report)
    assert report.diagnostics == []


def test_a_profile_that_was_found_is_named(report: Report) -> None:
    pressed(laid_out(PLAIN), ink="cmyk", report=report)
    (found,) = report.diagnostics
    assert found.code == "N108" and find_profile("", None).name in found.message


def test_a_profile_is_known_by_its_file_and_by_its_own_name() -> None:
    profile = find_profile("", None)
    assert find_profile(profile.name.upper(), None) == find_profile("default_cmyk.icc", None) == find_profile("default_cmyk", None)


def test_no_profile_is_read_beside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.icc").write_bytes(find_profile("", None).data)
    (tmp_path / "book").mkdir()
    with pytest.raises(PublishError, match="N104.*no profile `../mine.icc`"):
        find_profile("../mine.icc", tmp_path / "book")


def test_an_unknown_profile_is_answered_with_those_that_are_there() -> None:
    with pytest.raises(PublishError, match="N104.*did you mean `default_cmyk`.*this system has .*default_cmyk"):
        find_profile("defualt_cmyk", None)


def test_a_system_without_profiles_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("publish.prepress.profiles._FOLDERS", ())
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    with pytest.raises(PublishError, match="N101.*no CMYK profile.*ask the print shop"):
        find_profile("", None)


def test_a_file_that_is_no_profile_is_refused() -> None:
    with pytest.raises(PublishError, match="N102.*`cover.png` is not an ICC profile"):
        read_profile(b"\x89PNG", "cover.png")
    with pytest.raises(PublishError, match="N102.*damaged"):
        read_profile(find_profile("", None).data[:200], "half.icc")


def _header(space: bytes, kind: bytes) -> bytes:
    data = bytearray(128)
    data[12:16], data[16:20], data[36:40] = kind, space, b"acsp"
    return bytes(data)


@pytest.mark.parametrize(
    ("space", "kind", "words"),
    [
        (b"RGB ", b"mntr", "RGB colours of a screen"), (b"GRAY", b"prtr", "grey colours of a press"), (b"CMYK", b"link", "CMYK colours of a link of two devices"),
        (b"Lab ", b"abst", "Lab colours of abstract"), (b"CMYK", b"mntr", "CMYK colours of a screen"),
    ],
)  # fmt: skip
def test_a_profile_of_the_wrong_kind_is_refused_with_its_kind(space: bytes, kind: bytes, words: str) -> None:
    with pytest.raises(PublishError, match=f"N103.*wrong kind: it is for {words}"):
        read_profile(_header(space, kind), "odd.icc")


def test_a_screens_profile_is_refused() -> None:
    with pytest.raises(PublishError, match="N103.*RGB colours of a screen"):
        read_profile(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "srgb.icc")
