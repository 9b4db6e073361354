"""From a place in an EPUB's page back to the manuscript: the element's words are looked for in the book.

A page says the book's words in the book's order, cut at the same borders of blocks, notes and pictures. So the piece of
text at a place, or next to it, is found again by its letters; where a book says the same twice, what stands around
decides. Pictures are found by their file's name, links by their words.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from urllib.parse import unquote

from ...model.book import Book
from ...model.letters import letters
from ...model.nodes import Image, Link, Node
from ...model.place import Place
from ...model.walk import children, plain_text
from ..lossless.page_pieces import Page, PageElement, element_of_snippet, page_of
from ..lossless.pieces import pieces_of_book

# So many pieces around two that are alike are compared, and so far from an element without words one is looked for.
_AROUND, _NEAR = 6, 3
# A piece that was changed is found by so many letters of its beginning or its end.
_ENOUGH = 16


def trace(document_text: str, line: int, column: int, snippet: str, book: Book) -> Place | None:
    """The line of a manuscript that a place in a page of its EPUB was made from.

    ``line`` and ``column`` count from 1, and 0 means that they are not known; ``snippet`` is then the element's markup.
    None where the words come from no line, as those of a title page do, or where nothing can be told.
    """
    return Tracer(book).trace(document_text, line, column, snippet)


class Tracer:
    """Traces many places back to one book."""

    def __init__(self, book: Book) -> None:
        pieces = pieces_of_book(book)
        self._letters = [piece.letters for piece in pieces]
        self._places = [piece.place for piece in pieces]
        self._where = _index(self._letters)
        self._pictures, self._links = _pictures_and_links(book)
        self._pages: dict[str, Page] = {}

    def trace(self, document_text: str, line: int = 0, column: int = 0, snippet: str = "") -> Place | None:
        """As :func:`trace`."""
        page = self._page(document_text)
        element = page.element_at(line, column) if line > 0 else element_of_snippet(page, snippet)
        if element is None:
            return None
        return self._own_place(element) or self._place_of_words(page, element)

    def _page(self, text: str) -> Page:
        if text not in self._pages:
            self._pages = {text: page_of(text)}  # findings come page by page
        return self._pages[text]

    def _own_place(self, element: PageElement) -> Place | None:
        """The place of a picture or a link that the book has once."""
        if element.tag == "img":
            found = self._pictures.get(letters(_stem(element.attributes.get("src", ""))), [])
        elif element.tag == "a":
            found = self._links.get(letters(element.words), [])
        else:
            found = []
        return found[0] if len(set(found)) == 1 else None

    def _place_of_words(self, page: Page, element: PageElement) -> Place | None:
        """The place of the element's own words, or of those nearest to it."""
        for index in page.pieces_near(element, _NEAR):
            found = self._piece(page.pieces, index)
            if found is not None:
                return self._places[found]
        return None

    def _piece(self, said: Sequence[str], index: int) -> int | None:
        """Which of the book's pieces is this one of a page."""
        candidates = self._where.get(said[index]) or self._changed(said[index])
        return max(candidates, key=lambda at: (self._alike(said, index, at), -at), default=None)

    def _alike(self, said: Sequence[str], index: int, at: int) -> int:
        """How many pieces in a row, before and after, are the same in the page and in the book."""
        return sum(_same_run(said, index, self._letters, at, step) for step in (-1, 1))

    def _changed(self, words: str) -> list[int]:
        """The pieces that begin or end as these words do, where somebody changed a page by hand."""
        if len(words) < _ENOUGH:
            return []
        ends = words[:_ENOUGH], words[-_ENOUGH:]
        return [at for at, piece in enumerate(self._letters) if piece.startswith(ends[0]) or piece.endswith(ends[1])]


def _index(values: Iterable[Hashable]) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index, value in enumerate(values):
        found[value].append(index)
    return found


def _same_run(said: Sequence[str], index: int, book: Sequence[str], at: int, step: int) -> int:
    count = 0
    while count < _AROUND:
        one, other = index + step * (count + 1), at + step * (count + 1)
        if not (0 <= one < len(said) and 0 <= other < len(book) and said[one] == book[other]):
            break
        count += 1
    return count


def _stem(address: str) -> str:
    return posixpath.splitext(posixpath.basename(unquote(address).replace("\\", "/")))[0]


def _pictures_and_links(book: Book) -> tuple[Mapping[str, list[Place]], Mapping[str, list[Place]]]:
    """The places of all pictures, by the letters of their files' names, and of all links, by their words."""
    pictures: dict[str, list[Place]] = defaultdict(list)
    links: dict[str, list[Place]] = defaultdict(list)
    for section in book.sections:
        for node, place in _placed((*section.title, *section.lead, *section.blocks), section.place):
            if isinstance(node, Image) and place:
                pictures[letters(_stem(node.source))].append(place)
            elif isinstance(node, Link) and place:
                links[letters(plain_text(*node.content))].append(place)
    return pictures, links


def _placed(nodes: Sequence[Node], place: Place | None) -> Iterable[tuple[Node, Place | None]]:
    """The nodes and all inside them in reading order, each with its place or that of the nearest around it."""
    pending = [(node, place) for node in reversed(nodes)]
    while pending:
        node, around = pending.pop()
        own = node.place or around
        yield node, own
        pending += [(child, own) for child in reversed(children(node))]
