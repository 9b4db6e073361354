"""Pictures that let through what lies below, made plain, for the kinds of file that know no transparency.

A picture is laid on the plain colour that lies below it, or on white where nothing does; whatever else is
transparent is left, and the pages are named, for nobody can tell here what its author wants to see there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...measures.geometry import Box
from ...pdf.colours import WHITE, Colour, grey_of
from ...pdf.entries import entries
from ...pdf.graphics_state import Painted
from ...pdf.page_content import painted_on
from .images import put_packed, read_picture

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_OF_STATES = ("/ca", "/CA", "/SMask", "/BM", "/AIS", "/TK")


def flatten(pdf: Pdf) -> list[int]:
    """Make a file's pictures plain where that can be; the numbers of the pages on which something is still transparent.

    Where no page is left, nothing in the file speaks of transparency any longer. Colours must be greys or inks.
    """
    pictures = [thing for thing in pdf.objects if _is_picture(thing) and "/SMask" in thing]
    grounds: dict[tuple[int, int], set[Colour | None]] = {}
    for page in pdf.pages if pictures else ():
        _find_grounds(list(painted_on(page)), grounds)
    for picture in pictures:
        found = grounds.get(picture.objgen, {WHITE})
        if len(found) == 1 and (ground := next(iter(found))) is not None:
            _lay_on(picture, ground)
    left = [number for number, page in enumerate(pdf.pages, 1) if any(thing.see_through for thing in painted_on(page))]
    if not left:
        _forget(pdf)
    return left


def _is_picture(thing: Object) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


# What lies below --------------------------------------------------------------------------------


def _find_grounds(things: list[Painted], grounds: dict[tuple[int, int], set[Colour | None]]) -> None:
    """Add to each transparent picture's grounds what it lies on; None for more than one colour."""
    for at, thing in enumerate(things):
        if thing.kind == "picture" and thing.source is not None and "/SMask" in thing.source:
            grounds.setdefault(thing.source.objgen, set()).add(None if thing.tiled else _ground(thing, things[:at]))


def _ground(picture: Painted, below: Iterable[Painted]) -> Colour | None:
    ground: Colour | None = WHITE
    for thing in below:
        if not _touch(thing.box, picture.box):
            continue
        covers = thing.kind == "area" and thing.upright and not thing.see_through and _covers(thing.box, picture.box)
        if covers:
            ground = thing.colour
        elif thing.colour is None or thing.see_through or thing.colour != ground:
            ground = None
    return ground


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(one: Box, other: Box) -> bool:
    """Whether a box holds another, to a tenth of a point."""
    return one[0] <= other[0] + 0.1 and one[1] <= other[1] + 0.1 and one[2] >= other[2] - 0.1 and one[3] >= other[3] - 0.1


# Making plain -----------------------------------------------------------------------------------


def _lay_on(stream: Object, ground: Colour) -> None:
    from PIL import Image

    picture, mask = read_picture(stream), read_picture(stream.SMask)
    if mask.getextrema() != (255, 255):
        if picture.mode == "L" and len(ground) == 4 and any(ground[:3]):
            inks = [Image.new("L", picture.size, 0)] * 3
            picture = Image.merge("CMYK", [*inks, picture.point(lambda value: 255 - value)])
        if mask.size != picture.size:
            size = max(picture.size, mask.size)
            picture, mask = picture.resize(size), mask.resize(size)
        put_packed(stream, Image.composite(picture, Image.new(picture.mode, picture.size, _dots(ground, picture.mode)), mask))
    del stream["/SMask"]


def _dots(ground: Colour, mode: str) -> int | tuple[int, ...]:
    """A colour as a picture of a mode has it."""
    if mode == "L":
        return round(grey_of(ground) * 255)
    inks = ground if len(ground) == 4 else (0, 0, 0, 1 - ground[0])
    return tuple(round(ink * 255) for ink in inks)


def _forget(pdf: Pdf) -> None:
    """Drop what speaks of transparency and has no effect."""
    import pikepdf

    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            continue
        for holder in (thing, entries(thing, "/Resources")):
            _forget_states(holder)
        if "/Group" in thing:
            del thing["/Group"]


def _forget_states(resources: Object) -> None:
    for state in entries(resources, "/ExtGState").values():
        for key in _OF_STATES:
            if key in state:
                del state[key]
