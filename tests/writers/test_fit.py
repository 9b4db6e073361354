"""A book fills the pages it is asked to fill, or says by how much it does not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from publish.diagnostics import Severity
from publish.model.nodes import Role
from publish.model.walk import plain_text
from publish.styles import find_style
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, ordered, paragraph, style

WORDS = (
    "The last bus leaves the depot with three people on it and a driver who knows them all by name, "
    "and at the bridge it waits for the nurse who comes running down the steps with her coat over her arm. "
)
PLAIN = {"cover": "no", "title_page": "no", "contents": "no", "chapters": "run-on"}


def prose(paragraphs: int):
    # Every paragraph has a length of its own, so that pages do not all end alike.
    blocks = [paragraph(f"{number}. " + WORDS * (2 + number * 7 % 4)) for number in range(paragraphs)]
    demands = replace(chapter(ordered("A bus at one", "A bus at two"), title="What we want", name="wants"), role=Role.DEMANDS)
    return book(chapter(*blocks), demands)


@cache
def set_on(paragraphs: int, fit: str) -> Printed:
    return printed(prose(paragraphs), fit=fit, **PLAIN)


def codes(made: Printed) -> list[str]:
    return [found.code for found in made.report.diagnostics]


def pages(paragraphs: int) -> int:
    return set_on(paragraphs, "no").output.pages


@pytest.mark.parametrize("more", [-1, 1])
def test_a_text_is_set_on_a_page_more_or_less_and_nothing_is_lost(more):
    wanted = pages(40) + more
    made = set_on(40, str(wanted))
    assert made.output.pages == wanted
    assert len(made.pdf.words) == wanted
    assert made.losses == []
    (said,) = [found for found in made.report.diagnostics if found.code == "P117"]
    assert said.severity is Severity.INFO
    assert re.match(rf"set on {wanted} pages: letters [\d.]+ % {'wider' if more > 0 else 'narrower'}", said.message)


def test_a_text_that_fits_is_not_changed():
    made = set_on(40, str(pages(40)))
    assert made.output.data == set_on(40, "no").output.data
    assert "P117" not in codes(made)


def test_two_builds_that_fit_give_the_same_bytes():
    wanted = str(pages(40) - 1)
    assert printed(prose(40), fit=wanted, **PLAIN).output.data == set_on(40, wanted).output.data


def test_text_is_never_smaller_than_its_style_allows():
    tight = replace(style(), settings=replace(style().settings, smallest=11))
    wanted = str(pages(40) - 2)
    assert "P117" in codes(set_on(40, wanted))
    assert "P118" in codes(printed(prose(40), tight, fit=wanted, **PLAIN))


@pytest.mark.parametrize(("wanted", "said"), [(2, "many"), (40, "few")])
def test_what_cannot_be_set_says_by_how_many_lines_and_words_and_where(wanted, said):
    made = set_on(40, str(wanted))
    (found,) = [found for found in made.report.diagnostics if found.code == "P118"]
    assert found.severity is Severity.ERROR
    assert re.search(
        rf"this cannot be set on {wanted} pages: .*\d+ lines \(about \d+ words\) too {said} at the end of “The last bus home”, on page \d+", found.message
    )
    assert found.hint.startswith("cut so much" if said == "many" else "add so much")


def test_a_sheet_is_filled_from_the_nearest_number_in_reach():
    paragraphs = next(count for count in range(20, 60) if pages(count) == 9)
    made = set_on(paragraphs, "sheet")
    assert made.output.pages == 8
    assert "P119" not in codes(made)


def test_where_no_sheet_can_be_filled_the_text_stays_as_it_is_with_a_warning():
    made = set_on(1, "sheet")
    assert made.output.data == set_on(1, "no").output.data
    assert made.output.pages % 4
    (found,) = [found for found in made.report.diagnostics if found.code == "P119"]
    assert found.severity is Severity.WARNING
    assert "fill no whole number of sheets" in found.message


def test_a_page_that_can_be_left_out_is_named():
    paged = {**PLAIN, "title_page": "yes", "contents": "yes"}
    made = printed(prose(30), fit="3", **paged)
    (found,) = [found for found in made.report.diagnostics if found.code == "P118"]
    assert "`contents: no` or `title-page: no` would save a page" in found.hint


def test_a_style_is_left_as_it_is_by_fitting(tmp_path):
    before = find_style("pamphlet", tmp_path).settings
    set_on(40, str(pages(40) - 1))
    assert style().settings == before


def test_who_cuts_as_many_words_as_were_too_many_has_a_text_that_fits():
    wanted, blocks = pages(40) - 4, list(prose(40).sections[0].blocks)
    made = set_on(40, str(wanted))
    count = int(re.search(r"about (\d+) words", made.report.diagnostics[-1].message)[1])
    assert 0 < count < sum(len(words_of(block)) for block in blocks)
    while count > 0:
        count -= len(words_of(blocks.pop()))
    shorter = book(chapter(*blocks), prose(40).sections[1])
    assert "P118" not in codes(printed(shorter, fit=str(wanted), **PLAIN))


def test_who_adds_as_many_words_as_were_too_few_has_a_text_that_fits():
    wanted = pages(10) + 4
    made = set_on(10, str(wanted))
    count = int(re.search(r"about (\d+) words", made.report.diagnostics[-1].message)[1])
    more = paragraph(" ".join((WORDS.split() * count)[: count * 11 // 10]))
    longer = book(chapter(*prose(10).sections[0].blocks, more), prose(10).sections[1])
    assert "P118" not in codes(printed(longer, fit=str(wanted), **PLAIN))


def words_of(block) -> list[str]:
    return plain_text(block).split()
