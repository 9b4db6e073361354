"""What tests share: a report to fill, the materials, and expected texts kept in files."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.typesetting.fonts.families import FAMILIES, family_folders
from publish.typesetting.fonts.fontconfig import fontconfig_xml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _a_machine_with_our_fonts_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever fonts are installed, programs that tests start see those that come with ours."""
    file = tmp_path_factory.mktemp("fontconfig") / "fonts.conf"
    file.write_text(fontconfig_xml([family_folders()[family] for family in FAMILIES], machine=False), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(file))
        yield


@pytest.fixture
def machine_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose fonts the machine has, and no others."""
    folder = tmp_path / "machine" / "fonts"
    folder.mkdir(parents=True)
    file = folder.parent / "fonts.conf"
    file.write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(file))
    return folder


@pytest.fixture
def report() -> Report:
    """An empty report."""
    return Report()


@pytest.fixture
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture
def shared() -> Path:
    """The folder of acceptance materials beside the clone; where CI lacks it, CI is broken."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{folder.name}/ is missing beside the clone")
        pytest.skip(f"needs the acceptance materials in {folder.name}/ beside the clone")
    return folder


@pytest.fixture(scope="module")
def unburdened() -> Iterator[None]:
    """What other tests left in memory is not walked through, again and again, while those of a file are timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def golden() -> Callable[[str, Path], None]:
    """``golden(text, file)`` holds a text against the one expected, kept in ``file``.

    With PUBLISH_GOLDEN set (``make golden``), the file is written in place of compared.
    """

    def compare(text: str, file: Path) -> None:
        if os.environ.get("PUBLISH_GOLDEN"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file.name} is not there: `make golden` writes it"
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def reviewed() -> Callable[[Path, Callable[[str], str]], None]:
    """``reviewed(file, outcome)`` for a golden that holds its own input.

    The file is an input, a line of one dot, and what ``outcome`` makes of the input; that half is
    written anew, to be read in review, with PUBLISH_GOLDEN set.
    """

    def compare(file: Path, outcome: Callable[[str], str]) -> None:
        written, _, expected = file.read_text(encoding="utf-8").partition("\n.\n")
        found = outcome(f"{written}\n")
        if os.environ.get("PUBLISH_GOLDEN"):
            file.write_text(f"{written}\n.\n{found}", encoding="utf-8", newline="\n")
        else:
            assert found == expected

    return compare


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped, why, and how all of it is run: a test that nobody misses is none."""
    skipped = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", []))
    if not skipped:
        return
    terminalreporter.section("not run here")
    for reason, number in sorted(skipped.items()):
        terminalreporter.line(f"{number:4} {'test' if number == 1 else 'tests'}: {reason}")
    terminalreporter.line("bash .ci/run installs what they need, on Debian and Ubuntu, and runs them all.")
