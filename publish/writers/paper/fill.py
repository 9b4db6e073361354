"""A poster: one page, its type as large as lets all that it says stand on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf

from ...diagnostics import PublishError
from ...layout.filling import expected, largest
from ...model.book import Book
from ...model.kinds import Role
from ...model.nodes import List, ListItem
from ...model.walk import plain_text
from ...typesetting.overflow import has_lines_too_wide, share_used, spare_room
from ...typesetting.page_setup import PageSetup
from .fit import LaidOut

# The body size goes up to such a share of the measure; its least is the style's.
_LARGEST = 1 / 11
# Longer lines, in ems, are hard to follow; so demands that would fill them stand in two columns.
_LONGEST_LINE, _FEWEST_FOR_COLUMNS = 42, 4
_LETTER = 0.5  # ems

LayOut = Callable[[PageSetup], LaidOut]


def filled(book: Book, setup: PageSetup, lay_out: LayOut) -> LaidOut:
    """The book on one page. Raises PublishError S121 where even the smallest type needs more."""
    demands = [len(plain_text(item)) for item in _demands(book)]
    setup = replace(setup, demand_columns=_columns(demands, setup, lay_out))
    least = setup.style.settings.smallest
    most = max(least, setup.page.measure * _LARGEST / setup.demand_columns)
    size, laid = largest(lambda size: lay_out(_sized(setup, size)), _share_filled, least, most)
    if _share_filled(laid) > 1:
        raise _too_long(book, laid, least)
    rows = -(-len(demands) // setup.demand_columns)
    loose = lay_out(replace(_sized(setup, size), air=spare_room(laid.document) * 0.98 / (rows + 2)))
    return loose if _share_filled(loose) <= 1 else laid


def _columns(demands: Sequence[int], setup: PageSetup, lay_out: LayOut) -> int:
    """In how many columns demands of so many letters stand: two, where the type is small and its lines are long."""
    if len(demands) < _FEWEST_FOR_COLUMNS or max(demands) * _LETTER < _LONGEST_LINE:
        return 1
    size = setup.style.settings.smallest
    for _ in range(2):  # the first look is from far away
        share = _share_filled(lay_out(_sized(setup, size)))
        size = expected(size, share) if share <= 1 else size
    return 2 if size * _LONGEST_LINE < setup.page.measure else 1


def _sized(setup: PageSetup, size: float) -> PageSetup:
    """The same with all type in proportion; the page stays as it is."""
    settings = setup.style.settings
    leading = settings.leading * size / settings.size
    return replace(setup, style=replace(setup.style, settings=replace(settings, size=size, leading=leading)))


def _demands(book: Book) -> list[ListItem]:
    blocks = (block for section in book.sections if section.role is Role.DEMANDS for block in section.blocks)
    return [item for block in blocks if isinstance(block, List) for item in block.items]


# Looking at the page ------------------------------------------------------------------------------


def _share_filled(laid: LaidOut) -> float:
    """How much of the page is used. What stands on two pages, or is wider than its place, does not fit."""
    if has_lines_too_wide(laid.document):
        return inf
    return float(laid.pages) if laid.pages > 1 else share_used(laid.document)


def _too_long(book: Book, laid: LaidOut, least: float) -> PublishError:
    place = next((section.place for section in book.sections if section.role is Role.DEMANDS), None)
    if laid.pages == 1:
        message, hint = "a word is wider than the poster", "choose a larger shape, or divide the word with a soft hyphen"
    else:
        message, hint = f"this is too long for a poster: it takes {laid.pages} pages", "say it in fewer words, or choose a larger shape, such as a3"
    return PublishError("S121", f"{message} even in {least:g} pt", place, hint)
