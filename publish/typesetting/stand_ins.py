"""Which fonts of the machine stand in for ours on finished pages, and for which signs."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Report
from ..model.book import Book
from ..styles import Style
from .engine.boxes import Document, Font
from .fonts.style_fonts import is_ours
from .messages import as_they_come, named_signs, place_of, times


def tell_of_stand_ins(document: Document, style: Style, book: Book, report: Report) -> None:
    """Report each font that is neither ours nor the style's, with the signs it was needed for (P102)."""
    for family, met in _strange_fonts(document.fonts.values(), style).items():
        signs = as_they_come(met, book)
        count = times(signs, book)
        often = f" {count} times" if count > 1 else ""
        message = f"no font of ours has {named_signs(signs)}: set{often} in {family}, a font of this machine"
        hint = "another machine may set other pages: put a font that has them into the style's `fonts` folder"
        report.info("P102", message, place_of(signs, book), hint, signs=signs, family=family, times=count)


def _strange_fonts(fonts: Iterable[Font], style: Style) -> dict[str, tuple[str, ...]]:
    """The signs that fonts of the machine were taken for, by family."""
    found: dict[str, dict[str, None]] = {}
    for font in fonts:
        missing = set(font.missing.values())
        # A glyph for several letters, or what goes with one of them unseen, is told by its letters.
        signs = (sign for glyph, text in font.to_unicode.items() if glyph not in missing for sign in text if sign.isprintable() and not sign.isspace())
        if not is_ours(font.family, style):
            found.setdefault(font.family, {}).update(dict.fromkeys(signs))
    return {family: tuple(signs) for family, signs in found.items() if signs}
