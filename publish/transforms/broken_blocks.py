"""What a column or page parted, gathered part by part: a paragraph, or a list with an item broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from ..model.kinds import Delimiter, Numbering
from ..model.nodes import Block, Inlines, List, ListItem, Paragraph, Text
from ..model.numbering import label
from ..model.walk import plain_text
from .source_lines import join_lines, split_lines

# A dash may also begin a line of text; before a capital it is the mark of an item.
_BULLET = re.compile(r"(?:[-*•·▪◦‣]|[–—](?=\s+[^\W\d_a-z]))\s+(?=\S)")


class BrokenBlock:
    """The parts of a block, of which the first may be of any kind. Further ones are paragraphs, and lists after a list."""

    def __init__(self, first: Block) -> None:
        self._first = first
        self._further: list[Paragraph | List] = []
        self._list = first if isinstance(first, List) else None
        self._count = len(first.items) if isinstance(first, List) else 0

    @property
    def is_list(self) -> bool:
        return self._list is not None

    @property
    def is_joined(self) -> bool:
        return bool(self._further)

    def resumes_with(self, following: Block) -> TypeGuard[List]:
        """Whether a list goes on with this one's items: both bullets, or numbers of a kind that count on."""
        if not (self._list and isinstance(following, List) and _kind(following) == _kind(self._list)):
            return False
        return not following.ordered or following.start == self._list.start + self._count

    def parted(self, paragraph: Paragraph) -> tuple[Paragraph, List | None]:
        """The rest of a broken item, and the list's further items where those were read as its lines.

        A reader that finds the rest standing alone takes what follows for text.
        """
        if not self._list:
            return paragraph, None
        lines = split_lines(paragraph.content)
        starts: list[int] = []
        for number, line in enumerate(lines):
            if number and _begins(line, _mark(self._list, self._count + len(starts))):
                starts.append(number)
        if not starts:
            return paragraph, None
        items = tuple(_item(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)]))
        rest = replace(paragraph, content=join_lines(lines[: starts[0]]))
        return rest, replace(self._list, items=items, start=self._list.start + self._count, place=items[0].place)

    def add(self, part: Paragraph | List) -> None:
        if isinstance(part, List):
            self._count += len(part.items)
        self._further.append(part)

    def merged(self) -> Block:
        """One block of all parts, each paragraph at the end of the item or paragraph before it."""
        if not self._further:
            return self._first
        if not self._list:
            return _glued([part for part in (self._first, *self._further) if isinstance(part, Paragraph)])
        items = [*self._list.items]
        rest: list[Paragraph] = []
        for part in self._further:
            if isinstance(part, List):
                _close_item(items, rest)
                items += part.items
                rest = []
            else:
                rest.append(part)
        _close_item(items, rest)
        return replace(self._list, items=tuple(items))


def end_of(block: Block) -> str:
    """The words with which a paragraph, or a list's last item, ends; nothing can be joined to other blocks."""
    match block:
        case Paragraph():
            return plain_text(block)
        case List(items=(*_, ListItem(blocks=(*_, Paragraph() as last)))):
            return plain_text(last)
        case _:
            return ""


def _kind(block: List) -> tuple[bool, Numbering, Delimiter]:
    return block.ordered, block.numbering, block.delimiter


def _mark(block: List, items: int) -> re.Pattern[str]:
    """What an item begins with that so many stand before."""
    if not block.ordered:
        return _BULLET
    return re.compile(rf"{re.escape(label(block.start + items, block.numbering, block.delimiter))}\s+(?=\S)")


def _begins(line: Inlines, mark: re.Pattern[str]) -> bool:
    return bool(line) and isinstance(line[0], Text) and mark.match(line[0].text) is not None


def _item(lines: Sequence[Inlines]) -> ListItem:
    first, *others = lines[0]
    assert isinstance(first, Text)  # it begins with a mark
    text = replace(first, text=first.text.split(maxsplit=1)[1])
    return ListItem((Paragraph(join_lines([(text, *others), *lines[1:]]), place=first.place),), place=first.place)


def _close_item(items: list[ListItem], rest: list[Paragraph]) -> None:
    if not rest:
        return
    match items[-1].blocks:
        case (*before, Paragraph() as broken):
            items[-1] = replace(items[-1], blocks=(*before, _glued([broken, *rest])))
        case before:
            items[-1] = replace(items[-1], blocks=(*before, *rest))


def _glued(parts: Sequence[Paragraph]) -> Paragraph:
    """One paragraph, with a line end at each break."""
    return replace(parts[0], content=join_lines(_trimmed(part.content) for part in parts))


def _trimmed(content: Inlines) -> Inlines:
    match content:
        case (*head, Text(text=text) as last) if text != text.rstrip():
            return (*head, replace(last, text=text.rstrip()))
        case _:
            return content
