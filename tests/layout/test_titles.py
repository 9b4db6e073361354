"""Titles are broken into lines that a reader would draw, and set as large as leaves them so."""

from __future__ import annotations

import time
from statistics import pvariance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.layout.rough_width import rough_width as width
from publish.layout.titles import balance as balanced
from publish.layout.titles import fit

WORD = st.text("abcdefgimwMW,:—é", min_size=1, max_size=12)
TITLE = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
MEASURE = st.floats(2, 30)


def balance(text: str, measure: float) -> list[str]:
    return list(balanced(text, width, measure))


def greedy(text: str, measure: float) -> list[str]:
    """First fit: each line takes all it can."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}") <= measure:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@settings(max_examples=100, deadline=None)
@given(TITLE, MEASURE)
def test_words_stay_in_order(title, measure):
    assert " ".join(balance(title, measure)) == title


@settings(max_examples=100, deadline=None)
@given(TITLE, MEASURE)
def test_no_line_is_over_the_measure_unless_it_is_a_single_word(title, measure):
    assert all(width(line) <= measure or " " not in line for line in balance(title, measure))


@settings(max_examples=100, deadline=None)
@given(TITLE, MEASURE)
def test_there_are_no_more_lines_than_first_fit_needs(title, measure):
    assert len(balance(title, measure)) == len(greedy(title, measure))


PLAIN = st.lists(st.text("abdeghkmnopqsuvxyz", min_size=5, max_size=9), min_size=2, max_size=12).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(PLAIN, st.floats(6, 20))
def test_lines_are_at_least_as_even_as_those_of_first_fit(title, measure):
    """Where no word leans on the next and no mark gives pause, only evenness counts; the last line may be shorter."""

    def unevenness(lines: list[str]) -> float:
        slack = [max(0.0, measure - width(line)) for line in lines]
        return sum(each**2 for each in slack[:-1]) + 0.7 * slack[-1] ** 2

    assert unevenness(balance(title, measure)) <= unevenness(greedy(title, measure)) + 1e-6


@pytest.mark.parametrize(("title", "measure", "lines"), [
    ("Night buses", 20, ["Night buses"]),
    ("In Plain Sight: The Caravan of October 2018", 10, ["In Plain Sight:", "The Caravan", "of October 2018"]),
    ("The Last Bus Is Also the First", 10, ["The Last Bus", "Is Also the First"]),
    ("Donaudampfschifffahrtsgesellschaft heute", 8, ["Donaudampfschifffahrtsgesellschaft", "heute"]),
    ("", 10, [""]),
    ("夜班公交车", 10, ["夜班公交车"]),
    ("夜班公交车", 3, ["夜班公", "交车"]),
])  # fmt: skip
def test_lines_end_where_a_reader_draws_breath(title, measure, lines):
    assert balance(title, measure) == lines


def test_lines_are_evener_than_first_fit_makes_them():
    title = "What those who drive them and those who ride them at night want from the town"
    even, first = balance(title, 16), greedy(title, 16)
    assert pvariance(map(width, even)) < pvariance(map(width, first))


def test_a_title_as_long_as_a_page_takes_no_time():
    before = time.process_time()
    assert balance("word and word " * 1000, 12)
    assert time.process_time() - before < 2


# As large as they fit ------------------------------------------------------------------------------


def lines_at_largest(title: str) -> tuple[str, ...]:
    return fit(title, width, 1300, 1180, (48, 400), 1.02).lines


@pytest.mark.parametrize(("title", "lines"), [
    ("The Last Bus Is Also the First", ("The Last", "Bus Is Also", "the First")),
    ("La plaza no se alquila", ("La plaza", "no se", "alquila")),
    ("Kept in Repair", ("Kept in", "Repair")),
    ("Strike", ("Strike",)),
])  # fmt: skip
def test_a_size_is_given_up_where_smaller_type_breaks_better(title, lines):
    assert lines_at_largest(title) == lines


@settings(max_examples=60, deadline=None)
@given(TITLE)
def test_what_is_given_up_is_never_half_the_size(title):
    fitted = fit(title, width, 1300, 1180, (1, 400), 1.02)
    words = title.split()
    by_words = max(map(width, words)) if words else 1
    all_in_one_line = 1300 / max(width(title), 1e-9)
    assert fitted.size >= 0.5 * min(400, all_in_one_line, 1300 / by_words)
