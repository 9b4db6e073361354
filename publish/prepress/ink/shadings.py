"""Gradients made ready for the press: their colours are converted where they are written down (ISO 32000-1, 8.7.4.5).

What lies between two colours of a gradient is mixed evenly. Where a conversion keeps that even, the two ends are
enough; otherwise the colours between are converted too, one in so many, and written as a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pdf.colour_spaces import Space, space_of
from ...pdf.colours import Colour, Conversion, cannot_print
from ...pdf.functions import numbers, parts_of, value_at

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

# Steps of a table; between two of them a mixture is off by less than a press can show.
_STEPS = 32


def convert_shading(pdf: Pdf, shading: Object, named: Object | None, conversion: Conversion) -> None:
    """Convert a gradient along a line or between circles where it is. PublishError N105 for the other kinds."""
    from pikepdf import Array, Name

    if int(shading.get("/ShadingType", 0)) not in (2, 3):
        raise cannot_print("a gradient follows a mesh")
    space = space_of(shading.ColorSpace, named)
    shading.Function = _converted(pdf, shading.Function, space, conversion)
    shading.ColorSpace = Name(conversion.space)
    if "/Background" in shading:
        background = conversion.shade(space.read(numbers(shading, "/Background")))
        shading.Background = Array(_in_full(background, conversion))


def _converted(pdf: Pdf, function: Object, space: Space, conversion: Conversion) -> Object:
    """The same function, giving the press's colours; what is stitched stays stitched, so that leaps stay leaps."""
    import pikepdf

    if isinstance(function, pikepdf.Dictionary) and int(function.get("/FunctionType", -1)) == 3:
        parts = [_converted(pdf, part, space, conversion) for *_, part in parts_of(function)]
        return pikepdf.Dictionary({**dict(function.items()), "/Functions": pikepdf.Array(parts)})
    low, high = _domain(function)
    if conversion.linear and space.kind == "device" and isinstance(function, pikepdf.Dictionary) and function.get("/N", 0) == 1:
        steps = 1
    else:
        steps = _STEPS
    colours = [_shade(function, low + (high - low) * step / steps, space, conversion) for step in range(steps + 1)]
    return _straight(colours, low, high) if steps == 1 else _table(pdf, colours, low, high)


def _domain(function: Object) -> tuple[float, float]:
    import pikepdf

    one = function[0] if isinstance(function, pikepdf.Array) else function
    low, high = numbers(one, "/Domain")[:2]
    return low, high


def _shade(function: Object, x: float, space: Space, conversion: Conversion) -> list[float]:
    values = value_at(function, x)
    # A gradient that says fewer numbers than its space has is broken; it is drawn in black all the same.
    values = (values + (0.0,) * space.count)[: space.count]
    return _in_full(conversion.shade(space.read(values)), conversion)


def _in_full(colour: Colour, conversion: Conversion) -> list[float]:
    """A colour with as many numbers as the conversion's space has."""
    if conversion.space == "/DeviceCMYK" and len(colour) == 1:
        return [0.0, 0.0, 0.0, 1 - colour[0]]
    return list(colour)


def _straight(ends: list[list[float]], low: float, high: float) -> Object:
    from pikepdf import Array, Dictionary

    # Such a function is even in what it is given, whatever its domain.
    slopes = [(b - a) / ((high - low) or 1) for a, b in zip(*ends, strict=True)]
    at_zero = [a - low * slope for a, slope in zip(ends[0], slopes, strict=True)]
    at_one = [a + slope for a, slope in zip(at_zero, slopes, strict=True)]
    domain = Array([_short(low), _short(high)])
    return Dictionary(FunctionType=2, Domain=domain, C0=Array([*map(_short, at_zero)]), C1=Array([*map(_short, at_one)]), N=1)


def _table(pdf: Pdf, colours: list[list[float]], low: float, high: float) -> Object:
    from pikepdf import Array

    samples = b"".join(round(min(1, max(0, value)) * 65535).to_bytes(2, "big") for colour in colours for value in colour)
    return pdf.make_stream(
        samples, FunctionType=0, Domain=Array([_short(low), _short(high)]), Range=Array([0, 1] * len(colours[0])), Size=Array([len(colours)]),
        BitsPerSample=16,
    )  # fmt: skip


def _short(value: float) -> float:
    return round(value, 5)
