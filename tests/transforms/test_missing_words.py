"""Where we have no words in a book's language for what is printed besides its text."""

from pathlib import Path

import pytest

from publish.diagnostics import Diagnostic, Report
from publish.model.book import Metadata
from publish.model.place import Place
from publish.readers import Source, read
from publish.transforms import Contribution, Options, make_book, make_collection

TEXT = "# Qo\n\nHeghlu’meH QaQ jajvam.\n"


def told(lang: str) -> list[Diagnostic]:
    report = Report()
    make_book(read(Source("in.md", ".md", TEXT), report), Metadata("Qo", lang=lang), Path(), Options(), report)
    return [found for found in report.diagnostics if found.code == "M307"]


def test_a_language_without_words_is_told_with_the_file_to_write() -> None:
    (found,) = told("tlh-Latn")
    assert "`tlh-Latn`" in found.message and "tlh.toml" in found.hint
    assert found.place == Place("in.md") and found.values["lang"] == "tlh-Latn"


@pytest.mark.parametrize("lang", ["en", "de-AT", "zh-TW", "sr-Latn", "und", "mul"])
def test_nothing_is_told_of_languages_with_words_and_of_tags_that_name_none(lang: str) -> None:
    assert told(lang) == []


def test_a_collection_tells_it_once() -> None:
    report = Report()
    texts = [Contribution(read(Source(f"{name}.md", ".md", TEXT), report), Metadata(name, lang="tlh")) for name in ("one", "two")]
    make_collection(texts, Metadata("Book", lang="tlh"), Path(), Options(), report)
    assert [found.code for found in report.diagnostics].count("M307") == 1
