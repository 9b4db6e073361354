"""Block tags among blocks become a tree, with the ends that HTML lets authors leave out.

The words between tags are Markdown, and blocks of Markdown may stand between them after an empty
line. So markdown-it finds the tags, and no HTML parser could be given the whole; which tag ends
which is told by HTML's own rules (WHATWG HTML, 13.1.2.4, optional tags).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..diagnostics import PublishError
from ..model.kinds import Align
from ..model.nodes import Block
from ..model.place import Place
from .html_findings import HtmlFindings
from .markdown_html import LISTS, Tag

_ALIGNS = {align.value: align for align in Align} | {"middle": Align.CENTER, "end": Align.RIGHT}
# More than any page on the web has.
_MOST_OPEN = 100
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_VOID = frozenset(("hr", "col"))
_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot", "caption", "colgroup"))
_MAY_BE_LEFT_OPEN = _CELLS | _GROUPS | frozenset(("p", "li", "dt", "dd", "tr", "html", "body", "head"))
# What an opening tag ends, and what it does not look beyond.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), LISTS),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl",)))),
    **dict.fromkeys(_CELLS, (_CELLS, frozenset(("table", "tr")))),
    "tr": (_CELLS | {"tr", "caption", "colgroup"}, frozenset(("table",))),
    **dict.fromkeys(_GROUPS, (_CELLS | _GROUPS | {"tr"}, frozenset(("table",)))),
}
# A closing tag does not end what is outside of these.
_WALLS = {name: frozenset(("table",)) for name in _CELLS | _GROUPS | {"tr"}} | {"li": LISTS, "dt": frozenset(("dl",)), "dd": frozenset(("dl",))}


@dataclass(slots=True)
class Element:
    """An HTML element with blocks and elements inside."""

    tag: Tag
    place: Place
    children: list[Block | Element] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.tag.name

    @property
    def align(self) -> Align:
        """How its lines stand, by the attribute or by CSS; that they begin at the left, as is usual, says nothing."""
        if self.name == "center":
            return Align.CENTER
        align = self.tag.get("align")
        for declaration in self.tag.get("style").lower().split(";"):
            name, _, value = declaration.partition(":")
            if name.strip() == "text-align":
                align = value
        found = _ALIGNS.get(align.strip().lower(), Align.NONE)
        return Align.NONE if found is Align.LEFT else found


def grow(parts: Iterable[Block | Tag], findings: HtmlFindings) -> list[Block | Element]:
    """The blocks and tags in order as a tree. What is never closed is dissolved: its contents stand for themselves.

    Raises :class:`PublishError` (M108) where more is open at a time than anybody writes.
    """
    growing = _Growing(findings)
    for part in parts:
        if not isinstance(part, Tag):
            growing.add(part)
        elif part.closing:
            growing.close(part)
        else:
            growing.open(part)
    growing.end()
    return growing.top


class _Growing:
    def __init__(self, findings: HtmlFindings) -> None:
        self.top: list[Block | Element] = []
        self._findings = findings
        self._open: list[Element] = []
        self._names: Counter[str] = Counter()

    @property
    def inside(self) -> list[Block | Element]:
        return self._open[-1].children if self._open else self.top

    def add(self, block: Block) -> None:
        self._end_heading()
        self.inside.append(block)

    def _end_heading(self) -> None:
        """A heading ends with its words, whether its author closed it or not."""
        if self._open and self._open[-1].name in _HEADINGS and self._open[-1].children:
            self._findings.never_closed(self._open[-1].name, self._open[-1].place)
            self._cut(len(self._open) - 1)

    def open(self, tag: Tag) -> None:
        assert tag.place is not None
        self._end_heading()
        self._end_what_it_ends(tag.name)
        self._findings.attributes_of(tag, tag.place)
        element = Element(tag, tag.place)
        self.inside.append(element)
        if tag.name in _VOID:
            return
        if len(self._open) >= _MOST_OPEN:
            raise PublishError("M108", f"more than {_MOST_OPEN} HTML tags are open here", tag.place, "close them, or write it flatter")
        self._open.append(element)
        self._names[tag.name] += 1

    def close(self, tag: Tag) -> None:
        at = self._outermost({tag.name}, _WALLS.get(tag.name, frozenset()), innermost=True)
        if at is not None:
            self._cut(at)
        elif tag.place and tag.name not in _MAY_BE_LEFT_OPEN and tag.name not in _VOID:
            self._findings.closes_nothing(tag.name, tag.place)

    def end(self) -> None:
        """At the end of a run: what is still open takes in all that came after it, and was not meant to."""
        while self._open:
            element = self._open.pop()
            if element.name != "p" or element.tag.get("align"):
                self._findings.never_closed(element.name, element.place)
            if element.name not in _HEADINGS:
                self.inside[-1:] = element.children

    def _end_what_it_ends(self, name: str) -> None:
        ended, walls = _ENDS.get(name, (frozenset(), frozenset()))
        at = self._outermost(ended, walls) if ended else None
        if at is not None:
            self._cut(at)
        elif self._open and self._open[-1].name == "p":
            self._cut(len(self._open) - 1)

    def _outermost(self, names: Iterable[str], walls: frozenset[str], innermost: bool = False) -> int | None:
        """Where in what is open one of these names stands, furthest out or (``innermost``) nearest, this side of the walls."""
        if not any(self._names[name] for name in names):
            return None
        found = None
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].name in names:
                found = at
                if innermost:
                    break
            elif self._open[at].name in walls:
                break
        return found

    def _cut(self, at: int) -> None:
        """Close what is open from here on."""
        for element in self._open[at + 1 :]:
            if element.name not in _MAY_BE_LEFT_OPEN:
                self._findings.never_closed(element.name, element.place)
        for element in self._open[at:]:
            self._names[element.name] -= 1
        del self._open[at:]
