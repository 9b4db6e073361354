"""What contents list."""

from __future__ import annotations

from publish.model.book import Book, Metadata, Section
from publish.model.nodes import Heading, Role, Text
from publish.writers.markup.parts import contents


def test_text_that_goes_on_after_demands_is_listed_once_with_the_sub_heads_of_both_parts():
    def head(name: str) -> Heading:
        return Heading(2, (Text(name),), id=name)

    book = Book(
        Metadata(title="Night"),
        (
            Section(Role.CHAPTER, (head("Before"),), id="text"),
            Section(Role.DEMANDS, (), id="demands"),
            Section(Role.CHAPTER, (head("After"),), id="text-2"),
        ),
    )
    listed = contents(book)
    assert [entry.name for entry in listed] == ["Night", "Demands", "After"]
    assert [entry.name for entry in listed[0].inside] == ["Before"]
