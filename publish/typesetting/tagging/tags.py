"""Mends the structure tree that WeasyPrint makes, before the PDF is written.

WeasyPrint tags running heads, folios and mere decoration as content, leaves links undescribed and
table heads without scope, places figures in a measure of its own, and has no tags for notes and
contents. PDF/UA-1 (ISO 14289-1) wants all but the last, which tells a listener what he hears.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from .drop_caps import say_words_whole
from .kinds import leave_no_level_out, name_kinds
from .languages import say_languages
from .lists import mend_lists
from .objects import Element, Pdf, array, content, dictionary, document_element, elements, first_kid, kid_elements, pages, resolve, string, structure_root
from .origins import Origins, attribute_of, is_foot_of_page
from .tables import join_parted_tables
from .text import MarkedTexts, text_of

_POINTS_A_PIXEL = 0.75
# What lists are called where they are a table of contents.
_CONTENTS_TAGS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/NonStruct"}


def mend_tags(pdf: Pdf, texts: MarkedTexts, contents_pages: Set[bytes], origins: Origins) -> None:
    """Mend the tags of a PDF that WeasyPrint made and has not yet written, in place.

    ``texts`` are its marked pieces, ``contents_pages`` the references of the pages that hold nothing
    but a table of contents. ``origins`` tell languages, and what some elements are.
    """
    document = document_element(pdf)
    join_parted_tables(pdf, document, origins)
    found = list(elements(pdf, document))
    decoration = {element.reference for element in found if element["S"] == "/Figure" and "Alt" not in element}
    _leave_out(decoration, found)
    _loose_pieces_to_artifacts(pdf, {element.reference for element in found} - decoration)
    _name_contents(pdf, document, contents_pages)
    _name_notes(pdf, document, texts, origins)
    _name_endnotes(pdf, found, texts)
    say_words_whole(pdf, found, texts)
    _describe_links(pdf, found, texts)
    _give_scope(found, origins)
    _place_figures(pdf, found)
    mend_lists(pdf, found, origins)
    name_kinds(pdf, found, origins)
    leave_no_level_out(found)
    say_languages(pdf, origins)


def _leave_out(decoration: set[bytes], found: list[Element]) -> None:
    """Pictures without a description are decoration: there is nothing to say of them."""
    if decoration:
        for element in found:
            element["K"][:] = [kid for kid in element["K"] if kid not in decoration]


def _loose_pieces_to_artifacts(pdf: Pdf, linked: set[bytes]) -> None:
    """Marked pieces whose element hangs nowhere in the tree are running heads, folios and decoration."""
    nums = resolve(pdf, structure_root(pdf)["ParentTree"])["Nums"]
    parents = dict(zip(nums[::2], nums[1::2], strict=True))
    for page in pages(pdf):
        owners = parents[page["StructParents"]]
        loose = {number for number, owner in enumerate(owners) if owner not in linked}
        if not loose:
            continue
        for number in loose:
            owners[number] = "null"
        _mark_as_artifacts(content(pdf, page), loose)


def _mark_as_artifacts(stream: list[Any], loose: set[int]) -> None:
    for index, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            stream[index - 1] = "/Artifact"
            stream[index] = dictionary({"Type": "/Pagination"})


def _name_contents(pdf: Pdf, document: Element, contents_pages: Set[bytes]) -> None:
    for part in kid_elements(pdf, document):
        if part["Pg"] in contents_pages:
            for element in elements(pdf, part):
                element["S"] = _CONTENTS_TAGS.get(element["S"], element["S"])


# Notes ------------------------------------------------------------------------------------------


def _name_notes(pdf: Pdf, document: Element, texts: MarkedTexts, origins: Origins) -> None:
    """The foot of a page stands at the top of the tree; it holds only notes."""
    for part in kid_elements(pdf, document):
        if is_foot_of_page(origins, part.reference) if origins else _looks_like_foot_of_page(pdf, part):
            for note in kid_elements(pdf, part):
                _name_note(note, _leading_number(pdf, note, texts))


def _looks_like_foot_of_page(pdf: Pdf, part: Element) -> bool:
    """The same, where nobody knows what elements were made of: all else at the top of the tree is a section."""
    return part["S"] == "/NonStruct" and all(kid["S"] == "/Span" for kid in kid_elements(pdf, part))


def _name_endnotes(pdf: Pdf, found: list[Element], texts: MarkedTexts) -> None:
    """Notes at a section's end are the only articles. What a page broke off one has no number, and
    what WeasyPrint puts round runs of words in one is an article again."""
    number, part = 0, 1
    for element in found:
        if element["S"] == "/Art":
            if resolve(pdf, element["P"])["S"] == "/Note":
                element["S"] = "/NonStruct"
                continue
            leading = _leading_number(pdf, element, texts)
            number, part = (leading, 1) if leading else (number, part + 1)
            _name_note(element, number, part)


def _name_note(note: Element, number: int, part: int = 1) -> None:
    note["S"] = "/Note"
    note["ID"] = string(f"note-{number}" if part == 1 else f"note-{number}-{part}")


def _leading_number(pdf: Pdf, note: Element, texts: MarkedTexts) -> int:
    """The number that a note begins with, 0 for one that has none."""
    first = first_kid(pdf, note)
    while first and (inner := first_kid(pdf, first)):
        first = inner
    said = text_of(pdf, first, texts).strip() if first else ""
    return int(said) if said.isdecimal() else 0


# Links and tables -----------------------------------------------------------------------------------


def _describe_links(pdf: Pdf, found: list[Element], texts: MarkedTexts) -> None:
    """A link says where it leads, or, inside the book, what it is called there."""
    for element in found:
        for kid in element.get("K", ()):
            if not isinstance(kid, int) and (inside := resolve(pdf, kid)).get("Type") == "/OBJR":
                annotation = resolve(pdf, inside["Obj"])
                address = annotation.get("A", {}).get("URI")
                annotation["Contents"] = address or string(" ".join(text_of(pdf, element, texts).split()) or "→")


def _give_scope(found: list[Element], origins: Origins) -> None:
    for element in found:
        if element["S"] == "/TH":
            of_row = attribute_of(origins, element.reference, "scope") == "row"
            element.setdefault("A", dictionary({"O": "/Table"}))["Scope"] = "/Row" if of_row else "/Column"


def _place_figures(pdf: Pdf, found: list[Element]) -> None:
    """WeasyPrint says where figures are in its own measure: CSS pixels from the page's top."""
    for element in found:
        if element["S"] == "/Figure" and "BBox" in element.get("A", {}):
            page_top = resolve(pdf, element["Pg"])["TrimBox"][3]
            left, top, right, bottom = (side * _POINTS_A_PIXEL for side in element["A"]["BBox"])
            element["A"]["BBox"] = array((left, page_top - bottom, right, page_top - top))
