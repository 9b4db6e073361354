"""The proof that nothing was lost, in two halves: manuscript to book, and book to output.

Words are compared by their letters and digits alone, so hyphens at line ends, ligatures, small
capitals and typographic marks make no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from ...diagnostics import Diagnostic, Report
from ...model.book import Book
from ...model.letters import letters
from ...model.nodes import Block, List
from ...model.numbering import labels
from ...model.walk import walk
from .alignment import Loss, losses_in, words_in
from .pieces import Piece, pieces_of, pieces_of_book

_number = attrgetter("note")
# A file that lacks more than this needs no longer list.
_MOST_LOSSES = 20
_MOST_LETTERS_SHOWN = 80


def report_losses(book: Book, body: str, notes: str, output: str, report: Report, as_set: Book | None = None) -> None:
    """Report every word of the book that an output lacks, as an error with its line (L101).

    ``body`` and ``notes`` are the words of the output, those of the notes apart and in the order
    of their numbers; ``output`` is its name. ``as_set`` is the book with what the writer added to it.
    """
    found = losses(_expected(book, as_set), letters(body), letters(notes))
    for loss in found[:_MOST_LOSSES]:
        where = f"note {loss.note} of {output}" if loss.note else output
        report.error("L101", f"lost on the way to {where}: “{_short(loss.words)}”", loss.place, "the file was not put in place")
    _say_how_many_more(found, "L101", report)


def _expected(book: Book, as_set: Book | None) -> list[Piece]:
    """The pieces of the book as it was set, parted where words were added. The author's must all be among them, else only those count."""
    pieces = pieces_of_book(book)
    if as_set is None or as_set is book:
        return pieces
    shown = pieces_of_book(as_set)
    own = [piece for piece in shown if not piece.added]
    kept = all(_letters(own, notes) == _letters(pieces, notes) for notes in (False, True))
    return shown if kept else pieces


def losses(expected: Sequence[Piece], body: str, notes: str) -> list[Loss]:
    """What an output, given by its letters, lacks: text is held against its text, notes against its notes."""
    said = [piece for piece in expected if not piece.note]
    # A note called inside another comes after it, and not in its middle.
    noted = sorted((piece for piece in expected if piece.note), key=_number)
    return losses_in(said, body) + losses_in(noted, notes)


def lost_in_transforms(manuscript: Iterable[Block], book: Book, report: Report) -> None:
    """Report every word of a manuscript that is not in the book it became, as an error with its line (L102).

    ``manuscript`` are the blocks as they were read, those of several texts one after the other.
    What a step said that it took out, in ``report``, is no loss; nor is what only moved.
    """
    expected, made = pieces_of(manuscript), _pieces_of_all(book)
    found = losses(expected, _letters(made, notes=False), _letters(made, notes=True))
    if not found:
        return
    told = Counter([*_words_taken_out(report.diagnostics), *_numbers_of_items(book)])
    spare = _words(made) + told - (_words(expected) - _words_of_losses(found))
    really = [lost for loss in found if (lost := _without(loss, spare))]
    for loss in really[:_MOST_LOSSES]:
        report.error("L102", f"lost between manuscript and book: “{_short(loss.words)}”", loss.place, "this is a fault of the program")
    _say_how_many_more(really, "L102", report)


def _pieces_of_all(book: Book) -> list[Piece]:
    """All words of a book, also those that not every output shows."""
    metadata = book.metadata
    aside = (metadata.subtitle, *(person.name for person in metadata.contributors), metadata.date)
    return [*(Piece(text, letters(text)) for text in aside), *pieces_of_book(book)]


def _letters(pieces: Iterable[Piece], notes: bool) -> str:
    """The letters of the text or, in the order of their numbers, of the notes."""
    return "".join(piece.letters for piece in sorted(pieces, key=_number) if bool(piece.note) is notes)


# What was taken out or only moved -----------------------------------------------------------------


def _words_taken_out(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    for one in diagnostics:
        yield from words_in(one.taken)


def _numbers_of_items(book: Book) -> Iterator[str]:
    """A number that a paragraph began with may have become that of a list's item."""
    for section in book.sections:
        for node in walk(*section.blocks):
            if isinstance(node, List) and node.ordered:
                for label in labels(node):
                    yield from words_in(label)


def _words(pieces: Iterable[Piece]) -> Counter[str]:
    return Counter(word for piece in pieces for word in words_in(piece.text))


def _words_of_losses(found: Iterable[Loss]) -> Counter[str]:
    return Counter(word for loss in found for word in words_in(loss.words))


def _without(loss: Loss, spare: Counter[str]) -> Loss | None:
    """What remains of a loss when the words are taken off that the book has elsewhere."""
    missing = []
    for word in loss.words.split():
        known = list(words_in(word))
        if known and not all(spare[one] for one in known):
            missing.append(word)
        else:
            spare.subtract(known)
    return Loss(" ".join(missing), loss.place, loss.note) if missing else None


def _say_how_many_more(found: Sequence[Loss], code: str, report: Report) -> None:
    if len(found) > _MOST_LOSSES:
        report.error(code, f"words are lost in {len(found) - _MOST_LOSSES} more places", None, "mend these first")


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS_SHOWN else f"{words[: _MOST_LETTERS_SHOWN - 1].rstrip()}…"
