"""Names of people as catalogues file them: ``Quay, Ann``.

The rules are those by which libraries of each language file names (IFLA, Names of Persons, 4th edition): where the
family name stands, and whether a particle before it goes with it. Where a name may be that of a group, or nobody
can tell which word is the family's, nothing is said: a name filed wrongly is harder to find than one that is not filed.
"""

from __future__ import annotations

import re

from . import base
from .people import PARTICLES, is_name

# The family's name comes first, as it is said.
_FAMILY_FIRST = frozenset("hu vi zh yue ja ko".split())
# Patterns of so many letters take some time to make; so it is done when a name in such a language is asked for.
_WRITTEN_IN = {
    "zh": "[\u3400-\u9fff·・ ]+", "yue": "[\u3400-\u9fff·・ ]+",
    "ja": "[\u3040-\u30ff\u3400-\u9fff々・＝ \u3000]+", "ko": "[\uac00-\ud7af\u3400-\u9fff· ]+",
}  # fmt: skip
# There is no family's name to file by, or nothing in the name tells which word it is.
_AS_THEY_ARE = frozenset("ar fa ur ps ckb sd he yi is am ti id ms jv su my ta te kn ml si bo dz".split())
# The particles that stand with the family's name when it is filed; elsewhere they go behind the given names.
_ENGLISH = PARTICLES | frozenset("le la st".split())
_KEPT: dict[str, frozenset[str]] = {
    "en": _ENGLISH, "cy": _ENGLISH, "ga": _ENGLISH, "gd": _ENGLISH, "af": _ENGLISH,
    "it": frozenset("de di da del della dello dei degli delle dal dalla la lo li de' d'".split()),
    "fr": frozenset("du des la le les".split()),
    "de": frozenset("zum zur am im vom la le du".split()),
    "ro": frozenset("de".split()),
}  # fmt: skip
# An article stays with the name where it stands before it alone: Las Heras, but Cruz, de la.
_SPANISH_ARTICLES = frozenset("la las los".split())
_SMALL = PARTICLES | frozenset("dello dei degli delle dal dalla lo li af zum am im vom e".split())
_SUFFIXES = frozenset("jr. jr sr. sr ii iii iv".split())
# In Portuguese they belong to the family's name.
_KIN = frozenset("filho neto júnior junior sobrinho".split())
_SECOND_GIVEN = frozenset(
    "ángel antonio carlos carmen cristina elena enrique fernanda fernando isabel javier jesús josé juan julia laura luis "
    "luisa manuel maría mercedes miguel pablo pilar ramón rosa teresa".split()
)
_PATRONYMIC = re.compile(r".+(вич|вна|ична|йович)", re.IGNORECASE)
# Words that names of unions, groups, papers and offices are made with, and names of people are not.
_GROUP = frozenset(
    "academy action agency alliance assembly association authority board branch brigade bureau campaign centre center church circle "
    "city club coalition collective commission committee commune community company congress convention cooperative council crew "
    "department editors federation forum foundation friends front group guild house initiative institute international league library "
    "local ministry mothers movement museum neighbours neighbors network news office organisation organization party people press "
    "project publishers publishing residents school section service society staff students syndicate team tenants times tower trust "
    "union university voices women workers workshop youth against aid cleaners climate defence defense democrats drivers emergency "
    "freedom greens housing justice labor labour liberation migrants nurses parents peace pensioners rebellion refugees renters "
    "resistance riders rights sailors shift sisters socialist socialists solidarity strike strikers survivors teachers uncut unity "
    "watch works académie asamblea asociación assemblée associação associazione ateneo bewegung bund bündnis cellule centro colectiva "
    "colectivo coletivo collectif collettivo comisión comité comitato comitê confederación confédération confederazione consejo "
    "conseil coordinadora cooperativa editorial équipe equipo federación fédération federazione frente fundación fondation fondazione "
    "gemeinde gesellschaft gewerkschaft groupe grupo gruppe gruppo instituto institut istituto kollektiv komitee liga ligue "
    "movimiento movimento mouvement netzwerk organización partei parti partido partito plataforma rat red redaktion rédaction "
    "redacción redazione sección sindacato sindicato sociedad société syndicat trabajadores trabajadoras unión unione universidad "
    "universität université vecinos vecinas verein verband verlag vereniging vakbond werkgroep комитет союз профсоюз группа партия "
    "совет общество движение федерация".split()
)
_NO_PERSON = re.compile(r"\bco-op\b|[0-9&/+@]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_INITIALISM = re.compile(r"\b[^\W\d_]{2,}\b")
_INITIAL = re.compile(r"(?:\w\.-?)+")


def sort_name(name: str, lang: str) -> str:
    """How a person's name is filed in a language: ``Quay, Ann``; empty for a group, and where that cannot be told."""
    name, language = " ".join(name.split()), base(lang)
    if language in _AS_THEY_ARE or not is_name(name, lang) or _is_group(name):
        return ""
    if language in _FAMILY_FIRST:
        pattern = _WRITTEN_IN.get(language)
        return name if pattern is None or re.fullmatch(pattern, name) else ""
    *words, suffix = [*name.split(" "), ""] if name.split(" ")[-1].lower() not in _SUFFIXES else name.split(" ")
    if len(words) < 2 or _PATRONYMIC.fullmatch(words[-1]):
        return ""
    family, given, moved = _with_particles(words, _family_start(words, language), language)
    if not given:
        return ""
    filed = f"{' '.join(family)}, {' '.join((*given, *moved))}"
    return f"{filed}, {suffix}" if suffix else filed


def _is_group(name: str) -> bool:
    """Whether a name may be that of a group: a word that only groups have, or letters that stand for several words."""
    shouted = [word for word in _INITIALISM.findall(name) if word.isupper()]
    words = _WORD.findall(name.lower())
    return not _GROUP.isdisjoint(words) or bool(_NO_PERSON.search(name)) or (bool(shouted) and not name.isupper())


def _family_start(words: list[str], language: str) -> int:
    """Where the family's names begin, its particles aside."""
    last = len(words) - 1
    match language:
        case "pt" if words[last].lower() in _KIN and last > 1:
            return last - 1
        case "es" | "gl" | "eu" | "ast" | "ca":
            return _spanish_start(words)
        case _:
            return last


def _spanish_start(words: list[str]) -> int:
    """Of two family names, which may be joined by ``y``, the first is filed."""
    last = len(words) - 1
    if last > 2 and words[last - 1] in ("y", "e", "i"):
        return last - 2
    large = [number for number, word in enumerate(words) if word.lower() not in _SMALL and not _INITIAL.fullmatch(word)]
    two_given = len(large) == 3 and words[large[1]].lower() in _SECOND_GIVEN
    return large[-2] if len(large) > 2 and not two_given else last


def _with_particles(words: list[str], start: int, language: str) -> tuple[list[str], list[str], list[str]]:
    """The family's name, the given names, and the particles that stand behind them when they are filed."""
    first = start
    while first > 0 and words[first - 1].lower() in _SMALL:
        first -= 1
    kept = _KEPT.get(language, frozenset())
    if language == "es" and start - first == 1:
        kept = _SPANISH_ARTICLES
    stays = next((number for number in range(first, start) if words[number].lower() in kept), start)
    return words[stays:], words[:first], words[first:stays]
