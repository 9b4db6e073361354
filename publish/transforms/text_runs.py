"""A run of inlines as one string, and back: so that rules of writing can look across emphasis and links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from ..language.marks import BORDER, BREAK, WORD
from ..model.nodes import Code, Image, Inline, Inlines, LineBreak, Math, Note, Styled, Text

Change = Callable[[str], str]
Within = Callable[[Inline], Inline]
IsApart = Callable[[Inline], bool]


def change_run(content: Inlines, change: Change, apart: IsApart, within: Within) -> Inlines:
    """Apply ``change`` to the words of a whole run.

    ``change`` gets one string, with the signs of ``language.marks`` for what is no plain text, and
    must keep those signs as they stand. Nodes for which ``apart`` holds are read as one word, and
    ``within`` gives them, and notes, their new form. What does not change is the same object after.
    """
    if len(content) == 1 and isinstance(content[0], Text) and not content[0].literal:
        old = content[0].text
        new = change(old)
        return content if new == old else (replace(content[0], text=new),)
    parts = list(_read(content, apart))
    run = BORDER.join(parts)
    if run.count(BORDER) >= max(1, len(parts)):
        return content  # the author's text holds our sign: then nothing can be told apart
    return _write(content, iter(change(run).split(BORDER)), apart, within)


def _read(content: Inlines, apart: IsApart) -> Iterator[str]:
    """One string a leaf."""
    for node in content:
        match node:
            case Text(literal=True) | Code() | Image() | Math():
                yield WORD
            case Text(text=text):
                yield text
            case LineBreak():
                yield BREAK
            case Note():
                yield ""
            case Styled():
                if apart(node):
                    yield WORD
                else:
                    yield from _read(node.content, apart)
            case _:
                assert_never(node)


def _write(content: Inlines, words: Iterator[str], apart: IsApart, within: Within) -> Inlines:
    """The same run with new words, taken leaf by leaf."""
    new = tuple(_write_node(node, words, apart, within) for node in content)
    return content if all(one is other for one, other in zip(new, content, strict=True)) else new


def _write_node(node: Inline, words: Iterator[str], apart: IsApart, within: Within) -> Inline:
    match node:
        case Text(literal=True) | Code() | Image() | Math() | LineBreak():
            next(words)
            return node
        case Text(text=text):
            new = next(words)
            return node if new == text else replace(node, text=new)
        case Note():
            next(words)
            return within(node)
        case Styled():
            if apart(node):
                next(words)
                return within(node)
            inside = _write(node.content, words, apart, within)
            return node if inside is node.content else replace(node, content=inside)
        case _:
            assert_never(node)
