"""Quotes, apostrophes, dashes, ellipses and spaces, set as the language sets them.

Letters and digits never change, code and addresses stay as typed, and setting a text twice gives
the same as setting it once. Words in another language (a span or division with its tag) are set
by the rules of that language.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from ..language.dashes import set_dashes, set_ellipses
from ..language.marks import ADDRESS, Marks, marks_for
from ..language.quotes import set_quotes
from ..language.spaces import hold_together, join_spaces, set_french_spaces
from ..model.nodes import Block, Blocks, Division, Inline, Inlines, Link, Note, Paragraph, Span
from ..model.walk import map_parts, plain_text
from .text_runs import change_run

_NO_ADDRESS = '\\s<>"“”«»„‘\ufdd0-\ufdd3'
_ADDRESS = re.compile(
    rf"(?:[a-zA-Z][a-zA-Z+.-]{{1,15}}://|www\.)[^{_NO_ADDRESS}]+"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    rf"|(?<![\w.-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}/[^{_NO_ADDRESS}]*"
)
_ADDRESS_END = ".,;:!?'’)…"


def set_typography(blocks: Blocks, lang: str) -> Blocks:
    """The blocks with all their words set by the rules of ``lang``; blocks that need nothing are the same objects."""
    return tuple(_set_block(block, lang) for block in blocks)


def set_inlines(content: Inlines, lang: str) -> Inlines:
    """One run of inlines, set as a whole: quotes are paired across the borders of emphasis and links."""
    marks = marks_for(lang)
    return change_run(
        content,
        change=partial(_set_run, marks=marks),
        apart=partial(_is_apart, marks=marks),
        within=partial(_set_within, lang=lang),
    )


def set_words(text: str, lang: str) -> str:
    """A plain string, such as a title in the metadata."""
    return _set_run(text, marks_for(lang))


def _set_block(block: Block, lang: str) -> Block:
    if isinstance(block, Paragraph):
        content = set_inlines(block.content, lang)
        return block if content is block.content else replace(block, content=content)
    if isinstance(block, Division):
        lang = block.lang or lang
    return map_parts(block, partial(set_inlines, lang=lang), partial(set_typography, lang=lang))


def _is_apart(node: Inline, marks: Marks) -> bool:
    """Is this set by itself: words in a language with other marks, or a link that shows its address?"""
    match node:
        case Span(lang=lang):
            return bool(lang) and marks_for(lang) != marks
        case Link():
            shown = plain_text(*node.content)
            return shown in node.target and not any(sign.isspace() for sign in shown)
        case _:
            return False


def _set_within(node: Inline, lang: str) -> Inline:
    match node:
        case Note(blocks=blocks):
            return replace(node, blocks=set_typography(blocks, lang))
        case Span(content=content):
            return replace(node, content=set_inlines(content, node.lang or lang))
        case _:
            return node


def _set_run(run: str, marks: Marks) -> str:
    """All rules, in an order in which none undoes or feeds an earlier one."""
    if ADDRESS in run:
        return run
    run, addresses = _hide_addresses(run)
    run = join_spaces(run)
    run = set_dashes(run, marks)
    run = set_ellipses(run, marks)
    run = set_quotes(run, marks)
    if marks.narrow:
        run = set_french_spaces(run)
    run = hold_together(run, marks)
    if addresses:
        shown = iter(addresses)
        run = re.sub(ADDRESS, lambda _: next(shown), run)
    return run


def _hide_addresses(run: str) -> tuple[str, list[str]]:
    """Web and mail addresses taken out, a sign put in the place of each."""
    if "/" not in run and "@" not in run and "www." not in run:
        return run, []
    addresses: list[str] = []

    def hide(match: re.Match[str]) -> str:
        address = match[0].rstrip(_ADDRESS_END)
        addresses.append(address)
        return ADDRESS + match[0][len(address) :]

    return _ADDRESS.sub(hide, run), addresses
