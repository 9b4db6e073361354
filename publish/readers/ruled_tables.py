"""Tables whose columns are told by lines of dashes in groups, pandoc's *simple* and *multiline* tables.

    Street   Rent        ---------------------
    -------  ----         Street   Rent asked
    Quay      640         for      each week
                         -------- ------------
                          Quay             640
                          Road

                          Mill             710
                         ---------------------

In a simple table each line is a row. A multiline table lies between two lines of dashes, and empty lines part its rows.
Neither needs heads: then the groups of dashes stand above and below. How words stand to the dashes
below them is how their column is aligned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model.kinds import Align
from .display_columns import display_columns

_DASHES = re.compile(r" {0,3}-[- ]*")
_GROUP = re.compile(r"-+")
_SHORTEST_RULE = 3
_ALIGNS = {(False, False): Align.NONE, (False, True): Align.LEFT, (True, False): Align.RIGHT, (True, True): Align.CENTER}


@dataclass(frozen=True, slots=True)
class RuledCell:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as it was typed. ``lines`` is how many it takes up; ``widths`` are those of columns where they are meant.

    ``overrun`` is a line in which a word goes across the border of two columns.
    """

    lines: int
    aligns: list[Align]
    widths: list[int]
    head: list[list[RuledCell]]
    rows: list[list[RuledCell]]
    overrun: int | None


def is_rule(line: str) -> bool:
    """Whether a line holds nothing but dashes, in groups or not."""
    return _DASHES.fullmatch(line) is not None


def parts_columns(line: str) -> bool:
    """Whether dashes stand in groups, as no line between two parts of a text is drawn."""
    return is_rule(line) and "- " in line.rstrip() and "-" * _SHORTEST_RULE in line


def read_ruled(following: Iterable[str]) -> RuledTable | None:
    """The table that lines begin with, if they begin with one; no more of them are taken than it may need."""
    lines = _first_lines(following)
    if len(lines) < 3:
        return None
    if parts_columns(lines[0]):
        return _headless(lines)
    if is_rule(lines[0]):
        return _multiline(lines)
    return _simple(lines) if parts_columns(lines[1]) else None


def _first_lines(following: Iterable[str]) -> list[str]:
    """Lines up to the third of dashes, which ends any table; those below a head, up to an empty one."""
    lines: list[str] = []
    rules = 0
    for line in following:
        lines.append(line)
        rules += is_rule(line)
        below_head = not is_rule(lines[0])
        if rules == 3 or (below_head and (not line.strip() or (len(lines) == 2 and not rules))):
            break
    return lines


def _simple(lines: Sequence[str]) -> RuledTable | None:
    columns = _RuledColumns(lines[1])
    end = next((number for number in range(2, len(lines)) if not lines[number].strip() or is_rule(lines[number])), len(lines))
    rows = [[(number, lines[number])] for number in range(2, end)]
    if not rows or columns.cut(lines[0]):
        return None
    closed = end < len(lines) and is_rule(lines[end])
    return columns.table(end + closed, [(0, lines[0])], rows)


def _multiline(lines: Sequence[str]) -> RuledTable | None:
    rule = next((number for number in range(1, len(lines)) if not lines[number].strip() or is_rule(lines[number])), 0)
    if rule < 2 or not parts_columns(lines[rule]):
        return None
    columns = _RuledColumns(lines[rule])
    head = list(enumerate(lines[1:rule], 1))
    end = _next_rule(lines, rule + 1)
    if end is None or any(columns.cut(line) for _, line in head):
        return None
    rows = _chunks(lines, rule + 1, end)
    return columns.table(end + 1, head, rows, widths=True) if rows else None


def _headless(lines: Sequence[str]) -> RuledTable | None:
    """Lines of dashes may part a text: here no word at all may go across the border of columns."""
    columns = _RuledColumns(lines[0])
    end = _next_rule(lines, 1)
    if end is None or not parts_columns(lines[end]) or any(map(columns.cut, lines[1:end])):
        return None
    chunks = _chunks(lines, 1, end)
    if len(chunks) == 1 and chunks[0][-1][0] == end - 1:
        return columns.table(end + 1, [], [[line] for line in chunks[0]])
    return columns.table(end + 1, [], chunks, widths=True) if chunks else None


def _next_rule(lines: Sequence[str], start: int) -> int | None:
    return next((number for number in range(start, len(lines)) if is_rule(lines[number])), None)


_Lines = list[tuple[int, str]]


def _chunks(lines: Sequence[str], start: int, end: int) -> list[_Lines]:
    """The lines between two, with their numbers, parted by empty ones."""
    numbered = groupby(((number, lines[number]) for number in range(start, end)), lambda pair: bool(pair[1].strip()))
    return [list(chunk) for filled, chunk in numbered if filled]


class _RuledColumns:
    """Where columns begin, by the dashes of one line. The first begins where lines do, the last ends where they do."""

    def __init__(self, rule: str) -> None:
        groups = list(_GROUP.finditer(rule))
        self._starts = [0, *(group.start() for group in groups[1:])]
        self._first = groups[0].start()
        self._lengths = [group.end() - group.start() for group in groups]

    def cut(self, line: str) -> bool:
        """Whether a word goes across the border of two columns."""
        columns = display_columns(line)
        return any(start < len(columns) and _in_word(columns, start) for start in self._starts[1:])

    def table(self, lines: int, head: _Lines, rows: list[_Lines], widths: bool = False) -> RuledTable:
        first = head or rows[0][:1]
        overrun = next((number for row in rows for number, line in row if self.cut(line)), None)
        return RuledTable(
            lines, list(self._aligns([line for _, line in first])), self._widths() if widths else [],
            [self._cells(head)] if head else [], list(map(self._cells, rows)), overrun,
        )  # fmt: skip

    def _widths(self) -> list[int]:
        return [end - start for start, end in zip(self._starts, [*self._starts[1:], self._starts[-1] + self._lengths[-1] + 1])]

    def _cells(self, lines: _Lines) -> list[RuledCell]:
        parts = [(number, [part.strip() for part in self._split(line)]) for number, line in lines]
        cells = []
        for column in range(len(self._starts)):
            said = [(number, texts[column]) for number, texts in parts if texts[column]]
            cells.append(RuledCell("\n".join(text for _, text in said), said[0][0] if said else lines[0][0]))
        return cells

    def _split(self, line: str) -> list[str]:
        """The line's words by column; one that goes across a border belongs to the column where it begins."""
        columns = display_columns(line)
        cuts = []
        for start in self._starts[1:]:
            while start < len(columns) and _in_word(columns, start):
                start += 1
            cuts.append(start)
        return ["".join(columns[start:end]) for start, end in zip([0, *cuts], [*cuts, len(columns)])]

    def _aligns(self, lines: Sequence[str]) -> Iterator[Align]:
        for start, length, split in zip([self._first, *self._starts[1:]], self._lengths, zip(*map(self._split, lines))):
            offset = start if start == self._first else 0
            texts = sorted((text[offset:].rstrip() for text in split if text.strip()), key=len)
            yield _ALIGNS[texts[0][:1] == " ", len(texts[0]) < length] if texts else Align.NONE


def _in_word(columns: Sequence[str], at: int) -> bool:
    return not columns[at - 1].isspace() and not columns[at].isspace()
