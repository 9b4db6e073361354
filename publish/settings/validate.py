"""What an author wrote, held against the keys there are: every problem is reported, in one run.

msgspec stops at its first problem. So that one is reported and taken out, and the rest is tried
again; each round makes the tree smaller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from threading import Lock
from typing import Annotated, Any, TypeVar, get_args, get_origin

import msgspec

from ..diagnostics import Report
from ..model.place import Place
from .keys import (
    ColourKeys,
    EditionKeys,
    EntryKeys,
    FontKeys,
    MetadataKeys,
    NameParts,
    Person,
    PictureKeys,
    Scheme,
    SettingsKeys,
    TitlePart,
)
from .roles import ROLES
from .yaml_lines import Items, Keys, seen, short

MOST_PROBLEMS = 100

T = TypeVar("T", bound=msgspec.Struct)
# What msgspec learns of a kind when it is first asked can be met half made by another thread, which ends the process.
_MSGSPEC = Lock()
Step = str | int

_AT = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[([0-9]+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`")
_MISSING = re.compile(r"Object missing required field `([^`]*)`")
_EXPECTED = re.compile(r"Expected `([^`]*)`")

_KINDS = {"str": "a text", "array": "a list", "object": "keys with values"}

# Which keys may stand below a key.
_BELOW: dict[Step, type[msgspec.Struct]] = {
    "publish": SettingsKeys,
    "title": TitlePart,
    "author": Person,
    "authors": Person,
    "name": NameParts,
    "creator": Person,
    "contributor": Person,
    "identifier": Scheme,
    "contents": EntryKeys,
    "logo": PictureKeys,
    "union-label": PictureKeys,
    "colours": ColourKeys,
    "fonts": FontKeys,
}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A file of settings, and where its problems are reported."""

    file: str
    report: Report

    def error(self, code: str, message: str, line: int, hint: str = "") -> None:
        self.report.error(code, message, Place(self.file, line), hint)


def convert(tree: Keys, kind: type[T], source: SettingsFile) -> T:
    """``tree`` as ``kind``; what is wrong is reported and taken out of both (C102, C103, C112)."""
    dropped: set[int] = set()
    for _ in range(MOST_PROBLEMS):
        try:
            with _MSGSPEC:
                return msgspec.convert(tree, kind)
        except msgspec.ValidationError as problem:
            _Complaint(tree, kind, source, str(problem)).settle(dropped)
    source.error("C103", "there are more problems than are shown here", tree.line, "mend these first")
    tree.clear()  # what was not looked at must not be used
    return kind()


def names(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The keys of ``kind`` as authors write them."""
    return tuple(kind.__struct_encode_fields__)


class _Complaint:
    """One complaint of msgspec's: what it is about, and where that stands."""

    def __init__(self, tree: Keys, kind: type[msgspec.Struct], source: SettingsFile, said: str) -> None:
        at = _AT.search(said)
        self.said, self.tree, self.source = said, tree, source
        self.steps: list[Step] = [name or int(index) for name, index in _STEP.findall(at["path"] if at else "")]
        self.kind = kind

    def settle(self, dropped: set[int]) -> None:
        """Report it and take it out; ``dropped`` are the groups of keys that lost one."""
        if unknown := _UNKNOWN.match(self.said):
            keys = self._at(len(self.steps))
            self._unknown(unknown[1], keys.lines[unknown[1]])
            dropped.add(id(keys))
            del keys[unknown[1]]
            return
        holder, last = self._at(len(self.steps) - 1), self.steps[-1]
        missing = _MISSING.match(self.said)
        if not missing:
            self._wrong(holder[last], holder.lines[last])
        elif id(holder[last]) not in dropped:  # else it is missing since it was misspelt: said already
            self.source.error("C103", f"`{missing[1]}` is missing here", holder.lines[last])
        del holder[last]
        if isinstance(holder, Items) and isinstance(last, int):
            del holder.lines[last]

    def _at(self, depth: int) -> Any:
        value: Any = self.tree
        for step in self.steps[:depth]:
            value = value[step]
        return value

    def _owner(self, depth: int) -> type[msgspec.Struct]:
        """The keys that may stand at this depth."""
        above = [step for step in self.steps[:depth] if isinstance(step, str)]
        return _BELOW[above[-1]] if above else self.kind

    def _unknown(self, key: str, line: int) -> None:
        self.source.error("C102", f"unknown key `{short(key)}`", line, _hint(key, self._owner(len(self.steps))))

    def _wrong(self, value: Any, line: int) -> None:
        key = next(step for step in reversed(self.steps) if isinstance(step, str))
        is_item = isinstance(self.steps[-1], int)
        subject = f"an item of `{key}`" if is_item else f"`{key}`"
        wanted = self._in_kinds() if is_item else self._in_words(key) or self._in_kinds()
        code = "C112" if self.said.startswith("Invalid enum value") else "C103"
        self.source.error(code, f"{subject} must be {wanted}, not {seen(value)}", line)

    def _in_words(self, key: str) -> str:
        """What the table of keys says that ``key`` must be."""
        owner = self._owner(len(self.steps) - 1)
        return next((meaning.title or "" for name, meaning in meanings(owner) if name == key), "")

    def _in_kinds(self) -> str:
        expected = _EXPECTED.match(self.said)
        kinds = expected[1].split(" | ") if expected else []
        return " or ".join(_KINDS[kind] for kind in kinds if kind in _KINDS) or "something else"


def meanings(kind: type[msgspec.Struct]) -> list[tuple[str, msgspec.Meta]]:
    """The keys of ``kind`` that have a meaning written beside them, with it."""
    return [(entry.encode_name, get_args(entry.type)[1]) for entry in msgspec.structs.fields(kind) if get_origin(entry.type) is Annotated]


def _hint(key: str, owner: type[msgspec.Struct]) -> str:
    """Where an unknown key belongs, or which one was meant."""
    name = key.lower().replace("_", "-")[:60]
    own, other = names(owner), _elsewhere(owner)
    if name in other and name not in own:
        return other[name]
    if name in ROLES and name not in own and issubclass(owner, MetadataKeys):
        return f"write `contributor:` with `role: {name}` and the name as `text:`"
    if near := get_close_matches(name, [*own, *other], n=1):
        return f"did you mean `{near[0]}`?" + ("" if near[0] in own else f" {other[near[0]]}")
    return "known are " + ", ".join(own) if len(own) < 10 else "the README lists all keys"


def _elsewhere(owner: type[msgspec.Struct]) -> dict[str, str]:
    """Keys that exist, but not here, and where they belong."""
    if owner is SettingsKeys:
        where = "it tells of one publication: put it at the top of its front matter"
        return dict.fromkeys(names(MetadataKeys), where)
    if issubclass(owner, MetadataKeys):
        return dict.fromkeys(names(SettingsKeys), "it belongs under `publish:`")
    if owner is EditionKeys:
        return dict.fromkeys(names(SettingsKeys), "it can be set for all editions only")
    return {}
