"""Lists as PDF knows them: of items, each with a label and a body (ISO 32000-1, 14.8.4.3.3).

WeasyPrint takes a number that a style sets by itself for a part of what is listed, and items that
hold paragraphs for bodies. To it a term and its meaning are two items.
"""

from __future__ import annotations

from collections.abc import Iterable

from .objects import Element, Pdf, array, dictionary, elements, kid_elements, resolve
from .origins import Origins, is_wrapped, place_among, style_of, tag_of

_NUMBERINGS = {
    "decimal": "/Decimal", "lower-roman": "/LowerRoman", "upper-roman": "/UpperRoman", "lower-alpha": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha", "lower-latin": "/LowerAlpha", "upper-latin": "/UpperAlpha", "disc": "/Disc",
    "circle": "/Circle", "square": "/Square",
}  # fmt: skip
_USUAL = {"ol": "/Decimal", "ul": "/Disc"}


def mend_lists(pdf: Pdf, found: Iterable[Element], origins: Origins) -> None:
    """Mend the lists among the elements of a tree, in place."""
    for element in found:
        if element["S"] == "/L":
            _unwrap(pdf, element, origins)
            if tag_of(origins, element.reference) == "dl":
                _join_terms(pdf, element, origins)
            _take_in_sublists(pdf, element, origins)
            for item in kid_elements(pdf, element):
                if item["S"] == "/LI":
                    _set_number_apart(pdf, item, origins)
                    _give_body(pdf, item)
            _say_numbering(pdf, element, origins)


def _unwrap(pdf: Pdf, element: Element, origins: Origins) -> None:
    """Take the items of a list that is set in columns or in a grid out of what is only put round them for that."""
    parts = list(kid_elements(pdf, element))
    while wrapping := [part for part in parts if _only_wraps(part, element, origins)]:
        for part in wrapping:
            part["S"] = "/NonStruct"
            at = element["K"].index(part.reference)
            inside = list(kid_elements(pdf, part))
            element["K"][at : at + 1] = [one.reference for one in inside]
            for one in inside:
                one["P"] = element.reference
        parts = list(kid_elements(pdf, element))


def _only_wraps(part: Element, around: Element, origins: Origins) -> bool:
    return part["S"] == "/Div" or (part["S"] == "/L" and is_wrapped(origins, part.reference, around.reference))


def _join_terms(pdf: Pdf, definitions: Element, origins: Origins) -> None:
    """Make each term the label of the item that its meanings are the body of."""
    items: list[Element] = []
    for item in list(kid_elements(pdf, definitions)):
        tag = tag_of(origins, item.reference)
        if tag == "dt":
            for part in kid_elements(pdf, item):
                part["S"] = "/Lbl"
        follows = bool(items) and (tag == "dd" or not _bodies(pdf, items[-1]))
        if not follows:
            items.append(item)
            continue
        for part in list(kid_elements(pdf, item)):
            _move(part, items[-1])
    definitions["K"][:] = [item.reference for item in items]


def _bodies(pdf: Pdf, item: Element) -> list[Element]:
    return [part for part in kid_elements(pdf, item) if part["S"] == "/LBody"]


def _take_in_sublists(pdf: Pdf, element: Element, origins: Origins) -> None:
    """Put each list that stands behind an item into that item, at the place where it is in the text."""
    item: Element | None = None
    for part in list(kid_elements(pdf, element)):
        if part["S"] == "/LI":
            item = part
        elif part["S"] == "/L" and item is not None:
            before = place_among(origins, part.reference, item["K"], item.reference)
            element["K"].remove(part.reference)
            part["P"] = item.reference
            item["K"].insert(before, part.reference)


def _set_number_apart(pdf: Pdf, item: Element, origins: Origins) -> None:
    """Take what a style sets before an item out of its body, and put it first."""
    labels = [one for one in elements(pdf, *_bodies(pdf, item)) if tag_of(origins, one.reference) == "li::before"]
    for label in labels:
        parent = resolve(pdf, label["P"])
        if resolve(pdf, parent["P"]).get("S") == "/LI" and label.reference in parent["K"]:
            parent["K"].remove(label.reference)
            label["S"], label["P"] = "/Lbl", item.reference
            item["K"].insert(0, label.reference)


def _give_body(pdf: Pdf, item: Element) -> None:
    """Put all that stands in an item beside its label into one body."""
    parts = [part for part in kid_elements(pdf, item) if part["S"] != "/Lbl"]
    if not parts or [part["S"] for part in parts] == ["/LBody"]:
        return
    body = dictionary({"Type": "/StructElem", "S": "/LBody", "K": array(), "Pg": parts[0]["Pg"], "P": item.reference})
    pdf.add_object(body)
    item["K"].insert(item["K"].index(parts[0].reference), body.reference)
    for part in parts:
        item["K"].remove(part.reference)
        for one in list(kid_elements(pdf, part)) if part["S"] == "/LBody" else [part]:
            _move(one, body)


def _move(part: Element, to: Element) -> None:
    part["P"] = to.reference
    to["K"].append(part.reference)


def _say_numbering(pdf: Pdf, element: Element, origins: Origins) -> None:
    labelled = any(part["S"] == "/Lbl" for item in kid_elements(pdf, element) for part in kid_elements(pdf, item))
    usual = _USUAL.get(tag_of(origins, element.reference))
    if labelled and usual:
        kind = style_of(origins, element.reference, "list_style_type")
        numbering = _NUMBERINGS.get(kind, usual) if isinstance(kind, str) else usual
        element["A"] = dictionary({"O": "/List", "ListNumbering": numbering})
