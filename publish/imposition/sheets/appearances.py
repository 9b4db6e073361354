"""Draws annotations that do not say what they look like: ISO 32000-2, 12.5.6, tells it of each kind by its entries.

Shapes, marks on text and typed words are drawn in the page's own coordinates. What cannot be drawn is left to be told.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...measures.geometry import Box
from .drawing import line, number, numbers
from .source_page import box_in, number_in, numbers_in

if TYPE_CHECKING:
    import pikepdf

Point = tuple[float, float]

# A curve that looks like a quarter of a circle has its handles at so much of the radius.
_ROUND = 0.5523
# Colours by how many numbers they have: grey, RGB and CMYK, each as operators for lines and for areas.
_COLOURS = {1: ("G", "g"), 3: ("RG", "rg"), 4: ("K", "k")}
_ARROWS = frozenset(("/OpenArrow", "/ClosedArrow"))
_HEAD, _SPREAD = 9.0, math.radians(25)  # an arrow's head in widths of its line, and how far it opens
_WAVE = 2.0  # points: half a wave below words


@dataclass(frozen=True, slots=True)
class AnnotationPen:
    """How an annotation is drawn: operators that choose its colours and line, ``""`` for none; its width, and where."""

    stroke: str
    fill: str
    width: float
    box: Box
    annotation: pikepdf.Object

    @property
    def paint(self) -> str:
        """The operator that ends a closed path."""
        return {(True, True): "b", (True, False): "s", (False, True): "f"}.get((bool(self.stroke), bool(self.fill)), "n")


def draw_shape(file: pikepdf.Pdf, annotation: pikepdf.Object, subtype: str) -> bool:
    """Give a shape or a mark on text its appearance; False where it is none, or does not say where it is."""
    box = box_in(annotation.get("/Rect"))
    if subtype not in _SHAPES or box is None:
        return False
    pen = _pen(annotation, box)
    content = "\n".join(_SHAPES[subtype](pen))
    if content:
        state = _state(annotation, "/Multiply" if subtype == "/Highlight" else "/Normal")
        set_appearance(file, annotation, f"/S gs {pen.stroke} {pen.fill}\n{content}", _around(pen), ExtGState=state)
    return bool(content) or not pen.width


def set_appearance(file: pikepdf.Pdf, annotation: pikepdf.Object, content: str, box: Box, **resources: pikepdf.Object) -> None:
    """What an annotation looks like, drawn in the page's coordinates within a box."""
    from pikepdf import Array, Dictionary, Name

    sides = Array([round(side, 4) for side in box])
    named = Dictionary({f"/{kind}": held for kind, held in resources.items()})
    look = file.make_stream(content.encode("ascii"), Type=Name.XObject, Subtype=Name.Form, BBox=sides, Resources=named)
    annotation.Rect, annotation.AP = sides, Dictionary(N=look)


def _state(annotation: pikepdf.Object, blend: str) -> pikepdf.Dictionary:
    from pikepdf import Dictionary, Name

    shown = number_in(annotation.get("/CA"))
    opacity = min(1, max(0, 1 if shown is None else shown))
    return Dictionary(S=Dictionary(Type=Name.ExtGState, CA=opacity, ca=opacity, BM=Name(blend)))


def _around(pen: AnnotationPen) -> Box:
    """The annotation's rectangle, and what of its points lies beyond: lines are not to be cut off."""
    points = [*_points(pen, "/L"), *_points(pen, "/Vertices"), *_points(pen, "/QuadPoints"), *(point for stroke in _strokes(pen) for point in stroke)]
    left, bottom, right, top = pen.box
    beyond = pen.width * (1 + _HEAD)
    across, up = [x for x, _ in points], [y for _, y in points]
    return (
        min([left, *(x - beyond for x in across)]), min([bottom, *(y - beyond for y in up)]),
        max([right, *(x + beyond for x in across)]), max([top, *(y + beyond for y in up)]),
    )  # fmt: skip


