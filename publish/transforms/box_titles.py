"""What boxes are called: by their authors, else by what they are for, in the language around them."""

from __future__ import annotations

from dataclasses import replace

from ..language.words import word
from ..model.nodes import Block, Blocks, Box, Division, Text
from ..model.walk import map_inside


def name_boxes(blocks: Blocks, lang: str) -> Blocks:
    """The blocks with a title on each box; ``lang`` is their language where they name none of their own."""
    return tuple(_named(block, lang) for block in blocks)


def _named(block: Block, lang: str) -> Block:
    lang = block.lang or lang if isinstance(block, Division) else lang
    block = map_inside(block, lambda blocks: name_boxes(blocks, lang))
    if isinstance(block, Box) and not block.title:
        return replace(block, title=(Text(word(f"{block.kind.value}-box", lang), place=block.place),))
    return block
