"""The colour spaces of a PDF, each read as greys, sRGB or four inks (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .colours import Colour, cannot_print, rgb_of_lab
from .functions import value_at

if TYPE_CHECKING:
    from pikepdf import Object

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Space:
    """A way to write colours: how many numbers make one, which is taken at first, and what they mean.

    ``under`` is the space of the colour that a pattern without one is painted with.
    """

    kind: str  # device: its numbers are a colour as they are; indexed, lab, tint, pattern
    count: int
    initial: Colour
    read: Callable[[Sequence[float]], Colour]
    under: Space | None = None


def _clamped(values: Sequence[float]) -> Colour:
    if len(values) not in (1, 3, 4):
        raise ValueError(f"{len(values)} numbers are no colour")
    return tuple(min(1.0, max(0.0, float(value))) for value in values)


GREY = Space("device", 1, (0.0,), _clamped)
RGB = Space("device", 3, (0.0, 0.0, 0.0), _clamped)
INKS = Space("device", 4, (0.0, 0.0, 0.0, 1.0), _clamped)
PATTERN = Space("pattern", 0, (), _clamped)
_BY_COUNT = {1: GREY, 3: RGB, 4: INKS}
_BY_NAME = {
    "/DeviceGray": GREY, "/CalGray": GREY, "/G": GREY, "/DeviceRGB": RGB, "/CalRGB": RGB, "/RGB": RGB,
    "/DeviceCMYK": INKS, "/CMYK": INKS, "/Pattern": PATTERN,
}  # fmt: skip


def space_of(written: Object, named: Object | None = None, depth: int = 0) -> Space:
    """The space that is written as a name or an array; ``named`` are those that have a name here.

    A profile's colours count as those of its device: three are sRGB. PublishError N105 for what cannot be read.
    """
    import pikepdf

    if depth > _DEEPEST:
        raise cannot_print("a colour is defined by way of too many others")
    if isinstance(written, pikepdf.Name):
        known = _BY_NAME.get(str(written))
        if known is None and named is not None and written in named:
            return space_of(named[written], None, depth + 1)
        if known is None:
            raise cannot_print(f"a colour is of the unknown kind {str(written)[:40]}")
        return known
    if not isinstance(written, pikepdf.Array) or len(written) == 0:
        raise cannot_print("a colour is of no known kind")
    return _of_array(written, named, depth)


def _of_array(written: Object, named: Object | None, depth: int) -> Space:
    within = partial(space_of, named=named, depth=depth + 1)
    match str(written[0]):
        case "/ICCBased":
            return _BY_COUNT.get(int(written[1].N)) or within(written[1].Alternate)
        case "/Lab":
            return Space("lab", 3, (0.0, 0.0, 0.0), lambda values: rgb_of_lab(*map(float, values)))
        case "/Indexed" | "/I":
            return _indexed(within(written[1]), written)
        case "/Separation" | "/DeviceN":
            return _tint(written, within(written[2]))
        case "/Pattern" if len(written) > 1:
            return Space("pattern", 0, (), _clamped, within(written[1]))
        case kind if kind in _BY_NAME:
            return _BY_NAME[kind]
        case kind:
            raise cannot_print(f"a colour is of the unknown kind {kind[:40]}")


def _tint(written: Object, alternate: Space) -> Space:
    """An ink by name: what it looks like is told by a function. Several of them are read where only one is used."""
    count = 1 if str(written[0]) == "/Separation" else len(written[1])
    if count != 1:
        raise cannot_print("a colour is mixed of several inks by name")
    function = written[3]
    return Space("tint", 1, (1.0,), lambda values: alternate.read(value_at(function, float(values[0]))))


def _indexed(base: Space, written: Object) -> Space:
    import pikepdf

    table = written[3].read_bytes() if isinstance(written[3], pikepdf.Stream) else bytes(written[3])
    last = min(int(written[2]), 255, len(table) // base.count - 1)
    if base.kind == "lab" or last < 0:
        raise cannot_print("a picture's table of colours is of a rare kind")

    def read(values: Sequence[float]) -> Colour:
        start = min(last, max(0, int(values[0]))) * base.count
        return base.read([value / 255 for value in table[start : start + base.count]])

    return Space("indexed", 1, (0.0,), read)
