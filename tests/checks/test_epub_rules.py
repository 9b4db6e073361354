"""Each rule about EPUBs finds what it is for, in words that say what to do, and nothing in what we make."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.checks.epub.font_rights import embedding
from publish.checks.epub.pixels import pixels
from publish.checks.epub.rules import EPUB_RULES, PAIR_RULES
from publish.checks.rules.looking import look
from publish.checks.rules.subjects import FileSubject, ManuscriptSubject
from publish.diagnostics import Diagnostic, Report, Severity, explained
from publish.styles import find_style, known_styles
from publish.typesetting.fonts.families import font_file
from publish.writers.epub.epub import write_epub
from tests.checks.epubs import Change, changed, made_of, replaced
from tests.command import ROOT
from tests.writers.sample import book, everything, gif, png, style

OPF, NAV, COVER, FONT = "EPUB/content.opf", "EPUB/contents.xhtml", "EPUB/images/cover.png", "EPUB/fonts/a.ttf"
SOUND = write_epub(everything(), style(), Report())


def without(pattern: str) -> Change:
    return lambda data: re.sub(pattern.encode(), b"", data, flags=re.DOTALL)


def with_meta(line: str) -> Change:
    return replaced("</metadata>", f"{line}</metadata>")


def with_item(name: str, media_type: str, data: bytes) -> dict[str, Change]:
    item = f'<item id="more" href="{name}" media-type="{media_type}"/></manifest>'
    return {OPF: replaced("</manifest>", item), f"EPUB/{name}": data}


def header(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and no more."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)


def font(rights: int, pack: bool = False) -> bytes:
    """A font with nothing but its rights."""
    table = struct.pack(">HhHHH", 4, 0, 400, 5, rights) + bytes(86)
    if pack:
        packed = zlib.compress(table)
        return struct.pack(">4sIIHH28x", b"wOFF", 0x10000, 64 + len(packed), 1, 0) + struct.pack(">4sIIII", b"OS/2", 64, len(packed), 96, 0) + packed
    return struct.pack(">IHHHH", 0x10000, 1, 16, 0, 0) + struct.pack(">4sIII", b"OS/2", 0, 28, 96) + table


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", bytes(50_000_000))
    return made.getvalue()


def entities() -> bytes:
    many = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi"))
    return f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{many}]><container>&i;</container>'.encode()


def damaged() -> bytes:
    """An EPUB in which the bytes of the cover are not what they were."""
    start = SOUND.index(COVER.encode()) + len(COVER) + 2000
    return SOUND[:start] + bytes(300) + SOUND[start + 300 :]


def large(size: int) -> bytes:
    """The sound EPUB with so many bytes more, which do not pack."""
    made = io.BytesIO(SOUND)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("EPUB/more.bin", bytes(size))
    return made.getvalue()


CONFORMS = '<meta property="dcterms:conformsTo">{}</meta>'
CHECKED = '<meta property="a11y:certifiedBy">A. Checker</meta>'
BROKEN: list[tuple[str, Callable[[], bytes] | dict[str, Change], str]] = [
    ("E201", lambda: b"", "it is no ZIP archive"),
    ("E201", lambda: b"%PDF-1.7 and no EPUB", "it is no ZIP archive"),
    ("E201", lambda: SOUND[:-1000], "it is no ZIP archive"),
    ("E201", damaged, "EPUB/images/cover.png in it is damaged"),
    ("E201", bomb, "it would unpack to 50 MB"),
    ("E201", {"META-INF/container.xml": entities()}, "it declares entities"),
    ("E201", {"META-INF/container.xml": None}, "it has no META-INF/container.xml"),
    ("E201", {"META-INF/container.xml": b"<container/>"}, "names no package document"),
    ("E201", {OPF: b"<package>"}, "EPUB/content.opf: it is no well-formed XML"),
    ("E201", {OPF: b"<a>" * 5000}, "EPUB/content.opf: more than 200 elements"),
    ("E202", lambda: large(41_000_000), "which is near the 50"),
    ("E202", lambda: large(51_000_000), "takes no more than 50"),
    ("E203", {OPF: replaced('properties="cover-image"', ""), COVER: header(1600, 2000)}, "no picture is named as the cover"),
    ("E204", {COVER: header(1000, 1600)}, "the cover has 1000 × 1600 pixels; Apple Books and Kobo ask for 1400"),
    ("E204", {COVER: header(3000, 4800)}, "14.4 million in all; Apple Books takes at most 5.6"),
    ("E205", {COVER: header(1600, 1600)}, "the cover is 1.00 times as high as it is wide"),
    ("E206", with_item("a.png", "image/png", header(3000, 2000)), "EPUB/a.png has 3000 × 2000 pixels, 6.0 million"),
    ("E207", with_item("a.ttf", "font/ttf", font(2)), "EPUB/a.ttf is a font that is not allowed to be carried in a file"),
    ("E207", with_item("a.woff", "font/woff", font(2, pack=True)), "EPUB/a.woff is a font that is not allowed to be carried in a file"),
    ("E207", with_item("a.otf", "application/vnd.ms-opentype", font(0x200)), "only as bitmaps"),
    ("E208", with_item("a.woff2", "font/woff2", b"wOF2" + bytes(60)), "what the font EPUB/a.woff2 allows cannot be read"),
    ("E209", {OPF: without("<dc:title.*?</dc:title>")}, "the metadata lacks a title"),
    ("E209", {OPF: without("<dc:language.*?</dc:language>")}, "the metadata lacks a language"),
    ("E209", {OPF: without("<dc:identifier.*?</dc:identifier>")}, "the metadata lacks an identifier"),
    ("E209", {OPF: without('<meta property="dcterms:modified".*?</meta>')}, "the time of the last change"),
    ("E210", {OPF: without("<dc:creator.*?</dc:creator>")}, "no author is named"),
    ("E210", {OPF: without("<dc:publisher.*?</dc:publisher>")}, "no publisher is named"),
    *(
        ("E211", {OPF: without(f'<meta property="schema:{name}".*?</meta>')}, f"(schema:{name})")
        for name in ("accessMode", "accessibilityFeature", "accessibilityHazard")
    ),
    *(
        ("E217", {OPF: without(f'<meta property="schema:{name}".*?</meta>')}, f"(schema:{name})")
        for name in ("accessModeSufficient", "accessibilitySummary")
    ),
    ("E212", {OPF: replaced(">readingOrder<", ">readingorder<")}, "“readingorder” is no word for schema:accessibilityFeature"),
    ("E213", {OPF: with_meta(CONFORMS.format("WCAG 2.2 AA") + CHECKED)}, "in words that no store knows"),
    ("E213", {OPF: with_meta(CONFORMS.format("EPUB Accessibility 1.1 - WCAG 2.2 Level AA"))}, "nobody is named who checked it"),
    ("E214", {NAV: replaced('epub:type="landmarks"', "")}, "the navigation lists no landmarks"),
    ("E214", {NAV: replaced('epub:type="bodymatter"', "")}, "do not lead to the place where the text begins"),
    ("E215", {OPF: replaced("<dc:language>en<", "<dc:language>en-GB-oxendict<")}, "“en-GB-oxendict”"),
]  # fmt: skip


def found(data: bytes) -> list[Diagnostic]:
    return list(look(EPUB_RULES, FileSubject("a.epub", data), "a.epub"))


@pytest.mark.parametrize(("code", "change", "words"), BROKEN, ids=[f"{code}-{words[:30]}" for code, _, words in BROKEN])
def test_each_rule_finds_what_it_is_for_and_no_other_rule_does(code: str, change, words: str):
    said = found(change() if callable(change) else changed(SOUND, change))
    assert [(one.code, words in one.message) for one in said] == [(code, True)]
    assert said[0].hint and said[0].place.file == "a.epub"


def test_what_must_be_said_of_accessibility_is_an_error_and_what_should_be_is_a_warning():
    severities = {rule.code: explained(rule.code).severity for rule in EPUB_RULES}
    assert (severities["E211"], severities["E217"]) == (Severity.ERROR, Severity.WARNING)


def second(metadata: str = "") -> bytes:
    """A sound EPUB 2 as others make them, with more metadata."""
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x</dc:identifier><dc:title>T</dc:title>
    <dc:language>en</dc:language><dc:creator>A</dc:creator><dc:publisher>P</dc:publisher>{metadata}</metadata>
    <manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/>
    <item id="c" href="c.png" media-type="image/png"/></manifest><spine toc="ncx"><itemref idref="p"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
    <rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>Words.</p></body></html>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in (("META-INF/container.xml", container), ("p.opf", package), ("toc.ncx", "<ncx/>"), ("p.xhtml", page)):
            archive.writestr(name, text)
        archive.writestr("c.png", header(1600, 2560))
    return made.getvalue()


COVERED = '<meta name="cover" content="c"/>'


def test_an_epub_2_is_judged_by_the_rules_of_epub_2():
    stated = "".join(f'<meta name="schema:{name}" content="textual"/>' for name in ("accessMode", "accessModeSufficient", "accessibilitySummary"))
    stated += '<meta name="schema:accessibilityFeature" content="readingOrder"/><meta name="schema:accessibilityHazard" content="none"/>'
    assert found(second(COVERED + stated)) == []
    assert {(one.code, one.severity) for one in found(second(COVERED))} == {("E217", Severity.WARNING)}
    assert "E203" in {one.code for one in found(second(stated))}
    assert "E212" in {one.code for one in found(second(COVERED + stated.replace("readingOrder", "readingorder")))}


def test_hints_fit_files_that_others_made():
    broken = changed(SOUND, {OPF: without("<dc:creator.*?</dc:creator>")})
    (foreign,), (own,) = found(broken), look(EPUB_RULES, FileSubject("a.epub", broken, ManuscriptSubject(book())), "a.epub")
    assert ("package document" in foreign.hint, "publish.yaml" in own.hint) == (True, True)
    for one in found(second()):
        assert not any(word in one.hint for word in ("Publish", "publish.yaml", "manuscript")), one.hint


def test_every_rule_is_shown_by_an_example():
    assert {code for code, _, _ in BROKEN} == {rule.code for rule in EPUB_RULES}


@pytest.mark.parametrize("name", ["caravan.md", "es-plaza.md", "night-buses.md", "reader", "stairwell.md"])
def test_no_sample_breaks_a_rule_gravely(name: str):
    said = list(look(EPUB_RULES, made_of(ROOT / "manuscripts" / name), name))
    assert {one.code for one in said} <= {"E210"}  # who wrote or published a text is its author's to say
    assert all(one.severity is not Severity.ERROR for one in said)


@pytest.mark.parametrize("name", known_styles(Path(__file__).parent))
def test_nothing_is_found_in_a_book_in_any_style(name: str):
    assert found(write_epub(everything(), find_style(name, Path(__file__).parent), Report())) == []


@pytest.mark.parametrize("lang", ["de", "ar", "zh-Hant", "pt-BR", "es-419"])
def test_languages_with_script_or_country_are_plain_enough(lang: str):
    assert found(write_epub(book(lang=lang), style(), Report())) == []


def test_a_claim_in_the_standards_words_with_who_checked_it_is_fine():
    claim = CONFORMS.format("EPUB Accessibility 1.1 - WCAG 2.2 Level AA") + CHECKED
    assert found(changed(SOUND, {OPF: with_meta(claim)})) == []


# Fonts and pictures -------------------------------------------------------------------------------


def test_our_own_fonts_may_be_embedded():
    item = with_item("a.ttf", "font/ttf", font_file("EBGaramond-Regular").read_bytes())
    assert found(changed(SOUND, item)) == []


@pytest.mark.parametrize("rights", [0, 4, 8, 2 | 4, 2 | 8, 0x100])
def test_of_several_rights_the_least_strict_counts(rights: int):
    assert found(changed(SOUND, with_item("a.ttf", "font/ttf", font(rights)))) == []


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
@pytest.mark.parametrize("size", [(1, 1), (300, 7), (16, 4000)])
def test_the_size_of_every_kind_of_picture_is_known(kind: str, size: tuple[int, int]):
    from PIL import Image

    for options in ({}, {"lossless": True}, {"exif": b"Exif\0\0" + bytes(70)}):
        data = io.BytesIO()
        Image.new("RGB", size).save(data, kind, **options)
        assert pixels(data.getvalue()) == size


STARTS = [b"", b"\xff\xd8", b"RIFF1234WEBPVP8X", b"RIFF1234WEBPVP8L", png()[:20], gif(1)[:7], font(2)[:30], font(2, pack=True)[:60]]


@given(st.binary(max_size=80), st.sampled_from(STARTS))
def test_no_bytes_make_looking_at_pictures_and_fonts_fail(data: bytes, start: bytes):
    pixels(start + data)
    embedding(start + data)


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=40))
def test_no_damage_to_an_epub_makes_the_rules_fail(at: int, data: bytes):
    said = found(SOUND[:at] + data + SOUND[at + len(data) :])
    assert all(one.message for one in said) and sum(one.code == "E201" for one in said) <= 1


def test_looking_at_bombs_is_quick():
    data, before = (bomb(), changed(SOUND, {OPF: entities()})), time.process_time()
    for one in data:
        assert [said.code for said in found(one)] == ["E201"]
    assert time.process_time() - before < 1


# With the PDF -------------------------------------------------------------------------------------


def pdf(labels: str, pages: int = 4) -> FileSubject:
    made, file = io.BytesIO(), pikepdf.new()
    for _ in range(pages):
        file.add_blank_page()
    file.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name(f"/{labels}"))])
    file.save(made)
    return FileSubject("a.pdf", made.getvalue())


def with_pages(*labels: str) -> FileSubject:
    links = "".join(f'<li><a href="cover.xhtml">{label}</a></li>' for label in labels)
    nav = f'<nav epub:type="page-list"><ol>{links}</ol></nav></body>'
    return FileSubject("a.epub", changed(SOUND, {NAV: replaced("</body>", nav)}))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (with_pages("1", "2", "3", "4"), pdf("D"), ""),
        (with_pages("2", "4"), pdf("D"), ""),  # pages without words are in no EPUB
        (with_pages("i", "ii"), pdf("r"), ""),
        (FileSubject("a.epub", SOUND), pdf("D"), ""),
        (with_pages("1", "5"), pdf("D"), "the page list names pages that a.pdf does not have: 5"),
        (with_pages("1", "2"), pdf("r"), "the page list names pages that a.pdf does not have: 1, 2"),
        (with_pages("2", "1"), pdf("D"), "not name its pages in the order of a.pdf"),
        (with_pages("1", "1"), pdf("D"), "each once"),
    ],
)
def test_a_page_list_must_be_that_of_the_pdf(first: FileSubject, second: FileSubject, words: str):
    said = [one.message for one in look(PAIR_RULES, (first, second), "a.epub")]
    assert [words in message for message in said] == ([True] if words else [])
