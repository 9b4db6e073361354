"""The whole way on one page: load the settings, read, transform, write, prove, put in place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from .checks.nothing_lost import lost_in_transforms, report_losses
from .config import (
    FOLDER_FILE, HOUSE_FILE, Edition, Entry, House, Publication, load_folder, load_house, load_publication,
    with_overrides,
)  # fmt: skip
from .diagnostics import Diagnostic, PublishError, Report
from .files import put
from .house import in_house_fonts, matter, pictures, with_house_cover
from .model.book import Book, Contributor
from .model.nodes import Division, Role
from .model.place import Place
from .readers import READERS, Source, read, read_source
from .styles import Style, find_style
from .transforms import Contribution, Options, make_book, make_collection
from .transforms.selection import only_sections
from .writers import WRITERS

MANUSCRIPTS = Path("manuscripts")
_USUAL_FORMATS = ("pdf", "epub")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build is asked for. Where nothing is said, the publication's settings hold, then pdf and epub."""

    formats: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    style: str | None = None
    shape: str | None = None
    fit: str | None = None
    repair: bool | None = None
    infer: bool | None = None
    out: Path = Path("build")


@dataclass(frozen=True, slots=True)
class Reading:
    """A manuscript read to the end: its settings and the book it became."""

    publication: Publication
    book: Book
    folder: Path
    slug: str
    shown: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """A manuscript whose settings are known. ``source`` is its text, None for a folder; ``shown`` its name in messages."""

    publication: Publication
    folder: Path
    slug: str
    shown: str
    source: Source | None = None


def manuscripts_in(folder: Path) -> list[Path]:
    """The manuscripts of a folder, by name: files that a reader knows, and folders with a publication."""
    found = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in found if path.suffix.lower() in READERS and path.is_file() or (path / FOLDER_FILE).is_file())


def build(manuscript: Path, wanted: Wanted, report: Report) -> list[Path]:
    """Make all that is wanted of a manuscript; the files that were put in place.

    Problems go to ``report``. Where there is an error no file is written for that output, and
    an earlier one stays as it was.
    """
    own = Report()
    try:
        return _build(manuscript, wanted, own)
    except PublishError as problem:
        own.diagnostics.append(problem.diagnostic)
        return []
    finally:
        report.extend(own)


def _build(manuscript: Path, wanted: Wanted, report: Report) -> list[Path]:
    reading = read_manuscript(manuscript, wanted, report)
    jobs = _jobs(reading, wanted, report)
    if report.failed:
        return []
    made = (_make(reading, edition, style, wanted.out, report) for edition, style in jobs)
    return [path for path in made if path]


def clashes(manuscripts: Iterable[Path], wanted: Wanted) -> dict[Path, Diagnostic]:
    """The manuscripts whose files would take the place of an earlier one's, and what to say of them (F109)."""
    made: dict[str, tuple[Path, str]] = {}
    found: dict[Path, Diagnostic] = {}
    for manuscript in manuscripts:
        shown, outputs = _outputs(manuscript, wanted)
        # Where capitals make no difference to the disk, they make none to what is overwritten.
        taken = next((made[key] for path in outputs if (key := str(path).casefold()) in made), None)
        if taken:
            found[manuscript] = _clash(shown, *taken)
        else:
            made.update((str(path).casefold(), (path, shown)) for path in outputs)
    return found


def _clash(shown: str, output: Path, maker: str) -> Diagnostic:
    hint = "give one of them a `slug` of its own under `publish:`, or build them apart with -o"
    return PublishError("F109", f"not made: {output} is already made from {maker}", Place(shown), hint).diagnostic


def _outputs(manuscript: Path, wanted: Wanted) -> tuple[str, list[Path]]:
    """A manuscript's name and the files that a build makes of it; none where that will fail anyway."""
    report = Report()
    try:
        opened = _open(manuscript, wanted, report)
        outputs = [_output(opened.slug, edition, wanted.out) for edition in _editions(opened, wanted)]
    except PublishError:
        return "", []
    return opened.shown, [] if report.failed else outputs


# Reading ---------------------------------------------------------------------------------------


