"""Manuscripts and finished files proof-read: by our rules, and by the validators that are installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from ..checks.claims import report_untrue_claims
from ..checks.epub.opened import reason_unreadable
from ..checks.epub.rules import EPUB_RULES, PAIR_RULES
from ..checks.fixes import Fix, apply, diff, fixes
from ..checks.imprint import IMPRINT_RULES
from ..checks.lossless.whole import WHOLE
from ..checks.manuscript import MANUSCRIPT_RULES
from ..checks.pdf.rules import PDF_RULES
from ..checks.rules.allowances import allowances
from ..checks.rules.looking import look
from ..checks.rules.subjects import FileSubject, ManuscriptSubject
from ..checks.validators import validated
from ..diagnostics import PublishError, Report
from ..files import read
from ..model.book import Book
from ..model.place import Place
from ..pdf.tagged_text import tagged_text
from ..writers.markup.markup_text import spoken_epub
from ..writers.paper.printed_links import are_few, with_printed_links
from .reading import MANUSCRIPTS, Reading, Wanted, manuscripts_in, read_manuscript

# Finished files, by their endings, and the rules for them.
FINISHED = {".epub": (*EPUB_RULES, WHOLE), ".pdf": (*PDF_RULES, WHOLE)}
_LARGEST = 1_000_000_000  # bytes


@dataclass(slots=True)
class Proof:
    """What was found, and what it is about.

    ``files`` are all that were looked at, ``sources`` the texts among them, by the names that messages use; ``title`` and
    ``lang`` are those of the first text. ``readings`` are the manuscripts that were looked at.
    """

    report: Report = field(default_factory=Report)
    files: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    title: str = ""
    lang: str = ""
    readings: list[Reading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FileChange:
    """What mending a file would change."""

    path: Path
    after: bytes
    diff: str


def check(paths: Sequence[Path], proof: Proof) -> None:
    """Look at manuscripts and finished files. Nothing is raised: what cannot be read is a finding too."""
    for path in (path for path in paths if not is_finished(path)):
        _check_manuscript(path, proof)
    readings: dict[str, Reading | None] = {reading.slug: reading for reading in proof.readings}
    finished = [path for path in paths if is_finished(path)]
    subjects = [subject for path in finished if (subject := _opened(path, readings, proof))]
    for subject in subjects:
        proof.report.diagnostics += look(FINISHED[Path(subject.name).suffix.lower()], subject, subject.name)
    for epub, pdf in _pairs(subjects):
        proof.report.diagnostics += look(PAIR_RULES, (epub, pdf), epub.name)
    proof.report.diagnostics += validated(subjects)


def _pairs(subjects: Sequence[FileSubject]) -> Iterator[tuple[FileSubject, FileSubject]]:
    """Each EPUB with the PDF of its name."""
    pdfs = {Path(subject.name).stem: subject for subject in subjects if subject.name.lower().endswith(".pdf")}
    epubs = (subject for subject in subjects if subject.name.lower().endswith(".epub"))
    yield from ((epub, pdfs[stem]) for epub in epubs if (stem := Path(epub.name).stem) in pdfs)


def is_finished(path: Path) -> bool:
    """Whether a path names a finished file, not a manuscript."""
    return path.suffix.lower() in FINISHED


# Manuscripts ------------------------------------------------------------------------------------


def _check_manuscript(path: Path, proof: Proof) -> None:
    own = Report()
    try:
        reading = read_manuscript(path, Wanted(), own)
    except PublishError as problem:
        proof.report.diagnostics += [*own.diagnostics, problem.diagnostic]
        return
    subject, settings = subject_of(reading), reading.publication.settings
    # Whether a PDF will be made with the e-book, and give it a list of pages, only a build knows.
    report_untrue_claims(reading.book, settings.page_list, reading.publication.places, own)
    found = [*own.diagnostics, *look((*MANUSCRIPT_RULES, *IMPRINT_RULES), subject, subject.name)]
    allowed = allowances(reading.sources, settings.check_ignore, settings.check_errors)
    proof.report.diagnostics += allowed.apply(found)
    _take_up(reading, proof)
    proof.files += reading.sources
    proof.readings.append(reading)


def _take_up(reading: Reading, proof: Proof) -> None:
    metadata = reading.book.metadata
    if not proof.sources:
        proof.title, proof.lang = metadata.title, metadata.lang
    proof.sources |= reading.sources


def subject_of(reading: Reading) -> ManuscriptSubject:
    """What rules look at of a manuscript."""
    publication = reading.publication
    settings = publication.settings
    hidden = settings.links == "hide" or (settings.links == "auto" and not are_few(reading.book))
    return ManuscriptSubject(reading.book, reading.sources, settings.country, publication.places, reading.shown, hidden)


def mended(proof: Proof) -> Iterator[FileChange]:
    """What could be mended safely in the manuscripts that were looked at; texts that are not in UTF-8 are left alone (R100)."""
    for reading in proof.readings:
        found = fixes(subject_of(reading))
        for file in reading.sources:
            yield from _change(Path(file), [fix for fix in found if fix.file == file], proof)


def _change(path: Path, found: Sequence[Fix], proof: Proof) -> Iterator[FileChange]:
    """The change that some fixes make to a text, where they make any."""
    if not found:
        return
    try:
        before = read(path, _LARGEST).decode("utf-8")
    except UnicodeDecodeError:
        proof.report.info("R100", "not mended, for it is not in UTF-8", Place(str(path)), "save it in UTF-8")
        return
    after = apply(before, found)
    if after != before:
        yield FileChange(path, after.encode("utf-8"), diff(str(path), before, after))


# Finished files ---------------------------------------------------------------------------------


def _opened(path: Path, readings: dict[str, Reading | None], proof: Proof) -> FileSubject | None:
    try:
        data = read(path, _LARGEST)
    except PublishError as problem:
        proof.report.diagnostics.append(problem.diagnostic)
        return None
    proof.files.append(str(path))
    reading = _made_of(path, readings)
    if reading:
        _take_up(reading, proof)
        return FileSubject(str(path), data, subject_of(reading), _words(path, data), _as_set(path, reading.book))
    return FileSubject(str(path), data)


def _as_set(path: Path, book: Book) -> Book:
    """A book with what the files of a kind add to it."""
    return with_printed_links(book) if path.suffix.lower() == ".pdf" else book


def _words(path: Path, data: bytes) -> tuple[str, str] | None:
    """The words of a file in the order of reading, and those of its notes; None where they cannot be told."""
    if path.suffix.lower() == ".epub":
        if not reason_unreadable(data):
            with suppress(BadZipFile, KeyError, ValueError, SyntaxError):  # its rules say what is wrong with it
                words = spoken_epub(data)
                return words.body, words.notes
        return None
    # Of editions with names of their own, sheets and covers are not read in the order of the text.
    told = tagged_text(data) if "." not in path.stem else None
    return (told.body, told.notes) if told else None


def _made_of(path: Path, readings: dict[str, Reading | None]) -> Reading | None:
    """The manuscript that a file was made of: one of ``manuscripts/`` whose name its own begins with."""
    slug = path.name.partition(".")[0]
    if slug not in readings:
        readings[slug] = next(_read_quietly(slug), None)
    return readings[slug]


def _read_quietly(slug: str) -> Iterator[Reading]:
    """The manuscripts that have a name; what is to be said of them is said where they are checked themselves."""
    try:
        found = manuscripts_in(MANUSCRIPTS) if MANUSCRIPTS.is_dir() else []
    except OSError:
        return
    for path in found:
        if path.stem == slug or path.name == slug:
            try:
                yield read_manuscript(path, Wanted(), Report())
            except PublishError:
                continue
