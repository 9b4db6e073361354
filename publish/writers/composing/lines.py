"""Justified paragraphs set by our own line breaks, within WeasyPrint's layout.

WeasyPrint fills one line after the other as it goes. While a :class:`Compositor` is at work,
paragraphs that are justified and hold nothing but words are broken as a whole instead, and WeasyPrint
is handed finished lines. Where something else stands in a paragraph or beside it, WeasyPrint goes its own way.

Lines are filled as pdfTeX's microtype does it: letters first, by widening or narrowing their forms by
up to two hundredths, which nobody sees, and only what remains by the spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

from ...layout.paragraphs import Rules, Spot, best_breaks
from .paragraphs import NotOurs, Paragraph, ParagraphReader, room
from .set_text import set_text_class
from .spots import Spots

# The versions whose insides are known; in others, paragraphs are left to WeasyPrint.
KNOWN_VERSIONS = ("70.",)
# Of a letter's width; microtype's default.
MOST_STRETCH = 0.02
# In ems: how much wider a space may comfortably be, and how much narrower at all. Gaps of less than 0.15
# em, which 0.2 less this is not yet, are taken for none by programs that copy text by its places.
_WIDEN, _TIGHTEN = 0.08, 0.046
# Of the measure: by how much lines that are not filled may fall short of it and still look even.
_RAG = 0.1
# In pixels: text may be that much wider than a measure that was made for it.
_ROUNDING = 0.1
# These look best in lines of one length.
_BALANCED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"))
# How much of what is left of the measure goes to the left of a line that is not filled.
_ALIGNMENTS = {"start": 0.0, "left": 0.0, "center": 0.5, "end": 1.0, "right": 1.0}
# Ever looser lines are allowed until a paragraph can be set: whether words may be divided, the loosest line,
# and whether the last may be a remnant.
_FILLED = ((False, 0.8, False), (True, 3.0, True), (True, 12.0, True))
_RAGGED = ((False, 4.0, False), (True, 4.0, True), (True, 100.0, True))
# In ems, and in indents: shorter last lines look like remnants.
_SHORTEST, _SHORTEST_INDENTS = 2.2, 2.0


@dataclass(slots=True)
class Tally:
    """How many justified paragraphs were broken as a whole, and how many were left to WeasyPrint."""

    ours: int = 0
    left: int = 0

    def __str__(self) -> str:
        left = f", {self.left} line by line: they hold more than words, or stand beside something" if self.left else ""
        return f"{self.ours} justified paragraphs broken into lines as a whole{left}"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a paragraph: between which spots, and how its letters and gaps are set."""

    start: Spot
    end: Spot
    stretch: float
    gap: float  # added to each space, before stretching
    resume_at: dict | None  # where the next line begins, as WeasyPrint says it


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """The lines of a paragraph in a measure; ``numbers`` says which line begins where."""

    paragraph: Paragraph
    measure: float
    lines: list[SetLine]
    numbers: dict[tuple[int, ...], int]


@contextmanager
def stretched_letters(weasyprint: ModuleType) -> Iterator[None]:
    """Text that was set by a :class:`Compositor` is drawn as it was set, as long as this lasts."""
    draw, matrix_of = weasyprint.draw.text, weasyprint.matrix.Matrix
    theirs = draw.draw_first_line

    def draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix):
        stretch = getattr(textbox.pango_layout, "stretch", 1)
        return theirs(stream, textbox, text_overflow, block_ellipsis, matrix_of(a=stretch) @ matrix if stretch != 1 else matrix)

    draw.draw_first_line = draw_first_line
    try:
        yield
    finally:
        draw.draw_first_line = theirs


