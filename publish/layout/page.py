"""The type area: where on the trimmed page the text stands.

A style gives its margins as shares of the page, so that it can be set on any shape. The margins
found here are such that the text block holds a whole number of lines, which is what lets facing
pages stand line to line. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from ..diagnostics import PublishError

_MM = 72 / 25.4
# What a page must have room for: lines, and a measure of so many times their leading.
_FEWEST_LINES, _NARROWEST = 4, 4
# A share of the leading that stays free below the text.
_LEAST_FOOT = 0.25


@dataclass(frozen=True, slots=True)
class MarginShares:
    """Margins as shares: inner and outer of the page's width, top and bottom of its height."""

    inner: float
    outer: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """A page, its margins, and how far colour that reaches its edges goes beyond them."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    leading: float
    bleed: float = 0
    least_inner: float = 0  # what the inner margin must be, however the text is fitted

    @property
    def measure(self) -> float:
        """The width of a full line."""
        return self.width - self.inner - self.outer

    @property
    def lines(self) -> int:
        """How many lines of body text a page holds."""
        return round((self.height - self.top - self.bottom) / self.leading)

    def css(self) -> str:
        """The ``@page`` rules that say this; the height of the text block is ``--text-height``, and ``--bleed`` the bleed, where there is any."""
        top, inner, outer, bottom = (f"{length:.3f}pt" for length in (self.top, self.inner, self.outer, self.bottom))
        return (
            f"@page {{ size: {self.width:.3f}pt {self.height:.3f}pt; margin: {top} {outer} {bottom} {inner} }}\n"
            f"{self._bleed_css()}"
            f"@page :left {{ margin-left: {outer}; margin-right: {inner} }}\n"
            f":root {{ --text-height: {self.height - self.top - self.bottom - 0.01:.3f}pt }}\n"
        )

    def _bleed_css(self) -> str:
        return f"@page {{ bleed: {self.bleed:.3f}pt }}\n:root {{ --bleed: {self.bleed:.3f}pt }}\n" if self.bleed else ""


def page_geometry(width: float, height: float, shares: MarginShares, leading: float, bleed: float = 0, least_inner: float = 0) -> PageGeometry:
    """The margins of a page whose foot margin takes up what is over when the lines are whole.

    The inner margin is never smaller than ``least_inner``. Raises PublishError S110 where the page is
    too small for text in this style.
    """
    top = height * shares.top
    # The foot margin gives up to half a line, though never so much that it is none.
    lines = floor(min(height * (1 - shares.top - shares.bottom) / leading + 0.5, (height - top) / leading - _LEAST_FOOT))
    inner = max(width * shares.inner, least_inner)
    if lines < _FEWEST_LINES or width * (1 - shares.outer) - inner < _NARROWEST * leading:
        size = f"{width / _MM:.0f} by {height / _MM:.0f} mm"
        raise PublishError("S110", f"a page of {size} has no room for text in this style", None, "choose a larger shape")
    return PageGeometry(
        width=width,
        height=height,
        inner=inner,
        outer=width * shares.outer,
        top=top,
        bottom=height - top - lines * leading,
        leading=leading,
        bleed=bleed,
        least_inner=least_inner,
    )
