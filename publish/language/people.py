"""Names of people, and the bylines that hold them."""

from __future__ import annotations

import re

from . import base

PARTICLES = frozenset("de del della di da das dos do du des la le las los van von der den ten ter zu zur al el bin ibn ben bint abu y e".split())
# The small words that names of unions, groups and committees are made with.
_IN_GROUP_NAMES = PARTICLES | frozenset(
    "the of for and in at on against a an les des aux pour et contre en para por contra der die das für gegen und im am "
    "o os as dos para il lo gli i per contro em no na".split()
)
_OPENS_A_SUBTITLE = frozenset(
    "the a an our their his her its my this these what why how part chapter volume book edition no price open first second "
    "third new el la los las un una le les une der die das ein eine il lo gli uno o os um uma nuestro nuestra nos notre "
    "unser unsere partie parte teil kapitel".split()
)
_ENDS_A_SUBTITLE = frozenset(
    "demands letter edition report pamphlet manifesto reader union party committee council league press one two three "
    "demandas carta manifiesto lettre manifeste brief bericht flugblatt manifest".split()
)
_CAPITALISED = re.compile(
    r"(?:[^\W\d_][’'-])?[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*"  # Ann-Marie, O'Neill
    r"|[^\W\d_]\.(?:-?[^\W\d_]\.)*"  # J., J.-P.
    r"|Jr\.|Sr\."
)
# How names are written that have no capitals. These patterns take some time to make; so it is done for a text in such a language.
_HAN_NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:[·・][\u4e00-\u9fff]{1,8}){1,3}"
_JAPANESE_NAME = (
    r"[\u4e00-\u9fff々]{1,4}[ \u3000]?[\u4e00-\u9fff々\u3040-\u309f]{1,4}"
    r"|[\u30a0-\u30ff]{1,12}(?:[・＝][\u30a0-\u30ff]{1,12}){1,3}"
)
_ARABIC_NAME = r"[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12}){1,4}"
_WITHOUT_CAPITALS = {"zh": _HAN_NAME, "ja": _JAPANESE_NAME, "ar": _ARABIC_NAME}
_JOINED = re.compile(
    r"\s?[,;&،、，]\s?(?:(?:and|und|et|y|e|ve)\s)?"
    r"|\s(?:and|und|et|y|e|ve|with|mit|avec|con|com)\s"
    r"|\sو(?=\S)|(?<=\S)[和と](?=\S)"
)
_LONGEST_LINE = 160
_LONGEST_NAME = 60

_BY = {
    "en": r"(?:written )?by:?\s",
    "es": r"(?:escrito )?por:?\s|autora?s?:\s",
    "fr": r"par:?\s",
    "de": r"von:?\s",
    "pt": r"(?:escrito )?por:?\s|autora?s?:\s",
    "it": r"di:?\s|a cura di:?\s",
    "tr": r"yazan(?:lar)?\s?:\s?",
    "ar": r"بقلم\s?:?\s|كتبها?\s?:\s?",
    "zh": r"作者\s?[:：]\s?|文\s?[:：/／]\s?",
    "ja": r"著者\s?[:：]\s?|文\s?[:：/／]\s?",
}
_AFTER_NAME = re.compile(r"(.{2,40}?)\s?(?:编?著|編?著|撰)$")


def byline(line: str, lang: str, *, bare: bool = False) -> tuple[str, ...] | None:
    """The names in a line that says who wrote, as ``By Ann Author and Bob Writer``; else ``None``.

    With ``bare`` a line of nothing but names is one, too.
    """
    text = " ".join(line.split())
    if not 0 < len(text) <= _LONGEST_LINE:
        return None
    for language in dict.fromkeys((base(lang), "en")):
        if match := re.match(_BY.get(language, r"(?!)"), text, re.IGNORECASE):
            return _names(text[match.end() :], lang) or _group(text[match.end() :])
    if base(lang) in ("zh", "ja") and (match := _AFTER_NAME.fullmatch(text)):
        return _names(match[1], lang)
    return _names(text, lang) if bare and not _names_a_thing(text) else None


def _names_a_thing(text: str) -> bool:
    """A line of capitalised words that is a subtitle: ``Our Demands``, ``Part One``, ``Open Letter``."""
    words = text.lower().split(" ")
    return words[0] in _OPENS_A_SUBTITLE or words[-1] in _ENDS_A_SUBTITLE


def _names(text: str, lang: str) -> tuple[str, ...] | None:
    names = tuple(name for name in _JOINED.split(text.strip()) if name)
    return names if names and all(is_name(name, lang) for name in names) else None


def _group(text: str) -> tuple[str, ...] | None:
    """The name of a body after the word "by": ``the Tenants of Harbour Row``, ``la Asamblea de Vecinos``."""
    words = text.split(" ")
    small = [word for word in words if not is_capitalised(word)]
    if len(text) > _LONGEST_NAME or len(words) < 2 or not is_capitalised(words[-1]):
        return None
    return (text,) if all(word.lower() in _IN_GROUP_NAMES for word in small) else None


def is_name(text: str, lang: str) -> bool:
    """Does this look like one person's name: two to five capitalised words, particles between them?"""
    if len(text) > _LONGEST_NAME:
        return False
    if (pattern := _WITHOUT_CAPITALS.get(base(lang))) and re.fullmatch(pattern, text):
        return True
    words = text.split(" ")
    capitalised = [word for word in words if is_capitalised(word)]
    others = [word for word in words if not is_capitalised(word)]
    if not 2 <= len(capitalised) <= 5 or any(word.lower() not in PARTICLES for word in others):
        return False
    return is_capitalised(words[-1]) and (words[0] == capitalised[0] or len(words) > len(capitalised))


def is_capitalised(word: str) -> bool:
    """``Ann-Marie``, ``O'Neill``, ``J.``, ``ANN``, ``al-Rashid``."""
    core = word[3:] if word[:3].lower() in ("al-", "el-", "as-") else word
    return bool(core) and core[0].isupper() and _CAPITALISED.fullmatch(core) is not None
