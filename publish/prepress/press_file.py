"""From pages as they were laid out to the file a print shop asks for: inks, boxes, marks, and what it says to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import PublishError, Report
from ..measures.print_job import PrintJob
from ..pdf.colours import Conversion
from ..pdf.opening import UnreadablePdf, opened
from ..pdf.slug_font import SlugFont
from .ink.black import BlackInk
from .ink.cmyk import FourInks
from .ink.converting import convert_colours
from .ink.groups import name_blending_space
from .ink.spot import Collector, Ink, Plate, inks_among, inks_named
from .output_intents import Intent, registered
from .page_boxes import Frame, bleed_edges, enclose, frame_of, set_boxes, tell_of_bleed
from .pdf_standards import STANDARDS, Standard, keep_to, sign
from .printers_marks import PrintersMarks, put, room_for, slug_line
from .profiles import Profile, find_profile

if TYPE_CHECKING:
    from pikepdf import Page, Pdf, Stream

USUAL_MARKS = ("crop", "registration", "slug")
# What a one-ink file of the older PDF/X kinds is said to be made for, where nobody names a press.
_USUAL_CONDITION = "FOGRA39"


@dataclass(frozen=True, slots=True)
class PressSheet:
    """What the sheets of a file share. Lengths are points.

    ``slug`` are the words of the line below each page, such as title, edition and date; ``page_words`` and the
    ink come after them. ``made`` is the date that the file states, as in ``2024-05-01``; where it is empty, that of
    the pages counts. Some services want no bleed at the spine, which is on the left of odd pages unless ``from_right``.
    ``folds``, as of a cover, are measured from the left edge of the trim, and marked.
    """

    bleed: float
    slug: tuple[str, ...] = ()
    page_words: str = "page {page} of {pages}"
    made: str = ""
    bleed_at_spine: bool = True
    from_right: bool = False
    folds: tuple[float, ...] = ()


def press_file(data: bytes, job: PrintJob, sheet: PressSheet, report: Report, folder: Path | None = None) -> dict[str, bytes]:
    """The files for the press, made of a PDF as it was laid out with bleed and without marks.

    One file under ``""``; with ``ink: spot`` one for each plate under its ink's name, ``black`` first. ``folder`` is
    where the author's own profile lies. The same data and job give the same bytes.

    Raises PublishError: N101 to N104 about profiles, N105 for what cannot be converted, N109 for a damaged file,
    N110 for too many inks, N121, N122 and N124 where the file cannot be of the standard that was asked for.
    """
    work = _Work(data, job, sheet, STANDARDS[job.pdf_standard])
    try:
        with opened(data) as pdf:
            tell_of_bleed(pdf, sheet.bleed, report)
        intent = _intent(job, work.standard, folder, report)
        if job.ink == "spot":
            return {plate.name: work.pressed(plate, _ink_of(plate), intent) for plate in _plates(data, job, report)}
        if job.ink == "cmyk":
            assert intent and intent.profile  # by which four inks are always made
            return {"": work.pressed(FourInks(intent.profile.data), "cyan, magenta, yellow, black", intent)}
        return {"": work.pressed(BlackInk(), "black", intent)}
    except UnreadablePdf as problem:
        raise PublishError("N109", f"the pages cannot be read as a PDF: {problem}", None, "build them again") from problem


# Inks -------------------------------------------------------------------------------------------


def _plates(data: bytes, job: PrintJob, report: Report) -> Iterator[Plate]:
    """The plates that the pages need; which, is told."""
    seen = Collector()
    with opened(data) as pdf:
        convert_colours(pdf, seen)
    inks = inks_named(job.spot_inks) if job.spot_inks else inks_among(seen.colours)
    named = ", ".join(f"{ink.name} ({ink.code})" for ink in inks)
    report.info("N113", f"plates: black, {named}" if inks else "plates: black only, for the pages have no other colour")
    if seen.has_pictures:
        report.info("N112", "pictures in colour are printed in black", None, "draw what is to be in another ink as SVG")
    yield from (Plate(ink, inks) for ink in (None, *inks))


def _ink_of(plate: Plate) -> str:
    return f"{plate.name} {plate.ink.code}" if isinstance(plate.ink, Ink) else plate.name


def _intent(job: PrintJob, standard: Standard, folder: Path | None, report: Report) -> Intent | None:
    """For which press the file is made; None where it need not say."""
    if job.ink != "cmyk" and not standard.is_x:
        return None
    # These may go by the name of a condition.
    if job.ink != "cmyk" and standard.name != "PDF/X-4" and (named := registered(job.profile or _USUAL_CONDITION)):
        return named
    profile = find_profile(job.profile, folder)
    if not job.profile and job.ink == "cmyk":
        _tell_of_profile(profile, report)
    return Intent(profile.name, profile)


def _tell_of_profile(profile: Profile, report: Report) -> None:
    hint = "ask the print shop for its profile and name it, as in `profile: PSOcoated_v3.icc`"
    report.info("N108", f"colours are made for the press of “{profile.name}”, which was found on this system", None, hint)


# One file ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Work:
    """The pages, and what is to become of them."""

    data: bytes
    job: PrintJob
    sheet: PressSheet
    standard: Standard

    def pressed(self, conversion: Conversion, ink: str, intent: Intent | None) -> bytes:
        """The pages in some inks, as a file for the press."""
        from pikepdf import Array

        with opened(self.data) as pdf:
            convert_colours(pdf, conversion)
            _Sheets(pdf, self, ink).set_up()
            keep_to(pdf, self.standard)
            if intent is not None or not self.standard.kept:  # what is to be kept has no colours that nothing in it explains
                name_blending_space(pdf)
            sign(pdf, self.standard, self.sheet.made, self.data + repr((self.job, self.sheet, ink)).encode())
            if intent is not None:
                pdf.Root.OutputIntents = Array([intent.written(pdf, self.standard.intent)])
            return self._saved(pdf)

    def _saved(self, pdf: Pdf) -> bytes:
        from pikepdf import ObjectStreamMode

        file = BytesIO()
        # Old devices know no object streams; where there are thousands of tags they are worth it.
        streams = ObjectStreamMode.generate if self.standard.kept else ObjectStreamMode.disable
        pdf.save(file, deterministic_id=True, object_stream_mode=streams, force_version=self.standard.version)
        return file.getvalue()


@dataclass(slots=True)
class _Sheets:
    """The sheets of one file, on which its pages stand with their marks."""

    pdf: Pdf
    work: _Work
    ink: str
    _font: SlugFont = field(default_factory=SlugFont)
    _drawn: dict[Frame, Stream] = field(default_factory=dict)

    def set_up(self) -> None:
        """Give each page its boxes and marks."""
        sheet, kinds = self.work.sheet, self._kinds
        for number, page in enumerate(self.pdf.pages, 1):
            edges = bleed_edges(sheet.bleed, number, sheet.bleed_at_spine, sheet.from_right)
            frame = frame_of(page, edges, room_for(kinds))
            set_boxes(page, frame)
            enclose(self.pdf, page, frame.bleed, b"".join(self._marks(page, number, frame)))
        self._font.finish(self.pdf)

    @property
    def _kinds(self) -> tuple[str, ...]:
        return USUAL_MARKS if self.work.job.marks is None else self.work.job.marks

    def _marks(self, page: Page, number: int, frame: Frame) -> Iterator[bytes]:
        four = self.work.job.ink == "cmyk"
        marks = PrintersMarks(self._kinds, four, self.work.sheet.folds)
        if marks.kinds and marks.kinds != ("slug",):
            if frame not in self._drawn:
                self._drawn[frame] = marks.drawn(self.pdf, frame)
            yield put(self.pdf, page, "/PressMarks", self._drawn[frame])
        if "slug" in marks.kinds:
            pages = self.work.sheet.page_words.format(page=number, pages=len(self.pdf.pages))
            words = " · ".join((*filter(None, self.work.sheet.slug), pages, self.ink))
            yield put(self.pdf, page, "/PressSlug", slug_line(self.pdf, frame, words, self._font, four))
