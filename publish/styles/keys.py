"""The keys of a ``style.yaml``: what each may be, and what it says.

Messages, and the file that a new style begins with, are made from what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import inf
from typing import Any, NamedTuple

from ..layout.bounds import Bounds
from ..measures.shapes import shape
from ..model.kinds import Role
from ..settings.yaml_lines import Items, Value

_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FACE = re.compile(r"[\w-][\w .-]{0,99}")
_SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
# What a family's name can be made of; it is written into style sheets, between quotation marks.
FAMILY = re.compile(r"\w[\w .,'&+()-]{0,99}")


class Wrong(ValueError):
    """A value that cannot be; says what it must be. ``code`` is that of the mistake."""

    def __init__(self, wanted: str, code: str = "S107") -> None:
        super().__init__(wanted)
        self.code = code


Reader = Callable[[Value], Any]


class StyleKey(NamedTuple):
    """``read`` makes a value of what was written, or raises :class:`Wrong`."""

    read: Reader
    meaning: str


# Kinds of values --------------------------------------------------------------------------------


def _scalar(value: Value) -> str:
    if not isinstance(value, str):
        raise Wrong("one value")
    return value.strip()


def _text(value: Value) -> str:
    return " ".join(_scalar(value).split())


def _number(least: float, most: float, what: str) -> Reader:
    def read(value: Value) -> float:
        text = _scalar(value)
        if not _NUMBER.fullmatch(text) or not least <= float(text) <= most:
            raise Wrong(f"{what} from {least:g} to {most:g}")
        return float(text)

    return read


def _whole(least: int, most: int, what: str) -> Reader:
    def read(value: Value) -> int:
        text = _scalar(value)
        if not text.isdecimal() or len(text) > 6 or not least <= int(text) <= most:
            raise Wrong(f"{what} from {least} to {most}")
        return int(text)

    return read


def _matching(pattern: re.Pattern[str], what: str, code: str = "S107") -> Reader:
    def read(value: Value) -> str:
        text = _scalar(value)
        if not pattern.fullmatch(text):
            raise Wrong(what, code)
        return text

    return read


def _one_of(*words: str) -> Reader:
    """One of the words; where yes and no are among them, also as YAML's users write those."""

    def read(value: Value) -> str:
        text = _scalar(value).lower()
        if text in _SWITCH and "yes" in words:
            text = "yes" if _SWITCH[text] else "no"
        if text not in words:
            raise Wrong(f"{', '.join(words[:-1])} or {words[-1]}")
        return text

    return read


def _switch(value: Value) -> bool:
    text = _scalar(value).lower()
    if text not in _SWITCH:
        raise Wrong("yes or no")
    return _SWITCH[text]


def _shape(value: Value) -> str:
    text = _scalar(value)
    try:
        shape(text)
    except ValueError as problem:
        raise Wrong(f"a page ({problem})") from None
    return text


def _shapes(value: Value) -> tuple[str, ...]:
    if not isinstance(value, Items):
        raise Wrong("a list of pages, as in `[a5, a6]`")
    return tuple(map(_shape, value))


def _roles(value: Value) -> tuple[str, ...]:
    known = [role.value for role in Role]
    if not isinstance(value, Items) or not value or any(name not in known for name in value):
        raise Wrong(f"a list of parts; they are {', '.join(known)}")
    return tuple(value)


def _bounds(least: float, most: float) -> Reader:
    """Two numbers around 1: the least and the most, in times the style's own."""
    factor = _number(least, most, "two numbers")

    def read(value: Value) -> Bounds:
        if not isinstance(value, Items) or len(value) != 2:
            raise Wrong("two numbers, as in `[0.9, 1.1]`")
        low, high = map(factor, value)
        if not low <= 1 <= high:
            raise Wrong("two numbers, the first 1 or less and the second 1 or more, as in `[0.9, 1.1]`")
        return low, high

    return read


def _table_sizes(value: Value) -> tuple[float, float]:
    wanted = "two numbers from 0.3 to 1.5, the smaller first, as in `[0.56, 0.91]`"
    if not isinstance(value, Items) or len(value) != 2:
        raise Wrong(wanted)
    least, usual = map(_number(0.3, 1.5, "two numbers"), value)
    if least > usual:
        raise Wrong(wanted)
    return least, usual


_percent = _number(0, 3, "a number of percent")


def _tracking(value: Value) -> Bounds:
    percent = _percent(value)
    return -percent, percent


