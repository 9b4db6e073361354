"""Pictures as authors name them: where they are, and how large they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from ..diagnostics import Report
from ..model.kinds import Extent, Unit
from ..model.nodes import Image
from ..model.place import Place
from .attributes import Attributes

PICTURE_KEYS = frozenset(("alt", "fig-alt", "width", "height"))
_SIDES = ("width", "height")
_EXTENT = re.compile(r"\s*(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})\s*([a-z]{2}|%|)\s*", re.IGNORECASE | re.ASCII)
_UNITS = {unit.value: unit for unit in Unit} | {"": Unit.PIXEL}


def source_of(address: str) -> str:
    """The name of a file as it is on disk; an address is left as it was written."""
    return address if "://" in address or address[:5].lower() == "data:" else unquote(address)


def read_extent(written: str) -> Extent | None:
    """``60%``, ``4.5cm``; a bare number counts pixels, as in HTML. None for what is no size, or none to be seen."""
    found = _EXTENT.fullmatch(written)
    unit = _UNITS.get(found[2].lower()) if found else None
    return Extent(float(found[1]), unit) if found and unit and float(found[1]) else None


def wanted_extent(key: str, written: str | None, place: Place, report: Report) -> Extent | None:
    """The width or height that an author gave, if any; what is none is reported (M114)."""
    if not written or written == "auto":
        return None
    extent = read_extent(written)
    if extent is None:
        units = ", ".join(unit.value for unit in Unit)
        report.warning("M114", f"“{written}” is no {key}", place, f"write it like {key}=60% or {key}=4cm; units: {units}")
    elif key == "height" and extent.unit is Unit.PERCENT:
        report.warning("M114", "a height cannot be in %, for a page has no end to count from", place, "give a width, or cm")
        return None
    return extent


def picture(source: str, alt: str, title: str, attributes: Attributes, place: Place, report: Report) -> Image:
    """An image with what the attributes say of it: words for those who cannot see it, a width, a height."""
    said = attributes.get("alt")
    said = attributes.get("fig-alt") if said is None else said
    width, height = (wanted_extent(key, attributes.get(key), place, report) for key in ("width", "height"))
    return Image(source, alt if said is None else said, title, width, height, place=place)


def html_picture(attributes: Iterable[tuple[str, str]], place: Place, report: Report) -> Image:
    """An ``img``. Where HTML gives both sides in pixels they are those of the file: the width tells enough."""
    said = dict(attributes)
    styles = (declaration.partition(":") for declaration in said.get("style", "").lower().split(";"))
    sizes = {key: said.get(key) for key in _SIDES} | {name.strip(): value.strip() for name, _, value in styles if name.strip() in _SIDES}
    width, height = (wanted_extent(key, sizes[key], place, report) for key in _SIDES)
    return Image(
        source_of(said["src"]), said.get("alt", ""), said.get("title", ""), width, None if width else height, place=place
    )  # fmt: skip
