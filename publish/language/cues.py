"""What in a text tells that a part has a role: names of headings, sentences that announce something.

All questions take the document's language and look there first, then in English, which many
texts mix in. Texts are compared folded: without case, accents and odd spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..model.kinds import Role
from . import base
from .announcements import CONTACT_OPENINGS, DEMANDS, NAMED_GROUP_DEMANDS, WAYS_OF_CONTACT
from .fold import fold
from .people import byline
from .sentences import last_sentence, sentences
from .speakers import speaker
from .word_files import languages_for, read_file

__all__ = ["announces_contact", "announces_demands", "byline", "last_sentence", "role_named", "sentences", "speaker"]

_NUMBERING = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6}|[a-z])[.)]\s+|\d{1,3}\s+|[一二三四五六七八九十]{1,3}、")
_APPENDIX_LABEL = re.compile(r"(\S+) (?:[a-z]|\d{1,3}|[ivx]{1,5})(?:[.:].*|\s[–—-]\s.*)?")
_LONGEST_TITLE = 120


def role_named(title: str, lang: str) -> Role | None:
    """The role that a heading names, if it says nothing else; numbering and a final mark do not count."""
    if len(title) > _LONGEST_TITLE:
        return None
    folded = fold(title)
    for name in (folded, _NUMBERING.sub("", folded, count=1)):
        name = name.rstrip(" .:?؟!")
        for names in map(_names_of, (*languages_for(lang), "en")):
            if name in names:
                return names[name]
            label = _APPENDIX_LABEL.fullmatch(name)
            if label and names.get(label[1]) is Role.APPENDIX:
                return Role.APPENDIX
    return None


@lru_cache
def _names_of(tag: str) -> dict[str, Role]:
    """The names in one file of words: those for headings, and the word that we print ourselves."""
    file = read_file(tag)
    rows = ((role, (file["words"][role.value], *file["headings"].get(role.value, ()))) for role in Role if role is not Role.CHAPTER)
    return {fold(name): role for role, names in rows for name in names}


def _languages(lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((base(lang), "en")))


_COLON = re.compile(r"\s*[:：]\s*$")
_LONGEST_SENTENCE = 400  # what announces stands at a sentence's end; more is not looked at
_LONGEST_CLOSING = 300
_SHORT_REST = 40


def announces_demands(sentence: str, lang: str) -> bool:
    """Does this sentence end in a colon and announce demands: ``We demand:``, ``Nos revendications :``?"""
    end = sentence[-_LONGEST_SENTENCE:].rstrip()
    if not _COLON.search(end):
        return False
    said = fold(_COLON.sub("", end))
    patterns = (pattern for language in _languages(lang) for pattern in _compiled(language))
    return any(pattern.search(said) for pattern in patterns) or _GROUP_DEMANDS.search(end) is not None


def announces_contact(text: str, lang: str) -> bool:
    """Is this a closing line that says how to reach the publishers: ``To contact the branch, visit:``?"""
    line = text.strip()
    if len(line) > _LONGEST_CLOSING:
        return False
    said = fold(line)
    return any(_is_invitation(said, language) for language in _languages(lang))


def _is_invitation(said: str, language: str) -> bool:
    """An opening of the kind, and after it nothing much, a colon, or a way to get there."""
    opening = _openings(language).match(said)
    if opening is None:
        return False
    rest = said[opening.end() :]
    if rest.endswith(":") or not rest.strip(" .!"):
        return True
    complete = opening["whole"] is not None and len(rest) <= _SHORT_REST
    return complete or _WAYS.search(rest) is not None


@lru_cache
def _compiled(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in DEMANDS.get(language, ()))


@lru_cache
def _openings(language: str) -> re.Pattern[str]:
    """Group ``whole`` holds openings that are an invitation by themselves."""
    whole, begun = CONTACT_OPENINGS.get(language, CONTACT_OPENINGS["en"])
    return re.compile(rf"(?P<whole>{whole})|{begun}")


_GROUP_DEMANDS = re.compile(NAMED_GROUP_DEMANDS)
_WAYS = re.compile(WAYS_OF_CONTACT)
