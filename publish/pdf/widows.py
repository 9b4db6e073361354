"""Paragraphs that go over to another page, by the structure that a tagged file tells (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .destinations import leaves
from .text_lines import TextLine

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_DEEPEST = 12
# Lines of one height are one line; less than this, in points, is no other.
_SAME_LINE = 2.0
_PARAGRAPHS = frozenset(("/P", "/LBody", "/BlockQuote"))
Lines = dict[tuple[int, int], list[float]]


class Paragraphs:
    """For each page the heights of the lines that its paragraphs have there."""

    def __init__(self, pdf: Pdf) -> None:
        self._tables = _tables(pdf)
        self._above: dict[tuple[int, int], tuple[int, int] | None] = {}

    def on(self, page: Page, lines: Sequence[TextLine]) -> Lines:
        """A page's paragraphs by the numbers of their objects, each with the heights of its lines."""
        table = self._tables.get(_number(page.obj.get("/StructParents")))
        found: Lines = {}
        if table is None:
            return found
        for line in lines:
            number = line.marks[0].number
            if 0 <= number < len(table) and (paragraph := self._paragraph(table[number])):
                heights = found.setdefault(paragraph, [])
                if not heights or abs(heights[-1] - line.base) > _SAME_LINE:
                    heights.append(line.base)
        return found

    def _paragraph(self, element: Object | None) -> tuple[int, int] | None:
        """The paragraph that an element is part of."""
        from pikepdf import Dictionary

        way: list[tuple[int, int]] = []
        found = None
        for _ in range(_DEEPEST):
            if not isinstance(element, Dictionary):
                break
            key = element.objgen
            if key in self._above:
                found = self._above[key]
                break
            way.append(key)
            if str(element.get("/S")) in _PARAGRAPHS:
                found = key
                break
            element = element.get("/P")
        self._above.update(dict.fromkeys(way, found))
        return found


def widows(pages: Sequence[Lines]) -> list[int]:
    """The numbers of the pages that begin with the last line of a paragraph."""
    found = []
    for number in range(2, len(pages) + 1):
        before, here = pages[number - 2], pages[number - 1]
        after = pages[number] if number < len(pages) else {}
        shared = [key for key in here if key in before and key not in after and len(here[key]) == 1]
        if any(_is_first(here[key][0], here) for key in shared):
            found.append(number)
    return found


def _is_first(height: float, here: Lines) -> bool:
    """Whether no line of another paragraph stands above one, other than a running head."""
    return sum(max(heights) > height + _SAME_LINE for heights in here.values()) <= 1


def _tables(pdf: Pdf) -> dict[int, Object]:
    """Of each page the elements that its marks belong to."""
    from pikepdf import Array, Dictionary

    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary) or "/ParentTree" not in root:
        return {}
    return {_number(key): table for key, table in leaves(root.ParentTree, "/Nums") if isinstance(table, Array)}


def _number(written: Object | int | None) -> int:
    return int(written) if isinstance(written, int) else -1
