"""An EPUB opened for a look: its files, its package document, its navigation.

Files come from anywhere, so nothing is unpacked to the disk, every file is read up to a limit whatever the archive says
of its size, and what is no EPUB is said to be none.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from .xml import BadXml, parse

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_MOST_FILES = 20_000
_LARGEST_WHOLE = 2_000_000_000  # bytes, unpacked
_LARGEST_FILE = 200_000_000
_LARGEST_XML = 20_000_000
# Text packs to a tenth; what packs to a thousandth was made to fill a disk.
_MOST_PACKED, _SMALL = 500, 20_000_000
_AT_ONCE = 1_000_000
# A locked file raises RuntimeError, one packed in a way that there is not NotImplementedError.
_DAMAGES = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, struct.error)


class Unreadable(Exception):
    """It is no EPUB that can be opened; says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the manifest; ``name`` is its path in the archive."""

    id: str
    name: str
    media_type: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Epub:
    """An EPUB whose package document was read. ``items`` has the manifest, ``metadata`` the element of that name.

    ``version`` is that of EPUB which it says it is made to, as ``3.0``.
    """

    archive: zipfile.ZipFile
    items: tuple[Item, ...]
    metadata: Element
    package: str
    version: str = "3.0"

    @property
    def is_second(self) -> bool:
        """Whether it is made to EPUB 2, whose rules are others."""
        return self.version.strip().startswith("2")

    @property
    def cover(self) -> Item | None:
        """The picture that is the cover, as each version names it."""
        if not self.is_second:
            return self.with_property("cover-image")
        named = self.meta("cover")
        return next((item for item in self.items if item.id in named), None)

    @property
    def names(self) -> list[str]:
        """The paths of all files in it."""
        return self.archive.namelist()

    def dublin(self, name: str) -> list[str]:
        """What a Dublin Core element says, wherever it stands; empty ones are left out."""
        return [said for found in self.metadata.iter(DC + name) if (said := _words(found))]

    def meta(self, name: str) -> list[str]:
        """What a property says, as ``schema:accessMode``; empty ones are left out. EPUB 2 has names and contents in their place."""
        metas = self.metadata.iter(OPF + "meta")
        if self.is_second:
            return [said for found in metas if found.get("name") == name and (said := " ".join(found.get("content", "").split()))]
        return [said for found in metas if found.get("property") == name and (said := _words(found))]

    def with_property(self, name: str) -> Item | None:
        """The first item with a property of the manifest, as ``nav``."""
        return next((item for item in self.items if name in item.properties), None)

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises Unreadable where there is none, or it is damaged or too large."""
        return _read(self.archive, name, _LARGEST_FILE)

    def data(self, item: Item) -> bytes:
        """An item's bytes; none where it lies elsewhere or is damaged, of which others tell."""
        try:
            return self.read(item.name)
        except Unreadable:
            return b""

    def damage(self) -> str:
        """What is wrong with the first file in it that cannot be read to its end; empty where all can be."""
        for entry in self.archive.infolist():
            try:
                with self.archive.open(entry) as file:
                    while file.read(_AT_ONCE):
                        pass
            except _DAMAGES:
                return f"{entry.filename} in it is damaged or locked"
        return ""

    def document(self, name: str) -> Element:
        """A file's XML. Raises Unreadable."""
        return _document(self.archive, name)

    def navigation(self, kind: str) -> Element | None:
        """The ``nav`` of a kind, as ``toc``, in the navigation document; None where there is none."""
        item = self.with_property("nav")
        try:
            root = self.document(item.name) if item else None
        except Unreadable:
            return None
        found = root.iter(XHTML + "nav") if root is not None else ()
        return next((nav for nav in found if kind in (nav.get(OPS + "type") or "").split()), None)

    def member(self, place: str) -> str | None:
        """The path in the archive of what a validator calls ``place``, who may name it from the package document."""
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(self.package), place))
        return next((name for name in (place, inside) if name in self.names), None)


@lru_cache(maxsize=2)
def open_epub(data: bytes) -> Epub:
    """An EPUB from its bytes. Raises Unreadable where it cannot be looked into."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGES:
        raise Unreadable("it is no ZIP archive, or a damaged one") from None
    _look_at_sizes(archive)
    container = _document(archive, "META-INF/container.xml")
    package = next((found.get("full-path", "") for found in container.iter(_CONTAINER + "rootfile")), "")
    if not package:
        raise Unreadable("its container names no package document")
    root = _document(archive, package)
    metadata = root.find(OPF + "metadata")
    return Epub(archive, tuple(_items(root, package)), metadata if metadata is not None else Element("none"), package, root.get("version", "3.0"))


def reason_unreadable(data: bytes) -> str:
    """Why these bytes are no EPUB that can be looked into; empty where they are one."""
    try:
        open_epub(data)
    except Unreadable as reason:
        return str(reason)
    return ""


def _items(root: Element, package: str) -> Iterator[Item]:
    folder = posixpath.dirname(package)
    for item in root.iter(OPF + "item"):
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        yield Item(item.get("id", ""), name, item.get("media-type", ""), tuple(item.get("properties", "").split()))


def _look_at_sizes(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    whole, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > _MOST_FILES:
        raise Unreadable(f"it holds {len(entries):,} files, more than any book")
    if whole > _LARGEST_WHOLE or (whole > _SMALL and whole > _MOST_PACKED * packed):
        raise Unreadable(f"it would unpack to {whole / 1e6:,.0f} MB, as files do that are made to fill a disk")


def _document(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        return parse(_read(archive, name, _LARGEST_XML))
    except BadXml as problem:
        raise Unreadable(f"{name}: {problem}") from None


def _read(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except KeyError:
        raise Unreadable(f"it has no {name}") from None
    except _DAMAGES:
        raise Unreadable(f"{name} in it is damaged or locked") from None
    if len(data) > limit:
        raise Unreadable(f"{name} in it is larger than {limit / 1e6:,.0f} MB")
    return data


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
