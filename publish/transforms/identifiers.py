"""Gives every section, heading and target a stable id of its own, and checks where links lead."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from urllib.parse import unquote

from ..diagnostics import Report
from ..model.book import Section
from ..model.nodes import Blocks, Box, Columns, Division, Figure, Heading, Inlines, Link, Role, Span, Table
from ..model.place import Place
from ..model.walk import map_contents, map_inlines, plain_text, walk

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "geo", "ftp", "sftp", "xmpp", "matrix", "doi"})
_NOT_IN_A_NAME = re.compile(r"[^\w.\- ]+")
# Names that templates use for parts of their own.
_RESERVED = ("contents", "contents-title", "title-page", "cover", "nav")
_FILES = (".md", ".markdown", ".txt", ".html", ".xhtml", ".pdf", ".epub", ".docx", ".odt", ".png", ".jpg", ".svg")
# To look for the nearest id takes time; a text in which so many links lead nowhere has another problem.
_MOST_SUGGESTIONS = 20


def identify(sections: tuple[Section, ...], report: Report) -> tuple[Section, ...]:
    """The sections with an id on each of them and on each heading, and with links that lead somewhere.

    Ids the author gave are kept; others are made from the words, as pandoc makes them. A link to
    an id that does not exist, to a file, or with a scheme that could run code is an error.
    """
    given, links = _read(sections, report)
    names = _Names(given)
    sections = tuple(_identify(section, names) for section in sections)
    targets = _Targets(names.taken, report)
    for link, place in links:
        targets.check(link, place)
    return tuple(_with_exact_targets(section, targets.meant) for section in sections) if targets.meant else sections


def slug(text: str) -> str:
    """Words as an id: small letters, hyphens for spaces, starting with a letter."""
    folded = unicodedata.normalize("NFC", text).casefold()
    name = re.sub(r"\s+", "-", _NOT_IN_A_NAME.sub("", folded).strip()).strip("-.")
    start = re.search(r"[^\W\d_]", name)
    return name[start.start() :] if start else ""


def _read(sections: tuple[Section, ...], report: Report) -> tuple[set[str], list[tuple[Link, Place | None]]]:
    """The ids that the author gave, and all links with a place to name."""
    given: set[str] = set()
    links: list[tuple[Link, Place | None]] = []

    def add(name: str, place: Place | None) -> None:
        if name in given:
            report.error("M503", f"the id `{name}` is given twice", place, "links could not tell the two apart")
        given.add(name)

    for section in sections:
        if section.id:
            add(section.id, section.place)
        for node in walk(*section.title, *section.lead, *section.blocks):
            if isinstance(node, Link):
                links.append((node, node.place or section.place))
            elif isinstance(node, (Heading, Figure, Division, Box, Columns, Span, Table)) and node.id:
                add(node.id, node.place)
    return given, links


# Ids -----------------------------------------------------------------------------------------


class _Names:
    """Hands out ids, each once. Those ``given`` by the author are among ``taken`` from the start."""

    def __init__(self, given: set[str]) -> None:
        self.taken = set(given)
        self._barred = given | set(_RESERVED)
        self._times: Counter[str] = Counter()

    def new(self, wanted: str) -> str:
        name = wanted
        while name in self._barred:
            self._times[wanted] += 1
            name = f"{wanted}-{self._times[wanted] + 1}"
        self.taken.add(name)
        self._barred |= {name, f"{name}-title"}  # templates name the title of a part so
        return name


def _identify(section: Section, names: _Names) -> Section:
    wanted = slug(plain_text(*section.title)) or ("text" if section.role is Role.CHAPTER else section.role.value)
    return replace(section, id=section.id or names.new(wanted), blocks=_with_ids(section.blocks, names))


def _with_ids(blocks: Blocks, names: _Names) -> Blocks:
    """Headings in quotes and lists are no targets and get none."""
    return tuple(_with_id(block, names) if isinstance(block, (Heading, Division)) else block for block in blocks)


def _with_id(block: Heading | Division, names: _Names) -> Heading | Division:
    if isinstance(block, Division):
        return replace(block, blocks=_with_ids(block.blocks, names))
    return block if block.id else replace(block, id=names.new(slug(plain_text(block)) or "section"))


# Links ---------------------------------------------------------------------------------------


class _Targets:
    """Checks links against what there is. ``meant`` has the targets that must be written otherwise."""

    def __init__(self, known: set[str], report: Report) -> None:
        self._known, self._report = known, report
        self._suggestions = 0
        self.meant: dict[str, str] = {}

    def check(self, link: Link, place: Place | None) -> None:
        target = link.target
        if target.startswith("#"):
            self._check_inside(target, place)
            return
        scheme = _SCHEME.match(target)
        if not scheme:
            which = f"the link `{_short(target)}`" if target else "this link"
            self._report.error("M502", f"{which} has no address", place, _address_hint(target))
        elif scheme[1].lower() not in _ALLOWED_SCHEMES:
            hint = "readers could not follow it, or would run it; use https:, mailto: or #id"
            self._report.error("M504", f"links with `{_short(scheme[1])}:` are not allowed", place, hint)

    def _check_inside(self, target: str, place: Place | None) -> None:
        """An id may be written as it is, or as pandoc would make it from a heading."""
        name = unquote(target[1:])
        exact = next((form for form in (name, slug(name)) if form in self._known), None)
        if exact is None:
            message = f"there is nothing called `{_short(target)}` in this book"
            self._report.error("M501", message, place, self._nearest(name))
        elif target != f"#{exact}":
            self.meant[target] = f"#{exact}"

    def _nearest(self, name: str) -> str:
        self._suggestions += 1
        few = self._suggestions <= _MOST_SUGGESTIONS and len(name) < 100
        near = get_close_matches(name, sorted(self._known), 1) if few else []
        return f"did you mean `#{near[0]}`?" if near else "give a heading that id: # Heading {#id}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _address_hint(target: str) -> str:
    if "@" in target:
        return f"write mailto:{_short(target)}"
    if re.match(r"[\w-]+(\.[\w-]+)+", target) and not target.lower().endswith(_FILES):
        return f"write https://{_short(target)}"
    return "link to https://… or to #id in this book"


def _with_exact_targets(section: Section, meant: dict[str, str]) -> Section:
    def change_node(node) -> Inlines:
        return (replace(node, target=meant.get(node.target, node.target)),) if isinstance(node, Link) else (node,)

    def change(content: Inlines) -> Inlines:
        return map_inlines(content, change_node, lambda blocks: map_contents(blocks, change))

    return replace(section, title=change(section.title), lead=change(section.lead), blocks=map_contents(section.blocks, change))
