"""The words of a book with their numbers, counted once for all rules that ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model.book import Book
from .passages import Passage, Same, passages

WORD_SHAPE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """``typed`` counts the words as they are written, ``lower`` holds those that occur somewhere without a capital,
    ``folded`` all of them in small letters."""

    typed: Counter[str]
    lower: frozenset[str]
    folded: frozenset[str]


def known_words(book: Book) -> Words:
    """All words of a book."""
    return _count(Same(passages(book)))


@lru_cache(maxsize=1)
def _count(same: Same[tuple[Passage, ...]]) -> Words:
    typed = Counter(_all(same.thing))
    lower = frozenset(word for word in typed if word[0].islower())
    return Words(typed, lower, lower | {word.lower() for word in typed})


def _all(found: tuple[Passage, ...]) -> Iterator[str]:
    for passage in found:
        yield from WORD_SHAPE.findall(passage.text)
