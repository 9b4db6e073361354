"""What pages are called within a PDF, made once and not for each of its elements.

WeasyPrint asks for the references of all pages whenever it needs one, for every paragraph's tag and
every link's target, and they are written anew each time: of a long book that is a sixth of the work
of writing it, and grows with the square of its pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def references_kept(weasyprint: ModuleType) -> Iterator[None]:
    """While this lasts, a PDF remembers the references of its pages until it gets another page."""
    kind = weasyprint.pdf.pydyf.PDF
    theirs = kind.page_references
    known: dict[int, tuple[int, tuple[bytes, ...]]] = {}

    def page_references(pdf) -> tuple[bytes, ...]:
        count, references = known.get(id(pdf), (-1, ()))
        if count != len(pdf.pages["Kids"]):
            references = theirs.fget(pdf)
            known[id(pdf)] = len(pdf.pages["Kids"]), references
        return references

    kind.page_references = property(page_references)
    try:
        yield
    finally:
        kind.page_references = theirs
