"""Words in scripts whose glyphs do not tell them: set from right to left, or shaped together.

In Arabic and Hebrew lines the glyphs stand in another order than the words are read in, and in
the scripts of India and its neighbours several glyphs make one sign, for which WeasyPrint writes
no true text. The layout knows what each marked piece says. Where a piece's glyphs say something
else, the true words are written beside them (``/ActualText``), for readers that speak, search or
copy.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...model.letters import letters
from .objects import document_element, elements, pages, resolve
from .text import MarkedTexts

_NEEDS_CARE = re.compile(
    "[\u0590-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1bff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00011fff\U0001e800-\U0001efff]"
)
# A piece and a text of the layout that have less in common than this share were not meant for each other.
_ENOUGH_IN_COMMON = 0.5

Piece = tuple[bytes, int]


def needs_care(text: str) -> bool:
    """Whether there are words in the text whose glyphs do not tell them."""
    return _NEEDS_CARE.search(text) is not None


def with_logical_words(pdf, document, texts: MarkedTexts) -> MarkedTexts:
    """The texts of all marked pieces in the order in which they are read; the PDF is mended in place."""
    read = dict(texts)
    told: dict[Piece, str] = {}
    pieces = _pieces_by_page(pdf)
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        said = list(_texts_in(page._page_box))
        if len(said) != len(pieces[reference]):
            continue
        for piece, text in zip(pieces[reference], said, strict=True):
            if needs_care(text) and _belong_together(texts.get(piece, ""), text):
                read[piece] = text
                if sorted(letters(texts[piece])) != sorted(letters(text)):
                    told[piece] = text
    _write_beside(pdf, told)
    return read


def _pieces_by_page(pdf) -> defaultdict[bytes, list[Piece]]:
    """The marked pieces that hold text, of each page, in the order of the structure tree."""
    found = defaultdict(list)
    for element in elements(pdf, document_element(pdf)):
        if element["S"] not in ("/Document", "/Figure"):
            found[element["Pg"]] += [(element["Pg"], kid) for kid in element["K"] if isinstance(kid, int)]
    return found


def _texts_in(page_box) -> Iterator[str]:
    """The texts of a page's boxes in the order of the structure tree, those of its margins left out."""
    pending = [page_box]
    while pending:
        box = pending.pop()
        match type(box).__name__:
            case "TextBox":
                yield box.text
            case "MarginBox":
                pass
            case "AbsolutePlaceholder":
                pending.append(box._box)
            case _:
                pending.extend(reversed(getattr(box, "children", ())))


def _belong_together(glyphs: str, text: str) -> bool:
    of_glyphs, of_text = Counter(letters(glyphs)), Counter(letters(text))
    return (of_glyphs & of_text).total() >= _ENOUGH_IN_COMMON * max(of_text.total(), 1)


def _write_beside(pdf, told: dict[Piece, str]) -> None:
    import pydyf

    if not told:
        return
    for page in pages(pdf):
        for item in resolve(pdf, page["Contents"]).stream:
            if isinstance(item, dict) and (text := told.get((page.reference, item.get("MCID")))):
                item["ActualText"] = pydyf.String(text)
