"""Columns as a newspaper sets them, in place of WeasyPrint's.

WeasyPrint looks for columns of even height by whole paragraphs, leaves the space above a heading
at a column's top, lets a headline part from its text, and lays out all that is still to come once
for each column. Here the height grows by lines, columns begin with text at the same height, and a
column is laid out again only where columns end and must be made even. What this does not know
(notes in columns, columns of a fixed height) is still laid out by WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any, NamedTuple

from ..engine.boxes import Box, Context, Skip, children_of

# Columns that go on overleaf are no shorter than so many lines, unless the page begins with them.
_FEWEST_LINES = 4
# So many heights are tried one after the other, a line apart, before the rest is halved.
_TRIED_IN_TURN = 3
# Columns whose ends lie further apart than so many lines are tried in other ways.
_MOST_UNEVEN = 2 + 1e-3
_NEARLY = 1e-3
_NONE = (0, "px")
# What page a text that goes on asks for: left or right, and its name.
_NextPage = dict[str, Any]
_ANY_PAGE: _NextPage = {"break": "any", "page": None}


class _Group(NamedTuple):
    """Children that share columns, or one that goes across all of them; ``start`` is the first one's number."""

    start: int
    children: list[Box]
    across: bool


class _Columns(NamedTuple):
    """Columns laid out. ``resume`` says where the text goes on, None at its end; ``next_page`` what page that asks for."""

    boxes: list[Box]
    resume: Skip
    next_page: _NextPage
    absolutes: list[Any]

    @property
    def height(self) -> float:
        return max((box.margin_height() for box in self.boxes), default=0.0)


@dataclass(frozen=True, slots=True)
class EvenColumns:
    """Stands where WeasyPrint's ``columns_layout`` stood, and is called as that was."""

    theirs: Any

    def __call__(
        self, context: Context, box: Box, bottom_space: float, skip: Skip, around: Box, page_is_empty: bool, absolutes: list[Any], fixed: list[Any],
        margins: list[float], *first: Any,
    ) -> Any:  # fmt: skip
        if context.footnotes or box.style["height"] != "auto" or box.style["position"] == "relative":
            return self.theirs(context, box, bottom_space, skip, around, page_is_empty, absolutes, fixed, margins, *first)
        around_it, context.in_column = context.in_column, True
        try:
            setter = _Setter(context, box, bottom_space, page_is_empty, fixed)
            made = setter.set(skip, around, absolutes, margins)
        finally:
            context.in_column = around_it
        if made[0] is None and page_is_empty:  # an empty page must take something
            return self.theirs(context, box, bottom_space, skip, around, page_is_empty, absolutes, fixed, margins, *first)
        return made


