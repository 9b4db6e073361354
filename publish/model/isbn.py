"""International standard book numbers: whether one is right, and how it is written.

Ten digits (until 2006) or thirteen; the last is a check digit, so that a slip of the pen shows.
"""

from __future__ import annotations

import re

from .book import Identifier, Metadata

_PREFIX = re.compile(r"(?:urn:)?isbn(?:-1[03])?[:\s]*", re.I)
_BETWEEN = re.compile(r"[\s\u2010-\u2015-]+")
_TEN, _THIRTEEN = re.compile(r"[0-9]{9}[0-9X]"), re.compile(r"97[89][0-9]{10}")


def is_isbn(identifier: Identifier) -> bool:
    """Whether an identifier says that it is an ISBN, by its scheme or by its first letters."""
    scheme = identifier.scheme.upper().partition("-")[0]
    return scheme == "ISBN" or (not scheme and bool(_PREFIX.match(identifier.text)))


def isbn_of(metadata: Metadata) -> str:
    """The publication's first ISBN with the hyphens that its author gave it; ``""`` where it has none."""
    return next((_PREFIX.sub("", one.text, count=1).strip() for one in metadata.identifiers if is_isbn(one)), "")


def ean_of(isbn: str) -> str:
    """The thirteen digits of an ISBN, which are its bar code's, also for one of ten.

    Raises ValueError, in words, for a number of another length or with a wrong check digit.
    """
    digits = _digits(isbn)
    if not _TEN.fullmatch(digits) and not _THIRTEEN.fullmatch(digits):
        raise ValueError("an ISBN has ten digits, or thirteen that begin with 978 or 979")
    right = digits[:-1] + (check_digit_of_ten(digits[:9]) if len(digits) == 10 else check_digit(digits[:12]))
    if right != digits:
        raise ValueError(f"its last digit does not fit the others, which ask for {right[-1]}: one of them is wrong")
    return digits if len(digits) == 13 else f"978{digits[:9]}{check_digit(f'978{digits[:9]}')}"


def check_digit(twelve: str) -> str:
    """The thirteenth digit of an EAN."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def check_digit_of_ten(nine: str) -> str:
    """The tenth digit of an ISBN of ten, which may be an X."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(nine))
    return "0123456789X"[-total % 11]


def _digits(isbn: str) -> str:
    return _BETWEEN.sub("", _PREFIX.sub("", isbn.strip(), count=1)).upper()
