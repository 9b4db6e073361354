"""Plain text: paragraphs parted by blank lines, lists by their marks, headings only where they are clear."""

from __future__ import annotations

import re

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Heading, Paragraph, ThematicBreak
from ..model.place import Place
from .bare_links import link_addresses
from .bullets import gather_lists, mark_in_text
from .source import Source

_RULE = re.compile(r"(?:[*_=~•·#–—-]\s*){3,}")
_UNDERLINE = re.compile(r"(?P<first>={3,})|-{3,}")
_NUMBERED_PART = re.compile(
    r"(?:chapter|part|section|kapitel|teil|chapitre|partie|capítulo|capitolo|parte|bölüm)"
    r"\s+(?:\d{1,3}|[IVXLC]{1,7})",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60

_Line = tuple[int, str]


def read_text(source: Source, report: Report) -> Blocks:
    """The blocks of a plain text. Headings that were found are reported as M131, lists as M130."""
    groups = _groups(source)
    blocks = [_block(group, source.file, group is groups[-1], report) for group in groups]
    return gather_lists(blocks, mark_in_text, report)


def _groups(source: Source) -> list[list[_Line]]:
    """The lines between blank lines and page ends, each with its number."""
    groups: list[list[_Line]] = [[]]
    for number, line in enumerate(source.text.split("\n"), source.line):
        for page, part in enumerate(line.split("\f")):
            part = part.strip()
            if (page or not part) and groups[-1]:
                groups.append([])
            if part:
                groups[-1].append((number, part))
    return [group for group in groups if group]


def _block(group: list[_Line], file: str, last: bool, report: Report) -> Block:
    place = Place(file, group[0][0])
    first = group[0][1]
    if len(group) == 1 and _RULE.fullmatch(first):
        return ThematicBreak(place=place)
    content = tuple(link_addresses("\n".join(line for _, line in group), place))
    level = 0 if last else _heading_level(group)
    if not level:
        return Paragraph(content, place=place)
    title = tuple(link_addresses(first, place))
    report.info("M131", f"“{first}” was read as a heading", place)
    return Heading(level, title, guessed=len(group) == 1, place=place)


def _heading_level(group: list[_Line]) -> int:
    title = group[0][1]
    if len(title) > _LONGEST_HEADING:
        return 0
    if len(group) == 2 and (line := _UNDERLINE.fullmatch(group[1][1])):
        return 1 if line["first"] else 2
    return 2 if len(group) == 1 and is_clear_heading(title) else 0


def is_clear_heading(line: str) -> bool:
    """Whether a line that stands alone is a heading by its words: a numbered part, or one in capitals."""
    return len(line) <= _LONGEST_HEADING and bool(_NUMBERED_PART.fullmatch(line) or _in_capitals(line))


def _in_capitals(title: str) -> bool:
    """Written in capitals, and neither an abbreviation nor a cry nor a sentence nor an item; parts have letters: ``II. THE STRIKE``."""
    letters = [letter for letter in title if letter.isalpha()]
    if len(letters) < 5 or title[-1] in ".,;:!?…":
        return False
    mark = mark_in_text(title)
    return title.isupper() and (mark is None or mark.kind.is_lettered)
