"""Findings put in order and counted, the same way for all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from ..diagnostics import Diagnostic, Severity

GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.DETAIL)
_NAMES = {
    Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"), Severity.DETAIL: ("detail", "details"),
}  # fmt: skip


def file_of(found: Diagnostic) -> str:
    """The name of the file that a finding is about, ``""`` where it is about none."""
    return found.place.file if found.place else ""


def line_of(found: Diagnostic) -> int:
    """The line that a finding is about, 0 where it is about the file as a whole or about none."""
    return found.place.line if found.place else 0


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each finding once: by file, line and severity, the gravest first; those about no file come last."""
    return sorted(dict.fromkeys(findings), key=_order)


def _order(found: Diagnostic) -> tuple[bool, str, int, int, str, str, str]:
    gravity = GRAVEST_FIRST.index(found.severity)
    return (found.place is None, file_of(found), line_of(found), gravity, found.code, found.message, found.hint)


def by_file(findings: Iterable[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    """The files that something was found in, each with its findings, in order."""
    return [(file, list(about)) for file, about in groupby(in_order(findings), file_of)]


def counts(findings: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """How many there are of each severity, the gravest first, without those of which there are none."""
    counted = Counter(found.severity for found in findings)
    return {severity: counted[severity] for severity in GRAVEST_FIRST if counted[severity]}


def named(severity: Severity, number: int) -> str:
    """A number of findings in words: ``1 error``, ``5,000 remarks``."""
    return _counted(number, *_NAMES[severity])


def summary(findings: Iterable[Diagnostic], files: Collection[str] = ()) -> str:
    """All of it in one line: ``2 errors and 3 remarks in 2 of 4 files``, ``nothing found in 4 files``.

    ``files`` are those that were looked at; without them, only those are known in which something was found.
    """
    each_once = in_order(findings)
    found_in = {file_of(found) for found in each_once} - {""}
    looked_at = found_in | set(files)
    if not each_once:
        return f"nothing found in {_counted(len(looked_at), 'file', 'files')}" if looked_at else "nothing found"
    said = _listed([named(severity, number) for severity, number in counts(each_once).items()])
    if not found_in:
        return said
    of_all = f"{len(found_in):,} of " if len(looked_at) > len(found_in) else ""
    return f"{said} in {of_all}{_counted(len(looked_at), 'file', 'files')}"


def _counted(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
