"""A place in an EPUB leads back to the line of the manuscript that it was made from."""

from __future__ import annotations

import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.checks.lossless.page_pieces import PageElement, page_of
from publish.checks.rules.subjects import FileSubject
from publish.checks.validators.tracing import Tracer, trace
from publish.model.letters import letters
from tests.checks.epubs import made_of
from tests.command import ROOT
from tests.writers.sample import everything, png

SAMPLES = ["caravan.md", "es-plaza.md", "night-buses.md", "reader", "stairwell.md"]

TEXT = """---
title: The stop
author: A. Rider
lang: en
---

# Waiting

Nobody came. See [the table](#lines), or [the town’s
page](https://example.org/stop), and the next page.

![The stop in the rain](stop.png)

Nobody came.

> We waited.
>
> — a rider

Nobody came.[^1]

# Lines {#lines}

Nobody came.

| Line | Buses |
|------|-------|
| N1   | 3     |
| N2   | 3     |

[^1]: The council says so.
"""


@pytest.fixture(scope="module")
def subject(tmp_path_factory) -> FileSubject:
    folder = tmp_path_factory.mktemp("stop")
    (folder / "stop.png").write_bytes(png())
    (folder / "stop.md").write_text(TEXT, "utf-8")
    return made_of(folder / "stop.md")


def pages(subject: FileSubject) -> dict[str, str]:
    archive = zipfile.ZipFile(BytesIO(subject.data))
    return {name: archive.read(name).decode() for name in archive.namelist() if re.search(r"/\d\d-.*\.xhtml$", name)}


def page_with(subject: FileSubject, words: str) -> str:
    return next(text for text in pages(subject).values() if words in text)


def line_of(subject: FileSubject, page: str, markup: str, count: int = 1) -> int:
    """The line of the manuscript that is found for the end of some markup in a page, where validators point to."""
    before = page[: [match.end() for match in re.finditer(re.escape(markup), page)][count - 1]]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    place = trace(page, line, column, "", subject.manuscript.book)
    return place.line if place else 0


def written(words: str) -> int:
    """The line of the text above on which words stand for the first time."""
    return next(number for number, line in enumerate(TEXT.splitlines(), 1) if words in line)


# One thing after another --------------------------------------------------------------------------


def test_a_picture_without_description_leads_to_the_line_of_the_picture(subject: FileSubject):
    page = page_with(subject, "stop.png").replace(' alt="The stop in the rain"', "")
    assert line_of(subject, page, 'src="../images/stop.png"/>') == written("![The stop")
    snippet = '<img xmlns="http://www.w3.org/1999/xhtml" src="../images/stop.png" />'
    assert trace(page, 0, 0, snippet, subject.manuscript.book).line == written("![The stop")


def test_a_broken_link_leads_to_the_line_of_its_words(subject: FileSubject):
    page = page_with(subject, "the table").replace("#lines", "#nowhere")
    assert line_of(subject, page, '#nowhere">') == written("[the table]")


def test_what_is_said_three_times_leads_to_the_line_that_is_meant(subject: FileSubject):
    page = page_with(subject, "We waited.")
    said = [number for number, line in enumerate(TEXT.splitlines(), 1) if line.startswith("Nobody came.")]
    assert [line_of(subject, page, "<p>Nobody came.", count) for count in (2, 3)] == said[1:3]
    assert line_of(subject, page_with(subject, "<td>"), "<p>Nobody came.") == said[3]


def test_cells_that_are_alike_lead_to_their_own_rows(subject: FileSubject):
    page = page_with(subject, "<td>")
    assert [line_of(subject, page, "<td>3", count) for count in (1, 2)] == [written("N1 "), written("N2 ")]


def test_a_note_leads_to_where_it_is_written_and_its_call_to_the_sentence(subject: FileSubject):
    page = page_with(subject, "We waited.")
    assert line_of(subject, page, "</a> The council") == written("[^1]: ")
    assert line_of(subject, page, 'href="#_note-1">') == written("came.[^1]")


def test_who_is_quoted_is_found_by_markup_alone(subject: FileSubject):
    page = page_with(subject, "We waited.")
    snippet = re.search(r'<div class="attribution">.*?</div>', page)[0]
    assert trace(page, 0, 0, snippet, subject.manuscript.book).line == written("— a rider")


def test_a_sentence_that_was_changed_in_the_page_is_still_found(subject: FileSubject):
    page = page_with(subject, "and the next page").replace("and the next page", "and <b>more</b>")
    assert line_of(subject, page, "and <b>more") == written("Nobody came. See")


def test_what_no_line_says_leads_nowhere(subject: FileSubject):
    title = '<html><body><p class="title">The stop</p></body></html>'
    assert trace(title, 1, 40, "", subject.manuscript.book) is None
    assert trace(page_with(subject, "<td>"), 0, 0, "", subject.manuscript.book) is None


# All of every page --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_every_block_of_a_sample_leads_to_the_line_it_was_written_on(name: str):
    subject = made_of(ROOT / "manuscripts" / name)
    tracer, sources, count = Tracer(subject.manuscript.book), subject.manuscript.sources, 0
    for text in pages(subject).values():
        for element in blocks(text):
            line, column = element.position
            place = tracer.trace(text, line, column + 1)
            written_there = letters(" ".join(sources[place.file].splitlines()[place.line - 1 : place.line + 1]))
            assert letters(element.words)[:8] in written_there, f"{element.words[:60]} → {place}"
            count += 1
    assert count > 15


def blocks(text: str) -> list[PageElement]:
    """The blocks that begin with words of their own."""
    found = [element for element in page_of(text).elements if element.tag in ("p", "li", "h2", "h3", "td", "th", "figcaption")]
    own = [element for element in found if element.words.strip() and element.attributes.get("class") != "byline"]
    return [element for element in own if "imprint" not in text and not element.words[0].isdecimal()]


# Bad input ----------------------------------------------------------------------------------------


@given(st.text(max_size=300), st.integers(-5, 10**9), st.integers(-5, 10**9), st.text(max_size=100))
def test_nothing_that_a_page_holds_makes_tracing_fail(page: str, line: int, column: int, snippet: str):
    book = everything()
    trace(f"<html><p>{page}", line, column, snippet, book)
    trace(page, line, column, f"<p {snippet}", book)


def test_a_page_made_to_take_for_ever_does_not(subject: FileSubject):
    bomb = "<!DOCTYPE x [" + '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefgh", "bcdefghi")) + "]>"
    deep = "<b>" * 300_000 + "x"
    before = time.process_time()
    for page in (f"{bomb}<html><p>&i;</p></html>", f"<html>{deep}", "<html>" + "<p>Nobody came.</p>" * 50_000 + "</html>"):
        trace(page, 1, len(page), "", subject.manuscript.book)
    assert time.process_time() - before < 5


def test_it_is_told_which_manuscript_of_a_folder():
    subject = made_of(ROOT / "manuscripts" / "reader")
    page = page_with(subject, "sealed")
    files = {Path(place.file).name for element in blocks(page) if (place := Tracer(subject.manuscript.book).trace(page, *element.position))}
    assert files and all(name.endswith(".md") for name in files)
