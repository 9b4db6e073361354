"""Rules held against what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ...diagnostics import Diagnostic, explained
from ...model.place import Place
from .rule import Rule
from .subjects import FileSubject

S = TypeVar("S")


def look(rules: Iterable[Rule[S]], subject: S, name: str) -> Iterator[Diagnostic]:
    """What some rules find in a subject; findings about the whole of it are about the file of its name."""
    foreign = isinstance(subject, FileSubject) and subject.manuscript is None
    for rule in rules:
        for found in rule.look(subject):
            about = explained(rule.code)
            mend = about.elsewhere if foreign and about.elsewhere else about.mend
            yield Diagnostic(rule.code, about.severity, found.message, found.place or Place(name), found.hint or mend)
