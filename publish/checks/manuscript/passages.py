"""A book as a proof-reader goes through it: passage by passage, each with its kind, its language and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Generic, TypeVar, assert_never

from ...language import base
from ...language.marks import BREAK, WORD
from ...model.book import Book, Section
from ...model.kinds import Role
from ...model.nodes import (
    Added,
    Block,
    Blocks,
    Box,
    Code,
    CodeBlock,
    Columns,
    Definition,
    DefinitionList,
    Division,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Math,
    Note,
    Paragraph,
    Quote,
    Span,
    Styled,
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from ...model.place import Place
from ...model.walk import plain_text

T = TypeVar("T")


class Kind(Enum):
    """What a passage is, as far as it matters to a proof-reader."""

    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list, or what a term means
    QUOTED = "quoted"  # in a block quotation
    HEADING = "heading"
    NOTE = "note"
    VERSE = "verse"  # a whole poem
    LABEL = "label"  # a term, a caption, a cell, a name below a quotation


RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTED, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that nothing interrupts.

    In ``text``, notes are left out, and code, pictures, addresses and words in another language stand as one sign, as in
    the runs of ``language.marks``. ``content`` is what it was made of. ``run`` counts the rows of blocks that follow each
    other without anything between: two passages of one run are neighbours on the page. ``role`` is its section's.
    """

    text: str
    kind: Kind
    lang: str
    place: Place | None
    content: Inlines
    run: int
    role: Role


class Same(Generic[T]):
    """A thing compared by identity, to remember what was made of it, for it cannot be hashed by what it says in little time."""

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing

    def __hash__(self) -> int:
        return id(self.thing)


def passages(book: Book) -> tuple[Passage, ...]:
    """All passages of a book in reading order, each note behind the passage that calls it."""
    return _passages(Same(book))


@lru_cache(maxsize=1)
def _passages(same: Same[Book]) -> tuple[Passage, ...]:
    return tuple(_Reader(same.thing.metadata.lang).read(same.thing.sections))


def spoken(content: Inlines, lang: str) -> str:
    """The words of a run as ``Passage.text`` has them."""
    return "".join(_words(content, lang))


def _words(content: Inlines, lang: str) -> Iterator[str]:
    for node in content:
        match node:
            case Text(literal=True) | Code() | Image() | Math():
                yield WORD
            case Text(text=text):
                yield text
            case LineBreak():
                yield BREAK
            case Note() | Added():
                continue
            case Span(lang=other) if other and base(other) != base(lang):
                yield WORD
            case Link(target=target) if shows_its_address(node, target):
                yield WORD
            case Styled():
                yield from _words(node.content, lang)
            case _:
                assert_never(node)


def shows_its_address(link: Link, target: str) -> bool:
    """Whether the words of a link are its address."""
    shown = plain_text(*link.content)
    return bool(shown) and shown in target and not any(sign.isspace() for sign in shown)


class _Reader:
    """Goes through sections; ``_role`` is the part it is in, ``_run`` grows wherever neighbours are parted."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._run = 0
        self._role = Role.CHAPTER

    def read(self, sections: Iterable[Section]) -> Iterator[Passage]:
        for section in sections:
            lang, self._role = section.lang or self._lang, section.role
            self._run += 1
            yield from self._take(section.title, Kind.HEADING, lang, section.place)
            self._run += 1
            yield from self._blocks(section.blocks, Kind.PARAGRAPH, lang)
            self._run += 1

    def _blocks(self, blocks: Blocks, kind: Kind, lang: str) -> Iterator[Passage]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self._take(block.content, kind, lang, block.place)
            else:
                self._run += 1
                yield from self._block(block, kind, lang)
                self._run += 1

    def _block(self, block: Block, kind: Kind, lang: str) -> Iterator[Passage]:
        match block:
            case Paragraph():
                yield from self._take(block.content, kind, lang, block.place)
            case Heading():
                yield from self._take(block.content, Kind.HEADING, lang, block.place)
            case Quote():
                yield from self._blocks(block.blocks, Kind.QUOTED, lang)
                yield from self._take(block.attribution, Kind.LABEL, lang, block.place)
            case List():
                for item in block.items:
                    self._run += 1
                    yield from self._blocks(item.blocks, Kind.ITEM, lang)
            case DefinitionList():
                for definition in block.items:
                    yield from self._definition(definition, lang)
            case Verse():
                yield from self._take(_one_run(block), Kind.VERSE, lang, block.place)
            case Figure():
                yield from self._take(block.caption, Kind.LABEL, lang, block.place)
            case Table():
                yield from self._table(block, lang)
            case Box():
                yield from self._take(block.title, Kind.LABEL, lang, block.place)
                self._run += 1
                yield from self._blocks(block.blocks, kind, lang)
            case Columns():
                for column in block.columns:
                    self._run += 1
                    yield from self._blocks(column.blocks, kind, lang)
            case Division():
                yield from self._blocks(block.blocks, kind, block.lang or lang)
            case CodeBlock() | ThematicBreak():
                return
            case _:
                assert_never(block)

    def _table(self, table: Table, lang: str) -> Iterator[Passage]:
        self._run += 1
        yield from self._take(table.caption, Kind.LABEL, lang, table.place)
        for row in (*table.head, *table.rows, *table.foot):
            for cell in row:
                self._run += 1
                yield from self._blocks(cell.blocks, Kind.LABEL, lang)

    def _definition(self, definition: Definition, lang: str) -> Iterator[Passage]:
        self._run += 1
        yield from self._take(definition.term, Kind.LABEL, lang, definition.place)
        for blocks in definition.meanings:
            self._run += 1
            yield from self._blocks(blocks, Kind.ITEM, lang)

    def _take(self, content: Inlines, kind: Kind, lang: str, place: Place | None) -> Iterator[Passage]:
        place = _first_place(content) or place
        text = spoken(content, lang)
        if text.strip():
            yield Passage(text, kind, lang, place, content, self._run, self._role)
        for note in _notes(content):
            yield from self._note(note, lang, place)

    def _note(self, note: Note, lang: str, place: Place | None) -> Iterator[Passage]:
        """A note stands elsewhere: the passages around its call stay neighbours."""
        around, self._run = self._run, -self._run - 1
        for passage in self._blocks(note.blocks, Kind.NOTE, lang):
            yield passage if passage.place else replace(passage, place=place)
        self._run = around


def _one_run(verse: Verse) -> Inlines:
    run: list[Inline] = []
    for line in (line for stanza in verse.stanzas for line in stanza):
        run += line.content
        run.append(LineBreak())
    return tuple(run[:-1])


def _first_place(content: Inlines) -> Place | None:
    return content[0].place if content else None


def _notes(content: Inlines) -> Iterator[Note]:
    for node in content:
        if isinstance(node, Note):
            yield node
        elif isinstance(node, Styled):
            yield from _notes(node.content)
