"""A plate for each ink, as a risograph or a screen printer wants them: each a file in greys, where black is full ink.

A grey goes to the black plate, any other colour to the plate of the ink that is nearest in hue, as a tint of it.
What covers something erases it on the other plates, as it does on the page; but full black is printed over
colours without a hole in them, for no such press hits the place so well that the hole would not show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from ...diagnostics import PublishError
from ...pdf.colours import WHITE, Colour, firm, grey_of, lab_of, remembered, rgb_of
from .black import grey_picture

if TYPE_CHECKING:
    from PIL.Image import Image

# Less colourful than this (in CIE L*a*b*, where full red has 105) is grey to the eye, and not worth an ink.
_LEAST_CHROMA = 10
# A pale tint of an ink has less, and yet a hue, if it has so much of it for how far from white it is.
_LEAST_OF_PALE, _PALE_SHARE = 1.5, 0.6
# Colours whose hues are as near as this, in degrees, are tints of one ink.
_ONE_HUE = 28
MOST_INKS = 4
# Hues in degrees of CIE L*a*b*, from which on a colour has the name.
_NAMES = ((0, "red"), (48, "orange"), (75, "yellow"), (112, "green"), (170, "teal"), (225, "blue"), (310, "purple"), (330, "pink"), (358, "red"))
_BLACK_PLATE = "black"


@dataclass(frozen=True, slots=True)
class Ink:
    """An ink beside black: what its plate is called, and its colour in sRGB."""

    name: str
    colour: Colour

    @property
    def code(self) -> str:
        """As in ``#e63946``."""
        return "#" + "".join(f"{round(value * 255):02x}" for value in self.colour)


def inks_named(codes: Iterable[str]) -> tuple[Ink, ...]:
    """The inks of colours such as ``#e63946``."""
    return _named(tuple(int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)) for code in codes)


def inks_among(colours: Iterable[Colour]) -> tuple[Ink, ...]:
    """The inks that print these colours: of each hue the most colourful. PublishError N110 for more than four."""
    inks: list[Colour] = []
    for colour in sorted({rgb_of(one) for one in colours if is_colourful(one)}, key=lambda one: (-chroma(one), one)):
        if all(_apart(colour, ink) > _ONE_HUE for ink in inks):
            inks.append(colour)
    found = _named(inks)
    if len(found) > MOST_INKS:
        named = ", ".join(f"{ink.code} ({ink.name})" for ink in found)
        hint = "name the inks to print with, as in `spot-inks: "  # e63946"`; each colour then goes to the nearest of them"
        raise PublishError("N110", f"the pages have {len(found)} colours beside black, each of which would need an ink: {named}", None, hint)
    return found


def _named(colours: Iterable[Colour]) -> tuple[Ink, ...]:
    inks: list[Ink] = []
    for colour in colours:
        word = [name for start, name in _NAMES if start <= _hue(colour)][-1] if is_colourful(colour) else "grey"
        again = sum(ink.name.partition("-")[0] == word for ink in inks)
        inks.append(Ink(f"{word}-{again + 1}" if again else word, colour))
    return tuple(inks)


def chroma(colour: Colour) -> float:
    """How colourful a colour is, in CIE L*a*b*."""
    _, a, b = lab_of(colour)
    return hypot(a, b)


def is_colourful(colour: Colour) -> bool:
    """Whether a colour is more than a grey with a cast."""
    return len(colour) > 1 and chroma(colour) >= _LEAST_CHROMA


def _hue(colour: Colour) -> float:
    _, a, b = lab_of(colour)
    return degrees(atan2(b, a)) % 360


def _apart(one: Colour, other: Colour) -> float:
    """How many degrees there are between two hues, at most 180."""
    return abs((_hue(one) - _hue(other) + 180) % 360 - 180)


class Plate:
    """One of the plates that some inks need; ``ink`` is None for that of black."""

    space = "/DeviceGray"
    overprints = False  # the plates of inks have no holes for black as it is
    linear = False

    def __init__(self, ink: Ink | None, inks: tuple[Ink, ...]) -> None:
        self.ink = ink
        self.name = ink.name if ink else _BLACK_PLATE
        self._inks = inks
        self.colour = remembered(self._colour)
        self.shade = remembered(lambda colour: (1 - self._amount(colour),))

    def _colour(self, colour: Colour) -> Colour | None:
        amount = self._amount(colour)
        if self.ink is None:
            return (firm(1 - amount),)
        if firm(grey_of(colour)) == 0 and self._nearest(colour) is None:
            return None  # full black, which is printed over this ink
        return (1 - amount,)

    def _amount(self, colour: Colour) -> float:
        """How much of this plate's ink a colour takes, from 0 to 1."""
        nearest = self._nearest(colour)
        if nearest is not self.ink:
            return 0.0
        return _tint(colour, nearest.colour) if nearest else 1 - grey_of(colour)

    def _nearest(self, colour: Colour) -> Ink | None:
        """The ink that prints a colour; None for black."""
        if len(colour) == 1 or not self._inks:
            return None
        nearest = min(self._inks, key=lambda ink: _apart(colour, ink.colour))
        return nearest if is_colourful(colour) or _is_pale_tint(colour, nearest.colour) else None

    def picture(self, picture: Image) -> Image:
        """The picture in grey on the plate of black; a hole for it on the others."""
        from PIL import Image

        return grey_picture(picture) if self.ink is None else Image.new("L", picture.size, 255)


def _is_pale_tint(colour: Colour, ink: Colour) -> bool:
    dark = 100 - lab_of(colour)[0]
    return chroma(colour) >= max(_LEAST_OF_PALE, _PALE_SHARE * dark) and _apart(colour, ink) <= _ONE_HUE


def _tint(colour: Colour, ink: Colour) -> float:
    """The tint of an ink on white that comes nearest to a colour."""
    lack, full = [1 - value for value in rgb_of(colour)], [1 - value for value in ink]
    return min(1.0, max(0.0, sum(a * b for a, b in zip(lack, full, strict=True)) / (sum(b * b for b in full) or 1)))


class Collector:
    """Converts nothing, and remembers which colours there are, and whether there are pictures in colour."""

    space = "/DeviceGray"
    overprints = False
    linear = True

    def __init__(self) -> None:
        self.colours: set[Colour] = set()
        self.has_pictures = False

    def colour(self, colour: Colour) -> Colour:
        """Remember a colour."""
        self.colours.add(colour)
        return WHITE

    shade = colour

    def picture(self, picture: Image) -> Image:
        """Remember that there is a picture."""
        from PIL import Image

        self.has_pictures |= picture.mode != "L"
        return Image.new("L", (1, 1))
