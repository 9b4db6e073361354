"""A page of an EPUB as the book behind it sees it: pieces of text, cut where blocks, notes and pictures are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.parsers import expat

from ...model.letters import letters

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html img "
    "li nav ol p pre section table tbody td th thead title tr ul".split()
)
# Numbers that call a note and lead back from it are none of the author's words.
_CALL, _BACK = "doc-noteref", "doc-backlink"
_LINE = "line"  # a line of verse
_LONGEST_SNIPPET = 10_000
_DEEPEST = 200  # elements within each other
# A browser declares what a document had declared around the element.
_NAMESPACE = "xmlns"


@dataclass(slots=True)
class PageElement:
    """An element, where its tag begins (line and column from 1), and its pieces: from ``first`` up to, not with, ``end``."""

    tag: str
    attributes: dict[str, str]
    position: tuple[int, int]
    first: int
    end: int = 0
    words: str = ""


@dataclass(slots=True)
class Page:
    """``elements`` in the order of their tags, ``pieces`` as letters."""

    elements: list[PageElement] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def element_at(self, line: int, column: int) -> PageElement | None:
        """The element whose tag begins last before a place, or the last of the lines before it."""
        here = (line, column if column > 0 else 1 << 30)
        index = bisect_right(self.elements, here, key=lambda element: element.position)
        # Validators name the place where a tag ends; a place at which one begins belongs to the one before.
        while index > 1 and self.elements[index - 1].position == here:
            index -= 1
        return self.elements[index - 1] if index else None

    def pieces_near(self, element: PageElement, most: int) -> Iterator[int]:
        """The element's pieces, the first before the others, then those before and after it, the nearest first."""
        yield from range(element.first, min(element.end, element.first + most, len(self.pieces)))
        for distance in range(1, most + 1):
            for index in (element.first - distance, max(element.end, element.first) + distance - 1):
                if 0 <= index < len(self.pieces):
                    yield index


def page_of(text: str) -> Page:
    """The page that a document holds; of one that is not well-formed, what comes before the fault."""
    return _PageCutter().cut(text)


class _PageCutter:
    """Follows a parser through a document and cuts it into pieces."""

    def __init__(self) -> None:
        self._page = Page()
        self._open: list[tuple[PageElement, bool, list[str]]] = []  # with: does it cut, its words
        self._run: list[str] = []
        self._numbers = 0  # how many elements with nothing of the author's are open
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._stop
        self._parser.CharacterDataHandler, self._parser.EntityDeclHandler = self._text, self._refuse

    def cut(self, text: str) -> Page:
        try:
            # A declaration of another encoding does not hold for what was decoded already.
            self._parser.Parse(text.encode("utf-8", "replace"), True)
        except (expat.ExpatError, ValueError, LookupError):
            pass
        while self._open:
            self._stop(self._open[-1][0].tag)
        return self._page

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise ValueError("no page is nested so deeply")
        tag = name.rpartition(":")[2]
        number = attributes.get("role") in (_CALL, _BACK)
        cuts = tag in _BLOCKS or number or _LINE in attributes.get("class", "").split()
        if cuts:
            self._end_piece()
        position = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        element = PageElement(tag, attributes, position, len(self._page.pieces))
        self._page.elements.append(element)
        self._open.append((element, cuts, []))
        self._numbers += number

    def _stop(self, name: str) -> None:
        element, cuts, words = self._open.pop()
        if cuts:
            self._end_piece()
        element.words = "".join(words)
        # An inline element stands in the piece that is still to end, and a link back before the note that is to begin.
        role = element.attributes.get("role")
        element.end = max(len(self._page.pieces), element.first + (not cuts or role == _BACK))
        self._numbers -= role in (_CALL, _BACK)
        if self._open:
            self._open[-1][2].extend(words)

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(data)
        if not self._numbers:
            self._run.append(data)

    def _end_piece(self) -> None:
        if self._run and (said := letters("".join(self._run))):
            self._page.pieces.append(said)
        self._run.clear()

    def _refuse(self, *_: object) -> None:
        raise ValueError("no entities")


# Snippets ---------------------------------------------------------------------------------------


def element_of_snippet(page: Page, snippet: str) -> PageElement | None:
    """The element that a piece of markup shows: the first with its name and attributes, best with its words, too."""
    shown = _Snippet()
    shown.feed(snippet[:_LONGEST_SNIPPET])
    alike = [element for element in page.elements if element.tag == shown.tag and _has(element, shown.attributes)]
    words = letters("".join(shown.words))
    return next((element for element in alike if letters(element.words) == words), alike[0] if alike else None)


def _has(element: PageElement, attributes: dict[str, str]) -> bool:
    return all(element.attributes.get(name) == value for name, value in attributes.items() if not name.startswith(_NAMESPACE))


class _Snippet(HTMLParser):
    """The first tag of a piece of markup, and all words in it."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.attributes: dict[str, str] = {}
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if not self.tag:
            self.tag, self.attributes = tag, {name: value or "" for name, value in attributes}

    def handle_data(self, data: str) -> None:
        self.words.append(data)
