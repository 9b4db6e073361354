"""A cover drawn from the title: one ink on paper, words and two rules, for books without a picture.

Everything is placed on a page of 1600 by 2560 pixels, the shape that stores ask for.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import PublishError, Report
from ..language import base
from ..language.words import listed
from ..model.book import Metadata
from ..styles import Style
from .cover_words import fit
from .fonts import font_file

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1600, 2560
_MARGIN = 150
_MEASURE = WIDTH - 2 * _MARGIN
_RULE_TOP, _RULE_DEPTH, _HAIRLINE = 170, 44, 5
_TITLE_TOP, _TITLE_DEPTH = 330, 1180
_TITLE_SIZES, _TITLE_LEADING = (48, 400), 1.02
_SUBTITLE_SIZES, _SUBTITLE_LEADING, _SUBTITLE_DEPTH = (56, 100), 1.2, 360
_AUTHOR_SIZES, _AUTHOR_LEADING, _AUTHOR_DEPTH = (56, 104), 1.2, 260
_PUBLISHER_SIZES, _PUBLISHER_LEADING, _PUBLISHER_DEPTH = (30, 50), 1.3, 120
_FOOT = HEIGHT - 250  # where the hairline stands: the author above it, the publisher below
# Han and kana fill their squares, so their lines need more air.
_EAST_ASIAN_LEADING = 1.16
# The bars of a cover without words: depth, and the gap below, as shares of what is free.
_BARS = (0.34, 0.17, 0.085, 0.0425, 0.02125)
# The size at which widths are measured; they grow in proportion.
_MEASURED_AT = 200
# Sixteen steps from paper to ink are smooth enough for the edges of letters, and half the bytes.
_SHADES = 16
# Faces for letters that the style's own have not, by language; Latin is in all of them.
_EAST_ASIAN_FACES = {"ja": "NotoSansJP", "ko": "NotoSansKR"}
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")


def draw_cover(metadata: Metadata, style: Style, report: Report) -> bytes:
    """A PNG of 1600 × 2560 pixels in the style's colours.

    Words in a script that no face at hand has are left out, and E103 is reported. Raises
    PublishError S104 for a colour and S105 for a face that there is not.
    """
    from PIL import Image

    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    _Cover(mask, metadata, style, report).draw()
    return _png(mask, *map(_colour, (style.settings.cover.paper, style.settings.cover.ink)))


class _Cover:
    """Draws on the mask, in which 255 is ink."""

    def __init__(self, mask: Image, metadata: Metadata, style: Style, report: Report) -> None:
        self._mask, self._metadata, self._style, self._report = mask, metadata, style, report
        self._warned = False

    def draw(self) -> None:
        metadata, design = self._metadata, self._style.settings.cover
        self._rule(_RULE_TOP, _RULE_DEPTH)
        self._rule(_FOOT, _HAIRLINE)
        bold, second = partial(self._set, design.face, "Bold"), partial(self._set, design.second_face, "Regular")
        below = bold(metadata.title, _TITLE_TOP, _TITLE_DEPTH, _TITLE_SIZES, _TITLE_LEADING)
        if below == _TITLE_TOP:
            self._bars()
        else:
            second(metadata.subtitle, below, _SUBTITLE_DEPTH, _SUBTITLE_SIZES, _SUBTITLE_LEADING)
        second(_names(metadata), _FOOT - 62, _AUTHOR_DEPTH, _AUTHOR_SIZES, _AUTHOR_LEADING, upwards=True)
        bold(metadata.publisher, _FOOT + 55, _PUBLISHER_DEPTH, _PUBLISHER_SIZES, _PUBLISHER_LEADING)

    def _rule(self, top: int, depth: int) -> None:
        self._mask.paste(255, (_MARGIN, top, WIDTH - _MARGIN, top + depth))

    def _bars(self) -> None:
        """What stands in the title's place when it cannot be set: bars, each half as deep as the last."""
        top = float(_TITLE_TOP)
        for share in _BARS:
            depth = share * _TITLE_DEPTH
            self._rule(round(top), round(depth))
            top += depth + 0.08 * _TITLE_DEPTH

    def _set(self, face: str, weight: str, text: str, start: float, depth: float, sizes: tuple[float, float],
             leading: float, upwards: bool = False) -> float:  # fmt: skip
        """Sets words at the left margin from ``start`` down, or up from it as their last base line.

        Gives where other words may begin below them, which is ``start`` when there are none.
        """
        font = self._choose(face, weight, text)
        if font is None:
            return start
        missing = _missing(font, text)
        text = "".join(sign for sign in text if sign not in missing)
        leading = max(leading, _EAST_ASIAN_LEADING) if _EAST_ASIAN.search(text) else leading
        fitted = fit(text, lambda words: font.getlength(words) / _MEASURED_AT, _MEASURE, depth, sizes, leading)
        font = font.font_variant(size=fitted.size)
        step = fitted.size * leading
        first = start - step * (len(fitted.lines) - 1) if upwards else start - font.getbbox("H", anchor="ls")[1]
        for number, line in enumerate(fitted.lines):
            self._line(font, line, first + number * step)
        return first + step * (len(fitted.lines) - 1) + max(120, 0.6 * fitted.size)

    def _line(self, font: FreeTypeFont, line: str, base_line: float) -> None:
        from PIL import ImageDraw

        # The ink begins at the margin, as the rules do: letters have some space of their own there.
        ink = font.getmask(line[0]).getbbox() or (0, 0, 0, 0)
        left = _MARGIN - ink[0] - font.getbbox(line[0], anchor="ls")[0]
        ImageDraw.Draw(self._mask).text((left, round(base_line)), line, fill=255, font=font, anchor="ls")

    def _choose(self, face: str, weight: str, text: str) -> FreeTypeFont | None:
        """A font that has all the letters of a text; it may lack other signs. None without letters."""
        from PIL import ImageFont

        if not any(map(str.isalnum, text)):
            return None
        east = f"{_EAST_ASIAN_FACES.get(base(self._metadata.lang), 'NotoSansSC')}-{weight}"
        for name in (east,) if _EAST_ASIAN.search(text) else (face, f"NotoSans-{weight}"):
            font = ImageFont.truetype(str(_face_file(name, self._style)), _MEASURED_AT)
            letters = sorted(filter(str.isalnum, _missing(font, text)))
            if not letters:
                return font
        self._warn(letters[0])
        return None

    def _warn(self, letter: str) -> None:
        if not self._warned:
            message = f"the drawn cover leaves out words, since no font of ours has {letter}"
            self._report.info("E103", message, None, "give a picture as `cover-image`")
            self._warned = True


