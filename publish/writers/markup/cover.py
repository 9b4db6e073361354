"""A cover drawn from the title: one ink on paper, words and two rules, for books without a picture.

Everything is placed on a page of 1600 by 2560 pixels, the shape that stores ask for.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from ...diagnostics import PublishError, Report
from ...language.words import listed
from ...layout.titles import fit
from ...model.book import Metadata
from ...styles import Style
from ...typesetting.fonts.faces import Faces, choose_face, is_east_asian, is_right_to_left, width_in
from .parts import publisher_to_show

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1600, 2560
_MARGIN = 150
_MEASURE = WIDTH - 2 * _MARGIN
_RULE_TOP, _RULE_DEPTH, _HAIRLINE = 170, 44, 5
_TITLE_TOP = 330
_FOOT = HEIGHT - 250  # where the hairline stands: the author above it, the publisher below
# Han and kana fill their squares, so their lines need more air.
EAST_ASIAN_LEADING = 1.16
# The bars of a cover without words: depth, and the gap below, as shares of what is free.
_BARS = (0.34, 0.17, 0.085, 0.0425, 0.02125)
# Sixteen steps from paper to ink are smooth enough for the edges of letters, and half the bytes.
_SHADES = 16

Box = tuple[int, int, int, int]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """How words are set: the sizes between which they are fitted, their leading at size 1, and the depth they may fill."""

    smallest: float
    largest: float
    leading: float
    depth: float


TITLE = Words(48, 400, 1.02, 1180)
SUBTITLE = Words(56, 100, 1.2, 360)
AUTHORS = Words(56, 104, 1.2, 260)
_PUBLISHER = Words(30, 50, 1.3, 120)


@dataclass(frozen=True, slots=True)
class DrawnCover:
    """A PNG, and the words that could not be set on it, from the title down."""

    png: bytes = field(repr=False)
    left_out: tuple[str, ...] = ()


def draw_cover(metadata: Metadata, style: Style, report: Report) -> DrawnCover:
    """A PNG of 1600 × 2560 pixels in the style's colours.

    Words in a script that no face at hand has are left out, and E103 is reported. Raises
    PublishError S104 for a colour and S105 for a face that there is not.
    """
    from PIL import Image

    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    cover = _Cover(mask, metadata, style, report)
    rules = cover.draw()
    design = style.settings.cover
    png = _png(mask, rules, *map(_colour, (design.paper, design.ink, design.accent or design.ink)))
    return DrawnCover(png, tuple(cover.left_out))


class _Cover:
    """Draws on the mask, in which 255 is ink."""

    def __init__(self, mask: Image, metadata: Metadata, style: Style, report: Report) -> None:
        self._mask, self._metadata, self._style, self._report = mask, metadata, style, report
        self._rules: list[Box] = []
        self.left_out: list[str] = []

    def draw(self) -> list[Box]:
        """Draws the words; the boxes of the rules, which may have another colour, are given back."""
        metadata, design = self._metadata, self._style.settings.cover
        self._rule(_RULE_TOP, _RULE_DEPTH)
        self._rule(_FOOT, _HAIRLINE)
        bold, second = partial(self._set, design.face, "Bold"), partial(self._set, design.second_face, "Regular")
        below = bold(metadata.title, TITLE, _TITLE_TOP)
        if below == _TITLE_TOP:
            self._bars()
        else:
            second(metadata.subtitle, SUBTITLE, below)
        second(names_on_cover(metadata), AUTHORS, _FOOT - 62, upwards=True)
        bold(publisher_to_show(metadata), _PUBLISHER, _FOOT + 55)
        return self._rules

    def _rule(self, top: int, depth: int) -> None:
        self._rules.append((_MARGIN, top, WIDTH - _MARGIN, top + depth))

    def _bars(self) -> None:
        """What stands in the title's place when it cannot be set: bars, each half as deep as the last."""
        top = float(_TITLE_TOP)
        for share in _BARS:
            depth = share * TITLE.depth
            self._rule(round(top), round(depth))
            top += depth + 0.08 * TITLE.depth

    def _set(self, face: str, weight: str, text: str, words: Words, start: float, upwards: bool = False) -> float:
        """Sets words at the left margin from ``start`` down, or up from it as their last base line.

        Gives where other words may begin below them, which is ``start`` when there are none.
        """
        font = self._choose(face, weight, text)
        if font is None:
            return start
        text = "".join(part for _, part in Faces(font).parts(text))
        leading = max(words.leading, EAST_ASIAN_LEADING) if is_east_asian(text) else words.leading
        fitted = fit(text, width_in(font), _MEASURE, words.depth, (words.smallest, words.largest), leading)
        font = font.font_variant(size=fitted.size)
        step = fitted.size * leading
        first = start - step * (len(fitted.lines) - 1) if upwards else start - font.getbbox("H", anchor="ls")[1]
        for number, line in enumerate(fitted.lines):
            self._line(font, line, first + number * step)
        return first + step * (len(fitted.lines) - 1) + max(120, 0.6 * fitted.size)

    def _line(self, font: FreeTypeFont, line: str, base_line: float) -> None:
        from PIL import ImageDraw

        draw, y = ImageDraw.Draw(self._mask), round(base_line)
        if is_right_to_left(line):
            draw.text((WIDTH - _MARGIN, y), line, fill=255, font=font, anchor="rs", direction="rtl")
            return
        # The ink begins at the margin, as the rules do: letters have some space of their own there.
        parts = Faces(font).parts(line)
        first, sign = parts[0][0], parts[0][1][0]
        ink = first.getmask(sign).getbbox() or (0, 0, 0, 0)
        left = _MARGIN - ink[0] - first.getbbox(sign, anchor="ls")[0]
        for face, part in parts:
            draw.text((left, y), part, fill=255, font=face, anchor="ls")
            left += face.getlength(part)

    def _choose(self, face: str, weight: str, text: str) -> FreeTypeFont | None:
        font, letter = choose_face(face, weight, text, self._metadata.lang, self._style)
        if letter:
            self._leave_out(text, letter)
        return font

    def _leave_out(self, text: str, letter: str) -> None:
        if not self.left_out:
            message = f"the drawn cover leaves out words, since no font of ours has {letter}; they stand below it"
            self._report.info("E103", message, None, "give a picture as `cover-image`")
        self.left_out.append(text)


