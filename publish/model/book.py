"""A manuscript as it was read, and the book it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .kinds import Role
from .nodes import Blocks, Inlines
from .place import Place


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or body; ``role`` is a MARC relator code (``aut``, ``edt``, ``trl`` …)."""

    name: str
    role: str = "aut"
    file_as: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """``scheme`` is ``ISBN``, ``DOI``, ``URN``, ``UUID`` … or empty when the author named none."""

    text: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a publication. Dates are ISO 8601 and may be partial: ``2018``, ``2018-10``.

    All words are plain. Where the author marked some of the title or the subtitle (``Reading *The Lamp*``),
    ``marked_title`` and ``marked_subtitle`` say the same with the marks; else they are empty.
    """

    title: str = ""
    subtitle: str = ""
    contributors: tuple[Contributor, ...] = ()
    date: str = ""
    lang: str = "en"
    description: str = ""
    publisher: str = ""
    rights: str = ""
    identifiers: tuple[Identifier, ...] = ()
    keywords: tuple[str, ...] = ()
    series: str = ""
    series_position: str = ""
    cover_image: str = ""
    page_progression: str = ""
    access_modes: tuple[str, ...] = ()
    access_mode_sufficient: tuple[str, ...] = ()
    accessibility_features: tuple[str, ...] = ()
    accessibility_hazards: tuple[str, ...] = ()
    accessibility_summary: str = ""
    marked_title: Inlines = ()
    marked_subtitle: Inlines = ()

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(person.name for person in self.contributors if person.role == "aut")


@dataclass(frozen=True, slots=True)
class Emblem:
    """A logo or a label: the name of its picture among a book's assets, and what it says to a listener."""

    source: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """What front and back matter say beyond the metadata, as the author or the house wrote it.

    ``edition`` is the statement of the edition ("Second edition, corrected"), ``printer`` a name
    and address; ``blurb`` may have several paragraphs, parted by empty lines.
    """

    edition: str = ""
    printer: str = ""
    licence: str = ""
    blurb: str = ""
    price: str = ""
    logo: Emblem | None = None
    union_label: Emblem | None = None

    @property
    def emblems(self) -> tuple[Emblem, ...]:
        return tuple(emblem for emblem in (self.logo, self.union_label) if emblem)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One text as read: flat blocks, each with its place.

    ``plain`` says that the text had no front matter, so title, byline and date may stand in it;
    ``paged`` that it had ends of pages. ``file`` is the name messages use.
    """

    blocks: Blocks
    file: str = ""
    plain: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a book shows: its bytes, and its size in pixels (0 where it has none)."""

    source: str
    media_type: str
    data: bytes = field(repr=False)
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a book.

    An empty ``title`` means that none was written: a section with a role is then called by its
    role's name in the book's language, a chapter by the book's title. ``lead`` is the sentence
    that introduces the demands. ``level`` is 1, or 2 for a part of the section before it.
    """

    role: Role
    blocks: Blocks
    title: Inlines = ()
    lead: Inlines = ()
    authors: tuple[str, ...] = ()
    lang: str = ""
    id: str = ""
    level: int = 1
    place: Place | None = field(default=None, kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Book:
    """Metadata and sections; ``assets`` by the source that images name them with."""

    metadata: Metadata
    sections: tuple[Section, ...]
    assets: Mapping[str, Asset] = field(default_factory=dict, repr=False)
    matter: Matter = Matter()
