"""What fonts call themselves: the families in a font file, read from its ``name`` table and nothing else."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

# Collections hold several fonts; more than this is no collection that a style has.
_MOST_FONTS, _MOST_TABLES, _LARGEST_TABLE = 64, 256, 1_000_000
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _UNICODE = 3, 0
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


def families_in(file: Path) -> frozenset[str]:
    """The families a font file holds, as the font says; none where it cannot be read."""
    try:
        with file.open("rb") as font:
            return frozenset(name for start in _starts(font) for name in _families(font, start) if name)
    except (OSError, struct.error, UnicodeDecodeError, ValueError):
        return frozenset()


def _starts(font: BinaryIO) -> list[int]:
    """Where the fonts of a file begin: one, or those of a collection."""
    if font.read(4) != b"ttcf":
        return [0]
    _, count = struct.unpack(">II", font.read(8))
    count = min(count, _MOST_FONTS)
    return list(struct.unpack(f">{count}I", font.read(4 * count)))


def _families(font: BinaryIO, start: int) -> Iterator[str]:
    table = _name_table(font, start)
    if table is None:
        return
    _, count, texts = struct.unpack_from(">HHH", table)
    for number in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if name in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            text = table[texts + offset : texts + offset + length]
            yield text.decode("utf-16-be" if platform in (_WINDOWS, _UNICODE) else "latin-1")


def _name_table(font: BinaryIO, start: int) -> bytes | None:
    font.seek(start)
    _, count = struct.unpack(">IH6x", font.read(12))
    for _ in range(min(count, _MOST_TABLES)):
        tag, _, offset, length = struct.unpack(">4sIII", font.read(16))
        if tag == b"name":
            font.seek(offset)
            return font.read(min(length, _LARGEST_TABLE))
    return None
