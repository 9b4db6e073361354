"""Where a file's links and bookmarks lead: which of them lead nowhere (ISO 32000-1, 12.3.2 and 12.6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MOST_NAMES, _MOST_LINKS = 100_000, 100_000
_DEEPEST = 30
_ADDRESS = re.compile(r"(?i)(?:https?|ftp)://[^\s/]+|(?:mailto|tel|sms|geo|doi|urn):\S+")


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link that leads nowhere: on which page, 0 for a bookmark, and what it says."""

    page: int
    says: str


def lost_links(pdf: Pdf) -> Iterator[LostLink]:
    """The links and bookmarks that lead nowhere, in the order of the pages."""
    known = _Places(pdf)
    left = _MOST_LINKS
    for number, page in enumerate(pdf.pages, 1):
        for link in _links(page.obj):
            left -= 1
            if left < 0:
                return
            if not known.leads(link):
                yield LostLink(number, _says(link))
    yield from (LostLink(0, _text(mark.get("/Title"))) for mark in _bookmarks(pdf) if not known.leads(mark, bookmark=True))


def _links(page: Object) -> Iterator[Object]:
    from pikepdf import Array, Dictionary

    written = page.get("/Annots")
    for one in written if isinstance(written, Array) else ():
        if isinstance(one, Dictionary) and one.get("/Subtype") == "/Link":
            yield one


def _bookmarks(pdf: Pdf) -> Iterator[Object]:
    """The bookmarks, each once, however they are chained."""
    from pikepdf import Dictionary

    pending: list[Object | None] = [pdf.Root.get("/Outlines")]
    met: set[tuple[int, int]] = set()
    while pending and len(met) < _MOST_NAMES:
        mark = pending.pop()
        if not isinstance(mark, Dictionary) or mark.objgen in met:
            continue
        met.add(mark.objgen)
        if "/Title" in mark:
            yield mark
        pending += [mark.get("/Next"), mark.get("/First")]


def _says(link: Object) -> str:
    """What a link leads to as the file has it, or what it is called."""
    from pikepdf import Dictionary

    action = link.get("/A")
    told = action.get("/URI", action.get("/D")) if isinstance(action, Dictionary) else link.get("/Dest")
    return _text(told) or _text(link.get("/Contents"))


def _text(written: Object | None) -> str:
    from pikepdf import Name, String

    return " ".join(str(written).split())[:80] if isinstance(written, (String, Name)) else ""


class _Places:
    """The places of a file that can be led to."""

    def __init__(self, pdf: Pdf) -> None:
        self.pages = {page.objgen for page in pdf.pages}
        self.names = dict(_names(pdf))

    def leads(self, holder: Object, bookmark: bool = False) -> bool:
        """Whether a link leads anywhere; a bookmark may be a mere title above others."""
        from pikepdf import Dictionary

        action = holder.get("/A")
        if isinstance(action, Dictionary):
            return self._action_leads(action)
        return self._is_place(holder["/Dest"]) if "/Dest" in holder else bookmark

    def _action_leads(self, action: Object) -> bool:
        match str(action.get("/S")):
            case "/URI":
                return _ADDRESS.match(str(action.get("/URI", "")).strip()) is not None
            case "/GoTo":
                return "/D" in action and self._is_place(action.D)
            case _:
                return True  # of what it starts elsewhere nothing is known

    def _is_place(self, told: Object | None) -> bool:
        from pikepdf import Array, Dictionary, Name, String

        if isinstance(told, (Name, String)):
            told = self.names.get(str(told).removeprefix("/"))
        if isinstance(told, Dictionary):
            told = told.get("/D")
        return isinstance(told, Array) and len(told) > 0 and (isinstance(told[0], int) or getattr(told[0], "objgen", None) in self.pages)


def _names(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """The places that have a name, from the tree of names and from the older list."""
    from pikepdf import Dictionary

    older, names = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    if isinstance(older, Dictionary):
        yield from ((name.removeprefix("/"), place) for name, place in older.items())
    if isinstance(names, Dictionary) and "/Dests" in names:
        yield from ((str(name), place) for name, place in leaves(names.Dests, "/Names"))


def leaves(tree: Object, key: str) -> Iterator[tuple[Object, Object]]:
    """The pairs of a tree of names or numbers (ISO 32000-1, 7.9.6), bounded."""
    from pikepdf import Array, Dictionary

    pending, left = [(tree, 0)], _MOST_NAMES
    while pending:
        node, depth = pending.pop()
        if not isinstance(node, Dictionary) or depth > _DEEPEST:
            continue
        pairs = node.get(key)
        if isinstance(pairs, Array):
            entries = iter(list(pairs)[: 2 * left])
            yield from zip(entries, entries, strict=False)
            left -= len(pairs) // 2
        kids = node.get("/Kids")
        if isinstance(kids, Array) and left > 0:
            pending += [(kid, depth + 1) for kid in list(kids)[:left]]
            left -= len(kids)
