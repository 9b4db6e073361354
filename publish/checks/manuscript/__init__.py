"""The proof-reader's rules for manuscripts: one object a rule, in the order of their codes."""

from __future__ import annotations

from ..rules.rule import Rule
from ..rules.subjects import ManuscriptSubject
from . import (
    block_quotations,
    broken,
    capitals,
    dashes,
    dates,
    demands,
    figures,
    headings,
    languages,
    links,
    marks,
    metadata,
    quotation_marks,
    readability,
    repeated_words,
    spaces,
    spellings,
)

MANUSCRIPT_RULES: tuple[Rule[ManuscriptSubject], ...] = (
    quotation_marks.UNBALANCED, quotation_marks.STRAIGHT,
    spaces.DOUBLE_SPACES, spaces.SPACE_BEFORE_MARK,
    dashes.HYPHEN,
    marks.REPEATED, marks.NO_SPACE,
    broken.BROKEN, broken.STUCK, broken.DIVIDED,
    repeated_words.TWICE,
    spellings.SPELLINGS,
    dates.DATES,
    languages.UNMARKED,
    capitals.CAPITALS,
    headings.SKIPPED, headings.EMPTY, headings.FULL_STOP, headings.ALIKE,
    readability.LONG_PARAGRAPH, readability.LONG_SENTENCE, readability.HARD,
    demands.NOT_PARALLEL, demands.TOO_MUCH,
    block_quotations.NO_NAME,
    figures.MISSING,
    links.VAGUE, links.UNPRINTED, links.BARE,
    figures.SAYS_NOTHING,
    metadata.MISSING,
    languages.UNKNOWN_TAG,
    metadata.NO_DESCRIPTION,
)  # fmt: skip
