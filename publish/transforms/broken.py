"""Whether one paragraph is the rest of another that a column or page broke in mid-sentence."""

from __future__ import annotations

import re

# A line shorter than this may be a title, a name or a date: nothing says that it goes on.
_SHORTEST = 38
_ENDED = re.compile(r"[.!?…:;。！？؟।][)\]’”\"'»›」』]*$|[—–]$")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("„", "“"), ("「", "」"), ("『", "』"))
# Words after which no sentence ends, in the languages that pamphlets come in.
_NEVER_LAST = frozenset(
    # articles, prepositions and conjunctions
    "a an the of to in on at by for from with and or but nor nearly about almost than as that which who whose "
    "le la les un une des du de et ou à au aux dans par pour sur avec que qui "
    "el los las una unos unas del y o en por para con al se su sus "
    "der die das den dem des ein eine einen einem einer und oder mit von zu zum zur im für auf aus als "
    "il lo gli i uno di e che da nel nella con per su "
    "o os as um uma do da dos das no na em com".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]+)$")


def continues(before: str, after: str) -> bool:
    """Whether ``after`` goes on with a sentence that ``before`` left open.

    ``before`` must look like running text that does not end a sentence; ``after`` must begin
    with a small letter, or with a figure or capital where ``before`` ends in a word or inside a
    quotation that cannot be an end.
    """
    before, after = before.strip(), after.strip()
    if len(before) < _SHORTEST or not after or _ENDED.search(before):
        return False
    first = after[0]
    if first.islower():
        return True
    if _closes_what_is_open(before, after):
        return True
    if first.isdigit() or first.isupper():
        return before.endswith(",") and first.isdigit() or _ends_in_mid_sentence(before)
    return False


def _ends_in_mid_sentence(text: str) -> bool:
    match = _LAST_WORD.search(text)
    return bool(match) and match[1].islower() and match[1] in _NEVER_LAST


def _closes_what_is_open(before: str, after: str) -> bool:
    """A quotation or bracket that ``before`` opens is closed in ``after`` before another opens."""
    for opening, closing in _PAIRS:
        if before.count(opening) <= before.count(closing):
            continue
        end, next_opening = after.find(closing), after.find(opening)
        if end >= 0 and (next_opening < 0 or end < next_opening):
            return True
    return False
