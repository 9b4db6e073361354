"""One line of Markdown: a title, a name, what metadata say in words."""

from __future__ import annotations

from typing import Any

from markdown_it.token import Token

from ..diagnostics import Report
from ..model.nodes import Image, Inline, Inlines, Link, Note, Text
from ..model.place import Place
from ..model.walk import map_inlines, plain_text, walk
from .html_findings import HtmlFindings
from .item_marks import Examples
from .markdown_html import MEANING, parse_tag
from .markdown_inline import InlineBuilder
from .markdown_private import Private
from .markdown_syntax import make_parser

# Without one of these there is nothing to read.
_SIGNS = frozenset("*_`~^[\\<&{!%")


def read_words(text: str, place: Place, report: Report) -> Inlines:
    """The words as inlines, without links: what they stand on is no page to follow one from.

    Tags that mean nothing are words like others (``The Rights <of> Man``). Words with a note or a picture
    among them, which no title can hold, stay as they were written.
    """
    if not _SIGNS & set(text):
        return (Text(text, place=place),) if text else ()
    private, html = Private(), HtmlFindings(report)
    tokens = _tokens(text, private)
    content = InlineBuilder(lambda line: place, report, html, lambda *_: None, 0).build(tokens, 0)
    html.tell()
    private.lines.extend(0 for _ in html.comments)
    private.tell(lambda line: place, report)
    if any(isinstance(node, (Note, Image)) for node in walk(*content)):
        return (Text(text, place=place),)
    return map_inlines(content, lambda node: _without_link(node, report))


def _tokens(text: str, private: Private) -> list[Token]:
    md: Any = make_parser()
    env: dict[str, Any] = {"calls": lambda label: None, "closings": {}, "references": {}, "duplicate_refs": []}
    env |= {"examples": Examples(), "private": private}
    tokens: list[Token] = md.inline.parse(text, md, env, [])
    for token in tokens:
        tag = parse_tag(token.content) if token.type == "html_inline" else None
        if (tag and tag.name not in MEANING and tag.name != "br") or token.type == "note_link":
            token.type = "text"
    return tokens


def _without_link(node: Inline, report: Report) -> Inlines:
    if not isinstance(node, Link):
        return (node,)
    if plain_text(*node.content) not in node.target:
        report.info("M164", "this link was left out; its words are kept", node.place, "a link can stand in the text")
    return node.content
