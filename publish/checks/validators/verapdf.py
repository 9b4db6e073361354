"""veraPDF, which knows every rule of PDF/UA and PDF/A that a program can decide.

A file is held to what it says to be, and to nothing else: one that makes no such claim breaks no rule. The command
``verapdf`` takes many files in one run, so that Java is started once for each standard.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...diagnostics import Severity
from ...pdf.claimed_standards import said_to_be
from .process import output_of
from .verdict import Verdict, not_finished

HOW_TO_GET = "it needs Java and is at verapdf.org; on macOS: brew install verapdf"

_NAME = "veraPDF"
_COMMAND = "verapdf"
_STANDARDS = {
    "ua1": "PDF/UA-1", "ua2": "PDF/UA-2", "1a": "PDF/A-1a", "1b": "PDF/A-1b", "2a": "PDF/A-2a", "2b": "PDF/A-2b", "2u": "PDF/A-2u",
    "3a": "PDF/A-3a", "3b": "PDF/A-3b", "3u": "PDF/A-3u", "4": "PDF/A-4", "4e": "PDF/A-4e", "4f": "PDF/A-4f",
}  # fmt: skip
_SECONDS_TO_START, _SECONDS_A_FILE = 60, 60
_PAGE = re.compile(r"/pages\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that a file breaks: the standard's clause with the number of the test, and in how many places.

    ``page``, from 1, is that of the first of them, 0 where it is on none.
    """

    file: Path
    standard: str
    clause: str
    message: str
    count: int
    page: int = 0


def available() -> bool:
    """Is there a veraPDF?"""
    return shutil.which(_COMMAND) is not None


def run(files: Sequence[Path]) -> Iterator[Verdict]:
    """All that veraPDF finds in these files, in their order, and which of them it did not get through."""
    found, unchecked = _found(files)
    for file in files:
        yield from (_problem(broken) for broken in found if broken.file == file)
        if file in unchecked:
            yield not_finished(file, _NAME)


def validate(files: Sequence[Path]) -> list[BrokenRule]:
    """The rules that these files break, of the standards that they claim; nothing where there is no veraPDF."""
    return _found(files)[0] if available() else []


def _found(files: Sequence[Path]) -> tuple[list[BrokenRule], frozenset[Path]]:
    """The rules that are broken, and the files that were not looked at, or not to the end."""
    claims = {file: [claim for claim in said_to_be(file.read_bytes()) if claim in _STANDARDS] for file in files}
    found: list[BrokenRule] = []
    unchecked: set[Path] = set()
    for flavour in _STANDARDS:
        claiming = [file for file in files if flavour in claims[file]]
        if claiming:
            broken, through = broken_rules(_report(flavour, claiming), _STANDARDS[flavour], claiming)
            found += broken
            unchecked |= set(claiming) - through
    return found, frozenset(unchecked)


def _report(flavour: str, files: Sequence[Path]) -> str:
    options = ("--format", "json", "--flavour", flavour, "--maxfailuresdisplayed", "1")
    command = [shutil.which(_COMMAND) or _COMMAND, *options, *(str(file.absolute()) for file in files)]
    return output_of(command, _SECONDS_TO_START + _SECONDS_A_FILE * len(files)) or ""


def _problem(broken: BrokenRule) -> Verdict:
    places = f", in {broken.count} places" if broken.count > 1 else ""
    message = f"{broken.message} (a rule of {broken.standard}{places})"
    return Verdict(broken.file, Severity.ERROR, broken.clause, message, f"page {broken.page}" if broken.page else "")


# Its report -------------------------------------------------------------------------------------


def broken_rules(report: str, standard: str, files: Sequence[Path]) -> tuple[list[BrokenRule], frozenset[Path]]:
    """The broken rules in a report of veraPDF's, its JSON format, and the files that it got through."""
    by_name = {str(file.absolute()): file for file in files}
    found: list[BrokenRule] = []
    through: set[Path] = set()
    for job in _jobs(report):
        try:
            file = by_name[job["itemDetails"]["name"]]
            for result in _results(job):
                found += [_broken_rule(file, standard, rule) for rule in result["details"]["ruleSummaries"] if rule["ruleStatus"] == "FAILED"]
                through.add(file)
        except (KeyError, TypeError, ValueError):
            continue
    return found, frozenset(through)


def _jobs(report: str) -> list[dict[str, Any]]:
    try:
        return list(json.loads(report)["report"]["jobs"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return []


def _results(job: dict[str, Any]) -> list[dict[str, Any]]:
    """What was found of a file that was looked at to the end; earlier versions give one thing, later ones a list."""
    results = job["validationResult"]
    return [one for one in (results if isinstance(results, list) else [results]) if one.get("jobEndStatus", "normal") == "normal"]


def _broken_rule(file: Path, standard: str, rule: dict[str, Any]) -> BrokenRule:
    first = rule["checks"][0] if rule.get("checks") else {}
    page = _PAGE.search(first.get("context") or "")
    message = " ".join((first.get("errorMessage") or rule["description"]).split())
    return BrokenRule(file, standard, f"{rule['clause']}-{rule['testNumber']}", message, int(rule["failedChecks"]), int(page[1]) + 1 if page else 0)
