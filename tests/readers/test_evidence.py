"""What a text is, its content says: Markdown in a .txt is read as such, and plain text stays plain whatever it is called."""

from __future__ import annotations

import pytest

from publish.diagnostics import Report
from publish.model.dump import dump
from publish.readers import READERS, Source, Syntax, read
from publish.readers.evidence import evidence_of
from publish.workflows.reading import Wanted, read_manuscript

MARKDOWN = {
    "a heading": "# Warm Houses\n\nThe boilers are cold.",
    "headings of a low rank": "Warm Houses\n\n## 1. Heating\n\nThe boilers are cold.\n\n## 2. Light\n\nThe lamps are out.",
    "a part and its chapter": "# Part One\n\n## Heating\n\nThe boilers are cold.",
    "a heading on its text": "# Warm Houses\nThe boilers are cold.",
    "a link": "The log is kept by [the Committee](https://example.org/log) of the row.",
    "a picture": "![The depot at night](pictures/depot.png)\n\nWe stood here.",
    "a note": "The lamps[^1] are out.\n\n[^1]: All but two.",
    "a table": "Line | Fare\n--- | ---\nN1 | 2.40",
    "strong words": "**Resolved:** that the lamps be mended.\n\n**Carried** by all.",
    "a quotation and emphasis": "She wrote *no* twice.\n\n> Nobody told the night.",
    "emphasis over a line's end": "We read *The Night\nBus Papers* and **all of\nit**.",
    "a division": "We demand:\n\n::: demands\n1. A lamp\n:::",
    "a private comment": "The lamps are out %% ask Ann %% again.",
    "a private comment on lines of its own": "The lamps are out.\n\n%%\nask Ann, or Bob\n%%\n\nAll but two.",
    "a comment": "The lamps are out. <!-- are they? -->",
    "Arabic": "# البيوت الدافئة\n\nالمراجل باردة.",
    "Japanese": "# 暖かい家\n\n**ボイラー**は三十年前のものだ。",
}
PLAIN = {
    "a star for a note": "The boilers* are cold.\n\n* All but two.",
    "stars for a break": "We went home.\n\n* * *\n\nNobody came.",
    "a number sign": "Flat #1 and flat #2 are cold, and so is # 3.",
    "numbered by signs": "# 1 Opening of the meeting\n\nMrs Rowe opened it.\n\n# 2 Boilers\n\nThey are cold.",
    "items with signs": "To bring:\n\n# flasks\n# tea\n# a lamp",
    "items with signs, apart": "# flasks\n\n# tea\n\n# a lamp",
    "a hashtag": "#WarmHouses\n\nThe boilers are cold.",
    "names with low lines": "Write to ida_rowe_7 or to _the_yard, and keep the file log_of_may.",
    "a sum": "5 * 3 * 2 is thirty, and 2 ** 3 ** 1 is eight.",
    "an email's emphasis": "It is *not* so, they say.",
    "brackets": "She said [sic](as it stands in the minutes) that it was [cold] (very).",
    "an address in brackets": "See [1] (https://example.org) for more.\n\n[1] The log.",
    "minutes": "MINUTES OF THE YARD\n\nPresent | Absent\nRowe | Kemp\n\n- opened at six\n- closed at nine",
    "a single rule": "We went home.\n\n---\n\nNobody came.",
    "less and more": "It was < 5 degrees, and > 3 of us were there.",
    "Turkish": "KAZAN DAİRESİ\n\n*Not: kazanlar soğuk.",
}


def read_as(text: str, suffix: str) -> str:
    return dump(read(Source("x", suffix, text), Report()))


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN)
@pytest.mark.parametrize("suffix", [".txt", ".text", ".TXT"])
def test_markdown_is_read_as_such_whatever_its_name(text: str, suffix: str) -> None:
    assert read_as(text, suffix) == read_as(text, ".md")
    report = Report()
    read(Source("x", suffix, text), report)
    told = [found for found in report.diagnostics if found.code == "M132"]
    assert len(told) == 1 and "read-as: text" in told[0].hint


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_plain_text_with_odd_signs_stays_plain(text: str) -> None:
    assert evidence_of(text, Syntax.TEXT, front_matter=False) is None
    report = Report()
    read(Source("x", ".txt", text), report)
    assert "M132" not in {found.code for found in report.diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "THE NIGHT BUS\n\nThe last bus leaves at one.\n\nTHE DEPOT\n\nNobody waits there.",
        "The last bus leaves\n\fthe depot at one.",
        "    The last bus leaves the depot at ten to one, they say.\nNobody waits.\n\n"
        "    And whoever has missed it walks home along the ring road.\nNobody waits there.",
    ],
    ids=["capitals", "pages", "set in"],
)
def test_plain_text_is_read_as_such_when_it_is_called_markdown(text: str) -> None:
    assert read_as(text, ".md") == read_as(text, ".txt")
    report = Report()
    read(Source("x.md", ".md", text), report)
    assert "read as plain text" in report.diagnostics[0].message


@pytest.mark.parametrize(
    "text",
    [
        "- one\n\n    And a paragraph of it that is set in, as its syntax says, and long enough.\n\n"
        "- two\n\n    And a paragraph of it that is set in, as its syntax says, and long enough.",
        "THE NIGHT BUS\n\nThe *last* bus leaves at one.\n\nTHE DEPOT\n\nNobody waits there.",
        "The last bus leaves at one.\n\n    publish build text.md\n\n    publish check text.md\n",
    ],
    ids=["lists", "marked", "code"],
)
def test_markdown_that_looks_a_little_like_plain_text_stays_markdown(text: str) -> None:
    report = Report()
    read(Source("x.md", ".md", text), report)
    assert "M132" not in {found.code for found in report.diagnostics}


def test_much_speaks_for_markdown_where_pages_speak_against_it() -> None:
    pages = "The last bus leaves\n\f*the* depot at `one`.\n"
    assert evidence_of(pages, Syntax.TEXT, front_matter=False) is None
    assert evidence_of(pages, Syntax.MARKDOWN, front_matter=False) is None
    much = "# Night\n\nSee [this](https://example.org).\n\n" + pages
    assert evidence_of(much, Syntax.TEXT, front_matter=False).syntax is Syntax.MARKDOWN


@pytest.mark.parametrize(("said", "heading"), [("text", False), ("markdown", True), ("auto", True)])
def test_what_the_author_says_comes_first(said: str, heading: bool, tmp_path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(f"---\ntitle: T\npublish:\n  read-as: {said}\n---\n\n# Warm Houses\n\nThe boilers are cold.\n", encoding="utf-8")
    report = Report()
    (section,) = read_manuscript(file, Wanted(), report).book.sections
    assert bool(section.title) is heading
    assert ("M132" in {found.code for found in report.diagnostics}) is (said == "auto")


def test_each_ending_is_read_somehow() -> None:
    assert all(read_as("Words.", suffix) for suffix in READERS)
