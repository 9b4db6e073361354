"""What a book says, cut into pieces: the unbroken runs of words between notes, pictures and block borders.

Cut is also where the product put words among the author's, which are pieces of their own and marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.book import Book, Section
from ...model.letters import letters
from ...model.nodes import Added, Code, CodeBlock, Image, LineBreak, Math, Node, Note, Styled, Text
from ...model.place import Place
from ...model.walk import children


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that nothing interrupts, and the letters it comes down to.

    ``note`` is the number of the note it stands in, counted by the calls, and 0 for the text.
    ``added`` says that the product says it, and not the author.
    """

    text: str
    letters: str
    place: Place | None = None
    note: int = 0
    added: bool = False


def pieces_of_book(book: Book) -> list[Piece]:
    """All that a book says in reading order, the words of its title page first.

    A book without a title has no title page, and then says nothing of its subtitle and authors.
    """
    metadata = book.metadata
    cutter = _Cutter()
    if metadata.title:
        cutter.cut_texts(metadata.title, metadata.subtitle, *metadata.authors)
    for section in book.sections:
        cutter.cut_section(section)
    return cutter.pieces


def pieces_of(nodes: Iterable[Node]) -> list[Piece]:
    """All that the nodes say, in reading order."""
    cutter = _Cutter()
    cutter.cut(nodes)
    return cutter.pieces


class _Cutter:
    """Goes through nodes, fills ``pieces``, and numbers the notes in the order of their calls."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._run: list[str] = []
        self._place: Place | None = None
        self._block: Place | None = None
        self._notes = 0
        self._inside = 0
        self._added = False

    def cut_texts(self, *texts: str) -> None:
        for text in texts:
            self._run.append(text)
            self._end()

    def cut_section(self, section: Section) -> None:
        self._block = section.place
        self.cut(section.title)
        self.cut_texts(*section.authors)
        self.cut(section.lead)
        self.cut(section.blocks)

    def cut(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._take(node)
        self._end()

    def _take(self, node: Node) -> None:
        match node:
            case Text(text=text) | Code(text=text):
                self._place = self._place or node.place
                self._run.append(text)
            case LineBreak():
                self._run.append("\n")
            case Added():
                self._take_added(node)
            case Styled():
                for child in node.content:
                    self._take(child)
            case Image() | Math():
                self._end()
            case Note():
                self._take_note(node)
            case _:
                self._take_block(node)

    def _take_block(self, block: Node) -> None:
        self._end()
        self._block = block.place or self._block
        if isinstance(block, CodeBlock):
            self._run.append(block.text)
        for child in children(block):
            self._take(child)
        self._end()

    def _take_note(self, note: Note) -> None:
        self._end()
        self._notes += 1
        around, self._inside = (self._inside, self._block), self._notes
        self.cut(note.blocks)
        self._inside, self._block = around

    def _take_added(self, added: Added) -> None:
        self._end()
        around, self._added = self._added, True
        self.cut(added.content)
        self._added = around

    def _end(self) -> None:
        text = "".join(self._run)
        if text and (said := letters(text)):
            self.pieces.append(Piece(text, said, self._place or self._block, self._inside, self._added))
        self._run.clear()
        self._place = None
