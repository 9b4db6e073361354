"""What is not told: by code for a whole publication, or for one place where its author says so.

A comment ``<!-- ignore: R123 -->`` on a line of its own holds for what follows it up to the next empty line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostic, Severity

_COMMENT = re.compile(r"\s{0,3}<!--\s*ignore:\s*([A-Za-z0-9,\s]{4,200}?)\s*-->\s*")


@dataclass(frozen=True, slots=True)
class Allowances:
    """``ignored`` codes are told nowhere, ``errors`` are errors whatever else they would be; ``here`` are the codes by file and line."""

    ignored: Collection[str] = ()
    errors: Collection[str] = ()
    here: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def apply(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that are to be told, as grave as they are to be."""
        for found in findings:
            line = (found.place.file, found.place.line) if found.place else ("", 0)
            if found.code not in self.ignored and found.code not in self.here.get(line, ()):
                yield replace(found, severity=Severity.ERROR) if found.code in self.errors else found


def allowances(sources: Mapping[str, str], ignored: Collection[str], errors: Collection[str]) -> Allowances:
    """What the comments in some texts, by their names, and the settings allow."""
    here = {(file, line): codes for file, text in sources.items() for line, codes in _by_line(text)}
    return Allowances(frozenset(ignored), frozenset(errors), here)


def _by_line(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    codes: frozenset[str] = frozenset()
    begun = False  # whether what the comment is about has begun
    for number, line in enumerate(text.split("\n"), 1):
        if comment := _COMMENT.fullmatch(line):
            codes, begun = (frozenset() if begun else codes) | frozenset(comment[1].upper().replace(",", " ").split()), False
        elif line.strip():
            begun = True
        elif begun:
            codes, begun = frozenset(), False
        if codes:
            yield number, codes
