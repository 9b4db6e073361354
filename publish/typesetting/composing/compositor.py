"""Paragraphs set by our own line breaks, within WeasyPrint's layout.

WeasyPrint fills one line after the other as it goes. While a :class:`Compositor` is at work,
paragraphs that hold nothing but words are broken as a whole instead, and WeasyPrint is handed finished
lines. Where something else stands in a paragraph or beside it, WeasyPrint goes its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ..engine.boxes import Box, Context, Skip
from .line_boxes import ALIGNMENTS, LineBoxes
from .paragraphs import NotOurs, ParagraphReader
from .setting import SetParagraph, set_in_lines, way_of
from .spots import Spots


@dataclass(slots=True)
class Tally:
    """How many justified paragraphs were broken as a whole, and how many were left to WeasyPrint."""

    ours: int = 0
    left: int = 0

    def __str__(self) -> str:
        left = f", {self.left} line by line: they hold more than words, or stand beside something" if self.left else ""
        return f"{self.ours} justified paragraphs broken into lines as a whole{left}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found of a paragraph from ``way`` on, for pages are laid out more than once.

    The box is kept beside it, so that its id stays its own.
    """

    box: object
    way: tuple[int, ...]
    measure: float
    found: SetParagraph | None

    def serves(self, way: tuple[int, ...], measure: float) -> bool:
        """Whether it says how to set the paragraph from here on."""
        if measure != self.measure:
            return False
        if self.found is None:
            return way == self.way
        # Page numbers in the text are known late, and change what was read.
        return way in self.found.numbers and not self.found.paragraph.is_generated


class Compositor:
    """Sets the paragraphs of a book, in one layout after the other; words are measured once for all."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._tracking = 1.0
        # By the id of the line box.
        self._known: dict[int, _Known] = {}

    @cached_property
    def _reader(self) -> ParagraphReader:
        return ParagraphReader()

    @cached_property
    def _boxes(self) -> LineBoxes:
        return LineBoxes()

    def begin(self, tracking: float = 0.0) -> None:
        """Another document comes, whose paragraphs ``tally`` counts.

        ``tracking`` widens all their letters by a share of their width, to make a text longer or shorter.
        """
        self.tally, self._tracking, self._known = Tally(), 1 + tracking, {}

    def instead_of(self, theirs: Callable[..., Any]) -> Callable[..., Any]:
        """What stands in for WeasyPrint's ``iter_line_boxes``."""
        return partial(self.iter_line_boxes, theirs)

    def iter_line_boxes(
        self, theirs: Callable[..., Any], context: Context, box: Box, position_y: float, bottom_space: float, skip_stack: Skip, containing_block: Box,
        absolute_boxes: list[Any], fixed_boxes: list[Any], first_letter_style: Any, first_line_style: Any,
    ) -> Iterator[tuple[Box, Skip]]:  # fmt: skip
        """Yields each line, and where the next begins, as WeasyPrint's function of that name does, which is ``theirs``."""
        plain = _is_plain(box.style) and not (first_letter_style or first_line_style)
        beside = _stands_beside(context, position_y)
        found = self._paragraph(box, way_of(skip_stack), containing_block) if plain and not beside else None
        if found:
            yield from self._lines_of(box, found, skip_stack, containing_block, position_y)
            return
        lines = theirs(
            context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
            first_letter_style, first_line_style,
        )  # fmt: skip
        for line, resume_at in lines:
            yield line, resume_at
            was_beside, below = beside, line.position_y + line.height
            beside = _stands_beside(context, below)
            # Below a drop cap, or a picture at the side, the rest of the paragraph is set our way.
            if plain and was_beside and not beside and resume_at and (rest := self._paragraph(box, way_of(resume_at), containing_block)):
                yield from self._lines_of(box, rest, resume_at, containing_block, below)
                return

    def _lines_of(self, box: Box, found: SetParagraph, skip_stack: Skip, containing_block: Box, y: float) -> Iterator[tuple[Box, Skip]]:
        """The lines of a paragraph from ``skip_stack`` on, and where after each the next begins."""
        for number in range(found.numbers[way_of(skip_stack)], len(found.lines)):
            indent = box.text_indent if number == 0 and skip_stack is None else 0
            line = self._boxes.line(box, found, number, containing_block.content_box_x() + indent, y)
            y = line.position_y + line.height
            yield line, found.lines[number].resume_at

    def _paragraph(self, box: Box, way: tuple[int, ...], containing_block: Box) -> SetParagraph | None:
        """The paragraph's lines from ``way`` on; None where WeasyPrint is to set them."""
        known, measure = self._known.get(id(box)), containing_block.width
        if known and known.serves(way, measure):
            return known.found
        from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

        resolve_percentages(box, containing_block)
        if not way:
            resolve_one_percentage(box, "text_indent", measure)
        found = self._set(box, way, measure, containing_block)
        if not known and box.style["text_align_all"] == "justify":
            self.tally.ours += found is not None
            self.tally.left += found is None
        self._known[id(box)] = _Known(box, way, measure, found)
        return found

    def _set(self, box: Box, way: tuple[int, ...], measure: float, containing_block: Box) -> SetParagraph | None:
        try:
            paragraph = self._reader.read(box, way, containing_block)
            spots = Spots(paragraph, self._reader.break_flags(paragraph))
        except NotOurs:
            return None
        filled, indent = box.style["text_align_all"] == "justify", 0 if way else box.text_indent
        return set_in_lines(paragraph, spots, way, measure, self._tracking, indent, filled, box.element_tag)


def _stands_beside(context: Context, y: float) -> bool:
    """Whether something floats at the side of what is set at this height."""
    return any(shape.position_y + shape.margin_height() > y for shape in context.excluded_shapes)


def _is_plain(style: Any) -> bool:
    """Whether words follow each other from left to right, with nothing asked for that only WeasyPrint does."""
    align, last = style["text_align_all"], style["text_align_last"]
    if align == "justify":
        aligned = last in ("start", "left", "auto")
    else:
        aligned = align in ALIGNMENTS and last in (align, "auto")
    return aligned and style["direction"] == "ltr" and style["white_space"] == "normal"
