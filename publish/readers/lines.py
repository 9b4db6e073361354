"""Runs of inlines seen as the lines they were written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model.nodes import Inline, Inlines, LineBreak, Text
from ..model.place import Place


def split_lines(content: Inlines) -> list[Inlines]:
    """The run cut at the line ends and breaks that stand outside emphasis, links and notes."""
    lines: list[list[Inline]] = [[]]
    for node in content:
        if isinstance(node, LineBreak):
            lines.append([])
        elif isinstance(node, Text) and "\n" in node.text:
            for number, part in enumerate(node.text.split("\n")):
                if number:
                    lines.append([])
                if part:
                    lines[-1].append(Text(part, place=_below(node.place, number)))
        else:
            lines[-1].append(node)
    return [tuple(line) for line in lines]


def join_lines(lines: Iterable[Inlines]) -> Inlines:
    """The opposite of :func:`split_lines`: one run, a newline between each two lines."""
    nodes: list[Inline] = []
    for number, line in enumerate(lines):
        if number:
            _add(nodes, Text("\n", place=line[0].place if line else None))
        for node in line:
            _add(nodes, node)
    return tuple(nodes)


def _add(nodes: list[Inline], node: Inline) -> None:
    if isinstance(node, Text) and nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(nodes[-1].text + node.text, place=nodes[-1].place)
    else:
        nodes.append(node)


def _below(place: Place | None, lines: int) -> Place | None:
    return Place(place.file, place.line + lines) if place and lines else place


def first_text(content: Inlines) -> str:
    """The words a run begins with, empty when it begins with something else than plain text."""
    return content[0].text if content and isinstance(content[0], Text) else ""


def without_start(content: Inlines, length: int) -> Inlines:
    """The run without the first ``length`` characters of the text it begins with."""
    first = content[0]
    assert isinstance(first, Text)
    rest = first.text[length:]
    if not rest:
        return content[1:]
    place = _below(first.place, first.text.count("\n", 0, length))
    return (replace(first, text=rest, place=place), *content[1:])
