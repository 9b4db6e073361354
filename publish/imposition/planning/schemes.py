"""Every scheme makes a plan: which page stands where, and what is done with the printed sheets.

What is cut into pieces is numbered so that, when the piles are put on each other, all lies in order: each
place of a sheet holds a run of pieces, one a sheet, and the places follow each other as one reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isqrt
from typing import Literal, TypeVar

from .leaflets import LEAFLETS, leaflet_plan
from .padding import padded
from .plan import BLANK, Across, Cut, Fold, Gather, PageCell, Plan, Sheet, Side, Step

# A grid of cells is wider than high, as sheets are that lie; it is not a mere strip.
_WIDEST_GRID = 3
_MOST_CELLS = 64
_USUAL_GRIDS = "2, 3, 4, 6, 8, 9 or 16"
# How spreads of two pages stand on a side: rows and columns of them, by the pages on a side.
_SPREADS: Mapping[int, tuple[int, int]] = {2: (1, 1), 4: (2, 1), 8: (2, 2)}
_PAGES_A_SHEET = 4  # of one that is folded once

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What :func:`make_plan` was asked for."""

    scheme: str
    pages: int
    up: int
    signature: int
    from_right: bool
    last_outside: bool


def make_plan(pages: int, scheme: str, *, up: int = 0, signature: int = 4, from_right: bool = False, last_outside: bool = False) -> Plan:
    """The plan of ``pages`` pages by a scheme of :data:`publish.measures.print_job.SCHEMES`.

    ``up`` is how many pages stand on a side, 0 as is usual; ``signature`` how many sheets, at the most, are sewn
    as one. What is read ``from_right`` is bound on the right. With ``last_outside`` the last page is a back cover.
    Raises ValueError, in words for an author, where there is no such plan.
    """
    if pages < 1:
        raise ValueError("there are no pages to put on sheets")
    if scheme not in _PLANS:
        raise ValueError(f"`{scheme[:40]}` is none of {', '.join(_PLANS)}")
    if signature < 1:
        raise ValueError(f"a signature has at least one sheet, not {signature}")
    return _PLANS[scheme](_Wish(scheme, pages, up, signature, from_right, last_outside))


# Folded in half ---------------------------------------------------------------------------------


