"""Pull quotes: which of them repeat what the text says, so that nobody need hear it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model.book import Section
from ..model.kinds import Pull
from ..model.letters import letters
from ..model.nodes import Block, Blocks, Division, Quote
from ..model.walk import plain_text

# What was left out between two words, in square brackets or without.
_LEFT_OUT = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?|\n+")


def find_repeated(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with those pull quotes marked that say nothing but what the text says elsewhere."""
    if not any(map(_pulled, _blocks_of(sections))):
        return sections
    said = letters("\n".join(plain_text(block) for block in _blocks_of(sections) if not _pulled(block)))
    return tuple(replace(section, blocks=_marked(section.blocks, said)) for section in sections)


def _blocks_of(sections: tuple[Section, ...]) -> Iterator[Block]:
    """All blocks in order, those of divisions one by one."""
    pending = [block for section in reversed(sections) for block in reversed(section.blocks)]
    while pending:
        block = pending.pop()
        if isinstance(block, Division):
            pending += reversed(block.blocks)
        else:
            yield block


def _pulled(block: Block) -> bool:
    return isinstance(block, Quote) and block.pull is not None


def _marked(blocks: Blocks, said: str) -> Blocks:
    return tuple(_marked_block(block, said) for block in blocks)


def _marked_block(block: Block, said: str) -> Block:
    if isinstance(block, Division):
        return replace(block, blocks=_marked(block.blocks, said))
    if not isinstance(block, Quote) or block.pull is None:
        return block
    parts = filter(None, map(letters, _LEFT_OUT.split(plain_text(*block.blocks))))
    return replace(block, pull=Pull.REPEATED if all(part in said for part in parts) else Pull.ALONE)
