"""Signs that an author wrote behind a backslash, to keep them as they are."""

from pathlib import Path

from publish.diagnostics import Report
from publish.model.book import Metadata
from publish.model.nodes import Emphasis, Paragraph, Text
from publish.model.walk import plain_text
from publish.readers import Source, read
from publish.transforms import Options, make_book


def printed(text: str, lang: str = "en") -> str:
    report = Report()
    book = make_book(read(Source("in.md", ".md", f"# A\n\n{text}\n"), report), Metadata("A", lang=lang), Path(), Options(), report)
    return plain_text(*book.sections[0].blocks)


def test_quotes_and_hyphens_behind_a_backslash_stay_straight() -> None:
    assert printed('She wrote \\"as it\'s\\" \\-- "here".') == 'She wrote "as it’s" -- “here”.'
    assert printed("\\'tis *\\'so\\'*", "fr") == "'tis 'so'"


def test_other_signs_behind_a_backslash_are_plain_words() -> None:
    assert printed("p\\. 5 \\*and\\* \\_that\\_...") == "p.\u00a05 *and* _that_…"


def test_an_escaped_quote_is_a_text_of_its_own() -> None:
    manuscript = read(Source("in.md", ".md", '*a\\"b*'), Report())
    assert manuscript.blocks == (Paragraph((Emphasis((Text("a"), Text('"', literal=True), Text("b"))),)),)
