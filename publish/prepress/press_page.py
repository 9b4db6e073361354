"""What of a page matters to a press: its boxes, what is mixed on it and in which colours, and what vanishes (ISO 15930)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..measures.geometry import Box
from ..pdf.entries import entries, listed, numbers
from ..pdf.facts import box_of, inks_of
from ..pdf.graphics_state import Painted, seen

if TYPE_CHECKING:
    from pikepdf import Object, Page

# Lengths are rounded on their way into a file, in points.
_ROUNDED = 0.05
# Remarks that are there for the press itself.
_OF_THE_PRESS = ("/PrinterMark", "/TrapNet")


@dataclass(frozen=True, slots=True)
class PressPage:
    """A page as a press sees it.

    ``boxes`` is what is wrong with its boxes, ``""`` for nothing. It is ``mixed`` where something lets through what lies
    below, and ``grouped`` where drawings are put together for that, whether or not something does; ``unsaid`` is that the page
    does not say in which colours that is done. ``lost_white`` is white that overprints, ``remarks`` are links, notes or fields on it.
    """

    boxes: str
    mixed: bool
    grouped: bool
    unsaid: bool
    rgb: bool
    lost_white: bool
    remarks: bool


def press_page(page: Page, things: Sequence[Painted]) -> PressPage:
    """A page with what is painted on it, marks left out."""
    mixed = any(_lets_through(thing) for thing in things)
    return PressPage(
        boxes=_boxes(page),
        mixed=mixed,
        grouped=_is_group(page.obj) or any(map(_is_group, _drawings(page))),
        unsaid=mixed and not (_is_group(page.obj) and "/CS" in page.obj.Group),
        rgb=any("rgb" in inks_of(thing) for thing in things),
        lost_white=any(thing.lost for thing in things),
        remarks=any(_lies_within(remark, box_of(page, "BleedBox")) for remark in listed(page.obj, "/Annots")),
    )


def _lets_through(thing: Painted) -> bool:
    """A picture of which parts are cut out lets nothing through: a dot is either painted or not."""
    only_cut_out = thing.kind == "picture" and thing.source is not None and "/Mask" in thing.source and "/SMask" not in thing.source
    return thing.see_through and not only_cut_out


def _is_group(holder: Object) -> bool:
    return str(entries(holder, "/Group").get("/S", "")) == "/Transparency"


def _drawings(page: Page) -> list[Object]:
    from pikepdf import Stream

    return [drawn for drawn in entries(page.resources, "/XObject").values() if isinstance(drawn, Stream)]


def _lies_within(remark: Object, box: Box) -> bool:
    place = numbers(remark, "/Rect", 4)
    if place is None or str(remark.get("/Subtype")) in _OF_THE_PRESS:
        return False
    left, bottom, right, top = place
    part = seen((min(left, right), min(bottom, top), max(left, right), max(bottom, top)), box)
    return part is not None and part[2] - part[0] > _ROUNDED and part[3] - part[1] > _ROUNDED


# Boxes ------------------------------------------------------------------------------------------


def _boxes(page: Page) -> str:
    trims = [name for name in ("TrimBox", "ArtBox") if f"/{name}" in page.obj]
    if len(trims) != 1:
        return "both a TrimBox and an ArtBox, of which there is to be one" if trims else "no TrimBox, so nobody can tell where it is cut"
    (trim,) = trims
    around = [name for name in ("BleedBox", "MediaBox") if name == "MediaBox" or f"/{name}" in page.obj]
    for inner, outer in zip((trim, *around), around, strict=False):
        if not _holds(box_of(page, outer), box_of(page, inner)):
            return f"a {inner} that goes beyond its {outer}"
    return ""


def _holds(outer: Box, inner: Box) -> bool:
    return seen(inner, outer) is not None and all(abs(one - two) <= _ROUNDED for one, two in zip(seen(inner, outer) or outer, inner, strict=True))
