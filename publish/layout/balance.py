"""Titles in lines of even length, broken where a reader would draw breath."""

from __future__ import annotations

from functools import cache
from math import inf

# Widths in ems of a bold sans, near enough to choose breaks by.
_NARROW, _WIDE = frozenset("ijlftrI.,:;'’‘!|()[]-1 "), frozenset("mwMWOQGDHNUCV@%—")
_NARROW_EM, _MIDDLE_EM, _WIDE_EM, _FULL_EM = 0.30, 0.54, 0.74, 1.0
# No line should end in one of these: they belong to the word that follows.
_LEANS_ON_THE_NEXT = frozenset(
    "a an the of to in on at by for from with and or but not is are we our how why "
    "le la les l de des du un une et à au aux en el los las y un una der die das und ein eine im il lo gli e o os as do da".split()
)
# Longer titles are paragraphs; to weigh all ways of breaking them would take too long.
_MOST_WORDS = 40
_BREATH = (":", ",", ";", ".", "?", "!", "—", "–")


def width(text: str) -> float:
    """About how many ems a bold sans needs for a text."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _FULL_EM if ord(letter) > 0x2E7F else _MIDDLE_EM


def balance(text: str, measure: float) -> list[str]:
    """The text in as few lines as fit a measure of so many ems, their lengths as even as can be.

    Lines end rather after a colon or comma than after an article. A word that is wider than the
    measure gets a line to itself. What is too long for a title is not balanced, only broken.
    """
    words = text.split(" ")
    breaks = _best_breaks(words, measure) if len(words) <= _MOST_WORDS else _first_fit(words, measure)
    return [" ".join(words[start:end]) for start, end in zip((0, *breaks), breaks, strict=False)]


def _best_breaks(words: list[str], measure: float) -> tuple[int, ...]:
    """Where each line ends, at the least cost."""

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """The least cost of setting the words from ``start`` in so many lines, and where they break."""
        if lines == 1:
            return _cost(words[start:], measure, last=True), (len(words),)
        costs = (
            (_cost(words[start:end], measure, last=False) + rest, (end, *breaks))
            for end in range(start + 1, len(words) - lines + 2)
            for rest, breaks in (best(end, lines - 1),)
        )
        return min(costs, default=(inf, (len(words),)))

    return best(0, len(_first_fit(words, measure)))[1]


def _first_fit(words: list[str], measure: float) -> tuple[int, ...]:
    """Where each line ends when it takes all words that it has room for; no way needs fewer lines."""
    ends, room = [], measure
    for index, word in enumerate(words):
        wanted = width(word)
        if wanted > room and room < measure:
            ends.append(index)
            room = measure
        room -= wanted + _NARROW_EM
    return (*ends, len(words))


def _cost(words: list[str], measure: float, last: bool) -> float:
    """How far a line is from full, and how badly it ends; the last line may be shorter."""
    long = width(" ".join(words))
    if long > measure and len(words) > 1:
        return 1e6 + long
    slack = max(0.0, (measure - long) / measure)
    cost = slack**2 * (0.7 if last else 1)
    if not last:
        cost -= 0.12 if words[-1].endswith(_BREATH) else 0
        cost += 0.15 if words[-1].casefold() in _LEANS_ON_THE_NEXT else 0
    return cost
