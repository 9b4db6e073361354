"""The last look at a finished file before it goes to the press: what would be refused there, or would print badly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import PublishError, Report
from ..pdf.colours import Colour, grey_of, lab_of
from ..pdf.facts import INKS, MARKS_NAMES, box_of, colours_of, inks_of, inks_of_colour, picture_facts
from ..pdf.graphics_state import Painted, seen
from ..pdf.letter_widths import Widths
from ..pdf.opening import UnreadablePdf, opened
from ..pdf.page_content import painted_on
from ..pdf.used_fonts import FontFacts, UsedFonts, not_embedded
from .ink.images import read_picture
from .page_boxes import pages_in_words

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf
    from PIL.Image import Image

# A hundredth of a percent of ink, or of a point, is nothing.
_NEARLY = 1e-4
# Sizes of type are rounded on their way into a file, in points.
_ROUNDED = 0.05
# Text is dark under this lightness, and white over that; with less of a hue than this (in CIE L*a*b*) it was meant to be black.
_DARK, _WHITE, _NO_HUE = 0.35, 0.9, 20
# Of a picture so little may be over the limit of ink: single dots do no harm.
_STRAY = 0.001


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too much or too little. ``inks`` are those the job is printed with; empty for any."""

    inks: frozenset[str] = frozenset()
    total_ink: float = 300  # percent, all inks together
    white_text: float = 8  # points, the smallest size
    hairline: float = 0.25  # points, the thinnest line
    dpi: float = 200  # dots an inch, the fewest


class PressRule(NamedTuple):
    """A rule: its code, whether it is an error, what is said where it is broken, and what to do. ``{}`` is the worst that was found."""

    error: bool
    message: str
    hint: str
    worst: Callable[[Iterable[float]], float] = max


RULES = {
    "N130": PressRule(
        True, "there is more than the ink of the job", "build the file for the press anew with `ink: black`, or set `ink: cmyk`",
    ),
    "N131": PressRule(
        False, "up to {:.0f} % of ink in one place, and {limit:.0f} % is as much as dries",
        "choose lighter colours or pictures, or a profile with less ink",
    ),
    "N132": PressRule(
        False, "dark text in {:.0f} inks: its edges blur where the plates do not meet", "write its colour as a grey, or as `device-cmyk(0 0 0 1)`",
    ),
    "N133": PressRule(
        False, "white text of {:.1f} pt: ink runs into letters under {limit:g} pt", "set it larger or bolder, or dark on white", min,
    ),
    "N135": PressRule(False, "lines of {:.2f} pt: a press loses what is under {limit:g} pt", "make them thicker", min),
    "N136": PressRule(
        False, "pictures of {:.0f} dots an inch as they are printed, and {limit:.0f} are wanted", "use a larger picture, or show it smaller", min,
    ),
}  # fmt: skip


def preflight(data: bytes, limits: Limits, report: Report) -> None:
    """Report what is wrong with a finished file, each kind once with its pages.

    N130 ink that the job has not (an error), N131 too much ink, N132 dark text in several inks, N133 thin white
    text, N134 fonts that are not embedded (an error), N135 hairlines, N136 coarse pictures. Marks are not looked at.
    Raises PublishError N109 where the file cannot be read.
    """
    try:
        with opened(data) as pdf:
            faults = Faults(limits)
            _tell(faults.at(pdf), limits, report)
            _tell_of_fonts(faults.fonts, report)
    except UnreadablePdf as problem:
        raise PublishError("N109", f"the file cannot be read as a PDF: {problem}", None, "build it again") from problem


def _tell(found: dict[str, list[tuple[int, float]]], limits: Limits, report: Report) -> None:
    bounds = {"N131": limits.total_ink, "N133": limits.white_text, "N135": limits.hairline, "N136": limits.dpi}
    for code, rule in RULES.items():
        if cases := found.get(code):
            said = rule.message.format(rule.worst(value for _, value in cases), limit=bounds.get(code, 0))
            add = report.error if rule.error else report.warning
            add(code, f"{pages_in_words([page for page, _ in cases])}: {said}", None, rule.hint)


def _tell_of_fonts(fonts: Iterable[FontFacts], report: Report) -> None:
    if missing := not_embedded(fonts):
        named = ", ".join(missing[:8]) + (" and more" if len(missing) > 8 else "")
        report.error("N134", f"fonts are not in the file: {named}", None, "the press would set other letters: use a font that may be embedded")


