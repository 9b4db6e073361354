"""A text fills exactly the wanted pages by the smallest change, or says honestly that it cannot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.layout.bounds import FitBounds
from publish.layout.fitting import MOST_LAYOUTS, Fit, fit_pages, ladder, sheet_goals

OWN = Fit(size=11, leading=14)
BOUNDS = FitBounds(size=(10, 12), leading=(1.2, 1.4), tracking=(-1, 1), margins=(0.85, 1.15), spacing=(0.5, 1.5))
LINES = 33


@dataclass(frozen=True)
class Pages:
    pages: int


def steps(tighter: bool) -> list[Fit]:
    return ladder(OWN, BOUNDS, LINES, tighter)


def room(fit: Fit) -> float:
    """How much text a page holds, in times what it holds at first: grows with every step of tightening."""
    area = (1 + 0.4 * (1 - fit.margins)) ** 2
    return area * 11 / fit.size * 14 / fit.leading / ((1 + fit.tracking * 0.024) * (1 + 0.05 * (fit.spacing - 1)))


class Press:
    """Lays out texts that are made of sections, each of so many pages, and counts how often."""

    def __init__(self, sections: list[float]) -> None:
        self.sections, self.layouts = sections, []

    def __call__(self, fit: Fit) -> Pages:
        self.layouts.append(fit)
        return Pages(self.pages(fit))

    def pages(self, fit: Fit) -> int:
        return sum(max(1, ceil(section / room(fit))) for section in self.sections)


SECTIONS = st.lists(st.floats(0.1, 12), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(SECTIONS, st.integers(1, 40), st.floats(0.8, 1.2))
def test_the_first_step_that_gives_the_pages_is_found_or_there_is_none(sections, wanted, error):
    press = Press(sections)
    outcome = fit_pages(OWN, steps, press, lambda laid, fit: round(laid.pages * error / room(fit)), wanted)
    assert len(press.layouts) <= MOST_LAYOUTS
    assert outcome.wanted == wanted
    every = [OWN, *steps(press.pages(OWN) > wanted)]
    exact = [fit for fit in every if press.pages(fit) == wanted]
    if outcome.fit:
        assert press.pages(outcome.fit) == outcome.laid.pages == wanted
    if exact:
        assert outcome.fit == exact[0]


@settings(max_examples=60, deadline=None)
@given(SECTIONS)
def test_a_sheet_is_filled_by_the_nearest_whole_number_of_fours_in_reach(sections):
    press = Press(sections)
    outcome = fit_pages(OWN, steps, press, lambda laid, fit: round(laid.pages / room(fit)), None)
    assert len(press.layouts) <= MOST_LAYOUTS
    assert outcome.wanted % 4 == 0
    assert outcome.wanted == sheet_goals(press.pages(OWN))[0] or outcome.fit
    if outcome.fit:
        assert press.pages(outcome.fit) == outcome.wanted


def test_a_text_that_fits_is_laid_out_once_and_left_as_it_is():
    press = Press([8])
    outcome = fit_pages(OWN, steps, press, lambda laid, fit: laid.pages, 8)
    assert outcome.fit == OWN
    assert press.layouts == [OWN]


def test_where_a_step_leaps_over_the_wanted_pages_its_tracking_is_taken_back():
    def pages(fit: Fit) -> Pages:
        return Pages(7 if fit.leading == 14 else 5 if fit.tracking < -0.5 else 6)

    outcome = fit_pages(OWN, steps, pages, lambda laid, fit: 7 if fit.leading == 14 else 6, 6)
    assert outcome.fit == replace(steps(True)[4], tracking=0)
    assert outcome.fit.leading == 14 * 33 / 34
    assert outcome.laid == Pages(6)


def test_what_cannot_be_reached_says_what_came_nearest():
    press = Press([9.4])
    outcome = fit_pages(OWN, steps, press, lambda laid, fit: round(laid.pages / room(fit)), 4)
    assert outcome.fit is None
    assert press.pages(steps(True)[-1]) == outcome.nearest.pages > 4
    assert outcome.laid == outcome.first == Pages(press.pages(OWN))
    assert len(press.layouts) == 2


def test_changes_come_in_order_and_each_begins_where_the_last_one_ended():
    for tighter in (True, False):
        order = [changed(before, after) for before, after in zip([OWN, *steps(tighter)], steps(tighter), strict=False)]
        assert [name for name, before in zip(order, ["", *order], strict=False) if name != before] == [
            "tracking", "leading", "spacing", "margins", "size",
        ]  # fmt: skip


def changed(before: Fit, after: Fit) -> str:
    if after.size != before.size:
        assert after.leading / after.size == before.leading / before.size or abs(after.leading / after.size - before.leading / before.size) < 1e-9
        return "size"
    (name,) = [name for name in ("tracking", "leading", "spacing", "margins") if getattr(after, name) != getattr(before, name)]
    return name


def test_no_step_leaves_the_bounds_and_the_leading_makes_whole_lines():
    for fit in (*steps(True), *steps(False)):
        assert 10 - 1e-9 <= fit.size <= 12 + 1e-9
        assert 1.2 - 1e-6 <= fit.leading / fit.size <= 1.4 + 1e-6
        assert -1 <= fit.tracking <= 1
        assert 0.85 <= fit.margins <= 1.15
        assert 0.5 <= fit.spacing <= 1.5
        lines = LINES * 14 / (fit.leading * 11 / fit.size)
        assert abs(lines - round(lines)) < 1e-6


def test_a_style_that_allows_nothing_has_no_steps():
    fixed = FitBounds(size=(11, 11), leading=(14 / 11, 14 / 11), tracking=(0, 0), margins=(1, 1), spacing=(1, 1))
    assert ladder(OWN, fixed, LINES, True) == ladder(OWN, fixed, LINES, False) == []
    outcome = fit_pages(OWN, lambda tighter: [], Press([5]), lambda laid, fit: laid.pages, 4)
    assert outcome.fit is None
    assert outcome.laid.pages == 5


def test_the_nearest_sheet_comes_first_and_of_two_the_larger():
    assert [sheet_goals(pages) for pages in (1, 2, 4, 5, 6, 7, 9)] == [(4,), (4,), (4,), (4, 8), (8, 4), (8, 4), (8, 12)]
