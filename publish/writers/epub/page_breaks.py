"""Marks of printed pages in an e-book: empty elements at the places where the pages begin."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...language.breaks import escape
from ...layout.printed_pages import COUNTED, PICTURE, PageStart, in_order
from ...model.book import Book
from ..markup.xhtml import Marks, attribute
from .files import CONTENTS_PAGE, COVER_PAGE, TITLE_PAGE, Layout

# What pages without text are in an e-book, in the order of its spine.
_FILES = {"cover": COVER_PAGE, "cover-picture": COVER_PAGE, "title": TITLE_PAGE, "contents": CONTENTS_PAGE}
# Quotation marks and brackets that open, and so go with the word behind them.
_OPENING = frozenset(("Ps", "Pi"))
_STRAIGHT = frozenset("\"'¿¡")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A printed page as a list of pages names it; ``href`` is seen from the package."""

    label: str
    href: str


def mark_id(page: PageStart) -> str:
    """The id of a page's mark, which no heading of an author's has."""
    return f"_page-{page.number}"


def mark(page: PageStart) -> str:
    """The mark of a page, which says its number to who listens."""
    name = attribute("id", mark_id(page))
    return f'<span{name} epub:type="pagebreak" role="doc-pagebreak"{attribute("aria-label", page.label)}></span>'


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The printed pages in an e-book, by its files: those ``before`` all that a file says, and those ``inside`` a section.

    ``links`` lead to all of them, in order.
    """

    before: Mapping[str, Sequence[PageStart]]
    inside: Mapping[str, Sequence[PageStart]]
    links: tuple[PageLink, ...] = ()


def placed_pages(book: Book, layout: Layout, printed: Sequence[PageStart]) -> PagePlaces:
    """Where an e-book has the pages of a PDF. Those that stand there in another order, or not at all, are left out."""
    files = [*_FILES.values(), *layout.sections]
    first = next((page.number for page in printed if page.section), 0)
    # An e-book has its contents before all text, print may have them behind an epigraph.
    known = ((page, _file(page, book, layout)) for page in printed if page.section or page.number < first)
    placed = [((files.index(file), page.letters), page) for page, file in known if file]
    before: dict[str, list[PageStart]] = {}
    inside: dict[str, list[PageStart]] = {}
    links = []
    for page in in_order(placed):
        file = _file(page, book, layout)
        (inside if page.section else before).setdefault(file, []).append(page)
        links.append(PageLink(page.label, f"{file}#{mark_id(page)}"))
    return PagePlaces(before, inside, tuple(links))


def _file(page: PageStart, book: Book, layout: Layout) -> str:
    """The file that a page begins in; empty for one that says nothing of what the e-book says."""
    if page.section:
        return layout.ids.get(page.section, "")
    return "" if page.kind == "title" and not book.metadata.title else _FILES.get(page.kind, "")


class PageBreaks(Marks):
    """Puts the marks into a section while it is said, for it sees all its words and pictures in order."""

    def __init__(self) -> None:
        self._waiting: list[PageStart] = []
        self._said = 0

    def begin(self, pages: Iterable[PageStart]) -> None:
        """Begin a section with the pages that begin in it."""
        self._waiting = sorted(pages, key=lambda page: page.letters)[::-1]
        self._said = 0

    def text(self, text: str, say: Callable[[str], str] = escape) -> str:
        """Words as the content of an element, with the marks that stand among them."""
        if not self._waiting:
            return say(text)
        places = [found.start() for found in COUNTED.finditer(text)]
        pieces, done = [], 0
        while self._waiting and self._waiting[-1].letters < self._said + len(places):
            page = self._waiting.pop()
            at = max(done, _before_marks(text, places[page.letters - self._said]))
            pieces += [say(text[done:at]), mark(page)]
            done = at
        self._said += len(places)
        return "".join((*pieces, say(text[done:])))

    def picture(self) -> str:
        """The marks before a picture, which counts as a letter."""
        return self.text(PICTURE).removesuffix(PICTURE)

    def opening(self) -> str:
        """The marks before a heading, of which they are no part."""
        return "".join(self._up_to(self._said))

    def rest(self) -> str:
        """The marks of pages on which a section only ends."""
        return "".join(self._up_to(None))

    def _up_to(self, letters: int | None) -> Iterator[str]:
        while self._waiting and (letters is None or self._waiting[-1].letters <= letters):
            yield mark(self._waiting.pop())


def _before_marks(text: str, at: int) -> int:
    """Where the marks begin that open the word at a place."""
    while at and (text[at - 1] in _STRAIGHT or unicodedata.category(text[at - 1]) in _OPENING):
        at -= 1
    return at
