"""Which fonts are seen at layout: ours, and the system's only when a script needs them.

Pango asks fontconfig for fonts, and fontconfig asks the file named by ``FONTCONFIG_FILE``. One
that names only the folders of our fonts makes every machine set the same pages, and the first
layout several times faster than a look through all that is installed.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape  # the one of xml.sax loads all of urllib
from pathlib import Path

FAMILIES = ("EB Garamond", "Source Sans 3", "XCharter", "Gentium Book Plus", "Noto Sans")
# What our families cover: Latin, Greek, Cyrillic, punctuation, symbols, Han, kana, Hangul.
_COVERED = re.compile(
    "[\u0000-\u058f\u1c80-\u1c8f\u1d00-\u1fff\u2000-\u2e7f\u2e80-\u33ff\u3400-\u9fff"
    "\ua640-\ua69f\ua700-\ua7ff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufb00-\ufb06"
    "\ufe00-\ufe0f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef\ufffc\ufffd]*"
)
_SYSTEM_FILES = (
    "/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf", "/opt/homebrew/etc/fonts/fonts.conf",
    "/usr/share/fontconfig/conf.avail",
)  # fmt: skip
# What a style sheet means that names no family; else fontconfig takes the first that it finds.
_GENERIC = "".join(
    f"<alias><family>{generic}</family><prefer><family>{family}</family></prefer></alias>"
    for generic, family in (("serif", "EB Garamond"), ("sans-serif", "Source Sans 3"))
)


def font_folder() -> Path:
    """Where the fonts that come with the program are."""
    import rendercv_fonts

    return Path(rendercv_fonts.__file__).parent


def font_file(name: str) -> Path:
    """The file of one of our faces, by its name without ending, as in ``EBGaramond-Italic``."""
    families = dict.fromkeys((*FAMILIES, *sorted(folder.name for folder in font_folder().iterdir())))
    files = (font_folder() / family / f"{name}.{kind}" for family in families for kind in ("ttf", "otf"))
    return next(file for file in files if file.is_file())


def uncovered(text: str) -> str:
    """The first character that none of our fonts is made for, or ``""``."""
    end = _COVERED.match(text).end()
    return text[end : end + 1]


def cache_folder() -> Path:
    """Where fontconfig keeps what it learnt about the fonts, for the next run."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "publish" / "fontconfig"


def fontconfig_xml(folders: Iterable[Path], system: bool, cache: Path | None = None) -> str:
    """A fontconfig file that shows the given folders, and the system's fonts when asked for."""
    dirs = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    more = "".join(f'<include ignore_missing="yes">{escape(file)}</include>' for file in _SYSTEM_FILES) if system else ""
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{dirs}{more}{_GENERIC}<cachedir>{escape(str(cache or cache_folder()))}</cachedir></fontconfig>\n"
    )


@contextmanager
def only_these_fonts(extra: Iterable[Path], system: bool) -> Iterator[None]:
    """While this lasts, fontconfig sees our fonts and the folders in ``extra``."""
    folders = [*(font_folder() / family for family in FAMILIES), *extra]
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text(fontconfig_xml(folders, system, _writable_cache(Path(folder))), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def _writable_cache(otherwise: Path) -> Path:
    """The folder for what fontconfig learnt; where none can be written, it would complain on the screen."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # no home, or one that may not be written to
        return otherwise
    return folder if os.access(folder, os.W_OK) else otherwise
