"""Columns stand side by side only where each has room and all fit a page."""

from __future__ import annotations

import pytest

from publish.layout.side_by_side import fit_a_page, have_room


@pytest.mark.parametrize(("shares", "pictures", "measure", "room"), [
    ([None, None], False, 240, True),
    ([None, None], False, 190, False),
    ([0.3, None], False, 300, False),
    ([None, None, None], True, 190, True),
    ([None, None, None, None], True, 190, False),
    ([0.6, 0.6, None], False, 1000, False),
])  # fmt: skip
def test_the_narrowest_column_tells_whether_there_is_room(shares, pictures, measure, room):
    assert have_room(shares, pictures, measure, size=10) is room


def test_columns_that_would_fill_a_page_do_not_fit_one():
    assert fit_a_page([[400], [100, 100]], [None, None], measure=300, size=10, lines=40)
    assert not fit_a_page([[400], [1500]], [None, None], measure=300, size=10, lines=40)
    assert not fit_a_page([[1] * 30, []], [None, None], measure=300, size=10, lines=40)
