"""Straight marks behind numbers that count feet, inches and minutes: ``5'10"``, ``12'x10'``, ``40° 26' 46"``."""

from __future__ import annotations

import re

from .marks import BORDER, without_borders

_NUMBER = r"\d{1,3}(?:[.,]\d{1,3})?"
_FEET_BEFORE = re.compile(rf"\d['′]\s?{_NUMBER}$")
_DEGREES_BEFORE = re.compile(rf"°\s?{_NUMBER}$")
_INCHES_FOLLOW = re.compile(rf"\s?{_NUMBER}\"")
_TIMES_FOLLOWS = re.compile(r"[x×X]\s?\d")
_AHEAD = 16


def counts_feet(run: str, at: int) -> bool:
    """Does the single mark at this place, which a digit stands before, count feet, or minutes behind degrees?"""
    ahead = _ahead(run, at)
    if _TIMES_FOLLOWS.match(ahead) or _INCHES_FOLLOW.match(ahead):
        return True
    return _DEGREES_BEFORE.search(without_borders(run, at)) is not None


def counts_inches(run: str, at: int) -> bool:
    """Does the double mark at this place, which a digit stands before, count inches or seconds?"""
    return bool(_TIMES_FOLLOWS.match(_ahead(run, at)) or _FEET_BEFORE.search(without_borders(run, at)))


def _ahead(run: str, at: int) -> str:
    return run[at + 1 : at + 1 + _AHEAD].replace(BORDER, "")
