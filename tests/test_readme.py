"""What the README shows of the library is true, and the pages for those who change it name what is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.command import ROOT


def test_the_example_for_programs_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "manuscripts", tmp_path / "manuscripts")
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    exec(compile(code, "README.md", "exec"), names)
    roles, *findings = capsys.readouterr().out.splitlines()
    assert f"  # {roles}\n" in code
    assert names["files"] == [Path("build/night-buses.pdf"), Path("build/night-buses.epub")]
    assert all(re.search(r" [A-Z]\d{3} (?:info|warning) ", line) for line in findings)


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    named = re.findall(r"`((?:[\w.-]+/)*[\w.-]+(?:/|\.(?:py|md|lock)))`", (ROOT / page).read_text("utf-8"))
    places = [
        ROOT,
        ROOT / "publish",
        ROOT / "publish" / "language",
        *(ROOT / "publish").iterdir(),
        ROOT / "tests" / "checks",
        ROOT / "tests" / "checks" / "manuscript",
    ]
    assert len(named) > 8
    assert [name for name in named if not any((place / name).exists() for place in places)] == []
