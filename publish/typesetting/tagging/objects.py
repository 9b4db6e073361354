"""The objects of a PDF that WeasyPrint made and has not yet written, and its structure tree.

An element's kids are numbers, of marked pieces on its page, and references to elements or, for
links, to their annotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

_REFERENCE = re.compile(rb"(\d+) 0 R")


class Element(dict[str, Any]):
    """What we ask of pydyf's dictionaries: to be one, and to have a number in the file."""

    reference: bytes


class Pdf(Protocol):
    """What we ask of pydyf's PDFs."""

    objects: list[Any]
    pages: Element
    catalog: Element
    page_references: Sequence[bytes]

    def add_object(self, thing: object) -> None: ...


def dictionary(values: Mapping[str, object]) -> Element:
    """A new dictionary, such as an element is."""
    import pydyf

    made: Element = pydyf.Dictionary(values)
    return made


def array(items: Iterable[object] = ()) -> list[Any]:
    """A new array."""
    import pydyf

    made: list[Any] = pydyf.Array(items)
    return made


def string(text: str) -> Any:
    """Words, as a PDF writes them."""
    import pydyf

    return pydyf.String(text)


def resolve(pdf: Pdf, reference: object) -> Any:
    """The object that a reference (``b"12 0 R"``) stands for; anything else is itself."""
    if isinstance(reference, bytes) and (match := _REFERENCE.fullmatch(reference)):
        return pdf.objects[int(match[1])]
    return reference


def pages(pdf: Pdf) -> list[Element]:
    """The PDF's page dictionaries in order."""
    return [resolve(pdf, reference) for reference in pdf.page_references]


def content(pdf: Pdf, page: Element) -> list[Any]:
    """What stands on a page, by its operators in turn, in a list that may be changed."""
    stream: list[Any] = resolve(pdf, page["Contents"]).stream
    return stream


def structure_root(pdf: Pdf) -> Element:
    """The tree in which all tags are."""
    root: Element = resolve(pdf, pdf.catalog["StructTreeRoot"])
    return root


def document_element(pdf: Pdf) -> Element:
    """The one element in which all others are."""
    element: Element = resolve(pdf, structure_root(pdf)["K"][0])
    return element


def elements(pdf: Pdf, *roots: Element) -> Iterator[Element]:
    """The elements and all inside them, in reading order; their kids may be changed on the way."""
    pending = list(reversed(roots))
    while pending:
        element = pending.pop()
        yield element
        pending.extend(reversed(list(kid_elements(pdf, element))))


def kid_elements(pdf: Pdf, element: Element) -> Iterator[Element]:
    """The elements that stand directly in one, as they are found on the way."""
    for kid in element.get("K", ()):
        if not isinstance(kid, int) and (found := resolve(pdf, kid)).get("Type") == "/StructElem":
            yield found


def first_kid(pdf: Pdf, element: Element) -> Element | None:
    return next(kid_elements(pdf, element), None)
