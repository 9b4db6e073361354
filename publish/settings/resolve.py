"""Settings keys as written, over the settings that stood before."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from enum import Enum
from typing import Any

import msgspec

from ..measures import print_job
from ..measures.contrast import contrast
from ..measures.shapes import shape
from ..model.place import Place
from .keys import Automatic, ColourKeys, EditionKeys, FontKeys, PictureKeys, SettingsKeys, Switch
from .metadata import line, words
from .pages_to_fill import pages_to_fill
from .validate import SettingsFile, convert
from .values import FORMATS, Colours, Edition, Families, Picture, Settings
from .yaml_lines import Keys, short

_NO_PICTURE = ("", "no", "none", "false", "off")
_PICTURES = ("logo", "union_label", "cover_image")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
# Type is hard to read below this; it is what WCAG asks of large type.
_LEAST_CONTRAST = 3
# What a family's name can be made of; it is written into style sheets, between quotation marks.
FAMILY = re.compile(r"\w[\w .,'&+()-]{0,99}")
_CODE = re.compile(r"[A-Z][0-9]{3}")
COUNTRIES = ("GB", "US", "FR", "DE")
_FILE_NAME = re.compile(r"\w[\w.-]{0,99}")


def resolve(before: Settings, keys: SettingsKeys, tree: Keys, source: SettingsFile) -> tuple[Settings, dict[str, Place]]:
    """``before`` with what ``keys`` say in its place, and where each of them was said.

    ``tree`` is what ``keys`` were made of. Values that cannot be are reported (C106, C107, C114, C117, C119, C125, C140, C141, C142)
    and left as they were before.
    """
    own = _Own(tree, source)
    given = {name: _plain(value) for name, value in msgspec.structs.asdict(keys).items() if value is not None}
    given.pop("editions", None)
    if keys.repair is not None:
        given["repair"] = {Automatic.AUTO: None, Automatic.YES: True, Automatic.NO: False}[keys.repair]
    if keys.formats is not None:
        given["formats"] = tuple(name for name in words(keys.formats) if own.is_format("formats", name))
    for name in ("check_ignore", "check_errors"):
        if name in given:
            given[name] = own.codes(name.replace("_", "-"), words(getattr(keys, name)))
    if "country" in given:
        given["country"] = own.country(given["country"]) or ""
    if "shape" in given and not own.is_shape(given["shape"]):
        del given["shape"]
    given = own.with_fit(given)
    printing = own.printing(given)
    given |= {name: _picture(given[name]) for name in _PICTURES if name in given}
    if keys.colours is not None:
        given["colours"] = own.colours(before.colours, keys.colours)
    if keys.fonts is not None:
        given["fonts"] = own.fonts(before.fonts, keys.fonts)
    if "slug" in given and not own.is_file_name("slug", given["slug"]):
        del given["slug"]
    editions, places = _editions(before.editions, tree, source) if keys.editions else (before.editions, {})
    settings = replace(before, **given, editions=editions, printing=replace(before.printing, **printing))
    written: Keys = tree.get("fonts", Keys())
    places |= {f"fonts.{role}": Place(source.file, written.lines[role]) for role in written}
    return settings, {key: Place(source.file, tree.lines[key]) for key in tree} | places


def _plain(value: Any) -> Any:
    match value:
        case Switch():
            return value is Switch.YES
        case Enum():
            return value.value
        case str():
            return value.strip()
        case _:
            return value


def _picture(value: str | PictureKeys) -> Picture | None:
    """None for ``no``, by which a publication can do without the house's."""
    if isinstance(value, PictureKeys):
        return Picture(value.file.strip(), line(value.alt))
    return None if value.lower() in _NO_PICTURE else Picture(value)


