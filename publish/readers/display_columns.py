"""A line of text by the columns that it takes up where all letters are equally wide, or twice as wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def display_columns(line: str) -> Sequence[str]:
    """What stands in each column: a wide sign is followed by an empty column, marks stand with the letter before them."""
    if line.isascii():
        return line
    columns: list[str] = []
    for sign in line:
        if columns and unicodedata.category(sign) in ("Mn", "Me", "Cf"):
            at = -1 if columns[-1] else -2
            columns[at] += sign
        else:
            columns.append(sign)
            if unicodedata.east_asian_width(sign) in "WF":
                columns.append("")
    return columns
