"""How a style is set on a page: with its own measures, or with those that a text was fitted by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..layout.fitting import Fit
from ..layout.measure import suited_margins, suited_size, with_room_for_folio
from ..layout.page import MarginShares, PageGeometry, page_geometry
from ..styles import Style


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A style, the page it is set on, and what is changed to make a text fit.

    ``longer`` says of some pages, by their numbers in the file, how many lines more than the
    others they hold; fewer, where it is less than nothing.
    """

    style: Style
    page: PageGeometry
    tracking: float = 0
    spacing: float = 1
    longer: Mapping[int, int] = field(default_factory=dict)
    # Of a page that is filled: the columns its demands stand in, and points of space to put between them.
    demand_columns: int = 1
    air: float = 0

    @property
    def own_fit(self) -> Fit:
        """The setting that the style itself asks for."""
        return Fit(self.style.settings.size, self.style.settings.leading)

    def fitted(self, fit: Fit) -> PageSetup:
        """The same style and shape of page, set in another way."""
        settings = self.style.settings
        if fit == self.own_fit:
            return self
        margins = _scaled(settings.margins, fit.margins)
        page = page_geometry(self.page.width, self.page.height, margins, fit.leading, self.page.bleed, self.page.least_inner)
        style = replace(self.style, settings=replace(settings, size=fit.size, leading=fit.leading, margins=margins))
        return replace(self, style=style, page=page, tracking=fit.tracking, spacing=fit.spacing)

    def css(self) -> str:
        """The rules that say so; a style's own come after them."""
        return "".join((
            self.page.css(),
            f"html {{ --more-space: {_more_space(self.spacing)}rlh }}\n",
            self._filling(),
            *(_longer(number, lines, self.page) for number, lines in self.longer.items()),
        ))  # fmt: skip

    def _filling(self) -> str:
        """For a page that is filled; what stands at its foot is never larger than it need be."""
        if not self.style.settings.fill:
            return ""
        foot = min(0.75 * self.style.settings.size, self.page.measure / 38)
        return f"html {{ --demand-columns: {self.demand_columns}; --air: {self.air:.2f}pt; --foot: {foot:.3f}pt }}\n"


def suited(style: Style, width: float, height: float) -> Style:
    """The style as it is set on a page of this size, in points.

    Lines of running text are neither too long nor too short, and a folio stays on paper that a printer reaches.
    """
    own = style.settings
    if own.columns > 1 or own.fill:
        return style
    size = suited_size(own.size, own.fit.size, width * (1 - own.margins.inner - own.margins.outer))
    leading = round(own.leading * size / own.size, 3)
    margins = with_room_for_folio(suited_margins(own.margins, width, size), height, leading)
    return replace(style, settings=replace(own, size=size, leading=leading, margins=margins))


def _scaled(margins: MarginShares, factor: float) -> MarginShares:
    return MarginShares(margins.inner * factor, margins.outer * factor, margins.top * factor, margins.bottom * factor)


def _more_space(spacing: float) -> int:
    """How many lines a style adds to the space above its heads: whole ones, so that the grid holds. Half the space is one less."""
    return round((spacing - 1) * 2)


def _longer(number: int, lines: int, page: PageGeometry) -> str:
    """Its foot margin is smaller by these lines, or larger."""
    return f"@page :nth({number}) {{ margin-bottom: {page.bottom - lines * page.leading:.3f}pt }}\n"
