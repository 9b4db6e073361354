"""What readers make of whole texts, and what they say about them.

Each golden is an input, a line of one dot, and the model's text form with the diagnostics below it.
``PUBLISH_GOLDEN=1`` in the environment writes the second half anew, to be read in review.
"""

import os
from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.model.dump import dump
from publish.readers import read, read_source

GOLDENS = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def outcome(path: Path, name: str) -> str:
    report = Report()
    try:
        text = dump(read(read_source(path, name, report), report))
    except PublishError as error:
        text = f"refused: {error}\n"
    return text + "".join(f"{found}\n" for found in report.diagnostics)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.stem)
def test_the_model_is_as_reviewed(golden: Path, tmp_path: Path) -> None:
    written, _, expected = golden.read_text(encoding="utf-8").partition("\n.\n")
    name = "in.txt" if golden.stem.startswith("text-") else "in.md"
    manuscript = tmp_path / name
    manuscript.write_text(written + "\n", encoding="utf-8")
    found = outcome(manuscript, name)
    if os.environ.get("PUBLISH_GOLDEN"):
        golden.write_text(f"{written}\n.\n{found}", encoding="utf-8")
    else:
        assert found == expected


def test_there_are_goldens() -> None:
    assert GOLDENS
