"""Where this machine keeps its fonts, read from its fontconfig files: the folders they name, and no rule."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FILES = ("/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf", "/opt/homebrew/etc/fonts/fonts.conf")
# Where no file says it; the last is fontconfig's own word.
_USUAL = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "WINDOWSFONTDIR",
)  # fmt: skip
# Folders that stand below one of the user's own, by the variable that names it, and what it is without.
_HOMES = {
    "dir": ("XDG_DATA_HOME", "~/.local/share"), "cachedir": ("XDG_CACHE_HOME", "~/.cache"), "include": ("XDG_CONFIG_HOME", "~/.config"),
}  # fmt: skip
_MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class MachineFonts:
    """Folders of fonts, and folders of what fontconfig knows about them; as a path, or as a word of fontconfig's."""

    folders: tuple[str, ...]
    caches: tuple[str, ...]


def machine_fonts() -> MachineFonts:
    """The fonts that other programs see: those of the file that ``FONTCONFIG_FILE`` names, else of the machine's usual one."""
    found = _Found()
    if file := next(filter(Path.is_file, _files()), None):
        found.read(file)
    else:
        found.folders.extend(map(os.path.expanduser, _USUAL))
    return MachineFonts(tuple(dict.fromkeys(found.folders)), tuple(dict.fromkeys(found.caches)))


def _files() -> Iterator[Path]:
    """Where a fontconfig file may be, the first that is there being the machine's."""
    if file := os.environ.get("FONTCONFIG_FILE"):
        yield Path(file)
    if folder := os.environ.get("FONTCONFIG_PATH"):
        yield Path(folder) / "fonts.conf"
    yield from map(Path, _FILES)


@dataclass(slots=True)
class _Found:
    folders: list[str] = field(default_factory=list)
    caches: list[str] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)

    def read(self, file: Path) -> None:
        """Take what a file says, and those that it includes; one that is no XML says nothing."""
        from xml.etree import ElementTree

        file = file.resolve()
        if file in self.seen or len(self.seen) >= _MOST_FILES:
            return
        self.seen.add(file)
        try:
            root = ElementTree.fromstring(file.read_bytes())
        except (OSError, ElementTree.ParseError):
            return
        for element in root:
            self._take(element, file)

    def _take(self, element: Element, file: Path) -> None:
        match element.tag:
            case "dir":
                self.folders.append(_place(element, file))
            case "cachedir":
                self.caches.append(_place(element, file))
            case "reset-dirs":
                self.folders.clear()
            case "include":
                for included in _included(Path(_place(element, file))):
                    self.read(included)


def _place(element: Element, file: Path) -> str:
    """The folder or file that an element names."""
    text = os.path.expanduser((element.text or "").strip())
    if element.get("prefix") == "xdg":
        variable, usual = _HOMES[element.tag]
        return str(Path(os.environ.get(variable) or os.path.expanduser(usual), text))
    # Fontconfig's own words, as WINDOWSFONTDIR, are no paths.
    return text if text.isupper() or os.path.isabs(text) else str(file.parent / text)


def _included(place: Path) -> Iterator[Path]:
    """A file, or those of a folder that have a number, as fontconfig takes them."""
    if place.is_dir():
        yield from sorted(file for file in place.glob("[0-9]*.conf") if file.is_file())
    elif place.is_file():
        yield place
