"""Filling one page: the largest size at which all of a text stands on it, found by trying."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import TypeVar

L = TypeVar("L")

# A page that is filled so far is full, and sizes that differ by less than this share look the same.
_FULL, _FINE = 0.965, 0.012
_MOST_LAYOUTS = 9
# Text that is twice as large takes four times the room …
_POWER = 2.0
# … or, where lines and rules do not follow, somewhat more or less.
_POWERS = 1.2, 3.0
# A guess aims a little below a full page: lines break where words end.
_AIM = 0.985


def expected(size: float, share: float, power: float = _POWER) -> float:
    """The size at which a text would fill the page that fills such a share of it at ``size``."""
    times: float = (_AIM / max(share, 1e-6)) ** (1 / power)
    return size * times


def largest(lay_out: Callable[[float], L], filled: Callable[[L], float], least: float, most: float) -> tuple[float, L]:
    """The largest size between two that fits, and what was laid out at it; four or five are tried as a rule.

    ``filled`` says which share of the page is used, and more than 1 where that does not fit.
    Where nothing fits it is the least, which then does not fit.
    """
    size, laid = least, lay_out(least)
    share, too_large, power = filled(laid), most * (1 + 2 * _FINE), _POWER
    for _ in range(_MOST_LAYOUTS):
        if share >= _FULL or size >= most or too_large <= size * (1 + _FINE):
            break
        tried_size = min(most, _guess(size, expected(size, share, power), too_large))
        tried = lay_out(tried_size)
        if (tried_share := filled(tried)) > 1:
            too_large = tried_size
            continue
        power = _power(size, share, tried_size, tried_share)
        size, laid, share = tried_size, tried, tried_share
    return size, laid


def _guess(size: float, wanted: float, too_large: float) -> float:
    """What was reckoned, where that lies between a size that fits and one that does not; else half way."""
    return wanted if size * (1 + _FINE) < wanted < too_large else (size * too_large) ** 0.5


def _power(size: float, share: float, larger: float, its_share: float) -> float:
    """How fast the text grew from one size to another."""
    least, most = _POWERS
    return max(least, min(most, log(its_share / share) / log(larger / size))) if share > 0 else _POWER
