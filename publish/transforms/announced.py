"""Sentences that announce what follows: demands before a list, an address at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..language.cues import announces_contact, announces_demands, last_sentence
from ..model.nodes import Block, Blocks, Inline, Inlines, Link, List, Paragraph, Text
from ..model.walk import plain_text, walk

# A contact notice that closes a text is a few short paragraphs at most.
_MOST_CLOSING_BLOCKS = 4
_LONGEST_CLOSING = 500
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
        case (Paragraph(content=content), List(), *_) if plain_text(*content).rstrip().endswith((":", "：")):
            return content, blocks[1:]
        case _:
            return (), blocks


def closes_with_contact(blocks: Sequence[Block], lang: str) -> bool:
    """Whether these last blocks of a text say how to reach the publishers, with a link to follow."""
    if len(blocks) > _MOST_CLOSING_BLOCKS or not all(isinstance(block, Paragraph) for block in blocks):
        return False
    if not announces_contact(plain_text(blocks[0]), lang) or len(plain_text(*blocks)) > _LONGEST_CLOSING:
        return False
    return any(isinstance(node, Link) for node in walk(*blocks))


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
