"""A poster: one page, its type as large as lets all that it says stand on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from ...diagnostics import PublishError
from ...layout.filling import expected, largest
from ...model.book import Book
from ...model.nodes import List, ListItem, Role
from ...model.walk import plain_text
from ...typesetting.page_setup import Makeup
from .fit import LaidOut

# The body size goes up to such a share of the measure; its least is the style's.
_LARGEST = 1 / 11
# Longer lines, in ems, are hard to follow; so demands that would fill them stand in two columns.
_LONGEST_LINE, _FEWEST_FOR_COLUMNS = 42, 4
_LETTER = 0.5  # ems
_PX = 0.75  # points
# So far, in widths of its block, a line may reach into the margin: WeasyPrint lets some be a trifle too wide.
_TOLERANCE = 0.01

LayOut = Callable[[Makeup], LaidOut]


def filled(book: Book, makeup: Makeup, lay_out: LayOut) -> LaidOut:
    """The book on one page. Raises PublishError S121 where even the smallest type needs more."""
    demands = [len(plain_text(item)) for item in _demands(book)]
    makeup = replace(makeup, demand_columns=_columns(demands, makeup, lay_out))
    least = makeup.style.settings.smallest
    most = max(least, makeup.page.measure * _LARGEST / makeup.demand_columns)
    size, laid = largest(lambda size: lay_out(_sized(makeup, size)), _share_filled, least, most)
    if _share_filled(laid) > 1:
        raise _too_long(book, laid, least)
    rows = -(-len(demands) // makeup.demand_columns)
    loose = lay_out(replace(_sized(makeup, size), air=_spare(laid) * 0.98 / (rows + 2)))
    return loose if _share_filled(loose) <= 1 else laid


def _columns(demands: Sequence[int], makeup: Makeup, lay_out: LayOut) -> int:
    """In how many columns demands of so many letters stand: two, where the type is small and its lines are long."""
    if len(demands) < _FEWEST_FOR_COLUMNS or max(demands) * _LETTER < _LONGEST_LINE:
        return 1
    size = makeup.style.settings.smallest
    for _ in range(2):  # the first look is from far away
        share = _share_filled(lay_out(_sized(makeup, size)))
        size = expected(size, share) if share <= 1 else size
    return 2 if size * _LONGEST_LINE < makeup.page.measure else 1


def _sized(makeup: Makeup, size: float) -> Makeup:
    """The same with all type in proportion; the page stays as it is."""
    settings = makeup.style.settings
    leading = settings.leading * size / settings.size
    return replace(makeup, style=replace(makeup.style, settings=replace(settings, size=size, leading=leading)))


def _demands(book: Book) -> list[ListItem]:
    blocks = (block for section in book.sections if section.role is Role.DEMANDS for block in section.blocks)
    return [item for block in blocks if isinstance(block, List) for item in block.items]


# Looking at the page ------------------------------------------------------------------------------


def _share_filled(laid: LaidOut) -> float:
    """How much of the page is used. What stands on two pages, or is wider than its place, does not fit."""
    if any(_too_wide(laid.document.pages[0]._page_box)):
        return inf
    page = laid.document.pages[0]._page_box
    return float(laid.pages) if laid.pages > 1 else 1 - _spare(laid) / (page.height * _PX)


def _too_wide(box: Any) -> Iterator[bool]:
    """For each line whether it is wider than the block it stands in."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child.position_x + child.width > box.content_box_x() + box.width * (1 + _TOLERANCE)
        else:
            yield from _too_wide(child)


def _spare(laid: LaidOut) -> float:
    """What is left of the page below its contents, in points."""
    page = laid.document.pages[0]._page_box
    root = page.children[0]
    return (page.content_box_y() + page.height - root.position_y - root.margin_height()) * _PX


def _too_long(book: Book, laid: LaidOut, least: float) -> PublishError:
    place = next((section.place for section in book.sections if section.role is Role.DEMANDS), None)
    if laid.pages == 1:
        message, hint = "a word is wider than the poster", "choose a larger shape, or divide the word with a soft hyphen"
    else:
        message, hint = f"this is too long for a poster: it takes {laid.pages} pages", "say it in fewer words, or choose a larger shape, such as a3"
    return PublishError("S121", f"{message} even in {least:g} pt", place, hint)
