"""What a publication takes from its settings into the book: the words and pictures of front and back matter.

The house's own stand in ``publish.yaml`` and its pictures beside that file, so a book calls them by
other names than the pictures of its own folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from ..files import inside
from ..model.book import Emblem, Matter, Metadata
from ..settings.values import Picture, Publication, Settings
from ..styles import Style
from ..transforms.picture_files import SettingsPicture


def matter(settings: Settings) -> Matter:
    """What the settings say that is to stand before and behind the text."""
    return Matter(
        edition=settings.edition_statement,
        printer=settings.printer,
        licence=settings.licence,
        blurb=settings.blurb,
        price=settings.price,
        logo=_emblem(settings.logo),
        union_label=_emblem(settings.union_label),
    )


def pictures(publication: Publication, folder: Path) -> tuple[SettingsPicture, ...]:
    """The pictures that the settings name; those of the manuscript itself are in ``folder``."""
    return tuple(_pictures(publication, folder))


def _pictures(publication: Publication, folder: Path) -> Iterator[SettingsPicture]:
    settings = publication.settings
    cover = None if publication.metadata.cover_image else settings.cover_image
    for key, one in (("logo", settings.logo), ("union-label", settings.union_label), ("cover-image", cover)):
        if one:
            yield SettingsPicture(_name(one), one.file, one.folder or folder, publication.places.get(key))


def in_house_fonts(style: Style, publication: Publication) -> Style:
    """The style in the families that the settings name; their files may lie in ``fonts`` beside what names them."""
    families = {role: name for role, name in asdict(publication.settings.fonts).items() if name}
    if not families:
        return style
    places = publication.places
    named_in = dict.fromkeys(Path(places[key].file).parent for role in families if (key := f"fonts.{role}") in places)
    folders = (inside(folder, "fonts") for folder in named_in)
    return style.set_in(families, places, tuple(folder for folder in folders if folder and folder.is_dir()))


def with_house_cover(metadata: Metadata, settings: Settings) -> Metadata:
    """The metadata with the house's cover, for a publication that has none of its own."""
    if metadata.cover_image or not settings.cover_image:
        return metadata
    return replace(metadata, cover_image=_name(settings.cover_image))


def _emblem(picture: Picture | None) -> Emblem | None:
    return Emblem(_name(picture), picture.alt) if picture else None


def _name(picture: Picture) -> str:
    """By what the book knows a picture; no manuscript can name a file so."""
    return f"{'house' if picture.folder else 'settings'}:{picture.file}"
