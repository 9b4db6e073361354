"""WeasyPrint's finished pages as plain data: the lines of each and what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from ..language.breaks import UNSEEN
from ..layout.proof import LineKind, ProofLine, ProofPage
from .engine.boxes import POINTS, Box, Document, children_of, kind_of, page_boxes

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OTHER = frozenset(("table", "figure", "pre"))
# Classes of what is set in sizes and at heights of its own.
_DISPLAYED = frozenset(("title-block", "caption-title", "pull-quote", "endnotes", "box", "columns"))
_BLOCKS = frozenset(("BlockBox", "TableCellBox", "TableBox"))
_GRID_TAGS = frozenset(("p", "li"))
# Pages that text flows over; the others hold one thing, set as that needs.
_FLOWING = frozenset(("text",))
_FORCED = frozenset(("page", "left", "right", "recto", "verso", "always"))


def proof_pages(document: Document) -> list[ProofPage]:
    """The pages of a laid-out document, in order."""
    made: list[ProofPage] = []
    kind, begun = "", set[int]()
    for number, page in enumerate(page_boxes(document), 1):
        made.append(_page(number, page, page.page_type.name != kind or page.page_type.blank, begun))
        kind = page.page_type.name
    return made


def page_kinds(document: Document) -> list[str]:
    """What each page is called in the style sheets: ``text``, ``demands``, ``cover`` …"""
    return [page.page_type.name for page in page_boxes(document)]


def anchors(document: Document, until: int) -> dict[str, int]:
    """What can be linked to on the pages up to ``until``, with the last of them that it is on."""
    return {name: number for number, page in enumerate(document.pages[:until], 1) for name in page.anchors}


def words_on_pages(document: Document) -> list[int]:
    """How many words stand on each page, those of its notes among them and those around its text not."""
    return [sum(map(_word_count, (box for box in page.children if not kind_of(box).startswith("Margin")))) for page in page_boxes(document)]


def _word_count(box: Box) -> int:
    return len(" ".join(_words(line) for line in box.descendants() if kind_of(line) == "LineBox").split())


def _page(number: int, page: Box, opens: bool, begun: set[int]) -> ProofPage:
    """One page; ``begun`` are the elements that were met on those before it, of such as begin a page."""
    top = page.content_box_y()
    body = next((child for child in page.children if getattr(child, "element_tag", "") == "html"), None)
    notes = note_area(page)
    reading = _Reading(begun)
    if body is not None:
        reading.walk(body, _Within(size=page.style.root_style["font_size"], leading=_leading(page)))
    foot = top + page.height
    return ProofPage(
        number=number,
        lines=tuple(reading.lines),
        top=top * POINTS,
        foot=foot * POINTS,
        notes_top=(notes.position_y if notes else foot) * POINTS,
        height=page.margin_height() * POINTS,
        flows=page.page_type.name in _FLOWING and not page.page_type.blank,
        opens=opens or reading.forced,
        called=frozenset(reading.called),
        noted=frozenset(filter(None, map(note_number, notes.children))) if notes else frozenset(),
    )


def _leading(page: Box) -> float:
    """The height of a line of body text; ours is always absolute."""
    leading: float = page.style.root_style["line_height"].value
    return leading


@dataclass(frozen=True, slots=True)
class _Within:
    """What a box stands in. ``size`` and ``leading`` are those of body text, in CSS pixels."""

    size: float
    leading: float
    kind: LineKind = LineKind.TEXT
    left: float = -inf
    right: float = inf

    def inside(self, box: Box) -> _Within:
        """What stands in the box stands in: within its edges, which lie within those around it."""
        if kind_of(box) in _BLOCKS:
            left = box.content_box_x()
            self = replace(self, left=max(self.left, left), right=min(self.right, left + box.width))
        if self.kind is not LineKind.TEXT:
            return self
        if box.element_tag in _HEADINGS:
            return replace(self, kind=LineKind.HEADING)
        displayed = box.element is not None and not _DISPLAYED.isdisjoint(box.element.get("class", "").split())
        return replace(self, kind=LineKind.OTHER) if displayed or box.element_tag in _OTHER else self


class _Reading:
    """Gathers the lines of one page, from its top."""

    def __init__(self, begun: set[int]) -> None:
        self.begun = begun
        self.lines: list[ProofLine] = []
        self.called: list[int] = []
        self.forced = False

    def walk(self, root: Box, within: _Within) -> None:
        waiting = [(root, within)]
        while waiting:
            box, within = waiting.pop()
            if kind_of(box) == "LineBox":
                self._line(box, within)
                continue
            self._look_at(box)
            inside = within.inside(box)
            waiting += [(child, inside) for child in reversed(children_of(box))]

    def _look_at(self, box: Box) -> None:
        """Whether a box that was told to begin a page does so here, as the first on it."""
        if box.style["break_before"] in _FORCED and id(box.element) not in self.begun:
            self.begun.add(id(box.element))
            self.forced |= not self.lines

    def _line(self, line: Box, within: _Within) -> None:
        text, over = within.kind is LineKind.TEXT, _over(line, within)
        plain = text and line.element_tag in _GRID_TAGS and line.style["font_size"] == within.size
        self.lines.append(
            ProofLine(
                top=line.position_y * POINTS,
                bottom=(line.position_y + line.height) * POINTS,
                block=id(line.element),
                kind=within.kind,
                on_grid=plain and abs(line.height - within.leading) < 0.1,
                introduces=text and line.element is not None and line.element.get("class") == "lead-in",
                over=over * POINTS,
                words=_words(line) if over > 0 else "",
            )
        )
        self.called += _calls(line)


def _over(line: Box, within: _Within) -> float:
    """By how much a line ends behind the edge of what it stands in."""
    flowing = [child for child in line.children if child.is_in_normal_flow()]
    if line.style["direction"] == "rtl":
        return max((within.left - child.position_x for child in flowing), default=0.0)
    return max((child.position_x + child.margin_width() - within.right for child in flowing), default=0.0)


def _words(line: Box) -> str:
    return "".join(getattr(box, "text", "") for box in line.descendants()).translate(UNSEEN)


def _calls(line: Box) -> Iterator[int]:
    """The numbers of the notes called in a line."""
    for box in line.descendants():
        if box.element_tag == "span::footnote-call" and box.element is not None and (number := box.element.get("data-number")):
            yield int(number)


# Notes ------------------------------------------------------------------------------------------


def note_texts(document: Document) -> dict[int, str]:
    """The words of the notes that stand at the foot of pages, by their numbers."""
    texts: dict[int, str] = {}
    areas = filter(None, map(note_area, page_boxes(document)))
    for note in (note for area in areas for note in area.children):
        if number := note_number(note):
            texts[number] = texts.get(number, "") + "".join(getattr(box, "text", "") for box in note.descendants())
    return texts


def note_area(page: Box) -> Box | None:
    """The box at the foot of a page in which notes stand; None where there are none."""
    return next((child for child in page.children if kind_of(child) == "FootnoteAreaBox" and child.children), None)


def note_number(note: Box) -> int:
    """The number of a note by its box; 0 for a box that is none."""
    return int(note.element.get("id", "").removeprefix("_note-") or 0) if note.element is not None else 0
