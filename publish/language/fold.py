"""Words made comparable: without case, accents and odd spaces."""

from __future__ import annotations

import unicodedata

_SPECIAL = str.maketrans({"ı": "i", "’": "'", "‘": "'", "ø": "o", "ł": "l", "ـ": ""})
_VOICED = "\u3099\u309a"  # in Japanese these make another letter, not an accent


def fold(text: str) -> str:
    """The text in lower case, its accents taken off, apostrophes straight, runs of spaces made one.

    Arabic loses its vowel signs and hamzas, so that forms people mix up become equal.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) or sign in _VOICED)
    return " ".join(unicodedata.normalize("NFC", bare).translate(_SPECIAL).split())
