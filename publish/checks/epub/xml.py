"""XML that others wrote: read without fetching anything, and without the tricks that make a small file large."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_DEEPEST = 200  # elements within each other


class BadXml(Exception):
    """It is not XML, or not of the harmless kind; says why."""


def parse(data: bytes) -> Element:
    """The root of a document, its names as ElementTree writes them. Raises BadXml."""
    builder, depth = TreeBuilder(), 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise BadXml(f"more than {_DEEPEST} elements stand within each other")
        builder.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(name))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except expat.ExpatError as problem:
        raise BadXml(f"it is no well-formed XML ({problem})") from None
    except (ValueError, LookupError):  # an encoding that there is not
        raise BadXml("it is in an encoding that is not known") from None


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _refuse(*_: object) -> None:
    raise BadXml("it declares entities, which no e-book needs and which can blow up a reader")
