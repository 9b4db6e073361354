"""Block rules that pandoc's users expect, for markdown-it: where blocks begin and end, as tokens."""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.rules_block import StateBlock, code
from markdown_it.token import Token

from .attributes import Attributes, parse_attributes
from .boxes import box_kind

_FENCE = re.compile(r":{3,}(?:\s*(?:\{(?P<braces>.{0,500})\}|(?P<name>[^\s{}:]+))\s*:*)?\s*")
_TITLED_BOX = re.compile(
    r":{3,}\s*(?:\{(?P<braced>[A-Za-z-]{1,40})\}|(?P<name>[A-Za-z-]{1,40}))\s*(?:\[(?P<bracketed>[^\[\]]{1,200})\]|(?P<title>[^\s\[{].{0,200}))?\s*"
)
_TAG = re.compile(r"</?[A-Za-z][\w-]{0,20}[\s/>]")
_VERSE = re.compile(r"\|(?= |$)")
_APART = re.compile(r"<(!--|(?:script|style|pre|textarea)(?=[\s>]|$))", re.IGNORECASE)


def line_text(state: StateBlock, line: int) -> str:
    """A line without what it is indented by."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line ``::: name`` or ``::: {.name}`` opens, a bare ``:::`` closes; the builder pairs them."""
    text = line_text(state, start)
    if not text.startswith(":::") or state.is_code_block(start):
        return False
    fence = _FENCE.fullmatch(text)
    attributes = _of_fence(fence) if fence else None
    is_closing = fence is not None and fence["name"] is None and fence["braces"] is None
    attributes = None if is_closing else attributes or _of_titled_box(text)
    if attributes is None and not is_closing:
        return False
    if not silent:
        token = state.push("division_open" if attributes else "division_close", "", 0)
        token.meta = {"attributes": attributes}
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _of_fence(fence: re.Match[str]) -> Attributes | None:
    return Attributes(classes=(fence["name"],)) if fence["name"] else parse_attributes(fence["braces"] or "")


def _of_titled_box(text: str) -> Attributes | None:
    """``:::note Words``, ``:::note[Words]`` (Docusaurus, VuePress) and ``:::{note} Words`` (MyST)."""
    found = _TITLED_BOX.fullmatch(text)
    name = (found["name"] or found["braced"]) if found else ""
    if found is None or box_kind(name) is None:
        return None
    title = found["bracketed"] or found["title"]
    return Attributes(classes=(name,), pairs=(("title", title.strip()),) if title else ())


def push_inline(state: StateBlock, text: str, line: int) -> Token:
    """Words that are to be read as inlines, from this line on."""
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text, [line, line + 1], []
    return token


def indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark's, but a line that begins with a tag, below another, is HTML that somebody indented."""
    if not state.is_code_block(start) or (_TAG.match(line_text(state, start)) and _follows_a_tag(state, start)):
        return False
    return code(state, start, end, silent)


def _follows_a_tag(state: StateBlock, start: int) -> bool:
    line = start - 1
    while line >= 0 and state.isEmpty(line):
        line -= 1
    return line >= 0 and _TAG.match(line_text(state, line)) is not None


def verse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with ``|``; a line that begins with a space goes on with the one before it."""
    if silent or not _VERSE.match(line_text(state, start)) or state.is_code_block(start):
        return False
    lines: list[tuple[int, int, str]] = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent:
        text = line_text(state, line)
        if _VERSE.match(text):
            words = text[1:].expandtabs(4).removeprefix(" ")
            lines.append((line, len(words) - len(words.lstrip(" ")), words.strip()))
        elif text and state.sCount[line] > state.blkIndent:
            number, indent, words = lines.pop()
            lines.append((number, indent, f"{words} {text.strip()}".strip()))
        else:
            break
        line += 1
    _push_verse(state, start, lines)
    state.line = line
    return True


def _push_verse(state: StateBlock, start: int, lines: list[tuple[int, int, str]]) -> None:
    state.push("verse_open", "", 1).map = [start, start + 1]
    for number, indent, words in lines:
        push_inline(state, words, number).meta = {"indent": indent}
    state.push("verse_close", "", -1)


def set_apart(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment, script, style or ``pre`` that begins a line, may hold blank lines, and does end.

    All other HTML is read as inlines: the words between its tags are Markdown.
    """
    opening = _APART.match(line_text(state, start))
    if opening is None or state.is_code_block(start):
        return False
    name = opening[1].lower()
    last = _last_line(state, start, end, "-->" if name == "!--" else f"</{name}>")
    if last is None:
        return False
    if not silent:
        token = state.push("set_apart", "", 0)
        token.content, token.info = state.getLines(start, last + 1, state.blkIndent, False), name
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _last_line(state: StateBlock, start: int, end: int, closing: str) -> int | None:
    """The line on which ``closing`` stands and nothing follows it.

    Where it stands next is remembered, so that a thousand openings do not search the text a thousand times.
    """
    position = state.bMarks[start] + 2
    searched, at = state.env["closings"].get(closing, (0, -1))
    if not searched <= position <= at:
        found = re.compile(re.escape(closing), re.IGNORECASE).search(state.src, position)
        at = found.start() if found else len(state.src) + 1
        state.env["closings"][closing] = (position, at)
    line = bisect_right(state.bMarks, at) - 1
    if line >= end or state.src[at + len(closing) : state.eMarks[line]].strip():
        return None
    return line
