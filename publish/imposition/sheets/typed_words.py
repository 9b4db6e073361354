"""Draws words that were typed into a PDF, beside its text or into a form, and do not say what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...measures.geometry import Box
from ...pdf.slug_font import SlugFont
from .appearances import colour, name_in, set_appearance
from .drawing import number, numbers
from .source_page import box_in, inherited

if TYPE_CHECKING:
    import pikepdf

# In points. A size of 0 stands for one that fits.
_USUAL_SIZE, _SMALLEST_SIZE, _LARGEST_SIZE = 12.0, 4.0, 200.0
_PADDING, _LEADING = 2.0, 1.2
_LONGEST = 5_000  # characters; what is longer is no note on a page
_SIZE = re.compile(rb"([0-9.]{1,12})\s+Tf\b")
_COLOUR = re.compile(rb"((?:[0-9.]{1,12}\s+){1,4})(g|rg|k)\b")
_SHIFTED = {0: 0.0, 1: 0.5, 2: 1.0}  # of the room beside a line: left, in the middle, right


@dataclass(frozen=True, slots=True)
class _Setting:
    """Words in their box. ``colour`` chooses that of letters, ``ground`` that behind them, and may be ``""``."""

    words: str
    box: Box
    size: float
    colour: str
    ground: str
    shifted: float


def typed(annotation: pikepdf.Object) -> str:
    """The words of a free text, or those that a field of a form was filled in with."""
    from pikepdf import Array, String

    value = inherited(annotation, "/V") if name_in(annotation, "/Subtype") == "/Widget" else annotation.get("/Contents")
    several = [str(one) for one in value if isinstance(one, String)] if isinstance(value, Array) else []
    said = str(value) if isinstance(value, String) else ", ".join(several)
    return "\n".join(" ".join(part.split()) for part in re.split(r"\r\n?|\n", said[:_LONGEST])).strip()


def draw_words(file: pikepdf.Pdf, annotation: pikepdf.Object, font: SlugFont) -> bool:
    """Give typed words their appearance; False where there is no room said for them, or the font lacks one of their signs."""
    words, box = typed(annotation), box_in(annotation.get("/Rect"))
    if not words or box is None or not font.has(words):
        return False
    from pikepdf import Dictionary

    setting = _setting(file, annotation, words, box)
    content = " ".join((_ground(setting), "BT", setting.colour, *_lines(setting, font), "ET"))
    set_appearance(file, annotation, content, box, Font=Dictionary(F=font.written(file)))
    return True


def _setting(file: pikepdf.Pdf, annotation: pikepdf.Object, words: str, box: Box) -> _Setting:
    how, side = _how(file, annotation), inherited(annotation, "/Q")
    size, shade = _SIZE.search(how), _COLOUR.search(how)
    return _Setting(
        words, box, _number(size[1]) if size else 0, f"{shade[1].decode()}{shade[2].decode()}" if shade and _numbers(shade[1]) else "0 g",
        colour(annotation.get("/C"), 1), _SHIFTED.get(side, 0.0) if isinstance(side, int) else 0.0,
    )  # fmt: skip


def _how(file: pikepdf.Pdf, annotation: pikepdf.Object) -> bytes:
    """The operators that choose font and colour: its own, those of its field, or those of all fields."""
    from pikepdf import Dictionary, String

    form = file.Root.get("/AcroForm")
    found = inherited(annotation, "/DA") or (form.get("/DA") if isinstance(form, Dictionary) else None)
    return bytes(found)[:1000] if isinstance(found, String) else b""


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return 0


def _numbers(text: bytes) -> bool:
    return all(part.count(b".") <= 1 and part != b"." for part in text.split())


# Lines ------------------------------------------------------------------------------------------


def _ground(setting: _Setting) -> str:
    left, bottom, right, top = setting.box
    return f"q {setting.ground} {numbers((left, bottom, right - left, top - bottom))} re f Q" if setting.ground else ""


def _lines(setting: _Setting, font: SlugFont) -> Iterator[str]:
    """The words from the top of their box, in the size that was chosen or in the largest below it in which all stands in it."""
    left, bottom, right, top = setting.box
    room, height = right - left - 2 * _PADDING, top - bottom
    size = min(_LARGEST_SIZE, setting.size or _USUAL_SIZE)
    lines = _wrapped(setting.words, size, room, font)
    while size > _SMALLEST_SIZE and (len(lines) * size * _LEADING > height + size * (_LEADING - 1) or _widest(lines, size, font) > room):
        size = max(_SMALLEST_SIZE, size * 0.9)
        lines = _wrapped(setting.words, size, room, font)
    first = top - min(_PADDING, max(0.0, height - len(lines) * size * _LEADING)) - size
    yield f"/F {number(size)} Tf"
    for at, words in enumerate(lines):
        x = left + _PADDING + setting.shifted * max(0.0, room - font.width(words, size))
        yield f"1 0 0 1 {numbers((x, first - at * size * _LEADING))} Tm <{font.encoded(words)}> Tj"


def _widest(lines: list[str], size: float, font: SlugFont) -> float:
    return max(font.width(words, size) for words in lines)


def _wrapped(text: str, size: float, room: float, font: SlugFont) -> list[str]:
    lines: list[str] = []
    space = font.width(" ", size)
    for paragraph in text.split("\n"):
        lines.append("")
        taken = 0.0
        for word in paragraph.split():
            width = font.width(word, size)
            if lines[-1] and taken + space + width > room:
                lines.append(word)
                taken = width
            else:
                taken += space + width if lines[-1] else width
                lines[-1] += f" {word}" if lines[-1] else word
    return lines
