"""HTML tables: their rows, the cells that take up several, and which of them are heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from ..diagnostics import PublishError
from ..model.grid import placed
from ..model.kinds import Align
from ..model.nodes import Block, Blocks, Cell, Inlines, Row, Table
from ..model.place import Place
from .html_tree import Element

_MOST_COLUMNS, _MOST_CELLS = 60, 200_000
_GROUPS = ("thead", "tbody", "tfoot")
_EMPTY = Cell(())

MakeBlocks = Callable[[Iterable[Block | Element]], Blocks]
Contents = Callable[[Element], Blocks]
Words = Callable[[Element | None], tuple[Inlines, Blocks]]


@dataclass(slots=True)
class _Cell:
    cell: Cell
    is_head: bool
    align: Align


_Rows = list[list[_Cell]]


def made_table(element: Element, make: MakeBlocks, contents: Contents, words: Words) -> list[Block]:
    """The table, and before it whatever stood in it outside of its cells, which browsers move there, too.

    Raises :class:`PublishError` (M109) where it has more columns or cells than anything can show.
    """
    rows: dict[str, _Rows] = {group: [] for group in _GROUPS}
    caption: Inlines = ()
    strays: list[Block] = []
    for group, child in _parts(element):
        if isinstance(child, Element) and child.name == "tr":
            rows[group].append([_cell(one, contents) for one in child.children if _is_cell(one)])
            strays += make(one for one in child.children if not _is_cell(one))
        elif isinstance(child, Element) and child.name == "caption" and not caption:
            caption, more = words(child)
            strays += more
        else:
            strays += make((child,))
    table = _table(rows, caption, element)
    return [*strays, *([table] if table else [])]


def _parts(table: Element) -> Iterator[tuple[str, Block | Element]]:
    """What is in a table, each with the group of rows that it stands in."""
    for child in table.children:
        if isinstance(child, Element) and child.name in _GROUPS:
            yield from ((child.name, one) for one in child.children)
        else:
            yield "tbody", child


def _is_cell(child: Block | Element) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.name in ("td", "th")


def _cell(element: Element, contents: Contents) -> _Cell:
    columns, rows = (_span(element.tag.get(key)) for key in ("colspan", "rowspan"))
    return _Cell(Cell(contents(element), columns, rows, place=element.place), element.name == "th", element.align)


def _span(written: str) -> int:
    digits = written.strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 4 else 1
    return max(min(number, _MOST_COLUMNS if number else 1), 1)


def _table(rows: dict[str, _Rows], caption: Inlines, element: Element) -> Table | None:
    head, body, foot = (list(filter(None, rows[group])) for group in _GROUPS)
    while not rows["thead"] and len(body) > 1 and all(one.is_head for one in body[0]):
        head.append(body.pop(0))
    everything = [*head, *body, *foot]
    if not everything:
        return None
    width = _clip_spans((head, body, foot))
    _refuse_excess(width, len(everything), element.place)
    columns = _aligns(body or everything, width)
    made = [_even(group, width) for group in (head, body, foot)]
    return Table(columns, made[0], made[1], caption, made[2], _row_heads(body), id=element.tag.get("id"), place=element.place)


def _clip_spans(groups: Iterable[_Rows]) -> int:
    """How many columns there are. What ends a row may claim more of them, to be sure to go across all: it is cut."""
    placements = [list(zip(row, places, strict=True)) for group in groups for row, places in zip(group, placed(_cells(group)), strict=True)]
    width = max(column + (cell.columns if one is not row[-1][0] else 1) for row in placements for one, (column, cell) in row)
    for row in placements:
        last, (column, cell) = row[-1]
        last.cell = replace(cell, columns=min(cell.columns, width - column))
    return width


def _refuse_excess(columns: int, rows: int, place: Place) -> None:
    if columns > _MOST_COLUMNS or columns * rows > _MOST_CELLS:
        raise PublishError(
            "M109", f"this table is {columns} columns wide and {rows} rows long; no page can show it", place,
            f"no more than {_MOST_COLUMNS} columns and {_MOST_CELLS:,} cells can be set",
        )  # fmt: skip


def _cells(rows: _Rows) -> list[Row]:
    """The rows as the model has them, with no cell that goes on below the last of them."""
    return [
        tuple(Cell(one.cell.blocks, one.cell.columns, min(one.cell.rows, len(rows) - number), place=one.cell.place) for one in row)
        for number, row in enumerate(rows)
    ]


def _even(rows: _Rows, width: int) -> tuple[Row, ...]:
    """The rows, each filled up with empty cells."""
    cells = _cells(rows)
    taken = [0] * len(rows)
    for number, row in enumerate(cells):
        for cell in row:
            for below in range(number, number + cell.rows):
                taken[below] += cell.columns
    return tuple(row + (_EMPTY,) * (width - used) for row, used in zip(cells, taken, strict=True))


def _aligns(rows: _Rows, width: int) -> tuple[Align, ...]:
    """How most cells of each column stand."""
    said: list[Counter[Align]] = [Counter() for _ in range(width)]
    for row, places in zip(rows, placed(_cells(rows)), strict=True):
        for one, (column, _) in zip(row, places, strict=True):
            said[column][one.align] += 1
    return tuple(counted.most_common(1)[0][0] if counted else Align.NONE for counted in said)


def _row_heads(rows: _Rows) -> int:
    """How many columns, from the first, hold nothing but heads."""
    heads: dict[int, bool] = {}
    for row, places in zip(rows, placed(_cells(rows)), strict=True):
        for one, (column, _) in zip(row, places, strict=True):
            heads[column] = heads.get(column, True) and one.is_head
    count = 0
    while heads.get(count):
        count += 1
    return count if count < len(heads) else 0
