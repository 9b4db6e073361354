"""The words of a PDF in the order of its structure tree, taken from its own content streams.

This reads the PDF's objects as they are about to be written: the glyphs of each marked piece of
text, through the fonts' ToUnicode maps, in the order in which a reader that speaks meets them.
Running heads, folios and the table of contents take no part.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...model.spoken import Spoken
from .objects import Element, Pdf, document_element, pages, resolve

_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_MAPPED = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]+)>")
_FONT = re.compile(rb"/(\S+) \S+ Tf")
ToUnicode = Mapping[str, str]
# The text of each marked piece, by its page's reference and its number on the page.
MarkedTexts = Mapping[tuple[bytes, int], str]


@dataclass(frozen=True, slots=True)
class SpokenPdf:
    """The words of the text, and those of each note by its number, which they begin with."""

    body: str
    notes: Mapping[int, str]

    @property
    def words(self) -> Spoken:
        """The same, the notes in order."""
        return Spoken(self.body, "".join(self.notes[number] for number in sorted(self.notes)))


def spoken(pdf: Pdf, texts: MarkedTexts, last: Container[bytes] = ()) -> SpokenPdf:
    """The words of a PDF whose tags are mended; the notes are those tagged so.

    ``last`` are pages whose words end the book but stand before its text, as an imprint's do.
    """
    body: list[str] = []
    moved: list[str] = []
    notes: dict[int, list[str]] = {}
    for text, note, page in _said(pdf, texts):
        text_goes_on = moved if page in last else body
        (notes.setdefault(note, []) if note else text_goes_on).append(text)
    return SpokenPdf("".join((*body, *moved)), {number: "".join(said) for number, said in notes.items()})


def without_pages(texts: MarkedTexts, left_out: Container[bytes]) -> MarkedTexts:
    """The texts that stand on other pages than these."""
    return {piece: text for piece, text in texts.items() if piece[0] not in left_out}


def _said(pdf: Pdf, texts: MarkedTexts) -> Iterator[tuple[str, int, bytes]]:
    """Every text in reading order, with the number of the note it stands in, else 0, and its page."""
    pending: list[tuple[Element | str, int, bytes]] = [(document_element(pdf), 0, b"")]
    while pending:
        node, note, page = pending.pop()
        if isinstance(node, str):
            yield node, note, page
            continue
        if node.get("S") == "/TOC":
            continue
        if node.get("S") == "/Note":
            note = note_number(node)
        for kid in reversed(node.get("K", ())):
            pending.append((texts.get((node["Pg"], kid), "") if isinstance(kid, int) else resolve(pdf, kid), note, node.get("Pg", b"")))


def note_number(note: Element) -> int:
    """The number in a note's ID, which mending gave it."""
    return int(note["ID"].string.split("-")[1])


def text_of(pdf: Pdf, element: Element, texts: MarkedTexts) -> str:
    """The words of an element and all inside it."""
    parts: list[str] = []
    pending: list[Element | str] = [element]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        for kid in reversed(node.get("K", ())):
            pending.append(texts.get((node["Pg"], kid), "") if isinstance(kid, int) else resolve(pdf, kid))
    return "".join(parts)


# Content streams -----------------------------------------------------------------------------------


def marked_texts(pdf: Pdf) -> MarkedTexts:
    """The texts of all marked pieces."""
    fonts = _font_maps(pdf)
    texts: dict[tuple[bytes, int], str] = {}
    for page in pages(pdf):
        contents = resolve(pdf, page["Contents"])
        for number, text in _marked_in(contents.stream, fonts):
            texts[page.reference, number] = texts.get((page.reference, number), "") + text
    return texts


def _font_maps(pdf: Pdf) -> dict[bytes, ToUnicode]:
    """What the glyphs of each font stand for, by the font's name in content streams."""
    fonts = resolve(pdf, resolve(pdf, pages(pdf)[0]["Resources"])["Font"])
    return {name.encode(): _to_unicode(resolve(pdf, resolve(pdf, reference)["ToUnicode"]).stream) for name, reference in fonts.items()}


def _to_unicode(stream: list[Any]) -> ToUnicode:
    """What each glyph stands for, by its code in hexadecimal digits."""
    lines = b"\n".join(item for item in stream if isinstance(item, bytes))
    return {glyph.decode(): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for glyph, text in _MAPPED.findall(lines)}


def _marked_in(stream: list[Any], fonts: dict[bytes, ToUnicode]) -> Iterator[tuple[int, str]]:
    """The number and text of each marked piece in a content stream, by its operators in turn."""
    number: int | None = None
    shown: list[str] = []
    font: ToUnicode = {}
    for item in stream:
        if isinstance(item, dict) and "MCID" in item:
            number, shown = item["MCID"], []
        elif item == b"EMC":
            if number is not None:
                yield number, "".join(shown)
            number = None
        elif isinstance(item, bytes):
            if item.endswith(b"TJ"):
                shown += _decode(item, font)
            elif item.endswith(b"Tf"):
                font = fonts.get(_FONT.findall(item)[0], {})


def _decode(operation: bytes, font: ToUnicode) -> list[str]:
    """The text of an operator that shows glyphs; their codes have four digits, in fonts made of pictures two."""
    digits = b"".join(_GLYPHS.findall(operation)).decode()
    width = len(next(iter(font), "0000"))
    return [font.get(digits[start : start + width], "\ufffd") for start in range(0, len(digits), width)]
