"""Grid tables: cells drawn with ``+---+`` and ``|``, as pandoc reads them.

The lines are seen as a grid of units: columns and rows between all places where borders meet. Units
with no wall between them are one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model.kinds import Align
from .display_columns import display_columns

_BORDER = re.compile(r"\+(?::?(?:-+|=+):?\+)+")
_UPPER_EDGE = re.compile(r"\+(?::?-+:?\+)+")
_HEAD_BORDER = re.compile(r"\+(?::?=+:?\+)+")
_EDGE = re.compile(r":?(?:-+|=+):?\+")
_RULE = re.compile(r"[-=:]+")
_COLON_ALIGNS = {(False, False): Align.NONE, (True, False): Align.LEFT, (False, True): Align.RIGHT, (True, True): Align.CENTER}


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's text, the line that it begins on, and how many columns and rows it takes up."""

    text: str
    line: int
    columns: int
    rows: int


@dataclass(slots=True)
class GridTable:
    """A table as it was drawn. ``lines`` is how many it takes up; ``widths`` are those of columns, in letters."""

    lines: int
    aligns: list[Align]
    widths: list[int]
    head: list[list[GridCell]] = field(default_factory=list)
    rows: list[list[GridCell]] = field(default_factory=list)
    foot: list[list[GridCell]] = field(default_factory=list)


def is_upper_edge(line: str) -> bool:
    """Whether a table could begin with a line."""
    return _UPPER_EDGE.fullmatch(line) is not None


def read_grid(lines: Sequence[str]) -> GridTable | None:
    """The table drawn by lines that begin with a border, as far as it goes; ``None`` where no cells come of it."""
    last = max((number for number, line in enumerate(lines) if number and _BORDER.fullmatch(line)), default=0)
    drawing = _Drawing(lines[: last + 1]) if last else None
    return drawing.grid() if drawing and drawing.is_whole() else None


class _Drawing:
    """The lines of a table as columns of letters. ``xs`` and ``ys`` are where borders stand."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._columns = [display_columns(line) for line in lines]
        self._flat = ["".join(sign[:1] or "\0" for sign in columns) for columns in self._columns]
        self._width = len(self._flat[0])
        corners = self._corners()
        self._xs = sorted({x for _, x in corners})
        self._ys = sorted({y for y, _ in corners})
        self._bands = {top: range(top + 1, bottom) for top, bottom in zip(self._ys, self._ys[1:])}

    def is_whole(self) -> bool:
        """Whether all lines are as long as the first or end earlier, and borders reach the last."""
        return all(len(line) <= self._width for line in self._flat) and self._ys[-1] == len(self._flat) - 1

    def _corners(self) -> set[tuple[int, int]]:
        """Where borders meet, as far as they can be followed from the first; a table within a cell stands by itself."""
        found, pending = {(0, 0)}, [(0, 0)]
        while pending:
            y, x = pending.pop()
            right = _EDGE.match(self._flat[y], x + 1)
            below = next((at for at in range(y + 1, len(self._flat)) if self._flat[at][x : x + 1] != "|"), y)
            nodes = [(y, right.end() - 1)] if right else []
            nodes += [(below, x)] if self._flat[below][x : x + 1] == "+" else []
            pending += [node for node in nodes if node not in found]
            found.update(nodes)
        return found

    def _wall(self, x: int, band: range) -> bool:
        """Whether a wall stands at ``x`` along all lines of a band."""
        return all(x < len(self._flat[y]) and self._flat[y][x] in "|+" for y in band)

    def _rule(self, y: int, column: int) -> bool:
        """Whether a border runs through a column."""
        return _RULE.fullmatch(self._flat[y], self._xs[column] + 1, self._xs[column + 1]) is not None

    def grid(self) -> GridTable | None:
        rows: dict[int, list[GridCell]] = {y: [] for y in self._ys[:-1]}
        taken: set[tuple[int, int]] = set()
        for row, top in enumerate(self._ys[:-1]):
            for column in range(len(self._xs) - 1):
                if (row, column) not in taken:
                    cell = self._cell(row, column, taken)
                    if cell is None:
                        return None
                    rows[top].append(cell)
        return self._parted(rows)

    def _cell(self, row: int, column: int, taken: set[tuple[int, int]]) -> GridCell | None:
        """The cell whose upper left corner is here, or nothing where its walls make no rectangle."""
        right, below = column + 1, row + 1
        while right < len(self._xs) - 1 and not self._wall(self._xs[right], self._bands[self._ys[row]]):
            right += 1
        while below < len(self._ys) - 1 and not self._rule(self._ys[below], column):
            below += 1
        units = {(r, c) for r in range(row, below) for c in range(column, right)}
        if not units.isdisjoint(taken) or not self._is_closed(row, below, column, right):
            return None
        taken |= units
        top = self._ys[row]
        return GridCell(self._text(top, self._ys[below], self._xs[column], self._xs[right]), top + 1, right - column, below - row)

    def _is_closed(self, row: int, below: int, column: int, right: int) -> bool:
        """Whether a cell has walls all around and none within."""
        bands = [self._bands[y] for y in self._ys[row:below]]
        inner = [x for x in self._xs[column + 1 : right] if any(band and self._wall(x, band) for band in bands)]
        ends = right == len(self._xs) - 1 or all(self._wall(self._xs[right], band) for band in bands)
        rules = [[self._rule(y, c) for c in range(column, right)] for y in self._ys[row + 1 : below + 1]]
        return not inner and ends and all(rules[-1]) and not any(map(any, rules[:-1]))

    def _text(self, top: int, bottom: int, left: int, right: int) -> str:
        lines = ["".join(self._columns[y][left + 1 : right]).rstrip() for y in range(top + 1, bottom)]
        if all(line.startswith(" ") for line in lines if line):
            lines = [line[1:] for line in lines]
        return "\n".join(lines).rstrip()

    def _parted(self, rows: dict[int, list[GridCell]]) -> GridTable:
        heavy = [y for y in self._ys if _HEAD_BORDER.fullmatch(self._flat[y])]
        foot = heavy[-2] if len(heavy) > 2 and heavy[-1] == self._ys[-1] else self._ys[-1]
        body = heavy[0] if (heavy and heavy[0] < foot) or len(heavy) == 1 else 0
        widths = [right - left for left, right in zip(self._xs, self._xs[1:])]
        grid = GridTable(len(self._flat), self._aligns(body), widths)
        for y, cells in rows.items():
            (grid.head if y < body else grid.rows if y < foot else grid.foot).append(cells)
        return grid

    def _aligns(self, y: int) -> list[Align]:
        rules = [self._flat[y][left + 1 : right] for left, right in zip(self._xs, self._xs[1:])]
        return [_COLON_ALIGNS[rule.startswith(":"), rule.endswith(":")] for rule in rules]
