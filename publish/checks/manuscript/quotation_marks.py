"""Quotation marks: those without a partner, and those that were left straight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...language import base
from ...language.marks import marks_for
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, Passage, passages
from .wording import around, counted, where

# A quotation that is not closed after so many passages was forgotten.
_REACH = 12
_BESIDE = 9  # signs by which the line of a mark is found
_LETTER = r"[^\W\d_]"
_SINGLE_CLOSES = re.compile(rf"’(?!{_LETTER})")
_STRAIGHT = re.compile(r"(?<!\d)[\"']|(?<=\d)[\"'](?=[^\W\d_])")
# In these languages straight marks are letters or parts of words.
_STRAIGHT_IS_A_LETTER = frozenset({"he", "yi"})


@dataclass(frozen=True, slots=True)
class _Loose:
    """A mark without partner in its passage."""

    passage: Passage
    at: int
    opens: bool
    family: str
    number: int  # of the passage

    @property
    def sign(self) -> str:
        return self.passage.text[self.at]

    def found(self, subject: ManuscriptSubject) -> Found:
        text = self.passage.text
        words = around(text, self.at, self.at + 1)
        said = "a quotation opens here and is never closed" if self.opens else "a quotation is closed here that was never opened"
        beside = (self.at, self.at + _BESIDE) if self.opens else (max(0, self.at - _BESIDE), self.at)
        return Found(f"{said}: {words}", where(subject, self.passage, *beside))


def _unbalanced(subject: ManuscriptSubject) -> Iterator[Found]:
    """Quotations may go on over paragraphs, each of which opens with the mark, and over lists that stand in them."""
    waiting: _Loose | None = None
    for number, passage in enumerate(passages(subject.book)):
        if passage.kind is Kind.NOTE:
            yield from (loose.found(subject) for loose in _loose_marks(passage, number))
            continue
        if waiting and (passage.kind is Kind.HEADING or number - waiting.number > _REACH):
            yield waiting.found(subject)
            waiting = None
        elif waiting and passage.text.lstrip().startswith(waiting.sign):
            waiting = None  # it goes on here
        for loose in _loose_marks(passage, number):
            if waiting and waiting.family == loose.family and not loose.opens:
                waiting = None
                continue
            if waiting:
                yield waiting.found(subject)
                waiting = None
            if loose.opens and passage.kind is not Kind.HEADING:
                waiting = loose
            else:
                yield loose.found(subject)
    if waiting:
        yield waiting.found(subject)


def _loose_marks(passage: Passage, number: int) -> Iterator[_Loose]:
    """At most one of each family, for one that is missing throws all that follow into doubt."""
    for family, (opens, closes) in _families(passage.text, passage.lang).items():
        finder = _first_odd if opens == closes else _first_loose
        at = finder(passage.text, opens, closes)
        if at is not None:
            yield _Loose(passage, at, opens == closes or passage.text[at] in opens, family, number)
    at = _unclosed_single(passage.text, passage.lang)
    if at is not None:
        yield _Loose(passage, at, True, "‘", number)


def _families(text: str, lang: str) -> dict[str, tuple[str, str]]:
    """The pairs of signs that open and close in a text of this language; those that cannot be told apart are left out."""
    outer = marks_for(lang).outer
    found: dict[str, tuple[str, str]] = {}
    if "«" in text or "»" in text:
        found["«"] = ("»", "«") if outer[0] == "»" else ("«", "»")
    if outer[0] == outer[1]:
        found["”"] = ("”", "”")
    elif outer == ("”", "“"):
        found["“"] = outer
    elif "„" not in text:
        found["“"] = ("“", "”")
        if outer[0] == "„" and "”" not in text:
            found["“"] = ("„", "“")
    elif not ("“" in text and "”" in text):
        found["“"] = ("„", "“”")
    if '"' in text:
        found['"'] = ('"', '"')
    if "「" in text or "」" in text:
        found["「"] = ("「", "」")
    return found


def _first_loose(text: str, opens: str, closes: str) -> int | None:
    opened: list[int] = []
    for match in re.finditer(f"[{opens}{closes}]", text):
        if match[0] in opens:
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            return match.start()
    return opened[0] if opened else None


def _first_odd(text: str, sign: str, _same: str) -> int | None:
    """Of marks that open and close alike, the last where their number is odd; what follows a number counts inches."""
    found = [match.start() for match in re.finditer(rf"(?<!\d){sign}|(?<=\d){sign}(?=\w)", text)]
    closes = len(list(re.finditer(rf"(?<=\d){sign}(?!\w)", text)))
    return found[-1] if len(found) % 2 and not closes else None


def _unclosed_single(text: str, lang: str) -> int | None:
    marks = marks_for(lang)
    if "‘" not in text or ("‘", "’") not in (marks.outer, marks.inner):
        return None
    last = max((match.start() for match in _SINGLE_CLOSES.finditer(text)), default=-1)
    at = text.find("‘", last + 1)
    return at if at >= 0 else None


def _straight(subject: ManuscriptSubject) -> Iterator[Found]:
    """One finding a file: where marks were left straight there are many."""
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    total: dict[str, int] = {}
    for passage in passages(subject.book):
        if base(passage.lang) in _STRAIGHT_IS_A_LETTER or ('"' not in passage.text and "'" not in passage.text):
            continue
        file = passage.place.file if passage.place else ""
        for match in _STRAIGHT.finditer(passage.text):
            first.setdefault(file, (passage, match))
            total[file] = total.get(file, 0) + 1
    for file, (passage, match) in first.items():
        words = around(passage.text, match.start(), match.end())
        message = f"{counted(total[file], 'straight mark')} left where curly ones belong, the first here: {words}"
        yield Found(message, where(subject, passage, max(0, match.start() - 3), match.end() + 3))


UNBALANCED = Rule("R101", _unbalanced)
STRAIGHT = Rule("R102", _straight)
