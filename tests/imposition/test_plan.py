"""Plans as the trade draws them, and wishes for which there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.imposition.planning.padding import padded
from publish.imposition.planning.plan import BLANK, Cut, Fold, Gather, Plan, Side
from publish.imposition.planning.schemes import make_plan
from publish.measures.print_job import SCHEMES


def pages(side: Side) -> list[list[int]]:
    return [[cell.page for cell in row] for row in side]


def faces(plan: Plan, number: int = 0) -> tuple[list[list[int]], list[list[int]]]:
    sheet = plan.sheets[number]
    return pages(sheet.front), pages(sheet.back)


def test_every_scheme_that_can_be_asked_for_has_a_plan():
    for scheme in SCHEMES:
        plan = make_plan(3, scheme)
        assert (plan.scheme, plan.pages) == (scheme, 3)
        assert len(plan.columns) == len(plan.sheets[0].front[0])


# Folded in half ---------------------------------------------------------------------------------


def test_eight_pages_in_a_stapled_booklet_stand_as_in_every_handbook():
    plan = make_plan(8, "saddle")
    assert [faces(plan, 0), faces(plan, 1)] == [([[8, 1]], [[2, 7]]), ([[6, 3]], [[4, 5]])]
    assert plan.steps == (Gather(), Fold("column", 1, "back"))


def test_every_page_of_a_booklet_has_its_spine_in_the_middle_of_the_sheet_and_knows_how_deep_it_lies():
    plan = make_plan(40, "saddle", up=8)
    for sheet in plan.sheets:
        for side in (sheet.front, sheet.back):
            assert [[cell.spine for cell in row] for row in side] == [[1, -1, 1, -1]] * 2
    depths = {cell.page: cell.depth for sheet in plan.sheets for side in (sheet.front, sheet.back) for row in side for cell in row}
    assert [depths[page] for page in (1, 2, 3, 4, 19, 20, 21, 38, 39, 40)] == [0, 0, 1, 1, 9, 9, 9, 1, 0, 0]
    assert plan.nested == 10


def test_a_booklet_read_from_the_right_has_its_cover_on_the_left_of_the_sheet():
    assert faces(make_plan(8, "saddle", from_right=True)) == ([[1, 8]], [[7, 2]])


@pytest.mark.parametrize(("sheets", "groups"), [(1, [1]), (4, [4]), (5, [3, 2]), (8, [4, 4]), (9, [3, 3, 3]), (10, [4, 3, 3]), (13, [4, 3, 3, 3])])
def test_signatures_are_as_even_as_can_be(sheets, groups):
    plan = make_plan(4 * sheets, "signatures", signature=4)
    numbers = [sheet.signature for sheet in plan.sheets]
    assert [numbers.count(number) for number in sorted(set(numbers))] == groups
    assert plan.steps[0] == Gather(groups[0], fewer=groups.count(groups[0] - 1))
    assert plan.nested == groups[0]


def test_depth_is_counted_in_each_signature_by_itself():
    plan = make_plan(32, "signatures", signature=4)
    assert [sheet.front[0][0].depth for sheet in plan.sheets] == [0, 1, 2, 3, 0, 1, 2, 3]


def test_pieces_that_carry_no_page_are_counted_so_that_they_can_be_put_away():
    assert [make_plan(count, "saddle", up=4).spare for count in (4, 8, 12, 16)] == [1, 0, 1, 0]
    assert make_plan(5, "cut-stack", up=4).spare == 1
    assert make_plan(5, "saddle").spare == 0


# Cut and flat -----------------------------------------------------------------------------------


def test_leaves_that_are_cut_apart_lie_in_order_when_the_piles_are_put_on_each_other():
    plan = make_plan(16, "cut-stack", up=4)
    assert faces(plan, 0) == ([[1, 5], [9, 13]], [[6, 2], [14, 10]])
    assert plan.steps == (Cut("column", 1, stacked=True), Cut("row", 1, stacked=True))


def test_the_same_page_stands_several_times_on_a_sheet_with_its_back_behind_it():
    plan = make_plan(2, "two-up", up=4)
    assert faces(plan) == ([[1, 1], [1, 1]], [[2, 2], [2, 2]])
    assert plan.steps == (Cut("column", 1), Cut("row", 1))


@pytest.mark.parametrize(("count", "scheme", "printed"), [(1, "two-up", False), (3, "two-up", True), (4, "n-up", False), (5, "n-up", True)])
def test_backs_are_printed_for_all_sheets_or_for_none(count, scheme, printed):
    plan = make_plan(count, scheme, up=4)
    assert [bool(sheet.back) for sheet in plan.sheets] == [printed] * len(plan.sheets)


@pytest.mark.parametrize(("up", "grid"), [(2, (1, 2)), (3, (1, 3)), (4, (2, 2)), (6, (2, 3)), (8, (2, 4)), (9, (3, 3)), (16, (4, 4))])
def test_pages_on_a_side_stand_in_a_grid_that_suits_a_sheet(up, grid):
    plan = make_plan(1, "n-up", up=up)
    assert (plan.rows, len(plan.columns)) == grid


# Leaflets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "outside", "inside"),
    [
        ("half", [[4, 1]], [[2, 3]]),
        ("letter", [[3, 6, 1]], [[2, 4, 5]]),
        ("z", [[5, 6, 1]], [[2, 3, 4]]),
        ("gate", [[3, 8, 1, 2]], [[4, 5, 6, 7]]),
        ("accordion", [[1, 2, 3, 4]], [[5, 6, 7, 8]]),
        ("french", [[3, 2], [4, 1]], []),
        ("zine", [[5, 4, 3, 2], [6, 7, 8, 1]], []),
    ],
)
def test_leaflets_stand_as_in_a_print_shops_templates(scheme, outside, inside):
    count = sum(map(len, outside + inside))
    assert faces(make_plan(count, scheme)) == (outside, inside)
    mirrored = make_plan(count, scheme, from_right=True)
    assert faces(mirrored) == ([row[::-1] for row in outside], [row[::-1] for row in inside])


def test_the_flap_of_a_letter_fold_and_the_doors_of_a_gate_are_narrower_than_what_they_lie_on():
    letter = make_plan(6, "letter").columns
    assert letter == (97, 100, 100) and sum(letter) == 297
    assert make_plan(6, "letter", from_right=True).columns == (100, 100, 97)
    left_door, left, right, right_door = make_plan(8, "gate").columns
    assert (left - left_door, right - right_door, left_door + left + right + right_door) == (1, 1, 297)


def test_the_zines_slit_is_no_cut_through_the_sheet():
    plan = make_plan(8, "zine")
    assert plan.slits("row") == (1,) and plan.cuts("row") == () and plan.folds("row") == (1,)
    assert [[cell.turn for cell in row] for row in plan.sheets[0].front] == [[180] * 4, [0] * 4]


def test_folds_of_pieces_are_found_on_the_sheet_that_they_are_cut_from():
    plan = make_plan(16, "saddle", up=8)
    assert (plan.cuts("column"), plan.cuts("row"), plan.folds("column"), plan.folds("row")) == ((2,), (1,), (1, 3), ())


# Blank pages ------------------------------------------------------------------------------------


def test_blank_pages_come_last_or_before_the_back_cover():
    assert padded(6, 4) == (1, 2, 3, 4, 5, 6, BLANK, BLANK)
    assert padded(6, 4, last_outside=True) == (1, 2, 3, 4, 5, BLANK, BLANK, 6)
    assert padded(8, 4, last_outside=True) == tuple(range(1, 9))


def test_a_lone_page_is_the_front_cover_even_if_it_is_the_last():
    assert padded(1, 4, last_outside=True) == (1, BLANK, BLANK, BLANK)


@given(st.integers(1, 300), st.sampled_from((2, 4, 6, 8)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_blank_page_comes_between_the_two_pages_of_a_spread(count, multiple, last_outside):
    found = padded(count, multiple, last_outside)
    assert len(found) % multiple == 0 and len(found) - count < multiple
    inner = count - last_outside
    assert found[:inner] == tuple(range(1, inner + 1))
    assert sorted(page for page in found if page != BLANK) == list(range(1, count + 1))


def test_a_plan_counts_its_blank_cells():
    assert [make_plan(count, "saddle").blanks for count in (1, 5, 8)] == [1, 3, 0]


# Wishes that cannot be met ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "scheme", "wish", "words"),
    [
        (0, "saddle", {}, "there are no pages"),
        (4, "saddle", {"up": 3}, "saddle has 2, 4 or 8 pages on a side, not 3"),
        (4, "signatures", {"up": 4}, "signatures have 2 pages on a side, not 4"),
        (4, "signatures", {"signature": 0}, "at least one sheet, not 0"),
        (4, "n-up", {"up": 7}, "7 pages do not fill a side in rows: take 2, 3, 4, 6, 8, 9 or 16"),
        (4, "cut-stack", {"up": -4}, "-4 pages do not fill a side"),
        (4, "two-up", {"up": 10**12}, "do not fill a side"),
        (4, "half", {"up": 3}, "half always has 2 pages on a side, not 3: leave `up` away"),
        (4, "accordion", {"up": 1}, "an accordion has 2 to 16 panels on a side, not 1"),
        (4, "origami", {}, "`origami` is none of saddle"),
        (9, "zine", {}, "zine has room for 8 pages, and there are 9: accordion with `up: 5` has room for 10, saddle for any number"),
        (5, "half", {}, "half has room for 4 pages, and there are 5: letter has room for 6, gate has room for 8, zine has room for 8"),
        (33, "gate", {}, "gate has room for 8 pages, and there are 33: saddle for any number"),
        (9, "accordion", {}, "accordion has room for 8 pages, and there are 9: accordion with `up: 5` has room for 10"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words_that_say_what_can(count, scheme, wish, words):
    with pytest.raises(ValueError) as problem:
        make_plan(count, scheme, **wish)
    assert words in str(problem.value)
