"""What the pages of a laid-out document are called: the numbers that stand on them, and those that would stand on the others.

``page`` is the counter that style sheets set folios with; a page without a folio goes by those around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.kinds import Numbering
from ...model.numbering import said
from ..engine.boxes import Box, Document, page_boxes

# Other names for kinds of numbers.
_SAME = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}
_DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Folio:
    """A page's number, and the name that style sheets have for its kind of numbers."""

    number: int
    numbering: Numbering

    def __str__(self) -> str:
        return said(self.number, self.numbering)


def folios(document: Document) -> tuple[Folio, ...]:
    """The folios of WeasyPrint's pages, in order."""
    pages = page_boxes(document)
    return tuple(
        Folio(number, _numbering(name))
        for run in _runs(list(zip(_counted(pages), map(_written, pages), strict=True)))
        for (number, _), name in zip(run, _names(run), strict=True)
    )


def _counted(pages: Sequence[Box]) -> Iterator[int]:
    """The value of the counter on each page."""
    number = 0
    for page in pages:
        for change in ("counter_reset", "counter_set", "counter_increment"):
            for name, value in page.style[change]:
                if name == "page":
                    number = number + value if change == "counter_increment" else value
        yield number


def _written(page: Box) -> str:
    """The name of the kind of numbers in which the page's number stands in its margin; empty where it does not stand there."""
    for box in page.children:
        content = box.style["content"] if hasattr(box, "at_keyword") else ()
        for kind, value in content if isinstance(content, (list, tuple)) else ():
            if kind == "counter()" and value[0] == "page":
                return str(value[1])
    return ""


def _runs(pages: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The pages in runs, in each of which the numbers go up by one."""
    run: list[tuple[int, str]] = []
    for page in pages:
        if run and page[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _names(run: Sequence[tuple[int, str]]) -> list[str]:
    """The kind of numbers of each page of a run: its own, else that of the next that says it, else of the last that did."""
    names = [name for _, name in run]
    last = next((name for name in reversed(names) if name), _DECIMAL)
    for at in range(len(names) - 1, -1, -1):
        names[at] = last = names[at] or last
    return names


def _numbering(name: str) -> Numbering:
    known = {kind.value: kind for kind in Numbering}
    return known.get(_SAME.get(name, name), Numbering.DECIMAL)
