"""The styles that come along keep what they promise, on every kind of page: the specimen has them all."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

from publish.diagnostics import Report, Severity
from publish.styles import find_style, known_styles
from publish.styles.shelf import SPECIMEN
from publish.workflows.building import build
from publish.workflows.reading import Wanted
from tests.writers.pdfs import Pdf

ROOT = Path(__file__).parents[1]
MM = 72 / 25.4
_INKS = ("g", "G", "rg", "RG", "k", "K")
_PAINTING = (*_INKS, "re", "w")


@pytest.fixture(scope="session")
def specimen(tmp_path_factory):
    """Gives the specimen's PDF in a style and a shape, made once."""

    @cache
    def made(style: str, shape: str | None = None) -> Pdf:
        report = Report()
        files = build(SPECIMEN, Wanted(formats=("pdf",), style=style, shape=shape, out=tmp_path_factory.mktemp(style)), report)
        assert [str(found) for found in report.diagnostics if found.severity in (Severity.WARNING, Severity.ERROR)] == []
        return Pdf(files[0].read_bytes())

    return made


def sizes(pdf: Pdf) -> dict[float, str]:
    """The sizes of type in a PDF, each with a word of the texts that are set in it."""
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", pdf.run("pdftohtml", "-xml", "-stdout", "-i", "-zoom", "1", "-fontfullname", "FILE")))
    by_font = {font.get("id"): float(font.get("size")) for font in root.iter("fontspec")}
    return {by_font[text.get("font")]: "".join(text.itertext()) for text in root.iter("text") if "".join(text.itertext()).strip()}


def operations(pdf: Pdf) -> Iterator[tuple[list[float], str]]:
    """What is painted on the pages, drawings of the text left out: numbers and operator."""
    for page in pdf.file.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in _PAINTING:
                yield list(map(float, operands)), str(operator)


# Every style --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(set(known_styles(ROOT)) - {"base", "poster"}))
def test_the_specimen_is_whole_in_every_style(name, specimen):
    """Nothing is lost, and nothing to warn of, or the build would have said so."""
    text = " ".join(specimen(name).texts)
    for words in ("The Print Room", "How the machine came to us", "third floor", "isn’t anybody’s till it’s there", "Twelve pages", "Creep"):
        assert words in text


# Large print ----------------------------------------------------------------------------------------


def test_nothing_in_large_print_is_small(specimen):
    small = {size: words for size, words in sizes(specimen("large-print")).items() if size < 16}
    assert small == {}


def test_body_text_in_large_print_has_eighteen_points(specimen):
    pages = specimen("large-print")
    heights = [word.bottom - word.top for page in pages.words for word in page if word.text == "grievance"]
    assert find_style("large-print", ROOT).settings.size == 18
    assert len(heights) == 1
    assert heights[0] >= 18


def test_large_print_has_no_italics_and_no_small_capitals(specimen):
    fonts = specimen("large-print").run("pdffonts", "FILE")
    assert not re.search("italic|oblique|small-caps", fonts, re.IGNORECASE)
    assert "Bold" in fonts


def test_no_word_in_large_print_is_divided_and_no_line_stretched(specimen):
    pages = specimen("large-print")
    assert not any(word.text.endswith(("-", "\u2010")) for page in pages.words for word in page)
    # In lines that are not justified all gaps between words are alike, but for that behind a note's number.
    body = next(page for page in pages.words if any(word.text == "grievance" for word in page))
    rows: dict[float, list] = {}
    for word in body:
        rows.setdefault(round(word.bottom), []).append(word)
    gaps = [right.left - left.right for row in rows.values() for left, right in itertools.pairwise(row[1:]) if len(row) > 5]
    assert max(gaps) - min(gaps) < 1


def test_another_manuscript_is_large_too(tmp_path, report):
    (file,) = build(ROOT / "manuscripts" / "es-plaza.md", Wanted(formats=("pdf",), style="large-print", out=tmp_path), report)
    assert not any(found.severity in (Severity.WARNING, Severity.ERROR) for found in report.diagnostics)
    assert min(sizes(Pdf(file.read_bytes()))) >= 16


# Copier -----------------------------------------------------------------------------------------------


def test_the_copiers_pages_have_one_ink_and_no_tint(specimen):
    shades = {tuple(numbers) for numbers, operator in operations(specimen("copier")) if operator in _INKS}
    assert shades <= {(0,), (1,), (0, 0, 0), (1, 1, 1), (0, 0, 0, 1), (0, 0, 0, 0)}
    assert len(shades) > 0


def test_no_rule_of_the_copiers_is_thinner_than_a_point(specimen):
    painted = list(operations(specimen("copier")))
    rules = [abs(side) for numbers, operator in painted if operator == "re" for side in numbers[2:]]
    strokes = [numbers[0] for numbers, operator in painted if operator == "w"]
    assert len(rules) > 10
    assert [width for width in (*rules, *strokes) if 0 < width < 1] == []


@pytest.mark.parametrize("shape", ["a6", "a5", "b5"])
def test_nothing_of_the_copiers_comes_nearer_to_the_edge_than_eight_millimetres(shape, specimen):
    pdf = specimen("copier", shape)
    for number, page in enumerate(pdf.file.pages, 1):
        width, _height = (float(length) for length in page.mediabox[2:])
        picture = Image.open(io.BytesIO(_drawn(pdf, number)))
        edge = 8 * MM * picture.width / width
        inked = picture.convert("L").point(lambda shade: 255 if shade < 250 else 0).getbbox()
        if inked:
            left, top, right, bottom = inked
            assert min(left, top, picture.width - right, picture.height - bottom) >= edge - 1, (shape, number)


def _drawn(pdf: Pdf, number: int) -> bytes:
    """A page as a picture of 72 dots to the inch."""
    import subprocess

    from tests.writers.pdfs import tool

    command = [tool("pdftoppm"), "-r", "72", "-gray", "-png", "-f", str(number), "-l", str(number), "-"]
    return subprocess.run(command, input=pdf.data, capture_output=True, check=True).stdout


def test_the_copiers_folios_are_larger_than_its_text_and_bold(specimen):
    pdf = specimen("copier")
    settings = find_style("copier", ROOT).settings
    (folio,) = [word for word in pdf.words[8] if word.text == "9" and word.top > 500]
    assert folio.bottom - folio.top > settings.size * 1.2
    assert "XCharter-Bold" in pdf.run("pdffonts", "FILE")
