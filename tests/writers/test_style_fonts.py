"""The families that styles and settings ask for are found, or said to be missing with file and line."""

from __future__ import annotations

import shutil
import struct
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import Report
from publish.styles import find_style, known_styles
from publish.typesetting.fonts.families import family_folders, font_file
from publish.typesetting.fonts.font_names import families_in
from publish.typesetting.fonts.style_fonts import font_folders, report_missing
from publish.workflows.building import build
from publish.workflows.reading import Wanted
from tests.writers.pdfs import Pdf

pytestmark = pytest.mark.fonts

ROOT = Path(__file__).parents[2]
FONTIN = font_file("Fontin-Regular")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The folder of manuscript and styles, in which we are."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_style(folder: Path, says: str, css: str = "") -> Path:
    style = folder / "styles" / "own"
    style.mkdir(parents=True)
    (style / "style.yaml").write_text(f"extends: pamphlet\n{says}", encoding="utf-8")
    (style / "print.css").write_text(css, encoding="utf-8")
    return style


def said(folder: Path) -> list[str]:
    report = Report()
    report_missing(find_style("own", folder), report)
    return [str(found) for found in report.diagnostics]


# What a font file holds ---------------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(file for folder in family_folders().values() for file in folder.glob("*-Regular.[to]tf")), ids=lambda file: file.name)
def test_a_font_says_what_family_it_is_of(file):
    assert any(name.startswith(file.parent.name) for name in families_in(file))


def test_a_collection_says_all_its_families(tmp_path):
    fonts = [font_file(name).read_bytes() for name in ("Fontin-Regular", "Lato-Regular")]
    starts = [20, 20 + len(fonts[0])]
    moved = [_moved(font, start) for font, start in zip(fonts, starts, strict=True)]
    file = tmp_path / "both.ttc"
    file.write_bytes(struct.pack(">4sIIII", b"ttcf", 0x10000, 2, *starts) + b"".join(moved))
    assert {"Fontin", "Lato"} <= families_in(file)


def _moved(font: bytes, start: int) -> bytes:
    """A font whose tables are counted from the beginning of the collection it is put into."""
    (count,) = struct.unpack_from(">H", font, 4)
    moved = bytearray(font)
    for at in range(12, 12 + 16 * count, 16):
        (offset,) = struct.unpack_from(">I", font, at + 8)
        struct.pack_into(">I", moved, at + 8, offset + start)
    return bytes(moved)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"ttcf\0\0\0\1\xff\xff\xff\xff", b"\0\1\0\0\0\1\0\0\0\0\0\0name\0\0\0\0\0\0\0\x1c\0\0\1\0"]))
def test_what_is_no_font_has_no_family_and_does_no_harm(tmp_path_factory, data, head):
    file = tmp_path_factory.getbasetemp() / "broken.ttf"
    file.write_bytes(head + data)
    assert all(isinstance(name, str) for name in families_in(file))


# What is missing ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", known_styles(ROOT))
def test_our_styles_ask_for_nothing_that_is_not_there(name):
    report = Report()
    report_missing(find_style(name, ROOT), report)
    assert report.diagnostics == []


def test_a_family_that_nobody_has_is_said_where_it_is_named(folder):
    make_style(folder, "fonts:\n  text: Brill\n  sans: source sans3\n")
    assert said(folder) == [
        "styles/own/style.yaml:3: S111 warning: there is no font of the family `Brill`, and another is used "
        "(put its files into the folder `fonts` beside this file)"
    ]


def test_a_name_that_is_nearly_right_is_put_right(folder):
    make_style(folder, "fonts: {text: EB Garamont}\n")
    assert "(did you mean `EB Garamond`? else put its files" in said(folder)[0]


def test_families_named_in_a_style_sheet_are_looked_at_too(folder):
    css = (
        "/* font-family: Nothing */\n"
        "h1 { font-family: Brill, serif }\n"
        "h2 { font: 700 1rem/1 'Brill', serif }\n"
        "h3 { font-family: var(--sans), Brill }\n"
        "h4 { font-family: Brill, 'EB Garamond' }\n"
        "h5 { font-family: inherit } h6 { font: bold 1rem serif }\n"
        "p { font-family: 'Noto Sans SC' }\n"
    )
    make_style(folder, "", css)
    assert [line.partition(" S111")[0] for line in said(folder)] == ["styles/own/print.css:2:", "styles/own/print.css:3:"]


