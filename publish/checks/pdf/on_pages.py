"""What is looked for on the pages of a finished PDF."""

from __future__ import annotations

from collections.abc import Iterator

from ...prepress.page_boxes import pages_in_words
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .finished import FinishedPdf
from .places import named_letters, pictures_places
from .seen import MM, has_fault, is_large_print, is_one_ink, is_sheets, readable, told, worst

NEAREST = 5 * MM  # to the trim, in points
DPI = 200
# The smallest type in points, in general and for readers with poor sight (UKAAF G003).
SMALLEST, SMALLEST_OF_LARGE_PRINT = 6.0, 16.0
MOST_STAPLED = 80  # pages
# Lengths are rounded on their way into a file, in points.
_ROUNDED = 0.05
_MOST_NAMED = 12


@readable
def missing_letters(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    yield from named_letters(seen, subject, _MOST_NAMED)


@readable
def coarse_pictures(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    lowest = worst(seen, "N136", min)
    place = next(iter(pictures_places(seen, subject, DPI)), None)
    for found in told(seen, has_fault("N136"), f"{{}}: pictures of {lowest:.0f} dots an inch as they are printed, and {DPI} are wanted"):
        yield Found(found.message, place)


@readable
def near_the_edge(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    nearest = min((page.to_edge for page in seen.pages if page.to_edge is not None), default=0)
    how = f"{max(0, nearest) / MM:.1f} mm from the edge of the trimmed page" if nearest > 0 else "over the edge of the trimmed page"
    yield from told(seen, lambda page: page.to_edge is not None and page.to_edge < NEAREST - _ROUNDED, f"{{}}: letters stand {how}, and 5 mm are wanted")


@readable
def hairlines(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    yield from told(seen, has_fault("N135"), f"{{}}: lines of {worst(seen, 'N135', min):.2f} pt, and 0.25 pt is the thinnest that prints")


@readable
def small_white_text(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    yield from told(seen, has_fault("N133"), f"{{}}: white text of {worst(seen, 'N133', min):.1f} pt, and ink runs into letters under 8 pt")


@readable
def second_ink(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    if is_one_ink(seen, subject):
        yield from told(seen, has_fault("N130"), "{}: there is colour, though the file is for a job in black alone")


@readable
def small_text(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    least = SMALLEST_OF_LARGE_PRINT if is_large_print(subject) else SMALLEST
    smallest = min((page.smallest for page in seen.pages if page.smallest), default=0)
    yield from told(seen, lambda page: 0 < page.smallest < least - _ROUNDED, f"{{}}: text of {smallest:.1f} pt, and {least:g} pt is the smallest that is read")


@readable
def loose_lines(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    lines = sum(page.loose for page in seen.pages)
    how_many = "a line has" if lines == 1 else f"{lines} lines have"
    yield from told(seen, lambda page: page.loose > 0, f"{{}}: {how_many} gaps between words that are wider than 1.2 em")


@readable
def lines_too_long(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    farthest = max((page.too_long for page in seen.pages), default=0)
    yield from told(seen, lambda page: page.too_long > 0, f"{{}}: a line goes {farthest / MM:.1f} mm beyond the text block")


@readable
def widows(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.widows:
        begin = "begins" if len(seen.widows) == 1 else "begin"
        yield Found(f"{pages_in_words(list(seen.widows))} {begin} with the last line of a paragraph")


@readable
def blank_pages(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    blank = sum(page.blank for page in seen.pages)
    yield from told(seen, lambda page: page.blank, "{} " + ("is blank" if blank == 1 else "are blank"))


@readable
def blanks_to_add(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    blanks = -seen.count % 4
    if blanks and seen.count > 2 and not is_sheets(seen, subject):
        pages = "one blank page is" if blanks == 1 else f"{blanks} blank pages are"
        yield Found(f"{seen.count} pages are not a multiple of four: stapled as a booklet, {pages} added at the end")


@readable
def too_many_for_staples(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    if seen.count > MOST_STAPLED and not is_sheets(seen, subject):
        yield Found(f"{seen.count} pages are too many for staples, which hold about {MOST_STAPLED}")
