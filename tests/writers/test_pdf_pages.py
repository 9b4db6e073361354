"""Pages as a printer looks at them: nothing over anything else, nothing in the margins, line facing line."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from publish.diagnostics import Report
from publish.layout.page import PageGeometry, page_geometry
from publish.measures.shapes import shape
from publish.model.nodes import Heading
from publish.styles import find_style
from publish.typesetting.page_setup import suited
from publish.workflows.reading import Wanted, read_manuscript
from tests.writers.pdfs import Printed, Word, printed
from tests.writers.sample import book, chapter, everything, paragraph, style, text

ROOT = Path(__file__).parents[2]
SAMPLES = ("caravan.md", "es-plaza.md", "night-buses.md", "reader")
SHAPES = ("a5", "a6", "half-letter")


def geometry(name: str) -> PageGeometry:
    trim = shape(name)
    settings = suited(style(), trim.width, trim.height).settings
    return page_geometry(trim.width, trim.height, settings.margins, settings.leading)


@cache
def sample(name: str, shape: str) -> Printed:
    manuscript = ROOT / "manuscripts" / name
    made = read_manuscript(manuscript, Wanted(), Report()).book
    return printed(made, find_style("pamphlet", ROOT), shape=shape)


def overlapping(words: list[Word]) -> list[tuple[str, str]]:
    """Pairs of words of which one stands over a good part of the other; words with a drop cap have lines beside them."""
    found = []
    usual = median(word.bottom - word.top for word in words) if words else 0
    ordered = sorted((word for word in words if word.bottom - word.top < 2.5 * usual or len(words) < 40), key=lambda word: word.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top >= one.bottom:
                break
            width = min(one.right, other.right) - max(one.left, other.left)
            height = min(one.bottom, other.bottom) - max(one.top, other.top)
            smaller = min((word.right - word.left) * (word.bottom - word.top) for word in (one, other))
            if width > 0.5 and height > 0 and width * height > 0.35 * smaller:
                found.append((one.text, other.text))
    return found


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("page_shape", SHAPES)
def test_nothing_stands_over_anything_else(name, page_shape):
    made = sample(name, page_shape)
    assert made.losses == []
    assert {number: found for number, words in enumerate(made.pdf.words, 1) if (found := overlapping(words))} == {}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("page_shape", SHAPES)
def test_text_keeps_out_of_the_margins_but_for_punctuation_that_hangs(name, page_shape):
    page = geometry(page_shape)
    for number, words in enumerate(sample(name, page_shape).pdf.words, 1):
        left = page.inner if number % 2 else page.outer
        right = page.width - (page.outer if number % 2 else page.inner)
        for word in words:
            hangs = 0 if word.text[0].isalnum() and word.text[-1].isalnum() else 2
            assert left - 1 - hangs <= word.left and word.right <= right + 1 + hangs, (number, word)
            assert word.top > 0 and word.bottom < page.height, (number, word)


@pytest.mark.parametrize("page_shape", SHAPES)
def test_a_book_with_everything_in_it_keeps_in_order_too(page_shape):
    made = printed(everything(), shape=page_shape)
    assert made.losses == []
    assert {number: found for number, words in enumerate(made.pdf.words, 1) if (found := overlapping(words))} == {}


# Prose --------------------------------------------------------------------------------------------


@cache
def prose() -> Printed:
    """Plain paragraphs of all lengths; each begins with its number, and ends with it."""
    sentence = "nobody at the depot could say who had taken the bench away, or why the lamp had gone with it; "
    lengths = [1, 2, 3, 5, 7, 4, 9, 2, 6, 3, 8, 5, 1, 4] * 5
    paragraphs = [paragraph(f"B{number} {sentence * length}E{number}.") for number, length in enumerate(lengths)]
    return printed(book(chapter(*paragraphs, title="")), chapters="run-on", cover="no")


def lines_of(words: list[Word]) -> list[list[Word]]:
    """The lines of body text on a page, without running head and folio."""
    page = geometry("a5")
    body = [word for word in words if page.top - 6 < word.top and word.bottom < page.height - page.bottom + 6]
    lines: dict[int, list[Word]] = {}
    for word in body:
        lines.setdefault(round(word.top), []).append(word)
    return [lines[top] for top in sorted(lines)]


def prose_pages() -> list[list[list[Word]]]:
    """The lines of each full page of prose."""
    return [lines_of(words) for words in prose().pdf.words[1:-1]]


def test_lines_stand_on_a_grid_that_is_the_same_on_every_page():
    leading = style().settings.leading
    tops = [line[0].top for page in prose_pages() for line in page]
    assert len(tops) > 200
    offsets = [(top - tops[0]) % leading for top in tops]
    assert all(min(offset, leading - offset) < 0.1 for offset in offsets)


def test_a_full_page_holds_the_lines_that_its_style_reckons_with():
    counts = Counter(len(page) for page in prose_pages())
    most = geometry("a5").lines
    assert set(counts) <= {most, most - 1, most - 2}  # one or two may be saved from standing alone
    assert counts[most] >= sum(counts.values()) / 2


def test_no_line_of_a_paragraph_stands_alone():
    for before, after in zip(prose_pages(), prose_pages()[1:], strict=False):
        last, first = before[-1], after[0]
        begins = [word.text for word in last if re.fullmatch(r"B\d+", word.text)]
        ends = [word.text for word in first if re.fullmatch(r"E\d+\.", word.text)]
        assert not begins or f"E{begins[0][1:]}." in [word.text for word in last]
        assert not ends or f"B{ends[0][1:-1]}" in [word.text for word in first]


def test_a_heading_is_never_left_at_the_foot():
    filler = "Nobody at the depot could say who had taken the bench away. "
    blocks = []
    for number in range(60):
        blocks += [Heading(2 + number % 2, text(f"Heading {number}."), id=f"h{number}"), paragraph(filler * (1 + number % 7))]
    made = printed(book(chapter(*blocks)))
    for words in made.pdf.words:
        lines = lines_of(words)
        assert not lines or lines[-1][0].text != "Heading"


def test_a_lead_in_stays_with_its_list():
    from publish.model.nodes import List, ListItem

    filler = paragraph("Nobody at the depot could say who had taken the bench away. " * 3)
    blocks = []
    for number in range(40):
        items = tuple(ListItem((paragraph(f"thing {number}"),)) for _ in range(3))
        blocks += [filler, paragraph("They asked for:"), List(items)]
    for words in printed(book(chapter(*blocks))).pdf.words:
        lines = lines_of(words)
        assert not lines or " ".join(word.text for word in lines[-1]) != "They asked for:"
