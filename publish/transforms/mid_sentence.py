"""Whether one paragraph is the rest of another that a column or page broke in mid-sentence.

In doubt the answer is no: a break that stays can be seen and mended, a wrong join hides.
"""

from __future__ import annotations

import re

from ..language.captions import is_caption

# A line shorter than this may be a title, a name or a date: nothing says that it goes on.
_SHORTEST = 38
# One line shorter than this, with no sentence ended in it, may still be a heading or a salutation.
_LONGEST_LINE = 90
# The same of a heading alone.
_LONGEST_HEADING = 70
# No more than this of a long paragraph's end, or of the next one's start, is looked at.
_WINDOW = 600
# The marks of a sentence's end, with those that close behind them, are no longer than this.
_LONGEST_END = 40

_ENDED = re.compile(r"[.!?…:;。！？؟।：；][)\]’”\"'»›」』“]*(?:\[\d{1,3}\])?$|[—–]$")
_ENDED_INSIDE = re.compile(r"[.!?…:;。！？؟：；][)\]’”\"'»›」』“]*\s")
# What begins like this stands on a line of its own: an item, an address, a notice.
_STANDS_ALONE = re.compile(
    r"[(\[]?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)\]]\s|[-*•–—]\s|c/o\b|(?:tel|fax|e-?mail|phone|www|https?)\b|\S+@\S|[一二三四五六七八九十]+、",
    re.I,
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("„", "“"), ("「", "」"), ("『", "』"))
_STRAIGHT_OPENS = re.compile(r'(?:^|[\s(])"\S[^"]*$')
_STRAIGHT_CLOSES = re.compile(r'[^"\s]*(?:[^"]*\S)?"(?=[\s,.;:!?)]|$)')
# Articles and the like: no sentence ends in one, and no heading.
_ARTICLES = frozenset(
    "the nearly almost whose le les des du aux au los las una unas del al der den dem des einen einem einer gli dei "
    "degli della delle dello nella nelle dos das nos pelo pela na ao aos à às uma umas".split()
)
# Conjunctions and some prepositions: no sentence ends in one, a heading may ("What we are afraid of").
_CONNECTIVES = frozenset(
    "a of and or but nor than as who which into between "
    "la un une de et ou à dans par pour sur que qui sans sous entre "
    "el lo unos y o u en por para con se su sus sin sobre hasta desde "
    "die das eine eines und oder von vom zum zur im am beim für als "
    "il i uno di e che da nel per dal dai sul sulla tra fra "
    "os as do no da em com ou sem sob "
    "ve ile veya için ama "
    "من في على إلى عن أن التي الذي الذين مع أو ثم بين حول خلال بعد قبل".split()
)
# A sentence may end in these ("and we carry on"), but hardly where a figure comes next.
_BEFORE_FIGURES = frozenset("on in at by for from to with about under over um an ab bis".split())
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_SHORTEST_HAN = 30


def continues(before: str, after: str) -> bool:
    """Whether ``after`` goes on with a sentence that ``before`` left open.

    ``before`` must look like running text that does not end a sentence; ``after`` must begin
    with a small letter, or with a figure or capital where ``before`` ends in a word or inside a
    quotation that cannot be an end. Line ends in ``before`` count: verse is not running text. What
    stands below a picture or a table is no part of any sentence but its own.
    """
    begin = before
    before, after = before[-_WINDOW:].strip(), after[:_WINDOW].strip()
    if not after or _has_ended(before) or _STANDS_ALONE.match(after) or is_caption(begin) or is_caption(after):
        return False
    if _is_han(before[-1:]) or before.endswith(("，", "、")):
        return _continues_han(before, after)
    if len(before) < _SHORTEST or _is_verse(before):
        return False
    comma = before.endswith((",", "،"))
    if after[0].islower():
        return not (comma and _is_one_line(before))  # "Dear colleagues of the night shift,"
    if _closes_what_is_open(before, after):
        return not comma  # a capital after a comma is verse
    return after[0].isalnum() and _ends_in_mid_sentence(before, after)


def cannot_end(before: str, after: str) -> bool:
    """Whether no paragraph would end as ``before`` does, with which ``after`` goes on: the words alone say that something broke it."""
    before, after = before[-_WINDOW:].strip(), after[:_WINDOW].strip()
    if _is_han(before[-1:]) or before.endswith((",", "،", "，", "、", "-", "‐", "\u00ad")) or _closes_what_is_open(before, after):
        return True
    match = _LAST_WORD.search(before)
    return match is not None and match[1] in _ARTICLES | _CONNECTIVES | _BEFORE_FIGURES


def is_open(text: str) -> bool:
    """Whether this is running text without a mark at its end."""
    text = text[-_WINDOW:].strip()
    return len(text) >= _SHORTEST and not _has_ended(text)


def is_ended(text: str) -> bool:
    """Whether this is running text with a mark at its end."""
    text = text[-_WINDOW:].strip()
    return len(text) >= _SHORTEST and _has_ended(text)


def _has_ended(text: str) -> bool:
    return _ENDED.search(text[-_LONGEST_END:]) is not None


def is_line(text: str) -> bool:
    """Whether this is a short line that ends no sentence, such as verses, addresses and bare lists are made of."""
    text = text.strip()
    return _is_one_line(text) and not _has_ended(text.rstrip(";,"))


def _is_one_line(text: str) -> bool:
    return len(text) < _LONGEST_LINE and "\n" not in text and not _ENDED_INSIDE.search(text)


def _is_verse(text: str) -> bool:
    lines = [line.lstrip(" “„«\"'‘(") for line in text.split("\n")]
    return len(lines) > 1 and all(line[:1].isupper() and len(line) < _LONGEST_LINE for line in lines)


def _ends_in_mid_sentence(before: str, after: str) -> bool:
    if before.endswith((",", "،")):
        return (after[0].isdigit() or not after[0].isupper()) and not _is_one_line(before)
    match = _LAST_WORD.search(before)
    if not match or match[1] != match[1].lower():
        return False
    if match[1] in _ARTICLES:
        return True
    may_be_heading = len(before) <= _LONGEST_HEADING and _is_one_line(before)
    return not may_be_heading and (match[1] in _CONNECTIVES or (after[0].isdigit() and match[1] in _BEFORE_FIGURES))


def _continues_han(before: str, after: str) -> bool:
    """Chinese and Japanese have no small letters; but their paragraphs end in a mark, and headings have none inside."""
    if len(before) < _SHORTEST_HAN or not _is_han(after[:1]):
        return False
    return before.endswith(("，", "、")) or bool(re.search("[，、。]", before))


def _closes_what_is_open(before: str, after: str) -> bool:
    """A quotation or bracket that ``before`` opens is closed in ``after`` before another opens."""
    for opening, closing in _PAIRS:
        if before.count(opening) <= before.count(closing):
            continue
        end, next_opening = after.find(closing), after.find(opening)
        if end >= 0 and (next_opening < 0 or end < next_opening):
            return True
    odd = before.count('"') % 2 == 1
    return odd and bool(_STRAIGHT_OPENS.search(before)) and bool(_STRAIGHT_CLOSES.match(after))


def _is_han(sign: str) -> bool:
    """Chinese or Japanese writing, without its marks."""
    return "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"