@dataclass(slots=True)
class _Setter:
    """Sets one box in columns, as much of it as a page takes."""

    context: Context
    box: Box
    bottom_space: float
    page_is_empty: bool
    fixed: list[Any]
    placed: list[tuple[_Group, list[Box]]] = field(default_factory=list)
    absolutes: list[Any] = field(default_factory=list)
    count: int = 1
    width: float = 0
    gap: float = 0
    line: float = 0

    def set(self, skip: Skip, around: Box, absolutes: list[Any], margins: list[float]) -> tuple[Any, ...]:
        """The box as WeasyPrint wants it back: itself, where it goes on, the next page, and two values for margins."""
        from weasyprint.layout import block

        box = self.box = self.box.copy_with_children(self.box.children)
        if skip:  # the space and the rule above were on the page where it began
            box.remove_decoration(start=True, end=False)
        box.position_y += block.collapse_margin(margins)
        block.block_level_width(box, around)
        self._measure()
        resume, next_page = self._fill(skip)
        if not self.placed and box.children:
            return None, {0: None}, next_page, [], False
        absolutes += self.absolutes
        box.children = [child for _, children in self.placed for child in children]
        box.height = self._bottom() - box.content_box_y()
        return box, resume, next_page, [], False

    def _measure(self) -> None:
        from weasyprint.layout.percent import percentage
        from weasyprint.text.line_break import strut

        style, box = self.box.style, self.box
        gap = style["column_gap"]
        self.gap = style["font_size"] if gap == "normal" else percentage(gap, style, box.width)
        self.line = strut(style)[0]
        wanted, width = style["column_count"], style["column_width"]
        room = box.width + self.gap
        fitting = wanted if width == "auto" else max(1, floor(room / (width + self.gap)))
        self.count = fitting if wanted == "auto" else min(wanted, fitting)
        self.width = room / self.count - self.gap

    @property
    def _blocks(self) -> type:
        from weasyprint.formatting_structure.boxes import BlockLevelBox

        blocks: type = BlockLevelBox
        return blocks

    def _bottom(self) -> float:
        """Where what comes next begins."""
        if not self.placed:
            return self.box.content_box_y()
        last = self.placed[-1][1][-1]
        return last.position_y + last.margin_height()

    # Groups ---------------------------------------------------------------------------------------

    def _fill(self, skip: Skip) -> tuple[Skip, _NextPage]:
        """Place group after group until the page is full. Where it goes on, and on what page."""
        start, skip = next(iter(skip.items())) if skip else (0, None)
        for group in self._groups(start):
            first = {0: skip} if skip else None
            skip = None
            resume, next_page = self._across(group, first) if group.across else self._columns(group, first)
            if resume is not None:
                return resume, next_page
        return None, _ANY_PAGE

    def _groups(self, start: int) -> Iterator[_Group]:
        together: list[Box] = []
        for number, child in enumerate(self.box.children[start:], start):
            if _goes_across(child):
                if together:
                    yield _Group(number - len(together), together, False)
                yield _Group(number, [child], True)
                together = []
            else:
                together.append(child)
        if together:
            yield _Group(len(self.box.children) - len(together), together, False)

    def _across(self, group: _Group, skip: Skip) -> tuple[Skip, _NextPage]:
        from weasyprint.layout.block import block_level_layout

        child = group.children[0].copy()
        if not self.placed:
            child = _without_space_above(child, self._blocks)
        child.style = child.style.copy()
        child.style["column_span"] = "all"  # so that no column rule is drawn beside it
        child.position_x, child.position_y = self.box.content_box_x(), self._bottom()
        empty = self.page_is_empty and not self.placed
        new, resume, next_page, *_ = block_level_layout(
            self.context, child, self.bottom_space, skip and skip[0], self.box, empty, self.absolutes, self.fixed, [], None, None, False, None
        )
        if new is None:
            return self._before(group), next_page
        self.placed.append((group, [new]))
        return (None if resume is None else {group.start: resume}), next_page

    def _before(self, group: _Group) -> dict[int, Any]:
        """Go on overleaf with this group, and with headlines that stand right before it."""
        start = group.start
        while self.placed and self.placed[-1][0].across and self.placed[-1][0].children[0].style["break_after"] == "avoid":
            if len(self.placed) == 1 and self.page_is_empty:
                break
            start = self.placed.pop()[0].start
        return {start: None}

    def _columns(self, group: _Group, skip: Skip) -> tuple[Skip, _NextPage]:
        room = self.context.page_bottom - self._bottom() - self.bottom_space
        headed = all(one.across for one, _ in self.placed)
        full = self._lay_out(group, skip, [room] * self.count, force=self.page_is_empty and headed)
        if full.resume is None:
            full = self._even(group, skip, full)
        elif not full.boxes or (room < _FEWEST_LINES * self.line and not (self.page_is_empty and headed)):
            return (self._before(group) if skip is None else {group.start + next(iter(skip)): skip[0]}), full.next_page
        height = full.height
        for column in full.boxes:
            column.height = height
        self.absolutes += full.absolutes
        self.placed.append((group, full.boxes))
        if full.resume is None:
            return None, full.next_page
        ((child, inside),) = full.resume.items()
        return {group.start + child: inside}, full.next_page

    # Columns --------------------------------------------------------------------------------------

    def _even(self, group: _Group, skip: Skip, full: _Columns) -> _Columns:
        """The same text in the lowest columns that hold it, and these as even as they can be."""
        total = sum(_content_height(box) for box in full.boxes)
        low, high = ceil(total / self.line / self.count - _NEARLY), ceil(full.height / self.line - _NEARLY)
        lines, made = self._lowest(group, skip, low, high, full)
        if self._unevenness(made) <= _MOST_UNEVEN or len(made.boxes) < self.count:
            return made
        # Saving lines from standing alone has left the last column short: an earlier one may give.
        for number in range(self.count - 1):
            heights = [lines - (column == number) for column in range(self.count)]
            tried = self._in_lines(group, skip, heights)
            if tried.resume is None and self._unevenness(tried) < self._unevenness(made):
                made = tried
        return made

    def _lowest(self, group: _Group, skip: Skip, low: int, high: int, best: _Columns) -> tuple[int, _Columns]:
        """The least height, in lines, between one that may do and one that does; a line more at a time, then by halves."""
        for tried_in_turn in range(high):
            if low >= high:
                break
            middle = low if tried_in_turn < _TRIED_IN_TURN else (low + high) // 2
            tried = self._in_lines(group, skip, [middle] * self.count)
            if tried.resume is None:
                best, high = tried, middle
            else:
                low = middle + 1
        return high, best

    def _in_lines(self, group: _Group, skip: Skip, lines: Sequence[int]) -> _Columns:
        return self._lay_out(group, skip, [count * self.line for count in lines], force=False)

    def _unevenness(self, columns: _Columns) -> float:
        """In lines."""
        heights = [_content_height(box) for box in columns.boxes]
        return (max(heights) - min(heights)) / self.line

    def _lay_out(self, group: _Group, skip: Skip, heights: Sequence[float], force: bool) -> _Columns:
        """Columns of at most these heights. ``force``: each takes at least something, however high it is."""
        boxes: list[Box] = []
        absolutes: list[Any] = []
        resume, next_page = skip or {0: None}, _ANY_PAGE
        for index, height in enumerate(heights):
            new, after, next_page, *_ = self._column(group, resume, index, height, force, absolutes)
            if new is None:
                break
            boxes.append(new)
            resume = after
            if resume is None:
                break
        for placeholder in absolutes:
            _keep_apart(placeholder)
        return _Columns(boxes, resume, next_page, absolutes)

    def _column(self, group: _Group, resume: dict[int, Any], index: int, height: float, force: bool, absolutes: list[Any]) -> Any:
        from weasyprint.layout.block import block_box_layout
        from weasyprint.layout.percent import resolve_percentages

        top = self._bottom()
        column = self.box.anonymous_from(self.box, children=_from(group.children, resume, self._blocks))
        resolve_percentages(column, (self.box.width, self.box.height))
        column.is_column = True
        column.width = self.width
        right_to_left = self.box.style["direction"] == "rtl"
        place = self.count - 1 - index if right_to_left else index
        column.position_x = self.box.content_box_x() + place * (self.width + self.gap)
        column.position_y = top
        bottom_space = self.context.page_bottom - top - height
        skip = None if resume == {0: None} else resume
        return block_box_layout(self.context, column, bottom_space, skip, self.box, force, absolutes, self.fixed, None, None, None, False, None)


