"""What an author decided of a book's look, put over what its style suggests."""

from __future__ import annotations

from dataclasses import replace

from ...model.book import Book
from ...settings.values import Settings
from ...styles import Style
from .order import Order


def coloured(style: Style, settings: Settings) -> Style:
    """The style with the colours that the settings give to covers."""
    own = settings.colours
    given = {name: colour for name in ("paper", "ink", "accent") if (colour := getattr(own, name))}
    if not given:
        return style
    return replace(style, settings=replace(style.settings, cover=replace(style.settings.cover, **given)))


def opened(order: Order) -> Book:
    """The order's book with drop caps, where they are wanted."""
    wanted = order.settings.drop_caps
    if wanted == "no" or (wanted == "auto" and not order.style.settings.drop_caps):
        return order.book
    from ..markup.drop_caps import with_drop_caps

    return with_drop_caps(order.book)
