"""The breaking of paragraphs, on made-up widths."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from publish.layout.line_breaking import Rules, Spot, best_breaks, looseness

RULES = Rules(widen=4, tighten=2, stretch=0.02, indent=0, shortest=20)
MEASURE = 200.0
SPACE = 6


def spots_of(words: list[int], divided: bool = False) -> list[Spot]:
    """The spots of words so many units wide; divided ones can be halved, with a hyphen of 3."""
    spots, x = [Spot(0, 0, 0, 0, 0, 0)], 0.0
    for number, width in enumerate(words):
        if divided and width > 30:
            half = x + width / 2
            spots.append(Spot(half + 3, half, number, number, 0, 0, divides=True))
        spots.append(Spot(x + width, x + width + SPACE, number, number + 1, 0, 0))
        x += width + SPACE
    return spots


def lines(spots: list[Spot], breaks: list[int]) -> list[float]:
    """How loose each line is but the last."""
    pairs = pairwise((0, *breaks[:-1]))
    return [looseness(spots[end].end - spots[start].start, spots[end].end_gaps - spots[start].start_gaps, MEASURE, RULES) for start, end in pairs]


def demerits(spots: list[Spot], breaks: tuple[int, ...], loosest: float) -> float | None:
    """What a way to break costs, reckoned again from the rules; None where a line may not be so. Words are whole."""
    cost, before, last_kind = 0.0, 0, 1
    for end in breaks:
        natural = spots[end].end - spots[before].start
        loose = looseness(natural, spots[end].end_gaps - spots[before].start_gaps, MEASURE, RULES)
        if end == breaks[-1]:
            loose = min(loose, 0.0)
            cost += RULES.remnant if natural < RULES.shortest and before else 0
        if not -1 <= loose <= loosest:
            return None
        kind = 0 if loose < -0.5 else 1 if loose <= 0.5 else 2 if loose <= 1 else 3
        cost += (1 + 100 * abs(loose) ** 3) ** 2
        if end != breaks[-1]:
            cost += RULES.unlike_neighbours if abs(kind - last_kind) > 1 else 0
        before, last_kind = end, kind
    return cost


words = st.lists(st.integers(8, 70), min_size=1, max_size=60)


@given(words)
@settings(max_examples=60, deadline=None)
def test_lines_follow_each_other_to_the_end_and_none_is_too_full_or_too_loose(widths):
    spots = spots_of(widths)
    breaks = best_breaks(spots, MEASURE, RULES, loosest=5)
    if breaks:
        assert breaks == sorted(set(breaks))
        assert breaks[-1] == len(spots) - 1
        assert all(-1 <= loose <= 5 for loose in lines(spots, breaks))


@given(st.lists(st.integers(20, 70), min_size=4, max_size=13))
@settings(max_examples=60, deadline=None)
def test_no_other_way_to_break_is_cheaper(widths):
    spots = spots_of(widths)
    last = len(spots) - 1
    inner = range(1, last)
    ways = [(*chosen, last) for count in range(last) for chosen in combinations(inner, count)]
    costs = [cost for way in ways if (cost := demerits(spots, way, 5)) is not None]
    breaks = best_breaks(spots, MEASURE, RULES, loosest=5)
    if not costs:
        assert breaks is None
    else:
        assert demerits(spots, tuple(breaks), 5) == approx(min(costs))


@given(words)
@settings(max_examples=60, deadline=None)
def test_there_is_never_a_ladder_of_three_hyphens(widths):
    spots = spots_of(widths, divided=True)
    breaks = best_breaks(spots, MEASURE, RULES, loosest=8) or []
    ends = "".join("-" if spots[spot].divides else " " for spot in breaks)
    assert "---" not in ends


def test_a_word_is_divided_only_where_that_is_worth_it():
    even = [44, 44, 44, 44, 44] * 4
    spots = spots_of(even, divided=True)
    breaks = best_breaks(spots, MEASURE, RULES, loosest=8)
    assert not any(spots[spot].divides for spot in breaks)


def test_the_last_line_is_no_remnant_where_it_can_be_helped():
    widths = [44] * 7 + [45, 9]
    # First come, first served would leave the last word, of 9, on a line of its own.
    spots = spots_of(widths)
    breaks = best_breaks(spots, 194 + 2 * SPACE, RULES, loosest=5)
    assert spots[-1].end - spots[breaks[-2]].start > RULES.shortest


def test_without_remnants_means_rather_no_lines_at_all():
    spots = spots_of([194, 9])
    assert best_breaks(spots, MEASURE, RULES, loosest=50, remnants=False) is None
    assert best_breaks(spots, MEASURE, RULES, loosest=50) == [1, 2]


def test_a_word_wider_than_the_measure_cannot_be_set():
    assert best_breaks(spots_of([40, 300, 40]), MEASURE, RULES, loosest=100) is None


def test_what_hangs_out_takes_no_room():
    exactly = [Spot(0, 0, 0, 0, 0, 0), Spot(210, 216, 3, 4, 0, 0, hangs_right=12), Spot(300, 300, 6, 6, 0, 0)]
    assert best_breaks(exactly, MEASURE, RULES, loosest=1) == [1, 2]
    flush = [exactly[0], exactly[1]._replace(hangs_right=0.0), exactly[2]]
    assert best_breaks(flush, MEASURE, Rules(4, 2, 0.0, 0, 20), loosest=1) is None


def test_an_indent_takes_room_from_the_first_line_only():
    spots = spots_of([44] * 16)
    indented = best_breaks(spots, MEASURE, Rules(4, 2, 0.02, 50, 20), loosest=5)
    assert indented[0] == 3 and indented[1] - indented[0] == 4


def test_a_line_ends_rather_after_a_word_than_within_a_compound():
    start, end = Spot(0, 0, 0, 0, 0, 0), Spot(390, 390, 9, 9, 0, 0)
    word, compound = Spot(194, 200, 4, 5, 0, 0), Spot(199, 199, 4, 4, 0, 0, hyphened=True)
    assert best_breaks([start, word, compound, end], MEASURE, RULES, loosest=5) == [1, 3]
    assert best_breaks([start, word, compound._replace(hyphened=False), end], MEASURE, RULES, loosest=5) == [2, 3]
