"""Mends the structure tree that WeasyPrint makes, before the PDF is written.

WeasyPrint tags running heads, folios and mere decoration as content, leaves links undescribed and
table heads without scope, places figures in a measure of its own, and has no tags for notes and
contents. PDF/UA-1 (ISO 14289-1) wants all but the last, which tells a listener what he hears.
"""

from __future__ import annotations

from collections.abc import Set

from .drop_caps import say_words_whole
from .kinds import leave_no_level_out, name_kinds
from .languages import say_languages
from .lists import mend_lists
from .objects import Element, Pdf, document_element, elements, first_kid, kid_elements, pages, resolve, structure_root
from .origins import Origins, attribute_of, is_foot_of_page
from .tables import join_parted_tables
from .text import MarkedTexts, text_of

_POINTS_A_PIXEL = 0.75
# What lists are called where they are a table of contents.
_CONTENTS_TAGS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/NonStruct"}


def mend_tags(pdf, texts: MarkedTexts, contents_pages: Set[bytes], origins: Origins) -> None:
    """Mend the tags of a PDF that WeasyPrint made and has not yet written, in place.

    ``texts`` are its marked pieces, ``contents_pages`` the references of the pages that hold nothing
    but a table of contents. ``origins`` tell languages, and what some elements are.
    """
    import pydyf

    document = document_element(pdf)
    join_parted_tables(pdf, document, origins)
    found = list(elements(pdf, document))
    decoration = {element.reference for element in found if element["S"] == "/Figure" and "Alt" not in element}
    _leave_out(decoration, found)
    _loose_pieces_to_artifacts(pdf, {element.reference for element in found} - decoration, pydyf)
    _name_contents(pdf, document, contents_pages)
    _name_notes(pdf, document, texts, origins, pydyf)
    _name_endnotes(pdf, found, texts, pydyf)
    say_words_whole(pdf, found, texts)
    _describe_links(pdf, found, texts, pydyf)
    _give_scope(found, origins, pydyf)
    _place_figures(pdf, found, pydyf)
    mend_lists(pdf, found, origins)
    name_kinds(pdf, found, origins)
    leave_no_level_out(found)
    say_languages(pdf, origins)


def _leave_out(decoration: set[bytes], found: list[Element]) -> None:
    """Pictures without a description are decoration: there is nothing to say of them."""
    if decoration:
        for element in found:
            element["K"][:] = [kid for kid in element["K"] if kid not in decoration]


def _loose_pieces_to_artifacts(pdf, linked: set[bytes], pydyf) -> None:
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
        _mark_as_artifacts(resolve(pdf, page["Contents"]).stream, loose, pydyf)


def _mark_as_artifacts(stream: list, loose: set[int], pydyf) -> None:
    for index, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})


def _name_contents(pdf, document: Element, contents_pages: set[bytes]) -> None:
    for part in kid_elements(pdf, document):
        if part["Pg"] in contents_pages:
            for element in elements(pdf, part):
                element["S"] = _CONTENTS_TAGS.get(element["S"], element["S"])


# Notes ------------------------------------------------------------------------------------------


def _name_notes(pdf, document: Element, texts: MarkedTexts, origins: Origins, pydyf) -> None:
    """The foot of a page stands at the top of the tree; it holds only notes."""
    for part in kid_elements(pdf, document):
        if is_foot_of_page(origins, part.reference) if origins else _looks_like_foot_of_page(pdf, part):
            for note in kid_elements(pdf, part):
                _name_note(note, _leading_number(pdf, note, texts), pydyf)


def _looks_like_foot_of_page(pdf: Pdf, part: Element) -> bool:
    """The same, where nobody knows what elements were made of: all else at the top of the tree is a section."""
    return part["S"] == "/NonStruct" and all(kid["S"] == "/Span" for kid in kid_elements(pdf, part))


def _name_endnotes(pdf, found: list[Element], texts: MarkedTexts, pydyf) -> None:
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
            _name_note(element, number, pydyf, part)


def _name_note(note: Element, number: int, pydyf, part: int = 1) -> None:
    note["S"] = "/Note"
    note["ID"] = pydyf.String(f"note-{number}" if part == 1 else f"note-{number}-{part}")


def _leading_number(pdf, note: Element, texts: MarkedTexts) -> int:
    """The number that a note begins with, 0 for one that has none."""
    first = first_kid(pdf, note)
    while first and (inner := first_kid(pdf, first)):
        first = inner
    said = text_of(pdf, first, texts).strip() if first else ""
    return int(said) if said.isdecimal() else 0


# Links and tables -----------------------------------------------------------------------------------


def _describe_links(pdf, found: list[Element], texts: MarkedTexts, pydyf) -> None:
    """A link says where it leads, or, inside the book, what it is called there."""
    for element in found:
        for kid in element.get("K", ()):
            if not isinstance(kid, int) and (inside := resolve(pdf, kid)).get("Type") == "/OBJR":
                annotation = resolve(pdf, inside["Obj"])
                address = annotation.get("A", {}).get("URI")
                annotation["Contents"] = address or pydyf.String(" ".join(text_of(pdf, element, texts).split()) or "→")


def _give_scope(found: list[Element], origins: Origins, pydyf) -> None:
    for element in found:
        if element["S"] == "/TH":
            of_row = attribute_of(origins, element.reference, "scope") == "row"
            element.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Row" if of_row else "/Column"


def _place_figures(pdf, found: list[Element], pydyf) -> None:
    """WeasyPrint says where figures are in its own measure: CSS pixels from the page's top."""
    for element in found:
        if element["S"] == "/Figure" and "BBox" in element.get("A", {}):
            page_top = resolve(pdf, element["Pg"])["TrimBox"][3]
            left, top, right, bottom = (side * _POINTS_A_PIXEL for side in element["A"]["BBox"])
            element["A"]["BBox"] = pydyf.Array((left, page_top - bottom, right, page_top - top))
