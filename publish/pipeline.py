"""The whole way on one page: load the settings, read, transform, write, prove, put in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .config import FOLDER_FILE, Edition, Entry, House, Publication, load_folder, load_house, load_publication, with_overrides
from .diagnostics import PublishError, Report
from .files import put
from .model.book import Book, Contributor, Metadata
from .model.place import Place
from .readers import READERS, read, read_source
from .styles import Style, find_style
from .transforms import Contribution, Options, make_book, make_collection

DEFAULT_OUT = Path("build")
MANUSCRIPTS = Path("manuscripts")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build is asked for. Where nothing is said, the publication's settings hold, then pdf and epub."""

    formats: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    style: str | None = None
    shape: str | None = None
    repair: bool | None = None
    infer: bool | None = None
    out: Path = DEFAULT_OUT


@dataclass(frozen=True, slots=True)
class Reading:
    """A manuscript read to the end: its settings and the book it became."""

    publication: Publication
    book: Book
    folder: Path
    slug: str


def manuscripts_in(folder: Path) -> list[Path]:
    """The manuscripts of a folder, by name: files that a reader knows, and folders with a publication."""
    found = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in found if path.suffix.lower() in READERS and path.is_file() or (path / FOLDER_FILE).is_file())


def build(manuscript: Path, wanted: Wanted, report: Report) -> list[Path]:
    """Make all that is wanted of a manuscript; the files that were put in place.

    Problems go to ``report``. Where there is an error no file is written for that output, and
    an earlier one stays as it was.
    """
    try:
        reading = read_manuscript(manuscript, wanted, report)
        if report.failed:
            return []
        jobs = [_job(reading, edition, wanted, report) for edition in _editions(reading.publication, wanted)]
    except PublishError as problem:
        report.diagnostics.append(problem.diagnostic)
        return []
    made = (_make(reading, edition, style, wanted.out, report) for edition, style in jobs)
    return [path for path in made if path]


def read_manuscript(manuscript: Path, wanted: Wanted, report: Report) -> Reading:
    """A manuscript, a file or a folder, as a book. Raises PublishError where going on is pointless."""
    shown = _shown(manuscript)
    if manuscript.is_dir():
        return _read_folder(manuscript, shown, wanted, report)
    folder = manuscript.parent
    source = read_source(manuscript, shown, report)
    house = load_house(folder, report)
    publication = load_publication(source.front, shown, source.front_line, house, report)
    publication = _overridden(publication, wanted)
    book = make_book(
        read(source, report), publication.metadata, folder, _options(publication), report,
        cover_place=publication.places.get("cover-image"), lang_given=_gives_language(publication),
    )  # fmt: skip
    return Reading(publication, book, folder, publication.settings.slug or manuscript.stem)


def _read_folder(folder: Path, shown: str, wanted: Wanted, report: Report) -> Reading:
    house = load_house(folder, report)
    publication = _overridden(load_folder(folder, f"{shown}/{FOLDER_FILE}", house, report), wanted)
    texts = [_contribution(entry, publication, report) for entry in publication.contents]
    metadata = _with_contributors(publication.metadata, texts)
    book = make_collection(
        texts, metadata, folder, _options(publication), report, cover_place=publication.places.get("cover-image")
    )
    return Reading(publication, book, folder, publication.settings.slug or folder.resolve().name)


def _contribution(entry: Entry, publication: Publication, report: Report) -> Contribution:
    """One text of a folder; its own front matter holds for it, and the book's language unless it has one."""
    source = read_source(entry.path, entry.file, report)
    own = load_publication(source.front, entry.file, source.front_line, House(), report)
    metadata = own.metadata
    if not _gives_language(own):
        metadata = replace(metadata, lang=publication.metadata.lang)
    if entry.title:
        metadata = replace(metadata, title=entry.title)
    if entry.authors:
        metadata = replace(metadata, contributors=tuple(map(Contributor, entry.authors)))
    return Contribution(read(source, report), metadata)


def _with_contributors(metadata: Metadata, texts: Sequence[Contribution]) -> Metadata:
    """The book's own people first, then the authors of its texts."""
    people = dict.fromkeys(metadata.contributors)
    people.update(dict.fromkeys(person for text in texts for person in text.metadata.contributors))
    return replace(metadata, contributors=tuple(people))


def _overridden(publication: Publication, wanted: Wanted) -> Publication:
    return with_overrides(publication, style=wanted.style, shape=wanted.shape, infer=wanted.infer, repair=wanted.repair)


def _options(publication: Publication) -> Options:
    settings = publication.settings
    return Options(infer=settings.infer, repair=settings.repair, typography=settings.typography)


def _gives_language(publication: Publication) -> bool:
    return "lang" in publication.places or "language" in publication.places


# Editions --------------------------------------------------------------------------------------


def _editions(publication: Publication, wanted: Wanted) -> Iterable[Edition]:
    """The named editions that are wanted, or a plain one for each format."""
    for name in wanted.editions:
        edition = publication.settings.edition(name)
        if edition is None:
            known = ", ".join(e.name for e in publication.settings.editions) or "none"
            raise PublishError("C130", f"there is no edition `{name}`", None, f"editions of this publication: {known}")
        yield edition
    if not wanted.editions:
        for format in wanted.formats or publication.settings.formats or ("pdf", "epub"):
            yield Edition("", format)


def _job(reading: Reading, edition: Edition, wanted: Wanted, report: Report) -> tuple[Edition, Style]:
    settings = reading.publication.settings.for_edition(edition)
    places = reading.publication.places
    place = places.get(f"editions.{edition.name}.style") or places.get("style")
    return edition, find_style(wanted.style or settings.style, reading.folder, place)


def _make(reading: Reading, edition: Edition, style: Style, out: Path, report: Report) -> Path | None:
    """Write one edition, prove that nothing was lost, and put it in place."""
    from .checks.nothing_lost import report_losses
    from .writers import WRITERS

    own = Report()
    writer = WRITERS[edition.format]
    name = f"{reading.slug}.{edition.name}" if edition.name else reading.slug
    path = out / f"{name}.{writer.extension}"
    try:
        output = writer.write(reading.book, style, reading.publication.settings.for_edition(edition), own)
        report_losses(reading.book, output.words.body, output.words.notes, str(path), own)
        if not own.failed:
            put(path, output.data)
    except PublishError as problem:
        own.diagnostics.append(problem.diagnostic)
    report.extend(own)
    return None if own.failed else path


def _shown(path: Path) -> str:
    """The name messages use: as short as it can be from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() or "."
    except (ValueError, OSError):
        return str(path)
