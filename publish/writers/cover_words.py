"""Words to the lines of a cover: as large as they fit, and even.

All lengths are in the unit of the measure that is asked for; sizes are type sizes in it. Nothing
here knows of fonts: how wide words are, is asked of a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Han and kana may part anywhere but before a closing sign or after an opening one.
_EAST_ASIAN = "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_OPENING = "（「『【〈《〔［｛“‘"
_CLOSING = "）」』】〉》〕］｝、。，．！？：；・ー…”’々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_UNIT = re.compile(f"[{_OPENING}]*(?:[{_EAST_ASIAN}][{_CLOSING}]*|[^{_EAST_ASIAN}{_OPENING}]+|$)")
# No-break spaces are none of these.
_BLANKS = re.compile("[ \t\r\n\u2002-\u2006\u3000]+")
_STEPS = 24  # halvings: finer than a pixel on any cover
# What is longer is no title, and would be too small to read.
_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class Lines:
    """What was fitted: the type size, and the words line by line."""

    size: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What no line end may part. ``space`` says that a space stands before it within a line."""

    text: str
    width: float
    space: bool


Width = Callable[[str], float]


def fit(text: str, width: Width, measure: float, depth: float, sizes: tuple[float, float], leading: float) -> Lines:
    """The words at the largest size at which they fit ``measure`` by ``depth``.

    ``width`` gives the width of words at size 1, ``sizes`` the smallest and largest size, and
    ``leading`` the distance of lines at size 1. A word is parted, or the end left out (…), only
    where not even the smallest size is small enough.
    """
    units = _units(text[:_MOST_LETTERS], width)
    space = width("a a") - width("aa")
    smallest, largest = sizes

    def fits(size: float) -> bool:
        lines = _break(units, measure / size, space)
        return len(lines) * leading * size <= depth and all(unit.width * size <= measure for unit in units)

    if not fits(smallest):
        return _cut_to_fit(units, space, smallest, measure, depth, leading, width)
    size = largest if fits(largest) else _largest(fits, smallest, largest)
    return Lines(size, _balanced(units, measure / size, space))


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


def _balanced(units: Sequence[_Unit], measure: float, space: float) -> tuple[str, ...]:
    """As many lines as first fit needs, at the narrowest measure that does not need more."""
    count = len(_break(units, measure, space))
    widest = max((unit.width for unit in units), default=0.0)

    def enough(narrower: float) -> bool:
        return len(_break(units, measure - narrower, space)) == count

    narrower = _largest(enough, 0.0, measure - widest)
    return tuple(map(_words, _break(units, measure - narrower, space)))


def _largest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest value that fits, where ``low`` does; found by halving."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _words(line: Sequence[_Unit]) -> str:
    return "".join(f" {unit.text}" if unit.space else unit.text for unit in line).strip()


def _cut_to_fit(units, space: float, size: float, measure: float, depth: float, leading: float, width: Width) -> Lines:
    letters = [part for unit in units for part in _parted(unit, measure / size, width)]
    lines = [_words(line) for line in _break(letters, measure / size, space)]
    most = max(1, int(depth / (leading * size)))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(".,;: ")[:-1] + "…"]
    return Lines(size, tuple(lines))


def _parted(unit: _Unit, measure: float, width: Width) -> list[_Unit]:
    """A unit that is wider than the measure, letter by letter."""
    if unit.width <= measure:
        return [unit]
    return [_Unit(sign, width(sign), unit.space and number == 0) for number, sign in enumerate(unit.text)]
