"""What stores, readers and devices ask of an EPUB beyond the standard, which EPUBCheck looks at.

Figures are those the stores publish: Kindle's cover of 1600 × 2560 pixels and 50 MB by Send to Kindle, Apple's and
Kobo's 1400 pixels on the short side of a cover and some four million pixels a picture.
"""

from __future__ import annotations

from ...diagnostics import Severity
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
)  # fmt: skip

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

EPUB_RULES: tuple[Rule[FileSubject], ...] = (
    Rule(
        "E201", _ERROR, "EPUB that cannot be opened",
        "The file is no EPUB, is damaged, or is built in a way that can harm who opens it.",
        "Nobody can read it, and stores refuse it.",
        "build it again from the manuscript, or ask whoever sent it for another copy",
        unreadable,
    ),
    Rule(
        "E202", _WARNING, "too large for Kindle",
        "The file is near 50 MB, or over it.",
        "Send to Kindle takes no file over 50 MB, and whoever pays for data by the megabyte will not load it.",
        "save the largest pictures smaller, or as JPEG",
        size,
    ),
    Rule(
        "E203", _ERROR, "no cover picture",
        "No picture in the manifest has the property cover-image.",
        "Stores refuse a book without a cover, and on a reader's shelf it is a grey box.",
        "give a picture as `cover-image`, or let Publish draw a cover",
        cover_missing,
        elsewhere="give the picture's line in the manifest `properties=\"cover-image\"`; in EPUB 2, name it in `<meta name=\"cover\">`",
    ),
    Rule(
        "E204", _WARNING, "small cover picture",
        "The cover's short side has fewer than 1400 pixels, or it has more than 5.6 million in all.",
        "Apple Books and Kobo ask for at least 1400 pixels on the short side, Kindle for 1600 × 2560; Apple takes at most 5.6 million.",
        "make it 1600 pixels wide and 2560 high, which all of them take",
        cover_size,
    ),
    Rule(
        "E205", _WARNING, "shape of the cover",
        "The cover is not an upright page: its height is less than 1.3 times its width, or more than 1.8 times.",
        "Kindle's ideal is 1.6 times, Apple and Kobo take anything near; other shapes get bars at the sides or are cut off.",
        "make it 1.6 times as high as it is wide: 1600 × 2560 pixels",
        cover_ratio,
    ),
    Rule(
        "E206", _WARNING, "very large pictures",
        "A picture has more than 4 million pixels.",
        "Older readers run out of memory and show a gap, and no screen shows that many.",
        "save it with at most 2000 × 2000 pixels",
        large_pictures,
    ),
    Rule(
        "E207", _ERROR, "fonts that may not be embedded",
        "A font in the book says that its maker does not allow it to be carried in a file.",
        "Handing out the book is handing out the font; its maker can have the book taken down.",
        "take a font with an open licence, or ask the maker for leave in writing",
        embedded_fonts,
    ),
    Rule(
        "E208", _INFO, "fonts whose rights are not known",
        "A font's rights cannot be read: it is WOFF 2, disguised, or damaged.",
        "It may be one that must not be handed out.",
        "look at its licence yourself",
        fonts_not_read,
    ),
    Rule(
        "E209", _ERROR, "metadata without which no store takes a book",
        "Title, language or identifier is missing, or in EPUB 3 the time of the last change.",
        "Stores refuse the file, and readers cannot tell it from others.",
        "give the manuscript a `title` and a `lang`, and build again",
        store_metadata,
        elsewhere="write it into the metadata of the package document",
    ),
    Rule(
        "E210", _WARNING, "nobody named as author or publisher",
        "The metadata names no author, or no publisher.",
        "Stores ask for both, and libraries cannot put it on a shelf.",
        "set `author`, and `publisher` in publish.yaml",
        who_made_it,
        elsewhere="name them in the package document, as `dc:creator` and `dc:publisher`",
    ),
    Rule(
        "E211", _ERROR, "metadata on accessibility",
        "An EPUB 3 does not say by which senses it can be read, what helps, or what may harm, as EPUB Accessibility 1.1 says it must.",
        "In the European Union the Accessibility Act asks for it since June 2025; stores show it, and libraries look for it.",
        "build it again with Publish, which finds this out from the book",
        accessibility,
        elsewhere="write it into the package document, as `<meta property=\"schema:accessMode\">textual</meta>`",
    ),
    Rule(
        "E217", _WARNING, "more metadata on accessibility",
        "It is not said which senses are enough to read the book, or in a sentence how accessible it is, as EPUB Accessibility 1.1 says "
        "it should; or an EPUB 2, from which it asks nothing, says nothing of accessibility.",
        "Stores and libraries show it, and a reader knows before paying whether the book can be read.",
        "build it again with Publish, which finds this out from the book",
        more_accessibility,
        elsewhere="write it into the package document; in EPUB 2 as `<meta name=\"schema:accessMode\" content=\"textual\"/>`",
    ),
    Rule(
        "E212", _WARNING, "words that catalogues do not know",
        "A statement on accessibility uses a word that is not in the vocabulary of schema.org.",
        "Catalogues drop what they do not know, so the statement reaches nobody.",
        "take the word from https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20260326/",
        vocabulary,
    ),
    Rule(
        "E213", _WARNING, "claim of conformance",
        "The book claims to conform to a standard in words that the standard does not give, or without saying who checked it.",
        "Stores show a claim only in its exact words, and a claim that nobody stands for is worth nothing.",
        "write `EPUB Accessibility 1.1 - WCAG 2.2 Level AA` and name in `a11y:certifiedBy` who checked it, or claim nothing",
        claims,
    ),
    Rule(
        "E214", _WARNING, "places to jump to",
        "The navigation of an EPUB 3 lists no landmarks, or neither the contents nor where the text begins.",
        "Readers open the book at its first page, and their button for the contents leads nowhere.",
        "build it again with Publish, which lists them",
        landmarks,
        elsewhere="list them in a `nav` with `epub:type=\"landmarks\"` in the navigation document",
    ),
    Rule(
        "E215", _WARNING, "language tag that Kindle does not take",
        "The language's tag has more than language, script and country, or is not known.",
        "Send to Kindle answers such a tag with an error that says nothing (E999).",
        "write it plainly, as `en`, `en-GB` or `zh-Hant`",
        language,
    ),
)  # fmt: skip

# About an EPUB and the PDF of the same publication.
PAIR_RULES: tuple[Rule[tuple[FileSubject, FileSubject]], ...] = (
    Rule(
        "E216", _WARNING, "page list that does not match the PDF",
        "The EPUB lists other pages than the PDF of the same publication has.",
        "Who reads with their ears cannot find the page that the others are told to open.",
        "build both again at once",
        page_list,
    ),
)  # fmt: skip