def _saddle(wish: _Wish) -> Plan:
    """All sheets in one another. On a larger sheet stand several spreads, which are cut apart and stacked first."""
    up = wish.up or 2
    if up not in _SPREADS:
        raise ValueError(f"saddle has 2, 4 or 8 pages on a side, not {up}")
    rows, columns = _SPREADS[up]
    folded = _folded_sheets(wish, 0)
    count = -(-len(folded) // (rows * columns))
    nothing = Sheet(_spread(BLANK, BLANK), _spread(BLANK, BLANK))
    spare = rows * columns * count - len(folded)
    runs = _runs([*folded, *(nothing,) * spare], count)
    sheets = (_joined(places, columns) for places in zip(*runs, strict=True))
    steps: tuple[Step, ...] = (*_cuts("column", columns, 2, stacked=True), *_cuts("row", rows, stacked=True), Gather(), Fold("column", 1, "back"))
    return _plan(wish, sheets, steps, spare=spare)


def _signatures(wish: _Wish) -> Plan:
    """Groups of sheets, as even as can be, so that none is much thinner than the others."""
    if wish.up not in (0, 2):
        raise ValueError(f"signatures have 2 pages on a side, not {wish.up}")
    sheets = -(-wish.pages // _PAGES_A_SHEET)
    groups = -(-sheets // wish.signature)
    each = -(-sheets // groups)
    return _plan(wish, _folded_sheets(wish, each), (Gather(each, fewer=groups * each - sheets), Fold("column", 1, "back")))


def _folded_sheets(wish: _Wish, each: int) -> tuple[Sheet, ...]:
    """Sheets that are folded once, in the order of printing; in groups of ``each``, or one fewer, or in one (0)."""
    order = padded(wish.pages, _PAGES_A_SHEET, wish.last_outside)
    found: list[Sheet] = []
    for number, size in enumerate(_sizes(len(order) // _PAGES_A_SHEET, each)):
        start = len(found) * _PAGES_A_SHEET
        found += _nested(order[start : start + size * _PAGES_A_SHEET], number, wish.from_right)
    return tuple(found)


def _sizes(sheets: int, each: int) -> Iterator[int]:
    """How many sheets are in every group: the larger ones come first."""
    groups = -(-sheets // (each or sheets))
    yield from (sheets // groups + (number < sheets % groups) for number in range(groups))


def _nested(order: Sequence[int], signature: int, from_right: bool) -> Iterator[Sheet]:
    """The sheets of one group, the outermost first. Each takes two pages from the start and two from the end."""
    for depth in range(len(order) // _PAGES_A_SHEET):
        first, second = order[2 * depth : 2 * depth + 2]
        last_but_one, last = order[len(order) - 2 * depth - 2 : len(order) - 2 * depth]
        front, back = (last, first), (second, last_but_one)
        if from_right:
            front, back = front[::-1], back[::-1]
        yield Sheet(_spread(*front, depth), _spread(*back, depth), signature)


def _spread(left: int, right: int, depth: int = 0) -> Side:
    return ((PageCell(left, spine=1, depth=depth), PageCell(right, spine=-1, depth=depth)),)


def _joined(places: Sequence[Sheet], columns: int) -> Sheet:
    """One large sheet of several small ones, as one reads. On the back, those of a row stand the other way round."""
    rows = [places[start : start + columns] for start in range(0, len(places), columns)]
    front = tuple(tuple(cell for place in row for cell in place.front[0]) for row in rows)
    back = tuple(tuple(cell for place in reversed(row) for cell in place.back[0]) for row in rows)
    return Sheet(front, back)


# Cut or left flat -------------------------------------------------------------------------------


def _cut_stack(wish: _Wish) -> Plan:
    rows, columns = _grid(wish.up or 2)
    order = padded(wish.pages, 2, wish.last_outside)
    leaves = [order[start : start + 2] for start in range(0, len(order), 2)]
    count = -(-len(leaves) // (rows * columns))
    spare = rows * columns * count - len(leaves)
    runs = _runs([*leaves, *((BLANK, BLANK),) * spare], count)
    sheets = (_of_leaves(places, columns) for places in zip(*runs, strict=True))
    return _plan(wish, sheets, _apart(rows, columns, stacked=True), spare=spare)


def _two_up(wish: _Wish) -> Plan:
    rows, columns = _grid(wish.up or 2)
    order = padded(wish.pages, 2, wish.last_outside)
    sheets = (_of_leaves((order[start : start + 2],) * (rows * columns), columns) for start in range(0, len(order), 2))
    return _plan(wish, sheets, _apart(rows, columns, stacked=False))


def _n_up(wish: _Wish) -> Plan:
    rows, columns = _grid(wish.up or 2)
    size = rows * columns
    order = padded(wish.pages, 2 * size)
    sides = [_cells(order[start : start + size], columns) for start in range(0, len(order), size)]
    plan = _plan(wish, (Sheet(front, back) for front, back in zip(sides[::2], sides[1::2], strict=True)), ())
    return _mirrored(plan) if wish.from_right else plan


def _of_leaves(leaves: Sequence[Sequence[int]], columns: int) -> Sheet:
    """A sheet of leaves, as one reads their fronts; behind each stands its own back."""
    front, back = (_cells([leaf[face] for leaf in leaves], columns) for face in (0, 1))
    return Sheet(front, tuple(row[::-1] for row in back))


def _cells(pages: Sequence[int], columns: int) -> Side:
    return tuple(tuple(map(PageCell, pages[start : start + columns])) for start in range(0, len(pages), columns))


def _grid(cells: int) -> tuple[int, int]:
    """Rows and columns of so many cells: as square as can be, and no higher than wide."""
    rows = max((rows for rows in range(1, isqrt(max(cells, 0)) + 1) if cells % rows == 0), default=0)
    if not 0 < cells <= min(_MOST_CELLS, _WIDEST_GRID * rows * rows):
        raise ValueError(f"{cells} pages do not fill a side in rows: take {_USUAL_GRIDS}")
    return rows, cells // rows


def _apart(rows: int, columns: int, stacked: bool) -> tuple[Cut, ...]:
    return (*_cuts("column", columns, stacked=stacked), *_cuts("row", rows, stacked=stacked))


def _cuts(across: Across, pieces: int, cells: int = 1, stacked: bool = False) -> tuple[Cut, ...]:
    """The cuts that make so many pieces, each of so many cells."""
    return tuple(Cut(across, cells * piece, stacked=stacked) for piece in range(1, pieces))


def _runs(pieces: Sequence[P], length: int) -> list[Sequence[P]]:
    return [pieces[start : start + length] for start in range(0, len(pieces), length)]


# One sheet --------------------------------------------------------------------------------------


def _leaflet(wish: _Wish) -> Plan:
    plan = leaflet_plan(wish.scheme, wish.pages, wish.up, wish.last_outside)
    return _mirrored(plan) if wish.from_right else plan


_OTHER_WAY: Mapping[int, Literal[0, 90, 180, 270]] = {0: 0, 90: 270, 180: 180, 270: 90}


def _mirrored(plan: Plan) -> Plan:
    """What a mirror shows, with the pages themselves as they were: all is folded and read the other way."""
    count = len(plan.columns)
    steps = (step if isinstance(step, Gather) or step.across == "row" else replace(step, at=count - step.at) for step in plan.steps)
    sheets = (Sheet(_mirrored_side(sheet.front), _mirrored_side(sheet.back), sheet.signature) for sheet in plan.sheets)
    return replace(plan, sheets=tuple(sheets), steps=tuple(steps), columns=plan.columns[::-1], from_right=True)


def _mirrored_side(side: Side) -> Side:
    return tuple(tuple(replace(cell, turn=_OTHER_WAY[cell.turn]) for cell in reversed(row)) for row in side)


# All of them ------------------------------------------------------------------------------------


def _plan(wish: _Wish, sheets: Iterator[Sheet] | Sequence[Sheet], steps: Sequence[Step], spare: int = 0) -> Plan:
    """A plan whose columns are all as wide. Where no back has a page, none is printed."""
    made = tuple(sheets)
    if all(cell.page == BLANK for sheet in made for row in sheet.back for cell in row):
        made = tuple(replace(sheet, back=()) for sheet in made)
    return Plan(wish.scheme, wish.pages, made, tuple(steps), (1,) * len(made[0].front[0]), wish.from_right, spare)


_PLANS: Mapping[str, Callable[[_Wish], Plan]] = {
    "saddle": _saddle,
    "signatures": _signatures,
    "cut-stack": _cut_stack,
    "two-up": _two_up,
    "n-up": _n_up,
    **dict.fromkeys((*LEAFLETS, "accordion"), _leaflet),
}
