"""The examples of the CommonMark specification, and a way to hold HTML against HTML by what a reader sees of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

from tests import npm

_FOLDER = Path(__file__).parent
_FENCE = "`" * 32
_EXAMPLE = re.compile(rf"^{_FENCE} example\n(?P<text>(?:.|\n)*?)^\.\n(?P<html>(?:.|\n)*?)^{_FENCE}$|^#{{1,6}} +(?P<section>.+)$", re.MULTILINE)
# These only say where a line may end.
_SILENT = ("span", "wbr")
# What these say is heard or followed; other attributes are a writer's own.
_SAYS_SOMETHING = ("href", "src", "alt", "title", "start", "class")


@dataclass(frozen=True)
class Example:
    """A text of the specification, and the HTML that it is to become."""

    number: int
    section: str
    text: str
    html: str


def missing() -> str:
    """What lacks here for the examples to be had, in a sentence; empty where nothing does."""
    return npm.missing(_FOLDER, "The CommonMark specification")


def examples() -> list[Example]:
    """All examples of the specification, numbered as it numbers them."""
    specification = (npm.installed(_FOLDER) / "commonmark-spec" / "spec.txt").read_text(encoding="utf-8")
    return list(_examples(specification.partition("<!-- END TESTS -->")[0]))


def _examples(specification: str) -> Iterator[Example]:
    section, number = "", 0
    for found in _EXAMPLE.finditer(specification):
        if found["section"]:
            section = found["section"]
        else:
            number += 1
            yield Example(number, section, found["text"].replace("→", "\t"), found["html"].replace("→", "\t"))


def outline(markup: str) -> str:
    """HTML as one line an element and one a run of words, so that two ways to write the same are equal."""
    body = html.document_fromstring(f"<body>{markup}</body>").body
    etree.strip_tags(body, *_SILENT)
    return "\n".join(_lines(body, 0, False))


def _lines(element: html.HtmlElement, depth: int, kept: bool) -> Iterator[str]:
    kept = kept or element.tag == "pre"
    yield from _words(element.text, depth, kept)
    for child in element:
        if isinstance(child.tag, str):
            yield f"{'  ' * depth}<{child.tag}{_attributes(child)}>"
            yield from _lines(child, depth + 1, kept)
        yield from _words(child.tail, depth, kept)


def _words(text: str | None, depth: int, kept: bool) -> Iterator[str]:
    """Spaces count only where HTML keeps them; those at the ends of a run are left to what stands beside it."""
    said = (text or "").rstrip("\n") if kept else " ".join((text or "").split())
    if said:
        yield f"{'  ' * depth}{said!r}"


def _attributes(element: html.HtmlElement) -> str:
    said = [(name, element.get(name)) for name in _SAYS_SOMETHING if element.get(name)]
    return "".join(f" {name}={unquote(value)!r}" for name, value in said if name != "class" or value.startswith("language-"))
