"""The words of a PDF in the order of its structure tree, taken from its own content streams.

This reads the PDF's objects as they are about to be written: the glyphs of each marked piece of
text, through the fonts' ToUnicode maps, in the order in which a reader that speaks meets them.
Running heads and folios are artifacts and take no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .output import Spoken

_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

ToUnicode = dict[int, str]


def resolve(pdf, reference):
    """The object that a reference (``b"12 0 R"``) stands for; anything else is itself."""
    if isinstance(reference, bytes) and (match := _REFERENCE.fullmatch(reference)):
        return pdf.objects[int(match[1])]
    return reference


def pages(pdf) -> list:
    """The PDF's page dictionaries in order."""
    return [resolve(pdf, reference) for reference in pdf.page_references]


def spoken(pdf) -> Spoken:
    """The words of a tagged PDF that WeasyPrint made and has not yet written."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    document = resolve(pdf, root["K"][0])
    texts = _marked_texts(pdf)
    body: list[str] = []
    notes: list[str] = []
    for reference in document["K"]:
        element = resolve(pdf, reference)
        said = notes if _is_note_area(pdf, element) else body
        said.extend(_texts_of(pdf, element, texts))
    return Spoken("".join(body), "".join(notes))


def _is_note_area(pdf, element) -> bool:
    kids = element["K"]
    return element["S"] == "/NonStruct" and bool(kids) and resolve(pdf, kids[0])["S"] == "/Note"


def _texts_of(pdf, element, texts: dict[tuple[bytes, int], str]) -> Iterator[str]:
    """The texts of an element and all inside it, in order."""
    pending = [element]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield node
            continue
        if "K" not in node:
            continue
        for kid in reversed(node["K"]):
            pending.append(texts.get((node["Pg"], kid), "") if isinstance(kid, int) else resolve(pdf, kid))


def _marked_texts(pdf) -> dict[tuple[bytes, int], str]:
    """The text of each marked piece, by its page's reference and its number on the page."""
    fonts = _font_maps(pdf)
    texts: dict[tuple[bytes, int], str] = {}
    for page in pages(pdf):
        contents = resolve(pdf, page["Contents"])
        for number, text in _marked_in(contents.stream, fonts):
            texts[page.reference, number] = texts.get((page.reference, number), "") + text
    return texts


def _font_maps(pdf) -> dict[bytes, ToUnicode]:
    """What the glyphs of each font stand for, by the font's name in content streams."""
    fonts = resolve(pdf, resolve(pdf, pages(pdf)[0]["Resources"])["Font"])
    return {
        name.encode(): _to_unicode(resolve(pdf, resolve(pdf, reference)["ToUnicode"]).stream)
        for name, reference in fonts.items()
    }


def _to_unicode(stream: list) -> ToUnicode:
    lines = b"\n".join(item for item in stream if isinstance(item, bytes))
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in _MAPPED.findall(lines)}


def _marked_in(stream: list, fonts: dict[bytes, ToUnicode]) -> Iterator[tuple[int, str]]:
    """The number and text of each marked piece in a content stream, by its operators in turn."""
    number, shown, font = None, [], {}
    for item in stream:
        if isinstance(item, dict) and "MCID" in item:
            number, shown = item["MCID"], []
        elif item == b"EMC":
            if number is not None:
                yield number, _in_reading_order(shown)
            number = None
        elif isinstance(item, bytes):
            if item.endswith(b"TJ"):
                shown += _decode(item, font)
            elif item.endswith(b"Tf"):
                font = fonts.get(_FONT.match(item)[1], {})


def _decode(operation: bytes, font: ToUnicode) -> list[str]:
    digits = b"".join(_GLYPHS.findall(operation))
    glyphs = memoryview(bytes.fromhex(digits.decode()))
    return [font.get(high << 8 | low, "\ufffd") for high, low in zip(glyphs[::2], glyphs[1::2], strict=True)]


def _in_reading_order(shown: list[str]) -> str:
    """Glyphs stand from left to right; words written from the right are turned round again."""
    text = "".join(shown)
    if not _RIGHT_TO_LEFT.search(text):
        return text
    turned = "".join(reversed(shown))
    return re.sub(r"[0-9A-Za-z\u00c0-\u024f]+", lambda match: match[0][::-1], turned)
