"""Words reduced to what no typesetting changes: their letters and digits."""

from __future__ import annotations

import re
import unicodedata

_NOT_SPOKEN = re.compile(r"[\W_]+")
# Capitals of a dotless i are those of any other. An ʻokina is a letter, but people type an apostrophe for it.
_ALIKE = str.maketrans({"ı": "i", "ʻ": None})


def letters(text: str) -> str:
    """The letters and digits of a text, in one form whatever their case, accents or composition."""
    if text.isascii():
        return _NOT_SPOKEN.sub("", text.lower())
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return _NOT_SPOKEN.sub("", folded)
