"""Dates that are written in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...language import base
from ...language.month_names import MONTHS
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, Passage, passages
from .wording import shown, times, where

# References in notes and tables have forms of their own; quotations are as they were said.
_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_YEAR = r"(?:1[5-9]|20)\d\d"
_FIGURES = (
    rf"(?<![\w./-])(?:(?P<slashes>\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d))"
    rf"|(?P<dots>\d{{1,2}}\. ?\d{{1,2}}\. ?{_YEAR})|(?P<iso>{_YEAR}-\d\d-\d\d))(?![\w/-])"
)
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_JOINED = r"(?: (?:of|de|del|d’))?[ \u00a0]"


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    """One finding a language, about the rarest form, at the first place where it occurs."""
    forms: dict[str, dict[str, list[tuple[Passage, re.Match[str]]]]] = {}
    for passage in passages(subject.book):
        if passage.kind in _KINDS and any(sign.isdigit() for sign in passage.text):
            for match in _shape(base(passage.lang)).finditer(passage.text):
                forms.setdefault(base(passage.lang), {}).setdefault(match.lastgroup or "", []).append((passage, match))
    for found in forms.values():
        if len(found) > 1:
            yield _told(subject, sorted(found.values(), key=len))


def _told(subject: ManuscriptSubject, forms: list[list[tuple[Passage, re.Match[str]]]]) -> Found:
    passage, match = forms[0][0]
    said = [f"“{shown(form[0][1][0])}” ({times(len(form))})" for form in forms]
    message = f"dates are written in {len(forms)} ways: {', '.join(said[:-1])} and {said[-1]}"
    return Found(message, where(subject, passage, match.start(), match.end()))


@lru_cache(maxsize=16)
def _shape(language: str) -> re.Pattern[str]:
    months = MONTHS.get(language)
    if not months:
        return re.compile(_FIGURES)
    either = "|".join(months)
    day_first = rf"(?P<day_first>\b\d{{1,2}}{_ORDINAL}{_JOINED}(?:{either})\b(?:,?{_JOINED}{_YEAR}\b)?)"
    month_first = rf"(?P<month_first>\b(?:{either}) \d{{1,2}}(?:st|nd|rd|th)?\b(?!:|\.\d|–\d)(?:,? {_YEAR}\b)?)"
    return re.compile(f"{_FIGURES}|{day_first}|{month_first}")


DATES = Rule("R123", _look)
