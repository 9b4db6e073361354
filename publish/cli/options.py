"""Options that several verbs have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ..measures.print_job import KEYS, field_of, read_setting

repair = click.option(
    "--repair/--no-repair", default=None,
    help="Undo what copying from a PDF broke. [what surely came from pages]",
)  # fmt: skip
infer = click.option(
    "--infer/--no-infer", default=None,
    help="Find demands, contact and quotations that nothing marks. [yes]",
)  # fmt: skip
quiet = click.option("-q", "--quiet", is_flag=True, help="Show errors and warnings only.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Show also how pages were made.")


F = TypeVar("F", bound=Callable[..., Any])


class SettingType(click.ParamType):  # type: ignore[type-arg]  # which older releases of click do not take
    """The value of a setting of printing, read as in settings files."""

    def __init__(self, key: str) -> None:
        self.name = self._key = key

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return read_setting(self._key, value)
        except ValueError as problem:
            self.fail(f"{problem}.", param, ctx)


def printing(*kinds: str, shown: Collection[str] = KEYS) -> Callable[[F], F]:
    """The settings of printing that are about files of these kinds, as options; :func:`given` gathers them.

    All are taken, and those in ``shown`` are among a verb's options when it explains itself.
    """

    def decorate(command: F) -> F:
        for key, one in reversed([*KEYS.items()]):
            if one.of in kinds:
                brief = f"{one.meaning.partition(';')[0]}: {one.values.replace('`', '')}."
                metavar = key.rpartition("-")[2].upper()
                command = click.option(f"--{key}", field_of(key), type=SettingType(key), metavar=metavar, help=brief, hidden=key not in shown)(command)
        return command

    return decorate


def given(options: dict[str, Any]) -> Mapping[str, Any]:
    """The settings of printing among a command's options, taken out of them; those that nobody gave are left out."""
    found = {field_of(key): options.pop(field_of(key), None) for key in KEYS}
    found = {name: value for name, value in found.items() if value is not None}
    if (file := Path(found.get("profile", ""))).is_file():  # whoever types a command may name any file of theirs
        found |= {"profile": file.name, "profile_folder": file.absolute().parent}
    return found
