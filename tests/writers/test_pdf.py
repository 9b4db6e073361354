"""What is on the pages of a PDF, how large they are, and what the file says of itself."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
import segno

from publish.measures.shapes import SHAPES, shape
from publish.writers.markup.qr import QUIET_ZONE
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, contact, demands, everything, paragraph

ROOT = Path(__file__).parents[2]


@cache
def everything_printed() -> Printed:
    return printed(everything(description="Why the night needs buses", keywords=("buses", "night work")))


def long_chapter(name: str = "one", words: int = 900):
    sentence = "Nobody at the depot could say who had taken the bench away, or why the lamp went with it."
    return chapter(*(paragraph(f"{number}. {sentence} {sentence}") for number in range(words // 38)), title=f"Chapter {name}", name=name)


# Pages ------------------------------------------------------------------------------------------


def test_words_stand_in_the_order_of_the_book():
    text = " ".join(everything_printed().pdf.texts)
    order = (
        "Night buses", "Ann Author and Bob Writer", "For those who wait", "last bus leaves at ten", "Foreword",
        "by Cy Third", "The last bus home", "At ten to one", "The square & the hour", "The depot, two in the morning", "vests,",
        "Sundays only", "Al final", "A smaller matter", "What we demand", "No sackings", "Figures and words", "11.40",
        "Layover", "nights@example.org", "Printed at the office",
    )  # fmt: skip
    start = 0
    for words in order:
        start = text.find(words, start)
        assert start >= 0, words


def test_nothing_is_lost_and_nothing_is_complained_about():
    assert everything_printed().losses == []
    assert everything_printed().said == []


def test_the_file_is_sound():
    assert "No syntax or stream encoding errors found" in everything_printed().pdf.run("qpdf", "--check", "FILE")


def test_output_tells_the_number_of_pages():
    assert everything_printed().output.pages == len(everything_printed().pdf.file.pages)


@pytest.mark.parametrize("name", ["a6", "dl", "half-letter", "a4", "tabloid", "120mm x 190mm", "50mm x 60mm"])
def test_a_page_has_the_size_of_its_shape(name):
    made = printed(book(), shape=name)
    wanted = shape(name)
    for page in made.pdf.file.pages:
        assert [float(side) for side in page.mediabox] == pytest.approx([0, 0, wanted.width, wanted.height], abs=0.01)
        assert [float(side) for side in page.trimbox] == pytest.approx([0, 0, wanted.width, wanted.height], abs=0.01)
    assert made.losses == []


def test_a_style_says_the_shape_where_nobody_else_does():
    made = printed(book())
    page = made.pdf.file.pages[0]
    assert float(page.mediabox[2]) == pytest.approx(SHAPES["a5"].width, abs=0.01)


# The title --------------------------------------------------------------------------------------


def test_a_short_text_begins_under_its_title():
    made = printed(book(chapter(paragraph("A few words."), title="")))
    assert made.output.pages == 1
    assert made.pdf.texts[0].startswith("Night buses What those who drive them")
    assert "A few words." in made.pdf.texts[0]


def test_a_long_text_without_a_cover_has_a_title_page():
    made = printed(book(long_chapter()), cover="no")
    assert "Nobody at the depot" not in made.pdf.texts[0]
    assert made.pdf.texts[0].endswith("Night Shift Press")


@pytest.mark.parametrize(("setting", "words", "alone"), [("yes", 10, True), ("no", 900, False)])
def test_the_author_decides_about_the_title_page(setting, words, alone):
    made = printed(book(long_chapter(words=max(words, 40))), title_page=setting, cover="no")
    assert ("Nobody at the depot" not in made.pdf.texts[0]) is alone


def test_a_long_title_is_set_in_lines_of_even_length():
    made = printed(book(long_chapter(), title="The night buses of Staithby and the people who wait for them in the rain"))
    lines: dict[int, list] = {}
    for word in made.pdf.words[0]:
        if word.bottom - word.top > 25:
            lines.setdefault(round(word.top), []).append(word)
    widths = [max(word.right for word in words) - min(word.left for word in words) for words in lines.values()]
    assert len(widths) >= 3
    assert min(widths) > 0.6 * max(widths)


# Sections ---------------------------------------------------------------------------------------


def test_demands_have_a_page_of_their_own():
    pdf = everything_printed().pdf
    page = pdf.texts[pdf.page_of("No sackings") - 1]
    assert page.startswith("What we demand The night workers demand:")
    assert "A smaller matter" not in page
    assert "Figures and words" not in page
    assert [word.text for word in pdf.words[pdf.page_of("No sackings") - 1] if word.text in list("1234")] == list("1234")


def test_the_contact_page_shows_its_address_as_a_code():
    made = printed(book(chapter(paragraph("Words.")), contact()))
    drawn = _squares(made.pdf.file.pages[made.pdf.page_of("or come on Thursdays") - 1])
    matrix = segno.make("mailto:nights@example.org", micro=False, error="m").matrix
    assert drawn == {(x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def _squares(page) -> set[tuple[int, int]]:
    """The dark squares of the page's one figure: level lines one square high, on a white ground whose corners are whole numbers."""
    squares, inside, start = set(), False, (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                inside = str(operands[0]) == "/Figure"
            case "m" if inside:
                start = tuple(map(float, operands))
            case "l" if inside:
                end, y = map(float, operands)
                if y % 1:
                    assert start[1] == y
                    squares |= {(x, int(y)) for x in range(int(start[0]), int(end))}
    return squares


def test_demands_are_set_smaller_where_there_are_many():
    few, items = demands(), demands().blocks[0].items
    many = replace(few, blocks=(replace(few.blocks[0], items=items * 3),))
    heights = [
        next(word.bottom - word.top for page in printed(book(section)).pdf.words for word in page if word.text == "sackings;") for section in (few, many)
    ]
    assert heights[1] < heights[0]


# The file ---------------------------------------------------------------------------------------


def test_fonts_are_ours_and_embedded():
    rows = [line.split() for line in everything_printed().pdf.run("pdffonts", "FILE").splitlines()[2:]]
    families = {row[0].partition("+")[2].partition("-")[0] for row in rows}
    assert families
    assert {name.replace("-", "") for name in families} <= {"EB", "EBGaramond", "Source", "SourceSans3", "Gentium", "Noto"}
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)  # embedded, a part of it, with its letters' meaning


