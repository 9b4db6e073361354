"""Drawings of the first sheet: its pages on both sides, and how the printed pile goes back into the printer."""

from __future__ import annotations

from itertools import accumulate

from ..planning.plan import BLANK, PageCell, Side
from .drawing_parts import BOLD, CUT, FOLD, GREY, LINE, SOFT, WHITE, arrow, box, drawing, label, line, straight_arrow
from .turns import FirstSheet

_LONGER_SIDE = 130
_PAGE_LINES = 5


def side_drawing(sheet: FirstSheet, back: bool) -> str:
    """One side of the first sheet: its page numbers, as they stand, and the lines to fold and cut along."""
    scale = _LONGER_SIDE / max(sheet.width, sheet.height)
    width, height = sheet.width * scale, sheet.height * scale
    side = sheet.back if back else sheet.front
    across = sheet.columns[::-1] if back else sheet.columns
    lefts = [1.5 + width * part / sum(across) for part in accumulate(across, initial=0)]
    tops = [1.5 + height * row / len(side) for row in range(len(side) + 1)]
    return drawing(
        width + 3, height + 3, box(1.5, 1.5, width, height), _pages(side, lefts, tops), _lines(sheet, back, lefts, tops),
    )  # fmt: skip


def _pages(side: Side, lefts: list[float], tops: list[float]) -> str:
    parts = []
    for row, cells in enumerate(side):
        for column, cell in enumerate(cells):
            if cell.page != BLANK:
                parts.append(_page(cell, lefts[column], tops[row], lefts[column + 1], tops[row + 1]))
    return "".join(parts)


def _page(cell: PageCell, left: float, top: float, right: float, bottom: float) -> str:
    """A page's number at its head, and grey lines for its text, so that one sees which way up it is."""
    lying = cell.turn % 180 == 90
    width, height = (bottom - top, right - left) if lying else (right - left, bottom - top)
    size = min(height * 0.34, width * 0.62 / max(2, len(str(cell.page))) * 1.6)
    middle = (left + right) / 2, (top + bottom) / 2
    first, apart = -height * 0.5 + height * 0.16 + size, height * 0.085
    measure = width * 0.56
    rows = [first + apart * row for row in range(_PAGE_LINES) if first + apart * row < height * 0.4]
    lines = "".join(line(((-measure / 2, y), (measure / 2 if y != rows[-1] else measure * 0.05, y)), min(LINE, height * 0.02), stroke=SOFT) for y in rows)
    figures = label(0, -height * 0.5 + height * 0.12 + size * 0.42, str(cell.page), size)
    return f'<g transform="translate({middle[0]:.2f} {middle[1]:.2f}) rotate({cell.turn})">{figures}{lines}</g>'


def _lines(sheet: FirstSheet, back: bool, lefts: list[float], tops: list[float]) -> str:
    """Folds in dashes, cuts in dashes and dots, a slit as a bold line."""
    last = len(lefts) - 1

    def upright(at: int, width: float, dashes: str) -> str:
        x = lefts[last - at if back else at]
        return line(((x, tops[0]), (x, tops[-1])), width, dashes)

    def level(at: int, width: float, dashes: str) -> str:
        return line(((lefts[0], tops[at]), (lefts[-1], tops[at])), width, dashes)

    quarter = (lefts[-1] - lefts[0]) / 4
    slits = (line(((lefts[0] + quarter, tops[at]), (lefts[-1] - quarter, tops[at])), BOLD) for at in sheet.row_slits)
    return "".join((
        *(upright(at, LINE, FOLD) for at in sheet.column_folds), *(level(at, LINE, FOLD) for at in sheet.row_folds),
        *(upright(at, LINE * 1.2, CUT) for at in sheet.column_cuts), *(level(at, LINE * 1.2, CUT) for at in sheet.row_cuts),
        *slits,
    ))  # fmt: skip


def reload_drawing(sheet: FirstSheet) -> str:
    """The printed pile, and the same turned over about the axis that is drawn; a bold line is its top edge."""
    width, height = (84, 60) if sheet.width >= sheet.height else (60, 84)
    left, top = (118 - width) / 2, (104 - height) / 2 + 10
    other = left + 150
    printed = _sheaf(left, top, width, height, WHITE) + _printed(sheet, left, top, width, height)
    turned = _sheaf(other, top, width, height, GREY)
    ends = _edge(left, top, width) + _edge(other, top + height if sheet.over_the_top else top, width)
    middle = top + height / 2
    return drawing(
        266, 120, printed, turned, ends, _axis(left, top, width, height, sheet.over_the_top),
        straight_arrow((left + width + 30, middle), (other - 10, middle)),
    )  # fmt: skip


def _sheaf(left: float, top: float, width: float, height: float, fill: str) -> str:
    """A pile seen from above: the sheets below look out a little."""
    return "".join(box(left + 2.2 * below, top + 2.2 * below, width, height, fill if below == 0 else WHITE) for below in (3, 2, 1, 0))


def _printed(sheet: FirstSheet, left: float, top: float, width: float, height: float) -> str:
    lefts = [left + width * part / sum(sheet.columns) for part in accumulate(sheet.columns, initial=0)]
    tops = [top + height * row / len(sheet.front) for row in range(len(sheet.front) + 1)]
    return _pages(sheet.front, lefts, tops)


def _edge(left: float, y: float, width: float) -> str:
    return line(((left, y), (left + width, y)), 1.5 * BOLD)


def _axis(left: float, top: float, width: float, height: float, level: bool) -> str:
    """Both ends of the axis that a pile is turned about, and the way it goes."""
    right, bottom, x, y = left + width, top + height, left + width / 2, top + height / 2
    if level:
        ends = line(((left - 14, y), (left - 3, y)), LINE, CUT) + line(((right + 9, y), (right + 22, y)), LINE, CUT)
        return ends + arrow((right + 13, y + 17), (right + 27, y), (right + 13, y - 17))
    ends = line(((x, top - 16), (x, top - 4)), LINE, CUT) + line(((x, bottom + 9), (x, bottom + 18)), LINE, CUT)
    return ends + arrow((x - 18, top - 6), (x, top - 19), (x + 18, top - 6))
