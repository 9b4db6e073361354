"""Every key an author may write: the values it takes and, in one line, what it means.

Messages and the table of settings are made from what stands here.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, Struct, defstruct

from ..measures import print_job
from .values import FORMATS


class Switch(Enum):
    """On or off, however YAML's users write it."""

    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value: object) -> Switch | None:
        return _SPELLED.get(str(value).lower())


_SPELLED = {"yes": Switch.YES, "true": Switch.YES, "on": Switch.YES}
_SPELLED |= {"no": Switch.NO, "false": Switch.NO, "off": Switch.NO}


class Automatic(Enum):
    """On, off, or as the publication needs it."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value: object) -> Automatic | None:
        switch = _SPELLED.get(str(value).lower())
        return cls(switch.value) if switch else None


class Chapters(Enum):
    """How a chapter begins."""

    AUTO = "auto"
    PAGE = "page"
    RUN_ON = "run-on"


class ReadAs(Enum):
    """What a manuscript is written in."""

    AUTO = "auto"
    MARKDOWN = "markdown"
    TEXT = "text"


class Links(Enum):
    """Where paper says the address of a link that the text does not show."""

    AUTO = "auto"
    NOTES = "notes"
    HIDE = "hide"


class Direction(Enum):
    """The way pages are turned."""

    LTR = "ltr"
    RTL = "rtl"
    DEFAULT = "default"


def _as_written(name: str) -> str:
    """The key as authors write it, where that is no Python name."""
    return re.sub("_(.)", lambda letter: letter[1].upper(), name) if name.startswith("access") else name.replace("_", "-")


def _is(values: str, meaning: str) -> Meta:
    """What a key must be, as in "must be a text", and what it says."""
    return Meta(title=values, description=meaning)


# YAML takes what stands behind a bare # for a comment.
_A_COLOUR = 'a colour in quotation marks, as in `"#f4efe4"`'


class _Strict(Struct, forbid_unknown_fields=True, frozen=True, rename=_as_written):
    """Keys that are not listed are errors."""


class TitlePart(_Strict, frozen=True):
    text: str
    type: str = "main"


class NameParts(_Strict, frozen=True):
    """A person's name as catalogues of works have it."""

    literal: str = ""
    given: str = ""
    family: str = ""


class Person(_Strict, frozen=True):
    """Pandoc calls the name ``text``, its users ``name``; Quarto may part it."""

    name: str | NameParts = ""
    text: str = ""
    given: str = ""
    family: str = ""
    role: str = ""
    file_as: str = ""


class Scheme(_Strict, frozen=True):
    text: str
    scheme: str = ""


class PictureKeys(_Strict, frozen=True):
    """A picture that is no part of the text, with what it says to those who listen."""

    file: str
    alt: str = ""


class ColourKeys(_Strict, frozen=True):
    """The colours of covers."""

    paper: Annotated[str | None, _is(_A_COLOUR, "What a cover is printed on")] = None
    ink: Annotated[str | None, _is(_A_COLOUR, "Its words")] = None
    accent: Annotated[str | None, _is(_A_COLOUR, "Its rules")] = None


_A_FAMILY = "a font's family, as in `EB Garamond`"


class FontKeys(_Strict, frozen=True):
    """The families that stand in for a style's."""

    text: Annotated[str | None, _is(_A_FAMILY, "The text")] = None
    sans: Annotated[str | None, _is(_A_FAMILY, "Headings, captions and all that calls out")] = None
    display: Annotated[str | None, _is(_A_FAMILY, "Titles, where that is another")] = None


class EntryKeys(_Strict, frozen=True):
    """One text of a folder manuscript."""

    file: str
    title: str = ""
    author: str | list[str] = ""


People = str | Person | list[str | Person]
Words = str | list[str]

_A_TEXT = "a text"
_PEOPLE = "a name, a list of names, or names with `role` and `file-as`"
_WORDS = "a list of words"