_points = _number(1, 200, "a number of points")
_share = _number(0, 0.7, "a share of the page")
_words = _number(0, 1_000_000, "a number of words")


def _words_or_never(value: Value) -> float:
    return inf if value == "never" else _words(value)


_colour = _matching(_COLOUR, "a colour written with six digits, as in `#f4efe4`", "S104")
_face = _matching(_FACE, "a font's file name without ending, as in `SourceSans3-Bold`", "S105")
_family = _matching(FAMILY, "the name of a font's family, as in `EB Garamond`")
_automatic = _one_of("auto", "yes", "no")

KEYS: Mapping[str, StyleKey] = {
    "description": StyleKey(_text, "what it is, in a line"),
    "extends": StyleKey(_text, "the style it builds on"),
    "shape": StyleKey(_shape, "the page, unless a publication says another"),
    "shapes": StyleKey(_shapes, "the pages it is made for"),
    "size": StyleKey(_points, "the size of body text, in points"),
    "smallest": StyleKey(_points, "the size below which body text is never fitted"),
    "leading": StyleKey(_points, "from one line of body text to the next, in points"),
    "tables": StyleKey(_table_sizes, "the smallest size of tables that want room, and the usual one, in times that of the text"),
    "title-size": StyleKey(_points, "the size of the title on its page, by which its lines are broken"),
    "columns": StyleKey(_whole(1, 6, "a number of columns"), "how many columns of text a page has"),
    "hyphenate": StyleKey(_switch, "whether words are divided at line ends"),
    "justify": StyleKey(_switch, "whether lines are made equally long"),
    "drop-caps": StyleKey(_switch, "whether chapters begin with a drop cap"),
    "title-page": StyleKey(_automatic, "a title page; auto: by the length"),
    "contents": StyleKey(_automatic, "a page of contents; auto: with a title page and several sections"),
    "chapters": StyleKey(_one_of("auto", "page", "run-on"), "whether chapters open pages; auto: by their length"),
    "notes": StyleKey(_one_of("page", "end"), "where notes stand: at the foot of the page, or all at the ends of sections"),
    "sections": StyleKey(_roles, "the parts it shows on paper, as in `[demands, contact]`; none: all"),
    "fill": StyleKey(_switch, "whether it is one page, set as large as fits"),
    "save-page": StyleKey(_share, "how full a last page must be; with less on it the text is set closer, if that saves it"),
    "margins.inner": StyleKey(_share, "toward the fold, as a share of the page's width"),
    "margins.outer": StyleKey(_share, "away from it"),
    "margins.top": StyleKey(_share, "above the text, as a share of the page's height"),
    "margins.bottom": StyleKey(_share, "below it"),
    "fonts.text": StyleKey(_family, "the family of the text"),
    "fonts.sans": StyleKey(_family, "the family of headings, captions and all that calls out"),
    "fonts.display": StyleKey(_family, "the family of titles, where it is another than that"),
    "fit.size": StyleKey(_bounds(0.5, 2), "the type size when fitted to a number of pages, in times its own"),
    "fit.leading": StyleKey(_bounds(0.7, 1.5), "the leading, likewise"),
    "fit.tracking": StyleKey(_tracking, "the width of letters, in percent, more or less"),
    "fit.margins": StyleKey(_bounds(0.3, 2), "the margins, in times their own"),
    "fit.spacing": StyleKey(_bounds(0.2, 3), "the space around headings, lists and the like"),
    "cover.paper": StyleKey(_colour, "the colour a cover is drawn on"),
    "cover.ink": StyleKey(_colour, "the colour it is drawn in"),
    "cover.accent": StyleKey(_colour, "the colour of its rules, where that is another"),
    "cover.face": StyleKey(_face, "the font of the cover's title, by its file name"),
    "cover.second-face": StyleKey(_face, "the font of its other words"),
    "title-page-from": StyleKey(_words, "how many words a text needs for a title page of its own"),
    "cover-from": StyleKey(_words_or_never, "how many words it needs for a cover, or `never`"),
    "title-page-behind-cover-from": StyleKey(_words_or_never, "how many for a title page as well"),
    "half-title-from": StyleKey(_words_or_never, "how many for a half-title"),
    "imprint-page-from": StyleKey(_words_or_never, "how many for a page of imprint; below, it closes the text"),
    "back-cover-from": StyleKey(_words_or_never, "how many for a back cover, where there is a blurb, a price or an ISBN"),
    "chapter-page-from": StyleKey(_words, "how many words chapters need, on average, to open pages"),
}
