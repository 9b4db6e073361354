"""Trim sizes and lengths: what a page is called, and how large it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

POINTS = {"pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}

# Digits are bounded so that a line of them costs nothing; a comma counts as a decimal point.
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:[.,][0-9]{1,6})?)\s*(mm|cm|in|pt|pc)\s*", re.IGNORECASE)
_TWO_LENGTHS = re.compile(r"(?P<width>[0-9.,]+\s*[a-z]*)\s*[x×]\s*(?P<height>[0-9.,]+\s*[a-z]*)", re.IGNORECASE)


class Length(float):
    """A length in points, made from text with its unit (``148mm``) or from a number of points."""

    __slots__ = ()

    def __new__(cls, value: str | float) -> Length:
        """Raises ValueError, in words for an author, when ``value`` is text but no length."""
        return super().__new__(cls, _points(value) if isinstance(value, str) else value)

    @property
    def mm(self) -> float:
        """The same length in millimetres."""
        return self / POINTS["mm"]

    @property
    def css(self) -> str:
        """As CSS writes it."""
        return f"{float(self):.4f}".rstrip("0").rstrip(".") + "pt"


def _points(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    if not found:
        raise ValueError(f"`{text[:40]}` is not a length: write a number and mm, cm, in, pt or pc, as in `12mm`")
    return float(found[1].replace(",", ".")) * POINTS[found[2].lower()]


_ON_ITS_SIDE = "-landscape"
_INCH_SHAPES = frozenset(("letter", "legal", "tabloid", "half-letter", "trade", "digest"))
SMALLEST = Length("50mm")
LARGEST = Length("1200mm")


@dataclass(frozen=True, slots=True)
class Shape:
    """The trimmed page, upright unless its author made it wide. Lengths are points."""

    name: str
    width: Length
    height: Length

    @property
    def in_inches(self) -> bool:
        """Whether it is of the American family, or was made of inches."""
        return self.name.removesuffix(_ON_ITS_SIDE) in _INCH_SHAPES or self.name.endswith("in")

    @property
    def usual_bleed(self) -> Length:
        """How far colour goes beyond its trim unless somebody says another."""
        return Length("0.125in" if self.in_inches else "3mm")


def _named(name: str, width: str, height: str) -> tuple[str, Shape]:
    return name, Shape(name, Length(width), Length(height))


SHAPES = dict((
    _named("a3", "297mm", "420mm"),
    _named("a4", "210mm", "297mm"),
    _named("a5", "148mm", "210mm"),
    _named("a6", "105mm", "148mm"),
    _named("b5", "176mm", "250mm"),
    _named("dl", "99mm", "210mm"),
    _named("b-format", "129mm", "198mm"),
    _named("letter", "8.5in", "11in"),
    _named("legal", "8.5in", "14in"),
    _named("tabloid", "11in", "17in"),
    _named("half-letter", "5.5in", "8.5in"),
    _named("trade", "6in", "9in"),
    _named("digest", "5.06in", "7.81in"),
))


def shape(text: str) -> Shape:
    """The shape called ``text`` (``a5``, ``a5 landscape``), or made of two lengths: ``120mm x 190mm``, ``120x190mm``.

    Raises ValueError, in words for an author, naming the nearest shapes.
    """
    name = re.sub(r"[\s_-]+", "-", text.strip().lower())
    if name in SHAPES:
        return SHAPES[name]
    if (upright := name.removesuffix(_ON_ITS_SIDE)) in SHAPES:
        return Shape(name, SHAPES[upright].height, SHAPES[upright].width)
    sides = _TWO_LENGTHS.fullmatch(text.strip())
    if not sides:
        raise ValueError(_unknown(text, name))
    return _of_sides(sides["width"].strip(), sides["height"].strip())


def _of_sides(width: str, height: str) -> Shape:
    if width[-1].isdigit():  # 120x190mm: the unit was written once
        width += height.lstrip("0123456789., ")
    sides = Length(width), Length(height)
    if not all(SMALLEST <= side <= LARGEST for side in sides):
        raise ValueError(
            f"a page of {width} by {height} cannot be made: each side must have "
            f"{SMALLEST.mm:.0f} to {LARGEST.mm:.0f} mm"
        )
    return Shape(f"{width}x{height}".replace(" ", "").lower(), *sides)


def _unknown(text: str, name: str) -> str:
    near = get_close_matches(name[:40], SHAPES, n=3, cutoff=0.5)
    known = f"the nearest is {' or '.join(near)}" if near else f"known are {', '.join(SHAPES)}"
    return f"unknown shape `{text[:40]}`: {known}; two lengths do as well, as in `120mm x 190mm`"
