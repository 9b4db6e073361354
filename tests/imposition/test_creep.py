"""Creep, against numbers computed by hand: office paper of 80 g/m² is 0.10 mm thick."""

from __future__ import annotations

import pytest

from publish.diagnostics import Report
from publish.imposition.planning.creep import creep, moved_by_creep, too_thick_to_staple
from publish.imposition.planning.lay_out import lay_out
from publish.imposition.planning.placing import Imposition, PageSize
from publish.imposition.planning.plan import PageCell
from publish.imposition.planning.schemes import make_plan
from publish.measures.papers import OFFICE, paper
from publish.measures.print_job import PrintJob
from publish.measures.shapes import Length

A5 = PageSize(Length("148mm"), Length("210mm"))
MM = Length("1mm")


def moved(imposition: Imposition, scale: float = 1) -> dict[int, float]:
    """How far each page's left edge is from where it stands without creep, in millimetres to the right."""
    middle = imposition.width / 2
    lefts = {placed.page: placed.matrix[4] for face in imposition.faces for placed in face.pages}
    odd_ones = {page: left - middle for page, left in lefts.items() if left > middle - A5.width * scale / 2}
    even_ones = {page: left + A5.width * scale - middle for page, left in lefts.items() if page not in odd_ones}
    return {page: round(length / MM, 4) for page, length in {**odd_ones, **even_ones}.items()}


@pytest.mark.parametrize(
    ("sheets", "name", "millimetres"),
    [
        (1, "80gsm", 0), (2, "80gsm", 0.1), (10, "80gsm", 0.9), (20, "80gsm", 1.9), (5, "160gsm", 0.8), (4, "0.15mm", 0.45),
        (10, "115gsm coated", 0.8798),
    ],
)  # fmt: skip
def test_the_innermost_sheet_sticks_out_by_the_thickness_of_all_others(sheets, name, millimetres):
    assert creep(sheets - 1, paper(name).thickness).mm == pytest.approx(millimetres, abs=0.001)


def test_ten_sheets_of_office_paper_move_their_pages_by_up_to_nine_tenths_of_a_millimetre():
    found = moved(lay_out(make_plan(40, "saddle"), [A5], PrintJob(flip="short"), Report()))
    # Right-hand pages move to the left, to the spine, and left-hand pages to the right.
    assert [found[page] for page in (1, 3, 5, 19, 21, 37, 39)] == [0, -0.1, -0.2, -0.9, -0.9, -0.1, 0]
    assert [found[page] for page in (2, 4, 6, 20, 22, 38, 40)] == [0, 0.1, 0.2, 0.9, 0.9, 0.1, 0]


def test_a_lone_sheet_is_not_moved():
    assert set(moved(lay_out(make_plan(4, "saddle"), [A5], PrintJob(flip="short"), Report())).values()) == {0}


def test_creep_begins_anew_in_every_signature():
    found = moved(lay_out(make_plan(32, "signatures", signature=4), [A5], PrintJob(flip="short"), Report()))
    assert [found[page] for page in (1, 7, 17, 23)] == [0, -0.3, 0, -0.3]


def test_paper_is_as_thick_when_pages_are_shrunk():
    job = PrintJob(flip="short", scale=0.5, sheet=None)
    found = moved(lay_out(make_plan(40, "saddle"), [A5], job, Report()), scale=0.5)
    assert (found[19], found[20]) == (-0.9, 0.9)


def test_pages_move_towards_their_spine_wherever_it_is():
    assert [moved_by_creep(PageCell(1, spine=spine, depth=3), MM) / MM for spine in (-1, 0, 1)] == pytest.approx([-3, 0, 3])


def test_nothing_crosses_the_spine():
    imposition = lay_out(make_plan(80, "saddle"), [PageSize(A5.width, A5.height, 9)], PrintJob(flip="short"), Report())
    for face in imposition.faces:
        left, right = sorted(face.pages, key=lambda placed: placed.clip[0])
        assert left.clip[2] == pytest.approx(imposition.width / 2) == right.clip[0]


def test_twenty_sheets_of_office_paper_can_be_stapled_and_no_more():
    assert not too_thick_to_staple(20, OFFICE.thickness)
    assert too_thick_to_staple(21, OFFICE.thickness)
    assert too_thick_to_staple(11, paper("160gsm").thickness)
    assert not too_thick_to_staple(10, paper("160gsm").thickness)
