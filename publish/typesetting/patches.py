"""All that takes the place of WeasyPrint's insides, while pages are laid out and while they are written.

What each does stands in a file of its own, as what is made of theirs. In a version whose insides nobody has looked at
nothing is replaced, and pages are made as WeasyPrint makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

from .composing.columns import EvenColumns
from .composing.compositor import Compositor
from .composing.long_words import from_the_beginning
from .composing.rhythm import OnTheGrid
from .composing.set_text import stretched_letters
from .composing.tables import PartedRows
from .engine.boxes import Box
from .tagging.origins import Origins, remembering
from .tagging.references import references_kept

# The versions whose insides are known.
KNOWN_VERSIONS = ("70.",)


@contextmanager
def while_laying_out(compositor: Compositor) -> Iterator[None]:
    """As long as this lasts, columns, tables, lines and the grid they stand on are ours."""
    with ExitStack() as patches:
        if _is_known():
            from weasyprint.layout import block
            from weasyprint.text import line_break

            for name, ours in (
                ("block_level_layout_switch", PartedRows),
                ("block_level_layout_switch", OnTheGrid),  # around the one before: a table ends on the grid when it is parted
                ("columns_layout", EvenColumns),
                ("iter_line_boxes", compositor.instead_of),
            ):
                patches.enter_context(_replaced(block, name, ours))
            patches.enter_context(_replaced(line_break, "get_next_word_boundaries", from_the_beginning))
        yield


@contextmanager
def while_writing() -> Iterator[Origins]:
    """As long as this lasts, letters are stretched as they were set. What the file's tags are made of is remembered in what it gives."""
    origins: dict[bytes, Box] = {}
    with ExitStack() as patches:
        if _is_known():
            import weasyprint.draw.text
            import weasyprint.pdf.tags

            patches.enter_context(_replaced(weasyprint.draw.text, "draw_first_line", stretched_letters))
            patches.enter_context(_replaced(weasyprint.pdf.pydyf.PDF, "page_references", references_kept))
            patches.enter_context(_replaced(weasyprint.pdf.tags, "_build_box_tree", partial(remembering, origins)))
        yield origins


def _is_known() -> bool:
    import weasyprint

    return str(weasyprint.__version__).startswith(KNOWN_VERSIONS)


@contextmanager
def _replaced(place: object, name: str, ours: Callable[[Any], object]) -> Iterator[None]:
    """What ``ours`` makes of theirs stands in its place as long as this lasts."""
    theirs = getattr(place, name)
    setattr(place, name, ours(theirs))
    try:
        yield
    finally:
        setattr(place, name, theirs)
