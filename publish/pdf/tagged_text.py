"""The words of a tagged PDF as a reader that speaks says them: in the order of its structure (ISO 32000-1, 14.7).

Running heads, folios and decoration are no part of that; a table of contents is left out, as it says again what
stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .letter_widths import Widths
from .opening import WRITTEN_WRONGLY, UnreadablePdf, opened
from .page_content import Allowance, painted_on
from .typefaces import Typefaces

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_CONTENTS, _NOTE = "/TOC", "/Note"
_DEEPEST = 60
# The text of each marked piece, by the object of its page and its number there.
_Pieces = Mapping[tuple[tuple[int, int] | None, int], str]


@dataclass(frozen=True, slots=True)
class TaggedText:
    """The words of the text, and those of its notes, in order."""

    body: str
    notes: str


def tagged_text(data: bytes) -> TaggedText | None:
    """The words of a PDF; None for one that has no tags, cannot be read, or is not looked at to its end for its size."""
    import pikepdf

    with suppress(UnreadablePdf), opened(data, *WRITTEN_WRONGLY) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        return _text_of(pdf, root) if isinstance(root, pikepdf.Dictionary) else None
    return None


def _text_of(pdf: Pdf, root: Object) -> TaggedText | None:
    allowance = Allowance()
    pieces = _pieces(pdf, allowance)
    if not pieces:
        return None
    said: dict[bool, list[str]] = {False: [], True: []}
    for text, in_note in _said(root, pieces):
        said[in_note].append(text)
    return TaggedText("".join(said[False]), "".join(said[True]))


def _pieces(pdf: Pdf, allowance: Allowance) -> _Pieces:
    widths = Widths()
    faces = Typefaces(widths)
    found: dict[tuple[tuple[int, int] | None, int], str] = {}
    for page in pdf.pages:
        for number, text in _texts_on(page, widths, faces, allowance):
            key = page.obj.objgen, number
            found[key] = found.get(key, "") + text
    return found


def _texts_on(page: Page, widths: Widths, faces: Typefaces, allowance: Allowance) -> Iterator[tuple[int, str]]:
    for thing in painted_on(page, widths, allowance):
        if thing.shown is not None and thing.source is not None and thing.mark.number >= 0:
            yield thing.mark.number, faces.of(thing.source).said(thing.shown.codes)


def _said(root: Object, pieces: _Pieces) -> Iterator[tuple[str, bool]]:
    """Every piece in the order of the structure, with whether it stands in a note."""
    pending: list[tuple[Object | None, tuple[int, int] | None, bool, int]] = [(root.get("/K"), None, False, 0)]
    while pending:
        kid, page, in_note, depth = pending.pop()
        if depth > _DEEPEST or kid is None:
            continue
        if isinstance(kid, int):
            yield pieces.get((page, kid), ""), in_note
        elif _is_list(kid):
            pending += [(one, page, in_note, depth) for one in reversed(list(kid))]
        elif str(kid.get("/Type")) == "/MCR":
            yield pieces.get((kid.Pg.objgen if "/Pg" in kid else page, int(kid.MCID)), ""), in_note
        elif str(kid.get("/S")) != _CONTENTS:
            where = kid.Pg.objgen if "/Pg" in kid else page
            if "/ActualText" in kid:
                yield str(kid.ActualText), in_note
            else:
                pending.append((kid.get("/K"), where, in_note or str(kid.get("/S")) == _NOTE, depth + 1))


def _is_list(kid: Object) -> bool:
    from pikepdf import Array

    return isinstance(kid, Array)
