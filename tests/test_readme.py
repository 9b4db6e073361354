"""What the README shows of the library is true."""

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
