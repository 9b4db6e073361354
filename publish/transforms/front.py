"""Finds title, byline and date at the head of a text whose front matter does not give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..diagnostics import Report
from ..language.cues import byline, role_named
from ..language.dates import read_date, read_dateline
from ..model.book import Contributor, Metadata
from ..model.nodes import (
    Block,
    Blocks,
    Code,
    Division,
    Emphasis,
    Heading,
    Inlines,
    Paragraph,
    SmallCaps,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
    ThematicBreak,
)
from ..model.place import Place
from ..model.walk import plain_text, walk
from .source_lines import join_lines, split_lines

# A title is a line or two, not a paragraph.
_LONGEST_TITLE = 160
# What stands above a title is no more than so many lines, each no longer than so many letters.
_MOST_LINES_BEFORE, _LONGEST_BEFORE = 4, 240
# What a title may be marked with.
_MARKS = (Text, Emphasis, Strong, SmallCaps, Superscript, Subscript, Strike, Code)
_ENDS_OF_SENTENCES = (".", ":", ";", ",", "。", "：", "、", "，")
_NUMBERED_PART = re.compile(r".*\s(?:\d{1,3}|[IVXLC]{1,7})\.?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Looking:
    """What may be looked for. ``plain`` text has no front matter; a ``date`` is of use where the book can show it."""

    plain: bool
    infer: bool
    date: bool = True


def lift_front(metadata: Metadata, blocks: Blocks, looking: Looking, report: Report) -> tuple[Metadata, Blocks]:
    """The metadata with what the head of the text says, and the blocks without it.

    A heading that opens the text becomes the title where none is known, and the only one of the
    first rank also does below a few lines. Byline and date are looked for only below it, and only in
    text without front matter. Words that HTML set apart are none of these. Each find is reported. A
    dateline ("Lagos, 3 May 2024") gives its date and stays, since it names a place as well.
    """
    finder = _Finder(metadata, looking, report)
    rest = finder.lift_title(blocks)
    if not (looking.plain and looking.infer and finder.metadata.title):
        return finder.metadata, rest
    head, begin = list(rest[: finder.above]), finder.above
    while begin < len(rest) and (left := finder.lift_lines(rest[begin])) is not None:
        head += left
        begin += 1
    return finder.metadata, (*head, *rest[begin:])


class _Finder:
    """Holds what is known so far."""

    def __init__(self, metadata: Metadata, looking: Looking, report: Report) -> None:
        self.metadata = metadata
        self.above = 0  # how many blocks stand above the title
        self._looking, self._report = looking, report

    # Title -----------------------------------------------------------------------------------

    def lift_title(self, blocks: Blocks) -> Blocks:
        if not blocks:
            return blocks
        if not self.metadata.title and (found := self._lone_heading(blocks)):
            self.above, lone = found
            self._found_title(_one_line(plain_text(lone)), lone.place, lone.content)
            return (*blocks[: self.above], *blocks[self.above + 1 :])
        first = blocks[0]
        said = _one_line(plain_text(first))
        known = self.metadata.title
        if known:
            repeats = isinstance(first, (Heading, Paragraph)) and _same(said, known) and not getattr(first, "role", None)
            if repeats:
                self._report.info("M301", f"“{said}” is the title and is not set again below it", first.place, title=said)
            return blocks[1:] if repeats else blocks
        if isinstance(first, Heading) and self._is_title(first, said, blocks):
            self._found_title(said, first.place, first.content)
            return blocks[1:]
        if isinstance(first, Paragraph) and not first.tagged and self._looking.plain and self._looking.infer:
            return self._lift_title_lines(first, blocks)
        return blocks

    def _found_title(self, said: str, place: Place | None, content: Inlines = ()) -> None:
        self._report.info("M301", f"title found: “{said}”", place, title=said)
        self.metadata = replace(self.metadata, title=said, marked_title=_marked(content))

    def _lone_heading(self, blocks: Blocks) -> tuple[int, Heading] | None:
        """The only heading of the first rank, below a few lines such as a draft's banner, and where it stands."""
        at = next((at for at, block in enumerate(blocks) if not _is_short(block)), 0)
        heading = blocks[at]
        if not 0 < at <= _MOST_LINES_BEFORE or not isinstance(heading, Heading) or heading.level > 1 or heading.role:
            return None
        lone = sum(isinstance(block, Heading) and block.level == 1 for block in blocks) == 1
        said = plain_text(heading)
        if any(self._is_front(plain_text(block).strip()) for block in blocks[1:at]):
            return None  # a byline or date stands below the title, and this heading below both
        return (at, heading) if lone and said.strip() and not role_named(said, self.metadata.lang) else None

    def _is_title(self, heading: Heading, said: str, blocks: Blocks) -> bool:
        """A first heading is the title unless the headings of its rank are the chapters of the text."""
        if heading.role:
            return False
        if heading.level == 1:
            ranks = [block.level for block in blocks if isinstance(block, Heading) and not block.role]
            return ranks.count(1) == 1 or self._has_front_below(blocks)
        if self._stands_above_all(heading, said, blocks):
            return True
        in_capitals = self._looking.plain and self._looking.infer and said.isupper()
        return in_capitals and not _NUMBERED_PART.fullmatch(said) and not role_named(said, self.metadata.lang)

    def _stands_above_all(self, heading: Heading, said: str, blocks: Blocks) -> bool:
        """Whether no other heading is of its rank or a higher one, and its words name no part of a text."""
        others = [block.level for block in blocks[1:] if isinstance(block, Heading)]
        part = heading.guessed or _NUMBERED_PART.fullmatch(said) or role_named(said, self.metadata.lang)
        return bool(said) and not part and all(level > heading.level for level in others)

    def _has_front_below(self, blocks: Blocks) -> bool:
        """Whether chapters begin, or a byline or date stands, right below the first heading."""
        match blocks[1]:
            case Heading(level=1):
                return True
            case Paragraph(content=content, tagged=False) if self._looking.plain and self._looking.infer:
                return all(self._is_front(plain_text(*line).strip()) for line in split_lines(content, breaks=True))
            case _:
                return False

    def _is_front(self, line: str) -> bool:
        lang = self.metadata.lang
        return bool(read_date(line, lang) or read_dateline(line, lang) or byline(line, lang, bare=True))

    def _lift_title_lines(self, paragraph: Paragraph, blocks: Blocks) -> Blocks:
        """A first paragraph may hold the title alone, or title, byline and date each on a line."""
        lines = split_lines(paragraph.content, breaks=True)
        title = 1
        while title < len(lines) and not self._is_front(plain_text(*lines[title]).strip()):
            title += 1
        said = _one_line(plain_text(*join_lines(lines[:title])))
        if not 0 < len(said) <= _LONGEST_TITLE or said.endswith(_ENDS_OF_SENTENCES):
            return blocks
        self._found_title(said, paragraph.place)
        below = join_lines(lines[title:])
        return (replace(paragraph, content=below, place=below[0].place), *blocks[1:]) if below else blocks[1:]

    # Byline and date -------------------------------------------------------------------------

    def lift_lines(self, block: Block) -> list[Block] | None:
        """What is left of a paragraph when byline and date are taken from it; None if it is text."""
        if not isinstance(block, Paragraph) or block.tagged:
            return None
        before, found = self.metadata, Report()
        left: list[Inlines] = []
        for line in split_lines(block.content, breaks=True):
            said = plain_text(*line).strip()
            place = line[0].place if line else block.place
            if self._lift_date(said, place, found) or self._lift_byline(said, place, found):
                continue
            if not self._is_date(said, place, found):
                self.metadata = before
                return None
            left.append(line)
        self._report.extend(found)
        return [replace(block, content=join_lines(left))] if left else []

    def _lift_date(self, line: str, place: Place | None, report: Report) -> bool:
        date = read_date(line, self.metadata.lang) if self._looking.date and not self.metadata.date else None
        if date:
            report.info("M303", f"date found: “{line}” → {date}", place, taken=line, date=date)
            self.metadata = replace(self.metadata, date=date)
        return bool(date)

    def _is_date(self, line: str, place: Place | None, report: Report) -> bool:
        """A dateline gives its date where that is wanted; it and any other date stay."""
        dateline = read_dateline(line, self.metadata.lang)
        if dateline and self._looking.date and not self.metadata.date:
            report.info("M303", f"date found: “{line}” → {dateline[1]}; the line stays", place, words=line, date=dateline[1])
            self.metadata = replace(self.metadata, date=dateline[1])
        return bool(dateline or read_date(line, self.metadata.lang))

    def _lift_byline(self, line: str, place: Place | None, report: Report) -> bool:
        names = byline(line, self.metadata.lang, bare=True) if not self.metadata.contributors else None
        if names:
            report.info("M302", f"byline found: “{line}” → {', '.join(names)}", place, taken=line, names=tuple(names))
            self.metadata = replace(self.metadata, contributors=tuple(Contributor(name) for name in names))
        return bool(names)


def _is_short(block: Block) -> bool:
    part = isinstance(block, Division) and block.role is not None
    return isinstance(block, (Paragraph, ThematicBreak, Division)) and not part and len(plain_text(block)) <= _LONGEST_BEFORE


def _marked(content: Inlines) -> Inlines:
    """A title with its marks, where it has some, and nothing else that a title page could not set."""
    nodes = [*walk(*content)]
    plain = all(isinstance(node, Text) for node in nodes)
    fits = all(isinstance(node, _MARKS) and not (isinstance(node, Text) and "\n" in node.text) for node in nodes)
    return content if fits and not plain else ()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _same(one: str, other: str) -> bool:
    """Whether two titles differ in nothing but case, spaces and the form of apostrophes and quotes."""
    one, other = (_one_line(re.sub("[’‘'“”„«»\"]", "'", text)).casefold() for text in (one, other))
    return one == other
