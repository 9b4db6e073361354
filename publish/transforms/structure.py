"""Finds the sections of a text and what they are for: chapters, demands, contact, imprint …

An author's own marks come first: a fenced division with a role, a heading marked with one. What
else is recognised is inferred from the words, reported as such, and can be switched off.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..diagnostics import Report
from ..language.cues import role_named
from ..model.book import Section
from ..model.nodes import Block, Blocks, Division, Heading, Inlines, List, Paragraph, Role
from ..model.place import Place
from ..model.walk import plain_text
from .announced import announced_lead, closes_with_contact, split_announcement
from .quotations import set_quotations

# These open a text; further on they belong to the chapter that they stand in.
_BEFORE_THE_TEXT = {Role.DEDICATION, Role.EPIGRAPH}


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
        blocks = _even_ranks(tuple(self.blocks))
        if self.role is Role.DEMANDS:
            blocks = _number_demands(blocks)
        place = self.place or (blocks[0].place if blocks else None)
        return Section(
            self.role, blocks, title=self.title, lead=self.lead, id=self.id, lang=self.lang, level=self.level, place=place
        )


class _Sections:
    """Takes the blocks of a text one after the other and parts them into sections."""

    def __init__(self, lang: str, infer: bool, report: Report) -> None:
        self._lang, self._infer, self._report = lang, infer, report
        self._done: list[Section] = []
        self._open = _Open()

    def find(self, blocks: Blocks) -> tuple[Section, ...]:
        for index, block in enumerate(blocks):
            if isinstance(block, Division) and block.role and self._is_section(block.role):
                self._take_division(block)
            elif isinstance(block, Heading) and self._opens(block):
                self._take_heading(block)
            elif isinstance(block, Paragraph) and self._infer:
                self._take_paragraph(block, blocks, index)
            else:
                self._open.blocks.append(block)
                self._after_demands(block)
        self._start(_Open())
        return tuple(self._done)

    def _start(self, section: _Open) -> None:
        """Close the open section, if there is anything in it, and open another."""
        before = self._open
        if before.blocks or before.title or before.lead:
            self._done.append(before.close())
        self._open = section

    def _is_section(self, role: Role) -> bool:
        """Whether a division with this role stands alone here, or inside the chapter."""
        return role not in _BEFORE_THE_TEXT or not (self._open.blocks or any(s.role is Role.CHAPTER for s in self._done))

    # Divisions -----------------------------------------------------------------------------

    def _take_division(self, division: Division) -> None:
        blocks, title, lead = division.blocks, (), ()
        if blocks and isinstance(blocks[0], Heading):
            title, blocks = blocks[0].content, blocks[1:]
        if division.role is Role.DEMANDS:
            lead, blocks = announced_lead(blocks)
        level = 2 if self._inside_a_chapter() and division.role is Role.DEMANDS else 1
        self._start(_Open(division.role, title, lead, division.id, division.lang, level, place=division.place, blocks=list(blocks)))
        self._start(_Open(level=level))

    # Headings ------------------------------------------------------------------------------

    def _opens(self, heading: Heading) -> bool:
        """Whether a heading begins a section: one of the first rank, one with a role, or the end of one."""
        ends_a_role = self._open.role is not Role.CHAPTER and heading.level <= self._open.rank
        return heading.level == 1 or ends_a_role or self._role_of(heading) is not None

    def _role_of(self, heading: Heading) -> Role | None:
        if heading.role or not self._infer:
            return heading.role
        return role_named(plain_text(heading), self._lang)

    def _take_heading(self, heading: Heading) -> None:
        role = self._role_of(heading)
        if role and not heading.role:
            self._report.info("M310", f"“{plain_text(heading)}” is taken for the {role.value} section", heading.place)
        level = 2 if heading.level > 1 and self._inside_a_chapter() else 1
        self._start(_Open(role or Role.CHAPTER, heading.content, (), heading.id, "", level, heading.level, heading.place))

    def _inside_a_chapter(self) -> bool:
        """Whether the text has chapters with titles, of which a section of lower rank is a part."""
        titled = [*(s.title for s in self._done if s.role is Role.CHAPTER), self._open.role is Role.CHAPTER and self._open.title]
        return any(titled)

    # Paragraphs ----------------------------------------------------------------------------

    def _take_paragraph(self, paragraph: Paragraph, blocks: Blocks, index: int) -> None:
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(following, List) and (parted := split_announcement(paragraph, self._lang)):
            self._announce_demands(paragraph, *parted)
        elif self._open.role is not Role.CONTACT and closes_with_contact(blocks[index:], self._lang):
            self._report.info("M312", f"contact found: “{_short(plain_text(paragraph))}”", paragraph.place)
            self._start(_Open(Role.CONTACT, place=paragraph.place, blocks=[paragraph]))
        elif self._open.role is Role.DEMANDS and not self._open.rank and _ends_in_list(self._open.blocks):
            self._start(_Open(level=self._open.level, blocks=[paragraph]))
        else:
            self._open.blocks.append(paragraph)

    def _announce_demands(self, paragraph: Paragraph, before: Inlines, lead: Inlines) -> None:
        """The last sentence of a paragraph becomes the lead-in of the demands; the rest stays."""
        already = self._open.role is Role.DEMANDS and not self._open.blocks and not self._open.lead
        if not already:
            self._report.info("M311", f"demands found after “{_short(plain_text(*lead))}”", paragraph.place)
        if before:
            self._open.blocks.append(replace(paragraph, content=before))
        if already and not before:
            self._open.lead = lead
            return
        level = 2 if self._inside_a_chapter() else 1
        self._start(_Open(Role.DEMANDS, lead=lead, level=level, place=lead[0].place))

    def _after_demands(self, block: Block) -> None:
        """Demands that were inferred end with their list; what follows is text again."""
        inferred = self._open.role is Role.DEMANDS and self._open.lead and not self._open.rank
        if inferred and not isinstance(block, List):
            stray = self._open.blocks.pop()
            self._start(_Open(level=self._open.level, blocks=[stray]))


def find_sections(blocks: Blocks, lang: str, infer: bool, report: Report) -> tuple[Section, ...]:
    """The sections of a text in the author's order. With ``infer`` off only marks count."""
    if infer:
        blocks = set_quotations(blocks, lang, report)
    return _Sections(lang, infer, report).find(blocks)


def _ends_in_list(blocks: list[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[-1], List)


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _number_demands(blocks: Blocks) -> Blocks:
    """Demands are quoted by number: their lists are ordered, and count on from one to the next."""
    numbered: list[Block] = []
    following = 1
    for block in blocks:
        if isinstance(block, List):
            start = block.start if block.ordered and following == 1 else following
            block = replace(block, ordered=True, start=start)
            following = start + len(block.items)
        numbered.append(block)
    return tuple(numbered)


def _even_ranks(blocks: Blocks) -> Blocks:
    """Headings inside a section start at the second rank and leave none out, as readers that speak need it."""
    ranks = sorted({block.level for block in blocks if isinstance(block, Heading)})
    even = {rank: min(6, number) for number, rank in enumerate(ranks, start=2)}
    return tuple(replace(block, level=even[block.level]) if isinstance(block, Heading) else block for block in blocks)
