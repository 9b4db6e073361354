"""Which fonts are seen at layout: ours, and this machine's only when a text needs them.

Pango asks fontconfig for fonts, and fontconfig asks the file named by ``FONTCONFIG_FILE``. Ours
names the folders of our fonts and says in which order they stand in for each other, so that every
machine sets the same pages, and the first layout is several times faster than a look through all
that is installed.

Of the machine's own fontconfig files nothing is taken but where its fonts are. What else they say
would move the choice of every sign: Debian's rules put other East Asian faces before the style's, and
one of those it only offers forgets all folders named so far.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape  # the one of xml.sax loads all of urllib
from pathlib import Path

from .families import CODE_FAMILY, EMOJI_FAMILY, FAMILIES, SIGN_FAMILIES, family_folders
from .machine_fonts import machine_fonts

# What a style sheet means that names no family; else fontconfig takes the first that it finds.
_GENERIC = {
    "serif": ("EB Garamond", "Gentium Book Plus"),
    "sans-serif": ("Source Sans 3",),
    "monospace": (CODE_FAMILY,),
    "emoji": (EMOJI_FAMILY,),  # Pango asks for it where a sign is an emoji
}
# Asked for what the families of a style lack: ours before any of the machine's.
_LAST = ("Noto Sans", "Open Sans", *SIGN_FAMILIES)
# Of the machine's fonts, those made for running text, where it has several for a script.
_SCRIPTS = (
    "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala",
    "Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Ethiopic", "Armenian", "Georgian",
)  # fmt: skip
_MACHINES_SERIF = ("Noto Naskh Arabic", *(f"Noto Serif {script}" for script in _SCRIPTS))
_MACHINES_SANS = ("Noto Sans Arabic", *(f"Noto Sans {script}" for script in _SCRIPTS), "DejaVu Sans")


def fontconfig_xml(folders: Iterable[Path], machine: bool, cache: Path | None = None) -> str:
    """A fontconfig file that shows the given folders, and the machine's fonts when asked for."""
    folders = tuple(folders)
    rooms = [f"<dir>{_said(folder)}</dir>" for folder in folders]
    caches = [f"<cachedir>{_said(cache or cache_folder())}</cachedir>"]
    if machine:
        found = machine_fonts()
        rooms += [f"<dir>{_said(folder)}</dir>" for folder in found.folders]
        # What the machine knows of its fonts is read where it is kept; nothing is written there.
        caches += [f"<cachedir>{_said(folder)}</cachedir>" for folder in found.caches]
        rooms.append(_selection(folders))
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{''.join(rooms)}{_order(machine)}{''.join(caches)}</fontconfig>\n"
    )


def _order(machine: bool) -> str:
    """Which family stands in for which."""
    rules = [_rule(families, "assign", "strong", generic) for generic, families in _GENERIC.items()]
    rules.append(_rule(_LAST, "append_last", "strong"))
    if machine:  # weak: these come after the language, for which fontconfig chooses among what it finds
        rules.insert(0, _rule(_MACHINES_SERIF, "append_last", "weak", "serif"))
        rules.append(_rule((*_MACHINES_SANS, *_MACHINES_SERIF), "append_last", "weak"))
    return "".join(rules)


def _rule(families: Iterable[str], mode: str, binding: str, asked: str = "") -> str:
    """Take these families where one is asked for; whatever is asked for, if none is said."""
    test = f'<test name="family"><string>{asked}</string></test>' if asked else ""
    names = "".join(f"<string>{family}</string>" for family in families)
    return f'<match>{test}<edit name="family" mode="{mode}" binding="{binding}">{names}</edit></match>'


def _selection(folders: Iterable[Path]) -> str:
    """Of two fonts of one family ours is taken; and of the machine's none that is drawn in colours or in dots."""
    files = (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file())
    ours = "".join(_pattern("file", f"<string>{_said(file)}</string>") for file in files)
    families = "".join(_pattern("family", f"<string>{family}</string>") for family in FAMILIES)
    unfit = _pattern("color", "<bool>true</bool>") + _pattern("scalable", "<bool>false</bool>")
    return f"<selectfont><acceptfont>{ours}</acceptfont><rejectfont>{families}{unfit}</rejectfont></selectfont>"


def _pattern(name: str, value: str) -> str:
    return f'<pattern><patelt name="{name}">{value}</patelt></pattern>'


def _said(value: object) -> str:
    return escape(str(value))


@contextmanager
def only_these_fonts(extra: Iterable[Path], machine: bool) -> Iterator[None]:
    """While this lasts, fontconfig sees our fonts and the folders in ``extra``; the machine's too, if asked for."""
    folders = [*(family_folders()[family] for family in FAMILIES), *extra]
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text(fontconfig_xml(folders, machine, _writable_cache(Path(folder))), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def cache_folder() -> Path:
    """Where fontconfig keeps what it learnt about the fonts, for the next run."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "publish" / "fontconfig"


def _writable_cache(otherwise: Path) -> Path:
    """The folder for what fontconfig learnt; where none can be written, it would complain on the screen."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # no home, or one that may not be written to
        return otherwise
    return folder if os.access(folder, os.W_OK) else otherwise
