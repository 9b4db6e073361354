"""What readers make of whole texts, and what they say about them: the model's text form, then the diagnostics."""

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
def test_the_model_is_as_reviewed(golden: Path, tmp_path: Path, reviewed) -> None:
    name = "in.txt" if golden.stem.startswith("text-") else "in.md"

    def read_written(written: str) -> str:
        manuscript = tmp_path / name
        manuscript.write_text(written, encoding="utf-8")
        return outcome(manuscript, name)

    reviewed(golden, read_written)


def test_there_are_goldens() -> None:
    assert GOLDENS
