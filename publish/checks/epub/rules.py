"""What stores, readers and devices ask of an EPUB beyond the standard, which EPUBCheck looks at.

Figures are those the stores publish: Kindle's cover of 1600 × 2560 pixels and 50 MB by Send to Kindle, Apple's and
Kobo's 1400 pixels on the short side of a cover and some four million pixels a picture.
"""

from __future__ import annotations

from ..rules.rule import Rule
from ..rules.subjects import FileSubject
from .pages import (
    accessibility,
    claims,
    cover_missing,
    cover_ratio,
    cover_size,
    embedded_fonts,
    fonts_not_read,
    landmarks,
    language,
    large_pictures,
    more_accessibility,
    page_list,
    size,
    store_metadata,
    unreadable,
    vocabulary,
    who_made_it,
)

EPUB_RULES: tuple[Rule[FileSubject], ...] = (
    Rule("E201", unreadable),
    Rule("E202", size),
    Rule("E203", cover_missing),
    Rule("E204", cover_size),
    Rule("E205", cover_ratio),
    Rule("E206", large_pictures),
    Rule("E207", embedded_fonts),
    Rule("E208", fonts_not_read),
    Rule("E209", store_metadata),
    Rule("E210", who_made_it),
    Rule("E211", accessibility),
    Rule("E217", more_accessibility),
    Rule("E212", vocabulary),
    Rule("E213", claims),
    Rule("E214", landmarks),
    Rule("E215", language),
)

# About an EPUB and the PDF of the same publication.
PAIR_RULES: tuple[Rule[tuple[FileSubject, FileSubject]], ...] = (Rule("E216", page_list),)
