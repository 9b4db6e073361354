"""Styles: folders with CSS, templates, fonts and a ``style.yaml``.

A style extends another (``base`` at the root): its CSS comes after that of what it extends, and a
template of its own stands in for one of the same name further down. One that extends its own name
builds on the next of that name; a folder of that name without a ``style.yaml`` gives files to be
taken in place of the style's own. No file of a style is read that lies outside its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import PublishError, Report
from ..files import inside
from ..layout.bounds import FitBounds
from ..model.place import Place
from .checks import check_folder
from .css import for_print, for_screen
from .folders import STYLE_FILE, comes_along, known_styles, next_folder, own_file, shown, style_folders, text_of
from .settings import CoverDesign, Fonts, StyleSettings
from .style_file import StyleFile, merged, read_style_file

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["DEFAULT_STYLE", "CoverDesign", "FitBounds", "Fonts", "Style", "StyleSettings", "find_style", "known_styles", "style_folders"]

DEFAULT_STYLE = "pamphlet"
# What comes before the style's own sheets, by medium.
_SAID_FIRST = {"print": for_print, "screen": for_screen}


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One CSS file of a style; ``name`` is what messages call it, ``""`` for what we say ourselves."""

    name: str
    css: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template that says what is wrong with it in words, as S109, or S117 where what it makes is no page."""

    name: str
    _style: Style

    def render(self, **given: object) -> str:
        """What the template makes of the values."""
        with _template_problems(self._style, self.name):
            text = self._style._environment.get_template(self.name).render(**given)
        _check_well_formed(text, self._style)
        return text


@dataclass(frozen=True)
class Style:
    """A style and the folders it is made of, its own first and ``base`` last.

    ``instead`` has, for some of them, folders whose files are taken in place of those of the same
    name, nearest first. ``places`` tells where a key was written (``fonts.text``), ``more_fonts``
    where fonts lie beside those of the style.
    """

    name: str
    folders: tuple[Path, ...]
    settings: StyleSettings = field(default_factory=StyleSettings)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    instead: Mapping[Path, tuple[Path, ...]] = field(default_factory=dict)
    more_fonts: tuple[Path, ...] = ()

    def css(self, medium: str) -> str:
        """The style's CSS for ``print``, ``epub`` or ``screen``, base first."""
        return "\n".join(sheet.css for sheet in self.style_sheets(medium))

    def style_sheets(self, medium: str) -> list[StyleSheet]:
        """The same, file by file; what its settings say comes first, of no file."""
        return [*self.prelude(medium), *self._sheets_of_files(medium)]

    def prelude(self, medium: str) -> list[StyleSheet]:
        """What its settings say in CSS: one sheet, or none where they say nothing of a medium."""
        said = _SAID_FIRST.get(medium)
        return [StyleSheet("", said(self.settings))] if said else []

    def _sheets_of_files(self, medium: str) -> list[StyleSheet]:
        if medium not in self._sheets_read:
            files = (self._file(folder, f"{medium}.css") for folder in reversed(self.folders))
            self._sheets_read[medium] = [StyleSheet(shown(file), text_of(file)) for file in files if file]
        return self._sheets_read[medium]

    @cached_property
    def _sheets_read(self) -> dict[str, list[StyleSheet]]:
        """By medium, for they are looked into more than once."""
        return {}

    def template(self, name: str) -> Template:
        """A template by its file name; those of the style come before those it extends."""
        return Template(name, self)

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """Folders with the style's own fonts, and those that were given with :meth:`set_in`."""
        own = (inside(place, "fonts") for folder in self.folders for place in self._places(folder))
        return (*self.more_fonts, *(folder for folder in own if folder and folder.is_dir()))

    def set_in(self, fonts: Mapping[str, str], places: Mapping[str, Place], folders: tuple[Path, ...]) -> Style:
        """The style in other families (by ``text``, ``sans`` and ``display``), which may lie in ``folders``."""
        settings = replace(self.settings, fonts=replace(self.settings.fonts, **fonts))
        given = {f"fonts.{role}": place for role in fonts if (place := places.get(f"fonts.{role}"))}
        return replace(self, settings=settings, places={**self.places, **given}, more_fonts=folders)

    def _places(self, folder: Path) -> tuple[Path, ...]:
        return (*self.instead.get(folder, ()), folder)

    def _file(self, folder: Path, name: str) -> Path | None:
        return next(filter(None, (own_file(place, name) for place in self._places(folder))), None)

    def _templates_given(self, folder: Path) -> list[Path]:
        """The templates of a folder that did not come with the program."""
        places = (place / "templates" for place in self._places(folder) if not comes_along(place))
        return sorted(file for place in places for file in place.rglob("*.j2") if own_file(place, str(file.relative_to(place))))

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
        places = (inside(place, "templates") for folder in self.folders for place in self._places(folder))
        file = next(filter(None, (own_file(place, name) for place in places if place)), None)
        return (text_of(file), str(file), lambda: True) if file else None


