"""Calls elements of the structure tree what they are, where WeasyPrint has no name for them."""

from __future__ import annotations

from collections.abc import Iterable

from .objects import Element, Pdf, resolve
from .origins import Origins, is_wrapped, tag_of

_KINDS = {
    "pre": "/P", "footer": "/P", "figure": "/Div", "aside": "/Sect", "nav": "/Sect",
    "code": "/Code", "cite": "/Span", "q": "/Quote",
    **dict.fromkeys(("em", "strong", "i", "b", "small", "sub", "sup", "s", "del", "u", "abbr"), "/Span"),
}  # fmt: skip
_CALL, _MARKER = "::footnote-call", "::footnote-marker"
_HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))
# Of these, one within another that was made of the same HTML element is only a wrapping.
_ONCE = _HEADINGS | frozenset(("/P", "/Div", "/Sect", "/BlockQuote", "/Code", "/Caption"))


def name_kinds(pdf: Pdf, found: Iterable[Element], origins: Origins) -> None:
    """Name the elements that have no kind, in place: emphasis, code, the numbers of notes; ``found`` are in reading order."""
    for element in found:
        if element["S"] == "/NonStruct" and (kind := _kind(tag_of(origins, element.reference))):
            element["S"] = kind
        if element["S"] in _ONCE and is_wrapped(origins, element.reference, resolve(pdf, element["P"]).reference):
            element["S"] = "/NonStruct"


def leave_no_level_out(found: Iterable[Element]) -> None:
    """Name headings by how deep they stand, in place: the first is of the first level, and none is left out below it."""
    above: list[str] = []
    for element in found:
        if element["S"] in _HEADINGS:
            while above and above[-1] >= element["S"]:
                above.pop()
            above.append(element["S"])
            element["S"] = f"/H{len(above)}"


def _kind(tag: str) -> str | None:
    if tag.endswith(_CALL):
        return "/Reference"
    return "/Lbl" if tag.endswith(_MARKER) else _KINDS.get(tag)
