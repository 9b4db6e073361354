"""What is painted on a page, in order: letters, areas, lines and pictures, each with its colour, size and place.

A content stream is followed as a printer follows it, with its stack of graphics states, into the drawings that it
uses. What is looked at is bounded; of what lies beyond, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import hypot
from typing import TYPE_CHECKING

from .ink.spaces import Space, space_of
from .letter_widths import Widths
from .pen import UNMOVED, Painted, Pen, State, bounds, is_upright, seen, times

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Page, Stream

# Drawings within drawings, and operators of a page with all its drawings.
_DEEPEST = 20
_MOST_OPERATORS = 2_000_000
_LOOKED_AT = (
    "q Q cm gs w Do sh g rg k G RG K cs CS sc scn SC SCN BT Tf Tr Tm Td TD T* TL Tj TJ ' \" "
    "m l c v y re h S s f F f* B B* b b* n W W* BI"
)
_UNIT = ((0, 0), (1, 0), (0, 1), (1, 1))


def painted_on(page: Page, widths: Widths | None = None) -> Iterator[Painted]:
    """What is painted on a page, in order; marks that are there for the printer come last.

    ``widths`` keeps what is known of fonts from one page to the next.
    """
    walk = _Walk(widths or Widths())
    yield from walk.stream(page, page.resources, State(), "", 0)


class _Walk:
    """Follows the streams of one page."""

    def __init__(self, widths: Widths) -> None:
        self.left = _MOST_OPERATORS
        self.spaces: dict = {}
        self.widths = widths

    def stream(self, holder: Page | Stream, resources: Dictionary, state: State, within: str, depth: int) -> Iterator[Painted]:
        import pikepdf

        pen = Pen(state, lambda written: self._space(written, resources), self.widths)
        stack: list[State] = []
        for instruction in pikepdf.parse_content_stream(holder, _LOOKED_AT):
            self.left -= 1
            if self.left < 0:
                return
            name = str(instruction.operator)
            if name == "q":
                stack.append(replace(pen.state))
            elif name == "Q":
                pen.state = stack.pop() if stack else pen.state
            elif name == "Do":
                yield from self._drawn(instruction.operands[0], resources, pen.state, within, depth)
            elif name == "gs":
                _set_state(pen.state, resources.get("/ExtGState", {}).get(instruction.operands[0], {}))
            elif name == "Tf":
                pen.state.font = resources.get("/Font", {}).get(instruction.operands[0])
                pen.state.size = float(instruction.operands[1])
            elif name == "sh":
                shading = resources.get("/Shading", {}).get(instruction.operands[0])
                yield Painted("shading", pen.state.clip, None, 0, shading, pen.state.see_through, within)
            elif name == "INLINE IMAGE":
                yield Painted("picture", bounds(_UNIT, pen.state.matrix), pen.state.fill, within=within)
            else:
                yield from pen.take(name, instruction.operands, within)

    def _space(self, written: Object, resources: Dictionary) -> Space:
        key = str(written), resources.objgen
        if key not in self.spaces or not resources.is_indirect:
            self.spaces[key] = space_of(written, resources.get("/ColorSpace"))
        return self.spaces[key]

    def _drawn(self, name: Object, resources: Dictionary, state: State, within: str, depth: int) -> Iterator[Painted]:
        drawn = resources.get("/XObject", {}).get(name)
        if drawn is None or depth > _DEEPEST:
            return
        if drawn.get("/Subtype") == "/Image":
            yield from _picture(drawn, state, within)
        elif drawn.get("/Subtype") == "/Form":
            matrix = times(tuple(map(float, drawn.get("/Matrix", UNMOVED))), state.matrix)
            left, bottom, right, top = map(float, drawn.BBox)
            clip = seen(bounds(((left, bottom), (right, bottom), (left, top), (right, top)), matrix), state.clip)
            if clip:
                yield from self.stream(
                    drawn, drawn.get("/Resources", resources), replace(state, matrix=matrix, clip=clip), within or str(name), depth + 1
                )


def _picture(drawn: Stream, state: State, within: str) -> Iterator[Painted]:
    a, b, c, d, *_ = state.matrix
    if box := seen(bounds(_UNIT, state.matrix), state.clip):
        colour = state.fill if drawn.get("/ImageMask", False) else None
        hidden = state.see_through or "/SMask" in drawn or "/Mask" in drawn
        yield Painted("picture", box, colour, 0, drawn, hidden, within, is_upright(state.matrix), (hypot(a, b), hypot(c, d)))


def _set_state(state: State, said: Dictionary) -> None:
    import pikepdf

    if "/SMask" in said:
        state.see_through = isinstance(said.SMask, pikepdf.Dictionary)
    if any(float(said.get(key, 1)) < 1 for key in ("/ca", "/CA")) or str(said.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        state.see_through = True
    if "/LW" in said:
        state.width = float(said.LW)
