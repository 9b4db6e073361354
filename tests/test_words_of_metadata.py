"""Metadata are Markdown: plain words where only those can stand, with their marks on title pages."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from publish.diagnostics import Report
from publish.model.book import Metadata
from publish.model.nodes import Emphasis, Text
from publish.workflows.building import Wanted, build
from publish.workflows.reading import read_manuscript
from publish.writers.markup.title_words import TitleWords
from publish.writers.markup.xhtml import Xhtml

TEXT = """---
title: The *Lamp* & the "Quay" <of> Mill's `Street`
subtitle: A [link](https://example.org) and ~~struck~~ words
author: Ann *Quay*
rights: \\*All\\* of it
lang: en
---

Words.
"""


def metadata_of(folder: Path, text: str, report: Report | None = None) -> Metadata:
    path = folder / "m.md"
    path.write_text(text, encoding="utf-8")
    return read_manuscript(path, Wanted(), report or Report()).book.metadata


def test_the_plain_words_are_what_others_use(tmp_path: Path) -> None:
    found = metadata_of(tmp_path, TEXT)
    assert found.title == "The Lamp & the “Quay” <of> Mill’s Street"
    assert (found.subtitle, found.authors, found.rights) == ("A link and struck words", ("Ann Quay",), "*All* of it")


def test_title_pages_show_the_marks_and_packages_do_not(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text(TEXT, encoding="utf-8")
    report = Report()
    (epub, web) = build(path, Wanted(formats=("epub", "html"), out=tmp_path), report)
    with ZipFile(epub) as book:
        package = next(book.read(name).decode() for name in book.namelist() if name.endswith(".opf"))
        pages = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    marked = "The <em>Lamp</em> &amp; the “Quay” &lt;of&gt; Mill’s <code>Street</code>"
    assert ">The Lamp &amp; the “Quay” &lt;of&gt; Mill’s Street</dc:title>" in package
    assert marked in pages and marked in web.read_text("utf-8")
    assert "A link and <s>struck</s> words" in pages
    assert [str(one) for one in report.diagnostics if one.code == "M164"] == [
        f"{path}:3: M164 info: this link was left out; its words are kept (a link can stand in the text)"
    ]


def test_a_title_found_in_the_text_keeps_its_marks(tmp_path: Path) -> None:
    found = metadata_of(tmp_path, "---\nlang: en\n---\n# Reading *The Lamp* again\n\nWords.\n")
    assert found.title == "Reading The Lamp again"
    assert found.marked_title == (Text("Reading "), Emphasis((Text("The Lamp"),)), Text(" again"))


def test_titles_of_texts_in_a_folder_keep_their_marks(tmp_path: Path) -> None:
    (tmp_path / "publication.yaml").write_text('title: Two\ncontents:\n- one.md\n- file: two.md\n  title: The *Quay* "now"\n- three.md\n', "utf-8")
    (tmp_path / "one.md").write_text("---\ntitle: The *Lamp* at **five**\n---\n\nWords.\n", "utf-8")
    (tmp_path / "two.md").write_text("---\ntitle: Another\n---\n\nWords.\n", "utf-8")
    (tmp_path / "three.md").write_text("# The `Street`\n\nWords.\n", "utf-8")
    say = Xhtml(link=str, image=str, note=lambda _: "")
    sections = read_manuscript(tmp_path, Wanted(), Report()).book.sections
    assert [say.inlines(section.title) for section in sections] == [
        "The <em>Lamp</em> at <strong>five</strong>", "The <em>Quay</em> “now”", "The <code>Street</code>",
    ]  # fmt: skip


def test_what_is_private_in_a_title_is_taken_out(tmp_path: Path) -> None:
    report = Report()
    found = metadata_of(tmp_path, "---\ntitle: The Lamp %%or Quay?%%\ndescription: A lamp. %%ask%%\nlang: en\n---\nWords.\n", report)
    assert (found.title.strip(), found.description.strip()) == ("The Lamp", "A lamp.")
    assert [one.code for one in report.diagnostics if one.place and one.place.line in (2, 3)] == ["M160", "M160"]


@pytest.mark.parametrize("title", ["Words^[a note] here", "An ![image](a.png) here", "1984. A Novel", "- a dash", "# One", "a_b_c"])
def test_what_no_title_can_hold_stays_as_it_was_written(tmp_path: Path, title: str) -> None:
    assert metadata_of(tmp_path, f"---\ntitle: '{title}'\nlang: en\npublish: {{typography: no}}\n---\nWords.\n").title == title


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["The Lamp of Mill"], "The <em>Lamp of</em> Mill"),
        (["The Lamp", "of Mill"], "The <em>Lamp|of</em> Mill"),
        (["The", "Lamp of", "Mill"], "The|<em>Lamp of</em>|Mill"),
    ],
)
def test_a_marked_title_is_parted_where_its_lines_end(lines: list[str], said: str) -> None:
    marked = (Text("The "), Emphasis((Text("Lamp of"),)), Text(" Mill"))
    (found,) = TitleWords(Metadata(title="The Lamp of Mill", marked_title=marked)).title(lines)
    assert str(found).replace("<br/>", "|").replace("|\n", "|") == said


def test_signs_of_examples_and_links_between_notes_are_words_of_a_title(tmp_path: Path) -> None:
    assert metadata_of(tmp_path, '---\ntitle: "*Lamps* @quay and [[a note]]"\nlang: en\n---\n\nWords.\n').title == "Lamps @quay and [[a note]]"
