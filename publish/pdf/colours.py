"""Colours as numbers: how many they are says what they are, so nothing needs to be told apart by name.

One number is a grey (0 black, 1 white), three are red, green and blue of sRGB, four are cyan, magenta, yellow
and black (0 no ink, 1 full ink), as in a PDF's operators ``g``, ``rg`` and ``k``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..diagnostics import PublishError

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[float, ...]
C = TypeVar("C", Colour, Colour | None)

WHITE: Colour = (1.0,)
BLACK: Colour = (0.0,)
# A grey whose ink rounds to 90 % or more is printed as full black: a screen of dots frays letters, and nobody
# sees the last tenth. #171717 and #1a1a1a are black by this, #222 is not.
_NEARLY_BLACK = 0.105
# Channels may differ by half a step of 8 bits and still be grey.
_SAME = 0.5 / 255


class Conversion(Protocol):
    """What a file's colours become."""

    space: str  # of pictures and groups: /DeviceGray or /DeviceCMYK
    overprints: bool  # whether black letters and thin lines are printed over what lies below them
    linear: bool  # whether what lies halfway between two colours becomes what lies halfway between theirs

    def colour(self, colour: Colour) -> Colour | None:
        """A colour of letters, lines and areas; None where what has it is not painted at all."""
        ...

    def shade(self, colour: Colour) -> Colour:
        """A colour within a gradient, where a leap would show."""
        ...

    def picture(self, picture: Image) -> Image:
        """A picture of mode L, RGB or CMYK; what comes back is L or CMYK."""
        ...


def grey_of(colour: Colour) -> float:
    """How light a colour is, as Pillow and PDF viewers make grey: 0.299 r + 0.587 g + 0.114 b (ITU-R BT.601)."""
    if len(colour) == 1:
        return colour[0]
    red, green, blue = rgb_of(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def rgb_of(colour: Colour) -> tuple[float, float, float]:
    """Red, green and blue; those of four inks by the plain formula, (1 - ink) (1 - black), as Pillow has it."""
    if len(colour) == 3:
        return colour
    if len(colour) == 1:
        return colour * 3
    cyan, magenta, yellow, black = colour
    return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)


def is_grey(colour: Colour) -> bool:
    """Whether a colour has no hue."""
    values = colour[:3] if len(colour) > 1 else (0.0,)
    return max(values) - min(values) <= _SAME


def firm(grey: float) -> float:
    """A grey as it is printed: black where it nearly is."""
    return 0.0 if grey < _NEARLY_BLACK else grey


def rgb_of_lab(lightness: float, a: float, b: float) -> Colour:
    """The sRGB colour of CIE L*a*b*, as near as it can be shown. The white is the page's, whichever is stated."""
    y = (lightness + 16) / 116
    x, y, z = (white * _uncurved(value) for white, value in zip((0.9505, 1.0, 1.089), (y + a / 500, y, y - b / 200), strict=True))
    linear = (
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    )
    return tuple(_encoded(min(1.0, max(0.0, value))) for value in linear)


def _uncurved(value: float) -> float:
    return value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def lab_of(colour: Colour) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour, with its own white."""
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb_of(colour))
    x, y, z = (
        _curved((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505),
        _curved(0.2126 * red + 0.7152 * green + 0.0722 * blue),
        _curved((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curved(value: float) -> float:
    return value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def remembered(convert: Callable[[Colour], C]) -> Callable[[Colour], C]:
    """The same function, which works on each colour once; a file has few."""
    known: dict[Colour, C] = {}

    def look_up(colour: Colour, /) -> C:
        if colour not in known:
            made = convert(colour)
            known[colour] = made and tuple(round(value, 4) for value in made)
        return known[colour]

    return look_up


def cannot_print(what: str) -> PublishError:
    """For what is drawn in a way that has no conversion here; our own layout makes none of these."""
    return PublishError("N105", f"{what}, which cannot be made ready for the press", None, "use a picture in PNG, JPEG or plain SVG in its place")
