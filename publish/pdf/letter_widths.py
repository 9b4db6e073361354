"""How wide a run of letters is, by the widths that its font states (ISO 32000-1, 9.2.4 and 9.7.4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from struct import unpack
from typing import TYPE_CHECKING

from .content import Shown
from .used_fonts import FontKey, font_key

if TYPE_CHECKING:
    from pikepdf import Object

_MOST_LETTERS = 70_000


class _ByNumber(dict[int, float]):
    """Widths by the numbers of letters; those that are not listed are as wide as ``default``."""

    def __init__(self, widths: dict[int, float], default: float) -> None:
        super().__init__(widths)
        self.default = default

    def __missing__(self, number: int) -> float:
        return self.default


@dataclass(frozen=True, slots=True)
class FontWidths:
    """Of a font: how many bytes make a letter, and how wide each is, in thousandths of the size of type."""

    step: int
    widths: _ByNumber

    def numbers(self, codes: bytes) -> tuple[int, ...] | bytes:
        """The letters' numbers."""
        return codes if self.step == 1 else unpack(f">{len(codes) // 2}H", codes[: len(codes) & ~1])

    def width(self, codes: bytes) -> float:
        """The width of some letters."""
        return sum(map(self.widths.__getitem__, self.numbers(codes)))


class Widths:
    """The widths of the letters of a file's fonts, each font read once. In thousandths of the size of type."""

    def __init__(self) -> None:
        self._known: dict[FontKey, tuple[FontWidths, Object]] = {}

    def of(self, font: Object | None, shown: Shown) -> float:
        """The width of what is shown by one operator: letters, and numbers that move them closer."""
        return self.font(font).width(shown.codes) - sum(shown.moves) if font is not None else 0

    def font(self, font: Object) -> FontWidths:
        """The widths of a font."""
        key = font_key(font)
        if key not in self._known:
            self._known[key] = _read(font), font  # kept, so that its id stays its own
        return self._known[key][0]


def _read(font: Object) -> FontWidths:
    if font.get("/Subtype") == "/Type0":
        inner = font.DescendantFonts[0]
        return FontWidths(2, _ByNumber(_by_number(list(inner.get("/W", []))), float(inner.get("/DW", 1000))))
    first = int(font.get("/FirstChar", 0))
    return FontWidths(1, _ByNumber({first + n: float(width) for n, width in enumerate(list(font.get("/Widths", []))[:256])}, 500))


def _by_number(written: list[Object]) -> dict[int, float]:
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
