"""What is read from the shape of Markdown's blocks: captions, attributions."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.nodes import Block, Blocks, Inlines, Paragraph, Table, Text, VerseLine
from ..model.walk import plain_text
from .lines import first_text, join_lines, split_lines, without_start

_CAPTION = re.compile(r"(?:Table)?:\s+")
_NAME = re.compile(r"\s*\{#([^\s{}.=#]{1,100})\}\s*$")
_DASH = re.compile(r"(?:—|―|-{2,3})[ \t\u00a0]*(?=[^\s-])|(?:—|―)\s*$")
_LONGEST_ATTRIBUTION = 140


def attach_captions(blocks: list[Block]) -> list[Block]:
    """Paragraphs ``: words`` or ``Table: words`` beside a table become its caption."""
    result: list[Block] = []
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if isinstance(block, Table) and not block.caption:
            after = _caption(blocks[number + 1]) if number + 1 < len(blocks) else ()
            before = _caption(result[-1]) if result and not after else ()
            if before:
                result.pop()
            number += 1 if after else 0
            block = _captioned(block, after or before)
        result.append(block)
        number += 1
    return result


def _captioned(table: Table, caption: Inlines) -> Table:
    """The table with a caption; braces at its end give the table a name that can be linked to."""
    last = caption[-1] if caption else None
    found = _NAME.search(last.text) if isinstance(last, Text) else None
    if not (found and isinstance(last, Text)):
        return replace(table, caption=caption)
    words = last.text[: found.start()]
    return replace(table, caption=(*caption[:-1], *((replace(last, text=words),) if words else ())), id=found[1])


def _caption(block: Block) -> Inlines:
    found = _CAPTION.match(first_text(block.content)) if isinstance(block, Paragraph) else None
    return without_start(block.content, found.end()) if found and isinstance(block, Paragraph) else ()


def without_attribution(blocks: Blocks) -> tuple[Blocks, Inlines]:
    """A quotation's blocks, and who is quoted: its last line, when that is short and begins with a dash.

    Not where the line before begins with a dash too: that is a dialogue.
    """
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return blocks, ()
    lines = split_lines(last.content)
    attribution = _attribution(lines[-1])
    before = lines[-2] if len(lines) > 1 else _last_line(blocks[:-1])
    if not attribution or before is None or _DASH.match(first_text(before)):
        return blocks, ()
    if len(lines) == 1:
        return blocks[:-1], attribution
    return (*blocks[:-1], replace(last, content=join_lines(lines[:-1]))), attribution


def from_the_margin(stanzas: list[tuple[VerseLine, ...]]) -> list[tuple[VerseLine, ...]]:
    """The verses with indents that count from the line furthest out: all of them may stand inside of a list."""
    least = min((verse.indent for stanza in stanzas for verse in stanza), default=0)
    return [tuple(replace(verse, indent=verse.indent - least) for verse in stanza) for stanza in stanzas]


def _last_line(blocks: Blocks) -> Inlines | None:
    """Of the paragraph before; ``()`` after another block, ``None`` where there is nothing."""
    if not blocks:
        return None
    return split_lines(blocks[-1].content)[-1] if isinstance(blocks[-1], Paragraph) else ()


def undashed(attribution: Inlines) -> Inlines:
    """Who is quoted, without the dash before it, which styles set themselves."""
    found = _DASH.match(first_text(attribution).lstrip())
    if found is None:
        return attribution
    return without_start(attribution, len(first_text(attribution)) - len(first_text(attribution).lstrip()) + found.end())


def _attribution(line: Inlines) -> Inlines:
    found = _DASH.match(first_text(line))
    if found is None or len(plain_text(*line)) > _LONGEST_ATTRIBUTION:
        return ()
    return without_start(line, found.end())
