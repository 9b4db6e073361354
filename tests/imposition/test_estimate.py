"""What a print run takes, against numbers computed by hand."""

from __future__ import annotations

import pytest

from publish.imposition.planning.estimate import copies_at_once, estimate, layers
from publish.imposition.planning.schemes import make_plan
from publish.measures.papers import paper
from publish.measures.print_job import PrintJob
from publish.measures.shapes import SHAPES

A4 = SHAPES["a4"]


def test_a_hundred_booklets_of_four_sheets_of_office_paper():
    found = estimate(4, A4, PrintJob(copies=100, sheet_price="0.04 €"), layers=2)
    assert (found.sheets, found.copies, found.all_sheets) == (4, 100, 400)
    assert found.weight == pytest.approx(4 * 0.210 * 0.297 * 80, abs=0.01) == pytest.approx(19.96, abs=0.01)
    assert found.all_weight == pytest.approx(1995.84, abs=0.1)
    assert found.thickness == pytest.approx(0.8)
    assert found.cost == "16.00 €"


def test_without_a_weight_or_a_price_nothing_is_made_up():
    found = estimate(4, A4, PrintJob(paper=paper("0.2mm")), layers=2)
    assert (found.weight, found.all_weight, found.cost) == (None, None, None)
    assert found.thickness == pytest.approx(1.6)


@pytest.mark.parametrize(
    ("price", "cost"),
    [
        ("0.04 €", "12.00 €"), ("0,04 €", "12,00 €"), ("€0.04", "€12.00"), ("$ 0.125", "$ 37.500"), ("0.0375£", "11.2500£"),
        ("5 Kč", "1500.00 Kč"), ("1", "300.00"), ("0,5", "150,00"), ("0.00 €", "0.00 €"),
    ],
)  # fmt: skip
def test_the_cost_is_written_as_the_price_was(price, cost):
    assert estimate(3, A4, PrintJob(copies=100, sheet_price=price)).cost == cost


def test_costs_are_exact_however_many_sheets_there_are():
    assert estimate(1, A4, PrintJob(copies=10_000_000, sheet_price="0.07")).cost == "700000.00"


def test_copies_that_are_printed_at_once_share_their_sheets():
    plan = make_plan(2, "two-up", up=4)
    found = estimate(len(plan.sheets), A4, PrintJob(copies=10), layers(plan), copies_at_once(plan))
    assert (found.sheets, found.all_sheets, found.thickness) == (1, 3, pytest.approx(0.1))
    assert found.weight == pytest.approx(4.99 / 4, abs=0.01)


@pytest.mark.parametrize(
    ("scheme", "up", "thick"),
    [("saddle", 2, 2), ("saddle", 8, 8), ("signatures", 0, 2), ("cut-stack", 4, 4), ("n-up", 4, 1), ("two-up", 4, 1), ("zine", 0, 8),
     ("half", 0, 2), ("letter", 0, 3), ("gate", 0, 4), ("accordion", 5, 5), ("french", 0, 4)],
)  # fmt: skip
def test_a_sheet_becomes_as_many_layers_as_it_is_folded_and_cut_to(scheme, up, thick):
    assert layers(make_plan(4, scheme, up=up)) == thick
