"""The names of pictures, each as it is seen from the publication's folder.

Texts of one book may lie in folders of their own, with pictures of the same name beside them; and
one picture may be named in several ways. After this, names are equal where the pictures are.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import assert_never

from ..model.nodes import (
    Block, Blocks, CodeBlock, DefinitionList, Division, Figure, Heading, Image, Inlines, List, Paragraph, Quote, Table,
    ThematicBreak, Verse,
)  # fmt: skip
from ..model.walk import map_cells, map_contents, map_inlines, walk

# An address, a drive or a path from the root is no name of a file beside the text.
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\s)|[/\\]")


def normal(source: str, folder: str = "") -> str:
    """``source``, as a text in ``folder`` names it, without detours: ``./a/../map.png`` is ``map.png``."""
    if not source or _ELSEWHERE.match(source):
        return source
    return posixpath.normpath(posixpath.join(folder, source.replace("\\", "/")))


def with_normal_sources(blocks: Blocks, folder: str) -> Blocks:
    """The blocks of a text in ``folder`` with the names of their pictures as the publication sees them."""

    def change_node(node) -> Inlines:
        return (replace(node, source=normal(node.source, folder)),) if isinstance(node, Image) else (node,)

    def change_run(content: Inlines) -> Inlines:
        return map_inlines(content, change_node, change)

    def change(blocks: Blocks) -> Blocks:
        return tuple(_map_figures(block, change_node) for block in map_contents(blocks, change_run))

    def is_odd(block: Block) -> bool:
        return any(isinstance(node, Image) and node.source != normal(node.source, folder) for node in walk(block))

    return tuple(change((block,))[0] if is_odd(block) else block for block in blocks)


def _map_figures(block: Block, change) -> Block:
    def inside(blocks: Blocks) -> Blocks:
        return tuple(_map_figures(block, change) for block in blocks)

    match block:
        case Figure(image=image):
            return replace(block, image=change(image)[0])
        case Quote(blocks=blocks) | Division(blocks=blocks):
            return replace(block, blocks=inside(blocks))
        case List(items=items):
            return replace(block, items=tuple(replace(item, blocks=inside(item.blocks)) for item in items))
        case DefinitionList(items=items):
            return replace(block, items=tuple(replace(i, meanings=tuple(map(inside, i.meanings))) for i in items))
        case Table():
            return map_cells(block, inside)
        case Paragraph() | Heading() | Verse() | CodeBlock() | ThematicBreak():
            return block
        case _:
            assert_never(block)
