"""Where pages come to lie on paper: sheet, scale, bleed, the printer's edge, and the marks."""

from __future__ import annotations

from math import atan2, degrees, hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError, Report
from publish.imposition.planning.lay_out import lay_out
from publish.imposition.planning.placing import Face, Imposition, PageSize, Placed, SheetMark
from publish.imposition.planning.schemes import make_plan
from publish.measures.papers import SHEETS, paper
from publish.measures.print_job import SCHEMES, PrintJob
from publish.measures.shapes import SHAPES, Length

MM = Length("1mm")


def size(width: float, height: float, bleed: float = 0) -> PageSize:
    return PageSize(width * MM, height * MM, bleed * MM)


A4, A5, A6 = size(210, 297), size(148, 210), size(105, 148)


def laid(scheme: str, pages: int, page: PageSize | list[PageSize], report: Report | None = None, up: int = 0, **job) -> Imposition:
    made = PrintJob(scheme=scheme, up=up, **job)
    sizes = page if isinstance(page, list) else [page]
    return lay_out(make_plan(pages, scheme, up=up), sizes, made, report if report is not None else Report())


def in_mm(*points: float) -> tuple[float, ...]:
    return tuple(round(point / MM, 2) + 0.0 for point in points)


def middle(placed: Placed, page: PageSize) -> tuple[float, ...]:
    a, b, c, d, e, f = placed.matrix
    return in_mm(a * page.width / 2 + c * page.height / 2 + e, b * page.width / 2 + d * page.height / 2 + f)


def marks(face: Face, kind: str) -> list[tuple[float, ...]]:
    return [in_mm(*mark.start, *mark.end) for mark in face.marks if mark.kind == kind]


# The sheet --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "page", "up", "sheet"),
    [
        ("saddle", A5, 0, (297, 210)), ("saddle", A6, 4, (210, 297)), ("saddle", A6, 8, (420, 297)),
        ("half", size(139.7, 215.9), 0, (279.4, 215.9)),
        ("two-up", A5, 0, (297, 210)), ("zine", size(74, 105), 0, (297, 210)), ("letter", size(97, 210), 0, (297, 210)),
        ("gate", size(73.75, 210), 0, (297, 210)), ("cut-stack", size(99, 210), 3, (297, 210)), ("french", A6, 0, (210, 297)),
    ],
)  # fmt: skip
def test_without_a_sheet_the_smallest_is_taken_that_is_sold_and_it_lies_as_the_pages_need_it(scheme, page, up, sheet):
    report = Report()
    found = laid(scheme, 1, page, report, up=up)
    assert in_mm(found.width, found.height) == sheet
    assert found.scale == 1 and report.diagnostics == []


def test_what_no_sheet_that_is_sold_holds_gets_a_sheet_of_its_own_size():
    found = laid("saddle", 4, size(420, 594))
    assert in_mm(found.width, found.height) == (840, 594)


def test_the_panels_of_a_letter_fold_keep_their_millimetres():
    found = laid("letter", 6, size(97, 210), flip="short")
    front, back = found.faces
    assert [middle(placed, size(97, 210))[0] for placed in front.pages] == [48.5, 147, 247]
    # Seen from behind, the narrow flap is on the right: it lies behind the front's left panel.
    assert [middle(placed, size(97, 210))[0] for placed in back.pages] == [50, 150, 248.5]


def test_pages_keep_clear_of_the_margin_and_it_is_said_by_how_much_they_are_shrunk():
    report = Report()
    found = laid("saddle", 4, A5, report, margin=Length("5mm"))
    assert found.scale == pytest.approx(200 / 210)
    (said,) = report.diagnostics
    assert (said.code, said.severity.value) == ("I203", "info")
    assert said.message == "pages are shrunk to 95.2 %: they stand on 296 by 210 mm, and a margin of 5 mm leaves 287 by 200 mm of a4"


