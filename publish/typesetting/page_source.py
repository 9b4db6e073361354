"""The page's source made ready for WeasyPrint, in the few places where the two understand each other badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ..language.breaks import ENDS, JOINED, MAY_END, STAYS, UNSEEN, code_on_paper
from ..layout.running_heads import running_head
from .tagging.drop_caps import keep_words_together

# What these are for stands in the style sheet that goes with every page.
CSS = "[data-label] { bookmark-label: attr(data-label) }\n"

_SAFE_NAME = re.compile(r"[\w.-]+")
_CALLS = ("footnote", "endnote-call")
_NOT_IN_BOOKMARKS = (*_CALLS, "address")
# The attributes that running heads are taken from.
_RUNNING = ("data-name", "data-book")
_SIDE_HEADS = ("h4", "h5", "h6")
_TAB = 8
_HEADINGS = ("h1", "h2", "h3")
_JOINED = re.compile(f"{JOINED[0]}(.+?){JOINED[1]}")
_SIGN = re.compile("&[a-z]+;|.")


def prepared(html: str, measure: float, size: float) -> ElementTree.Element:
    """The tree of a well-formed page, to be set in lines of such a measure and text of such a size, both in points.

    Our XHTML needs no HTML5 parser, which is slow.
    """
    root = ElementTree.fromstring(_with_signs(html))
    elements = list(root.iter())
    _make_names_safe(elements)
    for element in elements:
        for name in _RUNNING:
            if words := element.get(name):
                element.set(name, running_head(words, measure, size))
        if element.tag in _HEADINGS and any(one.get("class") in _NOT_IN_BOOKMARKS for one in element.iter()):
            # A bookmark would take in the number of the note, and the signs of an address.
            element.set("data-label", " ".join("".join(_texts(element)).translate(UNSEEN).split()))
        elif element.get("class") == "endnote":
            element.tag = "article"  # which has a tag of its own in PDFs, by which the note is known there
        elif element.tag == "pre":
            _part_lines(element)
        elif element.tag == "ol":
            _count_from_start(element)
        elif element.tag == "a":
            _take_in_addresses(element)
        elif element.tag in ("section", "div"):
            _gather_side_heads(element)
    keep_words_together(root)
    return root


def _with_signs(html: str) -> str:
    """The page with signs in place of the elements that say where a line may end: these would cut its words in pieces."""
    return _JOINED.sub(lambda found: STAYS.join(_SIGN.findall(found[1])), html.replace(MAY_END, ENDS))


def _count_from_start(listed: ElementTree.Element) -> None:
    """To WeasyPrint a list begins with 1, whatever its attribute says."""
    if start := listed.get("start"):
        listed.set("style", f"counter-reset: list-item {int(start) - 1}; {listed.get('style', '')}")


def _take_in_addresses(link: ElementTree.Element) -> None:
    """Make a link that holds an address one itself: to WeasyPrint an element in a link is a second link."""
    before: ElementTree.Element | None = None
    for child in list(link):
        if child.get("class") != "address":
            before = child
            continue
        words = (child.text or "") + (child.tail or "")
        if before is None:
            link.text = (link.text or "") + words
        else:
            before.tail = (before.tail or "") + words
        link.remove(child)
        link.set("class", "address")


def _gather_side_heads(parent: ElementTree.Element) -> None:
    """A heading of a low level and the paragraph below it in one block, which a style can set as one."""
    if not any(child.tag in _SIDE_HEADS for child in parent):
        return
    children: list[ElementTree.Element] = []
    for child in parent:
        if child.tag == "p" and children and children[-1].tag in _SIDE_HEADS:
            block = ElementTree.Element("div", {"class": "run-in"})
            block[:] = [children.pop(), child]
            child = block
        children.append(child)
    parent[:] = children


def _part_lines(pre: ElementTree.Element) -> None:
    """Each line of code in an element of its own, so that a style can show where one turns over.

    Tabs become spaces: WeasyPrint's stops are whole pixels, and miss the columns of lines that have spaces.
    """
    for code in pre.iterfind("code"):
        if not len(code):
            lines, code.text = (code.text or "").expandtabs(_TAB).split("\n"), None
            for line in lines:
                ElementTree.SubElement(code, "span", {"class": "line"}).text = code_on_paper(line)


def _make_names_safe(elements: list[ElementTree.Element]) -> None:
    """WeasyPrint reads names as CSS strings where they stand, and as quoted where they are linked to."""
    names = {name for element in elements if (name := element.get("id")) and not _SAFE_NAME.fullmatch(name)}
    new = {name: f"name.{number}" for number, name in enumerate(sorted(names))}
    if not new:
        return
    for element in elements:
        if (name := element.get("id")) in new:
            element.set("id", new[name])
        if (target := element.get("href", "")).startswith("#") and target[1:] in new:
            element.set("href", f"#{new[target[1:]]}")


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The words of an element, those of its notes and their numbers left out."""
    yield element.text or ""
    for child in element:
        if child.get("class") not in _CALLS:
            yield from _texts(child)
        yield child.tail or ""
