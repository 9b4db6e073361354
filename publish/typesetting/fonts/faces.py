"""The faces that titles are set in, as files: which one has the letters of a text, and how wide its words are."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ...diagnostics import PublishError
from ...language import base
from ...layout.rough_width import rough_width
from ...layout.titles import Width
from ...styles import Style
from .families import SIGN_FAMILIES, family_folders, font_file

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# The size at which widths are measured; they grow in proportion.
_MEASURED_AT = 200
# Faces for letters that the style's own have not, by language; Latin is in all of them.
_EAST_ASIAN_FACES = {"ja": "NotoSansJP", "ko": "NotoSansKR"}
# Letters that run from the right, or change with those beside them.
_SHAPED = re.compile("[\u0590-\u109f\u1780-\u18af\u1a20-\u1aaf\ufb1d-\ufdff\ufe70-\ufefc]")
# What is one sign to a reader: a flag, the key of a digit, an emoji with what changes or continues it; and what of it
# no face need have, nor draws.
_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_CLUSTER = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|.(?:{_UNSEEN.pattern}|\u20e3|(?<=\u200d).)*", re.DOTALL)
_EAST_ASIAN = (("\u1100", "\u11ff"), ("\u2e80", "\u9fff"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
# Is no letter, and no font has it.
_NOBODYS = "\U0010fffe"


def is_east_asian(text: str) -> bool:
    """Whether a text has letters that fill their squares: their lines need more air."""
    return any(first <= sign <= last for sign in set(text) for first, last in _EAST_ASIAN)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is one that is written from right to left."""
    letters = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind != "L" for kind in letters if kind in ("L", "R", "AL")), False)


def choose_face(name: str, weight: str, text: str, lang: str, style: Style) -> tuple[FreeTypeFont | None, str]:
    """A font that has all the letters of a text, though it may lack other signs; else None and a letter that cannot be set.

    The style's face ``name`` comes first, then Noto Sans in ``weight``. There is none for a text
    without letters. Raises PublishError S105 for a face that there is not.
    """
    from PIL import ImageFont

    if not any(map(str.isalnum, text)):
        return None, ""
    if not _can_shape() and (shaped := _SHAPED.search(text)):
        return None, shaped[0]
    east = f"{_EAST_ASIAN_FACES.get(base(lang), 'NotoSansSC')}-{weight}"
    letters: list[str] = []
    for face in (east,) if is_east_asian(text) else (name, f"NotoSans-{weight}"):
        font = ImageFont.truetype(str(_file(face, style)), _MEASURED_AT)
        letters = sorted(filter(str.isalnum, missing(font, text)))
        if not letters:
            return font, ""
    return None, letters[0]


def width_in(font: FreeTypeFont | None) -> Width:
    """How wide words are in a font at size 1, their signs that it lacks in another of ours; without a font about so."""
    if font is None:
        return rough_width
    in_faces = Faces(font)
    return lambda words: sum(face.getlength(part) for face, part in in_faces.parts(words)) / _MEASURED_AT


class Faces:
    """A font, and at its side the faces for signs that it lacks."""

    def __init__(self, font: FreeTypeFont) -> None:
        self._font = font
        self._looked_for: set[str] = set()
        self._lacking: set[str] = set()
        self._chosen: dict[str, FreeTypeFont | None] = {}

    def parts(self, text: str) -> list[tuple[FreeTypeFont, str]]:
        """A text in parts with the font each is set in; signs that no font of ours has are left out."""
        if text.isascii() or not self._lacks(text):
            return [(self._font, text)]
        found: list[tuple[FreeTypeFont, str]] = []
        for cluster in _CLUSTER.findall(text):
            if cluster not in self._chosen:
                self._chosen[cluster] = self._choose(cluster)
            font = self._chosen[cluster]
            if font and found and found[-1][0] is font:
                found[-1] = font, found[-1][1] + cluster
            elif font:
                found.append((font, cluster))
        return found

    def _lacks(self, text: str) -> bool:
        """Whether the font lacks any sign; each is looked for once, since a title is measured many times."""
        signs = set(_UNSEEN.sub("", text))
        self._lacking |= missing(self._font, "".join(signs - self._looked_for))
        self._looked_for |= signs
        return not signs.isdisjoint(self._lacking)

    def _choose(self, cluster: str) -> FreeTypeFont | None:
        if not self._lacks(cluster):
            return self._font
        return next((font for font in self._for_signs if not missing(font, _UNSEEN.sub("", cluster))), None)

    @cached_property
    def _for_signs(self) -> tuple[FreeTypeFont, ...]:
        from PIL import ImageFont

        files = (next(family_folders()[family].glob("*.ttf")) for family in SIGN_FAMILIES)
        return tuple(ImageFont.truetype(str(file), self._font.size) for file in files)


def missing(font: FreeTypeFont, text: str) -> set[str]:
    """The signs of a text for which a font has only its empty box."""
    small = font.font_variant(size=16)
    box = bytes(small.getmask(_NOBODYS))
    width = small.getlength(_NOBODYS)
    # Most signs are told from the box by their width, which is found faster than their picture.
    may_be = (sign for sign in set(text) if not sign.isspace() and small.getlength(sign) == width)
    return {sign for sign in may_be if bytes(small.getmask(sign)) == box}


def _can_shape() -> bool:
    """Whether Pillow finds the libraries that join letters and order them; without, it sets them one by one from the left."""
    from PIL import features

    return all(features.check_feature(name) for name in ("raqm", "fribidi"))


def _file(name: str, style: Style) -> Path:
    own = (folder / f"{name}.{kind}" for folder in style.font_folders for kind in ("ttf", "otf"))
    try:
        return next((file for file in own if file.is_file()), None) or font_file(name)
    except StopIteration:
        hint = "a cover's face is a font's file name without ending, such as SourceSans3-Bold"
        raise PublishError("S105", f"style `{style.name}`: there is no face `{name}`", None, hint) from None
