"""How wide a run of letters is, by the widths that its font states (ISO 32000-1, 9.2.4 and 9.7.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object

_MOST_LETTERS = 70_000


class Widths:
    """The widths of the letters of a file's fonts, each font read once. In thousandths of the size of type."""

    def __init__(self) -> None:
        self._known: dict = {}

    def of(self, font: Object | None, shown: Sequence) -> float:
        """The width of what is shown by one operator: strings of letters, and numbers that move them closer."""
        from pikepdf import String

        if font is None:
            return 0
        key = font.objgen if font.is_indirect else id(font)
        if key not in self._known:
            self._known[key] = _read(font)
        step, widths, default = self._known[key]
        across = 0.0
        for part in shown:
            if isinstance(part, String):
                codes = bytes(part)
                numbers = codes if step == 1 else (codes[at] << 8 | codes[at + 1] for at in range(0, len(codes) - 1, 2))
                across += sum(widths.get(number, default) for number in numbers)
            else:
                across -= float(part)
        return across


def _read(font: Object) -> tuple[int, dict[int, float], float]:
    """How many bytes make a letter, the widths by number, and that of all others."""
    if font.get("/Subtype") == "/Type0":
        inner = font.DescendantFonts[0]
        return 2, _by_number(list(inner.get("/W", []))), float(inner.get("/DW", 1000))
    first = int(font.get("/FirstChar", 0))
    return 1, {first + n: float(width) for n, width in enumerate(list(font.get("/Widths", []))[:256])}, 500


def _by_number(written: list) -> dict[int, float]:
    """Widths as composite fonts write them: a first letter with a list, or a first and a last with what all have."""
    from pikepdf import Array

    widths: dict[int, float] = {}
    parts = iter(written)
    for first, second in zip(parts, parts, strict=False):
        start = int(first)
        if isinstance(second, Array):
            widths.update({start + n: float(width) for n, width in enumerate(second)})
        else:
            last = min(int(second), start + _MOST_LETTERS)
            widths.update(dict.fromkeys(range(start, last + 1), float(next(parts, 0))))
        if len(widths) > _MOST_LETTERS:
            break
    return widths
