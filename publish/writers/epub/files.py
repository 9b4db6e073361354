"""What lies where in an EPUB: the names of its files, and the file each id and picture is in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ...diagnostics import PublishError
from ...model.book import Asset, Book, Section
from ...model.nodes import Box, Columns, Division, Figure, Heading, Image, Span, Table
from ...model.walk import walk

COVER_PAGE = "text/cover.xhtml"
TITLE_PAGE = "text/title.xhtml"
# Beside the package document: some readers take its links for such as begin there.
CONTENTS_PAGE = "contents.xhtml"
IMPRINT_PAGE = "text/imprint.xhtml"
STYLE_SHEET = "style.css"

# The kinds of picture that every EPUB reader must show.
_ENDINGS = {
    "image/gif": "gif", "image/jpeg": "jpg", "image/png": "png", "image/svg+xml": "svg", "image/webp": "webp",
}  # fmt: skip
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """``sections`` has the file of each section in order, ``ids`` the file of each id in the
    text, ``pictures`` the file of each asset by its source. Files are named from the package."""

    sections: tuple[str, ...]
    ids: dict[str, str]
    pictures: dict[str, str]


def lay_out(book: Book) -> Layout:
    """Gives every section a file, and finds what else must be somewhere."""
    sections = tuple(_section_file(number, section) for number, section in enumerate(book.sections, start=1))
    ids: dict[str, str] = {}
    sources: dict[str, None] = dict.fromkeys([book.metadata.cover_image] if book.metadata.cover_image else [])
    sources |= dict.fromkeys(emblem.source for emblem in book.matter.emblems)
    for section, file in zip(book.sections, sections, strict=True):
        ids[section.id] = ids[f"{section.id}-title"] = file
        for node in walk(*section.title, *section.lead, *section.blocks):
            match node:
                case (Heading(id=name) | Figure(id=name) | Division(id=name) | Box(id=name) | Columns(id=name)
                      | Span(id=name) | Table(id=name)) if name:  # fmt: skip
                    ids[name] = file
                case Image(source=source):
                    sources[source] = None
    return Layout(sections, ids, _picture_files(list(sources), book))


def picture(book: Book, source: str) -> Asset:
    """The asset an image shows. PublishError E101 where the book does not have it."""
    asset = book.assets.get(source)
    if asset is None:
        raise PublishError("E101", f"the picture {source} was not loaded", None, "look at what was said of it before")
    return asset


def _section_file(number: int, section: Section) -> str:
    return f"text/{number:02}-{section.role.value}.xhtml"


def _picture_files(sources: list[str], book: Book) -> dict[str, str]:
    """Plain names in ASCII, which every store takes; each source has its own."""
    files: dict[str, str] = {}
    taken: set[str] = {"cover"}  # the drawn cover's
    for source in sources:
        stem = _plain_name(source)
        name, count = stem, 1
        while name in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name)
        files[source] = f"images/{name}.{_ending(picture(book, source))}"
    return files


def _plain_name(source: str) -> str:
    if source[:5].lower() == "data:":
        return "picture"
    stem = source.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    ascii_stem = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", ascii_stem).strip("-")[:_LONGEST_NAME] or "picture"


def _ending(asset: Asset) -> str:
    if asset.media_type not in _ENDINGS:
        message = f"e-books cannot show {asset.source}, which is {asset.media_type}"
        raise PublishError("E102", message, None, "save it as PNG or JPEG")
    return _ENDINGS[asset.media_type]
