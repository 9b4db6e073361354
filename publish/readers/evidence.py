"""What a text is written in, told by what stands in it: Markdown, or plain text.

The ending of its name decides only where the text itself says too little. One sign alone, a star or a number sign, says
nothing: people type them for other ends. Marks count that are made as Markdown makes them, and more where pages or
indents speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, islice

from .text import is_clear_heading


class Syntax(Enum):
    MARKDOWN = "markdown"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text is written in, what says so, and on which of its lines, from 0, the first of that stands."""

    syntax: Syntax
    marks: tuple[str, ...]
    line: int


# By what they are called: how much they weigh, and the first line with one.
_Found = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _MarkdownMark:
    """A mark of Markdown: what it is called, a sign in it, how much each weighs, and how many of them count."""

    name: str
    sign: str
    pattern: str
    weight: int
    most: int = 2


# Words of one paragraph between two marks, neither of which stands beside a space.
_INSIDE = r"(?=\S)(?:[^\n{0}]|\n(?![ \t]*\n)){{1,200}}(?<=\S)"
_MARKS = (
    _MarkdownMark("links", "](", r"(?<![\\\w])!?\[[^\[\]\n]{1,300}\]\((?:[a-z]{2,10}:|[#/.]|[\w%-]{1,200}[./#])[^\s()]{0,2000}(?:\s+[\"'][^\n]{0,200})?\)", 2),
    _MarkdownMark("notes", "[^", r"(?m)^ {0,3}\[\^[^\[\]\s]{1,80}\]:[ \t]", 2),
    _MarkdownMark("tables", "--", r"(?m)^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$", 2),
    _MarkdownMark("blocks of code", "```", r"(?m)^ {0,3}```[^`\n]{0,80}$", 1),
    _MarkdownMark("divisions", ":::", r"(?m)^:{3,}[ \t]*[\w{][^\n]{0,80}$", 2),
    _MarkdownMark("strong emphasis", "**", r"(?<![\\*])\*\*" + _INSIDE.format("*") + r"\*\*(?!\*)", 1),
    _MarkdownMark("emphasis", "*", rf"(?<![\\*\w])\*{_INSIDE.format('*')}\*(?![*\w])", 1, 1),
    _MarkdownMark("emphasis by low lines", "_", rf"(?<![\\\w])_{_INSIDE.format('_')}_(?!\w)", 1, 1),
    _MarkdownMark("block quotes", ">", r"(?:^|\n[ \t]*\n)> ?\S", 1, 1),
    _MarkdownMark("code", "`", r"(?<!`)`[^`\n]{1,200}`(?!`)", 1, 1),
    _MarkdownMark("HTML", "<", r"</?[a-z][a-z0-9]{0,12}(?:\s[^<>\n]{0,200})?/?>", 1, 1),
    _MarkdownMark("comments", "--", r"<!--(?:(?!<!--)(?s:.)){0,20000}?-->", 2),
    _MarkdownMark("private comments", "%%", r"(?<![\w%])%%(?s:[^%]){1,20000}?%%(?![\w%])", 2),
    _MarkdownMark("escaped marks", "\\", r"\\[*_#\[\]`>]", 1, 1),
    _MarkdownMark("lines of verse", "| ", r"(?m)^\| \S.*\n\| ", 1, 1),
)  # fmt: skip
_ENOUGH, _ENOUGH_AGAINST = 2, 4
_HEADING = re.compile(r" {0,3}(?:#[ \t]+(?!\d)|#{2,6}[ \t]+)[^\s#]")
_LONGEST_HEADING = 160
# A paragraph of prose set in, which Markdown would take for code, and a line that nothing stands above or below.
_PROSE_SET_IN = re.compile(r"(?:\A|\n[ \t]*\n)(?: {4,12}|\t)[^\W\d_][^\n]{50}")
# Each begins with a sign, where it can, and is found fast.
_SET_IN = ("\n    ", "\n\t")
_ALONE = r"[^\n]{1,60}(?=\n\n|\n?\Z)"
_FIRST_ALONE, _LINE_ALONE = re.compile(_ALONE), re.compile(r"\n\n" + _ALONE)
_OF_A_LIST = re.compile(r"\s*(?:[-*+•]|\d{1,4}[.)])\s")
_FEWEST_SET_IN, _FEWEST_HEADINGS = 2, 2
# In letters: a text that does not say by its beginning what it is does not say it at all.
_BEGINNING = 100_000


