"""Geresh and gershayim: the marks inside Hebrew words, typed as straight quotes (צה"ל, ג'ירפה)."""

from __future__ import annotations

import re

from .marks import BORDER, is_hebrew

GERESH = "׳"
GERSHAYIM = "״"
# Words that are written together with the next: ב"הארץ" is “in” and a name in quotes.
_PREFIX = re.compile(r"(?<![\u0591-\u05f2\"'])[והכלבמש]{1,3}$")
_LONGEST_QUOTED, _NEAR = 300, 8


def opens_behind_prefix(run: str, at: int) -> bool:
    """Opens the mark between two Hebrew letters a quotation? Then a prefix stands before it, a word behind, and its like closes it."""
    start = max(0, at - _NEAR)
    near = run[start : at + 1 + _LONGEST_QUOTED]
    text, mark = near.replace(BORDER, ""), at - start - near[: at - start].count(BORDER)
    if not _may_open(text, mark):
        return False
    for match in re.finditer(re.escape(run[at]), text[mark + 1 :]):
        end = mark + 1 + match.start()
        if is_hebrew(text[end + 1 : end + 2]):
            if _may_open(text, end):
                return False  # the next quotation opens before this one is closed: דו"חות on ב"הארץ"
        else:
            return not text[end - 1].isspace() and not text[end + 1 : end + 2].isalnum()
    return False


def _may_open(text: str, at: int) -> bool:
    behind = text[at + 1 : at + 3]
    return len(behind) == 2 and all(map(is_hebrew, behind)) and _PREFIX.search(text[max(0, at - _NEAR) : at]) is not None
