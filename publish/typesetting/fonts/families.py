"""The fonts that come with the program: their families, their files, and which signs they are made for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

# Seen by every layout, those with letters first.
_TEXT_FAMILIES = ("EB Garamond", "Source Sans 3", "XCharter", "Gentium Book Plus", "Noto Sans", "Open Sans")
CODE_FAMILY = "Source Code Pro"
EMOJI_FAMILY = "Noto Emoji"
# For signs that faces with letters lack, in the order in which they are asked: in one ink, and drawn like letters first.
SIGN_FAMILIES = ("Noto Sans Symbols", "Noto Sans Math", "Noto Sans Symbols 2", "Noto Music", EMOJI_FAMILY)
FAMILIES = (*_TEXT_FAMILIES, CODE_FAMILY, *SIGN_FAMILIES)
# What none of our families is made for; they cover Latin, Greek, Cyrillic, Hebrew, Devanagari, punctuation, symbols, Han, kana, Hangul, musical and
# mathematical signs, emoji and the invisible signs of which flags are made.
_UNCOVERED = re.compile(
    "[^\u0000-\u052f\u0590-\u05ff\u0900-\u097f\ua8e0-\ua8ff\u1c80-\u1c8f\u1cd0-\u1cff\u1d00-\u1fff\u2000-\u2e7f\u2e80-\u33ff\u3400-\u9fff"
    "\ua640-\ua69f\ua700-\ua7ff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufb00-\ufb06"
    "\ufe00-\ufe0f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef\ufffc\ufffd"
    "\U0001d100-\U0001d1ff\U0001d400-\U0001d7ff\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)


@cache
def family_folders() -> dict[str, Path]:
    """The folder of each family that comes with the program, by the family's name."""
    import rendercv_fonts

    rooms = (Path(rendercv_fonts.__file__).parent, Path(__file__).parents[2] / "typefaces")
    folders = (folder for room in rooms for folder in sorted(room.iterdir()) if folder.is_dir() and not folder.name.startswith("_"))
    return {folder.name: folder for folder in folders}


def font_file(name: str) -> Path:
    """The file of one of our faces, by its name without ending, as in ``EBGaramond-Italic``."""
    families = dict.fromkeys((*FAMILIES, *family_folders()))
    files = (family_folders()[family] / f"{name}.{kind}" for family in families for kind in ("ttf", "otf"))
    return next(file for file in files if file.is_file())


def uncovered(text: str) -> str:
    """The first character that none of our fonts is made for, or ``""``."""
    found = _UNCOVERED.search(text)
    return found[0] if found else ""
