"""Words of links that do not say where they lead, folded."""

from __future__ import annotations

import re

from . import base

_PHRASES = {
    "en": "here|click here|click|click this|click this link|this link|link|the link|read more|more|learn more|find out more|more info|"
    "more information|see here|see more|go|go here|this page|this site|this website|website|continue|details|tap here|download",
    "es": "aqui|haz clic aqui|haga clic aqui|clic aqui|pincha aqui|pulsa aqui|este enlace|enlace|leer mas|mas|ver mas|mas informacion|saber mas",
    "fr": "ici|cliquez ici|cliquer ici|clique ici|ce lien|lien|lire la suite|en savoir plus|plus|voir plus|plus d'informations|la suite",
    "de": "hier|hier klicken|klicken sie hier|klick hier|klicke hier|dieser link|link|mehr|mehr lesen|weiterlesen|mehr erfahren|mehr infos|"
    "weitere informationen",
    "it": "qui|clicca qui|fai clic qui|questo link|link|leggi di piu|leggi tutto|di piu|scopri di piu|continua",
    "pt": "aqui|clique aqui|clica aqui|este link|link|saiba mais|leia mais|ler mais|mais|mais informacoes|ver mais",
    "tr": "burada|buraya|buraya tiklayin|tiklayin|tikla|bu link|link|devami|daha fazla|devamini oku",
    "nl": "hier|klik hier|deze link|link|lees meer|meer|meer informatie",
}
_VAGUE = {language: frozenset(phrases.split("|")) for language, phrases in _PHRASES.items()}
_ROUND = re.compile(r"^[\W_]+|[\W_]+$")


def is_vague(folded: str, lang: str) -> bool:
    """Whether a link's words, folded, say nothing in their language, or in English, which many texts mix in."""
    words = _ROUND.sub("", folded)
    return words in _VAGUE.get(base(lang), ()) or words in _VAGUE["en"]
