"""Laid-out pages made a PDF: with its tags mended, its pages called what they are, and its words read back."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..layout.printed_pages import PageStart
from ..model.spoken import Spoken
from .engine.boxes import Document
from .one_link import one_for_each
from .page_starts import page_starts
from .pages import page_kinds
from .patches import while_writing
from .tagging.folios import folios
from .tagging.logical import with_logical_words
from .tagging.objects import Pdf
from .tagging.page_labels import label_pages
from .tagging.standards import meet_standards
from .tagging.tags import mend_tags
from .tagging.text import SpokenPdf, marked_texts, spoken, without_pages

# The pages behind the title: contents, which are no part of the text, and an imprint that ends it in the book.
_CONTENTS = frozenset(("contents",))
_BEFORE_THE_TEXT = _CONTENTS | {"imprint"}


@dataclass(frozen=True, slots=True)
class Finished:
    """A PDF, its words as they were read back from it, what its pages are, and where in the text they begin."""

    data: bytes = field(repr=False)
    words: Spoken
    kinds: tuple[str, ...]
    starts: tuple[PageStart, ...] = field(repr=False)


def finished(document: Document, careful: bool, aside: frozenset[str], variant: str | None) -> Finished:
    """The pages as a PDF that is tagged, of a kind that WeasyPrint knows by its name ``variant``.

    ``careful``: glyphs may stand in another order than the words. ``aside`` are the kinds of pages that say nothing of the text's.
    """
    said: list[SpokenPdf] = []
    numbers = folios(document)
    one_for_each(document)

    def finisher(_: object, pdf: Pdf) -> None:
        texts = marked_texts(pdf)
        if careful:
            texts = with_logical_words(pdf, document, texts)
        mend_tags(pdf, texts, _pages_named(document, pdf, _CONTENTS), origins)
        label_pages(pdf, numbers)
        meet_standards(pdf, variant)
        counted = without_pages(texts, _pages_named(document, pdf, aside))
        said.append(spoken(pdf, counted, last=_pages_named(document, pdf, _BEFORE_THE_TEXT)))

    with while_writing() as origins:
        data = document.write_pdf(pdf_variant=variant, pdf_tags=True, finisher=finisher)
    return Finished(data, said[0].words, tuple(page_kinds(document)), page_starts(document, numbers))


def _pages_named(document: Document, pdf: Pdf, names: frozenset[str]) -> frozenset[bytes]:
    """The references of the pages of these kinds."""
    kinds = page_kinds(document)
    return frozenset(reference for reference, kind in zip(pdf.page_references, kinds, strict=True) if kind in names)
