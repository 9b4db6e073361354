"""What ``publish`` was told: the settings, the metadata and the texts of one publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..diagnostics import PublishError
from ..measures.print_job import PrintJob
from ..measures.shapes import shape as shape_called
from ..model.book import Metadata
from ..model.place import Place
from .pages_to_fill import pages_to_fill

FORMATS = ("booklet", "cover", "epub", "html", "pdf", "press")

Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a setting names. ``folder`` is that of the file it stands in, None for the manuscript's own."""

    file: str
    alt: str = ""
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of covers, as ``#f4efe4``; where one is empty it is the style's."""

    paper: str = ""
    ink: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Families:
    """The families of fonts that a publication is set in; where one is empty it is the style's."""

    text: str = ""
    sans: str = ""
    display: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One named output. What is empty is as the publication's own settings say."""

    name: str
    format: str
    style: str = ""
    shape: str = ""
    fit: str = ""
    contents: str = ""
    title_page: str = ""
    cover: str = ""
    half_title: str = ""
    imprint_page: str = ""
    back_cover: str = ""
    printing: Mapping[str, Any] = field(default_factory=dict)  # by the fields of PrintJob

    def with_files_in(self, folder: Path) -> Edition:
        """The same, the files that it names looked for in a folder."""
        return replace(self, printing={**self.printing, "profile_folder": folder}) if "profile" in self.printing else self


@dataclass(frozen=True, slots=True)
class Settings:
    """How a publication is made.

    ``title_page``, ``contents`` and the other pages that a publication may have or not are
    ``auto``, ``yes`` or ``no``; ``chapters`` is ``auto``,
    ``page`` or ``run-on``. ``repair`` is None where nobody said: then what surely came from pages
    is mended. An empty ``shape`` is the style's own, an empty ``slug`` the manuscript's name,
    and no ``formats`` are those the command asks for.
    """

    style: str = "pamphlet"
    shape: str = ""
    fit: str = "no"
    slug: str = ""
    read_as: str = "auto"
    infer: bool = True
    repair: bool | None = None
    typography: bool = True
    hyphenate: bool = True
    drop_caps: str = "auto"
    links: str = "auto"
    page_list: bool = True
    title_page: str = "auto"
    contents: str = "auto"
    chapters: str = "auto"
    cover: str = "auto"
    half_title: str = "auto"
    imprint_page: str = "auto"
    back_cover: str = "auto"
    imprint: str = ""
    edition_statement: str = ""
    printer: str = ""
    licence: str = ""
    union_label: Picture | None = None
    logo: Picture | None = None
    blurb: str = ""
    price: str = ""
    colours: Colours = Colours()
    fonts: Families = Families()
    cover_image: Picture | None = None
    contact: str = ""
    country: str = ""
    check_ignore: tuple[str, ...] = ()
    check_errors: tuple[str, ...] = ()
    printing: PrintJob = PrintJob()
    formats: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()

    def edition(self, name: str) -> Edition | None:
        """The edition called ``name``."""
        return next((edition for edition in self.editions if edition.name == name), None)

    def for_edition(self, edition: Edition) -> Settings:
        """These settings with the edition's own in their place."""
        own = {key: getattr(edition, key) for key in _FOR_ONE_EDITION}
        printing = replace(self.printing, **edition.printing)
        return replace(self, printing=printing, **{key: value for key, value in own.items() if value})

    def with_files_in(self, folder: Path) -> Settings:
        """These settings, the files that they name looked for in a folder."""
        logo, label, cover = (replace(one, folder=folder) if one else None for one in (self.logo, self.union_label, self.cover_image))
        printing = replace(self.printing, profile_folder=folder) if self.printing.profile else self.printing
        editions = tuple(edition.with_files_in(folder) for edition in self.editions)
        return replace(self, printing=printing, editions=editions, logo=logo, union_label=label, cover_image=cover)


_FOR_ONE_EDITION = ("style", "shape", "fit", "contents", "title_page", "cover", "half_title", "imprint_page", "back_cover")


@dataclass(frozen=True, slots=True)
class House:
    """What ``publish.yaml`` says for every publication of a press."""

    settings: Settings = Settings()
    places: Places = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextEntry:
    """One text of a folder manuscript; ``file`` is its name in messages."""

    path: Path
    file: str
    title: str = ""
    authors: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Publication:
    """The validated whole. ``contents`` is empty where the manuscript is a single file.

    ``places`` tells where a key was set, by the key as authors write it (``cover-image``,
    ``style``, ``editions.booklet.shape``); a key that nobody set has no place.
    """

    metadata: Metadata
    settings: Settings
    contents: tuple[TextEntry, ...] = ()
    places: Places = field(default_factory=dict)


def with_overrides(
    publication: Publication,
    *,
    style: str | None = None,
    shape: str | None = None,
    fit: str | None = None,
    slug: str | None = None,
    infer: bool | None = None,
    repair: bool | None = None,
    printing: Mapping[str, Any] = MappingProxyType({}),
) -> Publication:
    """The publication as a command line wants it; what is None stays as it was.

    ``printing`` holds values for fields of PrintJob, which hold for all editions. Raises PublishError on a shape that
    does not exist (C107) and on what is no number of pages (C119).
    """
    wanted = {"style": style, "shape": shape, "fit": fit, "slug": slug, "infer": infer, "repair": repair}
    given: dict[str, Any] = {key: value for key, value in wanted.items() if value is not None}  # by the fields of Settings
    if shape:
        try:
            shape_called(shape)
        except ValueError as problem:
            raise PublishError("C107", str(problem)) from problem
    if fit is not None:
        try:
            given["fit"] = pages_to_fill(fit)
        except ValueError as problem:
            raise PublishError("C119", str(problem)) from problem
    settings = publication.settings
    given["printing"] = replace(settings.printing, **printing)
    given["editions"] = tuple(replace(edition, printing={**edition.printing, **printing}) for edition in settings.editions)
    places = {key: place for key, place in publication.places.items() if key not in given}
    return replace(publication, settings=replace(settings, **given), places=places)