def _names(metadata: Metadata) -> str:
    """The authors; a line may end between names, not within one."""
    whole = [" ".join(name.split()).replace(" ", "\u00a0") for name in metadata.authors]
    return listed(whole, metadata.lang) if whole else ""


def _missing(font: FreeTypeFont, text: str) -> set[str]:
    """The signs of a text for which a font has only its empty box."""
    small = font.font_variant(size=16)
    box = bytes(small.getmask("\U0010fffe"))
    # All our faces have the Latin letters and marks; a sign without ink is a space of some kind.
    return {sign for sign in set(text) if sign > "\u024f" and bytes(small.getmask(sign)) == box}


def _face_file(name: str, style: Style) -> Path:
    own = (folder / f"{name}.{kind}" for folder in style.font_folders for kind in ("ttf", "otf"))
    try:
        return next((file for file in own if file.is_file()), None) or font_file(name)
    except StopIteration:
        hint = "a cover's face is a font's file name without ending, such as SourceSans3-Bold"
        raise PublishError("S105", f"style `{style.name}`: there is no face `{name}`", None, hint) from None


def _colour(text: str) -> tuple[int, int, int]:
    digits = text.removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        hint = "write it as six digits, as in #f4efe4"
        raise PublishError("S104", f"`{text}` is not a colour that a cover can have", None, hint) from None
    return red, green, blue


def _png(mask: Image, paper: tuple[int, int, int], ink: tuple[int, int, int]) -> bytes:
    """The mask as a PNG whose palette goes from paper to ink, four bits a pixel.

    Written out here because Pillow loads five image formats before it writes one, which takes
    longer than drawing.
    """
    shades = mask.point([value * (_SHADES - 1) // 255 for value in range(256)])
    shades.putpalette(b"\0\0\0" * _SHADES)
    rows = shades.tobytes("raw", "P;4")
    stride = WIDTH // 2
    filtered = b"".join(b"\0" + rows[start : start + stride] for start in range(0, len(rows), stride))
    palette = bytes(
        round(start + (end - start) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for start, end in zip(paper, ink, strict=True)
    )  # fmt: skip
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(filtered, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
