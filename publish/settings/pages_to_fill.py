"""How many pages a publication shall fill, as authors write it."""

from __future__ import annotations

import re

SHEET = "sheet"
MOST_PAGES = 5000
_PAGES = re.compile(r"([0-9]{1,4})(\s*(pages?|pp\.?))?", re.IGNORECASE)
_NONE = ("no", "false", "off", "")


def pages_to_fill(text: str) -> str:
    """``8 pages`` as ``8``, ``sheet`` as it is, and ``no`` for as many pages as there happen to be.

    Raises ValueError, in words for an author.
    """
    said = text.strip().lower()
    if said in (SHEET, "a sheet", "sheets"):
        return SHEET
    if said in _NONE:
        return "no"
    found = _PAGES.fullmatch(said)
    if not found or not 0 < int(found[1]) <= MOST_PAGES:
        raise ValueError(f"`{text.strip()[:40]}` is no number of pages: write `8 pages`, or `sheet` for a whole number of fours")
    return str(int(found[1]))
