"""Whatever the scheme: printed on any printer, cut, folded and opened, pages come in order and stand upright."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import Report
from publish.imposition.planning.lay_out import lay_out
from publish.imposition.planning.placing import Imposition, PageSize
from publish.imposition.planning.plan import Plan
from publish.imposition.planning.schemes import make_plan
from publish.measures.print_job import FLIPS, SCHEMES, PrintJob
from publish.measures.shapes import Shape
from tests.imposition.folding import (
    Print,
    around_the_ring,
    cut_and_gathered,
    drawn_out,
    leaf_by_leaf,
    leaves,
    opened,
    printed,
    side_by_side,
)

GRIDS = (2, 3, 4, 6, 8, 9, 12, 16)
UPS = {"saddle": (2, 4, 8), "cut-stack": GRIDS, "two-up": GRIDS, "n-up": GRIDS, "accordion": tuple(range(2, 17))}
MOST = {"half": 4, "letter": 6, "z": 6, "gate": 8, "french": 4, "zine": 8}
# Of these one does not see the last page when they are folded, or they are not folded at all.
WITHOUT_BACK_COVER = ("z", "accordion", "n-up")
# So many pages are a unit: a sheet, or a leaf.
UNITS = {"saddle": 4, "signatures": 4, "cut-stack": 2, "two-up": 2}
# Narrow pages, wide ones and square ones, so that sheets stand and lie; of the sheet there is more than enough.
PAGES = (PageSize(300, 420, 9), PageSize(500, 200), PageSize(120, 900), PageSize(200, 200))
BOUNDLESS = Shape("boundless", 30_000, 30_001)


def read(plan: Plan, imposition: Imposition, page: PageSize, flip: str) -> list[list[Print]]:
    """What readers find, in the order of reading: for each copy all its faces."""
    copies = cut_and_gathered(printed(imposition, plan, page, flip), plan)
    match plan.scheme:
        case "saddle" | "signatures" | "french":
            return [[face for group in copy for face in leaf_by_leaf(group, plan)] for copy in copies]
        case "cut-stack" | "two-up":
            return [leaves([leaf for group in copy for leaf in group]) for copy in copies]
        case "n-up":
            return [side_by_side([sheet for group in copy for sheet in group], plan.from_right) for copy in copies]
        case "zine":
            return [around_the_ring(group[0], plan) for copy in copies for group in copy]
        case "accordion":
            return [drawn_out(group, plan) for copy in copies for group in copy]
    return [opened(group, plan) for copy in copies for group in copy]


def expected(plan: Plan, length: int, last_outside: bool) -> list[int]:
    """The pages 1, 2, 3 … and where so many faces may have blanks among them."""
    blanks = [0] * (length - plan.pages)
    pages = list(range(1, plan.pages + 1))
    if last_outside and plan.pages > 1 and plan.scheme not in WITHOUT_BACK_COVER:
        return [*pages[:-1], *blanks, pages[-1]]
    return [*pages, *blanks]


@pytest.mark.parametrize("scheme", SCHEMES)
@given(data=st.data(), from_right=st.booleans(), last_outside=st.booleans(), flip=st.sampled_from(FLIPS), page=st.sampled_from(PAGES))
@settings(max_examples=120, deadline=None)
def test_whoever_prints_and_folds_a_plan_reads_all_pages_in_order_and_upright(scheme, data, from_right, last_outside, flip, page):
    up = data.draw(st.sampled_from((0, *UPS.get(scheme, ()))), label="up")
    most = 2 * (up or 4) if scheme == "accordion" else MOST.get(scheme, 200)
    pages = data.draw(st.integers(1, most), label="pages")
    signature = data.draw(st.integers(1, 9), label="signature")
    plan = make_plan(pages, scheme, up=up, signature=signature, from_right=from_right, last_outside=last_outside)
    job = PrintJob(flip=flip, sheet=data.draw(st.sampled_from((None, BOUNDLESS)), label="sheet"))
    copies = read(plan, lay_out(plan, [page], job, Report()), page, flip)
    assert len(copies) == (up or 2 if scheme == "two-up" else 1)
    for faces in copies:
        assert [face.page for face in faces] == expected(plan, len(faces), last_outside)
        assert {face.turn for face in faces if face.page} == {0}
        assert len(faces) - pages < UNITS.get(scheme, 2 * len(plan.columns) * plan.rows)
        assert scheme not in (*MOST, "accordion") or len(faces) == MOST.get(scheme, 2 * (up or 4))


def turned(plan: Plan, flip: str, told: str) -> list[list[Print]]:
    """What is read of a plan that was made for a printer that turns sheets about another edge."""
    return read(plan, lay_out(plan, [PAGES[0]], PrintJob(flip=told), Report()), PAGES[0], flip)


@pytest.mark.parametrize("scheme", ["saddle", "signatures", "cut-stack", "half", "letter", "z", "gate", "accordion"])
def test_folding_finds_out_when_backs_are_upside_down(scheme):
    """The test above is worth something only if it fails for a wrong plan."""
    plan = make_plan(MOST.get(scheme, 8), scheme)
    (right,), (wrong,) = turned(plan, "long", "long"), turned(plan, "long", "short")
    assert {face.turn for face in right if face.page} == {0}
    assert {face.turn for face in wrong if face.page} == {0, 180}


@pytest.mark.parametrize("scheme", ["saddle", "signatures", "cut-stack", "n-up", "half", "letter", "z", "gate", "accordion", "french"])
def test_folding_finds_out_when_two_pages_are_exchanged(scheme):
    plan = make_plan(4, scheme)
    first = plan.sheets[0]
    exchanged = replace(plan, sheets=(replace(first, front=(*first.front[:-1], first.front[-1][::-1])), *plan.sheets[1:]))
    try:
        (faces,) = read(exchanged, lay_out(exchanged, [PAGES[0]], PrintJob(), Report()), PAGES[0], "long")
    except AssertionError:
        return
    assert [face.page for face in faces] != expected(plan, len(faces), last_outside=False)
