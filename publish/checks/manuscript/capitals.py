"""Words in capitals where somebody meant to be emphatic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.kinds import Role
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, passages
from .wording import shown, where

_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}’'-]{{1,40}}"
_RUN = re.compile(rf"(?<![\w@./#-])[{_UPPER}]{_WORD}(?: {_WORD}){{1,30}}(?![\w@/])")
_LONG = re.compile(rf"[{_UPPER}]{{4,}}")
_QUOTED = "“”„«»‘’\"'"
# A line that is all capitals shows what a sign or a heading says.
_SIGN = 8  # words
_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE})
_ROLES = frozenset({Role.CONTACT, Role.IMPRINT, Role.DEDICATION, Role.EPIGRAPH})


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        if passage.kind not in _KINDS or passage.role in _ROLES or _is_sign(passage.text):
            continue
        for match in _RUN.finditer(passage.text):
            if len(_LONG.findall(match[0])) >= 2 and not _is_quoted(match):
                place = where(subject, passage, match.start(), match.end())
                number = len(match[0].split())
                yield Found(f"{number} words in capitals: “{shown(match[0])}”", place)


def _is_sign(text: str) -> bool:
    return text.isupper() and len(text.split()) <= _SIGN


def _is_quoted(match: re.Match[str]) -> bool:
    text = match.string
    return text[match.start() - 1 : match.start()] in tuple(_QUOTED) or text[match.end() : match.end() + 1] in tuple(_QUOTED)


CAPITALS = Rule("R125", _look)
