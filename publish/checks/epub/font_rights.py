"""What a font's maker allows: the field ``fsType`` of its table ``OS/2``.

OpenType specification, OS/2 and Windows metrics table: https://learn.microsoft.com/typography/opentype/spec/os2#fstype
"""

from __future__ import annotations

import struct
import zlib

_SFNT = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_RESTRICTED, _PREVIEW, _EDITABLE, _BITMAPS = 0x0002, 0x0004, 0x0008, 0x0200
_LONGEST_TABLE = 10_000  # bytes; it has about a hundred


def embedding(data: bytes) -> int | None:
    """The value of ``fsType`` of a TrueType, OpenType or WOFF font; None where it cannot be read, as in WOFF 2."""
    try:
        table = _os2_of_woff(data) if data[:4] == b"wOFF" else _os2(data) if data[:4] in _SFNT else b""
        return struct.unpack_from(">H", table, 8)[0] if table else None
    except (struct.error, zlib.error):
        return None


def forbidden(rights: int) -> str:
    """What the rights do not allow an e-book to do; empty where it may carry the font.

    Where several levels are named, as old fonts do, the least strict one counts.
    """
    if rights & _RESTRICTED and not rights & (_PREVIEW | _EDITABLE):
        return "to be carried in a file without its maker's leave"
    return "to be carried as outlines, but only as bitmaps" if rights & _BITMAPS else ""


def _os2(data: bytes) -> bytes:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    for number in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if tag == b"OS/2":
            return data[offset : offset + length]
    return b""


def _os2_of_woff(data: bytes) -> bytes:
    for number in range(struct.unpack_from(">H", data, 12)[0]):
        tag, offset, packed, length, _ = struct.unpack_from(">4sIIII", data, 44 + 20 * number)
        if tag == b"OS/2":
            table = data[offset : offset + packed]
            return table if packed == length else zlib.decompressobj().decompress(table, _LONGEST_TABLE)
    return b""
