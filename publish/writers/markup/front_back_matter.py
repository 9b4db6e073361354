"""What stands before and behind the text: which of its pages a book gets, and what they say.

A short pamphlet's cover is its first page and its title page in one; a long book has both. So
pages count from the cover on, as they lie in the stapled pile, and right pages stay right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...language.breaks import said
from ...language.dates import show_date
from ...language.words import listed, word
from ...model.book import Book, Emblem, Section
from ...model.isbn import isbn_of
from ...model.kinds import Role
from ...model.nodes import Note
from ...model.walk import plain_text, walk
from ...styles import StyleSettings
from .parts import publisher_to_show, word_count

if TYPE_CHECKING:
    from markupsafe import Markup

_WORD = re.compile(r"\w+")
# How the picture of an asset is called where it is shown, by its source.
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was decided of the pages before and behind the text; None leaves it to the length."""

    cover: bool | None = None
    half_title: bool | None = None
    title_page: bool | None = None
    imprint_page: bool | None = None
    back_cover: bool | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """Which of these pages a book has. ``told`` says that its cover tells title and authors, as no picture does."""

    cover: bool = False
    half_title: bool = False
    title_page: bool = False
    imprint: bool = False
    back_cover: bool = False
    told: bool = False

    @property
    def opens_right(self) -> bool:
        """Whether title page and text wait for right pages, as in a book that has a cover as well."""
        return self.cover and self.title_page


@dataclass(frozen=True, slots=True)
class Sign:
    """A logo or label as a template shows it: the address of its picture, and what it says to a listener."""

    picture: str
    said: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an imprint says, line by line, and the union label."""

    lines: tuple[Markup, ...]
    label: Sign | None = None

    def __bool__(self) -> bool:
        return bool(self.lines or self.label)


def pages(book: Book, settings: StyleSettings, wishes: Wishes) -> Pages:
    """The pages that a book gets: those that are wished for, else those that its length and what it gives suggest."""
    metadata = book.metadata
    words = sum(map(word_count, book.sections))
    # A leaflet of a page or two is not folded and has no cover. From a folded sheet on a pamphlet
    # has one, which takes the place of its title page: it says the same and costs no page more. Where
    # the cover is a picture, the text begins under its title.
    cover = _decided(wishes.cover, words >= settings.cover_from) and bool(metadata.title or metadata.cover_image)
    told = cover and not metadata.cover_image
    title_from = settings.title_page_behind_cover_from if cover else settings.title_page_from
    # A dedication comes behind the title, wherever that stands.
    suggested = words >= title_from or (cover and not told and _is_dedicated(book))
    title_page = _decided(wishes.title_page, suggested) and bool(metadata.title)
    half_title = _decided(wishes.half_title, title_page and words >= settings.half_title_from) and bool(metadata.title)
    has_front = cover or title_page
    fills_a_page = has_front and words >= settings.imprint_page_from and _has_imprint(book, dated=False)
    imprint = _decided(wishes.imprint_page, fills_a_page) and _has_imprint(book, dated=True)
    sells = bool(book.matter.blurb or book.matter.price or isbn_of(metadata))
    back_cover = _decided(wishes.back_cover, cover and sells and words >= settings.back_cover_from)
    return Pages(cover, half_title, title_page, imprint, back_cover, told)


def _is_dedicated(book: Book) -> bool:
    return any(section.role in (Role.DEDICATION, Role.EPIGRAPH) for section in book.sections)


def _decided(wish: bool | None, suggested: bool) -> bool:
    return suggested if wish is None else wish


def _has_imprint(book: Book, dated: bool) -> bool:
    """Whether there is something to say in an imprint; publisher and date alone count for those who asked for it."""
    return bool(closing_imprint(book) or imprint(book, str, publisher=dated, date=dated))


# Imprint ------------------------------------------------------------------------------------------


def closing_imprint(book: Book) -> Section | None:
    """The imprint that ends the book, which a page behind the title can take in; notes would lose their order."""
    last = book.sections[-1] if book.sections else None
    if last is None or last.role is not Role.IMPRINT or len(book.sections) == 1:
        return None
    return None if any(isinstance(node, Note) for node in walk(*last.title, *last.blocks)) else last


def imprint_place(book: Book) -> str:
    """The id of the author's own imprint, at whose end further lines stand; ``""`` where there is none."""
    return next((section.id for section in reversed(book.sections) if section.role is Role.IMPRINT), "")


def imprint(book: Book, address: Address, publisher: bool = False, date: bool = False) -> Imprint:
    """Edition, printer, rights, licence, ISBN and union label; publisher and date where no title page tells them."""
    from markupsafe import Markup

    metadata, matter = book.metadata, book.matter
    own = _words_of_imprint(book)
    lines = (
        (matter.edition, "{}"),
        # Whoever wrote an imprint dated it in words.
        (show_date(metadata.date, metadata.lang) if date and metadata.date and not own else "", "{}"),
        (metadata.publisher if publisher else "", word("published-by", metadata.lang)),
        (matter.printer, word("printed-by", metadata.lang)),
        (metadata.rights, "{}"),
        (matter.licence, "{}"),
        (isbn_of(metadata), "ISBN {}"),
    )
    told = (form.replace("{name}", "{}").format(text) for text, form in lines if text and not own >= _words(text))
    return Imprint(tuple(Markup(said(line)) for line in told), union_label(book, address))


def _words_of_imprint(book: Book) -> frozenset[str]:
    """The words of the author's own imprint: what it says need not be said again."""
    return frozenset().union(*(_words(plain_text(*s.title, *s.blocks)) for s in book.sections if s.role is Role.IMPRINT))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


# Emblems ------------------------------------------------------------------------------------------


def logo(book: Book, address: Address) -> Sign | None:
    """The publisher's sign; where nobody described it, it is said whose it is."""
    name, lang = book.metadata.publisher or listed(book.metadata.authors, book.metadata.lang), book.metadata.lang
    return _sign(book.matter.logo, word("logo-alt", lang).format(name=name) if name else word("logo", lang), address)


def union_label(book: Book, address: Address) -> Sign | None:
    """The union label of those who printed it."""
    return _sign(book.matter.union_label, word("union-label", book.metadata.lang), address)


def _sign(emblem: Emblem | None, otherwise: str, address: Address) -> Sign | None:
    return Sign(address(emblem.source), emblem.alt or otherwise) if emblem else None


# Behind the text ----------------------------------------------------------------------------------


def blurb(book: Book) -> tuple[str, ...]:
    """The paragraphs that a back cover says; else what the catalogue is told."""
    text = book.matter.blurb or book.metadata.description
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def publisher_below(book: Book) -> str:
    """The publisher, or who stands for it: below a back cover somebody must answer."""
    return publisher_to_show(book.metadata) or listed(book.metadata.authors, book.metadata.lang)
