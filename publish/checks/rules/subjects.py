"""What rules look at: a manuscript and the book it became, a finished EPUB, a finished PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.book import Book
from ...model.place import Place


@dataclass(frozen=True, slots=True)
class ManuscriptSubject:
    """A manuscript read to the end.

    ``book`` is what it became, typography and all; ``sources`` the texts as they were written, by the names that
    places have; ``country`` a code such as ``GB``, ``""`` for none, whose law on imprints is looked at;
    ``places`` tells where a setting was written, by its key. ``name`` is that of the whole. ``links_hidden`` says that
    paper does not show the addresses of links.
    """

    book: Book
    sources: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    name: str = ""
    links_hidden: bool = False


@dataclass(frozen=True, slots=True)
class FileSubject:
    """A finished file, and the manuscript that it was made of, where that is known.

    ``words`` are those of its text and those of its notes, in the order in which they are read; None where that
    cannot be told, as of sheets to be folded. ``as_set`` is the manuscript's book with what such a file adds to it.
    """

    name: str
    data: bytes = field(repr=False)
    manuscript: ManuscriptSubject | None = None
    words: tuple[str, str] | None = field(default=None, repr=False)
    as_set: Book | None = field(default=None, repr=False)
