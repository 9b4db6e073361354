"""The broadsheet, page by page: columns that are even and stand line by line, under a headline that goes across."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.layout.page import PageGeometry, page_geometry
from publish.measures.shapes import shape
from publish.model.nodes import Align, Cell, Heading, Table
from publish.styles import Style, find_style
from publish.workflows.reading import Wanted, read_manuscript
from tests.writers.pdfs import Printed, Word, printed
from tests.writers.sample import book, chapter, contact, demands, everything, note, paragraph, text
from tests.writers.test_pdf_pages import overlapping

ROOT = Path(__file__).parents[1]
SAMPLES = ("caravan.md", "es-plaza.md", "night-buses.md", "reader")
SENTENCE = "nobody at the depot could say who had taken the bench away, or why the lamp had gone with it; "
SHORT = "Who took the bench away?"


def broadsheet() -> Style:
    return find_style("broadsheet", ROOT)


def geometry(name: str) -> PageGeometry:
    settings, trim = broadsheet().settings, shape(name)
    return page_geometry(trim.width, trim.height, settings.margins, settings.leading)


@cache
def sample(name: str, on: str = "a4") -> Printed:
    made = read_manuscript(ROOT / "manuscripts" / name, Wanted(), Report()).book
    return printed(made, broadsheet(), shape=on)


@cache
def prose(paragraphs: int, on: str = "a4") -> Printed:
    """Plain paragraphs of all lengths, under a headline."""
    lengths = [1, 2, 3, 5, 7, 4, 9, 2, 6, 3, 8, 5, 1, 4]
    blocks = [paragraph(f"Paragraph {number}: {SENTENCE * lengths[number % 14]}") for number in range(paragraphs)]
    return printed(book(chapter(*blocks, title=""), publisher=""), broadsheet(), shape=on)


def columns_of(words: list[Word], page: PageGeometry, count: int) -> list[list[Word]]:
    """The words of a page's text by columns; what goes across belongs to none."""
    width = page.measure / count
    columns: list[list[Word]] = [[] for _ in range(count)]
    for word in (word for word in words if word.top > page.top - 6):
        columns[min(count - 1, int((word.left - page.inner) / width))].append(word)
    return columns


