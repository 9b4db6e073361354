"""The pen that a content stream moves over a page: its graphics state, its path, and where its letters stand (ISO 32000-1, 8.4 to 9.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import TYPE_CHECKING, Literal

from ..diagnostics import PublishError
from ..measures.geometry import Box, Matrix
from .colour_spaces import GREY, INKS, RGB, Space
from .colours import BLACK, Colour, grey_of
from .content import Operands, Shown
from .entries import matrix_of
from .letter_widths import Widths
from .used_fonts import INVISIBLE, UsedFonts

if TYPE_CHECKING:
    from pikepdf import Object

_DIRECT = {"g": GREY, "rg": RGB, "k": INKS}
_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_ENDS = _FILLS | _STROKES | {"n"}
_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)
Kind = Literal["text", "area", "line", "picture", "shading"]


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """What a stretch of content belongs to: its number in the page's structure, -1 for none, and the words that stand for it."""

    number: int = -1
    words: str = ""
    artifact: bool = False


UNMARKED = MarkedContent()


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing that is painted. ``box`` is in points as the page has them; of letters it is the line that they stand on.

    ``colour`` is None where a pattern, a gradient or a picture is painted. ``size`` is that of letters, or the
    width of a line; ``source`` is the picture or the font, ``sides`` how wide and high a picture is, clipped or not.
    ``within`` names the drawing of the page it is part of. ``upright`` areas and pictures fill their box;
    of what is ``tiled`` by a pattern the box is the whole sheet; what is ``lost`` is white that leaves what lies below as it is.
    ``shown`` are the letters of text, ``stretch`` how much wider than high they are set, ``spread`` what is added to
    each space in points, ``mark`` what they belong to.
    """

    kind: Kind
    box: Box
    colour: Colour | None
    size: float = 0
    source: Object | None = None
    see_through: bool = False
    within: str = ""
    upright: bool = False
    sides: tuple[float, float] = (0, 0)
    tiled: bool = False
    shown: Shown | None = None
    stretch: float = 1
    spread: float = 0
    mark: MarkedContent = UNMARKED
    lost: bool = False


@dataclass(slots=True)
class State:
    """A graphics state, as far as it matters here."""

    matrix: Matrix = UNMOVED
    clip: Box = _EVERYWHERE
    fill: Colour | None = BLACK
    stroke: Colour | None = BLACK
    fill_space: Space = GREY
    stroke_space: Space = GREY
    width: float = 1
    font: Object | None = None
    size: float = 0
    mode: int = 0
    leading: float = 0
    between_letters: float = 0
    between_words: float = 0
    stretch: float = 1
    see_through_by: frozenset[str] = frozenset()
    areas_overprint: bool = False
    lines_overprint: bool = False
    overprint_mode: int = 0

    @property
    def see_through(self) -> bool:
        """Whether what is painted lets through what lies below."""
        return bool(self.see_through_by)

    def is_lost(self, lines: bool) -> bool:
        """Whether lines, or areas, are white that overprints: no ink is added, and none is taken away (ISO 32000-1, 8.6.7)."""
        overprints, colour, space = (self.lines_overprint, self.stroke, self.stroke_space) if lines else (self.areas_overprint, self.fill, self.fill_space)
        if not overprints or colour is None:
            return False
        if space.kind == "tint":
            return grey_of(colour) >= 1
        return len(colour) == 4 and not any(colour) and self.overprint_mode == 1


def seen(box: Box, clip: Box) -> Box | None:
    """What is left of a box within another; None where that is nothing."""
    left, bottom, right, top = max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """One matrix within another."""
    a, b, c, d, e, f = inner
    p, q, r, s, x, y = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y


def bounds(points: Sequence[tuple[float, float]], matrix: Matrix) -> Box:
    """The box of some points, moved by a matrix."""
    a, b, c, d, e, f = matrix
    across, up = [a * x + c * y + e for x, y in points], [b * x + d * y + f for x, y in points]
    return min(across), min(up), max(across), max(up)


def scale(matrix: Matrix) -> float:
    """By how much a matrix enlarges, on average."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def is_upright(matrix: Matrix) -> bool:
    """Whether a matrix leaves upright boxes upright."""
    return abs(matrix[1]) + abs(matrix[2]) < 1e-6 * (abs(matrix[0]) + abs(matrix[3])) or abs(matrix[0]) + abs(matrix[3]) < 1e-6


