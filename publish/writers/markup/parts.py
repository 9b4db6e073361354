"""What templates are given: the sections of a book, said in XHTML and ready to be placed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...language import is_rtl
from ...language.words import byline, word
from ...model.book import Book, Metadata, Section
from ...model.kinds import Role
from ...model.nodes import Code, CodeBlock, Heading, Note, Text
from ...model.walk import plain_text, walk
from .semantics import SEMANTICS
from .xhtml import Xhtml, attribute, lang_attributes, section_name

if TYPE_CHECKING:
    from markupsafe import Markup

# These stand without a heading unless the author wrote one, as in any book.
_WITHOUT_HEADING = {Role.CHAPTER, Role.DEDICATION, Role.EPIGRAPH, Role.IMPRINT}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of contents, with the lines below it."""

    name: str
    id: str
    role: str
    inside: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section as a template sees it. ``marks`` are the attributes of its element; ``opens`` stands before its heading."""

    section: Section
    name: str
    role: str
    id: str
    marks: Markup
    opens: Markup
    heading: Markup
    byline: str
    lead: Markup
    body: Markup


def part(section: Section, metadata: Metadata, say: Xhtml, epub: bool = False, role: bool = True) -> Part:
    """A section said in XHTML. ``epub`` adds the EPUB semantics to its marks, ``role`` the ARIA role."""
    from markupsafe import Markup

    name = section_name(section, metadata)
    lang = section.lang or metadata.lang
    opens = say.marks.opening() if section.title or section.role not in _WITHOUT_HEADING else ""
    heading = say.inlines(section.title)
    if not heading and section.role not in _WITHOUT_HEADING:
        heading = say.marks.text(word(section.role.value, lang))
    return Part(
        section=section,
        name=name,
        role=section.role.value,
        id=section.id,
        marks=Markup(_marks(section, name, bool(heading), epub, role)),
        opens=Markup(opens),
        heading=Markup(heading),
        byline=byline(section.authors, lang) if section.authors else "",
        lead=Markup(say.inlines(section.lead)),
        body=Markup(say.blocks(section.blocks)),
    )


def _marks(section: Section, name: str, titled: bool, epub: bool, role: bool) -> str:
    semantic, aria = SEMANTICS[section.role]
    return "".join((
        attribute("id", section.id),
        attribute("class", f"{section.role.value} level-{section.level}"),
        attribute("epub:type", semantic if epub else ""),
        attribute("role", aria if role else ""),
        attribute("aria-labelledby", f"{section.id}-title") if titled else attribute("aria-label", name),
        lang_attributes(section.lang),
    ))  # fmt: skip


def contents(book: Book) -> tuple[Entry, ...]:
    """What a table of contents lists: the sections, and below a chapter its sub-heads.

    The text that goes on after demands in its midst is not listed a second time under the book's
    title; only its sub-heads are.
    """
    entries: list[Entry] = []
    text_is_listed = False
    for section in book.sections:
        if section.role in (Role.DEDICATION, Role.EPIGRAPH):
            continue
        heads = _heads(section)
        untitled = section.role is Role.CHAPTER and not section.title
        entry = Entry(section_name(section, book.metadata), section.id, section.role.value, heads)
        if untitled and text_is_listed:
            entries.extend(heads)
        elif section.level > 1 and entries:
            entries[-1] = replace(entries[-1], inside=(*entries[-1].inside, entry))
        else:
            entries.append(entry)
        text_is_listed |= untitled
    return tuple(entries)


def _heads(section: Section) -> tuple[Entry, ...]:
    heads = (block for block in section.blocks if isinstance(block, Heading) and block.level == 2)
    return tuple(Entry(" ".join(plain_text(block).split()), block.id, "heading") for block in heads)


def publisher_to_show(metadata: Metadata) -> str:
    """The publisher as it stands below the authors: ``""`` for one that is an author and stands there already."""
    names = {" ".join(name.split()).casefold() for name in metadata.authors}
    return "" if " ".join(metadata.publisher.split()).casefold() in names else metadata.publisher


def reads_from_right(metadata: Metadata) -> bool:
    """Whether a book's pages are turned to the right, so that it is bound there."""
    return metadata.page_progression == "rtl" or (metadata.page_progression != "ltr" and is_rtl(metadata.lang))


def notes_in_order(book: Book) -> list[Note]:
    """Every note of the book in the order of its calls."""
    found = []
    for section in book.sections:
        found += [node for node in walk(*section.title, *section.lead, *section.blocks) if isinstance(node, Note)]
    return found


def word_count(section: Section) -> int:
    """How many words a reader reads in a section, notes included."""
    texts = (node.text for node in walk(*section.lead, *section.blocks) if isinstance(node, (Text, Code, CodeBlock)))
    return sum(len(_WORD.findall(text)) for text in texts)
