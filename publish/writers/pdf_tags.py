"""Mends the structure tree that WeasyPrint makes, before the PDF is written.

WeasyPrint tags running heads, folios and mere decoration as content, leaves links undescribed and
table heads without scope, and has no tags for notes and contents. PDF/UA-1 (ISO 14289-1) wants
the first four; the last two tell a listener what he hears.
"""

from __future__ import annotations

from collections.abc import Iterable

from .pdf_objects import Element, document_element, elements, first_kid, kid_elements, pages, resolve, structure_root
from .pdf_text import MarkedTexts, text_of

# What lists are called where they are a table of contents.
_CONTENTS_TAGS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/NonStruct"}


def mend_tags(pdf, texts: MarkedTexts, contents_pages: Iterable[int]) -> None:
    """Mend the tags of a PDF that WeasyPrint made and has not yet written, in place.

    ``texts`` are its marked pieces, ``contents_pages`` the indices of the pages that hold nothing
    but a table of contents.
    """
    import pydyf

    document = document_element(pdf)
    _leave_out_decoration(pdf, document)
    _margin_boxes_to_artifacts(pdf, document, pydyf)
    _name_contents(pdf, document, {pdf.page_references[index] for index in contents_pages})
    _name_notes(pdf, document, texts, pydyf)
    _describe_links(pdf, document, texts, pydyf)
    _give_scope(pdf, document, pydyf)


def _leave_out_decoration(pdf, document: Element) -> None:
    """Pictures without a description are decoration: there is nothing to say of them."""
    for element in elements(pdf, document):
        if any(kid["S"] == "/Figure" and "Alt" not in kid for kid in kid_elements(pdf, element)):
            element["K"][:] = [kid for kid in element["K"] if isinstance(kid, int) or not _is_decoration(resolve(pdf, kid))]


def _is_decoration(element: Element) -> bool:
    return element.get("S") == "/Figure" and "Alt" not in element


def _margin_boxes_to_artifacts(pdf, document: Element, pydyf) -> None:
    """Marked pieces whose element hangs nowhere in the tree are running heads, folios and decoration."""
    linked = {element.reference for element in elements(pdf, document)}
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


def _name_notes(pdf, document: Element, texts: MarkedTexts, pydyf) -> None:
    """The foot of a page is the one untagged thing at the top of the tree; it holds only notes."""
    for part in kid_elements(pdf, document):
        if part["S"] == "/NonStruct":
            for note in kid_elements(pdf, part):
                _name_note(note, _leading_number(pdf, note, texts), pydyf)
        else:
            _name_endnotes(pdf, part, texts, pydyf)


def _name_endnotes(pdf, section: Element, texts: MarkedTexts, pydyf) -> None:
    """Only notes at a section's end are divisions that begin with words, their number, and not with
    a block; what a page broke off them has no number."""
    number = 0
    for group in elements(pdf, section):
        for division in kid_elements(pdf, group):
            if division["S"] == "/Div" and (first := first_kid(pdf, division)) and first["S"] == "/Span":
                number = _leading_number(pdf, division, texts) or number
                _name_note(division, number, pydyf)


def _name_note(note: Element, number: int, pydyf) -> None:
    note["S"] = "/Note"
    note["ID"] = pydyf.String(f"note-{number}")


def _leading_number(pdf, note: Element, texts: MarkedTexts) -> int:
    """The number that a note begins with, 0 for one that has none."""
    first = first_kid(pdf, note)
    while first and (inner := first_kid(pdf, first)):
        first = inner
    said = text_of(pdf, first, texts).strip() if first else ""
    return int(said) if said.isdecimal() else 0


# Links and tables -----------------------------------------------------------------------------------


def _describe_links(pdf, document: Element, texts: MarkedTexts, pydyf) -> None:
    """A link says where it leads, or, inside the book, what it is called there."""
    for element in elements(pdf, document):
        for kid in element.get("K", ()):
            if not isinstance(kid, int) and (found := resolve(pdf, kid)).get("Type") == "/OBJR":
                annotation = resolve(pdf, found["Obj"])
                address = annotation.get("A", {}).get("URI")
                annotation["Contents"] = address or pydyf.String(" ".join(text_of(pdf, element, texts).split()) or "→")


def _give_scope(pdf, document: Element, pydyf) -> None:
    for element in elements(pdf, document):
        if element["S"] == "/TH":
            element.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Column"
