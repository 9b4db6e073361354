"""A manuscript read to the end: its settings are loaded, its text is read and becomes a book."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from ..checks.lossless.nothing_lost import lost_in_transforms
from ..diagnostics import Report
from ..model.book import Book, Contributor
from ..model.kinds import Role
from ..model.nodes import Division, Inlines, Text
from ..model.place import Place
from ..model.walk import plain_text
from ..readers import READERS, Examples, Source, Syntax, may_hold_examples, read, read_source, read_words
from ..settings import FOLDER_FILE, HOUSE_FILE, House, Publication, TextEntry, load_folder, load_house, load_publication, with_overrides
from ..transforms import Contribution, Options, make_book, make_collection
from .house import matter, pictures, with_house_cover

MANUSCRIPTS = Path("manuscripts")


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
    printing: Mapping[str, Any] = field(default_factory=dict)  # values for fields of PrintJob
    out: Path = Path("build")


@dataclass(frozen=True, slots=True)
class Reading:
    """A manuscript read to the end: its settings and the book it became.

    ``sources`` are its texts as they were written, by the names that messages use.
    """

    publication: Publication
    book: Book
    folder: Path
    slug: str
    shown: str
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A manuscript whose settings are known. ``source`` is its text, None for a folder; ``shown`` its name in messages."""

    publication: Publication
    folder: Path
    slug: str
    shown: str
    source: Source | None = None


def manuscripts_in(folder: Path) -> list[Path]:
    """The manuscripts of a folder, by name: files that a reader knows, and folders with a publication."""
    found = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in found if (path.suffix.lower() in READERS and path.is_file()) or (path / FOLDER_FILE).is_file())


def read_manuscript(manuscript: Path, wanted: Wanted, report: Report) -> Reading:
    """A manuscript, a file or a folder, as a book. Raises PublishError where going on is pointless."""
    with report.about(_shown(manuscript)) as own:
        opened = open_manuscript(manuscript, wanted, own)
        book, texts = _read_text(opened, opened.source, own) if opened.source else _read_texts(opened, own)
        sources = {text.file: text.whole for text in texts}
        return Reading(opened.publication, book, opened.folder, opened.slug, opened.shown, sources)


def open_manuscript(manuscript: Path, wanted: Wanted, report: Report) -> Opened:
    """A manuscript with its settings, which is not read yet. Raises PublishError where there is none."""
    if manuscript.is_dir() or manuscript.name == FOLDER_FILE:
        return _open_folder(manuscript if manuscript.is_dir() else manuscript.parent, wanted, report)
    folder, shown = Path(os.path.abspath(manuscript)).parent, _shown(manuscript)
    source = read_source(manuscript, shown, report)
    house = load_house(folder, report)
    publication = _with_words_read(load_publication(source.front, shown, house, report), shown, report)
    return Opened(_overridden(publication, wanted), folder, publication.settings.slug or manuscript.stem, shown, source)


def _open_folder(folder: Path, wanted: Wanted, report: Report) -> Opened:
    folder, shown = Path(os.path.abspath(folder)), _shown(folder)
    house = load_house(folder, report)
    file = FOLDER_FILE if shown == "." else f"{shown}/{FOLDER_FILE}"
    publication = _with_words_read(load_folder(folder, file, house, report), file, report)
    return Opened(_overridden(publication, wanted), folder, publication.settings.slug or folder.name, shown)


def _read_text(opened: Opened, source: Source, report: Report) -> tuple[Book, list[Source]]:
    """The book of a single file, and its text."""
    publication = opened.publication
    metadata = with_house_cover(publication.metadata, publication.settings)
    lang_given = _gives_language(publication)
    if report.failed and not metadata.title:
        # The settings that are wrong may be those that name it: nobody should be told twice.
        metadata, lang_given = replace(metadata, title=opened.slug), True
    manuscript = read(source, report, _syntax(publication))
    book = make_book(
        manuscript, metadata, opened.folder, _options(publication, opened.folder, report), report,
        cover_place=publication.places.get("cover-image"), lang_given=lang_given,
    )  # fmt: skip
    lost_in_transforms(manuscript.blocks, book, report)
    return book, [source]


