"""Who speaks, by the sentence that brings a quotation.

Only what looks like a person's name beyond doubt is taken; in doubt the answer is empty.
"""

from __future__ import annotations

import re

from . import base
from .people import PARTICLES, is_capitalised

_VERBS = {
    "en": "said says wrote writes explained explains declared declares stated states remarked observed noted "
    "notes argued argues asked asks added adds told replied announced insisted warned concluded recalled "
    "commented continued put demanded",
    "es": "dijo dice escribió escribe explicó explica declaró declara afirmó afirma señaló señala preguntó añadió advirtió respondió sostuvo recordó",
    "fr": "dit disait écrit écrivait écrivit expliqua expliquait explique déclara déclare déclarait affirma affirme demanda répondit ajouta nota notait",
    "de": "sagte sagt schrieb schreibt erklärte erklärt betonte meinte meint fragte antwortete forderte bemerkte stellte notierte warnte",
    "pt": "disse diz escreveu escreve explicou explica declarou declara afirmou afirma perguntou respondeu acrescentou",
    "it": "disse dice scrisse scrive scriveva spiegò spiega spiegava dichiarò dichiara affermò afferma chiese rispose aggiunse",
    "tr": "dedi söyledi yazdı açıkladı anlattı diyor yazıyor diyordu yazmıştı sordu belirtti",
}
_ACCORDING = {
    "en": "according to|in the words of", "es": "según|en palabras de", "fr": "selon|d’après|d'après",
    "de": "laut|nach", "pt": "segundo|de acordo com|nas palavras de", "it": "secondo|nelle parole di",
}  # fmt: skip
# Between a name and its verb these may stand.
_BETWEEN = frozenset(
    "has had have once later then also famously himself herself recently publicly already simply a ha había hat "
    "hatte es so şöyle böyle şunları sonra déjà ainsi l’a l'a così".split()
)
# Capitalised at a sentence's start, or before a group's name, yet no part of a person's.
_NO_NAMES = frozenset(
    "the a an this that these those he she it they we i you who as in on at when while then but and yet so today "
    "yesterday later now one our their his her its my for after before if since el la los las un una él ella como "
    "en cuando y pero hoy ayer le les une il elle comme dans quand mais et hier der die das ein eine er sie es "
    "wie als am im und aber dann heute gestern o os um uma ele ela quando mas ontem lo gli uno lui lei nel ma "
    "ieri bir bu".split()
)
# What makes the capitals after it a group or a thing, not a person.
_ARTICLES = frozenset("the a an this that our their el la los las un una le les une il lo gli uno der die das ein eine o os".split())
_GROUPS = frozenset(
    "party union committee council league congress association federation government ministry court bank times "
    "partei gewerkschaft partido sindicato partito sindacato parti syndicat".split()
)
_TOKEN = re.compile(r"[^\s,;:()“”«»„\"]+|[,;()“”«»„\"]")
# They take some time to make; so it is done for a text in Chinese or Japanese.
_MIDDLE_DOT_NAME = (
    r"([\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}?)"
    r"(?:曾|在[^，。：]{1,20})?(?:说|說|写道|寫道|指出|解释|解釋|表示|问道|問道)"
)
_KATAKANA_NAME = r"([\u30a0-\u30fa\u30fc]{1,12}(?:[・＝][\u30a0-\u30fa\u30fc]{1,12}){1,3})[はが]"
_WINDOW = 240


def speaker(lead_in: str, lang: str) -> str:
    """Who speaks, by a sentence that ends in a colon and brings a quotation; empty unless it names a person."""
    sentence = lead_in.strip()[-_WINDOW:]
    if sentence[-1:] not in (":", "："):
        return ""
    sentence = sentence[:-1].rstrip()
    language = base(lang)
    if language in ("zh", "ja"):
        found = re.search(_MIDDLE_DOT_NAME if language == "zh" else _KATAKANA_NAME, sentence)
        return found[1] if found else ""
    tokens = _TOKEN.findall(sentence)
    for tried in dict.fromkeys((language, "en")):
        name = _before_verb(tokens, tried) or _after_verb(tokens, tried) or _according_to(sentence, tried)
        if name:
            return name
    return ""


def _last_verb(tokens: list[str], lang: str) -> int:
    verbs = _VERBS.get(lang, "").split()
    return next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].lower() in verbs), -1)


def _before_verb(tokens: list[str], lang: str) -> str:
    """``Vladimir Lenin explained``, also with an aside: ``Anna Kowalska, a driver from Leeds, said``."""
    at = _last_verb(tokens, lang) - 1
    while at >= 0 and (tokens[at].lower() in _BETWEEN or tokens[at].endswith("ly")):
        at -= 1
    if at > 0 and tokens[at] == ",":
        at = next((left - 1 for left in range(at - 1, 0, -1) if tokens[left] == ","), -1)
    return _name_ending(tokens, at)


def _after_verb(tokens: list[str], lang: str) -> str:
    """``wrote Rosa Luxemburg``, ``schrieb Rosa Luxemburg 1915``."""
    verb = _last_verb(tokens, lang)
    return _name_starting(tokens, verb + 1) if verb >= 0 else ""


def _according_to(sentence: str, lang: str) -> str:
    if lang not in _ACCORDING:
        return ""
    match = re.search(rf"\b(?:{_ACCORDING[lang]}) (.+)$", sentence, re.IGNORECASE)
    return _name_starting(_TOKEN.findall(match[1]), 0) if match else ""


def _belongs(token: str) -> bool:
    return is_capitalised(token) and token.lower() not in _NO_NAMES


def _name_ending(tokens: list[str], last: int) -> str:
    first = last
    while first >= 0 and (_belongs(tokens[first]) or tokens[first] in PARTICLES):
        first -= 1
    return _checked(tokens[first + 1 : last + 1], tokens[first] if first >= 0 else "")


def _name_starting(tokens: list[str], first: int) -> str:
    last = first
    while last < len(tokens) and (_belongs(tokens[last]) or tokens[last] in PARTICLES):
        last += 1
    return _checked(tokens[first:last], "")


def _checked(words: list[str], before: str) -> str:
    """The words as a name, unless they are too few or many, or an article makes them a group or a thing."""
    while words and words[0] in PARTICLES:
        before, words = words[0], words[1:]
    while words and words[-1] in PARTICLES:
        words = words[:-1]
    capitalised = sum(map(is_capitalised, words))
    group = any(word.lower() in _GROUPS for word in words)
    if not 2 <= capitalised <= 5 or group or before.lower() in _ARTICLES:
        return ""
    return " ".join(words)
