"""Where in the manuscript something stands that was found on a page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from ...model.letters import letters
from ...model.nodes import Image
from ...model.place import Place
from ...model.walk import walk
from ...pdf.text_lines import MissingLetter
from ...prepress.page_boxes import pages_in_words
from ..lossless.pieces import pieces_of_book
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .finished import FinishedPdf

# So many letters around are compared with the manuscript's.
_AROUND = 12


def named_letters(seen: FinishedPdf, subject: FileSubject, most: int) -> Iterator[Found]:
    """A finding for each letter that a font has not: what it is called, on which pages, and where it was written."""
    pages: dict[str, list[int]] = {}
    first: dict[str, MissingLetter] = {}
    for number, page in enumerate(seen.pages, 1):
        for letter in page.missing:
            pages.setdefault(letter.text, []).append(number)
            first.setdefault(letter.text, letter)
    for text in list(pages)[:most]:
        letter = first[text]
        message = f"{pages_in_words(pages[text])}: {_called(text)} is not in the font {_plain(letter.font)}, so a box stands in its place"
        yield Found(f"{message}, near “{_near(letter)}”" if _near(letter) else message, _place(letter, subject))
    if len(pages) > most:
        yield Found(f"{len(pages) - most} more letters are in none of the fonts used")


def _called(text: str) -> str:
    """A letter by its name: U+1F68C, BUS."""
    if not text or "\ufffd" in text:
        return "a letter that the file does not name"
    names = [f"{unicodedata.name(sign, 'without a name')} (U+{ord(sign):04X})" for sign in text[:4]]
    return f"the letter {' with '.join(names)}"


def _plain(font: str) -> str:
    """A font's name without the six letters that say it is a part of one."""
    return font.partition("+")[2] or font


def _near(letter: MissingLetter) -> str:
    shown = f"{letter.before}{letter.text}{letter.after}"
    return " ".join("".join(sign if sign.isprintable() else " " for sign in shown).split()).replace("\ufffd", "?")


def _place(letter: MissingLetter, subject: FileSubject) -> Place | None:
    """Where the words stand that are around a letter: first those pieces of the text that hold it are looked at."""
    if subject.manuscript is None:
        return None
    before, after = letters(letter.before)[-_AROUND:], letters(letter.after)[:_AROUND]
    pieces = pieces_of_book(subject.manuscript.book)
    holding = [piece for piece in pieces if letter.text and letter.text in piece.text]
    for piece in (*holding, *pieces):
        if (before or after) and before in piece.letters and after in piece.letters:
            return piece.place
    return holding[0].place if holding else None


def pictures_places(seen: FinishedPdf, subject: FileSubject, dpi: float) -> Iterator[Place]:
    """Where the pictures stand that are coarser than so many dots an inch: those whose size in dots no other picture has."""
    if subject.manuscript is None:
        return
    book = subject.manuscript.book
    sizes = Counter((asset.width, asset.height) for asset in book.assets.values())
    named = {asset.source: (asset.width, asset.height) for asset in book.assets.values() if sizes[asset.width, asset.height] == 1}
    coarse = {(picture.width, picture.height) for page in seen.pages for picture in page.pictures if 0 < picture.dpi < dpi}
    for section in book.sections:
        for node in walk(*section.title, *section.blocks):
            if isinstance(node, Image) and named.get(node.source) in coarse and (place := node.place or section.place):
                yield place
