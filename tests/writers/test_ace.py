"""Ace by DAISY finds nothing to say of our e-books, whatever the language and the style; a look takes it some seconds a book."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.styles import find_style
from publish.writers.epub.epub import write_epub
from tests import ace
from tests.checks.epubs import changed, replaced
from tests.writers.sample import everything
from tests.writers.test_epubcheck import all_matter

# Every element in several languages, and all that can stand around a text, in all styles that look different.
# The samples are looked at by ``make conformance``.
BOOKS = {
    "everything-ar-large-print": (lambda: everything(lang="ar"), "large-print"),
    "everything-de-base": (lambda: everything(lang="de"), "base"),
    "all-matter-broadsheet": (all_matter, "broadsheet"),
}


@pytest.fixture(scope="module", autouse=True)
def with_ace() -> None:
    """Ace is there; where CI lacks it, CI is broken."""
    if lack := ace.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(lack)


@pytest.mark.parametrize("name", BOOKS)
def test_ace_finds_no_violation_of_any_impact(tmp_path: Path, name: str):
    make, by = BOOKS[name]
    file = tmp_path / f"{name}.epub"
    file.write_bytes(write_epub(make(), find_style(by, tmp_path), Report()))
    assert [f"{said.id} in {said.place}: {said.message} {said.extra}" for said in ace.check([file])] == []


def test_ace_does_find_what_bars_readers(tmp_path: Path):
    data = write_epub(everything(), find_style("pamphlet", tmp_path), Report())
    undescribed = replaced(' alt="The depot at night, all its lights on"', "")
    file = tmp_path / "broken.epub"
    file.write_bytes(changed(data, {"EPUB/text/04-chapter.xhtml": undescribed, "EPUB/content.opf": replaced("accessibilityHazard", "hazard")}))
    assert {said.id for said in ace.check([file])} == {"image-alt", "metadata-accessibilityhazard"}
