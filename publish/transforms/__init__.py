"""Manuscripts to books: the one way, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..diagnostics import Report
from ..language import base, guess
from ..language.words import has_words
from ..model.book import Asset, Book, Manuscript, Matter, Metadata, Section
from ..model.kinds import Role
from ..model.nodes import Division, Heading, Text
from ..model.place import Place
from ..model.walk import plain_text
from .box_titles import name_boxes
from .failed_formulas import settle_formulas
from .front import Looking, lift_front
from .identifiers import TextOfBook, identify
from .image_sources import normal, with_normal_sources
from .picture_files import SettingsPicture, fetch_images
from .pull_quotes import find_repeated
from .repair import repair
from .structure import find_sections
from .typography import set_inlines, set_typography, set_words
from .unwrapping import unwrap
from .wordless import without_wordless_headings

_NO_LANGUAGE = frozenset("und mul mis zxx".split())


@dataclass(frozen=True, slots=True)
class Options:
    """What the author decided. ``repair`` is None where only what surely came from pages is mended.

    ``standing`` are the parts that a house puts into every book which has none of its own: how to
    reach it, and its imprint. ``matter`` is what stands before and behind the text, ``pictures``
    are those that it, and the house's cover, are shown with.
    """

    infer: bool = True
    repair: bool | None = None
    typography: bool = True
    standing: tuple[Division, ...] = ()
    matter: Matter = Matter()
    pictures: tuple[SettingsPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """One text of a book of several, with the title and authors it has of its own.

    ``folder`` is where its pictures are, seen from the publication's folder: ``part-two``.
    """

    manuscript: Manuscript
    metadata: Metadata
    folder: str = ""


def make_book(
    manuscript: Manuscript,
    metadata: Metadata,
    folder: Path,
    options: Options,
    report: Report,
    cover_place: Place | None = None,
    lang_given: bool = True,
) -> Book:
    """A manuscript of one file as a book. ``folder`` is where its pictures are."""
    if not lang_given:
        metadata = _with_guessed_language(metadata, manuscript, report)
    metadata, sections = _read_text(manuscript, metadata, "", options, report)
    metadata = _with_some_title(metadata, sections, manuscript, report)
    text = TextOfBook(sections, Path(manuscript.file).name, metadata.title)
    return _finish(metadata, [text], folder, options, report, cover_place)


def make_collection(
    texts: Sequence[Contribution],
    metadata: Metadata,
    folder: Path,
    options: Options,
    report: Report,
    cover_place: Place | None = None,
) -> Book:
    """Several texts in one book: each is a section under its own title, with its own authors."""
    parts: list[TextOfBook] = []
    people = dict.fromkeys(metadata.contributors)
    for text in texts:
        own, found = _read_text(text.manuscript, text.metadata, text.folder, options, report, alone=False)
        people.update(dict.fromkeys(own.contributors))
        path = normal(Path(text.manuscript.file).name, text.folder)
        parts.append(TextOfBook(tuple(_as_part(own, found, metadata)), path))
    metadata = replace(metadata, contributors=tuple(people))
    return _finish(metadata, parts, folder, options, report, cover_place)


def _read_text(
    manuscript: Manuscript, metadata: Metadata, folder: str, options: Options, report: Report, alone: bool = True
) -> tuple[Metadata, tuple[Section, ...]]:
    """The sections of one text, its words as they will be set. A text among others has no date that a book shows."""
    if options.repair is not False:
        manuscript = repair(manuscript, metadata.lang, report, asked=bool(options.repair))
    looking = Looking(manuscript.plain, options.infer, date=alone)
    metadata, blocks = lift_front(metadata, manuscript.blocks, looking, report)
    blocks = settle_formulas(without_wordless_headings(with_normal_sources(unwrap(blocks), folder), report), report)
    return metadata, find_sections(blocks, metadata.lang, options.infer, report)


def _as_part(own: Metadata, sections: tuple[Section, ...], book: Metadata) -> list[Section]:
    """The sections of one text among several: the first carries its title, the others stand below it."""
    if not sections:
        return []
    lang = own.lang if own.lang != book.lang else ""
    sections = tuple(replace(section, lang=section.lang or lang) for section in sections)
    first, others = sections[0], sections[1:]
    if not own.title:
        return [replace(first, authors=own.authors), *others]
    title = own.marked_title or (Text(own.title, place=first.place),)
    if not first.title and first.role not in (Role.DEDICATION, Role.EPIGRAPH):
        first = replace(first, title=title)
    elif plain_text(*first.title) != own.title:  # then the title needs a place of its own
        first, others = Section(Role.CHAPTER, (), title, lang=lang, place=first.place), sections
    return [replace(first, authors=own.authors), *(replace(section, level=2) for section in others)]


def _finish(metadata: Metadata, texts: Sequence[TextOfBook], folder: Path, options: Options, report: Report, cover_place: Place | None) -> Book:
    sections = tuple(section for text in texts for section in text.sections)
    if not sections:
        report.error("M306", "there is no text in this manuscript", None, "write something below the front matter")
    _tell_missing_words(metadata.lang, sections, report)
    known = {section.role for section in sections}
    standing = tuple(_standing(part, part.role) for part in options.standing if part.role and part.role not in known)
    cover, matter = normal(metadata.cover_image), options.matter
    metadata = replace(metadata, cover_image=cover)
    own_cover = (SettingsPicture(cover, cover, folder, cover_place),) if cover else ()
    assets = fetch_images((*sections, *standing), (*options.pictures, *own_cover), folder, report)
    sections = find_repeated(identify([*texts, TextOfBook(standing)], report))
    sections = tuple(replace(one, blocks=name_boxes(one.blocks, one.lang or metadata.lang)) for one in sections)
    if options.typography:
        sections = tuple(_set(section, metadata.lang) for section in sections)
        metadata, matter = _set_metadata(metadata), _set_matter(matter, metadata.lang)
    return Book(metadata, sections, assets, _with_pictures(matter, assets))


def _standing(part: Division, role: Role) -> Section:
    return Section(role, part.blocks, lang=part.lang, place=part.place)


def _set(section: Section, lang: str) -> Section:
    lang = section.lang or lang
    return replace(
        section,
        title=set_inlines(section.title, lang),
        lead=set_inlines(section.lead, lang),
        blocks=set_typography(section.blocks, lang),
    )


def _set_metadata(metadata: Metadata) -> Metadata:
    """The words of the metadata that readers see, set as the text is."""
    said = partial(set_words, lang=metadata.lang)
    title, subtitle = (set_inlines(marked, metadata.lang) for marked in (metadata.marked_title, metadata.marked_subtitle))
    # A mark may part a word from its quotation mark: what is said plainly is what was set with the marks.
    return replace(
        metadata, title=plain_text(*title) if title else said(metadata.title), marked_title=title,
        subtitle=plain_text(*subtitle) if subtitle else said(metadata.subtitle), marked_subtitle=subtitle,
        publisher=said(metadata.publisher), description=said(metadata.description), rights=said(metadata.rights), series=said(metadata.series),
    )  # fmt: skip


def _set_matter(matter: Matter, lang: str) -> Matter:
    said = partial(set_words, lang=lang)
    return replace(
        matter, edition=said(matter.edition), printer=said(matter.printer), licence=said(matter.licence), blurb=said(matter.blurb), price=said(matter.price),
    )  # fmt: skip


def _with_pictures(matter: Matter, assets: Mapping[str, Asset]) -> Matter:
    """Without the emblems whose picture could not be had, which was reported."""
    logo, label = (one if one and one.source in assets else None for one in (matter.logo, matter.union_label))
    return replace(matter, logo=logo, union_label=label)


def _with_guessed_language(metadata: Metadata, manuscript: Manuscript, report: Report) -> Metadata:
    lang = guess.guess(plain_text(*manuscript.blocks[:40]))
    if not lang or lang == metadata.lang:
        return metadata
    report.info("M305", f"no language given; the text looks like `{lang}`", Place(manuscript.file), f"say so: lang: {lang}")
    return replace(metadata, lang=lang)


def _tell_missing_words(lang: str, sections: tuple[Section, ...], report: Report) -> None:
    """What we print ourselves would be English in a book that is not. Some tags name no language."""
    if has_words(lang) or base(lang) in _NO_LANGUAGE:
        return
    place = next((Place(section.place.file) for section in sections if section.place), None)
    report.warning(
        "M307", f"there are no words in `{lang}` for what is printed besides the text: “Contents”, “Notes” and the like stay English",
        place, f"translate publish/language/data/words/en.toml as {base(lang)}.toml in the same folder", lang=lang,
    )  # fmt: skip


def _headings(section: Section) -> Iterator[str]:
    yield plain_text(*section.title)
    yield from (plain_text(*block.content) for block in section.blocks if isinstance(block, Heading))


def _with_some_title(metadata: Metadata, sections: tuple[Section, ...], manuscript: Manuscript, report: Report) -> Metadata:
    """A book must be called something: its first heading, whatever its rank, else its file."""
    if metadata.title:
        return metadata
    name = Path(manuscript.file).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    title = next(filter(None, (said for section in sections for said in _headings(section))), name)
    report.warning("M304", f"no title given; “{title}” is used", Place(manuscript.file), "say so: title: …")
    return replace(metadata, title=" ".join(title.split()))
