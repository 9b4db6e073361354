"""What a style says of itself, as values; :mod:`style_file` reads them from ``style.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

from ..layout.bounds import FitBounds
from ..layout.page import MarginShares


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """How a cover is drawn when none is given: its colours and two faces (fonts' file names).

    ``accent`` is the colour of its rules; where it is empty they are drawn in ink.
    """

    paper: str = "#f3eee3"
    ink: str = "#161616"
    accent: str = ""
    face: str = "SourceSans3-Bold"
    second_face: str = "EBGaramond-Italic"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families a book is set in: its text, what calls out from it, and titles (else as ``sans``)."""

    text: str = "EB Garamond"
    sans: str = "Source Sans 3"
    display: str = ""


@dataclass(frozen=True, slots=True)
class StyleSettings:
    """What ``style.yaml`` can say. Lengths are points, margins are shares of the page.

    ``title_page`` and ``contents`` are ``auto``, ``yes`` or ``no``, ``chapters`` is ``auto``,
    ``page`` or ``run-on``: what holds where the publication leaves it to the style. A style
    without ``hyphenate`` divides no words, whatever a publication says.
    """

    description: str = ""
    extends: str = ""
    shape: str = "a5"
    # Shapes it is made for; none named: for any.
    shapes: tuple[str, ...] = ()
    size: float = 11
    # The smallest size that body text may be fitted to.
    smallest: float = 8
    leading: float = 14
    # The smallest size of tables that want room, and the usual one, in shares of the text's.
    tables: tuple[float, float] = (0.56, 0.91)
    title_size: float = 30
    columns: int = 1
    hyphenate: bool = True
    justify: bool = True
    # A drop cap at the beginning of each chapter, where the publication leaves it to the style.
    drop_caps: bool = False
    title_page: str = "auto"
    contents: str = "auto"
    chapters: str = "auto"
    # ``page``: at the foot of the page, where there is room; ``end``: all at the ends of sections.
    notes: str = "page"
    # The roles of the sections that it shows on paper; none named: all.
    sections: tuple[str, ...] = ()
    # One page, its type as large as lets all stand on it.
    fill: bool = False
    # Of which a smaller share is used, a last page is saved where the text can be set closer.
    save_page: float = 0
    margins: MarginShares = MarginShares(inner=0.135, outer=0.155, top=0.1, bottom=0.125)
    fonts: Fonts = Fonts()
    fit: FitBounds = FitBounds()
    cover: CoverDesign = CoverDesign()
    # A text gets a title page of its own from so many words on; below, a title block.
    title_page_from: int = 450
    # From so many words on a text has a cover, which is its first page and serves as title page too …
    cover_from: int = 450
    # … until it is long enough for both, and for a half-title between them.
    title_page_behind_cover_from: int = 8_000
    half_title_from: int = 25_000
    # The imprint has the page behind the title from so many words on; below, it closes the text.
    imprint_page_from: int = 2_000
    # A cover has a back, where there is something to say on it, from so many words on.
    back_cover_from: int = 450
    # Chapters open a page when they have so many words on average.
    chapter_page_from: int = 450
