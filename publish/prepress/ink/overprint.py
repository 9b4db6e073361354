"""Black letters and thin lines are printed over the colours below them (ISO 32000-1, 8.6.7).

A letter for which a hole is left in a coloured ground gets a pale edge with the least error of the press. Large areas of
black keep their hole: where colours lie below a part of them, that part would be seen. White is never printed over
anything, for it would not be there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace
from math import inf, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary
    from pikepdf._core import _ObjectList as Operands

    from .streams import Instruction

# What the resources of rewritten streams hold: the states in which black overprints, and in which nothing does.
OVER, PLAIN = "/InkOver", "/InkPlain"
_BLACK = (0.0, 0.0, 0.0, 1.0)
_THIN = 2  # points
_BUILDS = frozenset(("m", "l", "c", "v", "y", "re", "h"))
_FILLS, _STROKES, _BOTH = frozenset(("f", "F", "f*")), frozenset(("S", "s")), frozenset(("B", "B*", "b", "b*"))
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_OTHERS = frozenset(("Do", "sh", "INLINE IMAGE"))
# Which of the two colours letters are painted with, by the mode they are shown in; none for what is not painted.
_LETTERS = {0: ("fill",), 1: ("stroke",), 2: ("fill", "stroke"), 4: ("fill",), 5: ("stroke",), 6: ("fill", "stroke")}


@dataclass(slots=True)
class _State:
    """A graphics state, as far as it matters here; ``scale`` is by how much all is enlarged, ``over`` what was said last."""

    scale: float
    fill: tuple[float, ...] | None = None
    stroke: tuple[float, ...] | None = None
    width: float = 1
    mode: int = 0
    small_drawings: bool = False
    over: bool = False


@dataclass(slots=True)
class Overprinting:
    """Says in a stream what overprints. The fonts among ``drawn_fonts`` have letters that are drawings, in colours of their own.

    Of the streams that are drawn by others it is not known how large they are drawn, so no line in them counts as thin.
    """

    drawn_fonts: Container[str] = ()
    is_page: bool = True
    used: bool = False
    _state: _State = field(init=False)
    _saved: list[_State] = field(default_factory=list)
    _path_at: int | None = None
    _thin_boxes: bool = True
    _written: list[Instruction] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._state = _State(1 if self.is_page else inf)

    def rewritten(self, instructions: Sequence[Instruction]) -> list[Instruction]:
        """The same instructions, and what says where black overprints."""
        for instruction in instructions:
            name = str(instruction.operator)
            if name in _FOLLOWED:
                _FOLLOWED[name](self, instruction.operands)
            elif name in _BUILDS:
                self._build(name, instruction.operands)
            elif name in _SHOWS:
                self._show()
            elif name in _FILLS or name in _STROKES or name in _BOTH or name == "n":
                self._paint(name)
            elif name in _OTHERS:
                self._say(False, len(self._written))
            self._written.append(instruction)
        return self._written

    # What is painted ----------------------------------------------------------------------------

    def _build(self, name: str, operands: Operands) -> None:
        if self._path_at is None:
            self._path_at, self._thin_boxes = len(self._written), True
        if name != "h":
            sides = [abs(float(side)) * self._state.scale for side in operands[2:4]]
            self._thin_boxes &= name == "re" and len(sides) == 2 and min(sides) <= _THIN

    def _paint(self, name: str) -> None:
        """A path is painted; what overprints must be said before the path begins."""
        state, at = self._state, self._path_at
        self._path_at = None
        if name == "n" or at is None:
            return
        if name in _STROKES:
            over = state.stroke == _BLACK and state.width * state.scale <= _THIN
        else:
            over = name in _FILLS and state.fill == _BLACK and self._thin_boxes
        self._say(over, at)

    def _show(self) -> None:
        kinds = _LETTERS.get(self._state.mode, ())
        if kinds:
            over = not self._state.small_drawings and all(getattr(self._state, kind) == _BLACK for kind in kinds)
            self._say(over, len(self._written))

    def _say(self, over: bool, at: int) -> None:
        from pikepdf import ContentStreamInstruction, Name, Operator

        if over != self._state.over:
            self._state.over, self.used = over, True
            self._written.insert(at, ContentStreamInstruction([Name(OVER if over else PLAIN)], Operator("gs")))

    # What is followed ---------------------------------------------------------------------------

    def _save(self, _: Operands) -> None:
        self._saved.append(replace(self._state))

    def _restore(self, _: Operands) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _enlarge(self, operands: Operands) -> None:
        a, b, c, d = (float(value) for value in operands[:4])
        self._state.scale *= sqrt(abs(a * d - b * c))

    def _fill(self, operands: Operands) -> None:
        self._state.fill = _inks(operands)

    def _stroke(self, operands: Operands) -> None:
        self._state.stroke = _inks(operands)

    def _width(self, operands: Operands) -> None:
        self._state.width = float(operands[0])

    def _mode(self, operands: Operands) -> None:
        self._state.mode = int(operands[0])

    def _font(self, operands: Operands) -> None:
        self._state.small_drawings = str(operands[0]) in self.drawn_fonts


def _inks(operands: Operands) -> tuple[float, ...] | None:
    """A colour in four inks; None for a pattern."""
    return tuple(map(float, operands)) if len(operands) == 4 else None


_FOLLOWED: dict[str, Callable[[Overprinting, Operands], None]] = {
    "q": Overprinting._save, "Q": Overprinting._restore, "cm": Overprinting._enlarge, "w": Overprinting._width,
    "Tr": Overprinting._mode, "Tf": Overprinting._font,
    **dict.fromkeys(("k", "cs", "scn", "g", "rg"), Overprinting._fill), **dict.fromkeys(("K", "CS", "SCN", "G", "RG"), Overprinting._stroke),
}  # fmt: skip


def with_states(states: Dictionary) -> Dictionary:
    """The graphics states of a stream with those that rewritten ones use; in their mode an ink of which there is nothing is left as it is."""
    from pikepdf import Dictionary

    over, plain = (Dictionary(OP=said, op=said, OPM=int(said)) for said in (True, False))
    return Dictionary({**states, OVER: over, PLAIN: plain})
