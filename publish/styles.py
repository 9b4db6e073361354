"""Styles: folders with CSS, templates, fonts and a ``style.yaml``.

A style extends another (``base`` at the root): its CSS comes after that of what it extends, and a
template of its own stands in for one of the same name further down. Styles are looked for beside
the manuscript, in the current folder's ``styles/``, and among those that come with the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics import PublishError
from .layout.page import MarginShares
from .model.place import Place

if TYPE_CHECKING:
    from jinja2 import Environment, Template

DEFAULT_STYLE = "pamphlet"
_PACKAGED = Path(__file__).parent / "_styles"
_IN_REPOSITORY = Path(__file__).parent.parent / "styles"
# Longer chains are loops, or nobody's idea of a style.
_LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """How a cover is drawn when none is given: two colours and a face (a font's file name)."""

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


@dataclass(frozen=True)
class Style:
    """A style and the folders it is made of, its own first and ``base`` last."""

    name: str
    folders: tuple[Path, ...]
    settings: StyleSettings = field(default_factory=StyleSettings)

    def css(self, medium: str) -> str:
        """The style's CSS for ``print``, ``epub`` or ``screen``, base first."""
        files = [folder / f"{medium}.css" for folder in reversed(self.folders)]
        return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())

    @cached_property
    def _templates(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        folders = [folder / "templates" for folder in self.folders]
        return Environment(
            loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        )  # fmt: skip

    def template(self, name: str) -> Template:
        """A template by its file name; those of the style come before those it extends."""
        return self._templates.get_template(name)

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """Folders with the style's own fonts."""
        return tuple(folder / "fonts" for folder in self.folders if (folder / "fonts").is_dir())


def style_folders(beside: Path) -> tuple[Path, ...]:
    """Where styles are looked for, nearest first."""
    return (beside / "styles", Path.cwd() / "styles", _PACKAGED, _IN_REPOSITORY)


def known_styles(beside: Path) -> list[str]:
    """The names of all styles that can be found, sorted."""
    places = [folder for folder in style_folders(beside) if folder.is_dir()]
    return sorted({style.name for folder in places for style in folder.iterdir() if (style / "style.yaml").is_file()})


def find_style(name: str, beside: Path, place: Place | None = None) -> Style:
    """The style of a name, with all it extends.

    ``beside`` is the manuscript's folder, ``place`` where the style was asked for. Raises
    PublishError S101 for an unknown style, S102 for a ``style.yaml`` that is wrong and S103 for
    styles that extend each other.
    """
    chain: list[tuple[Path, dict]] = []
    wanted = name
    while wanted:
        if len(chain) == _LONGEST_CHAIN:
            raise PublishError("S103", f"style `{name}` extends itself", place, "look at `extends` in its style.yaml")
        folder = _folder_of(wanted, beside, place)
        settings = _read_settings(folder)
        chain.append((folder, settings))
        wanted = settings.get("extends", "")
    return Style(name, tuple(folder for folder, _ in chain), _merge([settings for _, settings in chain]))


def _folder_of(name: str, beside: Path, place: Place | None) -> Path:
    if not name.replace("-", "").replace("_", "").isalnum():
        raise PublishError("S101", f"`{name}` is not the name of a style", place, "a name is letters, digits and -")
    for folder in style_folders(beside):
        if (folder / name / "style.yaml").is_file():
            return folder / name
    from difflib import get_close_matches

    known = known_styles(beside)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"
    raise PublishError("S101", f"there is no style `{name}`", place, hint)


def _read_settings(folder: Path) -> dict:
    import yaml

    file = folder / "style.yaml"
    try:
        settings = yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as problem:
        line = getattr(getattr(problem, "problem_mark", None), "line", -1) + 1
        raise PublishError("S102", f"this style.yaml cannot be read: {problem}", Place(str(file), line)) from None
    return settings or {}


def _merge(chain: Sequence[dict]) -> StyleSettings:
    """The nearest style's word holds, key by key."""
    import msgspec

    merged: dict = {}
    for settings in reversed(chain):
        merged.update({key.replace("-", "_"): value for key, value in settings.items()})
    try:
        return msgspec.convert(merged, StyleSettings)
    except msgspec.ValidationError as problem:
        raise PublishError("S102", f"style.yaml: {problem}") from None
