"""Styles: folders with CSS, templates, fonts and a ``style.yaml``.

A style extends another (``base`` at the root): its CSS comes after that of what it extends, and a
template of its own stands in for one of the same name further down. Styles are looked for beside
the manuscript, in the current folder's ``styles/``, and among those that come with the program;
one that extends its own name builds on the next of that name. No file of a style is read that
lies outside its folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics import PublishError, Report, Severity
from .files import inside, read
from .model.place import Place
from .style_settings import CoverDesign, StyleFile, StyleSettings, merged, read_style_file

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["DEFAULT_STYLE", "CoverDesign", "Style", "StyleSettings", "find_style", "known_styles", "style_folders"]

DEFAULT_STYLE = "pamphlet"
_FILE = "style.yaml"
_PACKAGED = Path(__file__).parent / "_styles"
_IN_REPOSITORY = Path(__file__).parent.parent / "styles"
_NAME = re.compile(r"[\w-]{1,60}")
_LARGEST = 2_000_000  # bytes


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One CSS file of a style; ``name`` is what messages call it, ``""`` for what we say ourselves."""

    name: str
    css: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template that says what is wrong with it in words, as S109."""

    name: str
    _style: Style

    def render(self, **given: object) -> str:
        """What the template makes of the values."""
        with _template_problems(self._style, self.name):
            return self._style._environment.get_template(self.name).render(**given)


@dataclass(frozen=True)
class Style:
    """A style and the folders it is made of, its own first and ``base`` last."""

    name: str
    folders: tuple[Path, ...]
    settings: StyleSettings = field(default_factory=StyleSettings)

    def css(self, medium: str) -> str:
        """The style's CSS for ``print``, ``epub`` or ``screen``, base first."""
        return "\n".join(sheet.css for sheet in self.style_sheets(medium))

    def style_sheets(self, medium: str) -> list[StyleSheet]:
        """The same, file by file; for print the size and leading of body text come first, of no file."""
        files = (_own_file(folder, f"{medium}.css") for folder in reversed(self.folders))
        sheets = [StyleSheet(_shown(file), _text(file)) for file in files if file]
        return [StyleSheet("", _body_text(self.settings)), *sheets] if medium == "print" else sheets

    def template(self, name: str) -> Template:
        """A template by its file name; those of the style come before those it extends."""
        return Template(name, self)

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """Folders with the style's own fonts."""
        folders = (inside(folder, "fonts") for folder in self.folders)
        return tuple(folder for folder in folders if folder and folder.is_dir())

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import FunctionLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        # A style may have come with a manuscript, and is trusted no more than that.
        return ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._template_source), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        )  # fmt: skip

    def _template_source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        folders = filter(None, (inside(folder, "templates") for folder in self.folders))
        files = (_own_file(folder, name) for folder in folders)
        file = next(filter(None, files), None)
        return (_text(file), str(file), lambda: True) if file else None


def _body_text(settings: StyleSettings) -> str:
    """Absolute, so that every line stands on the grid, whatever is set in it."""
    return f"html {{ font-size: {settings.size:g}pt; line-height: {settings.leading:g}pt }}\n"


def style_folders(beside: Path) -> tuple[Path, ...]:
    """Where styles are looked for, nearest first."""
    return (beside / "styles", Path.cwd() / "styles", _PACKAGED, _IN_REPOSITORY)


def known_styles(beside: Path) -> list[str]:
    """The names of all styles that can be found, sorted."""
    places = [folder for folder in style_folders(beside) if folder.is_dir()]
    return sorted({style.name for folder in places for style in folder.iterdir() if _folder_in(folder, style.name)})


def find_style(name: str, beside: Path, place: Place | None = None, report: Report | None = None) -> Style:
    """The style of a name, with all it extends.

    ``beside`` is the manuscript's folder, ``place`` where the style was asked for. Raises
    PublishError S101 for an unknown style and S103 for styles that extend each other. What is
    wrong in a ``style.yaml`` goes to ``report``, each mistake once; without one, the first is raised.
    """
    own = Report()
    files: dict[Path, StyleFile] = {}
    wanted: str | None = name
    while wanted is not None:
        folder = _next_folder(wanted, beside, files, place)
        files[folder] = read_style_file(_text(folder / _FILE), _shown(folder / _FILE), own)
        wanted = files[folder].values.get("extends")
        place = files[folder].places.get("extends")
    style = Style(name, tuple(files), merged(list(files.values()), own))
    _pass_on(own, report)
    return style


def _pass_on(own: Report, report: Report | None) -> None:
    if report is not None:
        report.diagnostics += [found for found in own.diagnostics if found not in report.diagnostics]
        return
    for found in own.diagnostics:
        if found.severity is Severity.ERROR:
            raise PublishError(found.code, found.message, found.place, found.hint)


# Folders ----------------------------------------------------------------------------------------


def _next_folder(name: str, beside: Path, seen: dict[Path, StyleFile], place: Place | None) -> Path:
    """The nearest folder of a style that was not seen yet."""
    if not _NAME.fullmatch(name):
        raise PublishError("S101", f"`{name[:60]}` is not the name of a style", place, "a name is letters, digits and -")
    found = [style for folder in style_folders(beside) if (style := _folder_in(folder, name))]
    unseen = [style for style in found if style not in seen]
    if unseen:
        return unseen[0]
    if found:
        raise PublishError("S103", f"style `{name}` extends itself", place, "look at `extends` in its style.yaml")
    from difflib import get_close_matches

    known = known_styles(beside)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"
    raise PublishError("S101", f"there is no style `{name}`", place, hint)


def _folder_in(folder: Path, name: str) -> Path | None:
    """A style's folder among others; None where there is none, or where links lead elsewhere."""
    style = inside(folder, name) if _NAME.fullmatch(name) else None
    return style if style and _own_file(style, _FILE) else None


def _own_file(folder: Path, name: str) -> Path | None:
    file = inside(folder, name)
    return file if file and file.is_file() else None


def _text(file: Path) -> str:
    try:
        return read(file, _LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PublishError("S108", "this file is not UTF-8 text", Place(_shown(file)), "save it as UTF-8") from None


def _shown(path: Path) -> str:
    """The path as messages name it: from here, where it lies below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


# Templates --------------------------------------------------------------------------------------


@contextmanager
def _template_problems(style: Style, name: str) -> Iterator[None]:
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        yield
    except TemplateNotFound as problem:
        hint = "write `extends: base` in its style.yaml"
        raise PublishError("S109", f"style `{style.name}` has no template `{problem.name}`", None, hint) from None
    except TemplateSyntaxError as problem:
        place = Place(_shown(Path(problem.filename or name)), problem.lineno)
        raise PublishError("S109", f"this template cannot be read: {problem.message}", place) from None
    except TemplateError as problem:
        raise PublishError("S109", f"this template does not work: {problem.message}", _where(style, problem)) from None


def _where(style: Style, problem: Exception) -> Place | None:
    """The line of a template in which something went wrong."""
    files = {str(file): file for folder in style.folders for file in (folder / "templates").rglob("*")}
    place, trace = None, problem.__traceback__
    while trace:
        if file := files.get(trace.tb_frame.f_code.co_filename):
            place = Place(_shown(file), trace.tb_lineno)
        trace = trace.tb_next
    return place
