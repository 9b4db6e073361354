"""Headings without words, which nobody can find in the contents, and no reader that speaks can say."""

from __future__ import annotations

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Box, Columns, Division, Heading, Image, Paragraph
from ..model.walk import map_inside, plain_text, walk


def without_wordless_headings(blocks: Blocks, report: Report) -> Blocks:
    """The blocks without headings that say nothing; of one that holds a picture alone that stays. Each is reported (M315)."""
    if all(not isinstance(block, (Heading, Division, Box, Columns)) for block in blocks):
        return blocks
    return tuple(kept for block in blocks for kept in _kept(block, report))


def _kept(block: Block, report: Report) -> Blocks:
    if isinstance(block, (Division, Box, Columns)):
        return (map_inside(block, lambda blocks: without_wordless_headings(blocks, report)),)
    if not isinstance(block, Heading) or block.role or plain_text(block, notes=True).strip():
        return (block,)
    if any(isinstance(node, Image) for node in walk(block)):
        report.warning("M315", "a heading without words: its picture stays, and the contents do not show it", block.place, "give it words")
        return (Paragraph(block.content, place=block.place),)
    report.warning("M315", "a heading without words was left out", block.place, "give it words, or take its mark away")
    return ()
