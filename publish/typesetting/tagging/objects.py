"""The objects of a PDF that WeasyPrint made and has not yet written, and its structure tree.

An element's kids are numbers, of marked pieces on its page, and references to elements or, for
links, to their annotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_REFERENCE = re.compile(rb"(\d+) 0 R")

Element = dict


class Pdf: ...


def resolve(pdf, reference):
    """The object that a reference (``b"12 0 R"``) stands for; anything else is itself."""
    if isinstance(reference, bytes) and (match := _REFERENCE.fullmatch(reference)):
        return pdf.objects[int(match[1])]
    return reference


def pages(pdf) -> list:
    """The PDF's page dictionaries in order."""
    return [resolve(pdf, reference) for reference in pdf.page_references]


def structure_root(pdf) -> Element:
    return resolve(pdf, pdf.catalog["StructTreeRoot"])


def document_element(pdf) -> Element:
    """The one element in which all others are."""
    return resolve(pdf, structure_root(pdf)["K"][0])


def elements(pdf, *roots: Element) -> Iterator[Element]:
    """The elements and all inside them, in reading order; their kids may be changed on the way."""
    pending = list(reversed(roots))
    while pending:
        element = pending.pop()
        yield element
        pending.extend(reversed(list(kid_elements(pdf, element))))


def kid_elements(pdf, element: Element) -> Iterator[Element]:
    for kid in element.get("K", ()):
        if not isinstance(kid, int) and (found := resolve(pdf, kid)).get("Type") == "/StructElem":
            yield found


def first_kid(pdf, element: Element) -> Element | None:
    return next(kid_elements(pdf, element), None)
