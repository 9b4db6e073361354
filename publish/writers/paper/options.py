"""Which pages a book gets and how they are set: what its author decided, put over what its style suggests."""

from __future__ import annotations

from ...settings.values import Settings
from ...styles import Style
from .html import PaperOptions


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


def _decided(setting: str, style: str) -> bool | None:
    """What a publication decides, or leaves to its style with ``auto``; None where that leaves it to the length."""
    return {"yes": True, "page": True, "no": False, "run-on": False}.get(style if setting == "auto" else setting)
