"""Where the cells of a table stand, for a cell that takes up several columns or rows moves those after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .nodes import Cell, Row


def placed(rows: Iterable[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """The cells of each row with the column, counted from 0, in which each begins."""
    taken: dict[int, int] = {}  # for how many more rows a column is taken up from above
    for row in rows:
        found: list[tuple[int, Cell]] = []
        column = 0
        below: dict[int, int] = {}
        for cell in row:
            while taken.get(column):
                column += 1
            found.append((column, cell))
            if cell.rows > 1:
                below |= dict.fromkeys(range(column, column + cell.columns), cell.rows - 1)
            column += cell.columns
        taken = {at: left - 1 for at, left in taken.items() if left > 1} | below
        yield found
