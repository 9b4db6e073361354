"""Says of words in another language which it is, so that they are spoken as they should be."""

from __future__ import annotations

import re

from .objects import Element, Pdf, document_element, kid_elements, string
from .origins import Origins, style_of

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def say_languages(pdf: Pdf, origins: Origins) -> None:
    """Write a language beside each element whose own is another than that of the element around it.

    That is the outermost such element; what is inside it takes its language from there.
    """
    pending: list[tuple[Element, str]] = [(document_element(pdf), _language_of(pdf))]
    while pending:
        element, around = pending.pop()
        own = style_of(origins, element.reference, "lang") or around
        if own.lower() != around.lower() and _TAG.fullmatch(own):
            element["Lang"], around = string(own), own
        pending.extend((kid, around) for kid in kid_elements(pdf, element))


def _language_of(pdf: Pdf) -> str:
    return pdf.catalog["Lang"].string or "" if "Lang" in pdf.catalog else ""
