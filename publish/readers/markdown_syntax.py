"""The grammar: CommonMark by markdown-it, and the rules that pandoc's users expect on top of it.

Rules only find where things begin and end; what they mean is decided from their tokens, in
``markdown_blocks`` and ``markdown_inline``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from . import markdown_block_rules as blocks
from . import markdown_inline_rules as inlines
from . import markdown_list_rules as lists
from . import markdown_maths as maths
from . import markdown_note_links as note_links
from . import markdown_private as private
from . import markdown_table_rules as tables
from .flanking import scan_delimiters

# markdown-it drops what is nested deeper without a word; the builders refuse well before that.
MOST_LEVELS = 66
DEEPEST = 30


class TooDeep(Exception):
    """Notes or images inside each other, more than :data:`DEEPEST` deep; ``line`` counts from 0."""

    def __init__(self, line: int) -> None:
        self.line = line


class Markdown(MarkdownIt):
    """The parser. Link targets are not judged here: a later step reports those it refuses."""

    def validateLink(self, url: str) -> bool:
        return True


class _PlacedState(StateInline):
    """Gives each inline token the line it begins at, as its ``map``; knows where emphasis stands in all scripts."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token], first: int) -> None:
        super().__init__(src, md, env, tokens)
        self.first = first
        self.ends = [found.start() for found in re.finditer("\n", src)]

    @property
    def line(self) -> int:
        return self.first + bisect_left(self.ends, self.pos)

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.line, self.line]
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        return scan_delimiters(self.src, start, self.posMax, canSplitWord)

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.map = [self.line, self.line]
        return token


class PlacedInline(ParserInline):
    """markdown-it's inline parser, told the line at which the text begins."""

    def __init__(self) -> None:
        super().__init__()
        self.first_line = 0
        self._open: list[_PlacedState] = []

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        first = self._open[-1].line if self._open else self.first_line
        if len(self._open) >= DEEPEST:
            raise TooDeep(first)
        state = _PlacedState(src, md, env, tokens, first)
        self._open.append(state)
        try:
            self.tokenize(state)
            for rule in self.ruler2.getRules(""):
                rule(state)
        finally:
            self._open.pop()
        return state.tokens


def make_parser() -> Markdown:
    """A parser with all our rules; it keeps state and serves one manuscript."""
    md = Markdown("commonmark", {"maxNesting": MOST_LEVELS, "tasklists": True})
    md.inline = PlacedInline()
    md.inline.ruler.disable("linkify")
    _add_block_rules(md)
    inline = md.inline.ruler
    inline.before("escape", "escaped_space", inlines.escaped_space)
    inline.after("image", "spaced_image", inlines.spaced_image)
    inline.before("link", "note_call", inlines.note_call)
    inline.before("link", "span", inlines.span)
    inline.before("link", "private", private.private)
    inline.before("link", "example", inlines.example)
    inline.before("link", "note_link", note_links.note_link)
    inline.before("escape", "formula", maths.formula)
    inline.push("inline_note", inlines.inline_note)
    inline.push("superscript", inlines.superscript)
    inline.push("subscript", inlines.subscript)
    inline.push("attributes", inlines.attributes_after)
    return md


def _add_block_rules(md: Markdown) -> None:
    block = md.block.ruler
    block.enable("table")
    block.at("table", tables.whole_table, {"alt": ["paragraph", "reference"]})
    block.before("code", "grid_table", tables.grid_table, {"alt": []})
    block.before("code", "ruled_table", tables.ruled_table, {"alt": []})
    block.after("list", "fancy_list", lists.fancy_list, {"alt": ["paragraph", "reference"]})
    block.disable("html_block")
    block.at("code", blocks.indented_code)
    block.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    block.before("fence", "division", blocks.division, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.before("reference", "set_apart", blocks.set_apart, {"alt": ["paragraph", "reference", "blockquote"]})
    block.before("fence", "private", private.private_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.after("table", "verse", blocks.verse, {"alt": []})
    block.before("paragraph", "caption", tables.caption, {"alt": ["blockquote"]})
    block.before("fence", "formula_block", maths.formula_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    deflist_plugin(md)
