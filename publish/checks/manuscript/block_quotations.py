"""Block quotations that do not say whose words they are."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.kinds import Role
from ...model.nodes import Block, Division, Link, Note, Paragraph, Quote
from ...model.walk import plain_text, walk
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .wording import shown

# In these a quotation needs no name, or is none.
_ELSEWHERE = frozenset({Role.CONTACT, Role.IMPRINT, Role.DEDICATION})
_NAMES_BELOW = ("—", "–", "―", "--", "(")


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    for section in subject.book.sections:
        if section.role not in _ELSEWHERE:
            yield from _in(section.blocks)


def _in(blocks: tuple[Block, ...]) -> Iterator[Found]:
    for number, block in enumerate(blocks):
        if isinstance(block, Division):
            yield from _in(block.blocks)
        elif isinstance(block, Quote) and block.pull is None and not block.attribution:
            before = blocks[number - 1] if number else None
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            if not (_announced(before) or _named_below(after) or _has_source(block)):
                yield Found(f"nobody is named for the quotation “{shown(plain_text(*block.blocks))}”", block.place)


def _announced(before: Block | None) -> bool:
    """The paragraph before ends in a colon, or has a note at its end: then it says who speaks."""
    if not isinstance(before, Paragraph):
        return False
    noted = bool(before.content) and isinstance(before.content[-1], Note)
    return noted or plain_text(before).rstrip().endswith((":", "：", ",", "—"))


def _named_below(after: Block | None) -> bool:
    return isinstance(after, Paragraph) and plain_text(after).lstrip().startswith(_NAMES_BELOW)


def _has_source(block: Quote) -> bool:
    return any(isinstance(node, (Note, Link)) for node in walk(*block.blocks))


NO_NAME = Rule("R151", _look)
