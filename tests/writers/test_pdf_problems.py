"""What a PDF build says when something is missing or wrong, and what it never does: fetch, print, or fall over."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report, Severity
from publish.model.nodes import Figure, Image
from publish.styles import Style, find_style
from publish.typesetting.engine.starting import PANGO_HINT
from publish.typesetting.messages import Messages, StyleLines
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, everything, paragraph, picture, png, text

ROOT = Path(__file__).parents[2]
WITHOUT_PANGO = """
import cffi
def dlopen(self, name=None, flags=0):
    raise OSError(f"cannot load library '{name}': no such file")
cffi.FFI.dlopen = dlopen
import runpy, sys
sys.argv = ["publish", *sys.argv[1:]]
runpy.run_module("publish", run_name="__main__")
"""


def own_style(folder: Path, css: str) -> Style:
    style = folder / "styles" / "own"
    style.mkdir(parents=True)
    (style / "style.yaml").write_text("extends: pamphlet\n")
    (style / "print.css").write_text(css, encoding="utf-8")
    return find_style("own", folder)


# Pango ------------------------------------------------------------------------------------------


def test_without_pango_one_message_says_how_to_get_it(tmp_path):
    command = [sys.executable, "-c", WITHOUT_PANGO, "build", "manuscripts/caravan.md", "-f", "pdf", "-o", str(tmp_path / "out")]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    said = [line for line in run.stderr.splitlines() if "info" not in line]
    assert run.returncode == 1
    assert run.stdout == ""
    assert len(said) == 1
    assert "P101 error: PDFs need the Pango library, and it is not there" in said[0]
    assert PANGO_HINT in said[0]
    assert not (tmp_path / "out").exists()


def test_the_hint_names_each_system():
    assert all(system in PANGO_HINT for system in ("Debian/Ubuntu: sudo apt", "Fedora: sudo dnf", "macOS: brew", "Windows: "))


def test_without_harfbuzz_subset_fonts_are_cut_down_all_the_same(monkeypatch):
    """Then fontTools does it, whose import was put off."""
    import weasyprint.pdf.fonts

    assert printed(book()).losses == []
    monkeypatch.setattr(weasyprint.pdf.fonts, "harfbuzz_subset", None)
    made = printed(book())
    assert made.losses == []
    assert len(made.output.data) < 150_000
    assert "No syntax" in made.pdf.run("qpdf", "--check", "FILE")


# Styles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("css", "line", "words"), [
    ("p { colour: red }", 1, "colour"),
    ("\n\np { color: red;\n  margin: wide }", 4, "margin"),
    ("\nh1 { width: var(--no, 3) }\n:root { --no: 7frogs }\n.title-page { padding: var(--no) }", 2, "width"),
    ("@page {\n @top-middle { content: 'x' } }", 2, "@page"),
    ("@page { size: 3 frogs }", 1, "size"),
])  # fmt: skip
def test_what_a_style_says_in_vain_is_told_with_its_file_and_line(css, line, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = printed(book(), own_style(tmp_path, css)).said
    assert any(one.startswith(f"styles/own/print.css:{line}: P105 warning: ") and words in one for one in said)
    assert all("styles/own/print.css:" in one for one in said)


def test_a_selector_that_is_none_is_told_with_its_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = printed(book(), own_style(tmp_path, "p > > a { color: red }")).said
    assert said == ["styles/own/print.css: P105 warning: Invalid or unsupported selector, 'p > > a '"]


def test_our_own_styles_say_nothing_in_vain():
    assert printed(everything(), contents="yes", title_page="yes").said == []


def test_an_open_bracket_in_a_style_does_not_spoil_the_ones_it_builds_on(tmp_path):
    made = printed(book(), own_style(tmp_path, "p { color: red; "))
    assert made.losses == []
    assert made.output.pages == printed(book()).output.pages


def test_counters_of_a_style_are_known_to_the_page(tmp_path):
    css = "@counter-style dot { system: cyclic; symbols: 'Q'; suffix: '' }\nul > li { list-style-type: dot }"
    made = printed(everything(), own_style(tmp_path, css))
    assert made.said == []
    assert sum(word.text == "Q" for page in made.pdf.words for word in page) == 3


def test_lines_of_several_files_are_told_apart():
    lines = StyleLines()
    assert lines.apart("", "one\ntwo") == "one\ntwo"
    assert lines.apart("a.css", "x\ny\nz") == "\n\nx\ny\nz"
    lines.apart("b.css", "only")
    assert lines.place(1) is None
    assert [str(lines.place(line)) for line in (3, 5, 6)] == ["a.css:1", "a.css:3", "b.css:1"]


# What is not fetched ------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [
    "file:///etc/hostname", "http://127.0.0.1:9/x.png", "https://example.org/x.png", "ftp://example.org/x", "asset:other.png",
    "FILE:///etc/hostname", "//example.org/x.png", "x.png",
])  # fmt: skip
def test_a_style_fetches_nothing(address, tmp_path, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the net was asked"))
    css = f".lead {{ background: url('{address}') }}\nbody {{ list-style-image: url({address}) }}\n@import url('{address}');"
    made = printed(book(), own_style(tmp_path, css))
    codes = {said.partition(": P")[2][:3] or said[1:4] for said in made.said}
    assert made.report.failed or "105" in codes
    assert codes <= {"103", "105"}


def test_a_font_of_the_net_or_the_disk_is_not_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the net was asked"))
    css = "@font-face { font-family: X; src: url(file:///etc/hostname) }\n@font-face { font-family: Y; src: url(https://example.org/y) }"
    made = printed(book(), own_style(tmp_path, css))
    assert made.losses == []


def test_a_style_may_hold_pictures_of_its_own(tmp_path):
    import base64

    data = base64.b64encode(png()).decode()
    assert printed(book(), own_style(tmp_path, f".lead {{ background: url(data:image/png;base64,{data}) }}")).said == []


@pytest.mark.parametrize("name", [
    "a.png", "a b.png", "a%20b.png", "100%.png", "ü&<>'\".png", "a?b#c.png", "images/深/夜.png", "asset:a.png", "a+b=c;d.png",
    "data:x.png", "a\\b.png", "[1].png",
])  # fmt: skip
def test_pictures_are_found_whatever_they_are_called(name):
    made = printed(book(chapter(Figure(Image(name, "A lamp"), text("The lamp."))), assets=picture(name)))
    assert made.said == []
    objects = made.pdf.file.pages[0].Resources.XObject.values()
    assert [str(one.Subtype) for one in objects] == ["/Image"]


@pytest.mark.parametrize("inside", [
    '<image href="file:///etc/hostname" width="9" height="9"/>',
    '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/x.png" width="9" height="9"/>',
    '<use href="https://example.org/x.svg#a"/>',
    '<style>@import url(https://example.org/x.css); rect { fill: url(https://example.org/x.svg#a) }</style>',
])  # fmt: skip
def test_a_drawing_fetches_nothing(inside, monkeypatch):
    """Such drawings are refused before; here is the second lock."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the net was asked"))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>{inside}</svg>'.encode()
    made = printed(book(chapter(Figure(Image("a.svg", "A lamp"))), assets=picture("a.svg", "image/svg+xml", svg)))
    hostname = Path("/etc/hostname")
    secret = hostname.read_text().strip() if hostname.exists() else ""
    assert not secret or secret not in " ".join(made.pdf.texts)