class Compositor:
    """Sets the paragraphs of a book, in one layout after the other; words are measured once for all."""

    def __init__(self, weasyprint: ModuleType) -> None:
        self.tally = Tally()
        self._tracking = 1.0
        self._block = weasyprint.layout.block
        self._theirs = self._block.iter_line_boxes
        self._at_home = weasyprint.__version__.startswith(KNOWN_VERSIONS)
        self._inline = weasyprint.layout.inline
        self._reader = ParagraphReader(weasyprint)
        self._set_text = set_text_class(weasyprint)
        # Pages are laid out more than once. The box is kept beside its lines, so that its id stays its own.
        self._known: dict[int, tuple[object, float | None, SetParagraph | None]] = {}

    @contextmanager
    def at_work(self, tracking: float = 0.0) -> Iterator[None]:
        """Paragraphs are set our way as long as this lasts, those of one document; ``tally`` counts them.

        ``tracking`` widens all their letters by a share of their width, to make a text longer or shorter.
        """
        self.tally, self._tracking, self._known = Tally(), 1 + tracking, {}
        if self._at_home:
            self._block.iter_line_boxes = self.iter_line_boxes
        try:
            yield
        finally:
            self._block.iter_line_boxes = self._theirs

    def iter_line_boxes(
        self, context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
        first_letter_style, first_line_style,
    ):  # fmt: skip
        """Stands in for WeasyPrint's function of that name: yields each line, and where the next begins."""
        plain = _is_plain(box.style) and not (first_letter_style or first_line_style)
        beside = _stands_beside(context, position_y)
        found = self._paragraph(box, _way(skip_stack), containing_block) if plain and not beside else None
        if found:
            yield from self._lines_of(box, found, skip_stack, containing_block, position_y)
            return
        theirs = self._theirs(
            context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
            first_letter_style, first_line_style,
        )  # fmt: skip
        for line, resume_at in theirs:
            yield line, resume_at
            was_beside, below = beside, line.position_y + line.height
            beside = _stands_beside(context, below)
            # Below a drop cap, or a picture at the side, the rest of the paragraph is set our way.
            if plain and was_beside and not beside and resume_at and (rest := self._paragraph(box, _way(resume_at), containing_block)):
                yield from self._lines_of(box, rest, resume_at, containing_block, below)
                return

    def _lines_of(self, box, found: SetParagraph, skip_stack, containing_block, y: float):
        """The lines of a paragraph from ``skip_stack`` on, and where after each the next begins."""
        for number in range(found.numbers[_way(skip_stack)], len(found.lines)):
            indent = box.text_indent if number == 0 and skip_stack is None else 0
            line = self._line_box(box, found, number, containing_block.content_box_x() + indent, y)
            y = line.position_y + line.height
            yield line, found.lines[number].resume_at

    # Breaking -------------------------------------------------------------------------------

    def _paragraph(self, box, way: tuple[int, ...], containing_block) -> SetParagraph | None:
        """The paragraph's lines from ``way`` on; None where WeasyPrint is to set them."""
        measure = containing_block.width
        _, known_measure, found = self._known.get(id(box), (box, None, None))
        if known_measure != measure or (found and way not in found.numbers):
            self._inline.resolve_percentages(box, containing_block)
            if not way:
                self._inline.resolve_one_percentage(box, "text_indent", measure)
            found = self._broken(box, way, measure, containing_block)
            if id(box) not in self._known and box.style["text_align_all"] == "justify":
                self.tally.ours += found is not None
                self.tally.left += found is None
            # Page numbers in the text are known late, and change what was read.
            lasting = not (found and found.paragraph.is_generated)
            self._known[id(box)] = box, measure if lasting else None, found
        return found

    def _broken(self, box, way: tuple[int, ...], measure: float, containing_block) -> SetParagraph | None:
        try:
            paragraph = self._reader.read(box, way, containing_block)
            spots = Spots(paragraph, self._reader.break_flags(paragraph))
        except NotOurs:
            return None
        room, filled = measure / self._tracking, box.style["text_align_all"] == "justify"
        rules = _rules(paragraph.em, 0 if way else box.text_indent, None if filled else room, box.element_tag in _BALANCED)
        for divided, loosest, remnants in _FILLED if filled else _RAGGED:
            chosen = spots.divided if divided else spots.whole
            breaks = best_breaks(chosen, room if filled else room + _ROUNDING, rules, loosest, remnants)
            if breaks:
                break
        else:
            return None
        lines = list(self._set_lines(paragraph, chosen, breaks, room, rules))
        starts = (_way(line.resume_at) for line in lines[:-1])
        return SetParagraph(paragraph, measure, lines, {way: 0} | {start: number for number, start in enumerate(starts, 1)})

    def _set_lines(self, paragraph: Paragraph, spots: list[Spot], breaks: list[int], measure: float, rules: Rules) -> Iterator[SetLine]:
        for first, last in zip((0, *breaks), breaks, strict=False):
            start, end = spots[first], spots[last]
            ends = last == len(spots) - 1
            room = measure - (rules.indent if first == 0 else 0)
            natural = end.end - end.hangs_right - start.start - start.hangs_left
            stretch, gap = 1.0, 0.0
            if not rules.rag and (natural > room or not ends):
                stretch, gap = _filled(natural, end.end_gaps - start.start_gaps, room)
            resume_at = None if ends else _skip_stack(paragraph, end.letters_start)
            yield SetLine(start, end, stretch * self._tracking, gap, resume_at)

    # Boxes ----------------------------------------------------------------------------------

    def _line_box(self, box, found: SetParagraph, number: int, x: float, y: float):
        """A line as WeasyPrint would have made it."""
        paragraph, line = found.paragraph, found.lines[number]
        x += _offset(line, found.measure, _ALIGNMENTS.get(box.style["text_align_all"]))
        leaves = paragraph.leaf_of(line.start.letters_start), paragraph.leaf_of(line.end.letters_end - 1)
        made = self._part(box, paragraph, line, *leaves, 0, x)
        self._inline._adjust_line_height(made)
        bottom, top = self._inline.line_box_verticality(made)
        made.baseline, made.height, made.position_y = -top, bottom - top, top
        made.margin_top = made.margin_bottom = 0
        made.translate(0, y - top)
        made.position_y = y
        return made

    def _part(self, box, paragraph: Paragraph, line: SetLine, first: int, last: int, depth: int, x: float):
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

    def _inside(self, box, paragraph: Paragraph, line: SetLine, first: int, last: int, depth: int, x: float):
        """The part of an inline box that stands on a line; its own room is where it begins and ends."""
        begins = line.start.letters_start <= paragraph.at[first] and not paragraph.leaves[first].skipped
        ends = paragraph.end_of(last) <= line.end.letters_end
        before, _ = room(box)
        made = self._part(box, paragraph, line, first, last, depth, x + (before if begins else 0))
        made.remove_decoration(start=not begins, end=not ends)
        made.position_x = x
        self._inline._adjust_line_height(made)
        return made

    def _text(self, paragraph: Paragraph, line: SetLine, index: int, x: float):
        """The part of a text box that stands on a line."""
        leaf, at, stop = paragraph.leaves[index], paragraph.at[index], paragraph.end_of(index)
        start, end = max(line.start.letters_start, at), min(line.end.letters_end, stop)
        cut_before, cut_after = line.start.letters_start > at, line.end.letters_end <= stop
        text = paragraph.text[start:end]
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


