"""One page of a source PDF: which part of it is the page, which way up it is, and the same page as a form to draw.

The boxes and their order of precedence are those of ISO 32000-2, 14.11.2; ``/Rotate`` and ``/UserUnit`` those of its table 31.
"""

from __future__ import annotations

import copy
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ...measures.geometry import Box, Matrix
from ...measures.shapes import Length
from ..planning.placing import PageSize

if TYPE_CHECKING:
    import pikepdf

LARGEST = Length("5000mm")
SMALLEST = Length("1mm")
_DEEPEST = 100  # as deep as qpdf follows a tree of pages
_MOST_UNREADABLE = 50  # parts of pages in a file, each of which takes time
# The keys of a content stream that say how its bytes are to be read.
_CODING = {"/Length", "/Filter", "/DecodeParms"}


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page. ``matrix`` takes what it draws to where it is upright and its trim's lower left corner is the origin.

    ``area`` is what may be seen of it, bleed and all, in the page's own coordinates.
    """

    page: pikepdf.Object
    size: PageSize
    area: Box
    matrix: Matrix


def source_page(page: pikepdf.Object) -> SourcePage:
    """What a page says of itself; ValueError, in words for a reader, where it has no size one could print."""
    trim, bleed = _boxes(page)
    unit, turn = _unit(page), _turn(page)
    left, bottom, right, top = trim
    width, height = (right - left) * unit, (top - bottom) * unit
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        sides = f"{Length(width).mm:,.0f} by {Length(height).mm:,.0f} mm"
        raise ValueError(f"measures {sides}, and a side can have {SMALLEST.mm:.0f} mm to {LARGEST.mm / 1000:.0f} m")
    beyond = max(abs(outer - inner) for outer, inner in zip(bleed, trim, strict=True)) * unit
    upright = (height, width) if turn in (90, 270) else (width, height)
    return SourcePage(page, PageSize(*upright, beyond), bleed, _upright(trim, turn, unit))


def inherited(page: pikepdf.Object, key: str) -> object:
    """What a page has under a key, or else the nearest branch of the tree that it hangs on."""
    from pikepdf import Dictionary

    node: object = page
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


# Boxes ------------------------------------------------------------------------------------------


def _boxes(page: pikepdf.Object) -> tuple[Box, Box]:
    """The trim, which is what one sees of the page, and the bleed around it, which is no smaller.

    Where a page was cropped to less than its trim, the crop is what its reader knows as the page.
    """
    media = _box(page, "/MediaBox")
    if media is None:
        raise ValueError("has no size")
    crop = _within(_box(page, "/CropBox"), media) or media
    whole = _within(_box(page, "/TrimBox"), media) or crop
    trim = _within(whole, crop) or whole
    bleed = _within(_box(page, "/BleedBox"), media) if trim == whole else None
    return trim, _around(trim, bleed or trim)


def _box(page: pikepdf.Object, key: str) -> Box | None:
    """A box with its corners in order; None where there is none, or nothing in it."""
    return box_in(inherited(page, key))


def box_in(value: object) -> Box | None:
    """A rectangle of the file with its corners in order; None where it is none, or there is nothing in it."""
    sides = numbers_in(value)
    if len(sides) != 4:
        return None
    left, right = sorted(sides[0::2])
    bottom, top = sorted(sides[1::2])
    return (left, bottom, right, top) if left < right and bottom < top else None


def numbers_in(value: object) -> list[float]:
    """The numbers of an array; none where it is no array, or has anything else in it."""
    from pikepdf import Array

    written = list(value) if isinstance(value, Array) else []
    found = [number for one in written if (number := number_in(one)) is not None]
    return found if len(found) == len(written) else []


def number_in(value: object) -> float | None:
    """A number of the file as a finite one of ours."""
    number = float(value) if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) else math.nan
    return number if math.isfinite(number) else None


def _within(inner: Box | None, outer: Box) -> Box | None:
    """What two boxes share; None where they share nothing."""
    if inner is None:
        return None
    left, bottom = max(inner[0], outer[0]), max(inner[1], outer[1])
    right, top = min(inner[2], outer[2]), min(inner[3], outer[3])
    return (left, bottom, right, top) if left < right and bottom < top else None


def _around(inner: Box, outer: Box) -> Box:
    return min(inner[0], outer[0]), min(inner[1], outer[1]), max(inner[2], outer[2]), max(inner[3], outer[3])


# Which way up, and how large --------------------------------------------------------------------


def _turn(page: pikepdf.Object) -> int:
    """By how much the page is shown turned clockwise; what is no right angle is as good as none."""
    turn = number_in(inherited(page, "/Rotate"))
    return int(turn) % 360 if turn is not None and turn % 90 == 0 else 0


def _unit(page: pikepdf.Object) -> float:
    """How many points the page's unit is."""
    unit = number_in(page.get("/UserUnit"))
    return unit if unit and unit > 0 else 1


