"""Straight quotes made into the language's own, apostrophes and primes.

Every straight mark of a run is judged by the signs at its sides, then those that open and close
are paired, and last each is written according to how deep it stands. Quotes that the author set
curly stay as they are; they only count for depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from .feet_and_inches import counts_feet, counts_inches
from .hebrew import GERESH, GERSHAYIM, opens_behind_prefix
from .marks import ADDRESS, BORDER, BREAK, WORD, Marks, has_no_apostrophe, is_east_asian, is_hebrew, without_borders

_STRAIGHT = "\"'"
_PASSED_OVER = _STRAIGHT + BORDER
_OPENING_SIGNS = "([{¿¡“‘„‚«‹「『（《〈—–-/…:="
_CLOSING_SIGNS = ".,;:!?…)]}”’»›」』）》〉—–-/。，、；：！？؟،؛%"
_NEVER_FIRST = ".,;:!?)]}»”%。，、；：！？؟،؛"
_SHORT_YEAR = re.compile(rf"'{BORDER}*\d\ds?(?!{BORDER}*\w)(?P<closed>{BORDER}*')?")
_NEXT_WORD = re.compile(rf"'{BORDER}*(?P<word>[^\W\d_]+)(?P<closed>{BORDER}*')?")
_DROPPED_AND = re.compile(r"(?<!\w)['’]n$", re.IGNORECASE)  # rock 'n' roll
_VOWELS = "aeiouāēīōū"
_REACH = 16  # how many quotes and borders in a row are looked past
_PROSE_QUOTES = ("“", "”"), ("‘", "’")


class QuoteKind(Enum):
    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    LEADING = "leading"  # in single quotes an apostrophe, else it opens: '60s'
    APOSTROPHE = "apostrophe"
    PRIME = "prime"
    HEBREW = "hebrew"  # geresh or gershayim


@dataclass(slots=True)
class _QuoteMark:
    at: int
    sign: str
    kind: QuoteKind
    straight: bool = True
    partner: _QuoteMark | None = None
    depth: int = 0


def set_quotes(run: str, marks: Marks) -> str:
    """The run with no straight quote left in it."""
    if '"' not in run and "'" not in run:
        return run
    found = _find(run, marks)
    _pair(found)
    _measure(found)
    beginning = len(run) - len(run.lstrip(BORDER + " "))
    pieces: list[str] = []
    done = 0
    for mark in found:
        if mark.straight:
            pieces += run[done : mark.at], _written(mark, run, beginning, marks)
            done = mark.at + 1
    return "".join([*pieces, run[done:]])


def _find(run: str, marks: Marks) -> list[_QuoteMark]:
    """All marks of the run, judged by their sides alone."""
    opener, closer = marks.outer
    curly = "" if opener == closer else opener + closer
    found = []
    for match in re.finditer(f"[{_STRAIGHT}{curly}]", run):
        at, sign = match.start(), match[0]
        if sign in _STRAIGHT:
            judge = _judge_double if sign == '"' else _judge_single
            found.append(_QuoteMark(at, sign, judge(run, at, marks)))
        else:
            found.append(_QuoteMark(at, '"', QuoteKind.OPEN if sign == opener else QuoteKind.CLOSE, straight=False))
    return found


def _before(run: str, at: int) -> str:
    """The sign before, looking past other straight quotes and borders; a space at the run's start."""
    stop = max(-1, at - _REACH)
    at -= 1
    while at > stop and run[at] in _PASSED_OVER:
        at -= 1
    return run[at] if at >= 0 else " "


def _after(run: str, at: int) -> str:
    stop = min(len(run), at + _REACH)
    at += 1
    while at < stop and run[at] in _PASSED_OVER:
        at += 1
    return run[at] if at < len(run) else " "


def _is_space(sign: str) -> bool:
    return sign.isspace() or sign == BREAK


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in (WORD, ADDRESS)


def _judge_double(run: str, at: int, marks: Marks) -> QuoteKind:
    before, after = _before(run, at), _after(run, at)
    if before.isdigit() and counts_inches(run, at):
        return QuoteKind.PRIME
    if is_hebrew(before) and is_hebrew(after) and not opens_behind_prefix(run, at):
        return QuoteKind.HEBREW
    return _judge_by_sides(before, after)


def _judge_by_sides(before: str, after: str) -> QuoteKind:
    may_open = not _is_space(after) and after not in _NEVER_FIRST and (_is_space(before) or before in _OPENING_SIGNS)
    may_close = not _is_space(before) and (_is_space(after) or after in _CLOSING_SIGNS)
    if may_open != may_close:
        return QuoteKind.OPEN if may_open else QuoteKind.CLOSE
    return QuoteKind.EITHER


def _judge_single(run: str, at: int, marks: Marks) -> QuoteKind:
    before, after = _before(run, at), _after(run, at)
    if before.isdigit() and (after.isdigit() or counts_feet(run, at)):
        return QuoteKind.PRIME  # 5'10
    if _is_word(before) and _is_word(after):
        return _judge_inside(run, at, before, after)
    if _is_word(after) and (_is_space(before) or before in _OPENING_SIGNS):
        return _judge_beginning(run, at, marks)
    if before.isalpha() and after in "«“„「":
        return QuoteKind.APOSTROPHE  # l'« exemple »
    if before in "nN" and "n" in marks.leading and _DROPPED_AND.search(without_borders(run, at)):
        return QuoteKind.APOSTROPHE
    return _judge_by_sides(before, after)


