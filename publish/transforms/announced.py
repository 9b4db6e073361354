"""Sentences that announce what follows: demands before a list, an address at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..language.cues import announces_contact, announces_demands, last_sentence
from ..model.nodes import Blocks, Inline, Inlines, Link, List, Paragraph, Text
from ..model.walk import plain_text, walk

_LONGEST_CLOSING = 500
_FEWEST_FIGURES = 4  # in a telephone number
_ENDS_OF_SENTENCES = tuple(".!?…。！？؟")
_COLONS = (":", "：")
# Put round a node, it keeps plain_text() from taking line ends off.
_EDGE = Text("|")


def split_announcement(paragraph: Paragraph, lang: str) -> tuple[Inlines, Inlines] | None:
    """What stands before the sentence that announces demands, and that sentence; None without one."""
    text = plain_text(paragraph)
    start = last_sentence(text, lang)
    if not announces_demands(text[start:], lang):
        return None
    return split_inlines(paragraph.content, start)


def announced_lead(blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The lead-in of demands that the author marked: a first paragraph that ends in a colon before a list."""
    match blocks:
        case (Paragraph() as first, List(), *_) if announces_list(first):
            return first.content, blocks[1:]
        case _:
            return (), blocks


def announces_list(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends in a colon."""
    return plain_text(paragraph).rstrip().endswith(_COLONS)


def closes_with_contact(closing: Sequence[Paragraph], lang: str) -> bool:
    """Whether these last paragraphs of a text say how to reach the publishers, with a link to follow."""
    first, *others = closing
    if not announces_contact(plain_text(first), lang) or len(plain_text(*closing)) > _LONGEST_CLOSING:
        return False
    return any(isinstance(node, Link) for node in walk(*closing)) and all(map(_goes_on, others))


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be more of a contact notice: an address, or the rest of its sentence."""
    text = plain_text(paragraph).strip()
    if any(isinstance(node, Link) for node in walk(paragraph)) or not text:
        return True
    figures = sum(sign.isdigit() for sign in text)
    return text[0].islower() or figures > _FEWEST_FIGURES or not text.endswith(_ENDS_OF_SENTENCES)


def split_inlines(content: Inlines, offset: int) -> tuple[Inlines, Inlines]:
    """A run parted after so many characters of its plain text; the white space between is dropped."""
    before: list[Inline] = []
    for index, node in enumerate(content):
        length = len(plain_text(_EDGE, node, _EDGE)) - 2
        if offset < length and isinstance(node, Text):
            head, tail = node.text[:offset].rstrip(), node.text[offset:].lstrip()
            if head:
                before.append(replace(node, text=head))
            return tuple(before), (replace(node, text=tail), *content[index + 1 :])
        if offset <= 0:
            return _stripped(before), content[index:]
        before.append(node)
        offset -= length
    return _stripped(before), ()


def _stripped(nodes: list[Inline]) -> Inlines:
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = replace(nodes[-1], text=nodes[-1].text.rstrip())
    return tuple(nodes)