# Boxes ------------------------------------------------------------------------------------------


def _keep_apart(placeholder: Any) -> None:
    """Give what is placed outside the flow, as the mark of an item, a box of its own, or the next try would move it."""
    object.__setattr__(placeholder, "_box", placeholder._box.copy())


def _goes_across(box: Box) -> bool:
    """Whether a box goes across all columns; a table says so inside the box that WeasyPrint wraps it in."""
    table = box.get_wrapped_table() if getattr(box, "is_table_wrapper", False) else box
    return bool(table.style["column_span"] == "all")


def _from(children: list[Box], resume: dict[int, Any], blocks: type) -> list[Box]:
    """The children of a column; what begins at its top has no space above."""
    ((first, inside),) = resume.items()
    top = children[first]
    if inside is None:
        top = _without_space_above(top, blocks)
    elif _first_block(top, blocks):
        top = top.copy()
        top.children = _from(list(top.children), inside, blocks)
    return [*children[:first], top, *children[first + 1 :]]


def _without_space_above(box: Box, blocks: type) -> Box:
    """The same box, and all with which it begins, without the margin above."""
    box = box.copy()
    box.style = box.style.copy()
    box.style["margin_top"] = box.style["padding_top"]._replace(value=0, unit="px")
    first = _first_block(box, blocks)
    if first and box.style["padding_top"] == _NONE and not box.style["border_top_width"]:
        box.children = [_without_space_above(first, blocks), *box.children[1:]]
    return box


def _first_block(box: Box, blocks: type) -> Box | None:
    """What a box begins with, where that is a block and no line of text."""
    children = children_of(box)
    return children[0] if children and isinstance(children[0], blocks) else None


def _content_height(column: Box) -> float:
    """How high the text of a column is, whatever the column's own height."""
    flowing = [child for child in column.children if child.is_in_normal_flow()]
    if not flowing:
        return 0.0
    last = flowing[-1]
    return last.border_box_y() + last.border_height() - column.position_y
