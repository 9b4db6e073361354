"""YAML as texts, lists and keys that know their lines.

Every scalar stays the text that the author typed: ``1.10``, ``no`` and ``2018-10-23`` mean what
the key says they mean. Built from YAML's events with a stack of our own, so that deep nesting
is refused in time; anchors, aliases and tags have no use here and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..diagnostics import Report
from ..model.place import Place
from .yaml_problems import QUOTE, in_plain_words, line_of_second_colon

MOST_CHARACTERS = 200_000
DEEPEST = 12

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# YAML ends a line at these too, and the author's editor does not: they would shift our line numbers.
_LINE_ENDS_OF_YAML_ONLY = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
_NOTHING = ("", "~", "null")
# A key and a value that begins like text. Reading starts anew for each, so few lines are mended.
_WITH_COLON = re.compile(r"""(?P<key>\s*(?:- +)?[\w-]+:[ ]+)(?P<value>(?=.*:(?:\s|$))[^\s"'\[\]{}|>&*!#@%`,?-].*?)\s*(?:\s#.*)?""")
_MOST_LINES_MENDED = 60


class Keys(dict[str, Any]):
    """Keys and their values; ``lines`` tells where each key stands, also one without a value."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list[Any]):
    """A list; ``lines`` tells where each item begins."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


Value = str | Keys | Items | None


class _Stop(Exception):
    """Reading on is pointless; what is wrong was reported."""


class _BareColon(Exception):
    """A value has a colon and no quotation marks; ``text`` is the whole with marks around it, ``line`` counts from 0."""

    def __init__(self, text: str, line: int, value: str) -> None:
        self.text, self.line, self.value = text, line, value


def read_yaml(text: str, file: str, first_line: int, report: Report) -> tuple[Value, bool]:
    """The value of ``text``, whose first line is ``first_line`` of ``file``, and whether it parsed.

    Values left empty are absent. What is wrong is reported as C101, C108, C109 or C111; a value with a
    colon in it that should stand in quotation marks is read as it is meant (C128).
    """
    mended = Report()
    while True:
        tree = _Tree(file, first_line, Report())
        try:
            for event in _events(text, tree):
                tree.take(event)
        except _Stop:
            tree.root = None
        except _BareColon as found:
            text = found.text
            said = f"`{short(found.value)}` has a colon in it and was read as one value"
            mended.info("C128", said, Place(file, first_line + found.line), QUOTE)
            continue
        report.extend(mended)
        report.extend(tree.report)
        return tree.root, not tree.stopped


def _events(text: str, tree: _Tree) -> Iterator[yaml.Event]:
    if len(text) > MOST_CHARACTERS:
        tree.stop("C111", 0, f"these settings have more than {MOST_CHARACTERS:,} characters")
    if strange := _NOT_TEXT.search(text):
        line, column = text.count("\n", 0, strange.start()), strange.start() - text.rfind("\n", 0, strange.start())
        tree.stop("C101", line, f"this line has a character that no text has: {strange[0]!r}", "delete it", column)
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        yield from yaml.parse(text.translate(_LINE_ENDS_OF_YAML_ONLY), Loader=loader)
    except yaml.YAMLError as problem:
        _look_for_bare_colon(text, problem)
        tree.stop("C101", *in_plain_words(problem))


def _look_for_bare_colon(text: str, problem: yaml.YAMLError) -> None:
    """Raise what the text is to be read as where its fault is a line ``title: One: two``."""
    line = line_of_second_colon(problem)
    lines = text.split("\n")
    if line is None or line >= min(len(lines), _MOST_LINES_MENDED):
        return
    found = _WITH_COLON.fullmatch(lines[line])
    if found:
        value = found["value"].replace("'", "''")
        lines[line] = f"{found['key']}'{value}'"
        raise _BareColon("\n".join(lines), line, found["value"])


class _Tree:
    """Puts events together. Lines of events count from 0, all others from 1."""

    def __init__(self, file: str, first_line: int, report: Report) -> None:
        self.root: Value = None
        self.report, self.stopped = report, False
        self._file, self._first_line = file, first_line
        self._open: list[Keys | Items] = []
        self._waiting: list[str | None] = []  # the key whose value comes next, for each open one

    def stop(self, code: str, line: int, message: str, hint: str = "", column: int = 0) -> None:
        self._say(code, line + self._first_line, message, hint, column)
        self.stopped = True
        raise _Stop

    def _say(self, code: str, line: int, message: str, hint: str, column: int = 0) -> None:
        self.report.error(code, message, Place(self._file, line, column, min(column, 1)), hint)

    def take(self, event: yaml.Event) -> None:
        line = _line(event) + self._first_line
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event, line)
                self._add(_text(event), line)
            case yaml.MappingStartEvent():
                self._begin(Keys(line), event)
            case yaml.SequenceStartEvent():
                self._begin(Items(line), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._say("C109", line, f"`*{event.anchor}` is read as a reference, which settings cannot have", "put the value in quotation marks")
                self._add(None, line)
            case yaml.DocumentStartEvent() if self.root is not None:
                self.stop("C101", _line(event), "a second set of settings begins here", "keep one")

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        sign = f"&{event.anchor}" if event.anchor else event.tag
        if sign:
            self._say("C109", line, f"`{short(sign)}` has a meaning in YAML that settings cannot have", "put the value in quotation marks")

    def _begin(self, container: Keys | Items, event: yaml.CollectionStartEvent) -> None:
        self._refuse_extras(event, container.line)
        if len(self._open) == DEEPEST:
            self.stop("C111", _line(event), f"settings are nested more than {DEEPEST} deep")
        self._open.append(container)
        self._waiting.append(None)

    def _end(self) -> None:
        self._waiting.pop()
        done = self._open.pop()
        self._add(done, done.line)

    def _add(self, value: Value, line: int) -> None:
        if not self._open:
            self.root = value
            return
        container, key = self._open[-1], self._waiting[-1]
        if isinstance(container, Items):
            _append(container, value, line)
        elif key is None:
            self._waiting[-1] = self._key(container, value, line)
        else:
            self._waiting[-1] = None
            if value is not None and key:
                container.setdefault(key, value)

    def _key(self, container: Keys, value: Value, line: int) -> str:
        """The key, noted with its line; empty when its value is not to be kept."""
        if not isinstance(value, str) or "`" in value:
            self._say("C109", line, "a key must be a word", "put a value that begins with a bracket in quotation marks")
            return ""
        if value in container.lines:
            first = container.lines[value]
            self._say("C108", line, f"`{short(value)}` is set twice, first in line {first}", "keep one")
            return ""
        container.lines[value] = line
        return value


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _append(items: Items, value: Value, line: int) -> None:
    if value is not None:
        items.append(value)
        items.lines.append(line)


def _text(event: yaml.ScalarEvent) -> str | None:
    """The text; None where nothing was written."""
    quoted = bool(event.style)
    return None if not event.value or (event.value in _NOTHING and not quoted) else event.value


def short(text: str) -> str:
    """``text`` for a message: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def seen(value: object) -> str:
    """What stands where something else should, in words for a message."""
    match value:
        case Keys():
            return "keys with values"
        case Items():
            return "a list"
        case _:
            return f"`{short(str(value))}`"
