"""Fetches the pictures of a book from the manuscript's folder, and from nowhere else."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from ..diagnostics import PublishError, Report
from ..files import inside, read
from ..model.book import Asset, Section
from ..model.nodes import Image
from ..model.place import Place
from ..model.walk import walk

# A full page at 600 dpi has 18 million pixels; a store refuses books far below these bounds.
_MOST_BYTES = 40_000_000
_MOST_PIXELS = 120_000_000
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|data:", re.I)
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_SVG_ROOT = re.compile(rb"<(?:\w+:)?svg[\s>]")
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_LENGTH = re.compile(r"\s*([\d.]+)")


def fetch_images(
    sections: Iterable[Section], cover: str, cover_place: Place | None, folder: Path, report: Report
) -> dict[str, Asset]:
    """Every picture that the sections and the cover name, by the name they use.

    One that is missing, outside the folder, on the net, unreadable or absurdly large is an error
    with its line; the others are fetched all the same.
    """
    assets: dict[str, Asset] = {}
    wanted = [(cover, cover_place)] if cover else []
    for section in sections:
        nodes = walk(*section.title, *section.lead, *section.blocks)
        wanted += [(node.source, node.place or section.place) for node in nodes if isinstance(node, Image)]
    failed: set[str] = set()
    for source, place in wanted:
        if source in assets or source in failed:
            continue
        try:
            assets[source] = _fetch(source, place, folder)
        except PublishError as problem:
            failed.add(source)
            report.diagnostics.append(problem.diagnostic)
    return assets


def _fetch(source: str, place: Place | None, folder: Path) -> Asset:
    if _ADDRESS.match(source):
        hint = "save the picture beside the text and name its file"
        raise PublishError("M511", f"the picture `{_short(source)}` is on the net; nothing is fetched", place, hint)
    path = inside(folder, source)
    if path is None:
        raise PublishError("M512", f"the picture `{source}` is outside the manuscript's folder", place, "put it beside the text")
    if not path.is_file():
        raise PublishError("M513", f"there is no picture `{source}`", place, f"it is looked for in {folder.name or folder}")
    return _examine(source, _bytes(source, path, place), place)


def _bytes(source: str, path: Path, place: Place | None) -> bytes:
    try:
        return read(path, _MOST_BYTES)
    except PublishError as problem:
        if problem.diagnostic.code == "F108":
            raise _too_large(source, f"more than {_MOST_BYTES // 1_000_000} MB", place) from None
        raise PublishError("M514", f"the picture `{source}` cannot be read", place, problem.diagnostic.message) from None


def _examine(source: str, data: bytes, place: Place | None) -> Asset:
    if _SVG_ROOT.search(data[:4096]):
        return _examine_svg(source, data, place)
    from PIL import Image as Picture
    from PIL import UnidentifiedImageError

    try:
        with Picture.open(io.BytesIO(data), formats=list(_TYPES)) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise _too_large(source, f"{width} × {height} pixels", place)
            kind = _TYPES[picture.format]
            picture.load()
    except Picture.DecompressionBombError:
        raise _too_large(source, "more pixels than any page can show", place) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        hint = "use PNG, JPEG, GIF, WebP or SVG, and look whether the file opens elsewhere"
        raise PublishError("M514", f"the picture `{source}` cannot be read", place, hint) from None
    return Asset(source, kind, data, width, height)


def _too_large(source: str, size: str, place: Place | None) -> PublishError:
    return PublishError("M515", f"the picture `{source}` is too large: {size}", place, "save a smaller copy")


def _examine_svg(source: str, data: bytes, place: Place | None) -> Asset:
    """A drawing may hold shapes and words, but nothing that runs and nothing that is fetched."""
    if b"<!ENTITY" in data:
        raise _unsafe(source, "defines entities", place)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as problem:
        raise PublishError("M514", f"the picture `{source}` cannot be read: {problem}", place) from None
    for element in root.iter():
        _refuse_unsafe(source, element, place)
    width, height = _svg_size(root)
    return Asset(source, "image/svg+xml", data, width, height)


def _refuse_unsafe(source: str, element: ElementTree.Element, place: Place | None) -> None:
    if element.tag in (f"{_SVG}script", f"{_SVG}foreignObject"):
        raise _unsafe(source, f"holds <{element.tag.rpartition('}')[2]}>", place)
    if any(name.lower().startswith("on") for name in element.attrib):
        raise _unsafe(source, "holds a program", place)
    for name in _HREFS:
        target = element.get(name, "#")
        if not target.startswith(("#", "data:image/")):
            raise _unsafe(source, f"fetches `{_short(target)}`", place)
    style = (element.text or "") if element.tag == f"{_SVG}style" else element.get("style", "")
    if "@import" in style or re.search(r"url\(\s*['\"]?(?!#|data:image/)", style):
        raise _unsafe(source, "fetches something by its style", place)


def _unsafe(source: str, what: str, place: Place | None) -> PublishError:
    return PublishError("M516", f"the drawing `{source}` {what}", place, "save it as plain SVG, with shapes and words only")


def _svg_size(root: ElementTree.Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [_LENGTH.match(side) for side in sides]
    return tuple(round(float(match[1])) if match else 0 for match in found)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
