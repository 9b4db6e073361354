"""Words that begin with a drop cap are still one word to whoever searches, copies or listens.

On the page the letter stands apart from the rest of its word, larger and lower. So the two are
kept in one element of the structure tree, and beside its pieces stands what they say together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from .objects import Element, Pdf, content, elements, pages, string
from .text import MarkedTexts, text_of

# What WeasyPrint makes a part of the book of, which has a tag of its own in PDFs; we use it for nothing else.
_TAG, _PDF_TAG = "main", "/Part"
_REST = re.compile(r"[\w'’\u00ad-]*")


def keep_words_together(root: ElementTree.Element) -> None:
    """Put each drop cap and the rest of its word into one element, and the letter into a cell of its own."""
    parents = [one for one in root.iter() if any(child.get("class") == "drop-cap" for child in one)]
    for parent in parents:
        parent.set("class", f"{parent.get('class', '')} with-drop-cap".strip())
        for index, child in enumerate(parent):
            if child.get("class") == "drop-cap":
                parent[index] = _word(child)


def _word(cap: ElementTree.Element) -> ElementTree.Element:
    word = ElementTree.Element(_TAG, {"class": "drop-cap-word"})
    letter, cell = ElementTree.Element("span"), ElementTree.Element("span")
    letter.text, letter[:] = cap.text, list(cap)
    cap.text, cap[:] = None, [cell]
    cell.append(letter)
    rest = _REST.findall(cap.tail or "")[0]
    word.tail, cap.tail = (cap.tail or "")[len(rest) :], rest
    word.append(cap)
    return word


def say_words_whole(pdf: Pdf, found: Iterable[Element], texts: MarkedTexts) -> None:
    """Write the whole word beside its pieces, in a PDF that is not written yet; ``found`` are its elements."""
    said: dict[tuple[bytes, int], str] = {}
    for element in found:
        if element["S"] == _PDF_TAG:
            element["S"] = "/Span"
            pieces = [(part["Pg"], kid) for part in elements(pdf, element) for kid in part["K"] if isinstance(kid, int)]
            if len(pieces) == 2:  # not where the word is divided, or all of it stands in the cap
                word = text_of(pdf, element, texts)
                element["ActualText"] = string(word)
                said |= {pieces[0]: word, pieces[1]: ""}
    for page in pages(pdf) if said else ():
        for item in content(pdf, page):
            if isinstance(item, dict) and (text := said.get((page.reference, item.get("MCID", -1)))) is not None:
                item["ActualText"] = string(text)
