"""The marks a language is set with: its quotes, dashes and the words that marks depend on.

A *run* of text, as the functions of ``quotes``, ``dashes`` and ``spaces`` take it, is one
paragraph's words in one string. What is not plain words stands in it as one of the signs below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# Unicode keeps these code points free for use inside programs, so they are in no real text.
BORDER = "\ufdd0"  # emphasis, a link or the like begins or ends here, or a note is called: not seen by rules
WORD = "\ufdd1"  # read as a word, never changed: code, an image, words in another language
BREAK = "\ufdd2"  # a line break set by the author: a space to the rules
ADDRESS = "\ufdd3"  # stands for a web or mail address found in the words: like WORD
SIGNS = re.compile("[\ufdd0-\ufdd3]")

NO_BREAK = "\u00a0"
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Marks:
    """How one language is set.

    ``outer`` and ``inner`` are pairs of quotes. ``leading`` are words that drop their beginning and
    take an apostrophe there (``'tis``). ``numbered`` are abbreviations that belong to the number
    after them, ``titled`` those that belong to the name after them, ``clinging`` the short words
    that must not end a line. ``narrow`` sets French spaces before ``; : ! ?`` and inside « ».
    """

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    ellipsis: str = "…"
    dash: str = "–"
    leading: frozenset[str] = frozenset()
    numbered: tuple[str, ...] = ("No", "Nos", "no", "p", "pp", "§")
    titled: tuple[str, ...] = ()
    clinging: str = ""
    narrow: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = Marks(
    leading=_words("tis twas twere twill til till em cause bout round n cos neath gainst nuff tween twixt"),
    numbered=("No", "Nos", "no", "nos", "p", "pp", "vol", "ch", "fig", "Fig", "art", "Art", "§", "№"),
    titled=("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St"),
)
_FRENCH = Marks(
    outer=("«", "»"), inner=("“", "”"), narrow=True,
    numbered=("p", "pp", "n°", "N°", "nº", "art", "vol", "chap", "fig", "§", "№"),
    titled=("M", "MM", "Dr", "Pr"),
)  # fmt: skip
_GERMAN = Marks(
    outer=("„", "“"), inner=("‚", "‘"), leading=_words("s ne n nen nem ner rein raus rum runter rauf rüber"),
    numbered=("Nr", "S", "Art", "Abb", "Kap", "Bd", "Abs", "§", "§§", "№"), titled=("Dr", "Prof", "Hr", "Fr"),
)  # fmt: skip
_SPANISH = Marks(
    outer=("«", "»"), inner=("“", "”"),
    numbered=("n.º", "nº", "n°", "núm", "p", "pp", "pág", "págs", "art", "vol", "cap", "fig", "§"),
    titled=("Sr", "Sra", "Dr", "Dra", "D", "Dña"),
)  # fmt: skip
_PORTUGUESE = Marks(
    numbered=("n.º", "nº", "n°", "p", "pp", "pág", "págs", "art", "vol", "cap", "fig", "§"),
    titled=("Sr", "Sra", "Dr", "Dra"),
)
_ITALIAN = Marks(
    outer=("«", "»"), inner=("“", "”"), leading=_words("sto sta sti ste ndrangheta"),
    numbered=("n", "nn", "n°", "p", "pp", "pag", "pagg", "art", "artt", "vol", "cap", "fig", "§"),
    titled=("Sig", "Dott", "Prof"),
)  # fmt: skip
_TURKISH = Marks(numbered=("No", "no", "s", "c", "madde", "§"), titled=("Dr", "Prof"))
_ARABIC = Marks(outer=("«", "»"), inner=("“", "”"))
_CHINESE = Marks(ellipsis="……")
_CORNERS = Marks(outer=("「", "」"), inner=("『", "』"), ellipsis="……")
_RUSSIAN = Marks(outer=("«", "»"), inner=("„", "“"), dash="—", numbered=("№", "стр", "с", "гл", "ст", "§"))

MARKS = {
    "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN, "pt": _PORTUGUESE, "it": _ITALIAN,
    "tr": _TURKISH, "ar": _ARABIC, "zh": _CHINESE, "zh-hant": _CORNERS, "zh-tw": _CORNERS, "zh-hk": _CORNERS,
    "ja": _CORNERS,
    "de-ch": replace(_GERMAN, outer=("«", "»"), inner=("‹", "›")),
    "pl": Marks(outer=("„", "”"), inner=("«", "»"), numbered=("nr", "s", "art", "t", "§"), clinging="aiouwz"),
    "cs": Marks(outer=("„", "“"), inner=("‚", "‘"), numbered=("č", "s", "str", "čl", "§"), clinging="kosuvzai"),
    "nl": Marks(leading=_words("s t n k m"), numbered=("nr", "p", "blz", "art", "§")),
    "sv": Marks(outer=("”", "”"), inner=("’", "’")), "fi": Marks(outer=("”", "”"), inner=("’", "’")),
    "da": Marks(outer=("»", "«"), inner=("›", "‹")), "nb": Marks(outer=("«", "»"), inner=("‘", "’")),
    "nn": Marks(outer=("«", "»"), inner=("‘", "’")), "no": Marks(outer=("«", "»"), inner=("‘", "’")),
    "ru": _RUSSIAN, "uk": _RUSSIAN, "be": _RUSSIAN,
    "el": Marks(outer=("«", "»"), inner=("“", "”")), "ca": Marks(outer=("«", "»"), inner=("“", "”")),
    "fa": _ARABIC, "hu": Marks(outer=("„", "”"), inner=("»", "«")), "ro": Marks(outer=("„", "”"), inner=("«", "»")),
}  # fmt: skip
_OTHER = Marks()


def marks_for(lang: str) -> Marks:
    """The marks of the nearest tag in the table; plain curly quotes for a language that is not in it."""
    parts = lang.lower().replace("_", "-").split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((MARKS[tag] for tag in tags if tag in MARKS), _OTHER)


def is_east_asian(sign: str) -> bool:
    """Chinese or Japanese writing, its full-width marks included; Korean parts its words by spaces."""
    return (
        "\u3000" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"
        or "\uff00" <= sign <= "\uff65" or "\U00020000" <= sign <= "\U0003ffff"
    )  # fmt: skip
