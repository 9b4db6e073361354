"""The headline across a newspaper's page, or the slogan of a poster: as large as it fits, in lines of even length."""

from __future__ import annotations

from ...layout.page import PageGeometry
from ...layout.titles import Lines, fit_or_one_line
from ...model.book import Metadata
from ...styles import Style
from ...typesetting.fonts.faces import choose_face, is_east_asian, width_in

# Of the page's height, and of the measure: what a headline takes at most, and a type size never exceeds.
_DEPTH, _LARGEST = 0.15, 0.125
# The same for a slogan, which is at most so many times as large as the demands below it.
_SLOGAN_DEPTH, _LARGEST_SLOGAN, _TIMES_BODY = 0.22, 0.2, 3.3
_LEADING, _EAST_ASIAN_LEADING = 1.04, 1.25
# Large type is set closer, by so many ems a letter; style sheets say the same.
_CLOSER = 0.02


def headline(metadata: Metadata, style: Style, page: PageGeometry) -> Lines:
    """The lines of a book's title and their size in points, never smaller than twice the body size."""
    title = metadata.title
    wide = is_east_asian(title)
    face, _ = choose_face(style.settings.cover.face, "Bold", title, metadata.lang, style)
    body, fill = style.settings.size, style.settings.fill
    smallest = min(2 * body, page.measure / 8)
    largest = min(page.measure * _LARGEST_SLOGAN, body * _TIMES_BODY) if fill else page.measure * _LARGEST
    sizes = smallest, max(smallest, largest)
    depth = page.height * (_SLOGAN_DEPTH if fill else _DEPTH)
    width = width_in(face)
    return fit_or_one_line(
        title, lambda words: width(words) - (0 if wide else _CLOSER * len(words)),
        page.measure, depth, sizes, _EAST_ASIAN_LEADING if wide else _LEADING,
    )  # fmt: skip
