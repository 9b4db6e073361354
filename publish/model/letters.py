"""Words reduced to what no typesetting changes: their letters and digits."""

from __future__ import annotations

import re
import unicodedata

_NOT_SPOKEN = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text, in one form whatever their case or composition."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NOT_SPOKEN.sub("", text.casefold())
