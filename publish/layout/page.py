"""The type area: where on the trimmed page the text stands.

A style gives its margins as shares of the page, so that it can be set on any shape. The margins
found here are such that the text block holds a whole number of lines, which is what lets facing
pages stand line to line. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarginShares:
    """Margins as shares: inner and outer of the page's width, top and bottom of its height."""

    inner: float
    outer: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """A page and its margins."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    leading: float

    @property
    def measure(self) -> float:
        """The width of a full line."""
        return self.width - self.inner - self.outer

    @property
    def lines(self) -> int:
        """How many lines of body text a page holds."""
        return round((self.height - self.top - self.bottom) / self.leading)

    def css(self) -> str:
        """The ``@page`` rules that say this."""
        top, inner, outer, bottom = (f"{length:.3f}pt" for length in (self.top, self.inner, self.outer, self.bottom))
        return (
            f"@page {{ size: {self.width:.3f}pt {self.height:.3f}pt; margin: {top} {outer} {bottom} {inner} }}\n"
            f"@page :left {{ margin-left: {outer}; margin-right: {inner} }}\n"
        )


def page_geometry(width: float, height: float, shares: MarginShares, leading: float) -> PageGeometry:
    """The margins of a page whose foot margin takes up what is over when the lines are whole."""
    top = height * shares.top
    lines = int((height * (1 - shares.top - shares.bottom)) / leading + 0.5)
    return PageGeometry(
        width=width,
        height=height,
        inner=width * shares.inner,
        outer=width * shares.outer,
        top=top,
        bottom=height - top - lines * leading,
        leading=leading,
    )