def lines_of(column: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(column, key=lambda word: word.top):
        if lines and word.top - lines[-1][0].top < 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def leading_of(columns: list[list[Word]]) -> float:
    """From line to line as it was printed: a page may be saved by a little less."""
    steps = Counter(round(below[0].top - above[0].top, 2) for column in columns for above, below in pairwise(lines_of(column)))
    return steps.most_common(1)[0][0]


# All that is made --------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ["a4", "a3", "a5"])
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_lost_and_nothing_stands_over_anything_else(name: str, on: str):
    made = sample(name, on)
    assert made.losses == []
    assert {number: found for number, words in enumerate(made.pdf.words, 1) if (found := overlapping(words))} == {}


@pytest.mark.parametrize("on", ["a4", "letter", "a3", "tabloid"])
def test_text_keeps_out_of_the_margins(on: str):
    page = geometry(on)
    for words in sample("night-buses.md", on).pdf.words:
        for word in words:
            assert page.inner - 2 <= word.left and word.right <= page.width - page.outer + 2, word
            assert word.top > 0 and word.bottom < page.height, word


def test_a_book_with_everything_in_it_is_all_there():
    assert printed(everything(), broadsheet()).losses == []


# Columns -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "count"), [("a4", 3), ("letter", 3), ("a3", 4), ("tabloid", 4), ("a5", 2)])
def test_a_line_has_some_forty_letters_on_any_page(on: str, count: int):
    columns = columns_of(prose(50, on).pdf.words[1], geometry(on), count)
    lengths = [len(" ".join(word.text for word in line)) for column in columns for line in lines_of(column)]
    full = sorted(lengths)[len(lengths) * 3 // 4]
    assert 37 <= full <= 46


@pytest.mark.parametrize("paragraphs", [2, 3, 4, 5, 7, 10, 21, 34, 37])
def test_columns_end_at_the_same_height_where_the_text_ends(paragraphs: int):
    words = prose(paragraphs).pdf.words[-1]
    page = geometry("a4")
    # On a page with the headline the columns begin below it, with the first paragraph.
    top = next((word.top for word in words if word.text == "Paragraph" and len(prose(paragraphs).pdf.words) == 1), 0)
    columns = columns_of([word for word in words if word.top >= top - 1], page, 3)
    ends = [max(word.bottom for word in column) for column in columns if column]
    assert len(ends) == 3
    assert max(ends) - min(ends) <= 2 * leading_of(columns) + 0.1


def test_the_lines_of_all_columns_stand_at_the_same_heights():
    for words in prose(80).pdf.words[1:]:
        columns = columns_of(words, geometry("a4"), 3)
        heights = [line[0].top for column in columns for line in lines_of(column)]
        assert len(heights) > 30
        span = max(heights) - heights[0]
        leading = span / round(span / leading_of(columns))
        assert all(abs((height - heights[0] + leading / 2) % leading - leading / 2) < 0.1 for height in heights)


def test_columns_fill_the_page_where_the_text_goes_on():
    counts = [len(lines_of(column)) for words in prose(80).pdf.words[1:-1] for column in columns_of(words, geometry("a4"), 3)]
    most = max(counts)
    assert most >= geometry("a4").lines
    assert set(counts) <= {most, most - 1, most - 2}  # one or two may be saved from standing alone


def test_every_column_begins_at_the_top_also_below_a_heading():
    page = geometry("a4")
    blocks = []
    for number in range(60):
        blocks += [Heading(2, text(f"Heading {number}."), id=f"h{number}"), paragraph(SENTENCE * (1 + number % 5))]
    made = printed(book(chapter(*blocks, title="")), broadsheet(), shape="a4")
    headed = 0
    for words in made.pdf.words[1:-1]:
        columns = [lines_of(column) for column in columns_of(words, page, 3)]
        headed += sum(column[0][0].text == "Heading" for column in columns)
        # A head's letters reach a little higher or lower in their line than those of the text.
        assert max(column[0][0].top for column in columns) - min(column[0][0].top for column in columns) < 3
        for column in columns:
            assert "Heading" not in (column[-1][0].text, column[-2][0].text)
    assert headed > 0


def test_lines_of_right_to_left_text_begin_in_the_right_column():
    hebrew = "הספסל נלקח מן התחנה ואיש לא ידע מדוע כבו הפנסים ברחוב. " * 12
    made = printed(book(chapter(*(paragraph(f"{n} {hebrew}") for n in range(1, 4)), title=""), lang="he"), broadsheet(), shape="a4")
    page = geometry("a4")
    first = next(word for word in made.pdf.words[0] if word.text == "1")
    last = next(word for word in made.pdf.words[0] if word.text == "3")
    assert first.left > page.width * 2 / 3 and last.left < page.width * 2 / 3
    assert made.losses == []


# The parts ---------------------------------------------------------------------------------------


def test_the_headline_goes_across_and_the_text_begins_below_it():
    words = sample("night-buses.md").pdf.words[0]
    page = geometry("a4")
    largest = max(word.bottom - word.top for word in words)
    headline = [word for word in words if word.bottom - word.top > largest - 1]
    assert " ".join(word.text for word in headline) == "The Last Bus Is Also the First"
    assert max(word.right for word in headline) - page.inner > 0.8 * page.measure
    assert sample("night-buses.md").pdf.page_of("On the second Friday in January") == 1


def test_folio_lines_name_the_publisher_first_and_then_the_text_the_date_and_the_page():
    def head(number: int) -> str:
        words = sample("night-buses.md").pdf.words[number - 1]
        return " ".join(word.text for word in words if word.bottom < geometry("a4").top - 6)

    assert head(1) == "Four O’Clock Press, Staithby 12 February 2024"
    assert head(2) == "2 The Last Bus Is Also the First 12 February 2024"
    assert head(3) == "The Last Bus Is Also the First 12 February 2024 3"


def test_demands_and_contact_stand_below_the_text_across_all_columns():
    made = printed(book(chapter(paragraph(SENTENCE * 20), title=""), demands(), contact()), broadsheet(), shape="a4")
    (words,), page = made.pdf.words, geometry("a4")
    body = max(word.bottom for word in words if word.text.startswith("bench"))
    items = {word.text: word for word in words if word.text in ("1", "2", "3", "4")}
    assert set(items) == {"1", "2", "3", "4"}
    assert all(word.top > body for word in items.values())
    assert len({round(word.left) for word in items.values()}) == 2
    where = next(word for word in words if "nights@example.org" in word.text)
    assert where.top > max(word.bottom for word in items.values()) and where.bottom < page.height


def test_notes_come_at_the_end_and_none_is_lost_or_told_of():
    blocks = [paragraph(SENTENCE * 2, note(f"This is note {number}, and it is not long.")) for number in range(40)]
    made = printed(book(chapter(*blocks, title="")), broadsheet())
    assert made.losses == []
    assert [said for said in made.said if "P104" in said] == []
    page = made.pdf.page_of("This is note 39,")
    assert page == len(made.pdf.words)


def test_there_is_no_cover_no_title_page_and_no_contents_unless_asked_for():
    made = sample("night-buses.md")
    assert "Contents" not in " ".join(made.pdf.texts)
    assert made.pdf.page_of("What leaves at twenty to midnight") == 1


def test_a_page_that_would_hold_only_the_contact_is_saved():
    assert len(sample("es-plaza.md").pdf.words) == 1
    assert len(sample("caravan.md").pdf.words) == 2


def test_two_hundred_words_take_half_a_page():
    made = printed(book(chapter(paragraph(SENTENCE * 10), title=""), demands()), broadsheet(), shape="a4")
    (words,) = made.pdf.words
    assert max(word.bottom for word in words) < 0.6 * geometry("a4").height


def test_texts_of_several_authors_each_have_their_headline_and_follow_one_another():
    pdf = sample("reader").pdf
    pages = [pdf.page_of(head) for head in ("The Lift at Number Nine by", "The Sleeve by", "Against the Sealed Box by")]
    assert pages == sorted(pages)
    assert pages[-1] <= 3


def test_chapters_that_are_short_run_on():
    sections = [chapter(paragraph(SENTENCE * 5), title=f"{SHORT} {number}", name=f"c{number}") for number in range(4)]
    made = printed(book(*sections), broadsheet(), shape="a4")
    assert len(made.pdf.words) == 1


# Tables ------------------------------------------------------------------------------------------


def table(columns: int, rows: int) -> Table:
    cells = [tuple(Cell.of(text(f"r{row}c{column}")) for column in range(columns)) for row in range(rows)]
    return Table((Align.NONE,) * columns, (tuple(Cell.of(text(f"head{column}")) for column in range(columns)),), tuple(cells))


def test_a_wide_table_goes_across_all_columns():
    made = printed(book(chapter(paragraph(SENTENCE * 9), table(8, 4), paragraph(SENTENCE * 9), title=""), publisher=""), broadsheet(), shape="a4")
    (words,), page = made.pdf.words, geometry("a4")
    across = [word for word in words if word.text.startswith("head")]
    assert made.losses == []
    assert max(word.right for word in across) - min(word.left for word in across) > 0.8 * page.measure
    assert len({round(word.top) for word in across}) == 1


def test_a_long_table_goes_on_in_the_next_column_with_its_heads():
    made = printed(book(chapter(paragraph(SENTENCE * 4), table(3, 90), paragraph(SENTENCE * 4), title=""), publisher=""), broadsheet(), shape="a4")
    (words,) = made.pdf.words
    assert made.losses == []
    assert sum(word.text == "head0" for word in words) >= 2


def test_a_short_table_is_not_parted():
    for before in (9, 12, 15):
        made = printed(book(chapter(paragraph(SENTENCE * before), table(3, 8), paragraph(SENTENCE * 12), title=""), publisher=""), broadsheet(), shape="a4")
        rows = [word for words in made.pdf.words for word in words if word.text.endswith("c0")]
        assert len({round(word.left) for word in rows}) == 1
