"""Block rules for tables, for markdown-it: pipe tables, and those that are drawn with signs or with dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.token import Token

from ..diagnostics import Report
from ..model.place import Place
from .grid_tables import GridCell, GridTable, is_upper_edge, read_grid
from .markdown_block_rules import line_text, push_inline
from .ruled_tables import RuledCell, RuledTable, parts_columns, read_ruled

_CAPTION = re.compile(r"(?::|Table:)\s")
# What begins a line that is something else, whatever stands below it.
_NO_HEAD = re.compile(r"[>~`|<]|:::|\[|#{1,6}\s|[-*+]\s|\(?\w{1,4}[.)]\s")
# One line that begins with a word, which nothing but a paragraph does.
_PLAIN = re.compile(r"[^\W_]+(?![.)\w])[^\n]*")
C = TypeVar("C", GridCell, RuledCell)
Push = Callable[[StateBlock, C, Token, int], None]  # what a cell holds, in its line of the text
# Grids within cells of grids; what lies deeper is read as text.
_MOST_GRIDS = 8


@dataclass(slots=True)
class TableDoubts:
    """Lines, counted from 0, that were perhaps meant otherwise than they were read."""

    no_tables: list[int] = field(default_factory=list)
    overruns: list[int] = field(default_factory=list)
    bars: list[int] = field(default_factory=list)
    last: int = -1  # of dashes in groups that were no table

    def report(self, place: Callable[[int], Place], report: Report) -> None:
        for line in self.no_tables:
            hint = "such a table begins after an empty line, and no word of its heads stands above the space between dashes"
            report.warning("M150", "dashes in groups look like part of a table, but no table could be read here", place(line), hint)
        for line in self.overruns:
            message = "a word goes across the border of two columns; it was put where it begins"
            report.warning("M151", message, place(line), "make the dashes above longer")
        for line in self.bars:
            message = "this cell takes up several columns, for its bars do not stand where borders meet"
            report.warning("M152", message, place(line), "set each | below a +")


def whole_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's pipe tables, but cells beyond the last head are kept: the builder widens the table."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if silent:
        return True
    made = state.tokens[first:]
    columns = sum(token.type == "th_open" for token in made)
    del state.tokens[first:]
    row = start
    for token in made:
        if token.type == "tr_open":
            row = token.map[0] if token.map else start
        elif token.type == "tr_close" and row > start:
            _push_spare_cells(state, row, columns)
        state.tokens.append(token)
    return True


def _push_spare_cells(state: StateBlock, row: int, columns: int) -> None:
    cells = escapedSplit(line_text(state, row).strip())
    cells = cells[1:] if cells and not cells[0] else cells
    cells = cells[:-1] if cells and not cells[-1] else cells
    for text in cells[columns:]:
        state.push("td_open", "td", 1)
        push_inline(state, text.strip(), row)
        state.push("td_close", "td", -1)


def caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Ends a table at a line ``: caption``; the caption itself is a paragraph."""
    return silent and state.parentType == "table" and _CAPTION.match(line_text(state, start)) is not None


def grid_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table drawn with ``+---+`` and ``|``; its cells hold blocks."""
    if silent or state.is_code_block(start) or not is_upper_edge(line_text(state, start).rstrip()):
        return False
    depth = state.env.get("grids", 0)
    lines = list(_drawn_lines(state, start, end))
    grid = read_grid(lines) if depth < _MOST_GRIDS else None
    if grid is None:
        return False
    state.env["grids"] = depth + 1
    _push_table(state, start, grid, [(grid.head, "thead"), (grid.rows, "tbody"), (grid.foot, "tfoot")], _push_grid_cell)
    state.env["grids"] = depth
    return True


def ruled_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose columns are told by dashes in groups; its cells hold words."""
    if silent or not _may_be_ruled(state, start, end) or _NO_HEAD.match(line_text(state, start)):
        return False
    found = None if _goes_on(state, start) else read_ruled(_lines(state, start, end))
    if found is None:
        if parts_columns(line_text(state, start)) and not state.is_code_block(start):
            _doubt(state, start, end)
        return False
    if found.overrun is not None:
        state.env["doubts"].overruns.append(start + found.overrun)
    _push_table(state, start, found, [(found.head, "thead"), (found.rows, "tbody")], _push_words)
    return True


def _may_be_ruled(state: StateBlock, start: int, end: int) -> bool:
    """Whether dashes stand where such a table begins: what most blocks are asked, it is asked of the lines as they are."""
    return line_text(state, start).startswith("-") or (start + 1 < end and "---" in line_text(state, start + 1))


def _goes_on(state: StateBlock, line: int) -> bool:
    """Whether a paragraph ends just above, as if a line of dashes had parted the two."""
    return bool(state.tokens) and state.tokens[-1].type == "paragraph_close" and not state.isEmpty(line - 1)


def _doubt(state: StateBlock, line: int, end: int) -> None:
    """Remember dashes in groups beside words, the first of those that no empty line parts."""
    doubts = state.env["doubts"]
    above, below = line > 0 and not state.isEmpty(line - 1), line + 1 < end and not state.isEmpty(line + 1)
    known = doubts.last >= 0 and not any(map(state.isEmpty, range(doubts.last, line)))
    doubts.last = line
    if (above or below) and not known:
        doubts.no_tables.append(line)


def _lines(state: StateBlock, start: int, end: int) -> Iterator[str]:
    """The lines as far as what they are in goes, without the indent of that, and tabs as spaces."""
    for line in range(start, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return
        yield state.getLines(line, line + 1, state.blkIndent, False).expandtabs(4).rstrip()


def _drawn_lines(state: StateBlock, start: int, end: int) -> Iterator[str]:
    for line in _lines(state, start, end):
        drawn = line.lstrip(" ")
        if not drawn.startswith(("+", "|")):
            return
        yield drawn


def _push_table(state: StateBlock, start: int, found: GridTable | RuledTable, parts: Iterable[tuple[Sequence[Sequence[C]], str]], push: Push[C]) -> None:
    opening = state.push("table_open", "table", 1)
    opening.map, opening.meta = [start, start + found.lines], {"aligns": found.aligns, "widths": found.widths}
    for rows, tag in parts:
        if rows:
            state.push(f"{tag}_open", tag, 1)
            _push_rows(state, start, rows, push)
            state.push(f"{tag}_close", tag, -1)
    state.push("table_close", "table", -1)
    state.line = start + found.lines


def _push_rows(state: StateBlock, start: int, rows: Sequence[Sequence[C]], push: Push[C]) -> None:
    for row in rows:
        state.push("tr_open", "tr", 1)
        for cell in row:
            opening = state.push("td_open", "td", 1)
            line = start + cell.line
            opening.map = [line, line + 1]
            push(state, cell, opening, line)
            state.push("td_close", "td", -1)
        state.push("tr_close", "tr", -1)


def _push_words(state: StateBlock, cell: RuledCell, opening: Token, line: int) -> None:
    push_inline(state, cell.text, line)


def _push_grid_cell(state: StateBlock, cell: GridCell, opening: Token, line: int) -> None:
    """A cell is read as a text of its own, whose lines are those of the table."""
    opening.meta = {"columns": cell.columns, "rows": cell.rows}
    if cell.columns > 1 and "|" in cell.text:
        state.env["doubts"].bars.append(line)
    if _PLAIN.fullmatch(cell.text):
        push_inline(state, cell.text, line)
        return
    inside: list[Token] = []
    state.md.block.parse(cell.text, state.md, {**state.env, "closings": {}}, inside)
    for token in inside:
        if token.map:
            token.map = [line + below for below in token.map]
        state.tokens.append(token)
