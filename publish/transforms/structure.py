"""Finds the sections of a text and what they are for: chapters, demands, contact, imprint …

An author's own marks come first: a fenced division with a role, a heading marked with one. What
else is recognised is inferred from the words, reported as such, and can be switched off.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..diagnostics import Report
from ..language.cues import role_named
from ..model.book import Section
from ..model.kinds import Role
from ..model.nodes import Block, Blocks, Division, Heading, Inlines, List, Paragraph, ThematicBreak
from ..model.place import Place
from ..model.walk import plain_text
from .announced import announced_lead, announces_list, closes_with_contact, split_announcement
from .endings import closing_paragraphs
from .outline import even_ranks
from .quotations import set_quotations

# These open a text; further on they belong to the chapter that they stand in.
_BEFORE_THE_TEXT = {Role.DEDICATION, Role.EPIGRAPH}
# A heading of lower rank that happens to be called "Notes" is one of its chapter's own, and one
# that is called as a part of a whole book is that inside a chapter, too.
_LOWEST_RANK = 2
_BESIDE_CHAPTERS = {Role.FOREWORD, Role.INTRODUCTION, Role.AFTERWORD, Role.APPENDIX, Role.ABOUT}
# In letters: more than a few lines that call to act, and how to reach the publishers, are a part of their own.
_LONGEST_CALL = 600


@dataclass(slots=True)
class _Open:
    """The section that blocks are being added to; ``rank`` is its heading's, 0 without one."""

    role: Role = Role.CHAPTER
    title: Inlines = ()
    lead: Inlines = ()
    id: str = ""
    lang: str = ""
    level: int = 1
    rank: int = 0
    place: Place | None = None
    blocks: list[Block] = field(default_factory=list)

    def close(self) -> Section:
        blocks = even_ranks(tuple(self.blocks))
        if self.role is Role.DEMANDS:
            blocks = _number_demands(blocks)
        place = self.place or (blocks[0].place if blocks else None)
        return Section(self.role, blocks, title=self.title, lead=self.lead, id=self.id, lang=self.lang, level=self.level, place=place)