def test_a_sheet_is_laid_so_that_pages_need_the_least_shrinking():
    # Two wide pages beside each other are no higher than an upright sheet is wide.
    found = laid("two-up", 2, size(100, 280), sheet=SHEETS["a4"])
    assert in_mm(found.width, found.height) == (210, 297) and found.scale == 1
    found = laid("saddle", 4, A5, sheet=SHEETS["a4"])
    assert in_mm(found.width, found.height) == (297, 210)
    # Both ways all fits: it lies as the pages do.
    assert laid("saddle", 4, A6, sheet=SHEETS["a3"]).width > laid("saddle", 4, A6, sheet=SHEETS["a3"]).height


def test_pages_are_not_shrunk_beyond_reading():
    with pytest.raises(PublishError) as problem:
        laid("saddle", 4, A4, sheet=SHAPES["a6"])
    said = problem.value.diagnostic
    assert said.code == "I201"
    assert said.message == "pages would be shrunk to 35.2 %: they stand on 420 by 297 mm, and the sheet a6 has 148 by 105 mm"
    assert said.hint == "`sheet: a3` holds them at full size, `--scale 35` prints them as small as that"
    assert laid("saddle", 4, A4, sheet=SHAPES["a6"], scale=0.35).scale == 0.35


@pytest.mark.parametrize(("page", "sheet", "up", "said"), [(PageSize(595.28, 841.89), "a4", 4, "50"), (A4, "a5", 2, "49.8"), (A5, "a5", 4, "50")])
def test_half_is_half_although_the_sides_of_the_a_series_are_rounded(page, sheet, up, said):
    report = Report()
    laid("saddle", 16, page, report, up=up, sheet=SHAPES[sheet])
    assert [str(one).split(":")[1] for one in report.diagnostics] == [f" pages are shrunk to {said} %"]


def test_an_own_scale_that_does_not_fit_is_refused_and_the_sheet_named_that_would_do():
    with pytest.raises(PublishError) as problem:
        laid("saddle", 4, A5, sheet=SHEETS["a4"], scale=1.2)
    said = problem.value.diagnostic
    assert said.code == "I202"
    assert said.message == "at 120 % the pages stand on 355.2 by 252 mm, and the sheet a4 has 297 by 210 mm"
    assert said.hint == "take `sheet: a3`, or `scale: auto`"


def test_an_own_scale_is_kept_and_finds_its_own_sheet():
    report = Report()
    found = laid("saddle", 4, A4, report, scale=0.7)
    assert (found.scale, in_mm(found.width, found.height)) == (0.7, (297, 210))
    assert report.diagnostics == []


def test_a_margin_that_leaves_nothing_is_refused():
    with pytest.raises(PublishError) as problem:
        laid("saddle", 4, A5, margin=Length("100mm"), sheet=SHEETS["a5"])
    assert problem.value.diagnostic.code == "I205"
    assert problem.value.diagnostic.message == "a margin of 100 mm leaves nothing of a5, which is 148 mm wide"


def test_pages_may_be_moved_but_not_off_the_sheet():
    report = Report()
    page = size(120, 180)
    front, back = laid("saddle", 4, page, report, shift=(Length("3mm"), Length(-2 * MM)), flip="short").faces
    assert report.diagnostics == []
    assert [middle(placed, page) for placed in front.pages] == [(91.5, 103), (211.5, 103)]
    # Seen from behind, the same place of the paper is on the other side: folds lie on each other.
    assert [middle(placed, page) for placed in back.pages] == [(85.5, 103), (205.5, 103)]
    laid("saddle", 4, A5, report, shift=(Length(-3 * MM), Length(0)))
    (said,) = report.diagnostics
    assert (said.code, said.severity.value) == ("I204", "error")
    assert said.message == "moved 3.0 mm left, pages stand 2.5 mm beyond the edge of the sheet"


def test_a_page_without_a_size_is_refused():
    with pytest.raises(PublishError, match="I206.*page 2 has no size"):
        laid("saddle", 2, [A5, size(0, 100)])


# Pages ------------------------------------------------------------------------------------------


def places(found: Imposition, sizes: list[PageSize]) -> dict[int, tuple[float, ...]]:
    """Of every page its middle in millimetres, its scale to a hundredth, and by how much it is turned clockwise."""
    placed = [one for face in found.faces for one in face.pages]
    return {
        one.page: (*middle(one, sizes[one.page - 1]), round(hypot(*one.matrix[:2]), 2), round(-degrees(atan2(one.matrix[1], one.matrix[0]))) % 360)
        for one in placed
    }


