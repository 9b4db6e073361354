"""The styles there are, a specimen of each, and the beginning of a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import PublishError, Report
from ..files import put
from ..model.place import Place
from . import find_style, known_styles
from .folders import is_name, shown
from .start import files_of_copy

# A manuscript with every kind of page there is.
SPECIMEN = Path(__file__).parent / "specimen" / "specimen.md"
_STYLES = Path("styles")


@dataclass(frozen=True, slots=True)
class Listed:
    """A style in a list; ``where`` is its folder, ``shapes`` are empty where any will do."""

    name: str
    description: str
    shapes: tuple[str, ...]
    where: str


def listed_styles(here: Path, report: Report) -> Iterator[Listed]:
    """All styles that are found from a folder, by name; what is wrong with one goes to ``report``."""
    for name in known_styles(here):
        with report.going_on():
            style = find_style(name, here, None, report)
            yield Listed(name, style.settings.description, style.settings.shapes, shown(style.folders[0]))


def copy_style(name: str, new: str) -> list[Path]:
    """Begin a style ``new`` in ``styles/`` that builds on the style ``name``; its files.

    Raises PublishError S101 where there is no such style or ``new`` is no name for one, and S116
    where something of that name is there already.
    """
    style = find_style(name, Path.cwd())
    if not is_name(new):
        raise PublishError("S101", f"`{new[:60]}` is not the name of a style", None, "a name is letters, digits and -")
    folder = _STYLES / new
    if folder.exists() or folder.is_symlink():
        raise PublishError("S116", "this folder is there already, and stays as it is", Place(folder.as_posix()), "choose another name")
    files = {folder / file: text for file, text in files_of_copy(style).items()}
    for path, text in files.items():
        put(path, text.encode())
    return list(files)
