"""Where words may be divided, by language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LETTERS = re.compile(r"[^\W\d_]+")
# What is joined to one of these is divided nowhere else: compounds, addresses, numbers, elisions.
_JOINTS = frozenset("-‐/@._0123456789’'\u00ad")


@cache
def _dictionary(lang: str, left: int, right: int) -> Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(lang) if lang else None
    return pyphen.Pyphen(lang=known, left=left, right=right) if known else None


@lru_cache(maxsize=50_000)
def division_points(text: str, lang: str, shortest: int, left: int, right: int) -> tuple[int, ...]:
    """The places in a text without spaces at which it may be divided by a hyphen.

    Words of fewer letters than ``shortest`` stay whole, and so do the first ``left`` and the last ``right`` letters.
    A language without patterns divides nothing; nor does a point where the spelling would change.
    """
    dictionary = _dictionary(lang, left, right)
    if not dictionary or len(text) < shortest:
        return ()
    found: list[int] = []
    for word in _LETTERS.finditer(text):
        if word.end() - word.start() >= shortest and not _is_joined(text, word):
            found += (word.start() + point for point in dictionary.positions(word[0]) if not point.data)
    return tuple(found)


def _is_joined(text: str, word: re.Match[str]) -> bool:
    before, after = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 2]
    # A full stop or a quotation mark at the end of the text joins nothing.
    return before in _JOINTS or (len(after) == 2 and after[0] in _JOINTS and after[1].isalnum())
