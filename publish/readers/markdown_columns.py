"""Columns as pandoc and Quarto write them: ``::: columns`` around ``::: column``, and ``layout-ncol``."""

from __future__ import annotations

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Column, Columns, Figure
from ..model.place import Place
from .attributes import Attributes
from .pictures import wanted_extent

COLUMN_CLASSES = frozenset(("columns", "column"))
COLUMN_KEYS = frozenset(("width", "layout-ncol"))
_MOST = 12


def columns_of_division(attributes: Attributes, blocks: Blocks, place: Place, report: Report) -> list[Block] | None:
    """What a division with one of the classes or keys becomes; None where it has none of them."""
    if "column" in attributes.classes:
        width = wanted_extent("width", attributes.get("width"), place, report)
        return [Columns((Column(blocks, width, place=place),), attributes.id, place=place)]
    if "columns" in attributes.classes:
        return _side_by_side(blocks, attributes.id, place, report)
    number = attributes.get("layout-ncol") or ""
    if number.isascii() and number.isdecimal() and 1 < int(number) <= _MOST:
        step = int(number)
        return [_row(blocks[first : first + step], place) for first in range(0, len(blocks), step)]
    return None


def _side_by_side(blocks: Blocks, name: str, place: Place, report: Report) -> list[Block]:
    """The columns inside, in a row. What stands between them is one of its own, so that the order is kept."""
    if blocks and all(isinstance(block, Figure) for block in blocks):
        return [_row(blocks, place)]
    columns: list[Column] = []
    loose: list[Block] = []
    for block in (*blocks, None):
        if block is None or _is_column(block):
            columns += [Column(tuple(loose), place=loose[0].place)] if loose else []
            columns += block.columns if isinstance(block, Columns) else ()
            loose = []
        else:
            loose.append(block)
    if len(columns) > 1:
        return [Columns(tuple(columns), name, place=place)]
    report.warning("M123", "there are no columns in this ::: columns; its text is kept", place, "begin each with a line ::: column")
    return [*columns[0].blocks] if columns else []


def _is_column(block: Block) -> bool:
    return isinstance(block, Columns) and len(block.columns) == 1


def _row(blocks: Blocks, place: Place) -> Columns:
    return Columns(tuple(Column((block,), place=block.place) for block in blocks), place=place)
