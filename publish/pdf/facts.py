"""What a finished PDF is, as data: its pages' sizes, inks, words' places, pictures and fonts. Rules are held against these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..measures.geometry import Box
from .colours import Colour
from .entries import box_of_sides, entries
from .graphics_state import Painted
from .letter_widths import Widths
from .opening import opened
from .page_content import painted_on
from .used_fonts import FontFacts, UsedFonts

if TYPE_CHECKING:
    from pikepdf import Object, Page

INKS = ("cyan", "magenta", "yellow", "black")
# What marks for the printer are called, so that nobody takes them for the page.
MARKS_NAMES = ("/PressMarks", "/PressSlug")
_DEVICES = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture as it is printed. ``dpi`` is the lower of its dots an inch across and up; ``colours`` 1 grey, 3 RGB, 4 inks, 0 unknown."""

    width: int  # dots
    height: int
    dpi: float
    box: Box  # relative to the trim, in points
    colours: int


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page. Lengths are points, boxes are relative to the lower left corner of the trim.

    ``bleed`` is how far the bleed goes where it goes farthest, ``bleeds`` left, bottom, right and top. ``inks``
    are among cyan, magenta, yellow, black and rgb, for colours that are no inks yet. ``text_box`` holds the lines
    that letters stand on, from the first letter to the end of the last; None where there are no letters.
    """

    trim: tuple[float, float]
    media: tuple[float, float]
    bleed: float
    bleeds: Box
    inks: frozenset[str]
    text_box: Box | None
    pictures: tuple[PictureFacts, ...]
    see_through: bool
    has_marks: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """A file. ``version`` is that of PDF, as in ``1.7``; ``standard`` what it says to be, as in ``PDF/X-4``."""

    pages: tuple[PageFacts, ...]
    bytes: int
    fonts: tuple[FontFacts, ...]
    has_transparency: bool
    has_annotations: bool
    has_marks: bool
    version: str
    standard: str = ""


def facts_of(data: bytes) -> Facts:
    """The facts of a file. Raises UnreadablePdf where it is no PDF that can be opened."""
    with opened(data) as pdf:
        widths, fonts = Widths(), UsedFonts()
        pages = tuple(_page(page, widths, fonts) for page in pdf.pages)
        return Facts(
            pages,
            len(data),
            fonts.facts(),
            any(page.see_through for page in pages),
            any(len(page.obj.get("/Annots", ())) for page in pdf.pages),
            any(page.has_marks for page in pages),
            str(pdf.pdf_version),
            str(entries(pdf.trailer, "/Info").get("/GTS_PDFXVersion", "")),
        )


# Pages ------------------------------------------------------------------------------------------


def box_of(page: Page, name: str) -> Box:
    """A box of a page: that of its name, or what stands in for it (ISO 32000-1, 14.11.2)."""
    written = page.obj.get(f"/{name}", page.cropbox if name != "MediaBox" else page.mediabox)
    left, bottom, right, top = box_of_sides(written)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _page(page: Page, widths: Widths, fonts: UsedFonts) -> PageFacts:
    trim, media, bleed = box_of(page, "TrimBox"), box_of(page, "MediaBox"), box_of(page, "BleedBox")
    bleeds = max(0.0, trim[0] - bleed[0]), max(0.0, trim[1] - bleed[1]), max(0.0, bleed[2] - trim[2]), max(0.0, bleed[3] - trim[3])
    things = [thing for thing in painted_on(page, widths, None, fonts) if thing.within not in MARKS_NAMES]
    beyond = max(bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3])
    return PageFacts(
        trim=(trim[2] - trim[0], trim[3] - trim[1]),
        media=(media[2] - media[0], media[3] - media[1]),
        bleed=max(bleeds),
        bleeds=bleeds,
        inks=frozenset(ink for thing in things for ink in inks_of(thing)),
        text_box=_hull([_moved(thing.box, trim) for thing in things if thing.kind == "text" and not thing.tiled]),
        pictures=tuple(pictures_among(things, trim)),
        see_through=any(thing.see_through for thing in things),
        has_marks=beyond > 0.5,
    )


def _moved(box: Box, trim: Box) -> Box:
    return box[0] - trim[0], box[1] - trim[1], box[2] - trim[0], box[3] - trim[1]


def _hull(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


# Inks -------------------------------------------------------------------------------------------


def inks_of(thing: Painted) -> Iterator[str]:
    """The inks that something is painted with; of a picture those that its space has."""
    if thing.colour is None and thing.source is not None and thing.kind in ("picture", "shading"):
        yield from {1: ("black",), 3: ("rgb",), 4: INKS}.get(colours_of(thing.source), ())
    elif thing.colour is not None:
        yield from inks_of_colour(thing.colour)


def inks_of_colour(colour: Colour) -> Iterator[str]:
    """The inks of a colour, by name; none for white."""
    if len(colour) == 4:
        yield from (ink for ink, amount in zip(INKS, colour, strict=True) if amount > 0)
    elif len(colour) == 3:
        yield "rgb"
    elif colour[0] < 1:
        yield "black"


# Pictures --------------------------------------------------------------------------------------


def pictures_among(things: Iterable[Painted], trim: Box) -> Iterator[PictureFacts]:
    """The pictures of a page as they stand on it."""
    for thing in things:
        if thing.kind == "picture" and thing.source is not None:
            yield picture_facts(thing, thing.source, trim)


def picture_facts(thing: Painted, picture: Object, trim: Box) -> PictureFacts:
    """A picture's facts as it stands on a page."""
    width, height = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    dpi = min(dots / max(side, 1e-6) for dots, side in zip((width, height), thing.sides, strict=True)) * 72
    return PictureFacts(width, height, round(dpi, 1), _moved(thing.box, trim), colours_of(picture))


def colours_of(picture: Object) -> int:
    """How many numbers a colour of a picture or a gradient has: 1 grey, 3 RGB, 4 inks, 0 where that is not known."""
    import pikepdf

    written = picture.get("/ColorSpace")
    if isinstance(written, pikepdf.Array) and len(written) > 1:
        kind = str(written[0])
        if kind == "/ICCBased":
            return int(written[1].get("/N", 0))
        if kind == "/Indexed":
            return colours_of(pikepdf.Dictionary(ColorSpace=written[1]))
        return _DEVICES.get(kind, 0)
    return _DEVICES.get(str(written), 1 if picture.get("/ImageMask", False) else 0)
