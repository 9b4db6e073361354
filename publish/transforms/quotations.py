"""Turns a quotation that fills a paragraph of its own into a block quote."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Report
from ..language.cues import last_sentence, speaker
from ..model.nodes import Block, Blocks, Inlines, Paragraph, Quote, Text
from ..model.walk import plain_text

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』", "‘": "’"}


def set_quotations(blocks: Blocks, lang: str, report: Report) -> Blocks:
    """A paragraph in quotation marks becomes a block quote when the sentence before it ends in a colon.

    The marks go, since the setting says the same; who speaks is taken from the sentence before.
    """
    result: list[Block] = []
    for block in blocks:
        lead = _lead_in(result[-1] if result else None, lang)
        if lead and isinstance(block, Paragraph) and (unquoted := _without_marks(block.content)):
            block = _quote(block, unquoted, speaker(lead, lang))
            said = plain_text(*block.attribution) or "no name found"
            report.info("M313", f"quotation set as a block quote ({said}): “{_start(unquoted)}…”", block.place)
        result.append(block)
    return tuple(result)


def _lead_in(block: Block | None, lang: str) -> str:
    """The last sentence of a paragraph if it ends in a colon, or ``""``."""
    if not isinstance(block, Paragraph):
        return ""
    text = plain_text(block).rstrip()
    return text[last_sentence(text, lang) :] if text.endswith((":", "：")) else ""


def _quote(paragraph: Paragraph, content: Inlines, name: str) -> Quote:
    attribution = (Text(name, place=paragraph.place),) if name else ()
    return Quote((replace(paragraph, content=content),), attribution, place=paragraph.place)


def _without_marks(content: Inlines) -> Inlines | None:
    """The run without the quotation marks around all of it, or None where there are none."""
    if not content or not isinstance(content[0], Text) or not isinstance(content[-1], Text):
        return None
    text = plain_text(*content).strip()
    closing = _PAIRS.get(text[:1])
    if not closing or len(text) < 3 or text[-1] not in closing or _closes_early(text, closing):
        return None
    first, last = content[0], content[-1]
    if len(content) == 1:
        return (replace(first, text=first.text.strip()[1:-1]),)
    return (replace(first, text=first.text.lstrip()[1:]), *content[1:-1], replace(last, text=last.text.rstrip()[:-1]))


def _closes_early(text: str, closing: str) -> bool:
    """Whether the first mark closes before the end: two quotations are not one."""
    inner, opening = text[1:-1], text[0]
    if opening in closing:
        return opening in inner
    depth = 0
    for sign in inner:
        depth += (sign == opening) - (sign in closing)
        if depth < 0:
            return True
    return False


def _start(content: Inlines) -> str:
    return " ".join(plain_text(*content).split())[:40]