class _Sections:
    """Takes the blocks of a text one after the other and parts them into sections."""

    def __init__(self, blocks: Blocks, lang: str, infer: bool, report: Report) -> None:
        self._blocks, self._lang, self._infer, self._report = blocks, lang, infer, report
        self._done: list[Section] = []
        self._open = _Open()
        self._chapter_rank = 0  # of the last chapter with a title
        self._text_begun = False
        ranks = [block.level for block in blocks if isinstance(block, Heading)]
        self._lowest_rank = max(_LOWEST_RANK, min(ranks, default=0))
        self._closing = closing_paragraphs(blocks, self._role_of) if infer else range(0)

    def find(self) -> tuple[Section, ...]:
        for index, block in enumerate(self._blocks):
            if isinstance(block, Division) and block.role and self._is_section(block.role):
                self._take_division(block, block.role)
            elif isinstance(block, Heading) and self._opens(block):
                self._take_heading(block)
            elif self._infer and isinstance(block, Paragraph):
                self._take_paragraph(block, index)
            else:
                self._take(block)
        self._start(_Open())
        return tuple(self._done)

    def _start(self, section: _Open) -> None:
        """Close the open section, if there is anything in it, and open another."""
        before = self._open
        if before.blocks or before.title or before.lead:
            self._done.append(before.close())
        self._open = section

    def _add(self, block: Block) -> None:
        self._open.blocks.append(block)
        self._text_begun = self._text_begun or self._open.role is Role.CHAPTER

    def _take(self, block: Block) -> None:
        """A block that opens nothing; after demands that were inferred only lists belong to them."""
        if self._demands_are_over() and not isinstance(block, List) and not self._calls_to_act(block):
            self._start(_Open(level=self._open.level))
        self._add(block)

    def _demands_are_over(self) -> bool:
        """Whether the open section is one of demands that nobody marked, and has its list."""
        inferred = self._open.role is Role.DEMANDS and not self._open.rank
        return inferred and bool(self._open.blocks) and isinstance(self._open.blocks[-1], List)

    def _calls_to_act(self, block: Block) -> bool:
        """Whether this is one of the few lines that close a text below its demands, which nobody would look for on a page of their own."""
        closing = self._blocks[self._closing.start : self._closing.stop]
        follows = self._closing.start and self._blocks[self._closing.start - 1] is self._open.blocks[-1]
        return bool(follows) and any(block is one for one in closing) and len(plain_text(*closing)) <= _LONGEST_CALL

    def _is_section(self, role: Role) -> bool:
        """Whether a part with this role stands alone here, or inside the chapter."""
        return role not in _BEFORE_THE_TEXT or not self._text_begun

    def _level(self, rank: int = 0) -> int:
        """2 for what is a part of a chapter: of lower rank than its title, or without a rank."""
        return 2 if self._chapter_rank and (not rank or rank > self._chapter_rank) else 1

    # Divisions -----------------------------------------------------------------------------

    def _take_division(self, division: Division, role: Role) -> None:
        blocks, name = division.blocks, division.id
        title: Inlines = ()
        lead: Inlines = ()
        if not blocks:
            self._report.warning("M314", f"there is nothing in this {role.value} part", division.place)
        if blocks and isinstance(heading := blocks[0], Heading):
            title, blocks = heading.content, blocks[1:]
            name = name or (heading.id if title else "")
        if role is Role.DEMANDS:
            lead, blocks = announced_lead(blocks)
        level = self._level() if role is Role.DEMANDS else 1
        self._start(_Open(role, title, lead, name, division.lang, level, place=division.place, blocks=list(blocks)))
        self._start(_Open(level=level))

    # Headings ------------------------------------------------------------------------------

    def _opens(self, heading: Heading) -> bool:
        """Whether a heading begins a section: one of the first rank, one with a role, or the end of one."""
        return heading.level == 1 or heading.level <= self._open.rank or self._role_of(heading) is not None

    def _role_of(self, heading: Heading) -> Role | None:
        if heading.role or not self._infer:
            return heading.role
        role = role_named(plain_text(heading), self._lang)
        if role is None or role is Role.DEMANDS:
            return role
        inside = role in _BESIDE_CHAPTERS and self._level(heading.level) > 1
        return None if inside or heading.level > self._lowest_rank or not self._is_section(role) else role

    def _take_heading(self, heading: Heading) -> None:
        role = self._role_of(heading)
        if role and not heading.role:
            self._report.info("M310", f"“{plain_text(heading)}” is taken for the {role.value} section", heading.place)
        role = role or Role.CHAPTER
        level = self._level(heading.level)
        if role is Role.CHAPTER and level == 1:
            self._chapter_rank, self._text_begun = heading.level, True
        self._start(_Open(role, heading.content, (), heading.id, "", level, heading.level, heading.place))

    # Paragraphs ----------------------------------------------------------------------------

    def _take_paragraph(self, paragraph: Paragraph, index: int) -> None:
        before_list = index + 1 < len(self._blocks) and isinstance(self._blocks[index + 1], List)
        if before_list and (parted := split_announcement(paragraph, self._lang)):
            self._take_announcement(paragraph, *parted)
        elif before_list and self._demands_are_over() and announces_list(paragraph):
            self._add(paragraph)  # "And of the county:" between two lists of demands
        elif index in self._closing and self._is_contact(index):
            self._report.info("M312", f"contact found: “{_short(plain_text(paragraph))}”", paragraph.place)
            self._end_at_break()
            self._start(_Open(Role.CONTACT, place=paragraph.place, blocks=[paragraph]))
        else:
            self._take(paragraph)

    def _is_contact(self, index: int) -> bool:
        closing = [block for block in self._blocks[index : self._closing.stop] if isinstance(block, Paragraph)]
        return self._open.role is not Role.CONTACT and closes_with_contact(closing, self._lang)

    def _take_announcement(self, paragraph: Paragraph, before: Inlines, lead: Inlines) -> None:
        """The last sentence of a paragraph becomes the lead-in of the demands; the rest stays.

        Below a heading of demands it only does if nothing stands between: their order is the author's.
        """
        if self._open.role is Role.DEMANDS and (self._open.rank or self._demands_are_over()):
            if before or self._open.blocks or self._open.lead:
                self._add(paragraph)
            else:
                self._open.lead = lead
            return
        self._report.info("M311", f"demands found after “{_short(plain_text(*lead))}”", paragraph.place)
        if before:
            self._take(replace(paragraph, content=before))
        self._end_at_break()
        self._start(_Open(Role.DEMANDS, lead=lead, level=self._level(), place=lead[0].place))

    def _end_at_break(self) -> None:
        """A new section says what a break at the end of the one before it said."""
        while self._open.blocks and isinstance(self._open.blocks[-1], ThematicBreak):
            self._open.blocks.pop()


def find_sections(blocks: Blocks, lang: str, infer: bool, report: Report) -> tuple[Section, ...]:
    """The sections of a text in the author's order. With ``infer`` off only marks count."""
    if infer:
        blocks = set_quotations(blocks, lang, report)
    return _Sections(blocks, lang, infer, report).find()


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _number_demands(blocks: Blocks) -> Blocks:
    """Demands are quoted by number: their lists are ordered, and count on from one to the next."""
    numbered: list[Block] = []
    following = 0  # none before
    for block in blocks:
        if isinstance(block, List):
            start = following or (block.start if block.ordered else 1)
            block = replace(block, ordered=True, start=start)
            following = start + len(block.items)
        numbered.append(block)
    return tuple(numbered)
