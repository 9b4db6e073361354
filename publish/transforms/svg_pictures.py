"""Looks through SVG drawings: they may hold shapes and words, but nothing that runs or is fetched."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from ..diagnostics import PublishError
from ..model.place import Place

_ROOT = re.compile(rb"<(?:\w+:)?svg[\s>]")
_FETCHED = re.compile(r"url\(\s*['\"]?(?!\s*(?:#|data:image/))|@import|\\", re.I)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})(?:px)?\s*")
_ADDRESSES = frozenset({"href", "base", "src"})
_RUNS = frozenset({"script", "foreignObject", "handler", "iframe", "embed", "object"})


def is_drawing(data: bytes) -> bool:
    """Whether a file begins like an SVG."""
    return bool(_ROOT.search(data[:4096]))


def examine_drawing(source: str, data: bytes, place: Place | None) -> tuple[int, int]:
    """Width and height of a safe drawing, 0 where it names none in pixels.

    Raises :class:`PublishError`: M514 for one that is no XML, M516 for one that is not safe.
    """
    if b"<!ENTITY" in data or b"<?xml-stylesheet" in data:
        raise _unsafe(source, "defines entities or style sheets of its own", place)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        message = f"the picture `{source}` cannot be read: {problem}"
        raise PublishError("M514", message, place, "save it anew as plain SVG") from None
    for element in root.iter():
        if fault := _fault(element):
            raise _unsafe(source, fault, place)
    return _size(root)


def _fault(element: ElementTree.Element) -> str:
    """What in an element must not be, in words; empty where all is well."""
    name = _local(element.tag)
    if name in _RUNS:
        return f"holds <{name}>"
    if name == "style" and _FETCHED.search(element.text or ""):
        return "fetches something by its style"
    return next(filter(None, (_attribute_fault(name, _local(key), value) for key, value in element.attrib.items())), "")


def _attribute_fault(element: str, key: str, value: str) -> str:
    target = value.strip()
    if key.lower().startswith("on") or target.lower().startswith("javascript:"):
        return "holds a program"
    if key in _ADDRESSES and element != "a" and not target.startswith(("#", "data:image/")):
        return f"fetches `{target[:60]}`"
    return "fetches something by its style" if "url" in value.lower() and _FETCHED.search(value) else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _unsafe(source: str, what: str, place: Place | None) -> PublishError:
    return PublishError("M516", f"the drawing `{source}` {what}", place, "save it as plain SVG, with shapes and words only")


def _size(root: ElementTree.Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    width, height = (round(float(match[1])) if (match := _LENGTH.fullmatch(side)) else 0 for side in sides)
    return width, height
