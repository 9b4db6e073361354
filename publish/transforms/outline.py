"""The ranks of headings inside a section, without gaps, as readers that speak need them."""

from __future__ import annotations

from dataclasses import replace

from ..model.nodes import Block, Blocks, Box, Columns, Division, Heading
from ..model.walk import map_inside

# A section's title is of the first rank.
_HIGHEST, _LOWEST = 2, 6


def even_ranks(blocks: Blocks) -> Blocks:
    """Headings as ranked below the section's title: each at most one rank below the one before it."""
    return _even(blocks, [])


def _even(blocks: Blocks, above: list[int]) -> Blocks:
    """``above`` are the ranks, as written, of the headings that the next one stands below."""
    return tuple(_even_block(block, above) for block in blocks)


def _even_block(block: Block, above: list[int]) -> Block:
    if isinstance(block, (Division, Box, Columns)):
        return map_inside(block, lambda blocks: _even(blocks, above))
    if not isinstance(block, Heading):
        return block
    while above and above[-1] >= block.level:
        above.pop()
    above.append(block.level)
    level = min(_LOWEST, _HIGHEST + len(above) - 1)
    return block if level == block.level else replace(block, level=level)