# Looking ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Faults:
    """Finds what breaks the rules on pages; what a picture holds is found out once."""

    limits: Limits
    _widths: Widths = field(default_factory=Widths)
    _fonts: UsedFonts = field(default_factory=UsedFonts)
    _pictures: dict[tuple[int, int], tuple[frozenset[str], float]] = field(default_factory=dict)

    def at(self, pdf: Pdf) -> dict[str, list[tuple[int, float]]]:
        """For each broken rule, the pages with what was found there."""
        found: dict[str, list[tuple[int, float]]] = {}
        for number, page in enumerate(pdf.pages, 1):
            for code, value in self.among(painted_on(page, self._widths, None, self._fonts), page):
                found.setdefault(code, []).append((number, value))
        return found

    @property
    def fonts(self) -> tuple[FontFacts, ...]:
        """The fonts of the pages that were looked at."""
        return self._fonts.facts()

    def among(self, things: Iterable[Painted], page: Page) -> Iterator[tuple[str, float]]:
        """The codes of the rules that what is painted on a page breaks, with what was found."""
        bleed = box_of(page, "BleedBox")
        for thing in things:
            if thing.within in MARKS_NAMES or seen(thing.box, bleed) is None:
                continue
            inks, total = self._inks(thing)
            if self.limits.inks and not inks <= self.limits.inks:
                yield "N130", len(inks)
            if total > self.limits.total_ink + _NEARLY:
                yield "N131", total
            yield from self._by_kind(thing)

    def _by_kind(self, thing: Painted) -> Iterator[tuple[str, float]]:
        match thing.kind:
            case "text" if thing.colour is not None:
                yield from self._letters(thing, thing.colour)
            case "line":
                yield from self._thin(thing.size)
            case "area" if thing.colour is not None and not thing.tiled and grey_of(thing.colour) < 1:
                yield from self._thin(min(thing.box[2] - thing.box[0], thing.box[3] - thing.box[1]))
            case "picture" if thing.source is not None:
                facts = picture_facts(thing, thing.source, thing.box)
                if facts.width * facts.height > 1 and facts.dpi < self.limits.dpi - _NEARLY:
                    yield "N136", facts.dpi  # a single dot is a plain area, however large

    def _letters(self, thing: Painted, colour: Colour) -> Iterator[tuple[str, float]]:
        inks = [*inks_of_colour(colour)]
        if len(inks) > 1 and grey_of(colour) < _DARK and hypot(*lab_of(colour)[1:]) < _NO_HUE:
            yield "N132", len(inks)
        if grey_of(colour) >= _WHITE and thing.size < self.limits.white_text - _ROUNDED:
            yield "N133", thing.size

    def _thin(self, width: float) -> Iterator[tuple[str, float]]:
        # What has no width at all is a corner of a path, or is not seen.
        if _NEARLY < width < self.limits.hairline - _NEARLY:
            yield "N135", width

    # Inks ---------------------------------------------------------------------------------------

    def _inks(self, thing: Painted) -> tuple[frozenset[str], float]:
        """The inks of something by name, and how much they are together, in percent."""
        if thing.kind == "picture" and thing.colour is None and thing.source is not None:
            key = thing.source.objgen
            if key not in self._pictures:
                self._pictures[key] = _inks_of_picture(thing.source)
            return self._pictures[key]
        total = 100 * sum(thing.colour) if thing.colour and len(thing.colour) == 4 else 0
        return frozenset(inks_of(thing)), total


def _inks_of_picture(source: Object) -> tuple[frozenset[str], float]:
    count = colours_of(source)
    if count != 4:
        return frozenset({1: ("black",), 3: ("rgb",)}.get(count, ())), 0
    try:
        picture = read_picture(source)
    except PublishError:
        return frozenset(INKS), 0
    used = (ink for ink, band in zip(INKS, picture.split(), strict=True) if band.getbbox() is not None)
    return frozenset(used), _most_ink(picture)


def _most_ink(picture: Image) -> float:
    """How much ink the inkiest dots take together, in percent; stray dots do not count."""
    from PIL import ImageMath

    bands = dict(zip("cmyk", picture.split(), strict=True))
    total = ImageMath.lambda_eval(lambda args: (args["c"] + args["m"] + args["y"] + args["k"]) / 4, **bands)
    counts = total.convert("L").histogram()
    allowed = _STRAY * picture.width * picture.height
    above = 0
    for level in range(255, -1, -1):
        above += counts[level]
        if above > allowed:
            return level * 400 / 255
    return 0
