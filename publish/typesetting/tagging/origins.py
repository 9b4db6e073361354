"""From which box, and so from which element of the page's HTML, each element of a structure tree was made.

WeasyPrint calls most of them ``NonStruct`` and forgets what they were: their language, whether they
are a number before a list item, a term or its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..engine.boxes import Box, kind_of
from .objects import Element

# The box of each element of the tree, by the element's reference.
Origins = Mapping[bytes, Box]


def remembering(known: dict[bytes, Box], theirs: Callable[..., Iterator[Element]]) -> Callable[..., Iterator[Element]]:
    """WeasyPrint's ``_build_box_tree``, which makes a PDF's tags, and puts down in ``known`` from which boxes."""

    def build_box_tree(box: Box, *more: Any) -> Iterator[Element]:
        for element in theirs(box, *more):
            # What has no element of its own, as the page, hands on those inside it.
            known.setdefault(element.reference, getattr(box, "_box", box))
            yield element

    return build_box_tree


def tag_of(origins: Origins, reference: bytes) -> str:
    """The name of the HTML element, or of what a style puts in it (``li::before``); nothing for text and the like."""
    box = origins.get(reference)
    return (box.element_tag or "") if box is not None and box.element is not None else ""


def attribute_of(origins: Origins, reference: bytes, name: str) -> str:
    """An attribute of the HTML element; nothing where it has none."""
    box = origins.get(reference)
    return box.element.get(name, "") if box is not None and box.element is not None else ""


def style_of(origins: Origins, reference: bytes, name: str) -> Any:
    """A property as the style says it; None where the element is unknown."""
    box = origins.get(reference)
    return box.style[name] if box is not None else None


def is_foot_of_page(origins: Origins, reference: bytes) -> bool:
    """Whether it is the place at the foot of a page where its notes stand."""
    return kind_of(origins.get(reference)) == "FootnoteAreaBox"


def is_wrapped(origins: Origins, reference: bytes, around: bytes) -> bool:
    """Whether two elements, one inside the other, were made of the same HTML element."""
    inner, outer = origins.get(reference), origins.get(around)
    if inner is None or outer is None or inner.element is None:
        return False
    return inner.element is outer.element and inner.element_tag == outer.element_tag


def place_among(origins: Origins, reference: bytes, others: Sequence[object], around: bytes) -> int:
    """Where among others an element belongs, by its box's place in the box of the element around them; behind all where that is unknown."""
    order = {id(getattr(box, "_box", box)): number for number, box in enumerate(getattr(origins.get(around), "children", ()))}
    own = order.get(id(origins.get(reference)))
    places = [order.get(id(origins.get(other)), -1) if isinstance(other, bytes) else -1 for other in others]
    return next((number for number, place in enumerate(places) if own is not None and place > own), len(others))
