"""Spaces: one between words, none that breaks where the language wants the line to hold."""

from __future__ import annotations

import re
from functools import lru_cache

from .marks import BORDER, BREAK, NARROW, NO_BREAK, Marks

_SEVERAL = re.compile("  +")
_UNITS = (
    "%|‰|°C|°F|°|€|£|¥|₺|₴|₽|zł|Kčs?|Ft|kr|лв|руб|грн|EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|TRY|UAH|RUB|"
    "km/h|m/s|mph|km²|m²|cm²|km|kg|mg|µg|cm|mm|µm|m³|ml|cl|dl|hl|m|g|t|l|ha|h|min|Hz|kHz|MHz|V|kV|W|kW|kWh|MW|MWh|GW|TWh|"
    "kJ|kcal|kPa|hPa|ppm|dB|pt|px|kB|MB|GB|TB|км/ч|км/год|км|кг|мг|см|мм|м|г|т|л|мл|га|кВт"
)
_UNIT = re.compile(rf"(\d) (?=(?:{_UNITS})(?!\w))")
# 1 000 000; a number of four digits before the first space is a year, or counts something of its own.
_THOUSANDS = re.compile(r"(?<![\w.,/+–-])\d{1,3}(?: \d{3})+(?![\w/–-]|[.,]\d{4})", re.ASCII)
# Found fast, and where they are not there is nothing to do.
_BEHIND_NUMBER, _BEFORE_NUMBER = re.compile(r"\d "), re.compile(r" (?=\d)")
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SECOND_INITIAL = re.compile(r"\. [^\W\d_]\.")  # starts with plain signs, hence is found fast
_INITIALS = re.compile(r"(?<!\w)([^\W\d_]\.) (?=[^\W\d_]\.)")
_LAST_INITIAL = re.compile(rf"(?<!\w)({_UPPER}\.{NO_BREAK}{_UPPER}\.) (?={_UPPER}\w)")

_FRENCH_SPACES = " " + NO_BREAK + NARROW
_AFTER_OPENING = re.compile(rf"«[{_FRENCH_SPACES}]*(?!{BORDER}*(?:\s|$))")
_FRENCH_SIGN = re.compile("[;:!?»]")
_NO_SPACE_AFTER = "([{«“‘" + BREAK
_MAY_FOLLOW = ")]}»”’.,…!?" + BREAK


def join_spaces(run: str) -> str:
    """Runs of ordinary spaces become one."""
    return _SEVERAL.sub(" ", run) if "  " in run else run


def hold_together(run: str, marks: Marks) -> str:
    """No-break spaces: before units, inside names, and after what counts or names the next word."""
    if _BEHIND_NUMBER.search(run):
        close = NARROW if marks.narrow else NO_BREAK
        run = _UNIT.sub(rf"\g<1>{close}", run)
        run = _THOUSANDS.sub(lambda match: match[0].replace(" ", close), run)
    if _SECOND_INITIAL.search(run):
        run = _INITIALS.sub(rf"\g<1>{NO_BREAK}", run)
        run = _LAST_INITIAL.sub(rf"\g<1>{NO_BREAK}", run)
    if _BEFORE_NUMBER.search(run):
        run = _abbreviations(marks.numbered, r"\d").sub(rf"\g<1>{NO_BREAK}", run)
    if marks.titled and any(f"{word}. " in run for word in marks.titled):
        run = _abbreviations(marks.titled, _UPPER).sub(rf"\g<1>{NO_BREAK}", run)
    if marks.clinging:
        run = _clinging(marks.clinging).sub(rf"\g<1>{NO_BREAK}", run)
    return run


@lru_cache(maxsize=64)
def _abbreviations(words: tuple[str, ...], follows: str) -> re.Pattern[str]:
    forms = sorted((form for word in words for form in _forms(word)), key=len, reverse=True)
    return re.compile(rf"(?<![\w§])({'|'.join(map(re.escape, forms))}) (?={follows})")


@lru_cache(maxsize=16)
def _clinging(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([{words}]) (?=\w)", re.IGNORECASE)


def _forms(word: str) -> tuple[str, ...]:
    """An abbreviation as it is written: with its full stop, which ``nr`` has in some languages and lacks in others."""
    if word[-1] in "°º§№׳":
        return (word,)
    return (f"{word}.", word) if word in ("nr", "Nr") else (f"{word}.",)


def set_french_spaces(run: str) -> str:
    """A no-break space before ``:``, a narrow one before ``; ! ?`` and inside « », put in where missing."""
    if "«" in run:
        run = _AFTER_OPENING.sub(f"«{NARROW}", run)
    pieces: list[str] = []
    done = 0
    for sign in _FRENCH_SIGN.finditer(run):
        at = sign.start()
        words_end = _end_of_words(run, done, at)
        gap = run[words_end:at]
        if _wants_space(run, words_end, at, spaced=gap.strip(BORDER) != ""):
            pieces += run[done:words_end], gap.translate(_WITHOUT_SPACES), NO_BREAK if sign[0] == ":" else NARROW
            done = at
    return "".join([*pieces, run[done:]]) if pieces else run


_WITHOUT_SPACES = dict.fromkeys(map(ord, _FRENCH_SPACES))


def _end_of_words(run: str, start: int, at: int) -> int:
    while at > start and run[at - 1] in _FRENCH_SPACES + BORDER:
        at -= 1
    return at


def _wants_space(run: str, words_end: int, at: int, *, spaced: bool) -> bool:
    """Has the sign words before it, and does it end them (unlike the colon in 10:30)?"""
    before = run[words_end - 1] if words_end else ""
    if not before or before.isspace() or before in _NO_SPACE_AFTER:
        return False
    if run[at] == "»":
        return True
    if before in ";:!?":
        return spaced
    after = run[at + 1 : at + 9].lstrip(BORDER)[:1]
    return spaced or not after or after.isspace() or after in _MAY_FOLLOW
