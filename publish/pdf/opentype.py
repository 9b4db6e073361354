"""OpenType fonts, as far as their tables."""

from __future__ import annotations


def table(font: bytes, tag: bytes) -> bytes:
    """A table of a font by its tag of four letters, such as ``CFF ``; nothing where it has none."""
    for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[at : at + 4] == tag:
            start, length = (int.from_bytes(font[place : place + 4], "big") for place in (at + 8, at + 12))
            return font[start : start + length]
    return b""
