"""Headings: levels left out, nothing below them, full stops, and two that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model.book import Section
from ...model.nodes import Block, Division, Heading
from ...model.place import Place
from ...model.walk import plain_text
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .lines import source_lines
from .wording import shown

_HASHES = re.compile(r" {0,3}(?:> ?)?(#{1,6})(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_HIGHEST_UNDER_A_TITLE = 2  # a title in the front matter is the first level
_STOP = re.compile(r"[^\W\d_]{3,}[”’»)]?\.[”’»)]?$|[”’»)]\.$")
_ABBREVIATED = re.compile(r"\b(?:etc|Inc|Ltd|Corp|Bros|Jr|Sr|St|Co|vs|usw|ff|al)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading or a section's title; ``section`` counts the sections, a title of one is of rank 0."""

    text: str
    place: Place | None
    section: int
    rank: int


def _heads(subject: ManuscriptSubject) -> Iterator[_Head]:
    for number, section in enumerate(subject.book.sections):
        if section.title:
            yield _Head(plain_text(*section.title).strip(), section.title[0].place or section.place, number, 0)
        for block in _blocks(section.blocks):
            if isinstance(block, Heading):
                yield _Head(plain_text(block).strip(), block.place, number, block.level)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks in order, a division's one by one."""
    for block in blocks:
        if isinstance(block, Division):
            yield from _blocks(block.blocks)
        else:
            yield block


def _skipped(subject: ManuscriptSubject) -> Iterator[Found]:
    """Levels as they were typed, for in the book they are mended."""
    last: dict[str, int] = {}
    for head in _heads(subject):
        level = _typed_level(subject, head.place)
        if not level or not head.place:
            continue
        above = last.get(head.place.file, _HIGHEST_UNDER_A_TITLE - 1)
        if level > above + 1:
            below = f"one of level {above}" if head.place.file in last else "the title"
            message = f"the heading “{shown(head.text)}” is of level {level}, right below {below}"
            yield Found(message, head.place, f"write {'#' * (above + 1)} in place of {'#' * level}")
        last[head.place.file] = level


def _typed_level(subject: ManuscriptSubject, place: Place | None) -> int:
    """How many signs a heading was typed with; 0 where it was made in another way."""
    lines = source_lines(subject, place.file) if place else ()
    if not place or not 0 < place.line <= len(lines):
        return 0
    if match := _HASHES.match(lines[place.line - 1]):
        return len(match[1])
    below = _UNDERLINE.match(lines[place.line]) if place.line < len(lines) else None
    return 0 if not below else 1 if below[1][0] == "=" else 2


def _empty(subject: ManuscriptSubject) -> Iterator[Found]:
    sections = subject.book.sections
    for number, section in enumerate(sections):
        following = sections[number + 1] if number + 1 < len(sections) else None
        if not section.blocks and not (following and following.level > section.level):
            name = plain_text(*section.title).strip() or section.role.value
            yield Found(f"nothing stands below the heading “{shown(name)}”", section.place)
        yield from _empty_headings(section)


def _empty_headings(section: Section) -> Iterator[Found]:
    blocks = list(_blocks(section.blocks))
    for block, following in pairwise([*blocks, None]):
        if not isinstance(block, Heading):
            continue
        if following is None or (isinstance(following, Heading) and following.level <= block.level):
            yield Found(f"nothing stands below the heading “{shown(plain_text(block))}”", block.place)


def _full_stop(subject: ManuscriptSubject) -> Iterator[Found]:
    for head in _heads(subject):
        if _STOP.search(head.text[-80:]) and not _ABBREVIATED.search(head.text[-20:]):
            yield Found(f"the heading “{shown(head.text)}” ends in a full stop", head.place)


def _alike(subject: ManuscriptSubject) -> Iterator[Found]:
    """Two chapters may each have a part called “Before”; the same chapter, or the book, should not."""
    first: dict[tuple[int, tuple[str, ...]], _Head] = {}
    above: list[_Head] = []
    for head in _heads(subject):
        while above and above[-1].rank >= head.rank:
            above.pop()
        above.append(head)
        path = tuple(one.text.casefold() for one in above)
        other = first.setdefault((head.section if head.rank else -1, path), head)
        if other is not head and head.text:
            line = f" in line {other.place.line}" if other.place and other.place.line else ""
            yield Found(f"the heading “{shown(head.text)}” stands twice, first{line}", head.place)


SKIPPED = Rule("R131", _skipped)
EMPTY = Rule("R132", _empty)
FULL_STOP = Rule("R133", _full_stop)
ALIKE = Rule("R134", _alike)
