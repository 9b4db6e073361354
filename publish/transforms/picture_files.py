"""Fetches the pictures of a book from the manuscript's folder, and from nowhere else."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import warnings
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from threading import Lock

from ..diagnostics import PublishError, Report
from ..files import inside, read
from ..model.book import Asset, Section
from ..model.nodes import Image
from ..model.place import Place
from ..model.walk import walk
from .data_pictures import decode_data, is_data, shown_data
from .svg_pictures import examine_drawing, is_drawing

# A full page at 600 dpi has 18 million pixels; a store refuses books far below these bounds.
_MOST_BYTES = 40_000_000
_MOST_PIXELS = 80_000_000
# So many names in a folder are compared with one that was written wrong.
_MOST_NAMES = 500
_ADDRESS = re.compile(r"(?:(?!file)[a-z][a-z0-9+.-]*:)?//", re.I)
# What becomes of warnings belongs to the whole process.
_WARNINGS = Lock()
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class SettingsPicture:
    """A picture that settings name: a cover, a logo. ``source`` is what the book calls it, ``file``
    its name below ``folder``, which is that of the file of settings."""

    source: str
    file: str
    folder: Path
    place: Place | None = None


def fetch_images(sections: Iterable[Section], named: Iterable[SettingsPicture], folder: Path, report: Report) -> dict[str, Asset]:
    """Every picture that the settings and the sections name, by the name they use.

    Those written out in their own address are taken from there. One that is missing, outside its folder,
    on the net, unreadable or absurdly large is an error with its line; the others are fetched all the same.
    """
    wanted = [*named]
    for section in sections:
        images = (node for node in walk(*section.title, *section.lead, *section.blocks) if isinstance(node, Image))
        wanted += [SettingsPicture(node.source, node.source, folder, node.place or section.place) for node in images]
    assets: dict[str, Asset] = {}
    tried: set[str] = set()
    for one in wanted:
        if one.source in tried:
            continue
        tried.add(one.source)
        with report.going_on():
            assets[one.source] = replace(_fetch(one.file, one.place, one.folder), source=one.source)
    return assets


def _fetch(source: str, place: Place | None, folder: Path) -> Asset:
    if is_data(source):
        return _examine(shown_data(source), _decoded(source, place), place)
    if _ADDRESS.match(source):
        hint = "save the picture beside the text and name its file"
        raise PublishError("M511", f"the picture `{_short(source)}` is on the net; only files are read", place, hint)
    path = inside(folder, source)
    if path is None:
        hint = "put it beside the text"
        raise PublishError("M512", f"the picture `{_short(source)}` is outside the publication's folder", place, hint)
    if not _is_file(path):
        raise PublishError("M513", f"there is no picture `{_short(source)}`", place, _where(source, path, folder))
    return _examine(source, _bytes(source, path, place), place)


def _decoded(source: str, place: Place | None) -> bytes:
    data = decode_data(source)
    if data is None:
        message = f"the picture `{shown_data(source)}` that is written out here is damaged"
        raise PublishError("M514", message, place, "save it as a file beside the text, and name that")
    return data


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


def _where(source: str, path: Path, folder: Path) -> str:
    """The picture that was meant, where a name differs by a slip, else where it is looked for."""
    try:
        beside = sorted(other.name for other in islice(path.parent.iterdir(), _MOST_NAMES))
    except OSError:
        beside = []
    near = get_close_matches(path.name.lower(), [name.lower() for name in beside], 1)
    meant = next((name for name in beside if near and name.lower() == near[0]), "")
    if meant:
        return f"did you mean `{posixpath.join(posixpath.dirname(source), meant)}`?"
    return f"it is looked for in {folder.resolve().name}"


def _bytes(source: str, path: Path, place: Place | None) -> bytes:
    try:
        return read(path, _MOST_BYTES)
    except PublishError as problem:
        if problem.diagnostic.code == "F108":
            raise _too_large(source, f"more than {_MOST_BYTES // 1_000_000} MB", place) from None
        message = f"the picture `{_short(source)}` cannot be read: {problem.diagnostic.message}"
        raise PublishError("M514", message, place, problem.diagnostic.hint) from None


def _examine(source: str, data: bytes, place: Place | None) -> Asset:
    if is_drawing(data):
        width, height = examine_drawing(source, data, place)
        return Asset(source, "image/svg+xml", data, width, height)
    from PIL import Image as Picture
    from PIL import UnidentifiedImageError

    try:
        with _WARNINGS, warnings.catch_warnings():
            warnings.simplefilter("error", Picture.DecompressionBombWarning)
            picture = Picture.open(io.BytesIO(data), formats=list(_TYPES))
        with picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise _too_large(source, f"{width} × {height} pixels", place)
            kind = _TYPES[picture.format or ""]
            picture.load()
    except (Picture.DecompressionBombError, Picture.DecompressionBombWarning):
        raise _too_large(source, "more pixels than any page can show", place) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error):
        raise _unreadable(source, place) from None
    return Asset(source, kind, data, width, height)


def _unreadable(source: str, place: Place | None) -> PublishError:
    hint = "use PNG, JPEG, GIF, WebP or SVG, and look whether the file opens elsewhere"
    return PublishError("M514", f"the picture `{_short(source)}` cannot be read", place, hint)


def _too_large(source: str, size: str, place: Place | None) -> PublishError:
    return PublishError("M515", f"the picture `{source}` is too large: {size}", place, "save a smaller copy")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