def evidence_of(text: str, named: Syntax, front_matter: bool) -> Evidence | None:
    """What a text is, against what it is named; None where it could be as named."""
    text = text[:_BEGINNING]
    against = tuple(_plain_marks(text))
    if named is Syntax.MARKDOWN and not against:
        return None
    found = dict(_markdown_marks(text))
    if named is Syntax.MARKDOWN:
        return None if found else _evidence(Syntax.TEXT, dict(against))
    weight = sum(weight for weight, _ in found.values()) + (front_matter and bool(found))
    return _evidence(Syntax.MARKDOWN, found) if weight >= (_ENOUGH_AGAINST if against else _ENOUGH) else None


def _evidence(syntax: Syntax, found: _Found) -> Evidence:
    return Evidence(syntax, tuple(found), min(line for _, line in found.values()))


def _markdown_marks(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The marks of Markdown in a text, each with what it weighs and its first line."""
    headings = list(islice(_headings(text.split("\n")), 2)) if "#" in text else []
    if headings:
        yield "headings after #", (2 * len(headings), headings[0])
    for mark in _MARKS:
        if mark.sign in text and (found := list(islice(re.finditer(mark.pattern, text), mark.most))):
            yield mark.name, (mark.weight * len(found), _line_of(found[0], text))


def _line_of(match: re.Match[str], text: str) -> int:
    """The line, from 0, on which what was found begins: line ends before it are not of it."""
    return text.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip()))


def _headings(lines: Sequence[str]) -> Iterator[int]:
    """Lines after # that stand alone and have text below them, not another of their kind: those may be numbered items."""
    waiting = -1
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        alone = not (number and lines[number - 1].strip()) and len(line) <= _LONGEST_HEADING
        if alone and _HEADING.match(line):
            if waiting >= 0 and _depth(lines[waiting]) < _depth(line):
                yield waiting
            waiting = number
            continue
        if waiting >= 0 and not _HEADING.match(line):
            yield waiting
        waiting = -1


def _depth(line: str) -> int:
    words = line.lstrip()
    return len(words) - len(words.lstrip("#"))


def _plain_marks(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """What only plain text has, as above: ends of pages, paragraphs set in, headings in capitals."""
    if "\f" in text:
        yield "ends of pages", (1, text.count("\n", 0, text.index("\f")))
    for name, fewest, found in (
        ("paragraphs set in", _FEWEST_SET_IN, _set_in(text)),
        ("headings in capitals", _FEWEST_HEADINGS, _in_capitals(text)),
    ):
        first = list(islice(found, fewest))
        if len(first) == fewest:
            yield name, (fewest, _line_of(first[0], text))


def _set_in(text: str) -> Iterator[re.Match[str]]:
    """The beginnings of paragraphs of prose that are set in, where no list is near that they could belong to."""
    if not any(sign in f"\n{text}" for sign in _SET_IN):
        return
    for match in _PROSE_SET_IN.finditer(text):
        before = text[: match.start()].rstrip()
        if not _OF_A_LIST.match(before[before.rfind("\n") + 1 :]):
            yield match


def _in_capitals(text: str) -> Iterator[re.Match[str]]:
    first = _FIRST_ALONE.match(text)
    alone = chain((first,) if first else (), _LINE_ALONE.finditer(text))
    return (match for match in alone if is_clear_heading(match[0].strip()))
