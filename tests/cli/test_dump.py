"""``publish dump`` prints the model, also of what could not be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import FRONT, call, run


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_model_goes_to_stdout_with_its_lines() -> None:
    Path("night.md").write_text(f"{FRONT}All night.\n", encoding="utf-8")
    result = call("dump", "night.md")
    assert (result.err, result.code) == ("", 0)
    assert "title: Night\n" in result.out
    assert "    6|   paragraph: All night.\n" in result.out


def test_a_manuscript_with_errors_is_printed_and_its_errors_told() -> None:
    Path("night.md").write_text(f"{FRONT}A [link](#nowhere).\n", encoding="utf-8")
    result = call("dump", "night.md")
    assert "[link #nowhere: link]" in result.out
    assert result.err.startswith("night.md:6: M501 error:")
    assert result.code == 1


def test_inference_can_be_switched_off() -> None:
    Path("night.md").write_text(f"{FRONT}# Our demands\n\n- Buses at night.\n\n- Pay for drivers.\n", encoding="utf-8")
    assert "section demands" in call("dump", "night.md").out
    assert "section demands" not in call("dump", "night.md", "--no-infer").out


def test_the_model_is_printed_as_utf8_whatever_the_terminal_claims() -> None:
    Path("night.md").write_text(f"{FRONT}“Café” 夜.\n", encoding="utf-8")
    result = run("dump", "night.md", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "“Café” 夜." in result.out
    assert result.code == 0


def test_a_file_that_is_missing_gives_no_model() -> None:
    result = call("dump", "night.md")
    assert (result.out, result.code) == ("", 2)
    assert result.said == ["night.md: F106 error: there is no such file (check the name, and where you are)"]
