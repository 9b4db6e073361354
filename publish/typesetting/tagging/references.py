"""What pages are called within a PDF, made once and not for each of its elements.

WeasyPrint asks for the references of all pages whenever it needs one, for every paragraph's tag and
every link's target, and they are written anew each time: of a long book that is a sixth of the work
of writing it, and grows with the square of its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .objects import Pdf


def references_kept(theirs: property) -> property:
    """The ``page_references`` of WeasyPrint's PDFs, remembered by each until it gets another page."""
    asked: Callable[[Pdf], Sequence[bytes]] = theirs.__get__
    known: dict[int, tuple[int, Sequence[bytes]]] = {}

    def page_references(pdf: Pdf) -> Sequence[bytes]:
        count, references = known.get(id(pdf), (-1, ()))
        if count != len(pdf.pages["Kids"]):
            references = asked(pdf)
            known[id(pdf)] = len(pdf.pages["Kids"]), references
        return references

    return property(page_references)
