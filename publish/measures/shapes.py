"""Trim sizes and lengths: what a page is called, and how large it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from .paper_sizes import IN_INCHES, PAPER_SIZES, paper_name

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


_ON_ITS_SIDE, _UPRIGHT = "-landscape", "-portrait"
_INCH_SHAPES = IN_INCHES | {"trade", "digest"}
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


def _paper(name: str) -> tuple[str, Shape]:
    return _named(name, *PAPER_SIZES[name])


# Those that pages are made in; papers of all other sizes are known by their names as well.
SHAPES = dict(
    (
        *map(_paper, ("a3", "a4", "a5", "a6", "b5")),
        _named("dl", "99mm", "210mm"),
        _named("b-format", "129mm", "198mm"),
        *map(_paper, ("letter", "legal", "tabloid", "half-letter")),
        _named("trade", "6in", "9in"),
        _named("digest", "5.06in", "7.81in"),
    )
)


def shape(text: str) -> Shape:
    """The shape called ``text`` (``a5``, ``a5 landscape``), or made of two lengths: ``120mm x 190mm``, ``120x190mm``.

    Raises ValueError, in words for an author, naming the nearest shapes.
    """
    name = re.sub(r"[\s_-]+", "-", text.strip().lower())
    upright = name.removesuffix(_ON_ITS_SIDE).removesuffix(_UPRIGHT)
    if found := SHAPES.get(upright) or paper_called(upright):
        return _page(found, lying=name.endswith(_ON_ITS_SIDE))
    sides = _TWO_LENGTHS.fullmatch(text.strip())
    if not sides:
        raise ValueError(_unknown(text, name))
    return _of_sides(sides["width"].strip(), sides["height"].strip())


def paper_called(text: str) -> Shape | None:
    """The paper of a name, upright, however it is written; None where there is none."""
    name = paper_name(text[:40])
    return _paper(name)[1] if name else None


def _page(upright: Shape, lying: bool) -> Shape:
    """Raises ValueError, in words for an author, where no page can be so small or large."""
    _check_sides(upright.width, upright.height, upright.name)
    return Shape(upright.name + _ON_ITS_SIDE, upright.height, upright.width) if lying else upright


def _check_sides(width: Length, height: Length, said: str) -> None:
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise ValueError(f"a page of {said} cannot be made: each side must have {SMALLEST.mm:.0f} to {LARGEST.mm:.0f} mm")


def _of_sides(width: str, height: str) -> Shape:
    if width[-1].isdigit():  # 120x190mm: the unit was written once
        width += height.lstrip("0123456789., ")
    if width[-1].isdigit() and height[-1].isdigit():
        raise ValueError(_without_unit(width, height))
    sides = Length(width), Length(height)
    _check_sides(*sides, f"{width} by {height}")
    return Shape(f"{width}x{height}".replace(" ", "").lower(), *sides)


def _without_unit(width: str, height: str) -> str:
    """Two numbers of no more than two digits are inches."""
    unit = "in" if max(len(re.split(r"[.,]", side)[0]) for side in (width, height)) <= 2 else "mm"
    said = f"{width}x{height}"[:40]
    return f"`{said}` has no unit: write `{said}{unit}`"


def _unknown(text: str, name: str) -> str:
    near = get_close_matches(name[:40], {*SHAPES, *PAPER_SIZES}, n=3, cutoff=0.55)
    known = f"the nearest is {' or '.join(near)}" if near else f"known are {', '.join(SHAPES)}"
    return f"unknown shape `{text[:40]}`: {known}; two lengths do as well, as in `120mm x 190mm`"
