"""How findings and results are shown: to people on stderr, to programs as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from ..diagnostics import Diagnostic, Instructions, Severity
from ..model.place import Place

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan", Severity.DETAIL: None}
_GRAVE = frozenset((Severity.WARNING, Severity.ERROR))
# Findings that say the command or the settings were wrong, not the text.
_SETTINGS_CODES = ("C", "S", "F106", "F109", "I13", "I20", "M107")


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each finding once, by file and line; those about no file come last."""
    return sorted(dict.fromkeys(findings), key=lambda found: (found.place is None, found.place or Place("")))


def wanted(findings: Iterable[Diagnostic], quiet: bool = False, verbose: bool = False) -> list[Diagnostic]:
    """Those that are to be shown: without details, unless they were asked for; only grave ones when quiet."""
    shown = set(_GRAVE if quiet else _GRAVE | {Severity.INFO}) | ({Severity.DETAIL} if verbose else set())
    return [found for found in findings if found.severity in shown]


def show_findings(findings: Iterable[Diagnostic], quiet: bool = False, verbose: bool = False) -> None:
    """Print each on a line of its own, ``file:line: CODE severity: message (hint)``."""
    for found in in_order(wanted(findings, quiet, verbose)):
        plain = f"{found.code} {found.severity.value}:"
        coloured = f"{found.code} {click.style(f'{found.severity.value}:', fg=_COLOURS[found.severity])}"
        click.echo(str(found).replace(plain, coloured, 1), err=True)


def show_instructions(instructions: Iterable[Instructions]) -> None:
    """Print how files are printed, each set in from its file's name."""
    for one in instructions:
        lines = (f"    {line}" if line else "" for line in one.text.splitlines())
        click.echo("\n".join((f"{one.file}:", *lines, "")), err=True)


def show_json(read: Iterable[Path], made: Iterable[Path], findings: Iterable[Diagnostic], instructions: Iterable[Instructions] = ()) -> None:
    """Print what was read and made, the findings, and how to print, as one object, in letters that every program can read."""
    from .. import __version__
    from ..diagnostics import catalogue
    from ..reports import json_report
    from ..reports.json_report import Made

    told = Made(list(map(str, made)), {one.file: one.text for one in instructions})
    click.echo(json_report(findings, catalogue(), __version__, list(map(str, read)), told))


def exit_code(findings: Sequence[Diagnostic], strict: bool = False) -> int:
    """0 fine, 1 failed, 2 only settings or names were wrong, 3 warnings where none are allowed."""
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if errors:
        return 2 if all(found.code.startswith(_SETTINGS_CODES) for found in errors) else 1
    return 3 if strict and any(found.severity is Severity.WARNING for found in findings) else 0


def check_code(findings: Sequence[Diagnostic], strict: bool = False) -> int:
    """0 nothing grave, 2 only settings or names were wrong, 3 errors, or warnings where none are allowed."""
    code = exit_code(findings, strict)
    return 3 if code == 1 else code


@contextmanager
def at_work(text: str) -> Iterator[None]:
    """While this lasts, a terminal says what is being made; it says nothing elsewhere, nor afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    # What goes to stdout is a result, and must not be drawn into the terminal's line.
    with Live(
        Spinner("dots", Text(text)), console=Console(stderr=True), transient=True,
        redirect_stdout=False, redirect_stderr=False,
    ):  # fmt: skip
        yield
