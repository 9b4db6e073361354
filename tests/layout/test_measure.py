"""Lines have a length that can be read, on pages of any shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publish.layout.measure import suited_margins, suited_size
from publish.layout.page import MarginShares

SHARES = MarginShares(0.135, 0.155, 0.105, 0.12)
BOUNDS = (10.2, 11.6)


def letters(width: float) -> float:
    size = suited_size(11, BOUNDS, width * 0.71)
    margins = suited_margins(SHARES, width, size)
    return width * (1 - margins.inner - margins.outer) / (0.42 * size)


@given(st.floats(150, 3000))
def test_no_line_has_more_than_seventy_five_letters(width):
    assert letters(width) <= 76


@given(st.floats(150, 3000))
def test_the_size_stays_in_the_bounds_of_the_style(width):
    assert BOUNDS[0] <= suited_size(11, BOUNDS, width) <= BOUNDS[1]


def test_a_page_of_usual_size_is_left_as_its_style_says():
    assert suited_size(11, BOUNDS, 420 * 0.71) == 11
    assert suited_margins(SHARES, 420, 11) == SHARES


def test_a_large_page_gets_larger_type_and_wider_margins_the_outer_most():
    assert suited_size(11, BOUNDS, 595 * 0.71) == 11.6
    margins = suited_margins(SHARES, 595, 11.6)
    assert margins.outer - SHARES.outer > margins.inner - SHARES.inner > 0
    assert (margins.top, margins.bottom) == (SHARES.top, SHARES.bottom)


def test_a_small_page_gets_smaller_type():
    assert suited_size(11, BOUNDS, 298 * 0.71) == 10.2


def test_a_style_whose_own_size_lies_outside_its_bounds_keeps_it():
    assert suited_size(9, BOUNDS, 250) == 9
