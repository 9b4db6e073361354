"""How findings and results are shown: to people on stderr, to programs as JSON."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from ..diagnostics import Diagnostic, PublishError, Report, Severity
from ..model.place import Place

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
# Findings that say the command or the settings were wrong, not the text.
_SETTINGS_CODES = ("C", "S", "F106", "M107")


def in_order(report: Report) -> list[Diagnostic]:
    """Findings by file and line, those about no file last."""
    return sorted(report.diagnostics, key=lambda found: (found.place is None, found.place or Place("")))


def show_report(report: Report, quiet: bool = False) -> None:
    """Print each finding on a line of its own, ``file:line: CODE severity: message (hint)``."""
    for found in in_order(report):
        if quiet and found.severity is Severity.INFO:
            continue
        name = f"{found.severity.value}:"
        click.echo(str(found).replace(name, click.style(name, fg=_COLOURS[found.severity]), 1), err=True)


def show_json(files: Iterable[Path], report: Report) -> None:
    """Print files and findings as one object."""
    import json

    click.echo(json.dumps({"files": [str(path) for path in files], "diagnostics": list(map(_as_data, in_order(report)))}, ensure_ascii=False))


def _as_data(found: Diagnostic) -> dict:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "file": found.place.file if found.place else "",
        "line": found.place.line if found.place else 0,
        "hint": found.hint,
    }


def exit_code(report: Report, strict: bool) -> int:
    """0 fine, 1 failed, 2 only settings or names were wrong, 3 warnings where none are allowed."""
    errors = [found for found in report.diagnostics if found.severity is Severity.ERROR]
    if errors:
        return 2 if all(found.code.startswith(_SETTINGS_CODES) for found in errors) else 1
    return 3 if strict and report.count(Severity.WARNING) else 0


def internal_error(problem: Exception, manuscript: Path) -> Diagnostic:
    """A mistake of ours, in one line; PUBLISH_DEBUG=1 shows all of it."""
    if os.environ.get("PUBLISH_DEBUG"):
        raise problem
    hint = "this is a mistake of ours; PUBLISH_DEBUG=1 shows where, please report it"
    return PublishError("X101", f"{type(problem).__name__}: {problem}", Place(str(manuscript)), hint).diagnostic
