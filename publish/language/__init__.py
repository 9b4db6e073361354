"""What the project knows of languages: the words it writes, the cues it reads, the marks it sets.

Language tags are BCP 47 (``pt-BR``, ``zh-Hant``). Nothing in this package knows of files or
formats, and only ``dates`` asks a library (Babel), when a date is really at hand.
"""

from __future__ import annotations

import re

_SHAPE = re.compile(
    r"(?P<primary>[a-z]{2,3})"
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|\d{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,4}"  # variants
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8}){1,4}){0,3}"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8}){1,4})?",  # private use
    re.IGNORECASE,
)

_KNOWN = frozenset(
    # ISO 639-1
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz "
    "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii "
    "ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi "
    "mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw "
    "sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk "
    "ur uz ve vi vo wa wo xh yi yo za zh zu "
    # languages without a two-letter code that people publish in, and codes for no one language
    "ace arc arn arz ast bal bho ceb chr ckb cmn cop crh csb dsb fil frp fur fuv gag gsw hak haw hil hmn hsb "
    "kab kmr kok krl lad ltg lzh mai mni mul nah nan nap nds non nso pap pcm pnb prs quc rap rmy rom sat scn "
    "sco sgs shi smj smn sms srn syr szl tet tlh tpi tzl tzm und vec wuu yue zgh zxx".split()
)
_RIGHT_TO_LEFT = frozenset("ar arc arz bal ckb dv fa he lad nqo pnb prs ps sd syr ug ur yi".split())


def base(lang: str) -> str:
    """The language alone, without region or script: ``pt-BR`` gives ``pt``."""
    return lang.replace("_", "-").partition("-")[0].lower()


def is_rtl(lang: str) -> bool:
    """Is this language written from right to left? A script in the tag (``az-Arab``) decides first."""
    tag = lang.replace("_", "-").lower()
    script = next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
    if script:
        return script in {"arab", "hebr", "syrc", "thaa", "nkoo"}
    return base(tag) in _RIGHT_TO_LEFT


def valid_tag(lang: str) -> bool:
    """Has this the shape of a BCP 47 tag, and a language that we know of?"""
    match = _SHAPE.fullmatch(lang)
    return match is not None and match["primary"].lower() in _KNOWN
