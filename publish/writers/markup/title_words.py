"""Title and subtitle as they stand on a page: in lines, with what the author marked in them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.book import Metadata
from ...model.nodes import Code, Inline, Inlines, LineBreak, Text
from ...model.walk import map_inlines
from .xhtml import Xhtml

if TYPE_CHECKING:
    from markupsafe import Markup

# No title holds a link, a picture or a note.
_SAY = Xhtml(link=str, image=str, note=lambda _: "")


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What templates set as title and subtitle."""

    metadata: Metadata

    def title(self, lines: Sequence[str] | None = None) -> Sequence[str | Markup]:
        """The title in these lines, which are its words parted at spaces; in one where none are named."""
        from markupsafe import Markup

        marked = self.metadata.marked_title
        if lines is None:
            lines = (self.metadata.title,)
        return (Markup(_SAY.inlines(_parted(marked, lines))),) if marked else lines

    @property
    def subtitle(self) -> str | Markup:
        from markupsafe import Markup

        marked = self.metadata.marked_subtitle
        return Markup(_SAY.inlines(marked)) if marked else self.metadata.subtitle


def _parted(content: Inlines, lines: Sequence[str]) -> Inlines:
    """The content with breaks where the lines end; a space in code stays one."""
    ends, length = set(), 0
    for line in lines[:-1]:
        ends.add(length := length + len(line))
        length += 1  # the space
    said = 0

    def part(node: Inline) -> Inlines:
        nonlocal said
        if not isinstance(node, (Text, Code)):
            return (node,)
        start, said = said, said + len(node.text)
        here = sorted(end - start for end in ends if start <= end < said)
        if not here or isinstance(node, Code):
            return (node,)
        cuts = [-1, *here, len(node.text)]
        parts = [Text(node.text[before + 1 : after], place=node.place) for before, after in itertools.pairwise(cuts)]
        return (parts[0], *(one for text in parts[1:] for one in (LineBreak(), text)))

    return map_inlines(content, part)
