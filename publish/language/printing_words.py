"""The words of printing instructions and of the test sheet, by language: English, Spanish, French and German, else English.

The keys and the ``{places}`` are the same in all tables (a test holds this).
"""

from __future__ import annotations

from . import base
from .marks import NARROW, NO_BREAK
from .print_test_phrases import TEST_PHRASES
from .printing_phrases import PHRASES
from .trimming_phrases import TRIMMING_PHRASES

TABLES = {lang: {**phrases, **TRIMMING_PHRASES[lang], **TEST_PHRASES[lang]} for lang, phrases in PHRASES.items()}
# Spaces that no line may break at, as these phrases need them: inside « », before ; : ! ? and between number and unit.
_TOGETHER = (
    ("« ", f"«{NO_BREAK}"), (" »", f"{NO_BREAK}»"), (" :", f"{NO_BREAK}:"), (" ;", f"{NARROW};"), (" ?", f"{NARROW}?"), (" !", f"{NARROW}!"),
    ("{n} ", f"{{n}}{NO_BREAK}"), (" {n}", f"{NO_BREAK}{{n}}"), (" {front}", f"{NO_BREAK}{{front}}"), (" {back}", f"{NO_BREAK}{{back}}"),
    (" {first}", f"{NO_BREAK}{{first}}"), (" {page}", f"{NO_BREAK}{{page}}"), (" %", f"{NO_BREAK}%"),
)  # fmt: skip


def words_language(lang: str) -> str:
    """The language in which instructions for a publication in ``lang`` are written."""
    return base(lang) if base(lang) in TABLES else "en"


def phrase(key: str, lang: str, n: float = 1, digits: int = 0, **given: object) -> str:
    """A phrase in a language, in its form for ``n`` of something, with what stands in its places."""
    return _held(TABLES[words_language(lang)][key], n).format(n=number(n, lang, digits), **given)


def _held(text: str, n: float) -> str:
    """The form of a phrase for ``n``, its spaces made such as no line breaks at where it must not."""
    one, _, more = text.partition("|")
    form = one if n == 1 or not more else more
    for loose, tight in _TOGETHER:
        form = form.replace(loose, tight)
    return form


def number(value: float, lang: str, digits: int = 0) -> str:
    """A number as the language writes it, with at most so many digits behind the point, and none that is a bare 0."""
    table = TABLES[words_language(lang)]
    whole, _, rest = f"{value:,.{digits}f}".partition(".")
    rest = rest.rstrip("0")
    # Outside English, numbers of four digits are not grouped.
    sign = table["thousands"].replace(" ", NARROW) if len(whole) > len("9,999") or table is TABLES["en"] else ""
    grouped = whole.replace(",", sign)
    return grouped + (table["point"] + rest if rest else "")


def decimal_point(lang: str) -> str:
    """What stands before the tenths."""
    return TABLES[words_language(lang)]["point"]


def percentage(value: float, lang: str) -> str:
    """A percentage: ``100%``, or ``100 %`` where the language has a space there."""
    return number(value, lang) + TABLES[words_language(lang)]["percent"].replace(" ", NO_BREAK)


def listing(items: list[str], lang: str) -> str:
    """Things in a row, joined as the language joins them."""
    table = TABLES[words_language(lang)]
    *first, last = items or [""]
    return table["comma"].join(first) + (table["and"] if first else "") + last