def test_pages_that_are_smaller_than_most_stand_in_the_middle_of_their_places():
    sizes, report = [A5, size(100, 150), A5, size(120, 210)], Report()
    found = laid("saddle", 4, sizes, report, flip="short")
    assert places(found, sizes) == {4: (74.5, 105, 1, 0), 1: (222.5, 105, 1, 0), 2: (74.5, 105, 1, 0), 3: (222.5, 105, 1, 0)}
    assert report.diagnostics == []


def test_pages_that_are_larger_than_most_are_turned_and_made_smaller_alone():
    sizes, report = [A4, A4, size(297, 210), A4, size(420, 297), A4, size(300, 600), A4], Report()
    found = laid("saddle", 8, sizes, report, flip="short")
    assert in_mm(found.width, found.height) == (420, 297)
    assert {page: turned for page, (*_, turned) in places(found, sizes).items()} == {**dict.fromkeys((1, 2, 4, 6, 7, 8), 0), 3: 270, 5: 270}
    assert {page: scale for page, (_, _, scale, _) in places(found, sizes).items()} == {**dict.fromkeys((1, 2, 3, 4, 6, 8), 1), 5: 0.71, 7: 0.49}
    assert [(one.code, one.message) for one in report.diagnostics] == [(
        "I207",
        "pages of another size are fitted into the places of the others: page 3 is turned, page 5 is turned and made smaller, to 70.7 %, "
        "page 7 is made smaller, to 49.5 %",
    )]  # fmt: skip


def test_what_is_bound_on_the_right_has_its_lying_pages_with_their_heads_on_the_right():
    sizes = [A4, size(297, 210), A4, A4]
    plan = make_plan(4, "saddle", from_right=True)
    found = lay_out(plan, sizes, PrintJob(flip="short"), Report())
    assert places(found, sizes)[2][3] == 90


def test_scanned_pages_that_all_differ_a_little_are_all_left_as_large_as_they_are():
    sizes, report = [size(148 + step / 2, 210 - step / 2) for step in range(8)], Report()
    assert {scale for _, _, scale, _ in places(laid("saddle", 8, sizes, report), sizes).values()} == {1}
    assert report.diagnostics == []


def test_where_two_sizes_are_as_many_nothing_is_made_smaller():
    sizes = [A5, A4, A5, A4]
    assert {scale for _, _, scale, _ in places(laid("saddle", 4, sizes), sizes).values()} == {1}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_odd_page_stays_within_its_place_in_every_scheme(scheme):
    pages = 4 if scheme in ("half", "french") else 6
    sizes = [A6] * pages
    sizes[1] = size(300, 120)
    found = laid(scheme, pages, sizes, flip="short")
    assert found.scale == laid(scheme, pages, A6, flip="short").scale
    plain = {placed.page: placed.clip for face in laid(scheme, pages, A6, flip="short").faces for placed in face.pages}
    for placed in (one for face in found.faces for one in face.pages if one.page == 2):
        left, bottom, right, top = placed.clip
        assert right - left <= 105 * MM + 0.01 and top - bottom <= 148 * MM + 0.01
    assert {placed.page: placed.clip for face in found.faces for placed in face.pages if placed.page != 2}.items() <= plain.items()


def test_bleed_goes_over_the_outer_edges_and_not_into_the_neighbour():
    front = laid("saddle", 4, size(120, 180, bleed=3)).faces[0]
    assert [in_mm(*placed.clip) for placed in front.pages] == [(25.5, 12, 148.5, 198), (148.5, 12, 271.5, 198)]


def test_the_bleed_of_a_panel_that_is_wider_than_its_page_fills_the_rest():
    front = laid("letter", 6, size(97, 210, bleed=3)).faces[0]
    assert [in_mm(*placed.clip) for placed in front.pages] == [(-3, -3, 97, 213), (97, -3, 197, 213), (197, -3, 298.5, 213)]


