"""Gives every section, heading and target a stable id of its own, and checks where links lead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from urllib.parse import unquote

from ..diagnostics import Report
from ..model.book import Section
from ..model.nodes import Blocks, Division, Figure, Heading, Inlines, Link, Node, Role, Span
from ..model.place import Place
from ..model.walk import map_contents, map_inlines, plain_text, walk

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "geo", "ftp", "sftp", "xmpp", "matrix", "doi"})
_NOT_IN_A_NAME = re.compile(r"[^\w.\- ]+")
# Names that templates use for parts of their own.
_RESERVED = ("contents", "title-page", "cover", "nav")


class _Names:
    """Hands out ids, each once."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken | set(_RESERVED)

    def new(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def identify(sections: tuple[Section, ...], report: Report) -> tuple[Section, ...]:
    """The sections with an id on each of them and on each heading, and with links that lead somewhere.

    Ids the author gave are kept; others are made from the words, as pandoc makes them. A link to
    an id that does not exist, to a file, or with a scheme that could run code is an error.
    """
    names = _Names(_given(sections, report))
    identified = tuple(_identify(section, names) for section in sections)
    known = _targets(identified)
    for section in identified:
        for node in _nodes(section):
            if isinstance(node, Link):
                _check(node, known, section.place, report)
    return tuple(_with_exact_targets(section, known) for section in identified)


def slug(text: str) -> str:
    """Words as an id: small letters, hyphens for spaces, starting with a letter."""
    folded = unicodedata.normalize("NFC", text).casefold()
    name = re.sub(r"\s+", "-", _NOT_IN_A_NAME.sub("", folded).strip()).strip("-.")
    start = re.search(r"[^\W\d_]", name)
    return name[start.start() :] if start else ""


def _given(sections: tuple[Section, ...], report: Report) -> set[str]:
    given: set[str] = set()
    for name, place in _own_ids(sections):
        if name in given:
            report.error("M503", f"the id `{name}` is given twice", place, "links could not tell the two apart")
        given.add(name)
    return given


def _own_ids(sections: tuple[Section, ...]) -> Iterator[tuple[str, Place | None]]:
    for section in sections:
        if section.id:
            yield section.id, section.place
        for node in _nodes(section):
            if isinstance(node, (Heading, Figure, Division, Span)) and node.id:
                yield node.id, node.place


def _nodes(section: Section) -> Iterator[Node]:
    return walk(*section.title, *section.lead, *section.blocks)


def _identify(section: Section, names: _Names) -> Section:
    wanted = slug(plain_text(*section.title)) or ("text" if section.role is Role.CHAPTER else section.role.value)
    return replace(section, id=section.id or names.new(wanted), blocks=_with_ids(section.blocks, names))


def _with_ids(blocks: Blocks, names: _Names) -> Blocks:
    """Headings deeper down, in quotes and lists, are no targets and get none."""
    return tuple(
        replace(block, id=names.new(slug(plain_text(block)) or "section"))
        if isinstance(block, Heading) and not block.id
        else block
        for block in blocks
    )


# Links ---------------------------------------------------------------------------------------


def _targets(sections: tuple[Section, ...]) -> set[str]:
    return {name for name, _ in _own_ids(sections)}


def _check(link: Link, known: set[str], fallback: Place | None, report: Report) -> None:
    place, target = link.place or fallback, link.target
    if target.startswith("#"):
        if _exact(target, known) is None:
            near = get_close_matches(target[1:], sorted(known), 1)
            hint = f"did you mean `#{near[0]}`?" if near else "give a heading that id: # Heading {#id}"
            report.error("M501", f"there is nothing called `{target}` in this book", place, hint)
        return
    scheme = _SCHEME.match(target)
    if not scheme:
        report.error("M502", f"the link `{target}` has no address", place, _address_hint(target))
    elif scheme[1].lower() not in _ALLOWED_SCHEMES:
        hint = "readers could not follow it, or would run it; use https:, mailto: or #id"
        report.error("M504", f"links with `{scheme[1]}:` are not allowed", place, hint)


def _address_hint(target: str) -> str:
    if "@" in target:
        return f"write mailto:{target}"
    return f"write https://{target}" if re.match(r"[\w-]+(\.[\w-]+)+", target) else "link to https://… or to #id in this book"


def _exact(target: str, known: set[str]) -> str | None:
    """The id a target means, as it is written or as pandoc would make it from a heading."""
    name = unquote(target[1:])
    return next((form for form in (name, slug(name)) if form in known), None)


def _with_exact_targets(section: Section, known: set[str]) -> Section:
    def change_node(node) -> Inlines:
        if isinstance(node, Link) and node.target.startswith("#") and (name := _exact(node.target, known)):
            return (replace(node, target=f"#{name}"),)
        return (node,)

    def change(content: Inlines) -> Inlines:
        return map_inlines(content, change_node, lambda blocks: map_contents(blocks, change))

    if not any(isinstance(node, Link) and node.target.startswith("#") for node in _nodes(section)):
        return section
    return replace(section, title=change(section.title), lead=change(section.lead), blocks=map_contents(section.blocks, change))
