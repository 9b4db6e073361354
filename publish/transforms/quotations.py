"""Turns a quotation that fills paragraphs of its own into a block quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..diagnostics import Report
from ..language.cues import last_sentence, speaker
from ..model.nodes import Block, Blocks, Division, Emphasis, Inline, Inlines, Note, Paragraph, Quote, Strong, Text
from ..model.walk import plain_text

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』", "‘": "’", "‚": "‘’", "”": "”"}
# A quotation of more paragraphs than this is not looked for: somebody forgot to close it.
_MOST_PARAGRAPHS = 12
_SHOWN = 40
_APOSTROPHES = re.compile(r"\b’\b")


def set_quotations(blocks: Blocks, lang: str, report: Report) -> Blocks:
    """Paragraphs in quotation marks become a block quote when the sentence before them names who speaks and ends in a colon.

    The marks go, since the setting says the same. Speech without a name is part of a story, and stays.
    Of a quotation of several paragraphs each opens with a mark, and only the last closes. What
    another quotation answers is dialogue and stays as it is.
    """
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        lead = _lead_in(result[-1] if result else None, lang)
        name = speaker(lead, lang) if lead else ""
        if name and (said := _quotation(blocks[index : index + _MOST_PARAGRAPHS + 1])):
            block = _quote(said, name, report)
            index += len(said)
        else:
            index += 1
        if isinstance(block, Division):
            block = replace(block, blocks=set_quotations(block.blocks, block.lang or lang, report))
        result.append(block)
    return tuple(result)


def _lead_in(block: Block | None, lang: str) -> str:
    """The last sentence of a paragraph if it ends in a colon, or ``""``."""
    if not isinstance(block, Paragraph):
        return ""
    text = plain_text(block).rstrip()
    return text[last_sentence(text, lang) :] if text.endswith((":", "：")) else ""


def _quote(said: Sequence[Paragraph], name: str, report: Report) -> Quote:
    place = said[0].place
    attribution = (Text(name, place=place),)
    words = " ".join(plain_text(said[0]).split())
    start = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    report.info("M313", f"quotation set as a block quote ({name}): “{start}”", place)
    return Quote(tuple(said), attribution, place=place)


def _quotation(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of one quotation at the start of these blocks, without its marks; none if there is none."""
    said: list[Paragraph] = []
    opening = ""
    for number, block in enumerate(blocks[:_MOST_PARAGRAPHS]):
        if not isinstance(block, Paragraph):
            return []
        text = plain_text(block).strip()
        opening = opening or text[:1]
        if opening not in _PAIRS or not text.startswith(opening) or len(text) < 3:
            return []
        closes = _closes(text, _PAIRS[opening])
        if closes is None:
            return []
        content = _without_marks(block.content, closes)
        if content is None:
            return []
        said.append(replace(block, content=content))
        if closes:
            return [] if _is_quotation(blocks[number + 1 : number + 2], opening) else said
    return []


def _is_quotation(blocks: Sequence[Block], opening: str) -> bool:
    return any(isinstance(block, Paragraph) and plain_text(block).lstrip().startswith(opening) for block in blocks)


def _closes(text: str, closing: str) -> bool | None:
    """Whether the first mark closes at the text's end. None if it closes before: two quotations are not one."""
    opening, inner = text[0], _APOSTROPHES.sub("'", text[1:])
    if opening in closing:
        at = inner.find(opening)
        return False if at < 0 else True if at == len(inner) - 1 else None
    depth = 1
    for at, sign in enumerate(inner):
        depth += (sign == opening) - (sign in closing)
        if depth == 0:
            return True if at == len(inner) - 1 else None
    return False


def _without_marks(content: Inlines, closes: bool) -> Inlines | None:
    """The run without the mark it begins with and, where it ``closes``, the one it ends with.

    The last mark may stand before the call of a note. None where a mark is part of something else.
    """
    match content:
        case (Emphasis() | Strong() as one,):
            inside = _without_marks(one.content, closes)
            return None if inside is None else (replace(one, content=inside),)
        case (Text() as first, *rest):
            opened = replace(first, text=first.text.lstrip()[1:].lstrip())
            return _without_last_mark([opened, *rest] if opened.text else rest) if closes else (opened, *rest)
        case _:
            return None


def _without_last_mark(nodes: list[Inline]) -> Inlines | None:
    last = len(nodes) - 1
    while last >= 0 and isinstance(nodes[last], Note):
        last -= 1
    node = nodes[last] if last >= 0 else None
    if not isinstance(node, Text):
        return None
    text = node.text.rstrip()[:-1].rstrip()
    return (*nodes[:last], *([replace(node, text=text)] if text else []), *nodes[last + 1 :])
