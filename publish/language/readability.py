"""How hard a text is to read, by the formula made for its language: lengths of sentences and words, and nothing else.

English: R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948). German: T. Amstad, *Wie verständlich
sind unsere Zeitungen?* (Zürich 1978). Spanish: J. Fernández Huerta, “Medidas sencillas de lecturabilidad”, Consigna 214 (1959),
in its form for syllables a word and words a sentence. French: L. Kandel and A. Moles, “Application de l’indice de Flesch à la
langue française”, Cahiers d’études de radio-télévision 19 (1958).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import base

_LOOKED_AT = 250_000  # letters
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_END = re.compile(r"[.!?…](?=[”’»)\"]*(?:\s|$))")
# What is heard as one vowel, and endings that are not heard.
_VOWELS = {
    "en": re.compile(r"[aeiouy]+"),
    "de": re.compile(r"ei|ie|au|eu|äu|ai|aa|ee|oo|[aeiouyäöüé]"),
    "es": re.compile(r"[iuüy]?[aeoáéó][iuy]?|[iuíúü]+"),
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]+"),
}
_SILENT = {
    "en": re.compile(r"[^aeiouyl]e(?:s|d)?\b(?<![td]ed)(?<![cghsxz]es)(?<!\bthe)(?<!\b[bhmw]e)"),
    "fr": re.compile(r"[^aeiouyàâäéèêëîïôöùûüœ](?:e|es|ent)\b(?<!\b.e)(?<!\b.es)(?<!\b.ent)(?<!ment)"),
}
# name, constant, loss for each word a sentence, loss for each syllable a word
_FORMULAS = {
    "en": ("Flesch", 206.835, 1.015, 84.6),
    "de": ("Amstad", 180.0, 1.0, 58.5),
    "es": ("Fernández Huerta", 206.84, 1.02, 60.0),
    "fr": ("Kandel and Moles", 207.0, 1.015, 73.6),
}


@dataclass(frozen=True, slots=True)
class ReadingEase:
    """``score`` is about 100 for easy and 0 for very hard; ``sentence`` words a sentence, ``syllables`` syllables a word."""

    formula: str
    score: float
    words: int
    sentence: float
    syllables: float


def measured(texts: Iterable[str], lang: str) -> ReadingEase | None:
    """How easy some paragraphs are; None without words, or where there is no formula for the language.

    Syllables are counted by their vowels, which is right for nine words of ten; the mean hardly suffers.
    """
    language = base(lang)
    if language not in _FORMULAS:
        return None
    text = "\n".join(_enough(texts)).lower()
    words = len(_WORD.findall(text))
    if not words:
        return None
    ends = max(1, len(_END.findall(text)))
    name, constant, for_sentence, for_word = _FORMULAS[language]
    sentence, syllables = words / ends, max(1.0, _syllables(text, language) / words)
    return ReadingEase(name, constant - for_sentence * sentence - for_word * syllables, words, sentence, syllables)


def _enough(texts: Iterable[str]) -> Iterator[str]:
    """The first so many letters: more would hardly change the figure."""
    taken = 0
    for text in texts:
        if taken > _LOOKED_AT:
            return
        taken += len(text)
        yield text


def _syllables(text: str, language: str) -> int:
    silent = len(_SILENT[language].findall(text)) if language in _SILENT else 0
    return len(_VOWELS[language].findall(text)) - silent
