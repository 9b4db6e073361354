"""Findings for programs, as one JSON object whose form is kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Diagnostic, Explanation, Severity
from .findings import file_of, in_order, line_of

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made: the paths of its files, and how each is printed, in words, by its path."""

    files: Sequence[str] = ()
    instructions: Mapping[str, str] = field(default_factory=dict)


def json_report(
    findings: Iterable[Diagnostic], explained: Mapping[str, Explanation], version: str, files: Collection[str] = (), made: Made | None = None
) -> str:
    """The findings as JSON in ASCII, with these keys, always all of them and in this order:

    ``format``
        ``publish-check``, or ``publish-build`` where files were made.
    ``version``
        1. It becomes 2 when a key is taken away or changes its meaning; a key may be added without that.
    ``program``
        An object: ``name`` is ``publish``, ``version`` the version of the program that looked.
    ``files``
        The names of all files that were looked at or that something was found in, sorted.
    ``findings``
        A list, sorted by file, line and severity, each finding once. Each is an object:

        ``code``
            Which rule found it, such as ``M301``. A code never changes its meaning.
        ``severity``
            ``error``, ``warning``, ``info`` or ``detail``.
        ``message``
            What is wrong, in English, in plain text.
        ``file``
            The name of the file it is about, ``""`` where it is about none.
        ``line``
            The line of the file, from 1; 0 where it is about the file as a whole.
        ``column``, ``length``
            Where in the line the words at fault begin, from 1, and how many letters they have; 0 where that is not known.
        ``hint``
            What to do about it, ``""`` where nothing is to be said.
        ``rule``
            What the code is about in a few words, as ``check --explain`` says it; ``""`` where nothing is known of it.
        ``values``
            What the message is made of, an object of named words, numbers and lists of these; ``{}`` where a
            finding has none. Words that were taken out of the text are called ``taken``.
    ``summary``
        An object: how many ``errors``, ``warnings``, ``remarks`` and ``details`` there are, and ``files``, how
        many files were looked at.
    ``made``, ``instructions``
        Only where files were made: a list of their paths, and an object that holds, by its path, how a file is printed.

    ``version`` is that of the program, ``files`` the names of those that were looked at.
    """
    whole = _whole(in_order(findings), explained, version, files)
    if made:
        whole |= {"format": "publish-build", "made": list(made.files), "instructions": dict(made.instructions)}
    return json.dumps(whole, indent=2, ensure_ascii=True)


def _whole(found: list[Diagnostic], explained: Mapping[str, Explanation], version: str, files: Collection[str]) -> dict[str, Any]:
    names = sorted({file_of(one) for one in found} - {""} | set(files))
    return {
        "format": "publish-check",
        "version": FORMAT_VERSION,
        "program": {"name": "publish", "version": version},
        "files": names,
        "findings": [_finding(one, explained) for one in found],
        "summary": _summary(found, len(names)),
    }


def _finding(found: Diagnostic, explained: Mapping[str, Explanation]) -> dict[str, Any]:
    known = explained.get(found.code)
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "file": file_of(found),
        "line": line_of(found),
        "column": found.place.column if found.place else 0,
        "length": found.place.length if found.place else 0,
        "hint": found.hint,
        "rule": known.name if known else "",
        "values": found.values,
    }


def _summary(found: list[Diagnostic], files: int) -> dict[str, int]:
    severities = [one.severity for one in found]
    return {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "remarks": severities.count(Severity.INFO),
        "details": severities.count(Severity.DETAIL),
        "files": files,
    }
