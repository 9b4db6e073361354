"""The marks a language is set with: its quotes, dashes and the words that marks depend on.

A *run* of text, as the functions of ``quotes``, ``dashes`` and ``spaces`` take it, is one
paragraph's words in one string. What is not plain words stands in it as one of the signs below.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

# Unicode keeps these code points free for use inside programs, so they are in no real text.
BORDER = "\ufdd0"  # emphasis, a link or the like begins or ends here, or a note is called: not seen by rules
WORD = "\ufdd1"  # read as a word, never changed: code, an image, words in another language
BREAK = "\ufdd2"  # a line break set by the author: a space to the rules
ADDRESS = "\ufdd3"  # stands for a web or mail address found in the words: like WORD
SIGNS = re.compile("[\ufdd0-\ufdd3]")

NO_BREAK = "\u00a0"
NARROW = "\u202f"


_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Marks:
    """How one language is set.

    ``outer`` and ``inner`` are pairs of quotes. ``leading`` are words that drop their beginning and
    take an apostrophe there (``'tis``). ``numbered`` are abbreviations that belong to the number
    after them, ``titled`` those that belong to the name after them, ``clinging`` the short words
    that must not end a line. ``narrow`` sets French spaces before ``; : ! ?`` and inside « ».
    ``long_dash`` is what ``--`` stands for beside Chinese or Japanese words, ``apostrophe`` the mark
    inside words, which in some languages is a letter.
    """

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    ellipsis: str = "…"
    dash: str = "–"
    long_dash: str = ""
    apostrophe: str = "’"
    leading: frozenset[str] = frozenset()
    numbered: tuple[str, ...] = ("No", "Nos", "no", "p", "pp", "§", "§§")
    titled: tuple[str, ...] = ()
    clinging: str = ""
    narrow: bool = False


@lru_cache(maxsize=64)
def marks_for(lang: str) -> Marks:
    """The marks of a language, those of its region or script before those of the language; curly quotes where none is known."""
    parts = lang.lower().replace("_", "-").split("-")
    said: dict[str, Any] = {}  # by the fields of Marks
    for length in range(1, len(parts) + 1):
        tag = "-".join(parts[:length])
        said |= _quotes_of_cldr().get(tag, {}) | _said_of_languages().get(tag, {})
    return Marks(**said)


@lru_cache(maxsize=1)
def _quotes_of_cldr() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((_DATA / "quotation_marks.toml").read_text("utf-8"))
    return {tag: _pairs(signs.split()) for signs, tags in table.items() for tag in tags.lower().split()}


def _pairs(signs: list[str]) -> dict[str, tuple[str, ...]]:
    return {"outer": tuple(signs[:2]), "inner": tuple(signs[2:])}


@lru_cache(maxsize=1)
def _said_of_languages() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((_DATA / "marks.toml").read_text("utf-8"))
    return {tag.lower(): {key: _READ.get(key, str)(value) for key, value in row.items()} for tag, row in table.items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_READ: dict[str, Callable[[str], object]] = {
    "outer": _words, "inner": _words, "numbered": _words, "titled": _words, "leading": lambda text: frozenset(text.split()), "narrow": bool,
}  # fmt: skip


def is_east_asian(sign: str) -> bool:
    """Chinese or Japanese writing, its full-width marks included; Korean parts its words by spaces."""
    return (
        "\u3000" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"
        or "\uff00" <= sign <= "\uff65" or "\U00020000" <= sign <= "\U0003ffff"
    )  # fmt: skip


def has_no_apostrophe(sign: str) -> bool:
    """Writing whose words hold no apostrophe, so that a mark between two letters opens or closes a quotation."""
    return (
        "\u0600" <= sign <= "\u07ff" or "\u0900" <= sign <= "\u10ff" or "\u1100" <= sign <= "\u137f"
        or "\u1780" <= sign <= "\u17ff" or "\uac00" <= sign <= "\ud7a3" or is_east_asian(sign)
    )  # fmt: skip


def is_hebrew(sign: str) -> bool:
    """A letter of the Hebrew alphabet, or a point that stands at one."""
    return "\u0591" <= sign <= "\u05f2"


_NEAR = 16


def without_borders(run: str, end: int) -> str:
    """The last signs of a run before ``end``, as they are read: without the borders among them."""
    return run[max(0, end - _NEAR) : end].replace(BORDER, "")
