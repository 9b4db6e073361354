"""The words of an EPUB or web page, read back from the finished file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ...model.spoken import Spoken

_XHTML = "{http://www.w3.org/1999/xhtml}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


def spoken_epub(data: bytes) -> Spoken:
    """The words of an EPUB's spine, file by file; contents pages take no part."""
    body: list[str] = []
    notes: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _spine(archive):
            _listen(ElementTree.fromstring(archive.read(name)), body, notes)
    return Spoken("".join(body), "".join(notes))


def spoken_page(text: str) -> Spoken:
    """The words of one well-formed page."""
    body: list[str] = []
    notes: list[str] = []
    _listen(ElementTree.fromstring(text), body, notes)
    return Spoken("".join(body), "".join(notes))


def _spine(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the spine's files in order, without the navigation document."""
    container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
    package_name = next(root.get("full-path", "") for root in container.iter(f"{_CONTAINER}rootfile"))
    package = ElementTree.fromstring(archive.read(package_name))
    folder = package_name.rpartition("/")[0]
    items = {item.get("id"): item for item in package.iter(f"{_OPF}item")}
    for itemref in package.iter(f"{_OPF}itemref"):
        item = items[itemref.get("idref")]
        if "nav" not in (item.get("properties") or "").split():
            yield f"{folder}/{item.get('href')}" if folder else item.get("href", "")


def _listen(root: ElementTree.Element, body: list[str], notes: list[str]) -> None:
    """Collect the words of an element in reading order, those of notes apart."""
    pending: list[tuple[ElementTree.Element | str, list[str]]] = [(root, body)]
    while pending:
        node, said = pending.pop()
        if isinstance(node, str):
            said.append(node)
            continue
        tag = node.tag.removeprefix(_XHTML) if isinstance(node.tag, str) else "comment"
        if tag in ("head", "nav", "style", "comment") or _is_call(node):
            continue
        inside = notes if _is_note(node) else said
        if node.text:
            inside.append(node.text)
        for child in reversed(node):
            if child.tail:
                pending.append((child.tail, inside))
            pending.append((child, inside))


def _is_call(node: ElementTree.Element) -> bool:
    """A note's number in the text, or the way back from the note."""
    return node.get("role") in ("doc-noteref", "doc-backlink") or node.get(_EPUB_TYPE) == "noteref"


def _is_note(node: ElementTree.Element) -> bool:
    return node.get("role") == "doc-footnote" or node.get(_EPUB_TYPE) == "footnote"