@pytest.mark.parametrize("css", ["h1 { font-family: Fontin }", "@font-face { font-family: Own; src: url(data:,) }\nh1 { font-family: Own }"])
def test_what_a_style_brings_along_is_there(css, folder):
    style = make_style(folder, "fonts: {text: Fontin}\n", css)
    (style / "fonts").mkdir()
    shutil.copy(FONTIN, style / "fonts")
    assert said(folder) == []


def test_a_family_of_ours_that_a_style_names_is_shown_to_its_pages_only(folder):
    assert font_folders(find_style("pamphlet", folder)) == ()
    make_style(folder, "fonts: {text: Lato}\n", "h1 { font-family: Poppins }")
    assert [path.name for path in font_folders(find_style("own", folder))] == ["Lato", "Poppins"]


@pytest.mark.parametrize("css", ["font:" * 200_000, "@font-face{" * 100_000, "h1{font-family:a}" * 50_000, "/*" * 300_000])
def test_a_sheet_made_to_keep_us_busy_does_not(css, folder):
    make_style(folder, "", css)
    style = find_style("own", folder, None, Report())
    start = time.process_time()
    report_missing(style, Report())
    assert time.process_time() - start < 5


# On the page ----------------------------------------------------------------------------------------


def built(folder: Path, report: Report) -> Pdf:
    (folder / "night.md").write_text("---\ntitle: Night\nlang: en\n---\n\nAll night the buses ran.\n", encoding="utf-8")
    (file,) = build(folder / "night.md", Wanted(formats=("pdf",), out=folder / "out"), report)
    return Pdf(file.read_bytes())


def test_a_house_sets_its_publications_in_fonts_of_its_own(folder, report):
    (folder / "publish.yaml").write_text("fonts:\n  text: Fontin\n  sans: Lato\n", encoding="utf-8")
    (folder / "fonts").mkdir()
    shutil.copy(FONTIN, folder / "fonts")
    fonts = built(folder, report).run("pdffonts", "FILE")
    assert "+Fontin" in fonts
    assert "+Lato-Bold" in fonts
    assert "Garamond" not in fonts
    assert [found for found in report.diagnostics if found.code == "S111"] == []


def test_a_house_font_that_is_missing_is_said_at_its_line(folder, report):
    (folder / "publish.yaml").write_text("style: pamphlet\nfonts:\n  text: Fontinn\n", encoding="utf-8")
    assert "EB-Garamond" in built(folder, report).run("pdffonts", "FILE")
    assert str(report.diagnostics[0]).startswith("publish.yaml:3: S111 warning: there is no font of the family `Fontinn`")


@pytest.mark.parametrize("name", ['X"} body { color: red', "a{b", r"a\22 b", "x" * 200, "/* a"])
def test_a_family_that_cannot_be_one_is_refused_with_its_line(name, folder, report):
    (folder / "publish.yaml").write_text(f"fonts:\n  sans: '{name}'\n", encoding="utf-8")
    (folder / "night.md").write_text("All night.\n", encoding="utf-8")
    assert build(folder / "night.md", Wanted(formats=("epub",), out=folder / "out"), report) == []
    assert str(report.diagnostics[0]).startswith(f"publish.yaml:2: C125 error: `{name[:30]}")


def test_a_page_for_which_a_style_is_not_made_is_remarked_on(folder):
    (folder / "night.md").write_text("---\ntitle: Night\nlang: en\n---\n\nAll night.\n", encoding="utf-8")
    for shape, remarks in (("a5", []), ("120x190mm", []), ("a3", ["larger"]), ("60x90mm", ["smaller"])):
        found = Report()
        build(folder / "night.md", Wanted(formats=("pdf",), shape=shape, out=folder / "out"), found)
        assert [one.message.split()[2] for one in found.diagnostics if one.code == "S112"] == remarks
