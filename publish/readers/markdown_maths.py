"""Rules for formulas, for markdown-it: ``$…$`` within words and ``$$…$$`` apart from them, as pandoc tells them from prices."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from .markdown_block_rules import line_text

_INSIDE = r"(?:[^$\\]|\\.)"
_AMONG_WORDS = re.compile(rf"\$(?=[^\s$])({_INSIDE}{{1,2000}}?)(?<=\S)(?<!\\)\$(?!\d)", re.DOTALL)
_APART = re.compile(rf"\$\$({_INSIDE}{{1,4000}}?)\$\$", re.DOTALL)
_ENDS = re.compile(r"\$\$\s*$")
# Several words without any sign of a formula are prices: “US$ 5 or A$”.
_NO_FORMULA = re.compile(r"[^\\^_=+<>{}|/*()\[\]-]*\s[^\\^_=+<>{}|/*()\[\]-]*")
_MOST_LINES = 60


def formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    apart = state.src.startswith("$$", state.pos)
    found = (_APART if apart else _AMONG_WORDS).match(state.src, state.pos, state.posMax)
    if found is None or not found[1].strip() or (not apart and _NO_FORMULA.fullmatch(found[1])):
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content, token.meta = found[1].strip(), {"display": apart}
    state.pos = found.end()
    return True


def formula_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A formula on lines of its own, which may begin as the items of a list or a quotation do."""
    if not line_text(state, first).startswith("$$") or state.is_code_block(first):
        return False
    if not state.getLines(first, first + 1, state.blkIndent, False).startswith("$$"):
        return False
    end = _end(state, first, last)
    if not end:
        return False
    if not silent:
        token = state.push("paragraph_open", "p", 1)
        token.map = [first, end]
        inside = state.push("inline", "", 0)
        inside.content, inside.map, inside.children = state.getLines(first, end, state.blkIndent, False).strip(), [first, end], []
        state.push("paragraph_close", "p", -1)
    state.line = end
    return True


def _end(state: StateBlock, first: int, last: int) -> int:
    """The line after the one that ends the formula; 0 where an empty line comes before that."""
    for line in range(first, min(last, first + _MOST_LINES)):
        text = state.getLines(line, line + 1, state.blkIndent, False)
        if state.isEmpty(line) or (line > first and state.sCount[line] < state.blkIndent):
            return 0
        if _ENDS.search(text) and (line > first or text.strip() != "$$"):
            return line + 1 if text.count("$$") == (2 if line == first else 1) else 0
    return 0