def _judge_inside(run: str, at: int, before: str, after: str) -> QuoteKind:
    """A mark between two letters."""
    if is_hebrew(before) and is_hebrew(after):
        return QuoteKind.EITHER if opens_behind_prefix(run, at) else QuoteKind.HEBREW
    return QuoteKind.EITHER if has_no_apostrophe(before) or has_no_apostrophe(after) else QuoteKind.APOSTROPHE


def _judge_beginning(run: str, at: int, marks: Marks) -> QuoteKind:
    """A mark at the beginning of a word: ``'90s``, ``'tis`` and the like are apostrophes for what was left out."""
    if match := _SHORT_YEAR.match(run, at):
        return QuoteKind.LEADING if match["closed"] else QuoteKind.APOSTROPHE
    match = _NEXT_WORD.match(run, at)
    if match is None:
        return QuoteKind.OPEN
    word, closed = match["word"].lower(), match["closed"] is not None
    if marks.apostrophe.isalpha() and word[0] in _VOWELS:
        return QuoteKind.OPEN if closed else QuoteKind.APOSTROPHE
    if word not in marks.leading:
        return QuoteKind.OPEN
    return QuoteKind.LEADING if closed and word != "n" else QuoteKind.APOSTROPHE


def _pair(found: list[_QuoteMark]) -> None:
    """Settle what may be either, and join each closing mark with the one it closes."""
    opened: list[_QuoteMark] = []
    for mark in found:
        if mark.kind is QuoteKind.EITHER:
            mark.kind = QuoteKind.CLOSE if _is_open(mark.sign, opened) else QuoteKind.OPEN
        elif mark.kind is QuoteKind.LEADING:
            mark.kind = QuoteKind.APOSTROPHE if _is_open(mark.sign, opened) else QuoteKind.OPEN
        if mark.kind is QuoteKind.OPEN:
            opened.append(mark)
        elif mark.kind is QuoteKind.CLOSE:
            _close(mark, opened)


def _is_open(sign: str, opened: list[_QuoteMark]) -> bool:
    return any(other.sign == sign for other in opened[-4:])


def _close(mark: _QuoteMark, opened: list[_QuoteMark]) -> None:
    if mark.sign == '"':
        # A single quote left open inside a double one was an apostrophe.
        while opened and opened[-1].sign == "'" and _is_open('"', opened):
            opened.pop()
    if opened and opened[-1].sign == mark.sign:
        mark.partner = opened.pop()
        mark.partner.partner = mark


def _measure(found: list[_QuoteMark]) -> None:
    """How many open quotes of the same sign, each with its partner, a mark stands inside of."""
    depth = {'"': 0, "'": 0}
    for mark in found:
        if mark.kind is QuoteKind.CLOSE and mark.partner:
            depth[mark.sign] -= 1
        mark.depth = depth[mark.sign]
        if mark.kind is QuoteKind.OPEN and mark.partner:
            depth[mark.sign] += 1


def _written(mark: _QuoteMark, run: str, beginning: int, marks: Marks) -> str:
    double = mark.sign == '"'
    if mark.kind is QuoteKind.PRIME:
        return "″" if double else "′"
    if mark.kind is QuoteKind.HEBREW:
        return GERSHAYIM if double else GERESH
    if mark.kind is QuoteKind.APOSTROPHE:
        return marks.apostrophe
    if not mark.partner and (loose := _loose(mark, run, beginning)):
        return loose
    outer, inner = _pairs_at(mark, run, marks)
    pair = outer if double == (mark.depth % 2 == 0) else inner
    return pair[0 if mark.kind is QuoteKind.OPEN else 1]


def _loose(mark: _QuoteMark, run: str, beginning: int) -> str:
    """A mark without partner: after a number it counts feet or inches, a single one was an apostrophe,
    unless it opens the run, as each paragraph of a long quotation does."""
    double, before = mark.sign == '"', _before(run, mark.at)
    if mark.kind is QuoteKind.CLOSE and before.isdigit():
        return "″" if double else "′"
    if mark.kind is QuoteKind.CLOSE and not double and is_hebrew(before):
        return GERESH  # עמ׳ 12
    if not double and (mark.kind is QuoteKind.CLOSE or mark.at > beginning):
        return "’"
    return ""


def _pairs_at(mark: _QuoteMark, run: str, marks: Marks) -> tuple[tuple[str, str], tuple[str, str]]:
    """Corner brackets suit only east Asian words; Latin words in such a text get curly quotes."""
    if marks.outer[0] != "「":
        return marks.outer, marks.inner
    first = mark.partner if mark.kind is QuoteKind.CLOSE and mark.partner else mark
    sides = _before(run, first.at) + _after(run, first.at)
    return (marks.outer, marks.inner) if any(map(is_east_asian, sides)) else _PROSE_QUOTES
