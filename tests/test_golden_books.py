"""Every sample manuscript as the book it becomes, whole: what changes here changes what readers get."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.dump import dump
from publish.workflows.reading import Wanted, manuscripts_in, read_manuscript

SAMPLES = manuscripts_in(Path(__file__).parent.parent / "manuscripts")


@pytest.mark.parametrize("manuscript", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_becomes_the_book_it_should(manuscript, golden, root: Path, report: Report):
    book = read_manuscript(manuscript, Wanted(), report).book
    golden(dump(book), root / "tests" / "golden" / f"{manuscript.stem}.txt")
    assert not report.failed