def find_style(name: str, beside: Path, place: Place | None = None, report: Report | None = None) -> Style:
    """The style of a name, with all it extends.

    ``beside`` is the manuscript's folder, ``place`` where the style was asked for. Raises
    PublishError S101 for an unknown style and S103 for styles that extend each other. What is
    wrong in a ``style.yaml`` goes to ``report``, each mistake once; without one, the first is raised.
    """
    own = Report()
    files: dict[Path, StyleFile] = {}
    instead: dict[Path, tuple[Path, ...]] = {}
    wanted: str | None = name
    while wanted is not None:
        folder, instead[folder] = next_folder(wanted, beside, files, place)
        for one in (*instead[folder], folder):
            check_folder(one, own)
        files[folder] = read_style_file(text_of(folder / STYLE_FILE), shown(folder / STYLE_FILE), own)
        wanted = files[folder].values.get("extends")
        place = files[folder].places.get("extends")
    settings, places = merged(list(files.values()), own)
    style = Style(name, tuple(files), settings, places, instead)
    if report is None:
        own.raise_first_error()
    else:
        report.diagnostics += [found for found in own.diagnostics if found not in report.diagnostics]
    return style


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
        place = Place(shown(Path(problem.filename or name)), problem.lineno)
        raise PublishError("S109", f"this template cannot be read: {problem.message}", place) from None
    except TemplateError as problem:
        raise PublishError("S109", f"this template does not work: {problem.message}", _where(style, problem)) from None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as problem:
        if _is_ours(problem):
            raise
        raise PublishError("S109", f"this template does not work: {problem}", _where(style, problem)) from None


def _where(style: Style, problem: Exception) -> Place | None:
    """The line of a template in which something went wrong."""
    places = (place for folder in style.folders for place in style._places(folder))
    files = {str(file): file for place in places for file in (place / "templates").rglob("*")}
    place, trace = None, problem.__traceback__
    while trace:
        if file := files.get(trace.tb_frame.f_code.co_filename):
            place = Place(shown(file), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _is_ours(problem: Exception) -> bool:
    """Whether something went wrong in what a template was given, and not in the template."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and Path(trace.tb_frame.f_code.co_filename).is_relative_to(Path(__file__).parents[1])


def _check_well_formed(page: str, style: Style) -> None:
    """Raise S117 where the templates that a user gave make a page with marks that do not match."""
    given = [file for folder in style.folders for file in style._templates_given(folder)]
    if not given:
        return
    from xml.etree import ElementTree

    try:
        ElementTree.fromstring(page)
    except ElementTree.ParseError as problem:
        line, column = problem.position
        near = " ".join("".join(page.splitlines()[line - 1 : line])[max(0, column - 40) : column + 20].split())
        message = f"what this template makes is not well-formed: {str(problem).partition(':')[0]} near `{near}`"
        others = f", or in {', '.join(map(shown, given[1:4]))}" if given[1:] else ""
        hint = f"close every mark that is opened, here{others}; write signs themselves, not their names"
        raise PublishError("S117", message, Place(shown(given[0])), hint) from None