class _Own:
    """Checks of values against what there is; what is wrong is reported at its key."""

    def __init__(self, tree: Keys, source: SettingsFile) -> None:
        self._tree, self._source = tree, source

    def _error(self, key: str, code: str, message: str, hint: str = "") -> None:
        self._source.error(code, message, self._tree.lines.get(key, self._tree.line), hint)

    def is_format(self, key: str, name: str) -> bool:
        if name not in FORMATS:
            near = get_close_matches(name.lower()[:40], FORMATS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(FORMATS)}"
            self._error(key, "C106", f"unknown format `{short(name)}`", hint)
        return name in FORMATS

    def codes(self, key: str, found: tuple[str, ...]) -> tuple[str, ...]:
        """Codes of findings, in capitals; what is none is reported (C141)."""
        for code in (one for one in found if not _CODE.fullmatch(one.upper())):
            self._error(key, "C141", f"`{short(code)}` is not the code of a finding", "write it as messages do, such as R123")
        return tuple(one.upper() for one in found if _CODE.fullmatch(one.upper()))

    def country(self, name: str) -> str:
        """The code of a country whose law is known, ``""`` for none; what is neither is reported (C142)."""
        said = name.upper()
        if said in COUNTRIES or said.lower() in _NO_PICTURE:
            return said if said in COUNTRIES else ""
        known = ", ".join(map(str.lower, COUNTRIES))
        self._error("country", "C142", f"nothing is known of imprints in `{short(name)}`", f"known are {known}; or write none")
        return ""

    def is_shape(self, text: str) -> bool:
        try:
            shape(text)
        except ValueError as problem:
            self._error("shape", "C107", str(problem))
            return False
        return True

    def with_fit(self, given: dict[str, Any]) -> dict[str, Any]:
        """The values with the number of pages as we write it; without it where it is none (C119)."""
        if "fit" not in given:
            return given
        try:
            return {**given, "fit": pages_to_fill(given["fit"])}
        except ValueError as problem:
            self._error("fit", "C119", str(problem))
            return {key: value for key, value in given.items() if key != "fit"}

    def printing(self, given: dict[str, Any]) -> dict[str, Any]:
        """What is said of printing, taken out of ``given`` and read; what cannot be is reported (C140)."""
        found: dict[str, Any] = {}
        for key in print_job.KEYS:
            value = given.pop(print_job.field_of(key), None)
            if value is None:
                continue
            try:
                found[print_job.field_of(key)] = print_job.read_setting(key, value if isinstance(value, str) else ", ".join(value))
            except ValueError as problem:
                self._error(key, "C140", f"`{key}`: {problem}")
        return found | ({"profile_folder": None} if "profile" in found else {})

    def colours(self, before: Colours, keys: ColourKeys) -> Colours:
        """The colours with those that are given in place of earlier ones; what is none is reported (C117)."""
        tree = self._tree["colours"]
        given = {name: value.strip() for name, value in msgspec.structs.asdict(keys).items() if value}
        for name, value in [*given.items()]:
            if not _COLOUR.fullmatch(value):
                hint = 'write six digits in quotation marks, as in "#f4efe4"'
                self._source.error("C117", f"`{short(value)}` is not a colour", tree.lines[name], hint)
                del given[name]
        for name in (name for name in tree.lines if name in Colours.__slots__ and name not in tree):
            hint = "write the colour in quotation marks: YAML takes what stands behind a bare # for a comment"
            self._source.error("C117", f"`{name}` has no colour", tree.lines[name], hint)
        found = replace(before, **given)
        if found.paper and found.ink and contrast(found.paper, found.ink) < _LEAST_CONTRAST:
            place = Place(self._source.file, tree.line)
            self._source.report.warning("C118", "paper and ink are so alike that few can read the cover", place, "make one darker")
        return found

    def fonts(self, before: Families, keys: FontKeys) -> Families:
        """The families with those that are given in place of earlier ones; what cannot be one is reported (C125)."""
        tree = self._tree["fonts"]
        given = {role: line(name) for role, name in msgspec.structs.asdict(keys).items() if name}
        for role, name in [*given.items()]:
            if not FAMILY.fullmatch(name):
                hint = "write it as the font's maker does, as in `EB Garamond`; its files go into a folder `fonts` beside this file"
                self._source.error("C125", f"`{short(name)}` is not the name of a font's family", tree.lines[role], hint)
                del given[role]
        return replace(before, **given)

    def is_file_name(self, key: str, name: str) -> bool:
        fits = _FILE_NAME.fullmatch(name) is not None
        if not fits:
            hint = "use letters, digits, hyphens and dots"
            self._error(key, "C114", f"`{short(name)}` cannot be part of a file's name", hint)
        return fits


def _editions(before: tuple[Edition, ...], tree: Keys, source: SettingsFile) -> tuple[tuple[Edition, ...], dict[str, Place]]:
    """The editions of before and those of ``tree``; one of the same name takes the earlier one's place."""
    known = {edition.name: edition for edition in before}
    places: dict[str, Place] = {}
    written: Keys = tree["editions"]
    for name, value in written.items():
        line = written.lines[name]
        if not isinstance(value, Keys):
            source.error("C103", f"edition `{short(name)}` must have keys of its own, such as `format: pdf`", line)
        elif _Own(written, source).is_file_name(name, name) and (edition := _edition(name, value, source)):
            known[name] = edition
            places |= {f"editions.{name}.{key}": Place(source.file, value.lines[key]) for key in value}
    return tuple(known.values()), places


def _edition(name: str, tree: Keys, source: SettingsFile) -> Edition | None:
    own = _Own(tree, source)
    keys = convert(tree, EditionKeys, source)
    given = {key: _plain(value) for key, value in msgspec.structs.asdict(keys).items() if value is not None}
    if given.get("shape") and not own.is_shape(given["shape"]):
        del given["shape"]
    given = own.with_fit(given)
    printing = own.printing(given)
    if not keys.format:
        source.error("C103", f"edition `{name}` has no `format`", tree.line, f"write one of {', '.join(FORMATS)}")
    elif own.is_format("format", keys.format):
        return Edition(name, **given, printing=printing)
    return None
