"""Where sentences end."""

from __future__ import annotations

import re

from . import base

_CLOSERS = "\"'”’»›）)\\]」』"
_GERMAN_CLOSERS = "“‘"  # which open in other languages: they close only where a space follows
_END = re.compile(rf"[。！？]+[{_CLOSERS}]*|[.!?…؟۔]+[{_CLOSERS}{_GERMAN_CLOSERS}]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W_]+)*$|\d+$")
_WORD_WINDOW = 24  # no abbreviation is longer

_ABBREVIATIONS = {
    "en": "mr mrs ms mx dr prof st rev hon gen col sgt capt sen rep gov vs etc cf al ed eds vol no nos pp fig inc ltd "
    "co corp jr sr jan feb mar apr jun jul aug sept sep oct nov dec approx dept est",
    "es": "sr sra srta dr dra ud uds vd pág págs núm art cap vol ed etc aprox gral cía av",
    "fr": "m mm mme mlle mmes dr pr st ste cf etc art chap vol éd env av apr",
    "de": "bzw usw evtl ca dr prof hr fr nr str abs art bd hrsg vgl inkl ggf sog etc jh st mio mrd abb kap",
    "pt": "sr sra dr dra prof profa exmo pág págs núm art cap vol ed etc av aprox",
    "it": "sig sigg dott prof avv ing pag pagg art cap vol ed ecc es cfr",
    "tr": "dr prof doç av vb vd vs bkz örn yy cad sok no",
}
_ABBREVIATED = {lang: frozenset(words.split()) for lang, words in _ABBREVIATIONS.items()}
_ORDINAL_STOP = frozenset({"de", "tr", "pl", "cs", "da", "nb", "fi", "hu"})
# After "U.S." a new sentence is believed only when it opens with a word that names nothing.
_OPENERS = frozenset("The This That These Those We Our They Their He She It In On At But And Yet When If As".split())


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """The sentences as (start, end) offsets; put together they are the whole text, spaces included."""
    starts = [0, *_starts(text, lang)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []


def last_sentence(text: str, lang: str = "en") -> int:
    """Where the last sentence of a paragraph starts: an offset into the text."""
    found = sentences(text, lang)
    return found[-1][0] if found else 0


def _starts(text: str, lang: str) -> list[int]:
    found = []
    for end in _END.finditer(text):
        start = end.end()
        while start < len(text) and text[start].isspace():
            start += 1
        if start < len(text) and _ends_here(text, end, start, base(lang)):
            found.append(start)
    return found


def _ends_here(text: str, end: re.Match[str], start: int, lang: str) -> bool:
    if end[0][0] in "。！？؟!?":
        return not text[start].islower()
    if text[start].islower() or text[start] in ",;:—–-":
        return False
    if end[0][0] != "." or end[0].startswith(".."):
        return True
    return not _abbreviated(text, end.start(), start, lang)


def _abbreviated(text: str, stop: int, start: int, lang: str) -> bool:
    match = _LAST_WORD.search(text, max(0, stop - _WORD_WINDOW), stop)
    if match is None:
        return False
    word = match[0]
    if word.isdigit():
        return lang in _ORDINAL_STOP and len(word) <= 2
    if len(word.rpartition(".")[2]) == 1:
        return not ("." in word and text[start : start + 8].split()[0] in _OPENERS)
    return word.lower() in _ABBREVIATED.get(lang, _ABBREVIATED["en"])