def test_a_picture_that_cannot_be_read_is_an_error():
    broken = picture("a.png", data=b"\x89PNG\r\n\x1a\n nothing of the kind")
    said = printed(book(chapter(Figure(Image("a.png", "A lamp"))), assets=broken)).said
    assert ["P103" in found for found in said] == [True]
    assert "a picture cannot be shown: asset:a.png" in said[0]


# Bounds -----------------------------------------------------------------------------------------


def test_a_page_too_small_for_the_style_is_refused(tmp_path):
    style = own_style(tmp_path, "")
    (tmp_path / "styles" / "own" / "style.yaml").write_text("extends: pamphlet\nsize: 60\nleading: 70\n")
    style = find_style("own", tmp_path)
    with pytest.raises(PublishError, match="S110 error: a page of 105 by 148 mm has no room for text in this style"):
        printed(book(), style, shape="a6")


def test_words_longer_than_a_line_are_not_lost():
    made = printed(book(chapter(paragraph("x" * 400 + " " + "Donaudampfschifffahrt" * 12), title="y" * 120), title="z" * 90))
    assert made.losses == []


def test_a_folder_for_fontconfigs_notes_is_not_needed(tmp_path):
    environment = {**os.environ, "XDG_CACHE_HOME": "/dev/null/nowhere"}
    command = [sys.executable, "-m", "publish", "build", "manuscripts/es-plaza.md", "-f", "pdf", "-q", "-o", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert run.returncode == 0
    assert run.stderr == ""


def test_a_missing_library_is_told_once_a_run_with_what_installs_it() -> None:
    messages, report = Messages(StyleLines()), Report()
    for family in ("Noto Serif", "Noto Sans"):
        messages.emit(logging.LogRecord("weasyprint", logging.WARNING, "", 0, 'Using fontTools instead of HarfBuzz-Subset for font "%s".', (family,), None))
    with report.about("night.md") as own:
        messages.tell(everything(), own)
    assert [(found.code, found.severity) for found in report.diagnostics] == [("P141", Severity.INFO)]
    assert str(report.diagnostics[0]).startswith("P141 info: fonts are cut down slowly")
