"""Dates as people write them, and as they are shown.

Inside, a date is ISO 8601 and may be partial: ``2018``, ``2018-10``, ``2018-10-23``.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from . import base
from .fold import fold

if TYPE_CHECKING:
    from babel import Locale

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_EAST_ASIAN = re.compile(r"(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号號])?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_LONGEST = 60  # characters; nothing longer is a date alone
_LONGEST_PLACE = 40

_DAY_FIRST_MARKS = {
    "de": ".", "tr": ".", "pl": ".", "cs": ".", "fi": ".", "nb": ".", "it": "/.", "fr": "/.", "es": "/", "pt": "/",
}  # fmt: skip
# What may stand in a date besides its day, month and year.
_FILLERS = frozenset("of the on st nd rd th de del di do da le la den der am vom o a er re em ten e el il º ª في يوم tarihi gunu".split())
# English shortens September in two ways. Arabic has the month names of Egypt and the Gulf, of the
# Levant and Iraq, of Algeria and Tunisia, and of Morocco.
_LOCALES = {"en": ("en", "en_GB"), "ar": ("ar", "ar_LB", "ar_DZ", "ar_MA")}


def check_iso(text: str) -> bool:
    """Is this a whole or partial ISO date that the calendar has?"""
    return parse_iso(text) is not None


def parse_iso(text: str) -> tuple[int, ...] | None:
    """Year, or year and month, or year, month and day; ``None`` where there is no such date."""
    if not _ISO.fullmatch(text):
        return None
    parts = tuple(int(part) for part in text.split("-"))
    return parts if _exists(*parts) else None


def read_date(text: str, lang: str) -> str | None:
    """The ISO date of a line that is nothing but a date: ``23 October 2018``, ``2018年10月23日``.

    A year alone is not taken for a date, since headings look like that, too.
    """
    line = text.strip().rstrip(".。")
    if len(line) > _LONGEST:
        return None
    line = _plain_digits(line)
    if not re.search(r"\d{4}", line, re.ASCII):
        return None
    if "-" in line and parse_iso(line):
        return line
    if match := _EAST_ASIAN.fullmatch(line):
        return _iso(*(int(part) for part in match.groups() if part))
    if match := _DAY_FIRST.fullmatch(line):
        return _read_day_first(match, lang)
    return _read_words(line, lang)


def read_dateline(text: str, lang: str) -> tuple[str, str] | None:
    """Place and ISO date of a line such as ``London, 3 March 2020``; ``None`` where it is no such line."""
    line = text.strip()
    if len(line) > _LONGEST + _LONGEST_PLACE or read_date(line, lang):
        return None
    for comma in re.finditer(r"[,،，、]", line):
        place, rest = line[: comma.start()].strip(), line[comma.end() :].strip(" —–-")
        if _is_place(place) and (found := read_date(rest, lang)):
            return place, found
    return None


def show_date(iso: str, lang: str) -> str:
    """A date as the language writes it out; ``iso`` comes back as it is where it is no date."""
    parts = parse_iso(iso)
    if parts is None:
        return iso
    from babel.dates import format_date, format_skeleton

    locale = _locale(lang)
    shown = date(*parts, *(1,) * (3 - len(parts)))
    if len(parts) == 3:
        written = format_date(shown, "long", locale=locale)
        return f"1er{written[1:]}" if locale.language == "fr" and written.startswith("1 ") else written
    return format_skeleton("yMMMM" if len(parts) == 2 else "y", shown, locale=locale)


def _exists(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if not _exists(year, 1 if month is None else month, 1 if day is None else day):
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _plain_digits(text: str) -> str:
    """Arabic-Indic and other digits as 0 to 9, invisible direction marks taken out."""
    if text.isascii():
        return text
    shown = (sign for sign in text if unicodedata.category(sign) != "Cf")
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in shown)


def _is_place(text: str) -> bool:
    if not 0 < len(text) <= _LONGEST_PLACE or any(sign.isdigit() for sign in text):
        return False
    return not text[0].islower() and text[0].isalpha() and len(text.split()) <= 5


def _read_day_first(match: re.Match[str], lang: str) -> str | None:
    day, mark, month, year = match.groups()
    if mark not in _DAY_FIRST_MARKS.get(base(lang), ""):
        return None  # 3/4/2018 is March in one country and April in the next
    return _iso(int(year), int(month), int(day))


def _read_words(line: str, lang: str) -> str | None:
    folded = fold(line)
    for language in dict.fromkeys((base(lang), "en")):
        names, weekdays = _calendar(language)
        month = next((name for name in names if _stands_in(name, folded)), None)
        if month is not None:
            rest = folded.replace(month, " ", 1)
            return _read_rest(_TOKEN.findall(rest), names[month], weekdays)
    return None


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", text) is not None


def _read_rest(tokens: list[str], month: int, weekdays: frozenset[str]) -> str | None:
    """The date, if beside its month there are a year, perhaps a day, and nothing of weight."""
    numbers = [token for token in tokens if token.isdigit()]
    words = set(tokens) - set(numbers)
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if words - _FILLERS - weekdays or len(years) != 1 or len(days) + 1 != len(numbers) or len(days) > 1:
        return None
    return _iso(int(years[0]), month, *(int(day) for day in days))


@lru_cache(maxsize=16)
def _calendar(language: str) -> tuple[dict[str, int], frozenset[str]]:
    """Month names (folded, longest first) with their numbers, and the words of weekday names."""
    from babel import Locale, UnknownLocaleError

    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for name in _LOCALES.get(language, (language,)):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                months |= {fold(word).rstrip("."): number for number, word in locale.months[context][width].items()}
                weekdays |= {part for day in locale.days[context][width].values() for part in _TOKEN.findall(fold(day))}
    named = {name: months[name] for name in sorted(months, key=len, reverse=True) if not name.isdigit()}
    return named, frozenset(weekdays)


def _locale(lang: str) -> Locale:
    """The nearest locale that Babel knows. Plain English writes the day first, as most of the world does."""
    from babel import Locale, UnknownLocaleError

    for tag in ("en-GB" if lang == "en" else lang, base(lang)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")
