"""A paragraph that raw block tags cut: the tags, and between them the words as paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markdown_it.token import Token

from ..model.nodes import Block, Inlines, Paragraph, Text
from ..model.place import Place
from .lines import first_text, without_start
from .markdown_html import BLOCK_TAGS, Tag, parse_tag

Build = Callable[[Sequence[Token]], Inlines]


def has_block_tags(children: Sequence[Token]) -> bool:
    """Whether a paragraph is one in Markdown's eyes only."""
    return any(child.type == "html_inline" and _is_block_tag(child) for child in children)


def cut_by_tags(children: Sequence[Token], place: Callable[[int], Place], build: Build) -> list[Block | Tag]:
    """The block tags of a paragraph, each with its place, and a paragraph for each run of words beside them."""
    parts: list[Block | Tag] = []
    words: list[Token] = []
    sources = _sources(children)
    for number, child in enumerate(children):
        if number in sources or _is_block_tag(child):
            parts += _paragraph(words, build)
            words = []
            tag = parse_tag(child.content)
            assert tag is not None
            parts.append(replace(tag, place=place(child.map[0] if child.map else 0)))
        else:
            words.append(child)
    return parts + _paragraph(words, build)


def _paragraph(words: Sequence[Token], build: Build) -> list[Block | Tag]:
    content = trimmed(build(words)) if words else ()
    return [Paragraph(content, tagged=True, place=content[0].place)] if content else []


def _is_block_tag(token: Token) -> bool:
    tag = parse_tag(token.content) if token.type == "html_inline" else None
    return tag is not None and tag.name in BLOCK_TAGS


def _sources(children: Sequence[Token]) -> set[int]:
    """The tags of each ``cite`` that stands alone between block tags, or last before the end of a quotation."""
    tags = [(number, tag) for number, token in enumerate(children) if token.type == "html_inline" and (tag := parse_tag(token.content))]
    found: set[int] = set()
    opened = -1
    for number, tag in tags:
        if tag.name != "cite":
            continue
        if not tag.closing:
            opened = number
        elif opened >= 0:
            after = _beside(children, number, 1)
            if after == "/blockquote" or (after != "words" and _beside(children, opened, -1) != "words"):
                found |= {opened, number}
            opened = -1
    return found


def _beside(children: Sequence[Token], number: int, step: int) -> str:
    """What stands before or after a token: a block tag by its name, ``words``, or nothing."""
    number += step
    while 0 <= number < len(children):
        token = children[number]
        if _is_block_tag(token):
            tag = parse_tag(token.content)
            return f"/{tag.name}" if tag and tag.closing else "tag"
        if token.type not in ("softbreak", "hardbreak") and token.content.strip():
            return "words"
        number += step
    return ""


def trimmed(content: Inlines) -> Inlines:
    """Without the line ends beside the tags that were cut away."""
    space = len(first_text(content)) - len(first_text(content).lstrip())
    if space:
        content = without_start(content, space)
    if content and isinstance(last := content[-1], Text):
        kept = last.text.rstrip()
        content = (*content[:-1], replace(last, text=kept)) if kept else content[:-1]
    return content