def test_bleed_is_shrunk_with_the_pages():
    front = laid("saddle", 4, size(148, 210, bleed=4), scale=0.5).faces[0]
    left, bottom, right, top = in_mm(*front.pages[0].clip)
    assert (right - left, top - bottom) == (74 + 2, 105 + 4)


def test_only_pages_that_stand_beside_each_other_are_turned_to_be_larger():
    wide = size(297, 210)
    found = laid("n-up", 2, wide, sheet=SHEETS["a4"])
    assert found.scale == pytest.approx(148.5 / 210, abs=0.001)
    # Both have their heads on the left: with the sheet turned clockwise, the first stands above the second.
    heads = [placed.matrix[:2] for placed in found.faces[0].pages]
    assert heads == [pytest.approx((0, found.scale))] * 2
    upright = laid("n-up", 2, A4, sheet=SHEETS["a4"])
    assert all(placed.matrix[1] == 0 for placed in upright.faces[0].pages)
    folded = laid("saddle", 2, wide, sheet=SHEETS["a3"])
    assert all(placed.matrix[1] == 0 for face in folded.faces for placed in face.pages)


def test_one_wide_page_among_upright_ones_is_turned_for_all_to_be_larger():
    found = laid("n-up", 4, [A4, A4, size(297, 210), A4], up=4, sheet=SHEETS["a4"])
    assert found.scale == pytest.approx(0.5, abs=0.001)
    assert [placed.page for placed in found.faces[0].pages if placed.matrix[1] != 0] == [3]


def test_many_pages_on_a_side_may_be_as_small_as_they_must():
    report = Report()
    found = laid("n-up", 16, A4, report, up=16, sheet=SHEETS["a5"])
    assert 0.17 < found.scale < 0.18
    assert [said.code for said in report.diagnostics] == ["I203"]


# The printer's edge -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "flip", "upside_down"),
    [
        (A5, "short", False), (A5, "long", True), (A5, "single", True),  # the sheet lies
        (size(80, 250), "short", True), (size(80, 250), "long", False), (size(80, 250), "single", False),  # it stands
    ],
)  # fmt: skip
def test_backs_are_turned_where_the_printer_turns_sheets_about_their_level_axis(page, flip, upside_down):
    found = laid("saddle", 8, page, flip=flip)
    assert [(face.sheet, face.back) for face in found.faces] == [(1, False), (1, True), (2, False), (2, True)]
    for face in found.faces:
        assert {placed.matrix[0] for placed in face.pages} == {-1 if face.back and upside_down else 1}


