"""Sheet maps, as they are shown and printed in the manual: one for each scheme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publish.imposition.planning.plan import PageCell, Plan, Sheet
from publish.imposition.planning.schemes import make_plan
from publish.imposition.planning.sheet_map import sheet_map

GOLDEN = Path(__file__).parent / "golden"
MAPS = {
    "saddle": make_plan(16, "saddle"),
    "saddle-from-right": make_plan(10, "saddle", from_right=True, last_outside=True),
    "saddle-4-up": make_plan(11, "saddle", up=4),
    "saddle-8-up": make_plan(27, "saddle", up=8, last_outside=True),
    "signatures": make_plan(40, "signatures"),
    "cut-stack": make_plan(13, "cut-stack", up=4),
    "two-up": make_plan(3, "two-up"),
    "n-up": make_plan(7, "n-up", up=4),
    "zine": make_plan(8, "zine"),
    "half": make_plan(4, "half"),
    "letter": make_plan(5, "letter", last_outside=True),
    "z": make_plan(6, "z"),
    "gate": make_plan(8, "gate"),
    "accordion": make_plan(10, "accordion", up=5),
    "french": make_plan(4, "french"),
}


@pytest.mark.parametrize("name", MAPS)
def test_a_sheet_map_shows_where_every_page_stands(name: str, golden: Callable[[str, Path], None]):
    golden(sheet_map(MAPS[name]), GOLDEN / f"{name}.txt")


@pytest.mark.parametrize("name", MAPS)
def test_all_sides_of_a_sheet_map_line_up(name: str):
    drawn = [line for line in sheet_map(MAPS[name]).splitlines() if set(line) & set("│├╞┌└")]
    assert len(drawn) >= 3
    assert len({len(line) for line in drawn}) == 1
    assert all(line == line.rstrip() for line in sheet_map(MAPS[name]).splitlines())


def test_pages_on_their_sides_point_to_where_their_heads_are():
    plan = Plan("n-up", 2, (Sheet(((PageCell(1, 90), PageCell(2, 270)),)),), columns=(1, 1))
    shown = sheet_map(plan)
    assert "│ 1→ │ 2← │" in shown
    assert shown.endswith("\n→ head to the right   ← head to the left\n")
