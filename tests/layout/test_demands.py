"""Demands are set as large as lets them stand on one page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.layout.demands import demands_size

LENGTHS = st.lists(st.integers(0, 400), max_size=25)
SIDE = st.floats(40, 900)


@settings(max_examples=100, deadline=None)
@given(LENGTHS, st.floats(0, 200), SIDE, SIDE)
def test_sizes_are_within_bounds_whatever_there_is(lengths, head, measure, height):
    assert 10.5 <= demands_size(lengths, head, measure, height) <= 17


@settings(max_examples=100, deadline=None)
@given(LENGTHS, st.integers(0, 400), st.floats(0, 200), SIDE, SIDE)
def test_one_demand_more_never_makes_them_larger(lengths, more, head, measure, height):
    assert demands_size([*lengths, more], head, measure, height) <= demands_size(lengths, head, measure, height)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=25), st.floats(0, 200), SIDE, SIDE, st.floats(0, 300))
def test_more_room_never_makes_them_smaller(lengths, head, measure, height, more):
    size = demands_size(lengths, head, measure, height)
    assert demands_size(lengths, head, measure, height + more) >= size
    assert demands_size(lengths, head, measure + more, height) >= size
    assert demands_size(lengths, max(0, head - more), measure, height) >= size


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=25), st.floats(0, 200), SIDE, SIDE)
def test_longer_demands_are_never_larger(lengths, head, measure, height):
    assert demands_size([length * 2 for length in lengths], head, measure, height) <= demands_size(lengths, head, measure, height)
