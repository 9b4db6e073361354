"""Where links lead, said on paper, where nobody can follow them: in a note, or in brackets where there can be none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ...model.book import Book, Section
from ...model.kinds import Role
from ...model.nodes import Added, Block, Blocks, Box, Columns, DefinitionList, Division, Inline, Inlines, Link, List, Note, Paragraph, Quote, Text
from ...model.walk import map_inlines, map_inside, plain_text, walk
from ..markup.addresses import readable
from ..markup.parts import word_count
from .added import behind_words

# Nobody copies a longer address from paper.
_LONGEST = 90
# More links than one to so many words would be more notes than text.
_WORDS_A_LINK = 60
# In French a call stands before the mark.
_CALLS_BEFORE_MARKS = ("fr",)
# Here a note would be in the way of what the page is for.
_WITHOUT_NOTES = {Role.DEMANDS, Role.CONTACT, Role.IMPRINT}


def with_printed_links(book: Book) -> Book:
    """The book with the address of each link to the outside that the text does not show, each address once."""
    printer = _Printer(calls_before_marks=book.metadata.lang.partition("-")[0] in _CALLS_BEFORE_MARKS)
    return replace(book, sections=tuple(map(printer.section, book.sections)))


def are_few(book: Book) -> bool:
    """Whether the book's links are so few that notes of their addresses do not drown it."""
    links = sum(1 for section in book.sections for link in _links(section) if to_print(link))
    return links * _WORDS_A_LINK <= sum(map(word_count, book.sections))


def _links(section: Section) -> Iterator[Link]:
    return (node for node in walk(*section.blocks) if isinstance(node, Link))


def to_print(link: Link) -> str:
    """The address as it is written on paper; ``""`` where the text shows it, or it is none that one can write down."""
    scheme, colon, _ = link.target.partition(":")
    if not colon or scheme.lower() not in ("http", "https", "mailto"):
        return ""
    address = readable(link.target)
    shown = "".join(plain_text(*link.content).split()).casefold()
    said = address.removeprefix("www.").casefold()
    return "" if said in shown or len(address) > _LONGEST else address


@dataclass(slots=True)
class _Printer:
    """Goes through a book in order, and knows which addresses were said."""

    calls_before_marks: bool
    said: set[str] = field(default_factory=set)

    def section(self, section: Section) -> Section:
        after = _in_brackets if section.role in _WITHOUT_NOTES else _in_a_note
        return replace(section, blocks=self._blocks(section.blocks, after))

    def _blocks(self, blocks: Blocks, after: Callable[[Link, str], Inline]) -> Blocks:
        return tuple(self._block(block, after) for block in blocks)

    def _block(self, block: Block, after: Callable[[Link, str], Inline]) -> Block:
        """Paragraphs, wherever they stand; headings, verse, tables and captions stay as they are."""
        match block:
            case Paragraph():
                return replace(block, content=self._content(block.content, after))
            case Quote() | Division() | Box() | List() | DefinitionList() | Columns():
                return map_inside(block, lambda blocks: self._blocks(blocks, after))
            case _:
                return block

    def _content(self, content: Inlines, after: Callable[[Link, str], Inline]) -> Inlines:
        def with_address(node: Inline) -> Inlines:
            if not isinstance(node, Link):
                return (node,)
            address = to_print(node)
            if not address or address in self.said:
                return (node,)
            self.said.add(address)
            return (node, Added((after(node, address),), place=node.place))

        before = len(self.said)
        made = map_inlines(content, with_address, lambda blocks: self._blocks(blocks, _in_brackets))
        return made if len(self.said) == before else behind_words(made, self.calls_before_marks)


def _in_a_note(link: Link, address: str) -> Note:
    return Note((Paragraph((_shown(link, address),), place=link.place),), place=link.place)


def _in_brackets(link: Link, address: str) -> Text:
    return Text(f" ({address})", place=link.place)


def _shown(link: Link, address: str) -> Link:
    return Link((Text(address),), link.target, place=link.place)
