"""What the drawings of instructions are made of: sheets of paper in space, arrows, lines to fold and cut along.

Drawings are SVG, in black lines on white and one grey, so that one ink does. Paper lies or stands: it is a
line of corners, seen from its edge, drawn out along a vector. The side that looks at us is white; its other is grey.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from html import escape
from math import atan2, cos, degrees, radians, sin

Point = tuple[float, float]

WHITE, GREY, INK, SOFT = "#fff", "#dcdcdc", "#000", "#9a9a9a"
LINE, THIN, BOLD = 1.1, 0.6, 2.4
FOLD, CUT = "4 2.6", "8 2.4 1.6 2.4"
_FONT = "Source Sans 3"
_HEAD, _HEAD_HALF = 7.5, 2.9  # of an arrow


def drawing(width: float, height: float, *parts: str) -> str:
    """An SVG of so many units, none of which is longer than a third of a millimetre on the page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        f'<g fill="none" stroke="{INK}" stroke-width="{LINE}" stroke-linejoin="round" stroke-linecap="round">{"".join(parts)}</g></svg>'
    )


def polygon(points: Iterable[Point], fill: str = WHITE, width: float = LINE, stroke: str = INK) -> str:
    """A closed shape."""
    return f'<path fill="{fill}" stroke="{stroke}" stroke-width="{width:g}" d="{_path(points)}z"/>'


def line(points: Iterable[Point], width: float = LINE, dashes: str = "", stroke: str = INK) -> str:
    """A line through points; with ``dashes`` it has round ends no longer."""
    broken = f' stroke-dasharray="{dashes}" stroke-linecap="butt"' if dashes else ""
    return f'<path stroke="{stroke}" stroke-width="{width:g}"{broken} d="{_path(points)}"/>'


def box(left: float, top: float, width: float, height: float, fill: str = WHITE, line_width: float = LINE) -> str:
    """An upright rectangle."""
    return polygon(((left, top), (left + width, top), (left + width, top + height), (left, top + height)), fill, line_width)


def arrow(start: Point, bend: Point, end: Point) -> str:
    """A bent arrow whose head looks where the bend sends it."""
    angle = atan2(end[1] - bend[1], end[0] - bend[0])
    neck = (end[0] - _HEAD * 0.8 * cos(angle), end[1] - _HEAD * 0.8 * sin(angle))
    curve = f'<path stroke-width="{LINE * 1.5:g}" d="M{_at(start)}Q{_at(bend)} {_at(neck)}"/>'
    base = (end[0] - _HEAD * cos(angle), end[1] - _HEAD * sin(angle))
    side = (_HEAD_HALF * sin(angle), -_HEAD_HALF * cos(angle))
    return curve + polygon((end, plus(base, side), (base[0] - side[0], base[1] - side[1])), INK, 0.4)


def straight_arrow(start: Point, end: Point) -> str:
    """An arrow without a bend."""
    return arrow(start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end)


def label(x: float, y: float, text: str, size: float, turn: int = 0) -> str:
    """Bold figures around a point, turned clockwise."""
    return (
        f'<text transform="translate({x:.2f} {y:.2f}) rotate({turn})" y="{size * 0.33:.2f}" font-family="{_FONT}" font-weight="700" '
        f'font-size="{size:.2f}" text-anchor="middle" fill="{INK}" stroke="none">{escape(text)}</text>'
    )


def scissors(x: float, y: float, turn: float = 0, size: float = 1) -> str:
    """Scissors that open towards the right, or as they are turned; what they cut begins at the point."""
    return (
        f'<g transform="translate({x:.2f} {y:.2f}) rotate({turn:.1f}) scale({size:g})" stroke-width="1.2">'
        f'<path fill="{INK}" stroke="none" d="M-11 1.4L3 -4.2Q4.4 -4.4 3.4 -3.2L-9 3.4zM-11 -1.4L3 4.2Q4.4 4.4 3.4 3.2L-9 -3.4z"/>'
        f'<circle cx="-13.6" cy="3.6" r="3" fill="{WHITE}"/><circle cx="-13.6" cy="-3.6" r="3" fill="{WHITE}"/></g>'
    )


def mirrored(width: float, *parts: str) -> str:
    """The same as a mirror shows it, for drawings without words."""
    return f'<g transform="translate({width:g} 0) scale(-1 1)">{"".join(parts)}</g>'


# Paper ------------------------------------------------------------------------------------------


def plus(point: Point, vector: Point, times: float = 1) -> Point:
    """The point so many times a vector away."""
    return point[0] + vector[0] * times, point[1] + vector[1] * times


def between(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def panel(start: Point, end: Point, out: Point) -> str:
    """A piece of paper between two corners of its edge, drawn out along a vector."""
    turned = (end[0] - start[0]) * out[1] - (end[1] - start[1]) * out[0] > 0
    return polygon((start, end, plus(end, out), plus(start, out)), GREY if turned else WHITE)


def paper(corners: Sequence[Point], out: Point) -> str:
    """Panels that hang together, drawn one after the other: what is nearer to us stands later."""
    return "".join(panel(start, end, out) for start, end in itertools.pairwise(corners))


def pile(left: Point, right: Point, out: Point, layers: int, gap: float = 1.9) -> str:
    """Sheets that lie on each other, from the lowest up; ``left`` and ``right`` are the corners of the topmost."""
    drops = [gap * layer for layer in reversed(range(layers))]
    return "".join(panel((left[0], left[1] + drop), (right[0], right[1] + drop), out) for drop in drops)


def angle_of(start: Point, end: Point) -> float:
    """The direction from one point to another, in degrees clockwise."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0]))


def direction(turn: float, length: float) -> Point:
    """The vector of a length, so many degrees clockwise from the right."""
    return length * cos(radians(turn)), length * sin(radians(turn))


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(map(_at, points))


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
