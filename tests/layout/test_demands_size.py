"""Demands are set as large as lets them stand on one page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.layout.demands_size import demands_size

LENGTHS = st.lists(st.integers(0, 400), max_size=25)
SIDE = st.floats(40, 900)


def size_of(lengths, head, measure, height, body=11, smallest=9):
    return demands_size(lengths, head, measure, height, body, smallest)


def test_large_print_has_large_demands_and_none_below_its_smallest_size():
    assert size_of([60] * 4, 100, 450, 700, body=18, smallest=16) > 18
    assert size_of([400] * 25, 100, 450, 700, body=18, smallest=18) == 18


@settings(max_examples=100, deadline=None)
@given(LENGTHS, st.floats(0, 200), SIDE, SIDE)
def test_sizes_are_within_bounds_whatever_there_is(lengths, head, measure, height):
    assert 10.45 <= size_of(lengths, head, measure, height) <= 17.05


@settings(max_examples=100, deadline=None)
@given(LENGTHS, st.integers(0, 400), st.floats(0, 200), SIDE, SIDE)
def test_one_demand_more_never_makes_them_larger(lengths, more, head, measure, height):
    assert size_of([*lengths, more], head, measure, height) <= size_of(lengths, head, measure, height)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=25), st.floats(0, 200), SIDE, SIDE, st.floats(0, 300))
def test_more_room_never_makes_them_smaller(lengths, head, measure, height, more):
    size = size_of(lengths, head, measure, height)
    assert size_of(lengths, head, measure, height + more) >= size
    assert size_of(lengths, head, measure + more, height) >= size
    assert size_of(lengths, max(0, head - more), measure, height) >= size


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=25), st.floats(0, 200), SIDE, SIDE)
def test_longer_demands_are_never_larger(lengths, head, measure, height):
    assert size_of([length * 2 for length in lengths], head, measure, height) <= size_of(lengths, head, measure, height)
