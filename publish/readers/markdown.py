"""Markdown: CommonMark, and what pandoc's users expect beside it.

Three passes: markdown-it finds the blocks; the text of each is parsed into inline tokens, which
also tells which notes are called; then the nodes are built.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markdown_it.token import Token

from ..diagnostics import PublishError, Report
from ..model.nodes import Blocks
from ..model.place import Place
from .attributes import BRACES, parse_attributes
from .item_marks import Examples
from .left_over import LeftOver
from .markdown_blocks import BlockBuilder
from .markdown_inline import refuse_depth
from .markdown_notes import Notes
from .markdown_private import Private
from .markdown_syntax import DEEPEST, Markdown, TooDeep, make_parser
from .markdown_table_rules import TableDoubts
from .source import Source

# Reading takes up to a tenth of a millisecond for each bracket, less for each of the others. The
# limits are several times what the thickest book has, and keep a hostile text to a few seconds.
_LIMITS = (
    ("[", 20_000, "opening brackets"),
    ("^", 50_000, "carets"),
    ("~", 50_000, "tildes"),
    ("$", 20_000, "dollar signs"),
    ("|", 200_000, "table cells"),
    ("<", 200_000, "HTML tags"),
    ("*", 300_000, "asterisks"),
    ("_", 300_000, "underscores"),
    ("\n", 200_000, "lines"),
)
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_HEADING_ATTRIBUTES = re.compile(r"(?<!\\)" + BRACES.pattern + r"\s*$")


def read_markdown(source: Source, report: Report, examples: Examples | None = None) -> Blocks:
    """The blocks of a Markdown text; raises M108 for what is nested too deep, M109 for far too much of a thing."""
    _refuse_excess(source)
    places: dict[int, Place] = {}

    def place(line: int) -> Place:
        if line not in places:
            places[line] = Place(source.file, source.line + line)
        return places[line]

    md, notes, references = make_parser(), Notes(report), _References()
    private, left_over = Private(), LeftOver()
    env: dict[str, Any] = {"calls": notes.call, "closings": {}, "references": references, "duplicate_refs": []}
    env |= {"doubts": TableDoubts(), "examples": examples or Examples(), "private": private}
    tokens: list[Token] = []
    md.block.parse(source.text.replace("\f", " "), md, env, tokens)
    notes.find(tokens, place)
    _parse_inlines(md, tokens, env, notes, place)
    notes.settle()
    left_over.look(tokens)
    builder = BlockBuilder(tokens, place, _indents(source), report, notes)
    blocks = builder.build()
    builder.html.tell()
    private.lines.extend(comment.line - source.line for comment in builder.html.comments)
    env["doubts"].report(place, report)
    references.report_unused(env, place, report)
    private.tell(place, report)
    left_over.tell(place, report)
    return blocks


def _indents(source: Source) -> Callable[[int], int]:
    """Tells how many spaces a line of the file begins with, which Markdown takes off."""
    lines = source.text.split("\n")

    def indent(line: int) -> int:
        text = lines[line - source.line].expandtabs(4)
        return len(text) - len(text.lstrip(" "))

    return indent


def _refuse_excess(source: Source) -> None:
    for character, limit, name in _LIMITS:
        if source.text.count(character) > limit:
            raise PublishError(
                "M109", f"the manuscript has more than {limit:,} {name}", Place(source.file),
                "split the manuscript into a folder of several files with a publication.yaml",
            )  # fmt: skip


def _parse_inlines(md: Markdown, tokens: list[Token], env: dict[str, Any], notes: Notes, place: Any) -> None:
    inline: Any = md.inline
    outer: list[Any] = []
    for number, token in enumerate(tokens):
        notes.enter(number, token, outer)
        if token.type != "inline":
            continue
        if number and tokens[number - 1].type == "heading_open":
            _take_attributes(token)
        inline.first_line = token.map[0] if token.map else 0
        try:
            inline.parse(token.content, md, env, token.children)
        except TooDeep as error:
            refuse_depth(DEEPEST + 1, place(error.line))


def _take_attributes(heading: Token) -> None:
    """``# Title {#id .demands}``: the braces are no part of the title."""
    found = _HEADING_ATTRIBUTES.search(heading.content) if heading.content.endswith("}") else None
    attributes = parse_attributes(found[1]) if found and not _ends_in_marked_words(heading.content[: found.start()]) else None
    if found and attributes:
        heading.content = _CLOSING_HASHES.sub("", heading.content[: found.start()]).rstrip()
        heading.meta = {"attributes": attributes}


def _ends_in_marked_words(title: str) -> bool:
    """Whether braces that follow at once belong to the title's last words: ``[words]``, ``[words](link)`` or code."""
    if title.endswith(")"):
        title = title[: max(_opening(title, "(", ")"), 0)]
    return title.endswith("`") or (title.endswith("]") and _opening(title, "[", "]") >= 0)


def _opening(text: str, opening: str, closing: str) -> int:
    """Where the bracket opens that the last letter of a text closes; -1 where none does."""
    depth = 0
    for found in reversed(list(re.finditer(rf"(?<!\\)[{re.escape(opening + closing)}]", text))):
        depth += 1 if found[0] == closing else -1
        if not depth:
            return found.start()
    return -1


class _References(dict[str, Any]):
    """Link definitions, remembering which were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._used: set[str] = set()

    def get(self, label: str, default: Any = None) -> Any:
        if label in self:
            self._used.add(label)
        return super().get(label, default)

    def report_unused(self, env: dict[str, Any], place: Any, report: Report) -> None:
        """M116: words after ``[label]:`` that nothing calls would be lost unseen. ``#`` is a comment's target."""
        for label, found in self.items():
            if label not in self._used and found["href"] != "#":
                _unused(label, found, "is never used", place, report)
        for found in env.get("duplicate_refs", ()):
            _unused(found["label"], found, "is defined a second time", place, report)


def _unused(label: str, found: dict[str, Any], reason: str, place: Any, report: Report) -> None:
    hint = "if these words belong to the text, write a backslash before the first bracket"
    report.warning("M116", f"the link [{label.lower()}] {reason} and was left out", place(found["map"][0]), hint)
