"""The boxes of a page for the press: trim, bleed, and the sheet with room for marks around them (ISO 32000-1, 14.11.2).

The engine lets its BleedBox go 10 points beyond the trim at most, whatever the bleed, and sets no CropBox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..diagnostics import Report
from ..measures.geometry import Box
from ..measures.shapes import POINTS
from ..pdf.facts import box_of

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

# Layout may round a page's sides; nobody sees so little.
_NEARLY = 0.05 * POINTS["mm"]


@dataclass(frozen=True, slots=True)
class Edges:
    """Lengths at the four edges of a page, in points."""

    left: float = 0
    bottom: float = 0
    right: float = 0
    top: float = 0

    def around(self, box: Box) -> Box:
        """A box that is larger by these."""
        return box[0] - self.left, box[1] - self.bottom, box[2] + self.right, box[3] + self.top


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's boxes: the trimmed page, with its bleed, and the whole sheet."""

    trim: Box
    bleed: Box
    sheet: Box


def bleed_edges(bleed: float, number: int, at_spine: bool = True, from_right: bool = False) -> Edges:
    """How far a page, counted from 1, bleeds at each edge; not at the spine, where that is not wanted."""
    if at_spine:
        return Edges(bleed, bleed, bleed, bleed)
    spine_is_left = (number % 2 == 1) != from_right
    return Edges(0 if spine_is_left else bleed, bleed, bleed if spine_is_left else 0, bleed)


def frame_of(page: Page, bleed: Edges, room: Edges) -> Frame:
    """The boxes of a page with its bleed, and with room beyond that, where there is any: then the trim is in the sheet's middle.

    Whoever lays pages on a plate by their middle, or folds a proof of them, finds them there. Without room the sheet is what
    print services want: no more than the trim with its bleed.
    """
    trim = box_of(page, "TrimBox")
    with_bleed = bleed.around(trim)
    sheet = room.around(with_bleed)
    return Frame(trim, with_bleed, sheet if room == Edges() else _around_the_middle(trim, sheet))


def _around_the_middle(trim: Box, sheet: Box) -> Box:
    """The smallest sheet that holds another, and the trim in its middle."""
    across, up = max(trim[0] - sheet[0], sheet[2] - trim[2]), max(trim[1] - sheet[1], sheet[3] - trim[3])
    return Edges(across, up, across, up).around(trim)


def set_boxes(page: Page, frame: Frame) -> None:
    """Write a page's boxes. The trim stays where it is, so that patterns and links do; the sheet goes below zero."""
    from pikepdf import Array

    written = {"MediaBox": frame.sheet, "CropBox": frame.sheet, "BleedBox": frame.bleed, "TrimBox": frame.trim}
    for name, box in written.items():
        page.obj[f"/{name}"] = Array([round(value, 4) for value in box])
    for name in ("/ArtBox", "/Rotate", "/UserUnit"):
        if name in page.obj:
            del page.obj[name]


def enclose(pdf: Pdf, page: Page, bleed: Box, after: bytes) -> None:
    """Keep what a page paints within its bleed, so that nothing of it stands among the marks, which are painted after it."""
    left, bottom, right, top = (round(value, 4) for value in bleed)
    area = f"q {left:g} {bottom:g} {right - left:.4f} {top - bottom:.4f} re W n\n".encode()
    page.obj.Contents = pdf.make_stream(area + page.obj.Contents.read_bytes() + b"\nQ\n" + after)


def tell_of_bleed(pdf: Pdf, bleed: float, report: Report) -> None:
    """Say where a page was laid out with less bleed than its boxes promise: a warning N106."""
    short = [number for number, page in enumerate(pdf.pages, 1) if _laid_out_with(page) < bleed - _NEARLY]
    if short:
        least = min(_laid_out_with(pdf.pages[number - 1]) for number in short)
        where = pages_in_words(short) if len(short) < len(pdf.pages) else "every page"
        message = f"{where}: colour goes {least / POINTS['mm']:.1f} mm beyond the trim, and {bleed / POINTS['mm']:.1f} mm are asked for"
        report.warning("N106", message, None, "lay the pages out with as much bleed as the press asks for")


def _laid_out_with(page: Page) -> float:
    trim, media = box_of(page, "TrimBox"), box_of(page, "MediaBox")
    return max(0.0, min(trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3]))


def pages_in_words(numbers: list[int]) -> str:
    """Pages by their numbers, as in `pages 3, 5 and 7`, the first dozen of them."""
    numbers = sorted(set(numbers))
    named, more = [str(number) for number in numbers[:12]], len(numbers) - 12
    if more > 0:
        named.append(f"{more} more")
    return f"page {named[0]}" if len(named) == 1 else f"pages {', '.join(named[:-1])} and {named[-1]}"