class MetadataKeys(_Strict, frozen=True):
    """Of the publication, at the top of front matter or of ``publication.yaml``."""

    title: Annotated[
        str | TitlePart | list[str | TitlePart],
        _is("a text, or a list of parts with `type` and `text`", "What it is called"),
    ] = ""
    subtitle: Annotated[str, _is(_A_TEXT, "What stands under the title")] = ""
    author: Annotated[People, _is(_PEOPLE, "Who wrote it")] = ""
    authors: Annotated[People, _is(_PEOPLE, "Another name for `author`")] = ""
    creator: Annotated[People, _is(_PEOPLE, "Who made it, authors unless `role` says otherwise")] = ""
    contributor: Annotated[People, _is(_PEOPLE, "Who else had a part: editor, translator, illustrator")] = ""
    date: Annotated[str, _is("a date as 2018-10-23, 2018-10 or 2018", "When it was published")] = ""
    lang: Annotated[str, _is("a language tag such as `en` or `pt-BR`", "The language it is in")] = ""
    language: Annotated[str, _is("a language tag such as `en` or `pt-BR`", "Another name for `lang`")] = ""
    publisher: Annotated[str, _is(_A_TEXT, "Who publishes it")] = ""
    rights: Annotated[str, _is(_A_TEXT, "Copyright or licence")] = ""
    identifier: Annotated[
        str | Scheme | list[str | Scheme],
        _is("a text, or texts with `scheme`", "ISBN, DOI or another number"),
    ] = ""
    isbn: Annotated[str, _is("a text", "Its ISBN, in place of an identifier with `scheme: ISBN`")] = ""
    description: Annotated[str, _is(_A_TEXT, "What it is about, for catalogues")] = ""
    abstract: Annotated[str, _is(_A_TEXT, "Another name for `description`")] = ""
    summary: Annotated[str, _is(_A_TEXT, "Another name for `description`")] = ""
    keywords: Annotated[Words, _is(_WORDS, "Words to find it by")] = ""
    subject: Annotated[Words, _is(_WORDS, "More such words")] = ""
    tags: Annotated[Words, _is(_WORDS, "More such words, as blogs name them")] = ""
    categories: Annotated[Words, _is(_WORDS, "More such words, as blogs name them")] = ""
    cover_image: Annotated[str, _is("a file's name", "The cover, a picture beside the text")] = ""
    belongs_to_collection: Annotated[str, _is(_A_TEXT, "The series it is part of")] = ""
    group_position: Annotated[str, _is("a number such as 2 or 2.1", "Its number in the series")] = ""
    page_progression_direction: Annotated[Direction | None, _is("ltr, rtl or default", "Which way its pages are turned")] = None
    access_modes: Annotated[Words, _is(_WORDS, "The senses it speaks to")] = ""
    access_mode_sufficient: Annotated[str | list[Words], _is(_WORDS, "The senses that are enough to take it in")] = ""
    accessibility_features: Annotated[Words, _is(_WORDS, "What helps readers with disabilities")] = ""
    accessibility_hazards: Annotated[Words, _is(_WORDS, "What may harm readers: flashing, motion, sound")] = ""
    accessibility_summary: Annotated[str, _is(_A_TEXT, "The same in a sentence or two")] = ""


_A_SHAPE = "a page's name such as `a5`, or two lengths such as `120mm x 190mm`"
_A_PICTURE = "a file's name, `file` with `alt`, or no"
_PAGES = "a number of pages as in `8 pages`, or `sheet`"
_YES_NO = "yes or no"
_AUTO = "auto, yes or no"


# How something is printed: what a publication says of it, an edition may say anew.
if TYPE_CHECKING:

    class PrintingKeys(_Strict, frozen=True): ...
else:
    PrintingKeys = defstruct(
        "PrintingKeys",
        [(print_job.field_of(name), Annotated[Words | None, _is(key.values, key.meaning)], None) for name, key in print_job.KEYS.items()],
        bases=(_Strict,),
    )


class EditionKeys(PrintingKeys, frozen=True):
    """One named output."""

    format: Annotated[str, _is(f"one of {', '.join(FORMATS)}", "What kind of file")] = ""
    style: Annotated[str | None, _is("a style's name", "Its style")] = None
    shape: Annotated[str | None, _is(_A_SHAPE, "Its trimmed page")] = None
    fit: Annotated[str | None, _is(_PAGES, "How many pages it fills")] = None
    contents: Annotated[Automatic | None, _is(_AUTO, "Whether it has a page of contents")] = None
    title_page: Annotated[Automatic | None, _is(_AUTO, "Whether it has a title page")] = None
    cover: Annotated[Automatic | None, _is(_AUTO, "Whether its PDF has a cover")] = None
    half_title: Annotated[Automatic | None, _is(_AUTO, "Whether it has a half-title")] = None
    imprint_page: Annotated[Automatic | None, _is(_AUTO, "Whether its imprint has a page")] = None
    back_cover: Annotated[Automatic | None, _is(_AUTO, "Whether it has a back cover")] = None


