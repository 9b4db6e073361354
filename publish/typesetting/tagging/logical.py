"""Words and signs whose glyphs do not tell them: set from right to left, shaped together, or drawn alike.

In Arabic and Hebrew lines the glyphs stand in another order than the words are read in, and in
the scripts of India and its neighbours several glyphs make one sign, for which WeasyPrint writes
no true text. Of emoji, one drawing is for several: fists of every colour of skin look alike in one
ink, and the digit of a keycap is lost. The layout knows what each marked piece says. Where a piece's glyphs say something
else, the true words are written beside them (``/ActualText``), for readers that speak, search or
copy.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from unicodedata import category

from ...model.letters import letters
from ..engine.boxes import Box, Document, children_of, kind_of, page_boxes
from .objects import Pdf, content, document_element, elements, pages, string
from .text import MarkedTexts

_FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_SHAPED = "\u0900-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1bff\U00011000-\U00011fff"
_SIGNS = "\u20e3\u2460-\u24ff\u2600-\u27bf\U0001f000-\U0001faff"
_NEEDS_CARE = re.compile(f"[{_FROM_THE_RIGHT}{_SHAPED}{_SIGNS}]")
_IS_SHAPED = re.compile(f"[{_SHAPED}]")
_HAS_FROM_THE_RIGHT = re.compile(f"[{_FROM_THE_RIGHT}]")
_UNTOLD = "\ufffd"
# A piece and a text of the layout that have less in common than this share were not meant for each other.
_ENOUGH_IN_COMMON = 0.5

Piece = tuple[bytes, int]


def needs_care(text: str) -> bool:
    """Whether there are words in the text whose glyphs do not tell them."""
    return _NEEDS_CARE.search(text) is not None


def with_logical_words(pdf: Pdf, document: Document, texts: MarkedTexts) -> MarkedTexts:
    """The texts of all marked pieces in the order in which they are read; the PDF is mended in place."""
    read = dict(texts)
    told: dict[Piece, str] = {}
    pieces = _pieces_by_page(pdf)
    for page, reference in zip(page_boxes(document), pdf.page_references, strict=True):
        said = list(_texts_in(page))
        if len(said) != len(pieces[reference]):
            continue
        for piece, (text, from_the_right) in zip(pieces[reference], said, strict=True):
            glyphs = texts.get(piece, "")
            # In a line from the right, numbers change places though no letter of it says so.
            if (from_the_right or needs_care(text)) and _belong_together(glyphs, text):
                read[piece] = text
                if not _tell(glyphs, text):
                    told[piece] = text
    _write_beside(pdf, told)
    return read


def _pieces_by_page(pdf: Pdf) -> defaultdict[bytes, list[Piece]]:
    """The marked pieces that hold text, of each page, in the order of the structure tree."""
    found: defaultdict[bytes, list[Piece]] = defaultdict(list)
    for element in elements(pdf, document_element(pdf)):
        if element["S"] not in ("/Document", "/Figure"):
            found[element["Pg"]] += [(element["Pg"], kid) for kid in element["K"] if isinstance(kid, int)]
    return found


def _texts_in(page: Box) -> Iterator[tuple[str, bool]]:
    """The texts of a page's boxes in the order of the structure tree, and whether they stand in lines from the right; without its margins."""
    pending: list[Any] = [page]
    while pending:
        box = pending.pop()
        match kind_of(box):
            case "TextBox":
                yield box.text, box.style["direction"] == "rtl"
            case "MarginBox":
                pass
            case "AbsolutePlaceholder":
                pending.append(box._box)
            case _:
                pending.extend(reversed(children_of(box)))


def _belong_together(glyphs: str, text: str) -> bool:
    of_glyphs, of_text = Counter(_letters_and_signs(glyphs)), Counter(_letters_and_signs(text))
    # Of some signs the glyphs tell nothing, so what they tell of the others is what counts.
    return (of_glyphs & of_text).total() >= _ENOUGH_IN_COMMON * min(of_glyphs.total(), of_text.total())


def _tell(glyphs: str, text: str) -> bool:
    """Whether a reader of the glyphs finds the text: its letters and signs, in order where both run the same way."""
    found, wanted = _letters_and_signs(glyphs), _letters_and_signs(text)
    return sorted(found) == sorted(wanted) if _HAS_FROM_THE_RIGHT.search(text) else found == wanted


def _letters_and_signs(text: str) -> str:
    """What distinguishes one text from another: no spaces, no hyphens, nothing that is not seen."""
    return letters(text) + "".join(filter(_counts_beside_letters, text))


def _counts_beside_letters(sign: str) -> bool:
    kind = category(sign)[0]
    return (kind == "S" and sign != _UNTOLD) or (kind == "M" and _IS_SHAPED.match(sign) is not None)


def _write_beside(pdf: Pdf, told: dict[Piece, str]) -> None:
    if not told:
        return
    for page in pages(pdf):
        for item in content(pdf, page):
            if isinstance(item, dict) and (text := told.get((page.reference, item.get("MCID", -1)))):
                item["ActualText"] = string(text)
