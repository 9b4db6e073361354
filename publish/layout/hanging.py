"""Punctuation at the edges of the text stands out a little, which makes the edges look straight.

The figures are shares of an em, chosen by eye for book faces: about two thirds of a small mark's
width, less of a large one's.
"""

from __future__ import annotations

_RIGHT = {
    "-": 0.13, "‐": 0.13, "–": 0.12, "—": 0.12, ".": 0.12, ",": 0.12, ":": 0.07, ";": 0.07, "!": 0.04, "?": 0.05,
    "’": 0.11, "”": 0.16, "'": 0.1, '"': 0.12, "»": 0.1, "›": 0.08, ")": 0.04,
}  # fmt: skip
_LEFT = {
    "“": 0.16, "‘": 0.1, "„": 0.12, "‚": 0.1, "«": 0.1, "‹": 0.08, "'": 0.08, '"': 0.12, "(": 0.03, "—": 0.08,
    "A": 0.03, "T": 0.03, "V": 0.03, "W": 0.03, "Y": 0.03,
}  # fmt: skip


def hangs_right(letter: str) -> float:
    """How far the last sign of a line stands out, in ems."""
    return _RIGHT.get(letter, 0.0)


def hangs_left(letter: str) -> float:
    """How far the first sign of a line stands out, in ems."""
    return _LEFT.get(letter, 0.0)
