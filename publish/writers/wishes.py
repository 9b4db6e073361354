"""What an author decided of a book's look, put over what its style suggests."""

from __future__ import annotations

from dataclasses import replace

from ..config.settings import Settings
from ..model.book import Book
from ..styles import Style
from .paper import PaperOptions


def paper_options(style: Style, settings: Settings) -> PaperOptions:
    """What the author decided of pages, or left to the style."""
    own = style.settings
    return PaperOptions(
        title_page=_decided(settings.title_page, own.title_page),
        cover=_decided(settings.cover, "auto"),
        half_title=_decided(settings.half_title, "auto"),
        imprint_page=_decided(settings.imprint_page, "auto"),
        back_cover=_decided(settings.back_cover, "auto"),
        contents=_decided(settings.contents, own.contents),
        chapters_open_pages=_decided(settings.chapters, own.chapters),
        hyphenate=settings.hyphenate and own.hyphenate,
        justify=own.justify,
    )


def coloured(style: Style, settings: Settings) -> Style:
    """The style with the colours that the settings give to covers."""
    own = settings.colours
    given = {name: colour for name in ("paper", "ink", "accent") if (colour := getattr(own, name))}
    if not given:
        return style
    return replace(style, settings=replace(style.settings, cover=replace(style.settings.cover, **given)))


def opened(book: Book, style: Style, settings: Settings) -> Book:
    """The book with drop caps, where they are wanted."""
    if settings.drop_caps == "no" or settings.drop_caps == "auto" and not style.settings.drop_caps:
        return book
    from .drop_caps import with_drop_caps

    return with_drop_caps(book)


def _decided(setting: str, style: str) -> bool | None:
    """What a publication decides, or leaves to its style with ``auto``; None where that leaves it to the length."""
    return {"yes": True, "page": True, "no": False, "run-on": False}.get(style if setting == "auto" else setting)
