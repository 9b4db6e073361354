"""Finished lines as WeasyPrint's boxes."""

from __future__ import annotations

from ...language.breaks import UNSEEN
from ..engine.boxes import Box
from .paragraphs import Paragraph, room
from .set_text import set_text_class
from .setting import SetLine, SetParagraph

# How much of what is left of the measure goes to the left of a line that is not filled.
ALIGNMENTS = {"start": 0.0, "left": 0.0, "center": 0.5, "end": 1.0, "right": 1.0}


class LineBoxes:
    """Makes the boxes of lines."""

    def __init__(self) -> None:
        from weasyprint.layout import inline

        self._inline = inline
        self._set_text = set_text_class()

    def line(self, box: Box, found: SetParagraph, number: int, x: float, y: float) -> Box:
        """A line as WeasyPrint would have made it."""
        paragraph, line = found.paragraph, found.lines[number]
        x += _offset(line, found.measure, ALIGNMENTS.get(box.style["text_align_all"]))
        leaves = paragraph.leaf_of(line.start.letters_start), paragraph.leaf_of(line.end.letters_end - 1)
        made = self._part(box, paragraph, line, *leaves, 0, x)
        self._inline._adjust_line_height(made)
        bottom, top = self._inline.line_box_verticality(made)
        made.baseline, made.height, made.position_y = -top, bottom - top, top
        made.margin_top = made.margin_bottom = 0
        made.translate(0, y - top)
        made.position_y = y
        return made

    def _part(self, box: Box, paragraph: Paragraph, line: SetLine, first: int, last: int, depth: int, x: float) -> Box:
        """A copy of a box with as much of the leaves from ``first`` to ``last`` as the line holds."""
        children, right, index = [], x, first
        while index <= last:
            path = paragraph.leaves[index].path[: depth + 1]
            until = index
            while until < last and paragraph.leaves[until + 1].path[: depth + 1] == path:
                until += 1
            if len(paragraph.leaves[index].path) == depth + 1:
                child = self._text(paragraph, line, index, right)
            else:
                child = self._inside(box.children[path[-1]], paragraph, line, index, until, depth + 1, right)
            children.append(child)
            right = child.position_x + child.margin_width()
            index = until + 1
        made = box.copy_with_children(children)
        made.position_x, made.width = x, right - x
        return made

    def _inside(self, box: Box, paragraph: Paragraph, line: SetLine, first: int, last: int, depth: int, x: float) -> Box:
        """The part of an inline box that stands on a line; its own room is where it begins and ends."""
        begins = line.start.letters_start <= paragraph.at[first] and not paragraph.leaves[first].skipped
        ends = paragraph.end_of(last) <= line.end.letters_end
        before, _ = room(box)
        made = self._part(box, paragraph, line, first, last, depth, x + (before if begins else 0))
        made.remove_decoration(start=not begins, end=not ends)
        made.position_x = x
        self._inline._adjust_line_height(made)
        return made

    def _text(self, paragraph: Paragraph, line: SetLine, index: int, x: float) -> Box:
        """The part of a text box that stands on a line."""
        leaf, at, stop = paragraph.leaves[index], paragraph.at[index], paragraph.end_of(index)
        start, end = max(line.start.letters_start, at), min(line.end.letters_end, stop)
        cut_before, cut_after = line.start.letters_start > at, line.end.letters_end <= stop
        text = paragraph.text[start:end].translate(UNSEEN)
        gaps = text.count(" ") + text.count("\u00a0")
        if cut_after and line.end.divides:
            text += leaf.face.hyphen
        right = line.end.end if cut_after else paragraph.end_x[index]
        natural = right - (line.start.start if cut_before else paragraph.x[index])
        width = natural + gaps * line.gap
        made = leaf.box.copy_with_text(text)
        made.position_x, made.width, made.height = x, width * line.stretch, leaf.face.height
        made.margin_top = made.margin_bottom = leaf.face.half_leading
        made.baseline = leaf.face.baseline
        space = " " if cut_after and line.end.letters_start > line.end.letters_end else ""
        made.pango_layout = self._set_text(leaf.face, text, width, line.stretch, space)
        return made


def _offset(line: SetLine, measure: float, share: float | None) -> float:
    """How far from its left edge a line begins; ``share`` of what it leaves free is on the left, None for filled ones."""
    if not share:
        return -line.start.hangs_left * line.stretch
    return share * (measure - (line.end.end - line.start.start) * line.stretch)