class Pen:
    """Takes the operators that paint, and those that say with what."""

    def __init__(self, state: State, space_named: Callable[[str], Space], widths: Widths, fonts: UsedFonts) -> None:
        self.state = state
        self.widths = widths
        self.fonts = fonts
        self.space_named = space_named
        self.points: list[tuple[float, float]] = []
        self.boxes = 0  # rectangles that the path is made of
        self.others = 0  # other parts of it
        self.clips = False
        self.line = self.text = UNMOVED
        self.marks: list[MarkedContent] = []

    def take(self, name: str, operands: Operands, within: str) -> Iterator[Painted]:
        if name in _ENDS:
            yield from self._painted(name, within)
        elif name in ("Tj", "TJ", "'", '"'):
            if name in ("'", '"'):
                self._next_line(0, -self.state.leading)
            if name == '"':
                self.state.between_words, self.state.between_letters = float(operands[0]), float(operands[1])
            yield from self._shown(operands[-1], within)
        elif name in _PATHS:
            _PATHS[name](self, [float(value) for value in operands])
        elif name in _TEXT:
            _TEXT[name](self, [float(value) for value in operands])
        else:
            self._coloured(name, operands)

    # Colours ------------------------------------------------------------------------------------

    def _coloured(self, name: str, operands: Operands) -> None:
        lines = name.isupper()
        if name.lower() in _DIRECT:
            space = _DIRECT[name.lower()]
            self._use(space, space.read(operands), lines)
        elif name.lower() == "cs":
            space = self._known_space(operands[0])
            self._use(space, space.read(space.initial) if space.count else None, lines)
        else:
            space = self.state.stroke_space if lines else self.state.fill_space
            self._use(space, space.read(operands) if space.count else None, lines)

    def _known_space(self, written: str) -> Space:
        """A colour space; what cannot be read counts as a pattern, whose colour is not known."""
        try:
            return self.space_named(written)
        except PublishError:
            return Space("pattern", 0, (), tuple)

    def _use(self, space: Space, colour: Colour | None, lines: bool) -> None:
        if lines:
            self.state.stroke_space, self.state.stroke = space, colour
        else:
            self.state.fill_space, self.state.fill = space, colour

    # Paths --------------------------------------------------------------------------------------

    def move(self, values: list[float]) -> None:
        self.points += zip(values[::2], values[1::2], strict=False)
        self.others += 1

    def rectangle(self, values: list[float]) -> None:
        x, y, width, height = values[:4]
        self.points += ((x, y), (x + width, y + height), (x, y + height), (x + width, y))
        self.boxes += 1

    def clip(self, _: list[float]) -> None:
        self.clips = True

    def nothing(self, _: list[float]) -> None:
        pass

    def _painted(self, name: str, within: str) -> Iterator[Painted]:
        """What the path becomes; then it is over."""
        state = self.state
        path = bounds(self.points, state.matrix) if self.points else None
        upright = self.boxes == 1 and self.others == 0 and is_upright(state.matrix)
        self.points, self.boxes, self.others = [], 0, 0
        if path is None:
            return
        box = seen(path, state.clip)
        if self.clips:
            self.clips = False
            state.clip = box or (path[0], path[1], path[0], path[1])
        if box is None:
            return
        if name in _FILLS:
            yield Painted("area", box, state.fill, 0, None, state.see_through, within, upright, lost=state.is_lost(False))
        if name in _STROKES:
            yield Painted("line", box, state.stroke, state.width * scale(state.matrix), None, state.see_through, within, lost=state.is_lost(True))

    def width(self, values: list[float]) -> None:
        self.state.width = values[0]

    def move_all(self, values: list[float]) -> None:
        self.state.matrix = times(matrix_of(values[:6]), self.state.matrix)

    # Marked content -----------------------------------------------------------------------------

    def begin_mark(self, operands: Operands) -> None:
        """What follows belongs to something, until :meth:`end_mark`."""
        around = self.marks[-1] if self.marks else UNMARKED
        about = operands[1] if len(operands) > 1 and isinstance(operands[1], list) else []
        said = dict(zip(about[::2], about[1::2], strict=False))
        number, words = said.get("/MCID", around.number), said.get("/ActualText")
        said_words = _words(words) if isinstance(words, Shown) else around.words
        self.marks.append(MarkedContent(int(number), said_words, around.artifact or operands[0] == "/Artifact"))

    def end_mark(self) -> None:
        if self.marks:
            self.marks.pop()

    # Letters ------------------------------------------------------------------------------------

    def begin(self, _: list[float]) -> None:
        self.line = self.text = UNMOVED

    def place(self, values: list[float]) -> None:
        self.line = self.text = matrix_of(values[:6])

    def next_line(self, values: list[float]) -> None:
        self._next_line(values[0], values[1])

    def next_line_leading(self, values: list[float]) -> None:
        self.state.leading = -values[1]
        self._next_line(values[0], values[1])

    def new_line(self, _: list[float]) -> None:
        self._next_line(0, -self.state.leading)

    def leading(self, values: list[float]) -> None:
        self.state.leading = values[0]

    def mode(self, values: list[float]) -> None:
        self.state.mode = int(values[0])

    def _next_line(self, x: float, y: float) -> None:
        self.line = self.text = times((1, 0, 0, 1, x, y), self.line)

    def between_letters(self, values: list[float]) -> None:
        self.state.between_letters = values[0]

    def between_words(self, values: list[float]) -> None:
        self.state.between_words = values[0]

    def stretch(self, values: list[float]) -> None:
        self.state.stretch = values[0] / 100

    def _shown(self, shown: Shown, within: str) -> Iterator[Painted]:
        """A run of letters, after which the next stands; how high they are is not known, only the line they stand on."""
        state = self.state
        self.fonts.note(state.font, state.mode)
        width = (self.widths.of(state.font, shown) * state.size / 1000 + self._added(shown)) * state.stretch
        matrix = times(self.text, state.matrix)
        self.text = times((1, 0, 0, 1, width, 0), self.text)
        box = seen(bounds(((0, 0), (width, 0)), matrix), state.clip)
        if box and state.mode not in (INVISIBLE, 7):
            colour = state.stroke if state.mode == 1 else state.fill
            size = abs(state.size) * hypot(matrix[2], matrix[3])
            mark = self.marks[-1] if self.marks else UNMARKED
            yield Painted(
                "text", box, colour, size, state.font, state.see_through, within, is_upright(matrix), shown=shown,
                stretch=state.stretch, spread=state.between_words * size / (abs(state.size) or 1), mark=mark, lost=state.is_lost(state.mode == 1),
            )  # fmt: skip

    def _added(self, shown: Shown) -> float:
        """What is added between letters, and to spaces of one byte."""
        state = self.state
        if (not state.between_letters and not state.between_words) or state.font is None:
            return 0
        step = self.widths.font(state.font).step
        spaces = shown.codes.count(b" ") if step == 1 else 0
        return state.between_letters * len(shown.codes) / step + state.between_words * spaces


def _words(text: Shown) -> str:
    """A text string, in either of its encodings, roughly."""
    return text.codes[2:].decode("utf-16-be", "replace") if text.codes.startswith(b"\xfe\xff") else text.codes.decode("latin-1")


_PATHS = {
    "m": Pen.move, "l": Pen.move, "c": Pen.move, "v": Pen.move, "y": Pen.move, "re": Pen.rectangle, "h": Pen.nothing,
    "W": Pen.clip, "W*": Pen.clip, "w": Pen.width, "cm": Pen.move_all,
}  # fmt: skip
_TEXT = {
    "BT": Pen.begin, "Tm": Pen.place, "Td": Pen.next_line, "TD": Pen.next_line_leading, "T*": Pen.new_line,
    "TL": Pen.leading, "Tr": Pen.mode, "Tc": Pen.between_letters, "Tw": Pen.between_words, "Tz": Pen.stretch,
}  # fmt: skip
