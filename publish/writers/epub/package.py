"""Finished files and statements, packed into an EPUB; the only file that imports EbookLib.

EbookLib writes the package document, the table of contents for old readers and the container.
What it would make out of pages is never used: it gets their bytes. Times and modes in the archive
are fixed, so that the same book gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..markup.parts import Entry
from .metadata import Statement

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The earliest time a zip archive can hold.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
# What EbookLib says of every table of contents for old readers.
_NO_DEPTH = b'content="0" name="dtb:depth"'
_UNIX = 3


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """One file of the EPUB. ``name`` is its path in the package, ``id`` its name in the manifest,
    ``properties`` are those of the manifest (``nav``, ``cover-image`` …)."""

    id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """All that an EPUB holds.

    ``statements`` begin with the unique identifier; ``spine`` has the ids of the pages in reading
    order; ``contents`` are entries whose ``id`` is an address in the package. ``guide`` has kind,
    name and address of what old readers offer to jump to, ``cover`` the id of the picture that is
    the cover. ``direction`` is ``rtl``, ``ltr`` or empty.
    """

    lang: str
    modified: str
    statements: list[Statement]
    files: list[PackagedFile]
    spine: list[str]
    contents: tuple[Entry, ...]
    guide: tuple[tuple[str, str, str], ...] = ()
    cover: str = ""
    direction: str = ""


def pack(package: Package) -> bytes:
    """The EPUB's bytes."""
    from ebooklib import epub

    book = epub.EpubBook()
    book.metadata.clear()  # EbookLib's own name and version, which change the bytes
    _state(book, package.statements)
    if package.cover:
        # How Kindle and readers of EPUB 2 know it; without this, kepubify takes the page called cover for the picture.
        book.add_metadata(None, "meta", None, {"name": "cover", "content": package.cover})
    book.language, book.direction = package.lang, package.direction or None
    book.guide = [{"type": kind, "title": name, "href": href} for kind, name, href in package.guide]
    for file in package.files:
        book.add_item(_item(file))
    book.toc = _ncx_entries(package.contents)
    book.add_item(epub.EpubNcx())
    book.spine = list(package.spine)
    return _write(book, package)


def _item(file: PackagedFile) -> Any:
    from ebooklib import epub

    item = epub.EpubItem(uid=file.id, file_name=file.name, media_type=file.media_type, content=file.data)
    item.properties = list(file.properties)
    return item


def _state(book: Any, statements: list[Statement]) -> None:
    for number, statement in enumerate(statements):
        key = book.IDENTIFIER_ID if number == 0 else f"{statement.name.replace(':', '-')}-{number}"
        mark = {"id": key} if number == 0 or statement.refined else {}
        if statement.name.startswith("dc:"):
            book.add_metadata("DC", statement.name.removeprefix("dc:"), statement.value, mark)
        else:
            book.add_metadata(None, "meta", statement.value, {"property": statement.name, **mark})
        for refinement, value, scheme in statement.refined:
            more = {"refines": f"#{key}", "property": refinement} | ({"scheme": scheme} if scheme else {})
            book.add_metadata(None, "meta", value, more)
    first = {statement.name: statement.value for statement in reversed(statements)}
    book.uid, book.title = first["dc:identifier"], first["dc:title"]


def _ncx_entries(entries: tuple[Entry, ...], within: str = "entry") -> list[Any]:
    from ebooklib import epub

    found: list[Any] = []
    for number, entry in enumerate(entries, start=1):
        uid = f"{within}-{number}"
        link = epub.Link(entry.id, entry.name, uid)
        found.append((link, _ncx_entries(entry.inside, uid)) if entry.inside else link)
    return found


def _write(book: Any, package: Package) -> bytes:
    from ebooklib import epub

    class SteadyWriter(epub.EpubWriter):  # type: ignore[misc]  # ebooklib says nothing of its types
        """Writes into an archive that looks the same every time."""

        def write(self) -> None:
            with zipfile.ZipFile(self.file_name, "w") as archive:
                self.out = _SteadyArchive(archive)
                self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
                self._write_container()
                self._write_opf()
                self._write_items()

        def _get_ncx(self) -> bytes:
            ncx: bytes = super()._get_ncx()
            return ncx.replace(_NO_DEPTH, _NO_DEPTH.replace(b"0", b"%d" % _depth(package.contents)), 1)

        def _write_opf_file(self, root: Any) -> None:
            root.set(_XML_LANG, package.lang)
            root.attrib.pop("prefix", None)  # it declares a vocabulary that is not used
            super()._write_opf_file(root)

    data = io.BytesIO()
    made = datetime.strptime(package.modified, "%Y-%m-%dT%H:%M:%SZ")
    SteadyWriter(data, book, {"mtime": made, "play_order": {"enabled": True, "start_from": 1}}).write()
    return data.getvalue()


def _depth(entries: tuple[Entry, ...]) -> int:
    """How many levels a table of contents has."""
    return max((1 + _depth(entry.inside) for entry in entries), default=0)


class _SteadyArchive:
    """The one method of a zip archive that EbookLib calls, without time or owner."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def writestr(self, name: str, data: str | bytes, compress_type: int = zipfile.ZIP_DEFLATED) -> None:
        entry = zipfile.ZipInfo(name, _NO_TIME)
        entry.external_attr, entry.create_system, entry.compress_type = _PLAIN_FILE, _UNIX, compress_type
        self._archive.writestr(entry, data, compresslevel=None if compress_type == zipfile.ZIP_STORED else 6)