def read_manuscript(manuscript: Path, wanted: Wanted, report: Report) -> Reading:
    """A manuscript, a file or a folder, as a book. Raises PublishError where going on is pointless."""
    own = Report()
    try:
        opened = _open(manuscript, wanted, own)
        book = _read_text(opened, own) if opened.source else _read_texts(opened, own)
        return Reading(opened.publication, book, opened.folder, opened.slug, opened.shown)
    finally:
        report.diagnostics += _located(own, _shown(manuscript))


def _open(manuscript: Path, wanted: Wanted, report: Report) -> _Opened:
    if manuscript.is_dir() or manuscript.name == FOLDER_FILE:
        return _open_folder(manuscript if manuscript.is_dir() else manuscript.parent, wanted, report)
    folder, shown = Path(os.path.abspath(manuscript)).parent, _shown(manuscript)
    source = read_source(manuscript, shown, report)
    house = load_house(folder, report)
    publication = load_publication(source.front, shown, source.front_line, house, report)
    return _Opened(_overridden(publication, wanted), folder, publication.settings.slug or manuscript.stem, shown, source)


def _open_folder(folder: Path, wanted: Wanted, report: Report) -> _Opened:
    folder, shown = Path(os.path.abspath(folder)), _shown(folder)
    house = load_house(folder, report)
    file = FOLDER_FILE if shown == "." else f"{shown}/{FOLDER_FILE}"
    publication = load_folder(folder, file, house, report)
    return _Opened(_overridden(publication, wanted), folder, publication.settings.slug or folder.name, shown)


def _read_text(opened: _Opened, report: Report) -> Book:
    """The book of a single file."""
    publication = opened.publication
    metadata = with_house_cover(publication.metadata, publication.settings)
    lang_given = _gives_language(publication)
    if report.failed and not metadata.title:
        # The settings that are wrong may be those that name it: nobody should be told twice.
        metadata, lang_given = replace(metadata, title=opened.slug), True
    manuscript = read(opened.source, report)
    book = make_book(
        manuscript, metadata, opened.folder, _options(publication, opened.folder, report), report,
        cover_place=publication.places.get("cover-image"), lang_given=lang_given,
    )  # fmt: skip
    lost_in_transforms(manuscript.blocks, book, report)
    return book


def _read_texts(opened: _Opened, report: Report) -> Book:
    """The book of a folder. A text that cannot be read does not keep the others from being looked at."""
    publication = opened.publication
    texts = []
    for entry in publication.contents:
        try:
            texts.append(_contribution(entry, opened, report))
        except PublishError as problem:
            report.diagnostics.append(problem.diagnostic)
    if not texts and report.failed:
        return Book(publication.metadata, ())
    book = make_collection(
        texts, with_house_cover(publication.metadata, publication.settings), opened.folder, _options(publication, opened.folder, report), report,
        cover_place=publication.places.get("cover-image"),
    )  # fmt: skip
    lost_in_transforms(chain.from_iterable(text.manuscript.blocks for text in texts), book, report)
    return book


def _contribution(entry: Entry, opened: _Opened, report: Report) -> Contribution:
    """One text of a folder; its own front matter holds for it, and the book's language unless it has one."""
    source = read_source(entry.path, entry.file, report)
    own = load_publication(source.front, entry.file, source.front_line, House(), report)
    metadata = own.metadata
    if not _gives_language(own):
        metadata = replace(metadata, lang=opened.publication.metadata.lang)
    if entry.title:
        metadata = replace(metadata, title=entry.title)
    if entry.authors:
        metadata = replace(metadata, contributors=tuple(map(Contributor, entry.authors)))
    folder = entry.path.parent.resolve().relative_to(opened.folder.resolve()).as_posix()
    return Contribution(read(source, report), metadata, folder)


def _overridden(publication: Publication, wanted: Wanted) -> Publication:
    return with_overrides(publication, style=wanted.style, shape=wanted.shape, fit=wanted.fit, infer=wanted.infer, repair=wanted.repair)


def _options(publication: Publication, folder: Path, report: Report) -> Options:
    settings = publication.settings
    standing = tuple(_standing(publication, report))
    return Options(
        infer=settings.infer, repair=settings.repair, typography=settings.typography, standing=standing,
        matter=matter(settings), pictures=pictures(publication, folder),
    )  # fmt: skip


