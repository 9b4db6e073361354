"""Manuscripts proof-read in tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from publish.checks.manuscript import MANUSCRIPT_RULES
from publish.checks.rules.looking import look
from publish.checks.rules.rule import Rule
from publish.checks.rules.subjects import ManuscriptSubject
from publish.diagnostics import Diagnostic, Report
from publish.workflows import checking
from publish.workflows.reading import Wanted, read_manuscript

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'


def subject_of(folder: Path, text: str, name: str = "text.md") -> ManuscriptSubject:
    """A manuscript of these words, read in a folder that has a picture ``map.svg``."""
    (folder / "map.svg").write_text(_PICTURE, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return read(folder / name)


def read(path: Path) -> ManuscriptSubject:
    """A manuscript as rules see it, with the text of every file it is made of."""
    return checking.subject_of(read_manuscript(path, Wanted(), Report()))


def found(subject: ManuscriptSubject, rules: Iterable[Rule[ManuscriptSubject]] = MANUSCRIPT_RULES) -> list[Diagnostic]:
    return list(look(rules, subject, subject.name))
