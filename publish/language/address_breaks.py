"""Addresses, and where they may be divided: as the Chicago Manual of Style has it, and never by a hyphen.

A hyphen at the end of a line would be taken for a sign of the address, and so would the sign that an
author wrote there; so an address goes on after a slash or colon, and before all other signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Letters of scripts that part words by spaces: in the others an address ends where theirs begin.
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
_REST = r"[^\s<>\"\u00ab\u00bb\u2018-\u201f\u2026\u3000-\uffef]+"
_HOST = rf"(?:[{_LETTER}-]+\.)+[a-z]{{2,}}"
_MAY_HOLD_ONE = re.compile(rf"://|@|[{_LETTER}-]\.[{_LETTER}]{{2}}")
# What follows an address and is none of it.
_AFTER = ".,;:!?'*|"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BREAK_AFTER, _BREAK_BEFORE = frozenset("/\\:"), frozenset(".-_?&=%#~,@+;|\u2010")
# Less is not left at an end.
_FEWEST_FIRST, _FEWEST_LAST = 4, 2
# Shorter addresses and words of code stay whole.
_SHORTEST = 12
_WORDS = re.compile(r"\S+")


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the web and mail addresses of a text begin and end, also those without a scheme."""
    if not _MAY_HOLD_ONE.search(text):
        return
    for found in _address().finditer(text):
        end = _end(found[0])
        if end > 0:
            yield found.start(), found.start() + end


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    """What an address looks like; it takes some time to make, and most texts hold none.

    Each begins where no address can have begun before, or a long one would be looked at from each of its signs.
    """
    return re.compile(
        rf"(?<![{_LETTER}.+%@/_-])(?:(?:[A-Za-z][A-Za-z0-9+.-]*://|[Ww]{{3}}\.|{_HOST}[/?#:]){_REST}|"
        rf"[{_LETTER}.+%_-]+@(?:[{_LETTER}-]+\.)+[{_LETTER}-]+|{_HOST}(?![{_LETTER}_-]))"
    )


def _end(address: str) -> int:
    """Where an address ends, without the marks of the sentence it stands in."""
    end = len(address)
    unopened = {closing: address.count(closing) - address.count(opening) for closing, opening in _PAIRS.items()}
    while end and (address[end - 1] in _AFTER or unopened.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in unopened:
            unopened[address[end]] -= 1
    return end


def divided_address(address: str) -> list[str]:
    """The parts of an address, after each of which a line may end."""
    return _cut(address, capitals=False)


def divided_code(code: str) -> list[str]:
    """The same for words of code, such as paths and long names; they are also divided before a capital in their midst."""
    parts: list[str] = [""]
    place = 0
    for word in _WORDS.finditer(code):
        first, *others = _cut(word[0], capitals=True)
        parts[-1] += code[place : word.start()] + first
        parts += others
        place = word.end()
    parts[-1] += code[place:]
    return parts


def _cut(text: str, capitals: bool) -> list[str]:
    if len(text) <= _SHORTEST:
        return [text]
    places = [at for at in range(_FEWEST_FIRST, len(text) - _FEWEST_LAST + 1) if _may_end(text[at - 1], text[at], capitals)]
    return [text[start:end] for start, end in zip((0, *places), (*places, len(text)), strict=True)]


def _may_end(before: str, after: str, capitals: bool) -> bool:
    """Whether a line may end between two signs."""
    if before in _BREAK_AFTER:
        return after not in _BREAK_AFTER
    return (after in _BREAK_BEFORE and before not in _BREAK_BEFORE) or (capitals and before.islower() and after.isupper())
