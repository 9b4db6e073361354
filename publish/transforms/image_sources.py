"""The names of pictures, each as it is seen from the publication's folder.

Texts of one book may lie in folders of their own, with pictures of the same name beside them; and
one picture may be named in several ways. After this, names are equal where the pictures are.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from ..model.nodes import Block, Blocks, Figure, Image
from ..model.walk import Throughout, walk

# An address, a drive or a path from the root is no name of a file beside the text.
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\s)|[/\\]")


def normal(source: str, folder: str = "") -> str:
    """``source``, as a text in ``folder`` names it, without detours: ``./a/../map.png`` is ``map.png``."""
    if not source or _ELSEWHERE.match(source):
        return source
    return posixpath.normpath(posixpath.join(folder, source.replace("\\", "/")))


def with_normal_sources(blocks: Blocks, folder: str) -> Blocks:
    """The blocks of a text in ``folder`` with the names of their pictures as the publication sees them."""

    def named(image: Image) -> Image:
        return replace(image, source=normal(image.source, folder))

    def is_odd(block: Block) -> bool:
        return any(isinstance(node, Image) and node != named(node) for node in walk(block))

    change = Throughout(
        lambda node: (named(node) if isinstance(node, Image) else node,),
        lambda block: replace(block, image=named(block.image)) if isinstance(block, Figure) else block,
    )
    return tuple(change.blocks((block,))[0] if is_odd(block) else block for block in blocks)
