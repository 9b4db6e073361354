"""The names of pictures, each as it is seen from the publication's folder.

Texts of one book may lie in folders of their own, with pictures of the same name beside them; and
one picture may be named in several ways. After this, names are equal where the pictures are.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from ..model.nodes import Block, Blocks, Figure, Image, Inlines
from ..model.walk import map_contents, map_inlines, map_inside, walk

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
    if isinstance(block, Figure):
        return replace(block, image=change(block.image)[0])
    return map_inside(block, lambda blocks: tuple(_map_figures(one, change) for one in blocks))
