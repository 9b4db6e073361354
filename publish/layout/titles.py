"""Titles to lines: as large as they fit, of even length, broken where a reader would draw breath.

All lengths are in the unit of the measure that is asked for; sizes are type sizes in it. Nothing
here knows of fonts: how wide words are is asked of a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate
from math import inf

# Han and kana may part anywhere but before a closing sign or after an opening one.
_EAST_ASIAN = "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_OPENING = "（「『【〈《〔［｛“‘"
_CLOSING = "）」』】〉》〕］｝、。，．！？：；・ー…”’々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_UNIT = re.compile(f"[{_OPENING}]*(?:[^{_EAST_ASIAN}{_OPENING}]+|[^{_OPENING}][{_CLOSING}]*|$)")
# No-break spaces are none of these.
_BLANKS = re.compile("[ \t\r\n\u2002-\u2006\u3000]+")
_NEARLY_ALL = 0.985
_STEPS = 24  # halvings: finer than a pixel on any cover
# What is longer is no title, and would be too small to read.
_MOST_LETTERS = 400
# Longer titles are paragraphs; to weigh all ways of breaking them would take too long.
_MOST_UNITS = 40
# A size may be given up for so many lines less, while it stays above this share; how much ill breaks weigh against size.
_FEWER_LINES, _LEAST_SHARE, _BADNESS = 3, 0.55, 8
# No line should end in one of these: they belong to the word that follows.
_LEANS_ON_THE_NEXT = frozenset(
    "a an the of to in on at by for from with and or but not no is are we our how why "
    "le la les l de des du un une et à au aux en pour par sans sur ne qui que nous "
    "el los las y una se por con sin para ni su sus der die das und ein eine im am den dem von zu für mit "
    "il lo gli di del della per non si che e o os as do da em na com sem não".split()
)
_BREATH = (":", ",", ";", ".", "?", "!", "—", "–", "：", "，", "；", "。", "、", "？", "！")

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Lines:
    """What was fitted: the type size, and the words line by line. ``whole`` says that all are there, none parted."""

    size: float
    lines: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Unit:
    """What no line end may part. ``space`` says that a space stands before it within a line."""

    text: str
    width: float
    space: bool


def fit(text: str, width: Width, measure: float, depth: float, sizes: tuple[float, float], leading: float) -> Lines:
    """The words at the largest size at which they fit ``measure`` by ``depth``.

    ``width`` gives the width of words at size 1, ``sizes`` the smallest and largest size, and
    ``leading`` the distance of lines at size 1. A word is parted, or the end left out (…), only
    where not even the smallest size is small enough.
    """
    units = _units(text[:_MOST_LETTERS], width)
    space = _space(width)
    smallest, largest = sizes

    def fits(size: float) -> bool:
        lines = _break(units, measure / size, space)
        return len(lines) * leading * size <= depth and all(unit.width * size <= measure for unit in units)

    if not fits(smallest):
        return _cut_to_fit(units, space, smallest, measure, depth, leading, width)
    size = largest if fits(largest) else _largest(fits, smallest, largest)
    best = _best_lines(units, size, smallest, measure, space)
    return replace(best, whole=len(text) <= _MOST_LETTERS)


def fit_or_one_line(text: str, width: Width, measure: float, depth: float, sizes: tuple[float, float], leading: float) -> Lines:
    """The same for live text: what does not fit is left whole, in one line that the page may break and carry on.

    A trifle of the measure is left, so that no rounding turns a line's last word over.
    """
    found = fit(text, width, measure * _NEARLY_ALL, depth, sizes, leading)
    return found if found.whole else Lines(found.size, (text,), whole=False)


def balance(text: str, width: Width, measure: float) -> tuple[str, ...]:
    """The text in as few lines as fit a measure of so many ems, their lengths as even as can be.

    Lines end rather after a colon or comma than after an article. A word that is wider than the
    measure gets a line to itself. What is too long for a title is not weighed so finely.
    """
    return _balanced(_units(text, width), measure, _space(width))[0]


def _space(width: Width) -> float:
    return width("a a") - width("aa")


def _units(text: str, width: Width) -> list[_Unit]:
    units = []
    for word in _BLANKS.split(text.strip()):
        parts = [found for found in _UNIT.findall(word) if found]
        units += [_Unit(part, width(part), number == 0) for number, part in enumerate(parts)]
    return units


def _break(units: Sequence[_Unit], measure: float, space: float) -> list[list[_Unit]]:
    """First fit, which needs the fewest lines."""
    lines: list[list[_Unit]] = []
    filled = 0.0
    for unit in units:
        gap = space if unit.space else 0.0
        if lines and filled + gap + unit.width <= measure:
            lines[-1].append(unit)
            filled += gap + unit.width
        else:
            lines.append([unit])
            filled = unit.width
    return lines


def _largest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest value that fits, where ``low`` does; found by halving."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _words(line: Sequence[_Unit]) -> str:
    return "".join(f" {unit.text}" if unit.space else unit.text for unit in line).strip()


def _best_lines(units: Sequence[_Unit], most: float, smallest: float, measure: float, space: float) -> Lines:
    """The lines at the largest size ``most``, or at a smaller one that takes fewer lines and breaks them so much better."""
    count = len(_break(units, measure / most, space))
    found = [(most, count)]
    for fewer in range(count - 1, max(0, count - _FEWER_LINES - 1), -1):
        size = _largest(partial(_needs_no_more, units, fewer, measure, space), 0.0, most)
        if size < max(smallest, _LEAST_SHARE * most):
            break
        found.append((size, fewer))
    weighed = ((size, *_balanced(units, measure / size, space)) for size, _ in found)
    size, lines, _ = max(weighed, key=lambda one: one[0] / (1 + _BADNESS * one[2]))
    return Lines(size, lines)


def _needs_no_more(units: Sequence[_Unit], count: int, measure: float, space: float, size: float) -> bool:
    """Whether words at a size fill no more lines than so many, and none is wider than a line."""
    if size <= 0:
        return True
    return len(_break(units, measure / size, space)) <= count and all(unit.width * size <= measure for unit in units)


# Balance ----------------------------------------------------------------------------------------


def _balanced(units: Sequence[_Unit], measure: float, space: float) -> tuple[tuple[str, ...], float]:
    """As many lines as first fit needs, and of those the ways to break them the best, with its cost by the line."""
    count = len(_break(units, measure, space))
    if len(units) > _MOST_UNITS:
        return _at_narrowest(units, measure, space, count), 0.0
    cost, ends = _best_ends(units, measure, space, count)
    lines = tuple(_words(units[start:end]) for start, end in zip((0, *ends), ends, strict=False))
    return lines, max(0.0, cost) / max(1, count)


def _at_narrowest(units: Sequence[_Unit], measure: float, space: float, count: int) -> tuple[str, ...]:
    """First fit at the narrowest measure that needs no more lines: even enough."""
    widest = max((unit.width for unit in units), default=0.0)

    def enough(narrower: float) -> bool:
        return len(_break(units, measure - narrower, space)) == count

    narrower = _largest(enough, 0.0, max(0.0, measure - widest))
    return tuple(map(_words, _break(units, measure - narrower, space)))


def _best_ends(units: Sequence[_Unit], measure: float, space: float, count: int) -> tuple[float, tuple[int, ...]]:
    """Where each of so many lines ends, at the least cost, which comes first."""
    reach = [0.0, *accumulate(unit.width + space * unit.space for unit in units)]

    def length(start: int, end: int) -> float:
        return reach[end] - reach[start] - space * units[start].space

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """The least cost of setting the units from ``start`` in so many lines, and where they end."""
        if lines <= 1:
            return (_cost(units[start:], length(start, len(units)), measure, last=True) if units else 0.0), (len(units),)
        costs = (
            (_cost(units[start:end], length(start, end), measure, last=False) + rest, (end, *ends))
            for end in range(start + 1, len(units) - lines + 2)
            for rest, ends in (best(end, lines - 1),)
        )
        return min(costs, default=(inf, (len(units),)))

    return best(0, count)


def _cost(line: Sequence[_Unit], length: float, measure: float, last: bool) -> float:
    """How far a line is from full, and how badly it ends; the last line may be shorter."""
    if length > measure * (1 + 1e-9) and len(line) > 1:
        return 1e6 + length
    slack = max(0.0, (measure - length) / measure)
    cost = slack**2 * (0.7 if last else 1)
    if not last:
        cost -= 0.12 if line[-1].text.endswith(_BREATH) else 0
        cost += 0.15 if line[-1].text.casefold() in _LEANS_ON_THE_NEXT else 0
    return cost


# Too long -----------------------------------------------------------------------------------------


def _cut_to_fit(units: Sequence[_Unit], space: float, size: float, measure: float, depth: float, leading: float, width: Width) -> Lines:
    letters = [part for unit in units for part in _parted(unit, measure / size, width)]
    lines = [_words(line) for line in _break(letters, measure / size, space)]
    most = max(1, int(depth / (leading * size)))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(".,;: ")[:-1] + "…"]
    return Lines(size, tuple(lines), whole=False)


def _parted(unit: _Unit, measure: float, width: Width) -> list[_Unit]:
    """A unit that is wider than the measure, letter by letter."""
    if unit.width <= measure:
        return [unit]
    return [_Unit(sign, width(sign), unit.space and number == 0) for number, sign in enumerate(unit.text)]
