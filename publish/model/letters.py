"""Words reduced to what no typesetting changes: their letters and digits."""

from __future__ import annotations

import re
import unicodedata

_NOT_SPOKEN = re.compile(r"[\W_]+")
# Most texts hold no other signs: ASCII, and the marks of typography, which are no letters. Those are taken out much faster.
_OTHER = re.compile("[^\x00-\x7f\xa0\xab\xad\xbb\u2009-\u200d\u2010-\u2015\u2018-\u201f\u2026\u202f\u2039\u203a\u2060]")
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
# Capitals of a dotless i are those of any other. An ʻokina is a letter, but people type an apostrophe for it.
_ALIKE = str.maketrans({"ı": "i", "ʻ": None})


def letters(text: str) -> str:
    """The letters and digits of a text, in one form whatever their case, accents or composition."""
    if text.isascii() or not _OTHER.search(text):
        return text.encode("ascii", "ignore").lower().translate(None, _NO_LETTERS).decode("ascii")
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return _NOT_SPOKEN.sub("", folded)
