"""The lines of a page as they are set: where their letters begin and end, how large they are, and the gaps between their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from ..measures.geometry import Box
from .content import Shown
from .graphics_state import MarkedContent, Painted
from .typefaces import Typeface, Typefaces

if TYPE_CHECKING:
    from pikepdf import Object

# Gaps narrower than this are between letters, in parts of the size of type; a usual one is a quarter.
_LEAST_GAP, _USUAL_GAP = 0.15, 0.25
# Words farther apart than this stand in different columns.
_WIDEST_GAP = 6
# A gap can only be wide where the letters are moved by so many thousandths of their size.
_MOVED_FAR = -500
# How far above and below their line letters go, in parts of their size.
ABOVE, BELOW = 0.7, 0.2
_SAME_LINE = 0.5  # points


@dataclass(frozen=True, slots=True)
class MissingLetter:
    """A letter that a font has not: what it stands for, where that is known, with what stands around it in its line."""

    text: str
    before: str
    after: str
    font: str


@dataclass(frozen=True, slots=True)
class TextRun:
    """Letters that are shown together. Lengths are points, ``gaps`` parts of the size of type.

    ``box`` goes from the first letter that is seen to the last, and from below the line to above it.
    """

    box: Box
    base: float
    size: float
    letters: int
    gaps: tuple[float, ...]
    level: bool
    mark: MarkedContent
    font: Object
    shown: Shown


@dataclass(slots=True)
class TextLine:
    """Runs that follow each other on one line."""

    left: float
    right: float
    base: float
    size: float
    letters: int
    gaps: list[float]
    marks: list[MarkedContent]

    @property
    def narrowest(self) -> float:
        """The narrowest gap between its words."""
        return min(self.gaps, default=0)


def runs_on(things: Iterable[Painted], faces: Typefaces) -> Iterator[TextRun]:
    """The runs of letters of a page, in the order in which they are painted; spaces alone are none."""
    for thing in things:
        if not thing.tiled and thing.source is not None and thing.shown is not None and (run := _run(thing, thing.source, thing.shown, faces)):
            yield run


def _run(thing: Painted, font: Object, shown: Shown, faces: Typefaces) -> TextRun | None:
    face = faces.of(font)
    numbers = face.widths.numbers(shown.codes)
    seen = len(numbers) - sum(map(numbers.count, face.spaces.intersection(numbers)))
    if not seen:
        return None
    left, bottom, right, top = thing.box
    level = top - bottom < 0.1
    if not level:
        reach = ABOVE * thing.size if right - left < 0.1 else 0
        return TextRun((left - reach, bottom, right + reach, top), bottom, thing.size, seen, (), False, thing.mark, font, shown)
    scale = thing.size * thing.stretch / 1000
    left += scale * _width_of_spaces(numbers, face)
    right -= scale * _width_of_spaces(numbers[::-1], face)
    box = left, bottom - BELOW * thing.size, max(left, right), bottom + ABOVE * thing.size
    return TextRun(box, bottom, thing.size, seen, _gaps(thing, shown, face, len(numbers) > seen), True, thing.mark, font, shown)


def _width_of_spaces(numbers: Sequence[int], face: Typeface) -> float:
    """The width of the spaces that letters begin with."""
    width = 0.0
    for number in numbers:
        if number not in face.spaces:
            break
        width += face.widths.widths[number]
    return width


def _gaps(thing: Painted, shown: Shown, face: Typeface, has_spaces: bool) -> tuple[float, ...]:
    """The gaps between words; where none can be wide, a usual one stands for them."""
    spread = thing.spread / thing.size if face.widths.step == 1 and thing.size else 0
    if min(shown.moves, default=0) > _MOVED_FAR and not spread:
        return (_USUAL_GAP,) if has_spaces else ()
    gaps, gap, begun = [], 0.0, False
    for part in shown.parts():
        if isinstance(part, float):
            gap -= part / 1000
            continue
        for number in face.widths.numbers(part):
            if number in face.spaces:
                gap += face.widths.widths[number] / 1000 + spread
                continue
            if begun and gap > _LEAST_GAP:
                gaps.append(gap)
            gap, begun = 0.0, True
    return tuple(gaps)


def lines_of(runs: Iterable[TextRun]) -> list[TextLine]:
    """Runs put together where they follow each other on one line."""
    lines: list[TextLine] = []
    for run in runs:
        if not run.level or run.mark.artifact:
            continue
        line = lines[-1] if lines else None
        apart = _apart(line, run) if line else None
        if line is None or apart is None:
            lines.append(TextLine(run.box[0], run.box[2], run.base, run.size, run.letters, list(run.gaps), [run.mark]))
            continue
        line.gaps += [*run.gaps, apart] if apart > _LEAST_GAP else run.gaps
        line.left, line.right = min(line.left, run.box[0]), max(line.right, run.box[2])
        line.size, line.letters = max(line.size, run.size), line.letters + run.letters
        line.marks.append(run.mark)
    return lines


def _apart(line: TextLine, run: TextRun) -> float | None:
    """How far a run stands from the line before it, in parts of the size of type; None where it is not of that line."""
    if abs(run.base - line.base) > _SAME_LINE:
        return None
    size = max(line.size, run.size, 0.1)
    apart = max(run.box[0] - line.right, line.left - run.box[2]) / size
    return max(0.0, apart) if -1 < apart < _WIDEST_GAP else None


# Blocks of text ---------------------------------------------------------------------------------


# So many lines that end level are a justified block, and edges differ by less, in points.
_FEWEST_LINES, _LEVEL = 5, 1.0
_LIKE_THE_TEXT = 0.12
# Justifying widens all gaps of a line alike; columns of a table are as far apart as their words happen to be.
_EVEN = 1.4
# Marks at a line's end may hang out so far, in parts of the size of type.
_HANGING = 0.8


def loose_lines(lines: Sequence[TextLine], widest: float) -> list[TextLine]:
    """Lines of justified text all of whose gaps are wider than ``widest``, in parts of the size of type."""
    suspects = [line for line in lines if len(line.gaps) > 1 and line.narrowest > widest and max(line.gaps) < _EVEN * line.narrowest]
    return [line for line in suspects if _is_justified(line, lines, widest)]


def _is_justified(line: TextLine, lines: Sequence[TextLine], widest: float) -> bool:
    """Whether there are lines around that begin and end where a line does, and most of them with usual gaps: in a table none has them."""
    level = [other for other in lines if abs(other.right - line.right) < _LEVEL and abs(other.left - line.left) < 3 * line.size]
    usual = [other for other in level if other.gaps and other.narrowest < widest / 2]
    return len(usual) >= _FEWEST_LINES and len(usual) * 2 > len(level)


def lines_too_long(lines: Sequence[TextLine]) -> list[tuple[TextLine, float]]:
    """Lines of justified text that go on where the others end, with how far, in points."""
    size = median(line.size for line in lines) if lines else 0
    text = [line for line in lines if abs(line.size - size) <= _LIKE_THE_TEXT * size and line.letters > 3]
    block = _block(text)
    if block is None:
        return []
    left, edge = block
    beyond = [line for line in text if -_LEVEL < line.left - left < 3 * size and line.right > edge + _HANGING * line.size]
    alone = [line for line in beyond if sum(abs(other.right - line.right) < _LEVEL for other in text) == 1]
    return [(line, line.right - edge) for line in alone]


def _block(text: Sequence[TextLine]) -> tuple[float, float] | None:
    """Where the lines of a justified block begin and end: most of those that begin level end level as well."""
    left, _ = _most_level([line.left for line in text])
    level = [line.right for line in text if abs(line.left - left) < _LEVEL]
    right, count = _most_level(level)
    return (left, right) if count >= _FEWEST_LINES and count * 3 > len(level) * 2 else None


def _most_level(places: list[float]) -> tuple[float, int]:
    """The place at which most stand that are level, and how many these are."""
    best, at, first = 0, 0.0, 0
    places = sorted(places)
    for last, place in enumerate(places):
        while place - places[first] > _LEVEL:
            first += 1
        if last - first >= best:
            best, at = last - first + 1, place
    return at, best


# Letters that are not there ---------------------------------------------------------------------


_AROUND = 40


def missing_in(run: TextRun, faces: Typefaces) -> Iterator[MissingLetter]:
    """The letters of a run that its font has not."""
    face, codes = faces.of(run.font), run.shown.codes
    numbers = face.widths.numbers(codes)
    for lacking in face.lacking(numbers):
        at = numbers.index(lacking)
        step = face.widths.step
        before, after = face.said(codes[: at * step])[-_AROUND:], face.said(codes[(at + 1) * step :])[:_AROUND]
        text = run.mark.words if len(numbers) == 1 and run.mark.words else face.texts.get(lacking, "")
        yield MissingLetter(text, before, after, str(run.font.get("/BaseFont", "/"))[1:])
