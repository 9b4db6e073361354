"""The families a style asks for: where their fonts are, and which there are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ...diagnostics import Report
from ...model.place import Place
from ...styles import Style
from ...styles.css import found_with_lines
from .families import FAMILIES, family_folders
from .font_names import FONT_ENDINGS, families_in

_GENERIC = frozenset("serif sans-serif monospace cursive fantasy system-ui inherit initial unset revert".split())
_DECLARED = re.compile(r"(?<![\w-])font(?P<is_list>-family)?\s{0,20}:(?P<value>[^;{}]{1,500})", re.IGNORECASE)
_QUOTED = re.compile(r"""["']([^"']+)["']""")
_FACE_RULE = re.compile(r"@font-face\s{0,20}\{[^}]{0,5000}\}?", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class _Asked:
    """Families of which one must be there, as a style writes them, and where."""

    families: tuple[str, ...]
    place: Place | None


def font_folders(style: Style) -> tuple[Path, ...]:
    """Folders that a layout in this style must see beside those that all see: its own, and those of
    families of ours that it names."""
    ours = {_plain(family): folder for family, folder in family_folders().items() if family not in FAMILIES}
    named = dict.fromkeys(_plain(family) for asked in _asked(style) for family in asked.families)
    return (*(ours[family] for family in named if family in ours), *style.font_folders)


def is_ours(family: str, style: Style) -> bool:
    """Whether a font of this family that a layout took came with the program or with the style, and not from the machine."""
    seen = (*(family_folders()[name] for name in FAMILIES), *font_folders(style))
    known = (*_families_below(seen), *_families_declared(style))
    return _plain(family) in set(map(_plain, known))


def report_missing(style: Style, report: Report) -> None:
    """Say of families that neither we nor the style have (S111): others stand in for them."""
    known = {_plain(family): family for family in _known(style)}
    for asked in _asked(style):
        if not any(_plain(family) in known for family in asked.families):
            name = asked.families[0]
            near = get_close_matches(_plain(name), known, 1)
            meant = f"did you mean `{known[near[0]]}`? else " if near else ""
            hint = f"{meant}put its files into the folder `fonts` beside this file"
            report.warning("S111", f"there is no font of the family `{name}`, and another is used", asked.place, hint)


def _asked(style: Style) -> Iterator[_Asked]:
    fonts = style.settings.fonts
    for role in ("text", "sans", "display"):
        if family := getattr(fonts, role):
            yield _Asked((family,), style.places.get(f"fonts.{role}"))
    for sheet in style.style_sheets("print"):
        if sheet.name:
            yield from _asked_in(sheet.css, sheet.name)


def _asked_in(css: str, file: str) -> Iterator[_Asked]:
    """What the declarations of a style sheet name."""
    bare = _FACE_RULE.sub(_blank, _COMMENT.sub(_blank, css))
    for found, line in found_with_lines(_DECLARED, bare):
        families = _named(found)
        if families and families[0].lower() not in _GENERIC:
            yield _Asked(tuple(name for name in families if name.lower() not in _GENERIC), Place(file, line))


def _named(found: re.Match[str]) -> list[str]:
    """The families of a declaration; none where it begins with a custom property."""
    value = found["value"].replace("!important", "")
    if not found["is_list"]:
        return [] if "var(" in value else _QUOTED.findall(value)
    names = [name.strip().strip("\"'") for name in value.split(",")]
    return [] if names[0].startswith("var(") else list(filter(None, names))


def _blank(found: re.Match[str]) -> str:
    """As many lines, with nothing in them."""
    return "\n" * found[0].count("\n")


def _known(style: Style) -> Iterator[str]:
    yield from (file.stem.partition("-")[0] for folder in family_folders().values() for file in folder.iterdir() if file.suffix in FONT_ENDINGS)
    yield from family_folders()
    yield from _families_below(style.font_folders)
    yield from _families_declared(style)


def _families_below(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for file in sorted(folder.rglob("*"))[:_MOST_FILES]:
            # What we cannot look into is taken for what it is called.
            yield from families_in(file) if file.suffix.lower() in FONT_ENDINGS else (file.stem.partition("-")[0],)


def _families_declared(style: Style) -> Iterator[str]:
    """Those that a style sheet gives a name to."""
    for sheet in style.style_sheets("print"):
        for rule in _FACE_RULE.findall(sheet.css):
            yield from (name for found in _DECLARED.finditer(rule) for name in _named(found))


def _plain(family: str) -> str:
    """Fontconfig, which finds fonts, minds neither capitals nor spaces."""
    return "".join(family.split()).lower()