@given(st.sampled_from(sorted(SCHEMES)), st.integers(1, 4), st.sampled_from((A5, size(80, 250), size(210, 148, 3))), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_turned_back_is_the_other_back_turned_by_half_with_all_that_is_on_it(scheme, pages, page, margin):
    job = {"margin": Length("8mm")} if margin else {}
    long, short = (laid(scheme, pages, page, flip=flip, **job) for flip in ("long", "short"))
    for one, other in zip(long.faces, short.faces, strict=True):
        if not one.back:
            assert one == other
            continue
        for placed, turned in zip(one.pages, other.pages, strict=True):
            left, bottom, right, top = placed.clip
            assert turned.clip == pytest.approx((long.width - right, long.height - top, long.width - left, long.height - bottom), abs=1e-6)
            assert turned.matrix[:4] == pytest.approx([-part for part in placed.matrix[:4]])
        assert [mark.kind for mark in one.marks] == [mark.kind for mark in other.marks]
        for mark, turned in zip(one.marks, other.marks, strict=True):
            assert turned.start == pytest.approx((long.width - mark.start[0], long.height - mark.start[1]), abs=1e-6)


@given(st.sampled_from(sorted(SCHEMES)), st.integers(1, 4), st.sampled_from((A4, A5, size(210, 99, 3))), st.sampled_from((0, 5, 12)))
@settings(max_examples=80, deadline=None)
def test_pages_lie_within_the_margin_and_not_on_each_other(scheme, pages, page, margin):
    found = laid(scheme, pages, page, sheet=SHEETS["a2"], margin=margin * MM)
    for face in found.faces:
        for placed in face.pages:
            x, y = middle(placed, page)
            across, along = (in_mm(side * found.scale)[0] for side in (page.width, page.height))
            if placed.matrix[1]:
                across, along = along, across
            assert margin - 0.5 <= x - across / 2 and x + across / 2 <= in_mm(found.width)[0] - margin + 0.5
            assert margin - 0.5 <= y - along / 2 and y + along / 2 <= in_mm(found.height)[0] - margin + 0.5
        for one in face.pages:
            for other in face.pages:
                apart = one is other or any(one.clip[axis + 2] <= other.clip[axis] + 1e-6 or other.clip[axis + 2] <= one.clip[axis] + 1e-6 for axis in (0, 1))
                assert apart


# Marks ------------------------------------------------------------------------------------------


def test_folds_are_marked_beside_the_pages_on_the_face_that_disappears_inside():
    front, back = laid("saddle", 4, size(100, 180), sheet=SHEETS["a4"], flip="short").faces
    assert marks(front, "fold") == []
    assert marks(back, "fold") == [(148.5, 14.5, 148.5, 9.5), (148.5, 195.5, 148.5, 200.5)]
    (one_sided,) = laid("french", 4, size(90, 130), sheet=SHEETS["a4"]).faces
    assert len(marks(one_sided, "fold")) == 4


@pytest.mark.parametrize(("page", "sheet", "trimmed"), [(size(130, 190), "a4", (260, 190)), (size(148, 210, bleed=3), "sra3", (296, 210))])
def test_folded_sheets_that_are_larger_than_their_pages_have_marks_in_line_with_their_corners_on_the_front(page, sheet, trimmed):
    found = laid("saddle", 16, page, sheet=SHEETS[sheet])
    assert in_mm(*found.trimmed) == trimmed
    fronts, backs = ([face for face in found.faces if face.back == back] for back in (False, True))
    assert {len(marks(face, "trim")) for face in fronts} == {8} and {len(marks(face, "trim")) for face in backs} == {0}
    wide, high = in_mm(found.width, found.height)
    upright = {mark[0] for mark in marks(fronts[0], "trim") if mark[0] == mark[2]}
    level = {mark[1] for mark in marks(fronts[0], "trim") if mark[1] == mark[3]}
    assert upright == {(wide - trimmed[0]) / 2, (wide + trimmed[0]) / 2} and level == {(high - trimmed[1]) / 2, (high + trimmed[1]) / 2}


def test_trim_marks_stand_beyond_the_bleed():
    (face,) = [face for face in laid("half", 4, size(148, 210, bleed=3), sheet=SHEETS["sra3"]).faces if not face.back]
    for left, bottom, right, top in marks(face, "trim"):
        assert not (77 - 3 < (left + right) / 2 < 373 + 3 and 55 - 3 < (bottom + top) / 2 < 265 + 3)


@pytest.mark.parametrize(
    ("scheme", "page", "job"),
    [
        ("saddle", A5, {"sheet": SHEETS["a4"]}), ("n-up", A6, {"sheet": SHEETS["a3"]}),
        # Pages that were made as large as the sheet allows leave a bare edge, and lose nothing by it.
        ("saddle", A5, {"sheet": SHEETS["a4"], "margin": Length("5mm")}), ("saddle", A4, {"sheet": SHEETS["letter"]}),
    ],
)  # fmt: skip
def test_nothing_is_trimmed_where_pages_fill_the_sheet_or_are_fitted_to_it(scheme, page, job):
    found = laid(scheme, 4, page, **job)
    assert found.trimmed is None and not any(marks(face, "trim") for face in found.faces)


def test_pages_with_bleed_and_pages_of_an_own_scale_are_trimmed_also_where_they_are_smaller():
    assert laid("saddle", 4, size(148, 210, bleed=3), sheet=SHEETS["a4"], margin=Length("8mm")).trimmed
    assert in_mm(*laid("saddle", 4, A4, sheet=SHEETS["a4"], scale=0.6).trimmed) == (252, 178.2)


def test_there_are_no_strokes_where_there_is_no_paper_for_them():
    for face in laid("half", 4, A5).faces:
        assert face.marks == ()
    # Six millimetres are free above and below, of which the bleed takes five.
    assert laid("half", 4, size(140, 198, bleed=5)).faces[1].marks == ()
    assert len(laid("half", 4, size(140, 198, bleed=3)).faces[1].marks) == 2


def test_a_stapled_booklet_shows_where_the_staples_go_on_its_outside_only():
    faces = laid("saddle", 12, A5, flip="short").faces
    assert marks(faces[0], "staple") == [(148.5, 160.5, 148.5, 154.5), (148.5, 55.5, 148.5, 49.5)]
    assert [marks(face, "staple") for face in faces[1:]] == [[]] * 5
    assert marks(laid("saddle", 4, A5).faces[0], "staple") == []


def test_a_larger_sheet_has_staples_on_its_outermost_piece_only():
    first = laid("saddle", 32, A6, up=8).faces[0]
    assert {mark[0] for mark in marks(first, "staple")} == {105}


def test_collation_marks_are_a_stair_across_the_spine():
    found = laid("signatures", 48, A5, flip="short")
    bars = {face.sheet: mark for face in found.faces for mark in face.marks if mark.kind == "collation"}
    assert list(bars) == [1, 5, 9]
    assert [in_mm(*bar.start, *bar.end, bar.width) for bar in bars.values()] == [
        (148.5, 210, 148.5, 205, 1), (148.5, 205, 148.5, 200, 1), (148.5, 200, 148.5, 195, 1),
    ]  # fmt: skip
    assert not any(face.back for face in found.faces if any(mark.kind == "collation" for mark in face.marks))
    lone = laid("signatures", 16, A5)
    assert not any(mark.kind == "collation" for face in lone.faces for mark in face.marks)


def test_many_signatures_keep_their_bars_on_the_spine():
    found = lay_out(make_plan(400, "signatures", signature=1), [A6], PrintJob(), Report())
    bars = [mark for face in found.faces for mark in face.marks if mark.kind == "collation"]
    assert len(bars) == 100
    ends = [bar.end[1] for bar in bars]
    assert ends == sorted(ends, reverse=True) and min(ends) > (found.height - 148 * MM) / 2 - 1e-6


def test_cuts_are_marked_on_fronts_with_the_edges_of_the_pieces():
    front, back = laid("cut-stack", 8, size(90, 130), up=4, sheet=SHEETS["a4"], flip="long").faces
    assert {mark[0] for mark in marks(front, "cut") if mark[0] == mark[2]} == {15, 105, 195}
    assert {mark[1] for mark in marks(front, "cut") if mark[1] == mark[3]} == {18.5, 148.5, 278.5}
    assert marks(back, "cut") == []


def test_the_zines_slit_is_drawn_where_it_is_cut():
    (front,) = laid("zine", 8, size(70, 100), sheet=SHEETS["a4"]).faces
    assert marks(front, "cut") == [(78.5, 105, 218.5, 105)]
    assert {mark[0] for mark in marks(front, "fold") if mark[0] == mark[2]} == {78.5, 148.5, 218.5}


def test_strokes_stay_on_the_sheet():
    for scheme in SCHEMES:
        found = laid(scheme, 4, size(60, 80, bleed=3), sheet=SHEETS["a3"])
        ends: list[SheetMark] = [mark for face in found.faces for mark in face.marks]
        points = [point for mark in ends for point in (mark.start, mark.end)]
        assert points or scheme == "n-up"
        assert all(-1e-6 <= x <= found.width + 1e-6 and -1e-6 <= y <= found.height + 1e-6 for x, y in points)


# Staples ----------------------------------------------------------------------------------------


def test_more_sheets_than_a_staple_takes_are_a_warning():
    report = Report()
    laid("saddle", 80, A5, report)
    assert report.diagnostics == []
    laid("saddle", 84, A5, report)
    laid("saddle", 44, A5, report, paper=paper("160gsm"))
    assert [said.code for said in report.diagnostics] == ["I210", "I210"]
    assert report.diagnostics[0].message == "21 sheets of 80gsm in one another are more than a staple takes, which is about 20"
    assert "signatures" in report.diagnostics[0].hint
    laid("signatures", 400, A5, report)
    assert len(report.diagnostics) == 2
