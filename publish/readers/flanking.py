"""Where emphasis may begin and end: CommonMark's rule, with Chinese, Japanese and Korean writing taken into account.

CommonMark looks for spaces and punctuation around ``**`` to tell whether it opens or closes. These languages put no spaces
between words, and their own marks stand inside sentences, so that ``は**「強い」**です`` would stay as typed. Here their marks
count as letters do, and their letters beside other punctuation as spaces do. https://github.com/commonmark/commonmark-spec/issues/650
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned

_WIDE = frozenset("WFH")
# Wide symbols outside these are emoji, which stand in all languages.
_EAST_ASIAN_SYMBOLS = range(0x2E80, 0x10000)
_HANGUL_JAMO = range(0x1100, 0x1200)


@lru_cache(maxsize=4096)
def is_east_asian(letter: str) -> bool:
    """Whether a letter or a mark is of Chinese, Japanese or Korean writing."""
    code = ord(letter)
    if code in _HANGUL_JAMO:
        return True
    return east_asian_width(letter) in _WIDE and (category(letter) != "So" or code in _EAST_ASIAN_SYMBOLS)


def scan_delimiters(text: str, start: int, end: int, can_split_word: bool) -> Scanned:
    """A run of emphasis marks that begins at ``start``: whether it can open, whether it can close, and its length.

    ``end`` is where the text ends; ``can_split_word`` is True for marks that also stand within words, as ``*`` does.
    """
    after = start + 1
    while after < end and text[after] == text[start]:
        after += 1
    # The ends of the text are as good as a space.
    last, following = text[start - 1] if start else " ", text[after] if after < end else " "
    return Scanned(*_flanks(last, following, can_split_word), after - start)


@lru_cache(maxsize=4096)
def _flanks(last: str, following: str, can_split_word: bool) -> tuple[bool, bool]:
    """Whether marks between two letters can open emphasis, and whether they can close it."""
    last_is_mark, following_is_mark = _is_mark(last), _is_mark(following)
    opens = not isWhiteSpace(ord(following)) and (not following_is_mark or last_is_mark or _parts(last))
    closes = not isWhiteSpace(ord(last)) and (not last_is_mark or following_is_mark or _parts(following))
    can_open = opens and (can_split_word or not closes or last_is_mark)
    can_close = closes and (can_split_word or not opens or following_is_mark)
    return can_open, can_close


def _is_mark(letter: str) -> bool:
    return (isMdAsciiPunct(ord(letter)) or isPunctChar(letter)) and not is_east_asian(letter)


def _parts(letter: str) -> bool:
    """Whether punctuation beside this letter is parted from what comes before it."""
    return isWhiteSpace(ord(letter)) or is_east_asian(letter)