def names_on_cover(metadata: Metadata) -> str:
    """The authors; a line may end between names, not within one."""
    whole = [" ".join(name.split()).replace(" ", "\u00a0") for name in metadata.authors]
    return listed(whole, metadata.lang) if whole else ""


def _colour(text: str) -> Colour:
    digits = text.removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        hint = "write it as six digits, as in #f4efe4"
        raise PublishError("S104", f"`{text}` is not a colour that a cover can have", None, hint) from None
    return red, green, blue


def _png(mask: Image, rules: list[Box], paper: Colour, ink: Colour, accent: Colour) -> bytes:
    """The mask as a PNG whose palette goes from paper to ink, four bits a pixel; its last colour is the rules'.

    Written out here because Pillow loads five image formats before it writes one, which takes
    longer than drawing.
    """
    # With one colour for both, the last shade of the letters is that of the rules.
    most = _SHADES - 1 if accent == ink else _SHADES - 2
    shades = mask.point([value * most // 255 for value in range(256)])
    for box in rules:
        shades.paste(_SHADES - 1, box)
    shades.putpalette(b"\0\0\0" * _SHADES)
    rows = shades.tobytes("raw", "P;4")
    stride = WIDTH // 2
    filtered = b"".join(b"\0" + rows[start : start + stride] for start in range(0, len(rows), stride))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", _palette(paper, ink, accent, most)), (b"IDAT", zlib.compress(filtered, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _palette(paper: Colour, ink: Colour, accent: Colour, most: int) -> bytes:
    steps = (round(start + (end - start) * step / most) for step in range(most + 1) for start, end in zip(paper, ink, strict=True))
    return bytes((*steps, *accent))[: 3 * _SHADES]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
