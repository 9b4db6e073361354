"""Where a text ends: in front of its imprint and what else stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from ..model.kinds import Role
from ..model.nodes import Blocks, Division, Heading, Paragraph, ThematicBreak

# A contact notice that closes a text is a few short paragraphs at most.
_MOST_PARAGRAPHS = 4
# These may follow it.
_BACK_MATTER = frozenset({Role.IMPRINT, Role.ABOUT, Role.NOTES, Role.APPENDIX, Role.CONTACT})


def closing_paragraphs(blocks: Blocks, role_of: Callable[[Heading], Role | None]) -> range:
    """The indexes of the last few paragraphs of a text, in which a notice may close it."""
    end = len(blocks)
    while (before := _before_back_matter(blocks, end, role_of)) < end:
        end = before
    start = end
    while start > 0 and end - start < _MOST_PARAGRAPHS and isinstance(blocks[start - 1], Paragraph):
        start -= 1
    return range(start, end)


def _before_back_matter(blocks: Blocks, end: int, role_of: Callable[[Heading], Role | None]) -> int:
    """Where the last part with a role, or a break, begins that ends at ``end``; ``end`` if there is none."""
    match blocks[end - 1] if end else None:
        case ThematicBreak():
            return end - 1
        case Division(role=role) if role in _BACK_MATTER:
            return end - 1
        case _:
            headings = ((at, block) for at in range(end - 1, -1, -1) if isinstance(block := blocks[at], Heading))
            at, heading = next(headings, (end, None))
            return at if heading and role_of(heading) in _BACK_MATTER else end
