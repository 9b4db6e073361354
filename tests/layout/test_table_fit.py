"""Tables that want more room than they have stand closer first, then smaller, and only then are their words divided."""

from __future__ import annotations

import pytest

from publish.layout.table_fit import TableFit, table_fit

COLUMNS = [["Ground floor"], *([["1,204"]] * 9)]


def fitted(measure: float, least: float = 0.6) -> TableFit:
    return table_fit(COLUMNS, measure, size=10, least=least)


def test_a_table_that_has_room_is_set_as_usual():
    assert fitted(400) == TableFit(1, close=False)


def test_columns_come_closer_before_type_becomes_smaller():
    widest = next(measure for measure in range(400, 0, -1) if fitted(measure).close)
    assert fitted(widest).share == 1


def test_type_becomes_smaller_as_the_measure_does_and_never_below_the_least():
    shares = [fitted(measure).share for measure in range(400, 100, -5)]
    assert shares == sorted(shares, reverse=True)
    assert 0 < min(filter(None, shares)) == pytest.approx(0.6, abs=0.02)


def test_where_the_least_is_too_large_words_must_be_divided():
    assert fitted(120) == TableFit(0, close=True)
    assert fitted(190, least=1).share == 0 < fitted(190).share
