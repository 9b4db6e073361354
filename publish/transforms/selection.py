"""Part of a book: the sections that a style shows, where it does not show all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..model.book import Book, Section
from ..model.nodes import Box, Columns, Division, Figure, Heading, Inline, Inlines, Link, Span, Table
from ..model.walk import Throughout, walk


def only_sections(book: Book, roles: Collection[str]) -> Book:
    """The book with its sections of these roles alone, in their order, each a part of its own.

    What pointed to the other sections is plain words.
    """
    shown = tuple(replace(section, level=1) for section in book.sections if section.role.value in roles)
    known = {f"#{name}" for section in shown for name in _names(section)}
    return replace(book, sections=tuple(_unlinked(section, known) for section in shown))


def _names(section: Section) -> Iterator[str]:
    """All that a link can lead to."""
    yield section.id
    for node in walk(*section.title, *section.lead, *section.blocks):
        if isinstance(node, (Division, Box, Columns, Figure, Heading, Span, Table)):
            yield node.id


def _unlinked(section: Section, known: Collection[str]) -> Section:
    def change(node: Inline) -> Inlines:
        return node.content if isinstance(node, Link) and node.target.startswith("#") and node.target not in known else (node,)

    return Throughout(change).section(section)