def _standing(publication: Publication, report: Report) -> Iterator[Division]:
    """What the settings say under ``contact`` and ``imprint``, read as the Markdown it is."""
    settings = publication.settings
    for role, text in ((Role.CONTACT, settings.contact), (Role.IMPRINT, settings.imprint)):
        if text:
            place = publication.places.get(role.value, Place(HOUSE_FILE))
            source = Source(place.file, ".md", text, line=place.line)
            yield Division(role, read(source, report).blocks, place=place)


def _gives_language(publication: Publication) -> bool:
    return "lang" in publication.places or "language" in publication.places


# Editions --------------------------------------------------------------------------------------


def _editions(manuscript: _Opened | Reading, wanted: Wanted) -> Iterable[Edition]:
    """The named editions that are wanted, or a plain one for each format; each once."""
    settings = manuscript.publication.settings
    for name in dict.fromkeys(wanted.editions):
        edition = settings.edition(name)
        if edition is None:
            known = ", ".join(e.name for e in settings.editions)
            hint = f"it has these: {known}" if known else "it has none: name some under `publish: editions:`"
            raise PublishError("C130", f"there is no edition `{name}` of this publication", Place(manuscript.shown), hint)
        # What the command line says of all holds for these, too; its pages to fill are read already.
        fit = settings.fit if wanted.fit is not None else edition.fit
        yield replace(edition, style=wanted.style or edition.style, shape=wanted.shape or edition.shape, fit=fit)
    if not wanted.editions:
        for format in dict.fromkeys(wanted.formats or settings.formats or _USUAL_FORMATS):
            if format not in WRITERS:
                raise PublishError("C106", f"unknown format `{format}`", None, f"known are {', '.join(sorted(WRITERS))}")
            yield Edition("", format)


def _jobs(reading: Reading, wanted: Wanted, report: Report) -> list[tuple[Edition, Style]]:
    """The editions and their styles. A style that does not exist is reported once, and its editions left out."""
    settings, places = reading.publication.settings, reading.publication.places
    jobs = []
    for edition in _editions(reading, wanted):
        name = settings.for_edition(edition).style
        place = None if wanted.style else places.get(f"editions.{edition.name}.style") or places.get("style")
        try:
            style = find_style(name, reading.folder, place, report)
            jobs.append((edition, in_house_fonts(style, reading.publication)))
        except PublishError as problem:
            if problem.diagnostic not in report.diagnostics:
                report.diagnostics.append(problem.diagnostic)
    return jobs


def _output(slug: str, edition: Edition, out: Path) -> Path:
    name = f"{slug}.{edition.name}" if edition.name else slug
    return out / f"{name}.{WRITERS[edition.format].extension}"


def _make(reading: Reading, edition: Edition, style: Style, out: Path, report: Report) -> Path | None:
    """Write one edition, prove that nothing was lost, and put it in place."""

    own, path = Report(), _output(reading.slug, edition, out)
    settings = reading.publication.settings.for_edition(edition)
    stopped: list[Diagnostic] = []
    try:
        book = _shown_book(reading, style) if edition.format == "pdf" else reading.book
        output = WRITERS[edition.format].write(book, style, settings, own)
        report_losses(book, output.words.body, output.words.notes, str(path), own)
        if not own.failed:
            put(path, output.data)
    except PublishError as problem:
        stopped.append(problem.diagnostic)
    report.diagnostics += [*_located(own, reading.shown), *stopped]
    return None if own.failed or stopped else path


def _shown_book(reading: Reading, style: Style) -> Book:
    """What a style shows of a book on paper. Raises PublishError S120 where that is nothing."""
    wanted = style.settings.sections
    if not wanted:
        return reading.book
    shown = only_sections(reading.book, wanted)
    if all(section.role.value != wanted[0] for section in shown.sections):
        hint = f"put a list below a heading such as `# What we want {{.{wanted[0]}}}`, or choose another style"
        message = f"style `{style.name}` shows the {wanted[0]} of a text, and in this one there are none"
        raise PublishError("S120", message, Place(reading.shown), hint)
    return shown


# Names -----------------------------------------------------------------------------------------


def _located(found: Report, shown: str) -> list[Diagnostic]:
    """What is said of a text as a whole is said of its file."""
    return [one if one.place else replace(one, place=Place(shown)) for one in found.diagnostics]


def _shown(path: Path) -> str:
    """The name messages use: as short as it can be from here. Links keep the name they were called by."""
    here, there = Path.cwd(), Path(os.path.abspath(path))
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(path)
