"""What is measured on the test sheet: pins that end ever farther from an edge, a frame, and lines of known length.

One unit is a millimetre. Of a printer's bare edge, the first pin that still has its head tells how wide it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from ...measures.shapes import POINTS, Shape

PINS = 12  # the last one's head is so many millimetres from the edge
FRAME = 5.0
DEPTH = 21.0  # what pins and numbers take from an edge
_FOOT = 15.0
_NUMBER = 17.6
_PITCH, _HEAD = 5.0, 1.5
_CORNER = 24.0  # what must stay free of pins on either side of them
_FINE, _BOLD = 0.12, 0.35
_FIGURES = 2.9
_TICK = 2.0
_INCH = 25.4
_NAME = 17.0  # what a line's length takes beside it, in words
_LINE_LENGTHS = {"mm": (100, 50, 20), "in": (4, 2, 1)}


def edges_svg(sheet: Shape) -> str:
    """Frame and pins, as large as the sheet."""
    width, height = upright(sheet)
    return _svg(width, height, _frame(width, height), *_pins(width, height))


def upright(sheet: Shape) -> tuple[float, float]:
    """Width and height of a sheet that stands, in millimetres."""
    short, long = sorted((sheet.width / POINTS["mm"], sheet.height / POINTS["mm"]))
    return round(short, 3), round(long, 3)


def lines_for(width: float) -> tuple[tuple[int, str], ...]:
    """The lengths, with their units, of the lines that can be measured within a width in millimetres."""
    return tuple((max(_fitting(unit, width)), unit) for unit in _LINE_LENGTHS if any(_fitting(unit, width)))


def _fitting(unit: str, width: float) -> list[int]:
    return [length for length in _LINE_LENGTHS[unit] if _millimetres(length, unit) <= width - _NAME]


def _millimetres(length: float, unit: str) -> float:
    return length * (_INCH if unit == "in" else 1)


def measure_svg(length: int, unit: str) -> tuple[str, float]:
    """A line to be measured, with its parts, and the width of the drawing in millimetres."""
    whole = _millimetres(length, unit)
    parts, half = (length // 10, 10) if unit == "mm" else (length * 2, _INCH / 2)
    ticks = "".join(_tick(0.5 + half * at, at in (0, parts)) for at in range(parts + 1))
    return _svg(whole + 1, 2 * _TICK + 0.5, _line(0.5, _TICK, 0.5 + whole, _TICK, _BOLD), ticks), whole + 1


def _tick(x: float, at_end: bool) -> str:
    return _line(x, 0, x, _TICK * (2 if at_end else 1), _BOLD if at_end else _FINE)


def _frame(width: float, height: float) -> str:
    """Its sides have gaps for the pins."""
    far_x, far_y = width - FRAME, height - FRAME
    gap_x, gap_y = ((side - _row(side)) / 2 - 2.5 for side in (width, height))
    level = ((x, y, to_x, y) for y in (FRAME, far_y) for x, to_x in ((FRAME, gap_x), (width - gap_x, far_x)))
    upright_ones = ((x, y, x, to_y) for x in (FRAME, far_x) for y, to_y in ((FRAME, gap_y), (height - gap_y, far_y)))
    sides = (*level, *upright_ones)
    return "".join(_line(*side, _FINE) for side in sides)


def _row(side: float) -> float:
    """How much of an edge its pins take."""
    return _pitch(side) * PINS


def _pitch(side: float) -> float:
    return min(_PITCH, floor((side - 2 * _CORNER) / PINS * 10) / 10)


def _pins(width: float, height: float) -> Iterator[str]:
    for along, reach, level in ((width, height, True), (height, width, False)):
        for far in (False, True):
            for number in range(1, PINS + 1):
                yield _pin(number, along, reach, level, far)


def _pin(number: int, along: float, reach: float, level: bool, far: bool) -> str:
    """One pin; ``level`` for those of the upper and lower edges, ``far`` for the lower and the right one."""
    pitch = _pitch(along)
    at = along / 2 + pitch * (number - (PINS + 1) / 2)
    half = min(_HEAD, pitch * 0.36)
    head, foot, name = (reach - distance if far else distance for distance in (number, _FOOT, _NUMBER))
    if level:
        return _line(at, head, at, foot, _FINE) + _line(at - half, head, at + half, head, _BOLD) + _figure(at, name, number, pitch)
    return _line(head, at, foot, at, _FINE) + _line(head, at - half, head, at + half, _BOLD) + _figure(name, at, number, pitch)


def _figure(x: float, y: float, number: int, pitch: float) -> str:
    size = min(_FIGURES, pitch * 0.72)
    return (
        f'<text x="{x:.3f}" y="{y + size * 0.34:.3f}" font-family="Source Sans 3" font-size="{size:.2f}" text-anchor="middle" '
        f'fill="#000" stroke="none">{number}</text>'
    )


def _line(x: float, y: float, to_x: float, to_y: float, width: float) -> str:
    return f'<path stroke-width="{width}" d="M{x:.3f} {y:.3f}L{to_x:.3f} {to_y:.3f}"/>'


def _svg(width: float, height: float, *parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}mm" height="{height:g}mm">'
        f'<g fill="none" stroke="#000">{"".join(parts)}</g></svg>'
    )
