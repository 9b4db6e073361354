"""The words of an output, as they were read back from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .book import Book


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of an output in reading order: those of the text, and those of its notes.

    ``book`` is what was set, where the writer put something of its own among the author's words.
    """

    body: str
    notes: str
    book: Book | None = field(default=None, repr=False)