# Colours and lines ------------------------------------------------------------------------------


def _pen(annotation: pikepdf.Object, box: Box) -> AnnotationPen:
    width, dashes = _border(annotation)
    stroke, fill = colour(annotation.get("/C"), 0), colour(annotation.get("/IC"), 1)
    if name_in(annotation, "/Subtype") == "/Highlight":
        return AnnotationPen("", colour(annotation.get("/C"), 1) or "1 1 0 rg", width, box, annotation)
    return AnnotationPen(f"{stroke or '0 G'} {number(width)} w {dashes}" if width else "", fill, width, box, annotation)


def colour(value: object, which: int) -> str:
    """An array's colour for lines (0) or for areas (1); ``""`` where it has none."""
    parts = [min(1, max(0, part)) for part in numbers_in(value)]
    return f"{numbers(parts)} {_COLOURS[len(parts)][which]}" if len(parts) in _COLOURS else ""


def _border(annotation: pikepdf.Object) -> tuple[float, str]:
    """The width of its lines, one point unless it says another, and how they are broken."""
    from pikepdf import Dictionary

    style, border = annotation.get("/BS"), numbers_in(annotation.get("/Border"))
    if not isinstance(style, Dictionary):
        return (border[2] if len(border) > 2 and border[2] >= 0 else 1.0), ""
    said = number_in(style.get("/W"))
    broken = [part for part in numbers_in(style.get("/D")) if part > 0] or [3.0]
    return (1.0 if said is None or said < 0 else said), (f"[{numbers(broken)}] 0 d" if name_in(style, "/S") == "/D" else "")


def name_in(dictionary: pikepdf.Object, key: str) -> str:
    """The name that a dictionary has under a key, with its slash, whatever its bytes; ``""`` where there is none."""
    from pikepdf import Name

    found = dictionary.get(key)
    return bytes(found).decode("latin-1") if isinstance(found, Name) else ""


# Shapes -----------------------------------------------------------------------------------------


def _points(pen: AnnotationPen, key: str) -> list[Point]:
    found = numbers_in(pen.annotation.get(key))
    return list(zip(found[::2], found[1::2], strict=False))


def _strokes(pen: AnnotationPen) -> Iterator[list[Point]]:
    """The lines of a drawing by hand."""
    from pikepdf import Array

    strokes = pen.annotation.get("/InkList")
    for stroke in strokes if isinstance(strokes, Array) else ():
        found = numbers_in(stroke)
        yield list(zip(found[::2], found[1::2], strict=False))


def _inner(pen: AnnotationPen) -> Box:
    """The rectangle without what it says is beyond the shape, and without the half of the line that would be."""
    away = numbers_in(pen.annotation.get("/RD"))
    left, bottom, right, top = away if len(away) == 4 else (0.0, 0.0, 0.0, 0.0)
    half, box = pen.width / 2, pen.box
    return box[0] + left + half, box[1] + bottom + half, box[2] - right - half, box[3] - top - half


def _square(pen: AnnotationPen) -> Iterator[str]:
    left, bottom, right, top = _inner(pen)
    yield f"{numbers((left, bottom, right - left, top - bottom))} re {pen.paint}"


def _circle(pen: AnnotationPen) -> Iterator[str]:
    left, bottom, right, top = _inner(pen)
    x, y, across, up = (left + right) / 2, (bottom + top) / 2, (right - left) / 2, (top - bottom) / 2
    h, v = across * _ROUND, up * _ROUND
    yield f"{numbers((x + across, y))} m"
    yield f"{numbers((x + across, y + v, x + h, y + up, x, y + up))} c"
    yield f"{numbers((x - h, y + up, x - across, y + v, x - across, y))} c"
    yield f"{numbers((x - across, y - v, x - h, y - up, x, y - up))} c"
    yield f"{numbers((x + h, y - up, x + across, y - v, x + across, y))} c {pen.paint}"


