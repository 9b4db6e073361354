"""TOML as texts, lists and keys that know their lines, as ``yaml_lines`` gives YAML."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Report
from ..model.place import Place
from .yaml_lines import DEEPEST, MOST_CHARACTERS, Items, Keys, Value

_Path = tuple[str | int, ...]

# Strings that hold lines, and comments: nothing in them is a key.
_NO_KEYS = re.compile(r'"""(?:[^\\]|\\.)*?"""|' + r"'''.*?'''" + r'|"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL)
_LINE = re.compile(
    r"""\s*(?:(?P<many>\[\[)(?P<each>[^\]]+)\]\]|\[(?P<table>[^\[\]]+)\]|(?P<key>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=)"""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(text: str, file: str, first_line: int, report: Report) -> Keys | None:
    """The keys of ``text``, whose first line is ``first_line`` of ``file``; None where it cannot be read (C101, C111)."""
    import tomllib

    place = Place(file, first_line)
    if len(text) > MOST_CHARACTERS:
        report.error("C111", f"these settings have more than {MOST_CHARACTERS:,} characters", place)
        return None
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        _report(str(problem), text, place, report)
        return None
    except RecursionError:
        report.error("C111", f"settings are nested more than {DEEPEST} deep", place)
        return None
    tree = _Tree(_lines(text), first_line).value(found, ())
    assert isinstance(tree, Keys)
    return tree


def _report(problem: str, text: str, place: Place, report: Report) -> None:
    where = _WHERE.search(problem)
    last = text.rstrip("\n").count("\n")
    line, column = (last, 0) if where is None or where[1] is None else (int(where[1]) - 1, int(where[2]))
    said = _WHERE.sub("", problem)
    said = f"{said[:1].lower()}{said[1:]}"
    hint = 'between lines of +++ stands TOML: write `key = "value"`, and a date as 2018-10-23'
    report.error("C101", f"the settings cannot be read: {said}", Place(place.file, place.line + line, column, min(column, 1)), hint)


def _lines(text: str) -> dict[_Path, int]:
    """The line of each key (from 0), by its path; tables of one name are counted."""
    lines: dict[_Path, int] = {}
    counts: dict[_Path, int] = {}
    table: _Path = ()
    for number, line in enumerate(_NO_KEYS.sub(_without_lines, text).split("\n")):
        found = _LINE.match(line)
        if found is None:
            continue
        if found["key"]:
            _note(lines, (*table, *_path(found["key"])), number)
        else:
            table = _counted(_path(found["table"] or found["each"]), counts, bool(found["many"]))
            _note(lines, table, number)
    return lines


def _without_lines(found: re.Match[str]) -> str:
    text = found[0]
    if text.startswith("#"):
        return ""
    return "\n" * text.count("\n") if text.startswith(('"""', "'''")) else text


def _path(name: str) -> _Path:
    return tuple(part.strip("\"'") for part in _PART.findall(name))


def _counted(path: _Path, counts: dict[_Path, int], many: bool) -> _Path:
    """A table's path with the numbers of the ones it is in."""
    whole: _Path = ()
    for depth, part in enumerate(path, 1):
        whole = (*whole, part)
        if many and depth == len(path):
            counts[whole] = counts.get(whole, -1) + 1
        if whole in counts:
            whole = (*whole, counts[whole])
    return whole


def _note(lines: dict[_Path, int], path: _Path, number: int) -> None:
    for depth in range(1, len(path) + 1):
        lines.setdefault(path[:depth], number)


class _Tree:
    """Turns what the parser gives into texts, and finds their lines."""

    def __init__(self, lines: dict[_Path, int], first_line: int) -> None:
        self._lines, self._first = lines, first_line

    def _line(self, path: _Path) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._first + self._lines.get(path, 0)

    def value(self, found: Any, path: _Path) -> Value:
        if isinstance(found, dict):
            keys = Keys(self._line(path))
            for name, one in found.items():
                keys.lines[name] = self._line((*path, name))
                keys[name] = self.value(one, (*path, name))
            return keys
        if isinstance(found, list):
            items = Items(self._line(path))
            items.lines = [self._line((*path, number)) for number in range(len(found))]
            items.extend(self.value(one, (*path, number)) for number, one in enumerate(found))
            return items
        return _text(found)


def _text(found: Any) -> str:
    """A scalar as YAML would have had it."""
    if isinstance(found, bool):
        return "true" if found else "false"
    return found.isoformat() if hasattr(found, "isoformat") else str(found)
