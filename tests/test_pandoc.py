"""Every document of the corpus has the structure and the words that pandoc finds in it, but for those in ``deviations.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.dump import dump
from publish.workflows.reading import Wanted, read_manuscript
from tests import pandoc

FRONT = "---\ntitle: The title\nlang: en\npublish:\n  typography: false\n---\n\n"
DOCUMENTS = pandoc.documents()
REASONS = {
    name: deviation["reason"]
    for deviation in tomllib.loads((Path(pandoc.__file__).parent / "deviations.toml").read_text(encoding="utf-8"))["deviation"]
    for name in deviation["documents"]
}
_WIDTHS = re.compile(r"(?m)^( *table\b[^:\n]*?) widths [\d. ]*\d")
_SECTION = re.compile(r"section \S+(?P<id> #\S+)?(?: lang \S+)?(?: level (?P<level>\d))?(?:: (?P<title>.*))?")


@pytest.fixture(scope="module")
def read_twice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Each document as we read it, and as pandoc does."""
    folder = tmp_path_factory.mktemp("corpus")
    files = {name: folder / f"{number}.md" for number, name in enumerate(DOCUMENTS)}
    for name, file in files.items():
        file.write_text(FRONT + DOCUMENTS[name], encoding="utf-8")
    theirs = pandoc.outlines(files.values())
    return {name: (ours(file), judged) for (name, file), judged in zip(files.items(), theirs, strict=True)}


def ours(file: Path) -> str:
    """What ``publish dump`` shows of a file, with no line numbers, and sections as the headings that they were."""
    book = read_manuscript(file, Wanted(repair=False, infer=False), Report()).book
    lines = (line[7:] for line in dump(book).splitlines() if line[:5].strip() or line[7:8] in (" ", ""))
    return _WIDTHS.sub(r"\1", "\n".join(_without_sections(lines)) + "\n")


def _without_sections(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line or line.startswith(" "):
            yield line[2:]
        elif (section := _SECTION.fullmatch(line)) and section["title"]:
            yield f"heading {section['level'] or 1}{section['id'] or ''}: {section['title']}"


def test_the_corpus_is_large_enough():
    assert len(DOCUMENTS) >= 200


def test_documents_are_read_as_pandoc_reads_them(read_twice):
    wrong = {name: f"ours:\n{own}pandoc's:\n{theirs}" for name, (own, theirs) in read_twice.items() if own != theirs and name not in REASONS}
    assert "\n".join(f"{name}\n{said}" for name, said in wrong.items()) == ""


def test_what_is_called_a_deviation_is_one(read_twice):
    assert [name for name in REASONS if name not in read_twice or len(set(read_twice[name])) == 1] == []
