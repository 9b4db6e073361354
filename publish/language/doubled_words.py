"""Words that may stand twice in a row, by language.

A language that is not here doubles words by its grammar (Turkish ``yavaş yavaş``, Indonesian ``orang orang``), or is not
known well enough: then nothing can be said about a word that stands twice.
"""

from __future__ import annotations

_WORDS = {
    "en": "that had is do did was her you who it so very far long many much more no yes now there hear bye ha ho he hee blah "
    "knock tut hey aye well good too really never out in on up boo choo tick hush quick please again round",
    "es": "casi muy luego tan sí no ja je ya bien poco nada toma vamos que mucho así venga paso",
    "fr": "nous vous très si non oui ha hé bien en faire là trop tout petit doucement tant",
    "de": "die der das den dem sie es ihr sehr zu ja nein ha he so nach nur war wenn alle dass weit immer ganz viel",
    "it": "sì si no piano via man poco ciao che molto tanto quasi pian presto lì mano",
    "pt": "sim não já quase muito logo que lá bem foi nem tão pouco",
    "nl": "die dat haar zijn was heel zo nee ja ha is het",
    "ca": "quasi molt sí no que ja bé poc",
    "sv": "som så nej ja ha är det den om för", "da": "som så nej ja ha er det den der for om", "nb": "som så nei ja ha er det den for om",
    "nn": "som så nei ja ha er det den for om", "no": "som så nei ja ha er det den for om",
    "fi": "niin ei joo ha se", "pl": "nie tak bardzo ha no już się", "cs": "ne ano ha tak velmi se už",
}  # fmt: skip
MAY_BE_DOUBLED = {language: frozenset(words.split()) for language, words in _WORDS.items()}
