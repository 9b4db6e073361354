"""The same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language import base
from ...language.doubled_words import MAY_BE_DOUBLED
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, passages
from .wording import around, where

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]{1,40})[ \u00a0]{1,3}\1(?![\w’'-])", re.IGNORECASE)


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        allowed = MAY_BE_DOUBLED.get(base(passage.lang))
        if allowed is None or passage.kind is Kind.VERSE:
            continue
        for match in _TWICE.finditer(passage.text):
            if _is_slip(match, allowed):
                words = around(passage.text, match.start(), match.end())
                place = where(subject, passage, match.start(), match.end())
                yield Found(f"“{match[1]}” stands twice in a row: {words}", place)


def _is_slip(match: re.Match[str], allowed: frozenset[str]) -> bool:
    """Names may be doubled (Baden Baden), and sounds (ha ha)."""
    first, second = match[1], match[0][-len(match[1]) :]
    if first.lower() in allowed or second[0].isupper():
        return False
    return len(first) > 1 or first in "aàáeéioóyAÀEIOY"


TWICE = Rule("R121", _look)
