"""How far a style lets itself be changed."""

from __future__ import annotations

from dataclasses import dataclass

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FitBounds:
    """How far a style may be changed to fill a given number of pages, as (least, most).

    ``size`` is in points and ``leading`` in sizes of type; ``tracking`` is in percent of the width of
    letters. ``margins`` and ``spacing``, the space above heads, are in times the style's own.
    """

    size: Bounds = (10.23, 11.55)
    leading: Bounds = (1.2091, 1.3618)
    tracking: Bounds = (-1, 1)
    margins: Bounds = (0.85, 1.1)
    spacing: Bounds = (0.5, 1.5)
