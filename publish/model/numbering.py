"""The numbers of lists as they are said: ``4.``, ``d)``, ``(iv)``."""

from __future__ import annotations

from collections.abc import Iterator

from .kinds import Delimiter, Numbering
from .nodes import List

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def labels(block: List) -> Iterator[str]:
    """What stands before the items of an ordered list, one after the other."""
    for number in range(block.start, block.start + len(block.items)):
        yield label(number, block.numbering, block.delimiter)


def label(number: int, numbering: Numbering, delimiter: Delimiter) -> str:
    """A number with what stands around it."""
    return delimiter.value.replace("1", said(number, numbering))


def said(number: int, numbering: Numbering) -> str:
    """A number in the signs of its kind; in digits where it has none in them."""
    match numbering:
        case Numbering.LOWER_ALPHA | Numbering.UPPER_ALPHA if number > 0:
            letters = _alphabetic(number)
        case Numbering.LOWER_ROMAN | Numbering.UPPER_ROMAN if 0 < number <= _MOST_ROMAN:
            letters = _roman(number)
        case _:
            return str(number)
    return letters.upper() if numbering in (Numbering.UPPER_ALPHA, Numbering.UPPER_ROMAN) else letters


def _alphabetic(number: int) -> str:
    """After z come aa and ab."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        letters += sign * times
    return letters


def read_number(sign: str) -> Iterator[tuple[Numbering, int]]:
    """The numbers that digits or letters may stand for, the likeliest first: ``i`` is one before it is the ninth letter."""
    if sign.isdecimal():
        yield Numbering.DECIMAL, int(sign)
        return
    upper = sign.isupper()
    alpha, roman = (Numbering.UPPER_ALPHA, Numbering.UPPER_ROMAN) if upper else (Numbering.LOWER_ALPHA, Numbering.LOWER_ROMAN)
    numbers = {roman: _from_roman(sign.lower()), alpha: ord(sign.lower()) - ord("a") + 1 if len(sign) == 1 else 0}
    for kind in (roman, alpha) if sign in ("i", "I") or len(sign) > 1 else (alpha, roman):
        if numbers[kind]:
            yield kind, numbers[kind]


def _from_roman(letters: str) -> int:
    """The number that letters write as it is usually written; 0 for any others."""
    number, rest = 0, letters
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number, rest = number + value, rest[len(sign) :]
    return number if not rest and number <= _MOST_ROMAN and _roman(number) == letters else 0
