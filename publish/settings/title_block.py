"""Pandoc's title block: lines of ``% title``, ``% author; author`` and ``% date`` as keys."""

from __future__ import annotations

from .yaml_lines import Items, Keys


def read_title_block(text: str, first_line: int) -> Keys:
    """The keys of a title block; a line that says nothing gives none."""
    fields: list[list[tuple[str, int]]] = []
    for number, line in enumerate(text.split("\n"), first_line):
        if line.startswith("%"):
            fields.append([])
            line = line[1:]
        fields[-1].append((line.strip(), number))
    keys = Keys(first_line)
    for name, field in zip(("title", "author", "date"), fields, strict=False):
        _add(keys, name, [(said, line) for said, line in field if said])
    return keys


def _add(keys: Keys, name: str, said: list[tuple[str, int]]) -> None:
    if not said:
        return
    keys.lines[name] = said[0][1]
    keys[name] = _authors(said) if name == "author" else " ".join(text for text, _ in said)


def _authors(said: list[tuple[str, int]]) -> Items:
    """Each on a line of its own, or parted by semicolons."""
    items = Items(said[0][1])
    for text, line in said:
        for name in filter(None, map(str.strip, text.split(";"))):
            items.append(name)
            items.lines.append(line)
    return items
