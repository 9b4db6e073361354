"""What becomes of whole texts on the way to a book, and what is said about it.

The first part of a golden's name is the step it is about; ``-text`` at the end says that its input
is plain text. A first line ``%`` holds options: a language, ``repair`` or ``infer`` off.
"""

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Metadata
from publish.model.dump import dump
from publish.model.front_matter import FrontMatter
from publish.readers import Source, read
from publish.transforms import Options, make_book

GOLDENS = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def outcome(written: str, suffix: str, folder: Path) -> str:
    """``% lang de; title; infer no``: a title is what a front matter would give."""
    settings: dict[str, str] = {}
    if written.startswith("% "):
        first, _, written = written.partition("\n")
        settings = dict((f"{part.strip()} ").split(" ", 1) for part in first[2:].split(";"))
    settings = {key: value.strip() for key, value in settings.items()}
    report = Report()
    front = (FrontMatter(""),) if "title" in settings else ()
    manuscript = read(Source("in", suffix, written, line=1 + bool(settings), front=front), report)
    metadata = Metadata(title=settings.get("title", ""), lang=settings.get("lang", "en"))
    repair = {"yes": True, "no": False}.get(settings.get("repair", ""))
    options = Options(infer=settings.get("infer") != "no", repair=repair)
    book = make_book(manuscript, metadata, folder, options, report)
    return dump(book) + "".join(f"{found}\n" for found in report.diagnostics)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.stem)
def test_the_book_is_as_reviewed(golden: Path, tmp_path: Path, reviewed) -> None:
    suffix = ".txt" if golden.stem.endswith("-text") else ".md"
    reviewed(golden, lambda written: outcome(written, suffix, tmp_path))


def test_every_step_has_goldens() -> None:
    steps = {golden.stem.split("-")[0] for golden in GOLDENS}
    assert steps == {"repair", "front", "structure", "quotations", "identifiers"}
