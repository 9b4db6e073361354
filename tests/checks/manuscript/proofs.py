"""Manuscripts proof-read in tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from publish.checks.looking import look
from publish.checks.manuscript import MANUSCRIPT_RULES
from publish.checks.rule import Rule
from publish.checks.subjects import ManuscriptSubject
from publish.diagnostics import Diagnostic, Report
from publish.reading import Wanted, read_manuscript

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'


def subject_of(folder: Path, text: str, name: str = "text.md") -> ManuscriptSubject:
    """A manuscript of these words, read in a folder that has a picture ``map.svg``."""
    (folder / "map.svg").write_text(_PICTURE, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return read(folder / name)


def read(path: Path) -> ManuscriptSubject:
    """A manuscript as rules see it, with the text of every file it is made of."""
    reading = read_manuscript(path, Wanted(), Report())
    files = [path] if path.is_file() else sorted(path.glob("*.md"))
    shown = {reading.shown if path.is_file() else f"{reading.shown}/{file.name}": file for file in files}
    sources = {name: file.read_text(encoding="utf-8") for name, file in shown.items()}
    return ManuscriptSubject(reading.book, sources, places=reading.publication.places, name=reading.shown)


def found(subject: ManuscriptSubject, rules: Iterable[Rule[ManuscriptSubject]] = MANUSCRIPT_RULES) -> list[Diagnostic]:
    return list(look(rules, subject, subject.name))
