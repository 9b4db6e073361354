"""E-books in the engines that people read them with; what the samples look like in all of them ``make conformance`` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.layout.printed_pages import PageStart
from publish.writers.epub.epub import write_epub
from tests.checks.epubs import changed, replaced
from tests.reading_systems import epub_js, texts
from tests.writers.pdfs import tool
from tests.writers.sample import everything, style

PAGES = tuple(PageStart(str(number), number, "text", "the-last-bus", 40 * number) for number in range(1, 12))


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_epub(everything(), style(), Report(), PAGES)


def written(folder: Path, data: bytes) -> Path:
    file = folder / "book.epub"
    file.write_bytes(data)
    return file


def test_mupdf_says_every_word_in_order_and_nothing_that_is_hidden(tmp_path: Path, data: bytes):
    tool("mutool")
    assert list(texts.faults(written(tmp_path, data), texts.mupdf)) == []


def test_mupdf_prints_what_is_hidden_where_no_style_sheet_says_so(tmp_path: Path, data: bytes):
    tool("mutool")
    shown = changed(data, {"EPUB/style.css": replaced("[hidden] { display: none }", "")})
    assert any("what is hidden is printed: Landmarks" in said for said in texts.faults(written(tmp_path, shown), texts.mupdf))


def test_a_reader_made_with_epub_js_reaches_the_contents_the_notes_and_the_demands(tmp_path: Path, data: bytes):
    if lack := epub_js.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(lack)
    assert list(epub_js.faults([written(tmp_path, data)])) == []
    lost = changed(data, {"EPUB/contents.xhtml": replaced("text/06-demands.xhtml", "06-demands.xhtml")})
    assert any("06-demands.xhtml" in said for said in epub_js.faults([written(tmp_path, lost)]))
