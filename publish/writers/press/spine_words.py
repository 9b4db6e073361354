"""What stands on a spine: title and author, the publisher or its sign at the foot, as far as there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...diagnostics import Report
from ...language import is_rtl
from ...language.words import word
from ...layout.page import PageGeometry
from ...layout.rough_width import rough_width
from ...model.book import Book
from ...prepress.services.presets import Preset
from ...prepress.services.spine import SMALLEST, clearance, least_width, runs_down, spine_text_size, too_few_pages
from ...styles import Style
from ...typesetting.fonts.faces import choose_face, width_in
from ..markup.cover import names_on_cover
from ..markup.front_back_matter import Sign, logo
from ..markup.parts import publisher_to_show
from ..paper.front_back_matter import address

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MM = 72 / 25.4
# In sizes of the title: the author's, the publisher's, and the spaces between title, author and publisher.
_AUTHOR, _PUBLISHER, _GAP, _APART = 0.88, 0.6, 0.95, 2.0
_LARGEST_PUBLISHER = 10
# A publisher's name may not make the title smaller than this share of its size.
_NEARLY = 0.97
# The publisher's sign: smaller it cannot be made out, larger it shouts. Words stay away from it.
_LEAST_LOGO, _LARGEST_LOGO, _LOGO_AIR = 5 * _MM, 13 * _MM, 1.5
_NEARLY_ALL = 0.985


@dataclass(frozen=True, slots=True)
class SpineWords:
    """The words and their sizes in points. ``lift`` is how far they are moved down to stand in the middle.

    ``upwards`` says that they are turned anticlockwise. The title stands at the head whichever way it
    is read, so the author comes first where one reads towards the head.
    """

    title: str
    author: str
    publisher: str
    size: float
    small: float
    lift: float
    upwards: bool
    author_first: bool
    author_italic: bool
    author_bold: bool
    logo: Sign | None = None
    logo_size: float = 0


def spine_words(
    book: Book, style: Style, page: PageGeometry, width: float, pages: int, preset: Preset | None, wanted: bool, report: Report
) -> SpineWords | None:
    """What a spine of a width says; None where words find no room on it, which is reported (T124, T120 where they are wanted)."""
    metadata, design = book.metadata, style.settings.cover
    title, author = metadata.title or word("untitled", metadata.lang), names_on_cover(metadata)
    face, _ = choose_face(design.face, "Bold", title, metadata.lang, style)
    second, _ = choose_face(design.second_face, "Regular", author, metadata.lang, style)
    logo_size = min(_LARGEST_LOGO, width - 2 * clearance(preset))
    sign = logo(book, address) if logo_size >= _LEAST_LOGO else None
    length = (page.height - page.top - page.bottom - (_LOGO_AIR * logo_size if sign else 0)) * _NEARLY_ALL
    alone, more = width_in(face)(title), _GAP + _AUTHOR * width_in(second)(author) if author else 0

    def size_of(extent: float) -> float:
        return spine_text_size(width, length, extent, pages, preset) or 0

    size = size_of(alone + more)
    if not size:
        author, size = "", size_of(alone)
    if not size:
        _tell_of_no_room(width, length, alone, pages, preset, wanted, report)
        return None
    small = min(_LARGEST_PUBLISHER, max(SMALLEST, _PUBLISHER * size))
    publisher = "" if sign else publisher_to_show(metadata)
    extent = alone + (more if author else 0) + _APART + rough_width(publisher) * small / size
    if size_of(extent) < _NEARLY * size:
        publisher = ""
    down = runs_down(metadata.lang)
    return SpineWords(
        title, author, publisher, size, small, _lift(face) * size,
        upwards=down == is_rtl(metadata.lang), author_first=not down,
        author_italic="Italic" in design.second_face, author_bold="Bold" in design.second_face, logo=sign, logo_size=logo_size,
    )  # fmt: skip


def _lift(face: FreeTypeFont | None) -> float:
    """How far down words must go, at size 1, for the middle of their letters to be that of their line.

    The eye takes the middle between those of small letters and of capitals for the middle of a word.
    """
    if face is None:
        return 0
    ascent, descent = face.getmetrics()
    small, capital = (-face.getbbox(letter, anchor="ls")[1] for letter in "xH")
    return ((small + capital) / 4 - (ascent - descent) / 2) / face.size


def _tell_of_no_room(width: float, length: float, extent: float, pages: int, preset: Preset | None, wanted: bool, report: Report) -> None:
    if preset and too_few_pages(pages, preset):
        message = f"{preset.name} sets no words on the spine of a book below {preset.spine.text_from} pages, and this one has {pages}"
        hint = preset.source
    elif width < least_width(preset):
        message = f"the spine is {width / _MM:.1f} mm wide, and words of {SMALLEST:g} pt need {least_width(preset).mm:.1f} mm"
        hint = "thicker paper or more pages make it wider"
    else:
        message = f"the title is {extent * SMALLEST / _MM:.0f} mm long in {SMALLEST:g} pt, and the spine has {length / _MM:.0f} mm"
        hint = "a shorter title stands on it"
    if wanted:
        report.error("T120", f"no words can stand on the spine: {message}", None, hint)
    elif width:
        report.info("T124", f"the spine stays without words: {message}", None, hint)