def _read_texts(opened: Opened, report: Report) -> tuple[Book, list[Source]]:
    """The book of a folder, and its texts. One that cannot be read does not keep the others from being looked at."""
    publication = opened.publication
    found: list[tuple[TextEntry, Source]] = []
    texts: list[Contribution] = []
    for entry in publication.contents:
        with report.going_on():
            found.append((entry, read_source(entry.path, entry.file, report)))
    for (entry, source), examples in zip(found, _examples(found, opened), strict=True):
        with report.going_on():
            texts.append(_contribution(entry, source, opened, report, examples))
    sources = [source for _, source in found]
    if not texts and report.failed:
        return Book(publication.metadata, ()), sources
    book = make_collection(
        texts, with_house_cover(publication.metadata, publication.settings), opened.folder, _options(publication, opened.folder, report), report,
        cover_place=publication.places.get("cover-image"),
    )  # fmt: skip
    lost_in_transforms(chain.from_iterable(text.manuscript.blocks for text in texts), book, report)
    return book, sources


def _examples(found: list[tuple[TextEntry, Source]], opened: Opened) -> list[Examples]:
    """What each text counts its examples on from. All labels must be known before the first text is read for good."""
    counted, lasts = Examples(), []
    for entry, source in found:
        lasts.append(counted.last)
        if may_hold_examples(source.text):
            with Report().going_on():
                _contribution(entry, source, opened, Report(), counted)
    return [Examples(last, counted.labelled) for last in lasts]


def _contribution(entry: TextEntry, source: Source, opened: Opened, report: Report, examples: Examples) -> Contribution:
    """One text of a folder; its own front matter holds for it, and the book's language unless it has one."""
    own = _with_words_read(load_publication(source.front, entry.file, House(), report), entry.file, report)
    metadata = own.metadata
    if not _gives_language(own):
        metadata = replace(metadata, lang=opened.publication.metadata.lang)
    if entry.title:
        title = read_words(entry.title, entry.place or Place(entry.file), report)
        metadata = replace(metadata, title=plain_text(*title), marked_title=_marked(title))
    if entry.authors:
        metadata = replace(metadata, contributors=tuple(map(Contributor, entry.authors)))
    folder = entry.path.parent.resolve().relative_to(opened.folder.resolve()).as_posix()
    syntax = _syntax(own) or _syntax(opened.publication)
    return Contribution(read(source, report, syntax, examples), metadata, folder)


def _with_words_read(publication: Publication, file: str, report: Report) -> Publication:
    """The publication with the words of its metadata read as the Markdown they are."""

    def read_key(text: str, *keys: str) -> Inlines:
        place = next((publication.places[key] for key in keys if key in publication.places), Place(file))
        return read_words(text, place, report)

    def plain(text: str, *keys: str) -> str:
        return plain_text(*read_key(text, *keys))

    metadata = publication.metadata
    title, subtitle = read_key(metadata.title, "title"), read_key(metadata.subtitle, "subtitle", "title")
    metadata = replace(
        metadata, title=plain_text(*title), subtitle=plain_text(*subtitle), marked_title=_marked(title), marked_subtitle=_marked(subtitle),
        publisher=plain(metadata.publisher, "publisher"), rights=plain(metadata.rights, "rights"),
        description=plain(metadata.description, "description"), series=plain(metadata.series, "belongs-to-collection"),
        contributors=tuple(replace(one, name=plain(one.name, "author", "creator", "contributor")) for one in metadata.contributors),
    )  # fmt: skip
    return replace(publication, metadata=metadata)


def _marked(content: Inlines) -> Inlines:
    return () if all(isinstance(node, Text) for node in content) else content


def _overridden(publication: Publication, wanted: Wanted) -> Publication:
    return with_overrides(
        publication, style=wanted.style, shape=wanted.shape, fit=wanted.fit, infer=wanted.infer, repair=wanted.repair,
        printing=wanted.printing,
    )  # fmt: skip


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
            yield Division(role, read(source, report, Syntax.MARKDOWN).blocks, place=place)


def _syntax(publication: Publication) -> Syntax | None:
    """What the author says a text is written in; None where that is left to the text."""
    said = publication.settings.read_as
    return None if said == "auto" else Syntax(said)


def _gives_language(publication: Publication) -> bool:
    return "lang" in publication.places or "language" in publication.places


# Names -----------------------------------------------------------------------------------------


def _shown(path: Path) -> str:
    """The name messages use: as short as it can be from here. Links keep the name they were called by."""
    here, there = Path.cwd(), Path(os.path.abspath(path))
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(path)
