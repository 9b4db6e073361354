"""Fonts that a test brings: which signs a machine has no font for must not hang on the machine."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

_EM, _WIDE = 1000, 600


def font_with(signs: str, family: str) -> bytes:
    """A font in which each of the signs is a block, one as wide as the other."""
    names = {sign: f"u{ord(sign):05X}" for sign in dict.fromkeys(signs)}
    builder = FontBuilder(_EM)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(sign): glyph for sign, glyph in names.items()})
    builder.setupGlyf({glyph: _block() for glyph in (".notdef", *names.values())})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (_WIDE, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    held = io.BytesIO()
    builder.save(held)
    return held.getvalue()


def _block():
    pen = TTGlyphPen(None)
    corners = (60, 0), (60, 600), (540, 600), (540, 0)
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def install(folder: Path, signs: str, family: str) -> Path:
    """Put such a font into a folder, which is made; its file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{family.replace(' ', '')}-Regular.ttf"
    file.write_bytes(font_with(signs, family))
    return file
