"""Undoes what a PDF's columns and pages did to a text that was copied out of it.

Everything is judged on evidence from the document itself: numbers that count on from page to page,
a line that recurs in mid-sentence, paragraphs that break off. Whether there is front matter says
nothing. Each change is reported with both readings, so that an author can look through them. What
has no evidence stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Report
from ..model.book import Manuscript
from .hyphens import with_whole_words
from .joins import join_broken
from .page_gaps import without_running_heads


def repair(manuscript: Manuscript, lang: str, report: Report, asked: bool = False) -> Manuscript:
    """The manuscript with running heads and page numbers gone, broken paragraphs joined and broken words made whole.

    ``asked`` says that the author knows of pages. Words come last, since a page may have parted one, too.
    """
    blocks, new_pages = without_running_heads(manuscript.blocks, report)
    paged = asked or manuscript.paged or blocks is not manuscript.blocks
    blocks = join_broken(blocks, new_pages, lang, manuscript.plain, paged, report)
    blocks = with_whole_words(blocks, report)
    return replace(manuscript, blocks=blocks)
