"""Spaces: one between words, none that breaks where the language wants the line to hold."""

from __future__ import annotations

import re
from functools import lru_cache

from .marks import BORDER, BREAK, NARROW, NO_BREAK, Marks

_SEVERAL = re.compile("  +")
_UNITS = r"%|‰|°C|°F|€|£|km/h|km²|km|kg|cm|mm|ml|m²|ha|kWh|MW|GW|MB|GB|mph"
_UNIT = re.compile(rf"(\d) (?=(?:{_UNITS})(?!\w))")
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
    run = _UNIT.sub(rf"\g<1>{NARROW if marks.narrow else NO_BREAK}", run)
    if _SECOND_INITIAL.search(run):
        run = _INITIALS.sub(rf"\g<1>{NO_BREAK}", run)
        run = _LAST_INITIAL.sub(rf"\g<1>{NO_BREAK}", run)
    for needles, pattern in _abbreviations(marks):
        if any(needle in run for needle in needles):
            run = pattern.sub(rf"\g<1>{NO_BREAK}", run)
    return run


@lru_cache(maxsize=64)
def _abbreviations(marks: Marks) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """What to look for quickly, and the pattern to apply where it was found."""
    rules = []
    for words, follows in ((marks.numbered, r"\d"), (marks.titled, _UPPER)):
        if words:
            stopped = [word if word[-1] in "°º§№" else f"{word}." for word in words]
            either = "|".join(re.escape(word) for word in sorted(stopped, key=len, reverse=True))
            needles = tuple(f"{word} " for word in stopped)
            rules.append((needles, re.compile(rf"(?<![\w§])({either}) (?={follows})")))
    if marks.clinging:
        rules.append(((" ",), re.compile(rf"(?<!\w)([{marks.clinging}]) (?=\w)", re.IGNORECASE)))
    return tuple(rules)


def set_french_spaces(run: str) -> str:
    """A no-break space before ``:``, a narrow one before ``; ! ?`` and inside « », put in where missing."""
    if "«" in run:
        run = _AFTER_OPENING.sub(f"«{NARROW}", run)
    pieces, done = [], 0
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
