"""The proof that nothing was lost: every word of the book stands in the output, in order.

Words are compared by their letters and digits alone, so hyphens at line ends, ligatures, small
capitals and typographic marks make no difference. The book is cut into pieces, the unbroken runs
of words between notes, pictures and block borders; each piece must be found in the output after
the piece before it. Only where one is not does the slower look for single words begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Report
from ..model.book import Book
from ..model.letters import letters
from ..model.nodes import Cell, Code, CodeBlock, Image, LineBreak, Node, Note, Paragraph, Text
from ..model.place import Place
from ..model.walk import children

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A piece this long is found in the wrong place only by a miracle.
_SURE = 40
# How many missing words are worth naming.
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbroken run of words. ``note`` is the number of the note it stands in, 0 for the text."""

    text: str
    place: Place | None
    note: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """Words of the book that the output does not hold, by the line they were written on."""

    words: str
    place: Place | None
    note: int = 0


def pieces(book: Book) -> list[Piece]:
    """The words of a book, title first, in reading order."""
    cutter = _Cutter()
    cutter.cut_text(book.metadata.title)
    for section in book.sections:
        cutter.cut(section.title)
        cutter.cut_text(*section.authors)
        cutter.cut(section.lead)
        cutter.cut(section.blocks)
    return cutter.pieces


class _Cutter:
    """Cuts a tree of nodes into pieces and numbers the notes in the order of their calls."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._run: list[str] = []
        self._place: Place | None = None
        self._notes = 0
        self._inside = 0

    def cut_text(self, *texts: str) -> None:
        for text in texts:
            self._run.append(text)
            self._end()

    def cut(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            self._take(node)
        self._end()

    def _take(self, node: Node) -> None:
        match node:
            case Text(text=text) | Code(text=text) | CodeBlock(text=text):
                self._place = self._place or node.place
                self._run.append(text)
                if isinstance(node, CodeBlock):
                    self._end()
            case LineBreak():
                pass
            case Image():
                self._end()
            case Note(blocks=blocks):
                self._end()
                self._take_note(blocks)
            case _:
                inline = not hasattr(node, "blocks") and hasattr(node, "content") and not isinstance(node, (Paragraph, Cell))
                for child in children(node):
                    self._take(child)
                if not inline:
                    self._end()

    def _take_note(self, blocks) -> None:
        self._notes += 1
        before, self._inside = self._inside, self._notes
        self.cut(blocks)
        self._inside = before

    def _end(self) -> None:
        text = "".join(self._run)
        if text and letters(text):
            self.pieces.append(Piece(text, self._place, self._inside))
        self._run, self._place = [], None


def report_losses(book: Book, body: str, notes: str, output: str, report: Report) -> None:
    """Report every word of the book that an output lacks, as an error with its line."""
    for loss in losses(pieces(book), body, notes):
        where = f"note {loss.note} of {output}" if loss.note else output
        report.error("L101", f"lost on the way to {where}: “{loss.words}”", loss.place, "the file was not put in place")


def losses(expected: list[Piece], body: str, notes: str) -> list[Loss]:
    """What the output lacks. ``body`` and ``notes`` are its words, those of the notes apart.

    Notes set at the end of a section stand in ``body``; they are looked for there too.
    """
    body_letters, note_letters = letters(body), letters(notes)
    lost = _missing([piece for piece in expected if not piece.note], body_letters)
    in_notes = [piece for piece in expected if piece.note]
    elsewhere = [piece for piece in in_notes if letters(piece.text) not in note_letters]
    lost += _missing([piece for piece in in_notes if piece not in elsewhere], note_letters) if not elsewhere else []
    return lost + [loss for piece in elsewhere for loss in _missing([piece], body_letters + note_letters)]


def _missing(expected: list[Piece], output: str) -> list[Loss]:
    position, sure = 0, 0
    lost: list[Loss] = []
    for index, piece in enumerate(expected):
        wanted = letters(piece.text)
        found = output.find(wanted, position)
        if found < 0 and len(wanted) < _SURE:
            # A short piece before it may have been taken for a later one.
            found = output.find(wanted, sure)
        if found < 0:
            lost.append(_name_words(piece, output[sure : _next_sure(expected, index + 1, output, sure)]))
            continue
        position = found + len(wanted)
        if len(wanted) >= _SURE:
            sure = position
    return [loss for loss in lost if loss.words]


def _next_sure(expected: list[Piece], index: int, output: str, start: int) -> int:
    """Where the next piece that cannot be mistaken begins."""
    for piece in expected[index:]:
        wanted = letters(piece.text)
        if len(wanted) >= _SURE and (found := output.find(wanted, start)) >= 0:
            return found
    return len(output)


def _name_words(piece: Piece, window: str) -> Loss:
    """The words of a piece that the window of output does not hold, one after the other."""
    position, missing = 0, []
    for word in _words(piece.text):
        found = window.find(letters(word), position)
        if found < 0:
            missing.append(word)
        else:
            position = found + len(letters(word))
    shown = " ".join(missing[:_MOST_NAMED]) + (" …" if len(missing) > _MOST_NAMED else "")
    return Loss(shown, piece.place, piece.note)


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))
