"""The ranks of headings inside a section, without gaps, as readers that speak need them."""

from __future__ import annotations

from dataclasses import replace

from ..model.nodes import Blocks, Division, Heading

# A section's title is of the first rank.
_HIGHEST, _LOWEST = 2, 6


def even_ranks(blocks: Blocks) -> Blocks:
    """Headings as ranked below the section's title: each at most one rank below the one before it."""
    return _even(blocks, [])


def _even(blocks: Blocks, above: list[int]) -> Blocks:
    """``above`` are the ranks, as written, of the headings that the next one stands below."""
    return tuple(_even_block(block, above) if isinstance(block, (Heading, Division)) else block for block in blocks)


def _even_block(block: Heading | Division, above: list[int]) -> Heading | Division:
    if isinstance(block, Division):
        return replace(block, blocks=_even(block.blocks, above))
    while above and above[-1] >= block.level:
        above.pop()
    above.append(block.level)
    level = min(_LOWEST, _HIGHEST + len(above) - 1)
    return block if level == block.level else replace(block, level=level)