class SettingsKeys(PrintingKeys, frozen=True):
    """Ours, under ``publish:`` in a manuscript or at the top of ``publish.yaml``. None: not said."""

    style: Annotated[str | None, _is("a style's name", "How it looks: a folder in `styles/`")] = None
    shape: Annotated[str | None, _is(_A_SHAPE, "The trimmed page; else as the style says")] = None
    fit: Annotated[str | None, _is(_PAGES, "Fill exactly so many pages, or the nearest whole sheets of four")] = None
    slug: Annotated[str | None, _is("a file's name", "What the output is called; else as the manuscript")] = None
    formats: Annotated[Words | None, _is(f"a list of {', '.join(FORMATS)}", "What to make when not told")] = None
    editions: Annotated[
        dict[str, Any] | None,
        _is("names, each with its own `format`, `style` and `shape`", "Outputs with names of their own"),
    ] = None
    title_page: Annotated[Automatic | None, _is(_AUTO, "A title page; auto: as the style and the length suggest")] = None
    contents: Annotated[Automatic | None, _is(_AUTO, "A page of contents; auto: with several sections")] = None
    chapters: Annotated[Chapters | None, _is("auto, page or run-on", "Whether each chapter opens a page")] = None
    cover: Annotated[Automatic | None, _is(_AUTO, "A cover of the PDF, its first page; auto: from a few pages of text on")] = None
    half_title: Annotated[Automatic | None, _is(_AUTO, "A page with the title alone before the title page; auto: in long books")] = None
    imprint_page: Annotated[Automatic | None, _is(_AUTO, "The imprint behind the title; auto: where there is much text, else at its end")] = None
    back_cover: Annotated[Automatic | None, _is(_AUTO, "A back cover; auto: with a cover, and a blurb, a price or an ISBN")] = None
    imprint: Annotated[str | None, _is(_A_TEXT, "Who prints and answers for it, as the law asks")] = None
    edition_statement: Annotated[str | None, _is(_A_TEXT, "Which edition it is, in words for the imprint")] = None
    printer: Annotated[str | None, _is(_A_TEXT, "Who printed it, name and address")] = None
    licence: Annotated[str | None, _is(_A_TEXT, "What others may do with it; stands below `rights`")] = None
    union_label: Annotated[str | PictureKeys | None, _is(_A_PICTURE, "The printers' union label, for the imprint")] = None
    logo: Annotated[str | PictureKeys | None, _is(_A_PICTURE, "The publisher's sign, for the title page and covers")] = None
    blurb: Annotated[str | None, _is(_A_TEXT, "What the back cover says; else the `description`")] = None
    price: Annotated[str | None, _is(_A_TEXT, "What it costs, for the back cover")] = None
    colours: Annotated[ColourKeys | None, _is('`paper`, `ink` and `accent`, each as in `"#f4efe4"`', "The colours of covers; else the style's")] = None
    cover_image: Annotated[str | None, _is("a file's name", "The cover of all that have none of their own")] = None
    fonts: Annotated[FontKeys | None, _is("`text`, `sans` and `display`, each a font's family", "What PDFs and web pages are set in; else the style's")] = None
    contact: Annotated[str | None, _is("a text or a link", "How to reach the press")] = None
    read_as: Annotated[ReadAs | None, _is("auto, markdown or text", "What the manuscript is written in; auto: as its text shows, else its name")] = None
    infer: Annotated[Switch | None, _is(_YES_NO, "Find demands, contact and quotations that are not marked")] = None
    repair: Annotated[Automatic | None, _is(_AUTO, "Mend text pasted from a PDF; auto: what surely came from pages")] = None
    typography: Annotated[Switch | None, _is(_YES_NO, "Quotes, dashes and spaces by language")] = None
    hyphenate: Annotated[Switch | None, _is(_YES_NO, "Divide words at line ends")] = None
    drop_caps: Annotated[Automatic | None, _is(_AUTO, "A drop cap at the beginning of each chapter; auto: as the style does")] = None
    page_list: Annotated[Switch | None, _is(_YES_NO, "Lead from an e-book to the pages of the PDF made with it")] = None
    country: Annotated[str | None, _is("gb, us, fr, de or none", "Whose law on imprints `publish check` looks at; else none's")] = None
    check_ignore: Annotated[Words | None, _is("a list of codes such as `R123`", "What `publish check` does not tell")] = None
    check_errors: Annotated[Words | None, _is("a list of codes such as `R501`", "What is an error for `publish check`")] = None
    links: Annotated[Links | None, _is("auto, notes or hide", "Addresses of links on paper, in notes or not; auto: in notes, where they are few")] = None


class FrontKeys(MetadataKeys, frozen=True):
    """All that may stand in front matter."""

    publish: SettingsKeys | None = None


class FolderKeys(FrontKeys, frozen=True):
    """All that may stand in ``publication.yaml``."""

    contents: list[str | EntryKeys] = []