def _line(pen: AnnotationPen) -> Iterator[str]:
    points = _points(pen, "/L")
    if len(points) != 2 or not pen.stroke:
        return
    start, end = points
    yield line(start, end)
    for tip, other, ending in zip((start, end), (end, start), _endings(pen.annotation), strict=True):
        if ending in _ARROWS:
            yield _arrow_head(tip, other, pen.width)


def _endings(annotation: pikepdf.Object) -> tuple[str, str]:
    from pikepdf import Array, Name

    found = annotation.get("/LE")
    names = [bytes(one).decode("latin-1") if isinstance(one, Name) else "" for one in found] if isinstance(found, Array) else []
    return (names[0], names[1]) if len(names) == 2 else ("", "")


def _arrow_head(tip: Point, other: Point, width: float) -> str:
    way, long = math.atan2(other[1] - tip[1], other[0] - tip[0]), _HEAD * width
    one, two = ((tip[0] + long * math.cos(way + turn), tip[1] + long * math.sin(way + turn)) for turn in (_SPREAD, -_SPREAD))
    return f"{numbers(one)} m {numbers(tip)} l {numbers(two)} l S"


def _path(points: Sequence[Point]) -> str:
    return f"{numbers(points[0])} m " + " ".join(f"{numbers(point)} l" for point in points[1:])


def _ink(pen: AnnotationPen) -> Iterator[str]:
    """Lines with round ends; a lone point is a dot."""
    if pen.stroke:
        yield from (f"1 J 1 j {_path([*points, points[-1]])} S" for points in _strokes(pen) if points)


def _polygon(pen: AnnotationPen) -> Iterator[str]:
    if len(points := _points(pen, "/Vertices")) > 1:
        yield f"{_path(points)} {pen.paint}"


def _polyline(pen: AnnotationPen) -> Iterator[str]:
    if pen.stroke and len(points := _points(pen, "/Vertices")) > 1:
        yield f"{_path(points)} S"


# Marks on text ----------------------------------------------------------------------------------


def _quads(pen: AnnotationPen) -> Iterator[tuple[Point, Point, Point, Point]]:
    """The words that are marked, each as its upper two corners and its lower two, as all programs write them."""
    points = _points(pen, "/QuadPoints")
    yield from ((points[at], points[at + 1], points[at + 2], points[at + 3]) for at in range(0, len(points) - 3, 4))


def _highlight(pen: AnnotationPen) -> Iterator[str]:
    yield from (f"{_path((one, two, four, three))} f" for one, two, three, four in _quads(pen))


def _underline(pen: AnnotationPen) -> Iterator[str]:
    yield from (line(three, four) for _, _, three, four in _quads(pen) if pen.stroke)


def _strike_out(pen: AnnotationPen) -> Iterator[str]:
    yield from (line(_middle(one, three), _middle(two, four)) for one, two, three, four in _quads(pen) if pen.stroke)


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _squiggly(pen: AnnotationPen) -> Iterator[str]:
    for _, _, start, end in _quads(pen):
        steps = min(2_000, max(2, int(math.dist(start, end) / _WAVE)))
        part = [((end[0] - start[0]) / steps, (end[1] - start[1]) / steps)] * steps
        if pen.stroke:
            yield f"{_path([(start[0] + x * at, start[1] + y * at + _WAVE * (at % 2)) for at, (x, y) in enumerate(part)])} S"


_SHAPES: Mapping[str, Callable[[AnnotationPen], Iterator[str]]] = {
    "/Square": _square, "/Circle": _circle, "/Line": _line, "/Ink": _ink, "/Polygon": _polygon, "/PolyLine": _polyline,
    "/Highlight": _highlight, "/Underline": _underline, "/StrikeOut": _strike_out, "/Squiggly": _squiggly,
}  # fmt: skip
