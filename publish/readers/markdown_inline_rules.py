"""Inline rules that pandoc's users expect, for markdown-it: notes, spans, raised and lowered words."""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .attributes import BRACES, Attributes, parse_attributes

_NOTE_CALL = re.compile(r"\[\^([^\s\[\]^]{1,200})\]")
_SPACED_PICTURE = re.compile(
    r"""\([ \t]*(?P<name>[^\s()<>"'][^()<>"\n]{0,300}\.(?:png|jpe?g|gif|webp|svg))[ \t]*(?:"(?P<title>[^"\n]{0,300})"[ \t]*)?\)""",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\^((?:\\[^\n]|[^\\\s^])+)\^")
_EXAMPLE = re.compile(r"@([\w-]{1,80})")
_LOWERED = re.compile(r"~((?:\\[^\n]|[^\\\s~])+)~(?!~)")


def escaped_space(state: StateInline, silent: bool) -> bool:
    """A space after a backslash is one that no line breaks at."""
    if not state.src.startswith("\\ ", state.pos):
        return False
    if not silent:
        state.pending += "\u00a0"
    state.pos += 2
    return True


def note_call(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[^", state.pos):
        return False
    call = _NOTE_CALL.match(state.src, state.pos, state.posMax)
    if call is None:
        return False
    if not silent:
        token = state.push("note_call", "", 0)
        token.content = call[1]
        state.env["calls"](call[1])
    state.pos = call.end()
    return True


def spaced_image(state: StateInline, silent: bool) -> bool:
    """``![A lamp](my lamp.png)``: nobody who writes this means anything but a picture, though CommonMark reads no image."""
    if not state.src.startswith("![", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    found = _SPACED_PICTURE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        content = state.src[state.pos + 2 : end]
        token = state.push("image", "img", 0)
        token.attrs = {"src": found["name"].strip(), "alt": ""} | ({"title": found["title"]} if found["title"] else {})
        token.content, token.children = content, state.md.inline.parse(content, state.md, state.env, [])
    state.pos = found.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        content = state.src[state.pos + 2 : end]
        children = state.md.inline.parse(content, state.md, state.env, [])
        state.push("inline_note", "", 0).children = children
    state.pos = end + 1
    return True


def span(state: StateInline, silent: bool) -> bool:
    """``[words]{.class #id lang=fr}``"""
    if state.src[state.pos] != "[" or "]{" not in state.src:
        return False
    end = parseLinkLabel(state, state.pos)
    attributes = _braces(state, end + 1) if end >= 0 else None
    if attributes is None:
        return False
    if not silent:
        _push_pair(state, "span", state.pos + 1, end).meta = {"attributes": attributes[0]}
    state.pos = end + 1 + attributes[1]
    return True


def _braces(state: StateInline, position: int) -> tuple[Attributes, int] | None:
    """The attributes at a position, and how many characters they take."""
    if not state.src.startswith("{", position):
        return None
    found = BRACES.match(state.src, position, state.posMax)
    attributes = parse_attributes(found[1]) if found else None
    return (attributes, len(found[0])) if found and attributes else None


def _push_pair(state: StateInline, name: str, start: int, end: int) -> Token:
    """An opening and a closing token, and between them what stands from ``start`` to ``end``."""
    opening = state.push(f"{name}_open", "", 1)
    last = state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end, last
    state.push(f"{name}_close", "", -1)
    return opening


def superscript(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "^" and _between(state, silent, "superscript", _RAISED)


def subscript(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "~" and _between(state, silent, "subscript", _LOWERED)


def _between(state: StateInline, silent: bool, name: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        _push_pair(state, name, found.start(1), found.end(1))
    state.pos = found.end()
    return True


def attributes_after(state: StateInline, silent: bool) -> bool:
    """Attributes right after a link, an image or code belong to it."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    if state.tokens[-1].type not in ("link_close", "image", "code_inline"):
        return False
    attributes = _braces(state, state.pos)
    if attributes is None:
        return False
    state.push("attributes", "", 0).meta = {"attributes": attributes[0]}
    state.pos += attributes[1]
    return True


def example(state: StateInline, silent: bool) -> bool:
    """``@label`` of an example is its number, also before the example comes; pandoc's ``(@label)``."""
    found = _EXAMPLE.match(state.src, state.pos)
    number = state.env["examples"].labelled.get(found[1]) if found else None
    if found is None or number is None or state.src[state.pos - 1 : state.pos].isalnum():
        return False
    if not silent:
        state.pending += str(number)
    state.pos = found.end()
    return True
