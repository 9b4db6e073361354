"""Metadata that stands in a text, set apart from it: YAML, TOML and pandoc's title block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import PublishError
from ..model.front_matter import FrontMatter, FrontSyntax
from ..model.place import Place

_YAML_LINE = re.compile(r"[^\s:#-][^:]*:(\s|$)|\{|%")
_TOML_LINE = re.compile(r"""[\w.-]+\s*=|"[^"\n]*"\s*=|\[""")
_TITLE_LINE = re.compile(r"%(?:[ \t]|$)")
_KEY = re.compile(r"([A-Za-z][\w.-]*):(?:\s|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Lines between two rules may be anything; with one of these among their keys they are metadata.
_TELLING_KEYS = frozenset(
    """title subtitle author date lang abstract description keywords subject rights publisher identifier
    bibliography references csl nocite header-includes toc documentclass geometry publish""".split()
)
_MOST_TITLE_LINES = 3  # title, authors, date


def set_apart(text: str, file: str) -> tuple[FrontMatter | None, int, str]:
    """The metadata that a text begins with, how many lines it takes, and the text below it.

    Raises :class:`PublishError` M106 where it never ends.
    """
    lines = text.split("\n")
    found = _yaml(lines, file) or _toml(lines, file) or _title_block(lines)
    if found is None:
        return None, 0, text
    front, length = found
    return front, length, "\n".join(lines[length:])


def set_apart_within(text: str, first_line: int) -> tuple[tuple[FrontMatter, ...], str]:
    """Further YAML in a text, as pandoc has it, and the text with empty lines in its place."""
    if "\n---" not in text and not text.startswith("---"):
        return (), text
    lines = text.split("\n")
    found = []
    for start, end in _yaml_within(lines):
        found.append(FrontMatter("\n".join(lines[start + 1 : end]), first_line + start + 1))
        lines[start : end + 1] = [""] * (end + 1 - start)
    return tuple(found), "\n".join(lines)


# At the beginning ------------------------------------------------------------------------------


def _yaml(lines: list[str], file: str) -> tuple[FrontMatter, int] | None:
    if not _begins_with_yaml(lines):
        return None
    end = _end(lines, ("---", "..."), file)
    return FrontMatter("\n".join(lines[1:end]), 2), end + 1


def _begins_with_yaml(lines: list[str]) -> bool:
    """A first line ``---`` opens front matter when what follows at once looks like YAML; else it is a rule."""
    if len(lines) < 2 or lines[0].rstrip() != "---" or not lines[1].strip():
        return False
    for line in lines[1:]:
        if line.rstrip() in ("---", "..."):
            return True
        if line.strip() and not line.lstrip().startswith("#"):
            return _YAML_LINE.match(line.lstrip()) is not None
    return False


def _toml(lines: list[str], file: str) -> tuple[FrontMatter, int] | None:
    if lines[0].rstrip() != "+++":
        return None
    first = next((line.strip() for line in lines[1:] if line.strip() and not line.lstrip().startswith("#")), "")
    if first != "+++" and not _TOML_LINE.match(first):
        return None
    end = _end(lines, ("+++",), file)
    return FrontMatter("\n".join(lines[1:end]), 2, FrontSyntax.TOML), end + 1


def _end(lines: list[str], closing: tuple[str, ...], file: str) -> int:
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in closing:
            return number
    hint = f"close it with a line {closing[0]}"
    raise PublishError("M106", "the front matter that begins here never ends", Place(file, 1), hint)


def _title_block(lines: list[str]) -> tuple[FrontMatter, int] | None:
    """Up to three lines that begin with ``%``; an indented line goes on with the one before it."""
    end = begun = 0
    for line in lines:
        begins = _TITLE_LINE.match(line) is not None
        if begins and begun < _MOST_TITLE_LINES:
            begun += 1
        elif not (begun and line[:1].isspace() and line.strip()):
            break
        end += 1
    if not any(line.strip("% \t") for line in lines[:end]):
        return None
    return FrontMatter("\n".join(lines[:end]), 1, FrontSyntax.TITLE_BLOCK), end


# Within the text -------------------------------------------------------------------------------


def _yaml_within(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each block; code is passed over."""
    fence, number = "", 0
    while number < len(lines):
        line = lines[number]
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line.strip().strip(fence[0]))):
            fence = "" if fence else mark[1]
        elif not fence and line.rstrip() == "---" and (number == 0 or not lines[number - 1].strip()) and (end := _end_of_keys(lines, number)):
            yield number, end
            number = end
        number += 1


def _end_of_keys(lines: list[str], start: int) -> int | None:
    """The line that closes what a ``---`` opens, if all between them are keys, and one of them is metadata's."""
    telling = False
    for number in range(start + 1, len(lines)):
        line = lines[number].rstrip()
        if line in ("---", "..."):
            return number if telling else None
        key = _KEY.match(line)
        telling = telling or bool(key and key[1] in _TELLING_KEYS)
        if not key and (number == start + 1 or (line and line[0] not in " #-]}")):
            return None
    return None
