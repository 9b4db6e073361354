"""Ace by DAISY, which looks at an EPUB as those do who read with their ears, in a headless Chromium.

It comes by npm. The browser that it would fetch is not needed where one is installed. Only programs that the user has
put on the path, or in the home folder's ``node_modules``, are run: what lies beside a manuscript came with it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ...diagnostics import Severity
from .process import json_report, output_of
from .verdict import Verdict, not_finished

HOW_TO_GET = "it needs Node.js and Chromium; then: PUPPETEER_SKIP_DOWNLOAD=1 ELECTRON_SKIP_BINARY_DOWNLOAD=1 npm install --global @daisy/ace"

_NAME = "Ace"
_COMMANDS = ("ace-puppeteer", "ace")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER = "PUPPETEER_EXECUTABLE_PATH"
_SECONDS_A_FILE = 180
_SEVERITIES = {"critical": Severity.ERROR, "serious": Severity.ERROR}
# What stands between the pieces of markup of one finding.
_BETWEEN = "<!--##-->"


def available() -> bool:
    """Is there an Ace, and a browser for it?"""
    return _command() is not None and _browser() is not None


def run(files: Sequence[Path]) -> Iterator[Verdict]:
    """All that Ace finds in these files, in their order. It takes one at a time, some five seconds each."""
    command, browser = _command(), _browser()
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            options = ("--silent", "--force", "--doNotReportMedia", "--tempdir", f"{folder}/work", "--outdir", f"{folder}/out")
            output_of([command or _COMMANDS[0], *options, str(file.absolute())], _SECONDS_A_FILE, {_BROWSER: browser or ""})
            yield from _problems(file, json_report(Path(folder) / "out" / "report.json"))


def _command() -> str | None:
    own = Path.home() / "node_modules" / ".bin"
    return next((found for name in _COMMANDS if (found := shutil.which(name) or shutil.which(name, path=str(own)))), None)


def _browser() -> str | None:
    return os.environ.get(_BROWSER) or next((found for name in _BROWSERS if (found := shutil.which(name))), None)


# What it says -----------------------------------------------------------------------------------


def _problems(file: Path, report: dict[str, Any] | None) -> list[Verdict]:
    """Every violation of a report; of one that is not there, or is not as we know them, that the file was not checked."""
    try:
        report = report or {}
        found = list(_violations(file, report))
        missed = not found and report["earl:result"]["earl:outcome"] != "pass"
    except (KeyError, TypeError, AttributeError):
        missed = True
    return [not_finished(file, _NAME)] if missed else found


def _violations(file: Path, report: dict[str, Any]) -> Iterator[Verdict]:
    """They are listed by the documents of the EPUB."""
    for document in report["assertions"]:
        for one in document["assertions"]:
            if one["earl:result"]["earl:outcome"] != "pass":
                yield from _places(file, document["earl:testSubject"]["url"].lstrip("/"), one)


def _places(file: Path, document: str, one: dict[str, Any]) -> Iterator[Verdict]:
    test, result = one["earl:test"], one["earl:result"]
    severity = _SEVERITIES.get(test.get("earl:impact"), Severity.WARNING)
    for markup in _about(result):
        yield Verdict(file, severity, test["dct:title"], _in_words(test, result), document, markup)


def _in_words(test: dict[str, Any], result: dict[str, Any]) -> str:
    """What is wrong, and what should be; of several ways to mend it the first."""
    wrong = result["dct:description"].partition("\n")[0]
    right = test.get("help", {}).get("dct:description") or test["dct:description"]
    return f"{wrong.strip().rstrip('.')}. {right.strip()}"


def _about(result: dict[str, Any]) -> list[str]:
    """The pieces of markup that it is about, as many as there are places; the others only explain them."""
    pieces = [piece.strip() for piece in result.get("html", "").split(_BETWEEN)]
    places = len(result.get("earl:pointer", {}).get("css", ()))
    return pieces[: max(places, 1)]
