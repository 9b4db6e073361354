"""Words reduced to what no typesetting changes: their letters and digits."""

from __future__ import annotations

import re
import unicodedata

_NOT_SPOKEN = re.compile(r"[\W_]+")
# Capitals of a dotless i are those of any other.
_DOTLESS = str.maketrans("ı", "i")


def letters(text: str) -> str:
    """The letters and digits of a text, in one form whatever their case, accents or composition."""
    if text.isascii():
        return _NOT_SPOKEN.sub("", text.lower())
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_DOTLESS)
    return _NOT_SPOKEN.sub("", folded)
