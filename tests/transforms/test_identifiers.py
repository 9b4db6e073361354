"""Where links of a text lead: to its own places, and to those of the other texts of its book."""

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Book
from publish.model.nodes import Division, Heading, Link, Span
from publish.model.walk import plain_text, walk
from publish.workflows.reading import Wanted, read_manuscript


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


@pytest.mark.parametrize(
    ("written", "words", "target"),
    [
        ("[[two]]", "two", "#two"), ("[[Two]]", "Two", "#two"), ("[[two.md]]", "two.md", "#two"), ("[[two|it]]", "it", "#two"),
        ("[[two#The end]]", "two > The end", "#last"), ("[[two#last|it]]", "it", "#last"), ("[[two#the-end|it]]", "it", "#last"),
        ("[[two#Start#The end]]", "two > Start > The end", "#last"), ("[[#Start]]", "Start", "#start"), ("[[one]]", "one", "#one"),
        ("[[two#Start]]", "two > Start", "#start-1"),
    ],
)  # fmt: skip
def test_a_link_between_notes_leads_to_a_text_of_the_book(tmp_path: Path, written: str, words: str, target: str) -> None:
    book, told = book_of(tmp_path, {"one.md": ONE.format(written), "two.md": TWO})
    links = [node for section in book.sections for node in walk(*section.blocks) if isinstance(node, Link)]
    assert [(plain_text(link), link.target, link.typed) for link in links] == [(words, target, "")]
    assert told == []


@pytest.mark.parametrize(
    "written", ["[[a note]]", "[[a note|words]]", "[[two#Nowhere]]", "[[two#^block]]", "[[#Nowhere]]", "![[two]]", "[[../two]]", "[[]]", "[[|two]]"]
)
def test_a_link_between_notes_that_leads_nowhere_stays_as_it_was_typed(tmp_path: Path, written: str) -> None:
    book, told = book_of(tmp_path, {"one.md": ONE.format(written), "two.md": TWO})
    assert f"See {written}." in plain_text(*book.sections[0].blocks) and told == []
    assert targets(book) == []


def test_links_between_notes_that_lead_nowhere_are_told_once_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# One\n\nSee [[x]].\n\n- [[#One]] and [[y]][^1]\n\n[^1]: See *[[z]]*.\n", encoding="utf-8")
    report = Report()
    read_manuscript(tmp_path / "a.md", Wanted(), report)
    told = [f"{one.place.line} {one.message}" for one in report.diagnostics if one.code == "M162" and one.place]
    assert told == ["3 markup left over from another tool: links between notes, here and in 2 more places"]


def test_a_note_is_looked_for_in_the_same_folder_first_and_by_its_folder(tmp_path: Path) -> None:
    words = "[[start]] [[b/start]] [[The Lamps]]"
    texts = {"a/start.md": f"# A\n\n{words}\n", "b/start.md": f"# B\n\n{words}\n", "c/the-lamps.md": "# C\n\n[[start]]\n"}
    book, _ = book_of(tmp_path, texts)
    assert targets(book) == ["#a", "#b", "#c", "#b", "#b", "#c"]


@pytest.mark.parametrize("written", ["[[two]](two.md)", "[x [[two]]](two.md)", "[[two]]"])
def test_brackets_in_the_words_of_a_link_stay(tmp_path: Path, written: str) -> None:
    book, _ = book_of(tmp_path, {"one.md": f"# One\n\nSee {written}.\n\n[two]: two.md\n", "two.md": TWO})
    assert targets(book) == ["#two"] and "[" in plain_text(*book.sections[0].blocks)


@pytest.mark.parametrize(
    "html",
    [
        '<ol><li id="here">one</li><li>two</li></ol>', '<ul><li id="here"><ul><li>one</li></ul></li></ul>',
        '<table><tr><td id="here">one</td></tr></table>', '<table><tr><th id="here" lang="fr">un</th></tr></table>',
    ],
)  # fmt: skip
def test_items_and_cells_of_html_can_be_linked_to(tmp_path: Path, html: str) -> None:
    book, told = book_of(tmp_path, {"one.md": f"# One\n\nSee [it](#here).\n\n{html}\n"})
    assert [node.id for node in walk(*book.sections[0].blocks) if isinstance(node, (Span, Division))] == ["here"]
    assert (targets(book), told) == (["#here"], [])


def test_items_of_html_keep_their_language(tmp_path: Path) -> None:
    book, _ = book_of(tmp_path, {"one.md": '# One\n\n<ul><li lang="fr">un</li></ul>\n'})
    assert [node.lang for node in walk(*book.sections[0].blocks) if isinstance(node, Division)] == ["fr"]
