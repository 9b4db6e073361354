"""Where back, spine and front of a cover stand on its sheet."""

from __future__ import annotations

from dataclasses import dataclass

from ...layout.page import PageGeometry
from ...prepress.services.presets import BarcodeArea

_MARGIN_BOXES = tuple(
    f"@{edge}" for edge in (
        "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "right-top", "right-middle", "right-bottom",
        "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left", "bottom-left-corner", "left-bottom", "left-middle", "left-top",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetGeometry:
    """A sheet of two pages with a spine between them. Lengths are points.

    ``from_right`` puts the front to the left of the spine; ``upwards`` says that the words on the spine
    are turned anticlockwise. ``logo`` is the side of the square that the publisher's sign has on it; ``area``
    stays white for the bar code of a print service.
    """

    page: PageGeometry
    spine: float
    bleed: float
    from_right: bool = False
    upwards: bool = False
    logo: float = 0
    area: BarcodeArea | None = None

    @property
    def width(self) -> float:
        """The width of the trimmed sheet."""
        return 2 * self.page.width + self.spine

    @property
    def folds(self) -> tuple[float, ...]:
        """Where it is folded, from the left edge of the trimmed sheet: at both sides of the spine, or once where there is none."""
        return (self.page.width, self.page.width + self.spine) if self.spine else (self.page.width,)

    def css(self) -> str:
        """The rules that say so."""
        page, shown = self.page, _points
        text_height = page.height - page.top - page.bottom - 0.01
        off = " ".join(f"{box} {{ content: none }}" for box in _MARGIN_BOXES)
        return "\n".join((
            f":root {{ --text-height: {shown(text_height)}; --page-width: {shown(page.width)}; --page-height: {shown(page.height)}; "
            f"--spine-width: {shown(self.spine)}; --bleed: {shown(self.bleed)} }}",
            f"@page cover-sheet {{ size: {shown(self.width)} {shown(page.height)}; margin: 0; bleed: {shown(self.bleed)}; "
            f"background: var(--cover-paper); {off} }}",
            self._panels(),
            self._spine(),
            self._area(),
            "",
        ))  # fmt: skip

    def _panels(self) -> str:
        """Either panel has its inner margin at the spine."""
        page = self.page
        at_right, at_left = page.width + self.spine, 0.0
        front, back = (at_left, at_right) if self.from_right else (at_right, at_left)
        picture = -self.bleed if self.from_right else 0.0
        return "\n".join((
            f".cover-sheet .panel {{ width: {_points(page.width)}; height: {_points(page.height)} }}",
            *(f".cover-sheet .{name} {{ left: {_points(left)}; padding: {self._padding(left > 0)} }}"
              for name, left in (("front-panel", front), ("back-panel", back))),
            f".cover-sheet .front-panel .pictured img {{ left: {_points(picture)} }}",
        ))  # fmt: skip

    def _padding(self, spine_at_left: bool) -> str:
        page = self.page
        right, left = (page.outer, page.inner) if spine_at_left else (page.inner, page.outer)
        return " ".join(map(_points, (page.top, right, page.bottom, left)))

    def _spine(self) -> str:
        """The spine is laid out lying and then turned: its left end becomes its head, or its foot."""
        page, left = self.page, self.page.width
        if self.upwards:
            padding, turn = (page.top, page.bottom), f"translate(0, {_points(page.height)}) rotate(-90deg)"
        else:
            padding, turn = (page.bottom, page.top), f"translate({_points(self.spine)}, 0) rotate(90deg)"
        right_end, left_end = map(_points, padding)
        return (
            f".spine {{ left: {_points(left)}; width: {_points(page.height)}; height: {_points(self.spine)}; "
            f"padding: 0 {right_end} 0 {left_end}; transform: {turn} }}\n"
            f".spine-logo {{ left: {_points(left + (self.spine - self.logo) / 2)}; bottom: {_points(page.bottom)}; "
            f"width: {_points(self.logo)}; height: {_points(self.logo)} }}"
        )

    def _area(self) -> str:
        """The white area at the right of the back, and what keeps words away from it."""
        if self.area is None:
            return ""
        page, edge = self.page, self.area.from_edges
        margin = page.outer if self.from_right else page.inner
        beside = max(0.0, self.area.width + 2 * edge - margin)
        above = max(0.0, self.area.height + edge - page.bottom) + page.leading
        return (
            f".barcode-area {{ right: {_points(edge)}; bottom: {_points(edge)}; "
            f"width: {_points(self.area.width)}; height: {_points(self.area.height)} }}\n"
            f".cover-sheet .back-foot {{ box-sizing: border-box; min-height: {_points(above)}; padding-right: {_points(beside)} }}"
        )


def _points(length: float) -> str:
    return f"{length:.4f}pt"
