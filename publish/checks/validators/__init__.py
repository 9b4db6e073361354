"""The programs that judge finished files, and what they find as findings of ours.

Each looks at copies in a folder of its own: names that somebody else chose never reach a command line.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...diagnostics import Diagnostic, Severity
from ...model.place import Place
from ...pdf.syntax import opens
from ..epub.opened import Epub, Unreadable, open_epub, reason_unreadable
from ..rules.subjects import FileSubject
from . import ace, epubcheck, ghostscript, qpdf, verapdf
from .tracing import Tracer
from .verdict import Validator, Verdict

_EPUB, _PDF = frozenset((".epub",)), frozenset((".pdf",))
# A fault that is in every page would fill the report with itself.
_MOST_OF_A_KIND = 10

VALIDATORS = (
    Validator("V101", "EPUBCheck", _EPUB, epubcheck.available, epubcheck.HOW_TO_GET, epubcheck.run),
    Validator("V102", "Ace", _EPUB, ace.available, ace.HOW_TO_GET, ace.run),
    Validator("V103", "qpdf", _PDF, qpdf.available, qpdf.HOW_TO_GET, qpdf.run),
    Validator("V104", "Ghostscript", _PDF, ghostscript.available, ghostscript.HOW_TO_GET, ghostscript.run),
    Validator("V105", "veraPDF", _PDF, verapdf.available, verapdf.HOW_TO_GET, verapdf.run),
)


def validated(subjects: Sequence[FileSubject], validators: Sequence[Validator] = VALIDATORS) -> Iterator[Diagnostic]:
    """What the validators that are installed say of finished files, and which are not (V100).

    A file that cannot be opened is left out: the rules say so, and once is enough.
    """
    sound = [subject for subject in subjects if _can_be_opened(subject)]
    for validator in validators:
        judged = [subject for subject in sound if _kind(subject) in validator.kinds]
        if judged and validator.available():
            yield from _judgements(validator, judged)
        elif judged:
            yield _not_installed(validator, judged)


def _kind(subject: FileSubject) -> str:
    return Path(subject.name).suffix.lower()


def _can_be_opened(subject: FileSubject) -> bool:
    if _kind(subject) in _PDF:
        return opens(subject.data)
    return not (reason_unreadable(subject.data) or open_epub(subject.data).damage())


def _not_installed(validator: Validator, judged: Sequence[FileSubject]) -> Diagnostic:
    first, more = judged[0].name, len(judged) - 1
    others = f" and {more} other file{'s' if more > 1 else ''}" if more else ""
    verb = "were" if more else "was"
    message = f"{validator.name} is not installed, so {first}{others} {verb} not checked with it"
    return Diagnostic("V100", Severity.INFO, message, None, validator.how_to_get)


# What they say ----------------------------------------------------------------------------------


def _judgements(validator: Validator, judged: Sequence[FileSubject]) -> Iterator[Diagnostic]:
    with tempfile.TemporaryDirectory() as folder:
        copies = {Path(folder) / f"{number}{_kind(subject)}": subject for number, subject in enumerate(judged, 1)}
        for path, subject in copies.items():
            path.write_bytes(subject.data)
        problems = list(validator.run(tuple(copies)))
    for path, subject in copies.items():
        yield from _told(validator, subject, [problem for problem in problems if problem.file == path])


def _told(validator: Validator, subject: FileSubject, problems: Sequence[Verdict]) -> Iterator[Diagnostic]:
    trace = _Traces(subject)
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.id] = counts.get(problem.id, 0) + 1
        if counts[problem.id] <= _MOST_OF_A_KIND:
            yield _diagnostic(validator, subject, problem, trace.place(problem))
    for kind, count in counts.items():
        if count > _MOST_OF_A_KIND:
            gravest = max((problem.severity for problem in problems if problem.id == kind), key=_GRAVITY.index)
            message = f"{validator.name} {kind}: the same in {count - _MOST_OF_A_KIND} more places"
            yield Diagnostic(validator.code, gravest, message, Place(subject.name))


_GRAVITY = (Severity.DETAIL, Severity.INFO, Severity.WARNING, Severity.ERROR)


def _diagnostic(validator: Validator, subject: FileSubject, problem: Verdict, traced: Place | None) -> Diagnostic:
    where = ", ".join(filter(None, (subject.name if traced else "", problem.place)))
    message = f"{validator.name} {problem.id}: {problem.message}" + (f" (in {where})" if where else "")
    return Diagnostic(validator.code, problem.severity, message, traced or Place(subject.name))


class _Traces:
    """Leads what is found in an EPUB back to its manuscript, where that is known."""

    def __init__(self, subject: FileSubject) -> None:
        self._epub: Epub | None = None
        if subject.manuscript and _kind(subject) in _EPUB:
            self._epub, self._tracer = open_epub(subject.data), Tracer(subject.manuscript.book)

    def place(self, problem: Verdict) -> Place | None:
        if self._epub is None or not problem.place:
            return None
        document, line, column = _parts(problem.place)
        name = self._epub.member(document)
        if name is None or not name.endswith((".xhtml", ".html", ".htm")):
            return None
        try:
            text = self._epub.read(name).decode("utf-8", "replace")
        except Unreadable:
            return None
        return self._tracer.trace(text, line, column, problem.extra)


def _parts(place: str) -> tuple[str, int, int]:
    """Document, line and column of a place, 0 for what it does not say."""
    parts = place.split(":")
    numbers = [int(part) for part in parts[1:] if part.isdecimal()]
    line, column, *_ = (*numbers, 0, 0)
    return parts[0], line, column
