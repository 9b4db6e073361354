"""Which things of a laid-out document have no room where they stand, and how much of it is left."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.boxes import POINTS, Box, Document, all_in, children_of, kind_of, page_boxes
from .pages import note_area, note_number

# So far, in widths of its block, a line may reach into the margin: WeasyPrint lets some be a trifle too wide.
_TOLERANCE = 0.01
_HAIR = 0.1  # points that nobody sees


def notes_beyond_the_page(document: Document) -> Iterator[int]:
    """The longest note of each page whose notes reach higher than the text block does."""
    for page in page_boxes(document):
        area = note_area(page)
        if area is not None and area.position_y < page.content_box_y():
            yield note_number(max(area.children, key=lambda note: note.height))


def has_lines_too_wide(document: Document) -> bool:
    """Whether on the first page any line is wider than the block it stands in."""
    return any(_too_wide(document.pages[0]._page_box))


def _too_wide(box: Box) -> Iterator[bool]:
    for child in children_of(box):
        if kind_of(child) == "LineBox":
            yield child.position_x + child.width > box.content_box_x() + box.width * (1 + _TOLERANCE)
        else:
            yield from _too_wide(child)


def spare_room(document: Document) -> float:
    """What is left of the first page below its contents, in points."""
    page = document.pages[0]._page_box
    root = page.children[0]
    return (page.content_box_y() + page.height - root.position_y - root.margin_height()) * POINTS


def share_used(document: Document) -> float:
    """How much of the first page's height its contents take."""
    return 1 - spare_room(document) / (document.pages[0]._page_box.height * POINTS)


def sections_reaching_below(document: Document, foot: float) -> Iterator[str]:
    """The classes of the first page's sections of which something reaches further down than ``foot``, points from its top."""
    for box in all_in(document.pages[0]._page_box):
        if getattr(box, "element_tag", "") == "section" and box.element is not None:
            lowest = max((one.position_y + one.margin_height() for one in all_in(box) if one is not box), default=0)
            if lowest * POINTS > foot + _HAIR:
                yield box.element.get("class", "")
