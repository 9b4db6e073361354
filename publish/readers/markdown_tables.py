"""From the tokens of tables to tables, and what is said of lines that look like one and are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markdown_it.token import Token

from ..diagnostics import Report
from ..model.kinds import Align
from ..model.nodes import Cell, Table
from ..model.place import Place
from .grid_tables import is_upper_edge

_ALIGNS = {"": Align.NONE} | {f"text-align:{align.value}": align for align in Align if align.value}


def build_table(opening: Token, take: Callable[[], Token], cell: Callable[[Token], Cell], place: Place, report: Report) -> Table:
    """The table that begins with a token: ``take`` gives the next, ``cell`` makes a cell and takes what is in it."""
    parts: dict[str, list[list[Cell]]] = {"thead_open": [], "tbody_open": [], "tfoot_open": []}
    rows = parts["thead_open"]
    columns: list[Align] = list(opening.meta.get("aligns", ()))
    while (part := take()).type != "table_close":
        if part.type in parts:
            rows = parts[part.type]
        elif part.type == "tr_open":
            rows.append([])
        elif part.type in ("th_open", "td_open"):
            rows[-1].append(cell(part))
            if part.type == "th_open":
                columns.append(_ALIGNS[str(part.attrs.get("style", ""))])
    if "aligns" not in opening.meta:
        _even(columns, [row for rows in parts.values() for row in rows], place, report)
    head, body, foot = (tuple(map(tuple, rows)) for rows in parts.values())
    widths = opening.meta.get("widths", ())
    return Table(
        tuple(columns), head if _says_something(head) else (), body, foot=foot,
        widths=tuple(width / sum(widths) for width in widths), place=place,
    )  # fmt: skip


def _even(columns: list[Align], rows: list[list[Cell]], place: Place, report: Report) -> None:
    """Make a pipe table as wide as its longest row."""
    for row in rows:
        if len(row) > len(columns):
            message = "this row has more cells than the table has columns; a column was added"
            report.warning("M117", message, row[0].place)
            columns.extend([Align.NONE] * (len(row) - len(columns)))
    for row in rows:
        row.extend(Cell((), place=row[0].place if row else place) for _ in range(len(columns) - len(row)))


def _says_something(rows: Iterable[Iterable[Cell]]) -> bool:
    return any(cell.blocks for row in rows for cell in row)


def report_drawn_text(text: str, place: Callable[[int], Place], line: int, report: Report) -> None:
    """M150: a paragraph with the border of a table among its lines, of which ``line`` is the first."""
    if "+-" not in text and "+:" not in text:
        return
    for number, words in enumerate(text.split("\n"), line):
        if is_upper_edge(words.strip()):
            hint = "a table drawn with + and | begins after an empty line, and its borders meet in each +"
            report.warning("M150", "this line looks like the border of a table, but no table could be read; it stays as text", place(number), hint)
            return
