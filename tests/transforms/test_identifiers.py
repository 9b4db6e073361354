"""Where links of a text lead: to its own places, and to those of the other texts of its book."""

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Book
from publish.model.nodes import Heading, Link, Span
from publish.model.walk import walk
from publish.reading import Wanted, read_manuscript


def book_of(folder: Path, texts: dict[str, str]) -> tuple[Book, list[str]]:
    """The book of a folder of texts, and what its author is told of links and ids."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "publication.yaml").write_text(f"title: T\nlang: en\ncontents: [{', '.join(texts)}]\n", encoding="utf-8")
    report = Report()
    book = read_manuscript(folder, Wanted(), report).book
    return book, [f"{one.code} {one.message}" for one in report.diagnostics if one.code.startswith("M5")]


def targets(book: Book) -> list[str]:
    return [node.target for section in book.sections for node in walk(*section.blocks) if isinstance(node, Link)]


ONE = "# One\n\n## Start\n\nSee {}.\n"
TWO = "# Two\n\n## Start\n\n## The end {#last}\n\nA [word]{#word}.\n"


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("two.md", "#two"), ("./two.md", "#two"), ("x/../two.md", "#two"), ("two.md#start", "#start-1"), ("#start", "#start"),
        ("two.md#last", "#last"), ("#last", "#last"), ("two.md#The%20end", "#last"), ("two.html#word", "#word"), ("one.md", "#one"),
        ("one.md#start", "#start"), ("tw%6F.md", "#two"), ("https://example.org/two.md", "https://example.org/two.md"),
    ],
)  # fmt: skip
def test_a_link_to_another_text_of_the_book_leads_to_its_place(tmp_path: Path, written: str, target: str) -> None:
    book, told = book_of(tmp_path, {"one.md": ONE.format(f"[there]({written})"), "two.md": TWO})
    assert (targets(book), told) == ([target], [])


def test_texts_in_folders_name_each_other_as_they_stand(tmp_path: Path) -> None:
    texts = {"a/one.md": ONE.format("[it](../b/two.md#last), [here](one.md), [by root](b/two.md)"), "b/two.md": TWO}
    book, told = book_of(tmp_path, texts)
    assert targets(book)[:2] == ["#last", "#one"]
    assert told == ["M502 the link `b/two.md` has no address"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("three.md", "M502 the link `three.md` has no address"),
        ("../two.md", "M502 the link `../two.md` has no address"),
        ("two.md#nowhere", "M501 there is nothing called `#nowhere` in `two.md`"),
        ("#nowhere", "M501 there is nothing called `#nowhere` in this book"),
        ("two.pdf", "M502 the link `two.pdf` has no address"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, written: str, message: str) -> None:
    assert book_of(tmp_path, {"one.md": ONE.format(f"[there]({written})"), "two.md": TWO})[1] == [message]


def test_an_id_that_two_texts_give_belongs_to_each_of_them(tmp_path: Path) -> None:
    text = "# {}\n\n## A {{#a}}\n\n[w]{{#w}}[^1] [here](#a)\n\n[^1]: See [this](#w).\n"
    book, told = book_of(tmp_path, {"one.md": text.format("One"), "two.md": text.format("Two"), "three.md": "# Three\n\n[x](two.md#w) [y](#w)\n"})
    nodes = [node for section in book.sections for node in walk(*section.blocks)]
    assert [node.id for node in nodes if isinstance(node, (Heading, Span))] == ["a", "w", "a-1", "w-1"]
    assert targets(book) == ["#w", "#a", "#w-1", "#a-1", "#w-1", "#w"]
    assert told == []


def test_an_id_given_twice_in_one_text_is_an_error(tmp_path: Path) -> None:
    assert book_of(tmp_path, {"one.md": "# One\n\n## A {#a}\n\n## B {#a}\n\nWords.\n"})[1] == ["M503 the id `a` is given twice"]


@pytest.mark.parametrize(
    ("heading", "pandoc", "github"),
    [
        ("1. Start", "start", "1-start"),
        ("2018 budget", "budget", "2018-budget"),
        ("A – B", "a-b", "a--b"),
        ("A - B", "a---b", "a---b"),
        ("Don't *stop*!", "dont-stop", "dont-stop"),
        ("C++ & co.", "c-co.", "c--co"),
        ("v1.2 notes", "v1.2-notes", "v12-notes"),
        ("Straße", "straße", "straße"),
        ("हिन्दी में", "हिन्दी-में", "हिन्दी-में"),
        ("日本語 文", "日本語-文", "日本語-文"),
        ("😀 Smile", "smile", "smile"),
        ("10%", "section", "10"),
    ],
)
def test_a_heading_is_found_by_the_id_that_pandoc_and_github_give_it(tmp_path: Path, heading: str, pandoc: str, github: str) -> None:
    text = f"# One\n\n## {heading}\n\nWords.\n\n## {heading}\n\n[a](#{pandoc}) [b](#{github}) [c](#{pandoc}-1) [d](#{github}-1)\n"
    book, told = book_of(tmp_path, {"one.md": text})
    first, second = (node.id for section in book.sections for node in walk(*section.blocks) if isinstance(node, Heading))
    assert (targets(book), told) == ([f"#{first}", f"#{first}", f"#{second}", f"#{second}"], [])


def test_the_title_of_a_text_is_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text("---\nlang: en\n---\n# Warm Houses\n\n[up](#warm-houses) and [again](m.md#warm-houses)\n", encoding="utf-8")
    report = Report()
    book = read_manuscript(path, Wanted(), report).book
    assert targets(book) == [f"#{book.sections[0].id}"] * 2