def _upright(trim: Box, turn: int, unit: float) -> Matrix:
    left, bottom, right, top = trim
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[turn]
    return unit * a, unit * b, unit * c, unit * d, unit * e, unit * f


# As a form --------------------------------------------------------------------------------------


def page_form(file: pikepdf.Pdf, source: SourcePage) -> pikepdf.Object:
    """The page as a form, upright and with its trim's lower left corner at the origin, to be drawn any number of times.

    Where the page's content is one stream, its bytes stay as they are in the file.
    """
    from pikepdf import Array, Dictionary, Name

    form = _content(file, source.page)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox, form.Matrix = Array(_rounded(source.area)), Array(_rounded(source.matrix))
    resources = inherited(source.page, "/Resources")
    form.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    group = source.page.get("/Group")
    if isinstance(group, Dictionary):
        form.Group = copy.copy(group)
        form.Group.I = True  # a page's group is isolated whatever it says, and only such a group has colours of its own
    return form


def drop_unreadable(page: pikepdf.Object, known: dict[tuple[int, int], bool]) -> bool:
    """Leave away the parts of a page's content that cannot be unpacked, where it has several; whether there were any.

    ``known`` remembers which parts can be read: pages share them. ValueError where very many cannot.
    """
    from pikepdf import Array, Stream

    contents = page.get("/Contents")
    parts = [one for one in contents if isinstance(one, Stream)] if isinstance(contents, Array) else []
    readable = [one for one in parts if _is_readable(one, known)] if len(parts) > 1 else parts
    if len(readable) < len(parts):
        page.Contents = Array(readable)
    return len(readable) < len(parts)


def _is_readable(stream: pikepdf.Stream, known: dict[tuple[int, int], bool]) -> bool:
    from pikepdf import PdfError

    if stream.objgen in known:
        return known[stream.objgen]
    try:
        stream.get_stream_buffer()
        known[stream.objgen] = True
    except PdfError:
        known[stream.objgen] = False
        if list(known.values()).count(False) > _MOST_UNREADABLE:
            raise ValueError("most of what its pages draw cannot be read") from None
    return known[stream.objgen]


def _rounded(values: tuple[float, ...]) -> list[float]:
    return [round(value, 5) for value in values]


def _content(file: pikepdf.Pdf, page: pikepdf.Object) -> pikepdf.Object:
    """A stream of its own with all that the page draws."""
    from pikepdf import Array, Page, Stream

    contents = page.get("/Contents")
    streams = [one for one in contents if isinstance(one, Stream)] if isinstance(contents, Array) else [contents]
    if len(streams) > 1:
        return file.make_indirect(Page(page).as_form_xobject(handle_transformations=False))
    if not streams or not isinstance(streams[0], Stream):
        return file.make_stream(b"")
    content = copy.copy(streams[0])
    for key in set(content.keys()) - _CODING:
        del content[key]
    return content
