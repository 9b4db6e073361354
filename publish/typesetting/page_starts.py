"""Where the pages of a laid-out document begin in the text, found by its boxes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..layout.printed_pages import COUNTED, PICTURE, PageStart, counted
from .engine.boxes import Box, Document, page_boxes
from .tagging.folios import Folio

# Classes of what paper alone says, or says elsewhere: notes, codes, the imprint below the last section.
_ASIDE = frozenset(("footnote", "endnote-call", "endnotes", "added", "byline", "qr", "imprint-lines"))
# ``main`` holds a word that begins with a drop cap.
_IN_LINES = frozenset(("a", "code", "em", "main", "s", "span", "strong", "sub", "sup", "br", "img", "wbr"))
# What may stand within a word beside its letters, and the scripts that set no spaces between words.
_WITHIN = frozenset("'’-‐‑\u00ad\u2060\u200d\u200c")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

# A section's id, and how many of its letters stand before a place.
_Place = tuple[str, int]


def page_starts(document: Document, folios: Sequence[Folio]) -> tuple[PageStart, ...]:
    """The pages of WeasyPrint's document with their folios; blank ones are none."""
    pages = page_boxes(document)
    script = _Script()
    for section in _sections(pages):
        script.read(section)
    found = []
    for number, (page, folio) in enumerate(zip(pages, folios, strict=True), 1):
        place = script.take(page)
        if not page.page_type.blank:
            found.append(PageStart(str(folio), number, page.page_type.name, *(place or ("", 0))))
    return tuple(found)


def letters_of(section: Element) -> int:
    """How many letters a section has, as it was given to be set."""
    script = _Script()
    script.read(section)
    return len(script.texts[section.get("id", "")][1])


def _sections(pages: Sequence[Box]) -> Iterator[Element]:
    root = next((html.element for html in map(_html, pages) if html is not None), None)
    return (one for one in root.iter("section") if one.get("id")) if root is not None else iter(())


def _html(page: Box) -> Box | None:
    """The box of the text on a page, without its margins and notes."""
    return next((child for child in page.children if getattr(child, "element_tag", "") == "html"), None)


@dataclass(slots=True)
class _Run:
    """Letters that stand directly in one element: where each stretch of them begins, and how many were set already."""

    section: str
    starts: list[int] = field(default_factory=list)  # in the section
    before: list[int] = field(default_factory=list)  # in the element
    length: int = 0
    taken: int = 0

    def add(self, start: int, length: int) -> None:
        if length:
            self.starts.append(start)
            self.before.append(self.length)
            self.length += length

    def place(self) -> int:
        """The number in the section of the next letter that was not set yet."""
        stretch = bisect_right(self.before, self.taken) - 1
        return self.starts[stretch] + self.taken - self.before[stretch]


class _Script:
    """The sections as they were given to be set, and how much of each element stands on the pages looked at."""

    def __init__(self) -> None:
        self._runs: dict[int, _Run] = {}
        self._aside: dict[int, _Place] = {}
        self.texts: dict[str, tuple[str, list[int]]] = {}  # and where its letters stand in it
        self._words: dict[str, tuple[int, int]] = {}  # between which letters no word begins: one may be on many pages

    def read(self, section: Element) -> None:
        """Count the letters of a section."""
        name, count, text = section.get("id", ""), 0, list[str]()
        waiting: list[tuple[Element | str, Element]] = [(section, section)]
        while waiting:
            node, around = waiting.pop()
            if isinstance(node, str):
                text.append(node)
                letters = counted(node)
                self._runs.setdefault(id(around), _Run(name)).add(count, letters)
                count += letters
            elif _ASIDE.isdisjoint(node.get("class", "").split()):
                waiting += reversed(list(_parts(node)))
            else:
                self._aside |= {id(one): (name, count) for one in node.iter()}
        whole = "".join(text)
        self.texts[name] = whole, [found.start() for found in COUNTED.finditer(whole)]

    def take(self, page: Box) -> _Place | None:
        """Where a page begins in the text; what stands on it is taken as set."""
        first: _Place | None = None
        html = _html(page)
        for box in html.descendants() if html is not None else ():
            element, tag = box.element, box.element_tag or ""
            if element is None or "::" in tag:
                continue
            said = getattr(box, "text", "") or (PICTURE if tag == "img" else "")
            letters = counted(said)
            run = self._runs.get(id(element))
            if run is None or not letters:
                first = first or (self._aside.get(id(element)) if letters else None)
            elif run.taken < run.length:  # the head of a table may stand on many pages
                first = first or (run.section, self._word(run.section, run.place()))
                run.taken += letters
        return first

    def _word(self, section: str, letters: int) -> int:
        """How many letters stand before the first word that begins at a letter or behind it."""
        text, places = self.texts[section]
        asked, found = self._words.get(section, (0, -1))
        if not asked <= letters <= found:
            found = next((number for number in range(letters, len(places)) if not _goes_on(text, places[number])), len(places))
            self._words[section] = letters, found
        return found


def _parts(element: Element) -> Iterator[tuple[Element | str, Element]]:
    """What an element holds in order, each with the element whose text it is; the borders of blocks are line ends."""
    border = "" if element.tag in _IN_LINES else "\n"
    yield border + (PICTURE if element.tag == "img" else element.text or ""), element
    for child in element:
        yield child, element
        yield child.tail or "", element
    yield border, element


def _goes_on(text: str, at: int) -> bool:
    """Whether a letter goes on with the word of the one before it."""
    before = at
    while before and (text[before - 1] in _WITHIN or unicodedata.combining(text[before - 1])):
        before -= 1
    return before > 0 and text[before - 1].isalnum() and not _WITHOUT_SPACES.match(text[at])
