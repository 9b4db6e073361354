"""Pages are looked over as a compositor does, and their faults named with the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publish.layout.cast_off import Change, Measures, expected_pages, least_addition, least_cut
from publish.layout.fitting import Fit
from publish.layout.mending import longer_pages
from publish.layout.page import MarginShares, page_geometry
from publish.layout.proof import Fault, LineKind, ProofLine, ProofPage, faults, runs

LEADING, LINES, TOP = 14.0, 30, 60.0


def page(number: int, *blocks: tuple[int, int], **more) -> ProofPage:
    """A page with so many lines of each block, in turn: ``(1, 3)`` is three lines of the first paragraph."""
    owners = [block for block, count in blocks for _ in range(count)]
    lines = tuple(line(index, block) for index, block in enumerate(owners))
    foot = TOP + LINES * LEADING
    return ProofPage(number, lines, TOP, foot, more.pop("notes_top", foot), foot + 80, **more)


def line(index: int, block: int, **more) -> ProofLine:
    top = TOP + index * LEADING
    return ProofLine(top, top + LEADING, block, on_grid=True, **more)


def with_last(made: ProofPage, **changes) -> ProofPage:
    return replace(made, lines=(*made.lines[:-1], replace(made.lines[-1], **changes)))


GOOD = [page(1, (1, 28), (2, 2)), page(2, (2, 10), (3, 10))]


def test_pages_without_faults_are_passed():
    assert faults(GOOD, LEADING) == []


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ([page(1, (1, 27), (2, 3)), page(2, (2, 1), (3, 19))], (Fault.WIDOW, 2)),
        ([page(1, (1, 29), (2, 1)), page(2, (2, 5), (3, 15))], (Fault.ORPHAN, 1)),
        ([with_last(page(1, (1, 29), (2, 1)), kind=LineKind.HEADING), page(2, (3, 20))], (Fault.HEADING, 1)),
        ([with_last(page(1, (1, 28), (2, 2)), introduces=True), page(2, (3, 20))], (Fault.LEAD_IN, 1)),
        ([GOOD[0], page(2, (2, 3))], (Fault.SHORT, 2)),
        ([page(1, (1, 15)), GOOD[1]], (Fault.GAP, 1)),
        ([with_last(GOOD[0], top=TOP + 29.3 * LEADING), GOOD[1]], (Fault.GRID, 1)),
        ([with_last(GOOD[0], bottom=TOP + 31 * LEADING), GOOD[1]], (Fault.OUTSIDE, 1)),
        ([with_last(GOOD[0], over=20.0), GOOD[1]], (Fault.OVERFULL, 1)),
        ([replace(GOOD[0], called=frozenset((1, 2)), noted=frozenset((1,))), replace(GOOD[1], noted=frozenset((2,)))], (Fault.NOTE, 1)),
    ],
)
def test_each_fault_is_found_on_its_page(pages, found):
    assert found in faults(pages, LEADING)
    assert {fault for fault, _ in faults(pages, LEADING)} <= {found[0], Fault.GRID}


def test_a_heading_with_one_line_below_it_is_stranded_where_more_lines_follow():
    head = page(1, (1, 28), (2, 1), (3, 1))
    head = replace(head, lines=(*head.lines[:-2], replace(head.lines[-2], kind=LineKind.HEADING), head.lines[-1]))
    assert (Fault.HEADING, 1) in faults([head, page(2, (3, 20))], LEADING)
    assert (Fault.HEADING, 1) not in faults([head, page(2, (4, 20))], LEADING)


def test_what_ends_a_section_is_no_fault():
    short = page(2, (3, 2), opens=True)
    assert faults([page(1, (1, 10)), short], LEADING) == []


def test_punctuation_that_hangs_in_the_margin_is_no_fault():
    assert faults([with_last(GOOD[0], over=5.0), GOOD[1]], LEADING) == []


def test_pages_that_hold_one_thing_are_not_looked_at():
    assert faults([page(1, (1, 3), flows=False), page(2, (2, 1), flows=False)], LEADING) == []


# Mending ----------------------------------------------------------------------------------------


def run_of(full: int, last: int, first: int = 2) -> list[ProofPage]:
    before = [page(first + index, (1, LINES), opens=not index) for index in range(full)]
    return [*before, page(first + full, (1, last))]


def test_nothing_is_changed_where_nothing_is_short():
    assert longer_pages(run_of(4, 12), LEADING, True) == {}


def test_a_last_page_is_filled_from_facing_pages_before_it():
    # Page 6 holds three lines and lacks two; 4 and 5 face each other.
    assert longer_pages(run_of(4, 3), LEADING, False) == {4: -1, 5: -1}


def test_pages_take_in_a_last_one_where_that_changes_fewer():
    assert longer_pages(run_of(4, 1), LEADING, True) == {4: 1, 5: 1}
    assert longer_pages(run_of(5, 1), LEADING, True) == {6: 1}


def test_the_number_of_pages_is_kept_where_it_was_asked_for():
    assert set(longer_pages(run_of(4, 1), LEADING, False).values()) == {-1}


def test_in_a_short_run_a_page_may_give_up_a_few_lines_but_not_many():
    assert longer_pages(run_of(1, 3), LEADING, False) == {2: -2}
    assert longer_pages(run_of(1, 1), LEADING, False) == {}


# Casting off ------------------------------------------------------------------------------------

OWN = Fit(11, 14)
PAGE = page_geometry(420, 595, MarginShares(0.135, 0.155, 0.105, 0.12), 14)


def test_more_letters_a_line_and_lines_a_page_make_fewer_pages():
    pages = [page(1, (9, 3), flows=False), *run_of(4, 5), page(7, (8, 30), opens=True)]
    now = Measures(OWN, PAGE)
    small = Measures(Fit(10, 12.7), page_geometry(420, 595, MarginShares(0.12, 0.14, 0.1, 0.1), 12.7))
    assert expected_pages(pages, Measures(OWN, replace(PAGE)), Measures(OWN, PAGE)) <= len(pages)
    assert expected_pages(pages, now, small) < expected_pages(pages, now, now)
    assert expected_pages(pages, now, small) >= 1 + len(runs(pages[1:]))


def test_the_run_that_needs_the_least_change_is_named():
    pages = [*run_of(3, 12, first=1), *run_of(2, 4, first=5)]
    assert least_cut(pages, LEADING, 1) == Change(4, (7,))
    assert least_addition(pages, LEADING, 1) == Change(19, (4,))
    assert least_cut([page(1, (1, 9), flows=False)], LEADING, 1) is None
