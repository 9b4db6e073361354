"""Reads a ``style.yaml`` with its lines; every mistake is reported.

Styles are read in every build, so the few keys there are have a table of their own here, and an
EPUB of a text without front matter need not load what longer settings need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from ..diagnostics import Report
from ..layout.bounds import Bounds, FitBounds
from ..layout.page import MarginShares
from ..model.place import Place
from ..settings.yaml_lines import Keys, Value, read_yaml, seen, short
from .keys import KEYS, Wrong
from .settings import CoverDesign, Fonts, StyleSettings

G = TypeVar("G", MarginShares, CoverDesign, Fonts)

# What is left of a page for the text, as a share, is less than half of nothing else.
_LEAST_FOR_TEXT = 0.3
_GROUPS = frozenset(key.partition(".")[0] for key in KEYS if "." in key)
# How far a style may be fitted that does not say so: in times its own size and leading.
_FITTED_SIZE: Bounds = (0.93, 1.05)
_FITTED_LEADING: Bounds = (0.95, 1.07)


@dataclass(frozen=True, slots=True)
class StyleFile:
    """One ``style.yaml``: the values that are right, by key (``margins.inner``), and where each was written."""

    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


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
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, value, line in _pairs(tree, "", file, report):
        places[key] = Place(file, line)
        try:
            values[key] = KEYS[key].read(value)
        except Wrong as wrong:
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


# Together ---------------------------------------------------------------------------------------


def merged(files: Sequence[StyleFile], report: Report) -> tuple[StyleSettings, Mapping[str, Place]]:
    """The settings of a style, its own file first: for each key the nearest file's word holds; and where it stands.

    Margins that leave no room for text, and a size below the smallest, are reported (S107), and
    those of a style that says nothing taken.
    """
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for file in reversed(files):
        values |= file.values
        places |= file.places
    _drop_margins_without_room(values, places, report)
    _drop_smallest_above_size(values, places, report)
    return _made_of(values), places


def _drop_margins_without_room(values: dict[str, Any], places: Mapping[str, Place], report: Report) -> None:
    margins = _group(MarginShares, "margins", values)
    for first, second in (("inner", "outer"), ("top", "bottom")):
        left = 1 - getattr(margins, first) - getattr(margins, second)
        if left < _LEAST_FOR_TEXT - 1e-9:
            place = places.get(f"margins.{first}") or places.get(f"margins.{second}")
            message = f"the margins {first} and {second} leave {max(left, 0):.0%} of the page for the text"
            report.error("S107", message, place, f"leave {_LEAST_FOR_TEXT:.0%} or more")
            for key in [key for key in values if key.startswith("margins.")]:
                del values[key]


def _drop_smallest_above_size(values: dict[str, Any], places: Mapping[str, Place], report: Report) -> None:
    size, smallest = (values.get(key, getattr(StyleSettings(), key)) for key in ("size", "smallest"))
    if smallest > size:
        place = places.get("size") or places.get("smallest")
        message = f"the size of {size:g} points is below the smallest, {smallest:g}"
        report.error("S107", message, place, "set `smallest` to that size or less")
        values.pop("smallest", None)
        values.pop("size", None)


def _made_of(values: Mapping[str, Any]) -> StyleSettings:
    own = {key.replace("-", "_"): value for key, value in values.items() if "." not in key}
    margins, cover, fonts = _group(MarginShares, "margins", values), _group(CoverDesign, "cover", values), _group(Fonts, "fonts", values)
    settings = StyleSettings(**own, margins=margins, cover=cover, fonts=fonts)
    return replace(settings, fit=_fit(settings, values))


def _group(kind: type[G], group: str, values: Mapping[str, Any]) -> G:
    defaults = getattr(StyleSettings(), group)
    return kind(**{one.name: values.get(f"{group}.{one.name.replace('_', '-')}", getattr(defaults, one.name)) for one in fields(kind)})


def _fit(settings: StyleSettings, values: Mapping[str, Any]) -> FitBounds:
    """The bounds in the measures of the style: its file gives size and leading in times its own."""
    usual = FitBounds()
    size = _times(settings.size, values.get("fit.size", _FITTED_SIZE))
    return FitBounds(
        size=(max(size[0], settings.smallest), size[1]),
        leading=_times(settings.leading / settings.size, values.get("fit.leading", _FITTED_LEADING)),
        tracking=values.get("fit.tracking", usual.tracking),
        margins=values.get("fit.margins", usual.margins),
        spacing=values.get("fit.spacing", usual.spacing),
    )


def _times(own: float, bounds: Bounds) -> Bounds:
    return round(own * bounds[0], 4), round(own * bounds[1], 4)
