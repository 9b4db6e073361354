"""Every visible word that the author did not write, by language.

The words stand in ``data/words``, the keys alike in all files (a test holds this). Roles of
sections stand under their own names, so that ``word(role.value, lang)`` names any section.
"""

from __future__ import annotations

from collections.abc import Sequence

from .word_files import languages_for, read_file

_ELSE = "en"


def word(key: str, lang: str) -> str:
    """The word in this language, or in English where we have no table. A wrong key is a ``KeyError``."""
    return _table(lang)[key]


def byline(names: Sequence[str], lang: str) -> str:
    """Who wrote it: ``by Ann Author, Bob Writer and Cy Third``; empty without names."""
    return word("by", lang).format(names=listed(names, lang)) if names else ""


def listed(names: Sequence[str], lang: str) -> str:
    """Names joined as the language joins them."""
    *first, last = names or [""]
    return word("comma", lang).join(first) + (word("and", lang) if first else "") + last


def has_words(lang: str) -> bool:
    """Is there a table for this language, or does it fall back to English?"""
    return bool(languages_for(lang))


def _table(lang: str) -> dict[str, str]:
    nearest, *_ = *languages_for(lang), _ELSE
    table: dict[str, str] = read_file(nearest)["words"]
    return table
