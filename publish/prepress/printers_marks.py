"""Marks around a page for whoever cuts it and watches the colours: crop and registration marks, colour bar and slug line.

They stand beyond the bleed and never enter it. From the bleed outwards: a gap, a band for the marks, and
below that a band for the slug line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..measures.geometry import Box
from ..measures.shapes import POINTS
from ..pdf.slug_font import SlugFont
from .page_boxes import Edges, Frame

if TYPE_CHECKING:
    from pikepdf import Page, Pdf, Stream

_MM = POINTS["mm"]
GAP = 3 * _MM
BAND = 5 * _MM
SLUG = 5 * _MM
_THIN = 0.25  # points
_RING = 1.4 * _MM  # the radius of a registration mark
_PATCH = 4 * _MM
_SLUG_SIZE = 6.5  # points
# A curve that looks like a quarter of a circle has its handles at so much of the radius.
_ROUND = 0.5523
_IN_THE_BAND = frozenset(("crop", "registration", "colour-bar"))
_GREY_STEPS = tuple((1 - step / 10,) for step in range(11))
_FOUR_INKS = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5),
)  # fmt: skip


def room_for(marks: tuple[str, ...]) -> Edges:
    """The room beyond the bleed that these marks need."""
    side = GAP + BAND if _IN_THE_BAND.intersection(marks) else 0.0
    below = (side or GAP) + SLUG if "slug" in marks else side
    return Edges(side, below, side, side)


@dataclass(frozen=True, slots=True)
class PrintersMarks:
    """Which marks are drawn, on sheets of four inks or of one. ``folds`` are points from the left edge of the trim."""

    kinds: tuple[str, ...]
    four_inks: bool
    folds: tuple[float, ...] = ()

    def drawn(self, pdf: Pdf, frame: Frame) -> Stream:
        """A drawing of the marks around a page; it is the same for all pages of a size."""
        everywhere = "1 1 1 1 K 1 1 1 1 k" if self.four_inks else "0 G 0 g"
        lines = [f"q {_THIN:g} w {everywhere}"]
        if "crop" in self.kinds:
            lines += (*_crop_marks(frame), *_fold_marks(frame, self.folds))
        if "registration" in self.kinds:
            lines += _registration_marks(frame, beside=bool(self.folds))
        if "colour-bar" in self.kinds:
            lines += _colour_bar(frame, _FOUR_INKS if self.four_inks else _GREY_STEPS)
        return _form(pdf, "\n".join([*lines, "Q"]), frame.sheet)


def slug_line(pdf: Pdf, frame: Frame, words: str, font: SlugFont, four_inks: bool) -> Stream:
    """A drawing of the line below a page that says what it is, cut short where it is too long."""
    from pikepdf import Dictionary

    left, baseline = frame.trim[0], frame.sheet[1] + (SLUG - 0.7 * _SLUG_SIZE) / 2
    fitting = font.fitted(words, _SLUG_SIZE, frame.trim[2] - left)
    black = "0 0 0 1 k" if four_inks else "0 g"
    text = f"q {black} BT /F {_SLUG_SIZE:g} Tf 1 0 0 1 {left:.3f} {baseline:.3f} Tm <{font.encoded(fitting)}> Tj ET Q"
    drawing = _form(pdf, text, frame.sheet)
    drawing.Resources = Dictionary(Font=Dictionary(F=font.written(pdf)))
    return drawing


def put(pdf: Pdf, page: Page, name: str, drawing: Stream) -> bytes:
    """Give a page a drawing under a name, and say what draws it: as no part of the page's text.

    Pages share what they draw with, so a page that is given something of its own gets its own list.
    """
    from pikepdf import Dictionary

    page.obj.Resources = Dictionary(dict(page.resources.items()))
    page.obj.Resources.XObject = Dictionary({**page.resources.get("/XObject", {}), name: drawing})
    return f"/Artifact BMC q {name} Do Q EMC\n".encode()


def _form(pdf: Pdf, content: str, box: Box) -> Stream:
    from pikepdf import Array, Dictionary, Name

    return pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([round(value, 4) for value in box]), Resources=Dictionary())


# Marks ------------------------------------------------------------------------------------------


def _line(*ends: float) -> str:
    x, y, u, v = ends
    return f"{x:.3f} {y:.3f} m {u:.3f} {v:.3f} l S"


def _crop_marks(frame: Frame) -> Iterator[str]:
    """Two lines at each corner of the trim, in the bands beyond the bleed."""
    left, bottom, right, top = frame.trim
    for x, outwards, start in ((left, -1, frame.bleed[0]), (right, 1, frame.bleed[2])):
        for y in (bottom, top):
            yield _line(start + outwards * GAP, y, start + outwards * (GAP + BAND), y)
        for upwards, from_ in ((-1, frame.bleed[1]), (1, frame.bleed[3])):
            yield _line(x, from_ + upwards * GAP, x, from_ + upwards * (GAP + BAND))


def _fold_marks(frame: Frame, folds: tuple[float, ...]) -> Iterator[str]:
    """Broken lines above and below each fold."""
    for x in (frame.trim[0] + fold for fold in folds):
        for upwards, from_ in ((-1, frame.bleed[1]), (1, frame.bleed[3])):
            yield f"q [2 1.5] 0 d {_line(x, from_ + upwards * GAP, x, from_ + upwards * (GAP + BAND))} Q"


def _registration_marks(frame: Frame, beside: bool) -> Iterator[str]:
    """A ring with a cross at the middle of each side; above and below beside it, where folds are in the middle."""
    left, bottom, right, top = frame.bleed
    out, arm = GAP + BAND / 2, BAND / 2
    across = frame.trim[0] + (frame.trim[2] - frame.trim[0]) * (0.75 if beside else 0.5)
    up = (frame.trim[1] + frame.trim[3]) / 2
    for x, y in ((left - out, up), (right + out, up), (across, bottom - out), (across, top + out)):
        yield _line(x - arm, y, x + arm, y)
        yield _line(x, y - arm, x, y + arm)
        yield _ring(x, y, _RING)


def _ring(x: float, y: float, r: float) -> str:
    h = r * _ROUND
    quarters = ((r, h, h, r, 0, r), (-h, r, -r, h, -r, 0), (-r, -h, -h, -r, 0, -r), (h, -r, r, -h, r, 0))
    curves = (" ".join(f"{value + (y if n % 2 else x):.3f}" for n, value in enumerate(quarter)) + " c" for quarter in quarters)
    return f"{x + r:.3f} {y:.3f} m {' '.join(curves)} s"


def _colour_bar(frame: Frame, patches: tuple[tuple[float, ...], ...]) -> Iterator[str]:
    """Patches of each ink above the page, to the left of the registration mark; the lightest has a line around it."""
    start, end = frame.trim[0] + 2 * _MM, (frame.trim[0] + frame.trim[2]) / 2 - BAND
    side = min(_PATCH, (end - start) / len(patches))
    y = frame.bleed[3] + GAP + (BAND - side) / 2
    for number, colour in enumerate(patches):
        place = f"{start + number * side:.3f} {y:.3f} {side:.3f} {side:.3f} re"
        yield f"q {' '.join(f'{value:g}' for value in colour)} {'k' if len(colour) == 4 else 'g'} {place} f Q"
    black = "0 0 0 1 K" if len(patches[0]) == 4 else "0 G"
    yield f"q {black} {start:.3f} {y:.3f} {len(patches) * side:.3f} {side:.3f} re S Q"
