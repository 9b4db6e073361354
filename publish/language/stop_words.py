"""Small words that tell a language even in a few words of it, as in a phrase in italics.

A word that several languages have (``de``, ``una``) tells something only where another word rules the others out. Words that
are English too (``die``, ``me``) stand in the English list alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import base

_LISTS = {
    "en": "a the of and to in is that it was for on with as his at be by this had not are but from or have they you were her she "
    "there we him been has when who will no if out so what up its about them than into our do did my your one all an he i me us die",
    "es": "el los las del una unos y es que por con para como está más pero sus su lo al se de la en no si qué todo muy sin sobre",
    "fr": "le les des une est dans qui que pour avec sur aux pas nous vous ils cette sont être du et au ce ces son sa ses mais ou où de la en "
    "il elle je on ne par",
    "de": "der das und nicht ist ein eine einen einem mit auf für von zu sich dem den wir ich werden auch im am des wird wie es aus nach "
    "bei sind dass vom zum zur ihr sie",
    "pt": "o os as um uma do da dos das em no na nos nas que e é para com não por mais se ao seu sua são pelo pela de",
    "it": "il lo gli un una di del della dei delle e è che per non con sono nel nella alla ai da al si la le ma come",
    "tr": "ve bir bu için ile çok olarak gibi daha değil ki ne var yok mi ama en olan kadar",
}
_TELLING = {language: frozenset(words.split()) for language, words in _LISTS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _SHARE = 2, 0.25
# So many of its own words are in nearly every sentence of a language.
_LONG, _OWN_SHARE = 8, 0.06


def foreign(text: str, lang: str) -> str:
    """The language of a few words among words of another, as its tag; empty where it may be the same, or is not plain to see."""
    own = _TELLING.get(base(lang))
    words = [word.lower() for word in _WORD.findall(text)]
    if own is None or len(words) < 3 or _hits(words, own) > (_OWN_SHARE * len(words) if len(words) >= _LONG else 0):
        return ""
    hits = sorted(((_hits(words, telling), language) for language, telling in _TELLING.items() if language != base(lang)), reverse=True)
    (best, language), (second, _) = hits[0], hits[1]
    return language if best >= max(_LEAST, _SHARE * len(words)) and best > second else ""


def _hits(words: Iterable[str], telling: frozenset[str]) -> int:
    return sum(word in telling for word in words)
