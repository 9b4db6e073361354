"""Typed hyphens and dots made into dashes and ellipses."""

from __future__ import annotations

import re
from functools import partial

from .marks import BORDER, Marks, is_east_asian

_HYPHENS = re.compile(r"(?<!-)(?:---|--)(?!-)")
_SPACED_HYPHEN = re.compile(r"(?<=[^\s\ufdd2\d-]) -(?= [^\s\ufdd2-])|(?<=\d) -(?= [^\s\ufdd2\d-])")
_RANGE = re.compile(r"(?<![\w./,+–—-])(\d{1,4})-(\d{1,4})(?![\w/–—-]|[.,]\d)", re.ASCII)
_REACH = 9  # borders in a row are looked past
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_EAST_ASIAN_DOTS = re.compile(r"(?<!\.)(?:\.\.\.|\.{6})(?!\.)")


def set_dashes(run: str, marks: Marks) -> str:
    """``--``, ``---`` and `` - `` become dashes, two long ones beside Chinese and Japanese words; number ranges get theirs."""
    if "-" not in run:
        return run
    if "--" in run:
        run = _HYPHENS.sub(partial(_set_hyphens, marks=marks), run)
    if " - " in run:
        run = _SPACED_HYPHEN.sub(f" {marks.dash}", run)
    return _RANGE.sub(_set_range, run)


def _set_hyphens(match: re.Match[str], marks: Marks) -> str:
    if marks.long_dash and _sides_with_east_asian(match.string, match.start(), match.end()):
        return marks.long_dash
    return "—" if len(match[0]) == 3 else "–"


def _sides_with_east_asian(run: str, start: int, end: int) -> bool:
    before, after = run[max(0, start - _REACH) : start].rstrip(BORDER), run[end : end + _REACH].lstrip(BORDER)
    return any(map(is_east_asian, before[-1:] + after[:1]))


def _set_range(match: re.Match[str]) -> str:
    """Numbers that may be something else keep their hyphen: 555-1234, 0800-1234, the month 2018-10."""
    first, second = match.groups()
    a_telephone = (len(first), len(second)) == (3, 4) or (len(first) > 1 and first[0] == "0")
    a_month = len(first) == 4 and len(second) == 2 and int(second) <= min(12, int(first) % 100)
    return match[0] if a_telephone or a_month else f"{first}–{second}"


def set_ellipses(run: str, marks: Marks) -> str:
    """Three dots become one sign (two of them between Chinese or Japanese words)."""
    if "..." not in run:
        return run
    return (_DOTS if marks.ellipsis == "…" else _EAST_ASIAN_DOTS).sub(marks.ellipsis, run)
