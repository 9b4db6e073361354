"""How wide words are, roughly, where no font is at hand."""

from __future__ import annotations

# Of a text face in ems: a letter with its share of the spaces.
LETTER = 0.42
_NARROW, _WIDE = frozenset("ijlftrI.,:;'’‘!|()[]-1 "), frozenset("mwMWOQGDHNUCV@%—")
_NARROW_EM, _MIDDLE_EM, _WIDE_EM, _FULL_EM = 0.30, 0.54, 0.74, 1.0


def rough_width(text: str) -> float:
    """About how many ems a bold sans needs for a text."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _FULL_EM if ord(letter) > 0x2E7F else _MIDDLE_EM