def test_the_file_says_what_it_is():
    file = everything_printed().pdf.file
    assert str(file.docinfo["/Title"]) == "Night buses"
    assert str(file.docinfo["/Author"]) == "Ann Author, Bob Writer"
    assert str(file.docinfo["/Subject"]) == "Why the night needs buses"
    assert str(file.docinfo["/Keywords"]) == "buses, night work"
    assert str(file.Root.Lang) == "en"
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == "Night buses"


@pytest.mark.parametrize(("date", "epoch", "shown"), [
    ("2024-05-01", "", "D:20240501"), ("2024", "", "D:2024"), ("", "", None),
    ("2024-05-01", "86400", "D:19700102000000Z"), ("", "1700000000", "D:20231114221320Z"), ("2024-05-01", "now", "D:20240501"),
])  # fmt: skip
def test_the_date_is_the_publications_or_the_builds_and_never_the_clocks(date, epoch, shown, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    made = printed(book(chapter(paragraph("Words."), title=""), date=date))
    assert str(made.pdf.file.docinfo.get("/CreationDate")).rstrip("'0").startswith(str(shown).rstrip("'0"))
    assert "/ModDate" not in made.pdf.file.docinfo


def test_the_same_manuscript_gives_the_same_bytes_in_every_process(tmp_path):
    sums = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "publish", "build", "manuscripts/caravan.md", "-f", "pdf", "-o", str(tmp_path)]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
        sums.add(hashlib.sha256((tmp_path / "caravan.pdf").read_bytes()).hexdigest())
    assert len(sums) == 1


def test_nothing_of_this_machine_is_in_the_file():
    for name in (str(ROOT), str(Path.home()), "file:", "/tmp/"):
        assert name.encode() not in _open_streams(everything_printed().output.data)


def _open_streams(data: bytes) -> bytes:
    opened = io.BytesIO()
    pikepdf.open(io.BytesIO(data)).save(opened, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return opened.getvalue()