def _stands_beside(context, y: float) -> bool:
    """Whether something floats at the side of what is set at this height."""
    return any(shape.position_y + shape.margin_height() > y for shape in context.excluded_shapes)


def _is_plain(style) -> bool:
    """Whether words follow each other from left to right, with nothing asked for that only WeasyPrint does."""
    align, last = style["text_align_all"], style["text_align_last"]
    if align == "justify":
        aligned = last in ("start", "left", "auto")
    else:
        aligned = align in _ALIGNMENTS and last in (align, "auto")
    return aligned and style["direction"] == "ltr" and style["white_space"] == "normal"


def _rules(em: float, indent: float, rag_of: float | None, balanced: bool) -> Rules:
    """The rules for lines that are filled, or that may fall short by a share of ``rag_of``, their measure."""
    shortest = max(_SHORTEST * em, _SHORTEST_INDENTS * indent)
    if rag_of is None:
        return Rules(_WIDEN * em, _TIGHTEN * em, MOST_STRETCH, indent, shortest)
    return Rules(0, 0, 0, indent, shortest, rag=_RAG * rag_of, balanced=balanced)


def _offset(line: SetLine, measure: float, share: float | None) -> float:
    """How far from its left edge a line begins; ``share`` of what it leaves free is on the left, None for filled ones."""
    if not share:
        return -line.start.hangs_left * line.stretch
    return share * (measure - (line.end.end - line.start.start) * line.stretch)


def _filled(natural: float, gaps: int, measure: float) -> tuple[float, float]:
    """By how much letters are stretched and gaps widened, so that a line fills its measure."""
    stretch = max(1 - MOST_STRETCH, min(1 + MOST_STRETCH, measure / natural))
    return stretch, (measure / stretch - natural) / gaps if gaps else 0.0


# Where lines begin, as WeasyPrint says it: by child within child, and last by bytes -------------


def _skip_stack(paragraph: Paragraph, letter: int) -> dict:
    index = paragraph.leaf_of(letter)
    leaf = paragraph.leaves[index]
    letters = leaf.skipped + letter - paragraph.at[index]
    stack = {len(leaf.box.text[:letters].encode()): None} if letters else None
    for child in reversed(leaf.path):
        stack = {child: stack}
    return stack


def _way(skip_stack: dict | None) -> tuple[int, ...]:
    way = []
    while skip_stack is not None:
        ((child, skip_stack),) = skip_stack.items()
        way.append(child)
    return tuple(way)
