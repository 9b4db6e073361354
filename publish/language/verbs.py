"""How a demand begins: with a verb, with a noun or what belongs to one, or with “that”.

Only what is plain is told. A word that may be a verb or something else (*open*, *end*, *free*) is a verb where an article or
the like follows, and a noun where a preposition does that seldom follows a verb.
"""

from __future__ import annotations

import re
from enum import Enum

from . import base


class Opening(Enum):
    VERB = "verb"
    NOUN = "noun"
    THAT = "that"


# Words that are verbs at the beginning of a demand, and nothing else.
_VERBS = {
    "en": "abolish accept achieve adopt allow amend appoint arrest ask begin bring build buy close collect compensate convene create "
    "decriminalise decriminalize defend defund deliver demilitarise demilitarize deport disarm disband dismantle dissolve "
    "divest elect eliminate employ enable enact enforce ensure establish evict exempt expand expel expropriate extend "
    "forbid forgive free give grant guarantee halt hire implement improve include introduce invest keep legalise legalize let lift "
    "lower make maintain nationalise nationalize open prevent prohibit prosecute protect provide publish put raise recognise "
    "recognize reduce refuse reinstate reject remove renationalise renew repair replace repeal restore scrap secure send set settle "
    "shut socialise socialize spend start suspend take tell train unite vote withdraw write",
    "es": "abrir abolir acabar aumentar bajar cancelar cerrar cesar congelar construir contratar crear defender dejar derogar "
    "destinar devolver disolver elevar eliminar exigir expropiar facilitar frenar garantizar impedir implantar incluir instalar "
    "invertir investigar legalizar liberar mantener mejorar nacionalizar ofrecer pagar parar permitir plantar poner prohibir "
    "proteger publicar recuperar reducir regularizar respetar restituir retirar subir suprimir suspender terminar",
    "fr": "abolir abroger accorder accueillir améliorer annuler arrêter assurer augmenter autoriser baisser bloquer cesser "
    "construire créer défendre donner embaucher empêcher étendre exproprier fermer financer garantir geler instaurer "
    "interdire lever libérer lutter maintenir mettre nationaliser ouvrir payer permettre planter protéger publier réduire "
    "refuser régulariser rendre rétablir respecter retirer réquisitionner supprimer suspendre taxer titulariser",
}  # fmt: skip
# Words that may be verbs: what follows decides.
_PERHAPS = frozenset(
    "access aid audit ban control cost cut demand end fight free fund house increase limit lower open pay plan plant press protest "
    "release rent respect return review share start stop strike support train transfer transport vote work".split()
)
_FOLLOWS_VERB = frozenset("the a an all any every each no our their his her its this that these those it them us both more".split())
_FOLLOWS_NOUN = frozenset("of for to in on by and or at".split())
_BEFORE_NOUNS = {
    "en": "the a an no one two three four five more all every full equal better fair decent safe immediate free universal public affordable adequate",
    "es": "el la los las un una unos unas ningún ninguna más mejores menos",
    "fr": "le la les l un une des du aucun aucune plus davantage",
    "de": "der die das ein eine kein keine keinen mehr weniger bessere gleicher gleiche",
}
_NOUN_ENDS = {
    "en": r"(?:tion|sion|ment|ance|ence|ity|ness|ship|ism|dom|ers|ion|age|ages)s?$",
    "es": r"(?:ción|sión|dad|miento|anza|encia|ismo|ura|aje)s?$",
    "fr": r"(?:tion|sion|ité|ment|ance|ence|isme|ure|age)s?$",
    "de": r"(?:ung|heit|keit|schaft|ismus|nahme|stopp|ion)(?:en)?$",
}
_THAT = {"en": "that", "es": "que", "fr": "que qu", "de": "dass"}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 400  # signs
# A German demand with a verb has it at its end: "die Mieten senken".
_GERMAN_VERB_LAST = re.compile(r"(?<![\w-])[a-zäöüß]{3,}(?:en|ern|eln)[.!;,]?$")


def opening(text: str, lang: str) -> Opening | None:
    """How a demand begins, or in German what it is built on; None where that is not plain."""
    language = base(lang)
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])[:2]]
    if not words or language not in _THAT:
        return None
    if words[0] in _THAT[language].split():
        return Opening.THAT
    if language == "de":
        return _german(text, words[0])
    verb = _is_verb(words, language)
    if verb is None and language == "en" and words[0] in _PERHAPS:
        return None
    return Opening.VERB if verb else Opening.NOUN if verb is False or _is_noun(words[0], language) else None


def _is_verb(words: list[str], language: str) -> bool | None:
    """None where it cannot be told."""
    following = words[1] if len(words) > 1 else ""
    if language == "en" and words[0] in _PERHAPS:
        return True if following in _FOLLOWS_VERB else False if following in _FOLLOWS_NOUN else None
    return True if words[0] in _VERBS[language].split() else None


def _is_noun(word: str, language: str) -> bool:
    return word in _BEFORE_NOUNS[language].split() or (len(word) > 5 and re.search(_NOUN_ENDS[language], word) is not None)


def _german(text: str, first: str) -> Opening | None:
    end = text.rstrip()[-60:]
    if _GERMAN_VERB_LAST.search(end):
        return Opening.VERB
    return Opening.NOUN if re.search(_NOUN_ENDS["de"], first) else None
