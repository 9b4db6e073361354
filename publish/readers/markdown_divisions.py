"""What a ``:::`` with its attributes makes of the blocks inside: quotations, boxes, columns, parts with a role."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Report
from ..model.kinds import Pull
from ..model.nodes import Block, Blocks, Division, Inlines, Paragraph, Quote, Verse, VerseLine
from ..model.place import Place
from .attributes import Attributes, report_unknown
from .boxes import BOX_ALIASES, BOX_CLASSES, BOX_KEYS, box_of_division
from .lines import split_lines
from .markdown_columns import COLUMN_CLASSES, COLUMN_KEYS, columns_of_division
from .markdown_shapes import from_the_margin, without_attribution

_QUOTES, _PULL_QUOTES = frozenset(("quote", "blockquote")), frozenset(("pull-quote", "pullquote"))
_VERSES = frozenset(("verse", "poem"))
_CLASSES = _QUOTES | _PULL_QUOTES | _VERSES | BOX_CLASSES | COLUMN_CLASSES
_KEYS = BOX_KEYS | COLUMN_KEYS

Indent = Callable[[int], int]


def divided(attributes: Attributes, blocks: Blocks, place: Place, indent: Indent, report: Report) -> list[Block]:
    """The blocks of a division as what its classes say. ``indent`` tells how far in a line of the file begins."""
    report_unknown(attributes, place, report, _CLASSES, _KEYS, roles=True, also=BOX_ALIASES)
    made = _made(attributes, blocks, place, indent, report)
    named = all(getattr(block, "id", "") != attributes.id for block in made)
    if attributes.role or attributes.lang or (attributes.id and named):
        name = attributes.id if named else ""
        return [Division(attributes.role, tuple(made), attributes.lang, name, place=place)]
    return made


def _made(attributes: Attributes, blocks: Blocks, place: Place, indent: Indent, report: Report) -> list[Block]:
    classes = frozenset(attributes.classes)
    if classes & _PULL_QUOTES:
        return [Quote(*without_attribution(blocks), Pull.ALONE, place=place)]
    if classes & _QUOTES:
        return [Quote(*without_attribution(blocks), place=place)]
    if classes & _VERSES:
        return _verses(blocks, place, indent, report)
    if box := box_of_division(attributes, blocks, place):
        return [box]
    columns = columns_of_division(attributes, blocks, place, report)
    return list(blocks) if columns is None else columns


def _verses(blocks: Blocks, place: Place, indent: Indent, report: Report) -> list[Block]:
    """Each paragraph a stanza, each of its lines a verse; other blocks cannot be verse."""
    stanzas: list[tuple[VerseLine, ...]] = []
    for block in blocks:
        if isinstance(block, Verse):
            stanzas.extend(block.stanzas)
        elif isinstance(block, Paragraph):
            lines = split_lines(block.content)
            stanzas.append(tuple(_verse_line(line, indent) for line in lines if line))
        else:
            message = "verse can hold only paragraphs; all of it was left as it is"
            report.warning("M119", message, block.place, "begin each line with | to indent it as far as you like")
            return list(blocks)
    stanzas = from_the_margin(stanzas)
    return [Verse(tuple(stanzas), place=place)] if stanzas else []


def _verse_line(line: Inlines, indent: Indent) -> VerseLine:
    place = line[0].place
    return VerseLine(line, indent(place.line) if place else 0, place=place)
