"""Mends the structure tree that WeasyPrint makes, before the PDF is written.

WeasyPrint tags running heads and folios as content, leaves links undescribed, table heads
without scope, and has no tag for notes. PDF/UA-1 (ISO 14289-1) wants all four.
"""

from __future__ import annotations

from .pdf_text import pages, resolve


def mend_tags(pdf) -> None:
    """Mend the tags of a PDF that WeasyPrint made and has not yet written, in place."""
    import pydyf

    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    document = resolve(pdf, root["K"][0])
    linked = _linked_elements(pdf, document)
    _margin_boxes_to_artifacts(pdf, root, linked, pydyf)
    _name_notes(pdf, document, pydyf)
    _describe_links(pdf, pydyf)
    _give_scope(pdf, linked, pydyf)


def _linked_elements(pdf, document) -> dict[bytes, dict]:
    """Every structure element that can be reached from the document's, by reference."""
    found: dict[bytes, dict] = {}
    pending = list(document["K"])
    while pending:
        reference = pending.pop()
        if isinstance(reference, int):
            continue
        element = resolve(pdf, reference)
        found[reference] = element
        pending.extend(element.get("K", ()))
    return found


def _margin_boxes_to_artifacts(pdf, root, linked: dict[bytes, dict], pydyf) -> None:
    """Marked pieces whose element hangs nowhere in the tree are running heads and folios."""
    nums = resolve(pdf, root["ParentTree"])["Nums"]
    parents = dict(zip(nums[::2], nums[1::2], strict=True))
    for page in pages(pdf):
        elements = parents[page["StructParents"]]
        loose = {number for number, element in enumerate(elements) if element not in linked}
        if not loose:
            continue
        for number in loose:
            elements[number] = "null"
        _mark_as_artifacts(resolve(pdf, page["Contents"]).stream, loose, pydyf)


def _mark_as_artifacts(stream: list, loose: set[int], pydyf) -> None:
    for index, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})


def _name_notes(pdf, document, pydyf) -> None:
    """The foot of a page is the one untagged thing at the top of the tree; it holds only notes."""
    number = 0
    for reference in document["K"]:
        area = resolve(pdf, reference)
        if area["S"] != "/NonStruct":
            continue
        for kid in area["K"]:
            number += 1
            note = resolve(pdf, kid)
            note["S"] = "/Note"
            note["ID"] = pydyf.String(f"note-{number}")


def _describe_links(pdf, pydyf) -> None:
    for annotation in pdf.objects:
        if isinstance(annotation, dict) and annotation.get("Subtype") == "/Link" and "Contents" not in annotation:
            address = annotation.get("A", {}).get("URI")
            annotation["Contents"] = address or pydyf.String("Link inside this document")


def _give_scope(pdf, linked: dict[bytes, dict], pydyf) -> None:
    for element in linked.values():
        if element.get("S") == "/TH":
            element.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Column"
