"""What a ``style.yaml`` can say, read with its lines; every mistake is reported.

Styles are read in every build, so the few keys there are have a table of their own here, and an
EPUB of a text without front matter need not load what longer settings need.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from .config.yaml_lines import Keys, Value, read_yaml, seen, short
from .diagnostics import Report
from .layout.page import MarginShares
from .model.place import Place
from .printing.shapes import shape

# What is left of a page for the text, as a share, is less than half of nothing else.
_LEAST_FOR_TEXT = 0.3
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FACE = re.compile(r"[\w-][\w .-]{0,99}")


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """How a cover is drawn when none is given: two colours and two faces (fonts' file names)."""

    paper: str = "#f3eee3"
    ink: str = "#161616"
    face: str = "SourceSans3-Bold"
    second_face: str = "EBGaramond-Italic"


@dataclass(frozen=True, slots=True)
class StyleSettings:
    """What ``style.yaml`` can say. Lengths are points, margins are shares of the page."""

    description: str = ""
    extends: str = ""
    shape: str = "a5"
    size: float = 11
    leading: float = 14
    title_size: float = 30
    margins: MarginShares = MarginShares(inner=0.135, outer=0.155, top=0.1, bottom=0.125)
    cover: CoverDesign = CoverDesign()
    # A text gets a title page of its own from so many words on; below, a title block.
    title_page_from: int = 450
    # Chapters open a page when they have so many words on average.
    chapter_page_from: int = 450


@dataclass(frozen=True, slots=True)
class StyleFile:
    """One ``style.yaml``: the values that are right, by key (``margins.inner``), and where each was written."""

    values: Mapping[str, str | float] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


# Keys -------------------------------------------------------------------------------------------


class _Wrong(ValueError):
    """A value that cannot be; says what it must be. ``code`` is that of the mistake."""

    def __init__(self, wanted: str, code: str = "S107") -> None:
        super().__init__(wanted)
        self.code = code


Reader = Callable[[str], str | float]


def _text(value: str) -> str:
    return " ".join(value.split())


def _number(least: float, most: float, what: str) -> Reader:
    def read(value: str) -> float:
        if not _NUMBER.fullmatch(value) or not least <= float(value) <= most:
            raise _Wrong(f"{what} from {least:g} to {most:g}")
        return float(value)

    return read


def _matching(pattern: re.Pattern[str], what: str, code: str) -> Reader:
    def read(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _Wrong(what, code)
        return value

    return read


def _shape(value: str) -> str:
    try:
        shape(value)
    except ValueError as problem:
        raise _Wrong(f"a page ({problem})") from None
    return value


_points = _number(1, 200, "a number of points")
_share = _number(0, 0.7, "a share of the page")
_words = _number(0, 1_000_000, "a number of words")
_colour = _matching(_COLOUR, "a colour written with six digits, as in `#f4efe4`", "S104")
_face = _matching(_FACE, "a font's file name without ending, as in `SourceSans3-Bold`", "S105")

KEYS: Mapping[str, Reader] = {
    "description": _text, "extends": _text, "shape": _shape,
    "size": _points, "leading": _points, "title-size": _points,
    "margins.inner": _share, "margins.outer": _share, "margins.top": _share, "margins.bottom": _share,
    "cover.paper": _colour, "cover.ink": _colour, "cover.face": _face, "cover.second-face": _face,
    "title-page-from": _words, "chapter-page-from": _words,
}  # fmt: skip
_GROUPS = frozenset(key.partition(".")[0] for key in KEYS if "." in key)


# Reading ----------------------------------------------------------------------------------------


def read_style_file(text: str, file: str, report: Report) -> StyleFile:
    """What the text of a ``style.yaml`` says; ``file`` is its name in messages.

    What is wrong is reported (S102, S104 to S107, and C1xx where it is no YAML) and left out.
    """
    tree, parsed = read_yaml(text, file, 1, report)
    if not isinstance(tree, Keys):
        if parsed:
            report.error("S102", "this style.yaml says nothing", Place(file), "write at least: `extends: base`")
        return StyleFile()
    values: dict[str, str | float] = {}
    places: dict[str, Place] = {}
    for key, value, line in _pairs(tree, "", file, report):
        places[key] = Place(file, line)
        try:
            values[key] = KEYS[key](_scalar(value))
        except _Wrong as wrong:
            report.error(wrong.code, f"`{key}` must be {wrong}, not {seen(value)}", places[key])
    return StyleFile(values, places)


def _pairs(tree: Keys, group: str, file: str, report: Report) -> Iterator[tuple[str, Value, int]]:
    """Keys that there are, with their values and lines; those of groups with the group's name before them."""
    for name, value in tree.items():
        key, line = f"{group}{name}", tree.lines[name]
        if key in _GROUPS and isinstance(value, Keys):
            yield from _pairs(value, f"{key}.", file, report)
        elif key in KEYS:
            yield key, value, line
        elif key in _GROUPS:
            known = ", ".join(_known(f"{key}."))
            report.error("S107", f"`{key}` must be keys with values, not {seen(value)}", Place(file, line), f"they are {known}")
        else:
            report.error("S106", f"unknown key `{short(name)}`", Place(file, line), _nearest(name, group))


def _known(group: str) -> list[str]:
    if group:
        return [key.removeprefix(group) for key in KEYS if key.startswith(group)]
    return [*(key for key in KEYS if "." not in key), *sorted(_GROUPS)]


def _nearest(name: str, group: str) -> str:
    known = _known(group)
    near = get_close_matches(name[:60].lower().replace("_", "-"), known, 1)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"


def _scalar(value: Value) -> str:
    if not isinstance(value, str):
        raise _Wrong("one value")
    return value.strip()


# Together ---------------------------------------------------------------------------------------


def merged(files: Sequence[StyleFile], report: Report) -> StyleSettings:
    """The settings of a style, its own file first: for each key the nearest file's word holds.

    Margins that leave no room for text are reported (S107), and those of a style that says nothing taken.
    """
    values: dict[str, str | float] = {}
    places: dict[str, Place] = {}
    for file in reversed(files):
        values |= file.values
        places |= file.places
    settings = _made_of(values)
    for first, second in (("inner", "outer"), ("top", "bottom")):
        left = 1 - getattr(settings.margins, first) - getattr(settings.margins, second)
        if left < _LEAST_FOR_TEXT - 1e-9:
            place = places.get(f"margins.{first}") or places.get(f"margins.{second}")
            message = f"the margins {first} and {second} leave {max(left, 0):.0%} of the page for the text"
            report.error("S107", message, place, f"leave {_LEAST_FOR_TEXT:.0%} or more")
            values = {key: value for key, value in values.items() if not key.startswith("margins.")}
    return _made_of(values)


def _made_of(values: Mapping[str, str | float]) -> StyleSettings:
    def part(kind: type, group: str):
        defaults = getattr(StyleSettings(), group)
        return kind(**{name: values.get(f"{group}.{name.replace('_', '-')}", getattr(defaults, name)) for name in kind.__slots__})

    own = {key.replace("-", "_"): value for key, value in values.items() if "." not in key}
    return StyleSettings(**own, margins=part(MarginShares, "margins"), cover=part(CoverDesign, "cover"))
