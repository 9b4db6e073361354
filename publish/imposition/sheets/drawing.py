"""How a content stream says what is drawn: its numbers, and the few operators that sheets need."""

from __future__ import annotations

from collections.abc import Iterable

_DECIMALS = 4


def number(value: float) -> str:
    """A number in the fewest digits, to a ten-thousandth: finer than any printer draws."""
    text = f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float]) -> str:
    return " ".join(map(number, values))


def clipped(left: float, bottom: float, right: float, top: float) -> str:
    """From here on only what lies in a rectangle is seen."""
    return f"{numbers((left, bottom, right - left, top - bottom))} re W n"


def moved(matrix: Iterable[float]) -> str:
    """From here on all is drawn through a matrix."""
    return f"{numbers(matrix)} cm"


def line(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{numbers(start)} m {numbers(end)} l S"
