"""Boxes as other tools write them: GitHub's and Obsidian's ``> [!NOTE]``, Quarto's and Docusaurus' ``::: note``."""

from __future__ import annotations

import re

from ..model.kinds import BoxKind
from ..model.nodes import Blocks, Box, Heading, Inlines, Paragraph, Quote, Text
from ..model.place import Place
from .attributes import Attributes
from .lines import first_text, join_lines, split_lines, without_start

_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{0,39})\][+-]?[ \t]*")
_QUARTO = "callout-"
_ALSO_CALLED = {
    BoxKind.NOTE: "info callout",
    BoxKind.TIP: "hint",
    BoxKind.WARNING: "attention",
    BoxKind.CAUTION: "danger",
}
_KINDS = {kind.value: kind for kind in BoxKind} | {name: kind for kind, names in _ALSO_CALLED.items() for name in names.split()}
BOX_CLASSES = frozenset(kind.value for kind in BoxKind)
BOX_ALIASES = frozenset(_KINDS) | {f"{_QUARTO}{kind.value}" for kind in BoxKind}
# Of these Quarto's and Obsidian's boxes have a choice that paper has not: they always stand open.
BOX_KEYS = frozenset(("title", "collapse", "appearance", "icon"))


def box_kind(name: str) -> BoxKind | None:
    """What a class or a mark of another tool stands for."""
    return _KINDS.get(name.lower().removeprefix(_QUARTO))


def box_of_division(attributes: Attributes, blocks: Blocks, place: Place) -> Box | None:
    """A division as a box, if a class says so. Its title is given, or a heading that it begins with."""
    kind = next(filter(None, map(box_kind, attributes.classes)), None)
    if kind is None:
        return None
    title: Inlines = (Text(given, place=place),) if (given := attributes.get("title")) else ()
    if not title and blocks and isinstance(blocks[0], Heading):
        title, blocks = blocks[0].content, blocks[1:]
    return Box(kind, blocks, title, attributes.id, place=place)


def box_of_quote(blocks: Blocks, place: Place) -> Box | Quote | None:
    """A quotation that begins with ``[!NOTE] title`` as a box; ``[!quote] name`` says who is quoted.

    A kind that is not known here is a note called by its name, as Obsidian shows it.
    """
    first = blocks[0] if blocks else None
    found = _CALLOUT.match(first_text(first.content)) if isinstance(first, Paragraph) else None
    if found is None or not isinstance(first, Paragraph):
        return None
    title, *lines = split_lines(without_start(first.content, found.end()))
    words = join_lines(lines)
    rest = ((Paragraph(words, place=words[0].place),) if words else ()) + blocks[1:]
    name = found[1].lower()
    if name in ("quote", "cite"):
        return Quote(rest, title, place=place)
    if not title and box_kind(name) is None:
        title = (Text(name.replace("-", " ").capitalize(), place=place),)
    return Box(box_kind(name) or BoxKind.NOTE, rest, title, place=place)
