"""The text block holds a whole number of lines, whatever the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError
from publish.layout.page import MarginShares, page_geometry
from publish.measures.shapes import SHAPES, shape
from publish.styles import find_style, known_styles

ROOT = Path(__file__).parents[2]
SHARE = st.floats(0, 0.3)
SHARES = st.builds(MarginShares, SHARE, SHARE, SHARE, SHARE)


MADE_FOR = [(name, shape_name) for name in known_styles(ROOT) for shape_name in find_style(name, ROOT).settings.shapes or SHAPES]


@pytest.mark.parametrize(("style", "name"), MADE_FOR)
def test_a_style_has_margins_and_room_on_every_page_it_is_made_for(style, name):
    settings, trim = find_style(style, ROOT).settings, shape(name)
    page = page_geometry(trim.width, trim.height, settings.margins, settings.leading)
    assert min(page.inner, page.outer, page.top, page.bottom) > 10
    assert page.lines >= 20
    assert page.measure >= 15 * settings.size
    assert page.top + page.lines * page.leading + page.bottom == pytest.approx(page.height)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("style", known_styles(ROOT))
def test_every_style_can_be_set_on_every_page(style, name):
    settings, trim = find_style(style, ROOT).settings, shape(name)
    assert page_geometry(trim.width, trim.height, settings.margins, settings.leading).lines >= 4


@settings(max_examples=200, deadline=None)
@given(st.floats(140, 2000), st.floats(140, 2000), SHARES, st.floats(6, 30))
def test_lines_are_whole_and_margins_never_below_nothing(width, height, shares, leading):
    try:
        page = page_geometry(width, height, shares, leading)
    except PublishError as problem:
        assert problem.diagnostic.code == "S110"
        return
    lines = (page.height - page.top - page.bottom) / page.leading
    assert lines == pytest.approx(round(lines), abs=1e-6)
    assert page.lines == round(lines) >= 4
    assert page.bottom > 0
    assert min(page.inner, page.outer, page.top) >= 0
    assert page.measure > 0
    # The foot margin differs from its share by half a line at most, unless that would leave none.
    assert abs(page.bottom - height * shares.bottom) <= leading / 2 + leading * 0.75


def test_left_and_right_pages_mirror_each_other():
    page = page_geometry(400, 600, MarginShares(0.1, 0.2, 0.1, 0.1), 12)
    first, left, height = page.css().splitlines()
    assert "margin: 60.000pt 80.000pt 60.000pt 40.000pt" in first
    assert left == "@page :left { margin-left: 80.000pt; margin-right: 40.000pt }"
    assert height == ":root { --text-height: 479.990pt }"


@pytest.mark.parametrize(("width", "height", "leading"), [(141, 141, 40), (30, 600, 14), (600, 40, 14)])
def test_a_page_without_room_is_refused(width, height, leading):
    with pytest.raises(PublishError, match=f"S110 error: a page of {width / 72 * 25.4:.0f} by {height / 72 * 25.4:.0f} mm has no room"):
        page_geometry(width, height, MarginShares(0.135, 0.155, 0.1, 0.125), leading)
