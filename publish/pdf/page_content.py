"""What is painted on a page, in order: letters, areas, lines and pictures, each with its colour, size and place.

A content stream is followed as a printer follows it, with its stack of graphics states, into the drawings that it
uses. What is looked at is bounded; of what lies beyond, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from ..measures.geometry import Box
from .colour_spaces import Space, space_of
from .content import PICTURE, Operands, instructions
from .entries import box_of_sides, entries, matrix_of
from .graphics_state import UNMOVED, Painted, Pen, State, bounds, is_upright, seen, times
from .letter_widths import Widths
from .opening import WRITTEN_WRONGLY, blame_file
from .used_fonts import UsedFonts

if TYPE_CHECKING:
    from pikepdf import Object, Page, Stream

# Drawings within drawings, and the bytes of a page's content with all its drawings, each counted as often as it is drawn.
_DEEPEST = 20
_MOST_OF_A_PAGE = 40_000_000
_LEAST_OF_A_DRAWING = 4_000
_LOOKED_AT = frozenset((
    "q Q cm gs w Do sh g rg k G RG K cs CS sc scn SC SCN BT Tf Tr Tm Td TD T* TL Tc Tw Tz Tj TJ ' \" "
    "BMC BDC EMC m l c v y re h S s f F f* B B* b b* n W W*"
).split())  # fmt: skip
_UNIT = ((0, 0), (1, 0), (0, 1), (1, 1))


@dataclass(slots=True)
class Allowance:
    """How many bytes of content may still be looked at."""

    left: int = _MOST_OF_A_PAGE

    def read(self, holder: Page | Object) -> bytes:
        """The content of a page or a drawing; nothing where there is more than may be looked at."""
        if self.left <= 0:
            return b""
        data = _content(holder)
        self.left -= max(len(data), _LEAST_OF_A_DRAWING)
        return data if self.left >= 0 else b""


def _content(holder: Page | Object) -> bytes:
    from pikepdf import Array, Page

    if not isinstance(holder, Page):
        return holder.read_bytes()
    written = holder.obj.get("/Contents")
    if written is None:
        return b""
    return b"\n".join(part.read_bytes() for part in written) if isinstance(written, Array) else written.read_bytes()


def painted_on(
    page: Page, widths: Widths | None = None, allowance: Allowance | None = None, fonts: UsedFonts | None = None,
) -> Iterator[Painted]:  # fmt: skip
    """What is painted on a page, in order; marks that are there for the printer come last.

    ``widths`` keeps what is known of fonts from one page to the next, ``allowance`` how much may still be looked at.
    ``fonts`` takes those that are used, here and by what is printed besides.
    """
    sheet = box_of_sides(page.mediabox)
    walk = _PageWalk(widths or Widths(), sheet, allowance or Allowance(), fonts)
    yield from walk.stream(page, page.resources, State(clip=sheet), "", 0)
    if fonts is not None:
        walk.look_for_fonts(page)


class _PageWalk:
    """Follows the streams of one page."""

    def __init__(self, widths: Widths, sheet: Box, allowance: Allowance, fonts: UsedFonts | None) -> None:
        self.sheet = sheet
        self.allowance = allowance
        self.spaces: dict[tuple[str, tuple[int, int]], Space] = {}
        self.widths = widths
        self.patterns: set[tuple[int, int]] = set()
        self.asked = fonts is not None
        self.fonts = fonts or UsedFonts()

    def stream(self, holder: Page | Object, resources: Object, state: State, within: str, depth: int) -> Iterator[Painted]:
        """What a stream paints, beginning in a state."""
        pen = Pen(state, lambda written: self._space(written, resources), self.widths, self.fonts)
        stack: list[State] = []
        for name, operands in instructions(self.allowance.read(holder), _LOOKED_AT):
            try:
                if name == "q":
                    stack.append(replace(pen.state))
                elif name == "Q":
                    pen.state = stack.pop() if stack else pen.state
                elif name == "Do":
                    yield from self._drawn(operands[0], resources, pen.state, within, depth)
                elif name in _BY_NAME:
                    yield from _BY_NAME[name](pen.state, resources, operands, within)
                    if name == "gs" and self.asked:
                        self._look_at_mask(operands[0], resources, depth)
                elif name in ("BDC", "BMC"):
                    pen.begin_mark(operands)
                elif name == "EMC":
                    pen.end_mark()
                else:
                    yield from pen.take(name, operands, within)
                    if name in ("scn", "SCN"):
                        yield from self._pattern(operands[-1], resources, within, depth)
            except WRITTEN_WRONGLY as mistake:
                blame_file(mistake)  # what is written wrongly is passed over, as printers do

    # Fonts of what is not painted by itself -------------------------------------------------------

    def look_for_fonts(self, page: Page) -> None:
        """Follow what is printed besides the page's own content: remarks and forms, and letters that are small drawings."""
        try:
            for annotation in page.obj.get("/Annots", ()):
                shown = printed_appearance(annotation)
                if shown is not None and self.fonts.is_new(shown):
                    self._pass_over(shown, shown.get("/Resources", page.resources), 0)
        except WRITTEN_WRONGLY as mistake:
            blame_file(mistake)
        try:
            for letter, font in self.fonts.drawn():
                self._pass_over(letter, font.get("/Resources", page.resources), 0)
        except WRITTEN_WRONGLY as mistake:
            blame_file(mistake)

    def _look_at_mask(self, name: str, resources: Object, depth: int) -> None:
        mask = entries(entries(resources, "/ExtGState"), name).get("/SMask")
        drawn = mask.get("/G") if mask is not None and str(mask) != "/None" else None
        if drawn is not None and depth <= _DEEPEST and self.fonts.is_new(drawn):
            self._pass_over(drawn, drawn.get("/Resources", resources), depth + 1)

    def _pass_over(self, holder: Object, resources: Object, depth: int) -> None:
        for _ in self.stream(holder, resources, State(clip=self.sheet), "", depth):
            pass

    def _pattern(self, name: str, resources: Object, within: str, depth: int) -> Iterator[Painted]:
        """What a pattern paints, once a page: where its tiles lie is not looked at, so each thing may be anywhere."""
        pattern = entries(resources, "/Pattern").get(name) if str(name).startswith("/") else None
        if pattern is None or pattern.objgen in self.patterns or depth > _DEEPEST:
            return
        self.patterns.add(pattern.objgen)
        if int(pattern.get("/PatternType", 1)) == 2:
            yield Painted("shading", self.sheet, None, 0, pattern.Shading, False, within, tiled=True)
            return
        matrix = matrix_of(pattern.get("/Matrix", UNMOVED))
        for thing in self.stream(pattern, pattern.get("/Resources", resources), State(matrix), within, depth + 1):
            yield replace(thing, box=self.sheet, tiled=True)

    def _space(self, written: str, resources: Object) -> Space:
        from pikepdf import Name

        key = written, resources.objgen
        if key not in self.spaces or not resources.is_indirect:
            self.spaces[key] = space_of(Name(written), resources.get("/ColorSpace"))
        return self.spaces[key]

    def _drawn(self, name: str, resources: Object, state: State, within: str, depth: int) -> Iterator[Painted]:
        drawn = entries(resources, "/XObject").get(name)
        if drawn is None or depth > _DEEPEST:
            return
        if drawn.get("/Subtype") == "/Image":
            yield from _picture(drawn, state, within)
        elif drawn.get("/Subtype") == "/Form":
            matrix = times(matrix_of(drawn.get("/Matrix", UNMOVED)), state.matrix)
            left, bottom, right, top = map(float, drawn.BBox)
            clip = seen(bounds(((left, bottom), (right, bottom), (left, top), (right, top)), matrix), state.clip)
            if clip:
                yield from self.stream(drawn, drawn.get("/Resources", resources), replace(state, matrix=matrix, clip=clip), within or str(name), depth + 1)


def _picture(drawn: Object, state: State, within: str) -> Iterator[Painted]:
    a, b, c, d, *_ = state.matrix
    if box := seen(bounds(_UNIT, state.matrix), state.clip):
        colour = state.fill if drawn.get("/ImageMask", False) else None
        hidden = state.see_through or "/SMask" in drawn or "/Mask" in drawn
        yield Painted("picture", box, colour, 0, drawn, hidden, within, is_upright(state.matrix), (hypot(a, b), hypot(c, d)))


def _choose_font(state: State, resources: Object, operands: Operands, _: str) -> tuple[()]:
    state.font = entries(resources, "/Font").get(operands[0])
    state.size = float(operands[1])
    return ()


def _shade(state: State, resources: Object, operands: Operands, within: str) -> Iterator[Painted]:
    shading = entries(resources, "/Shading").get(operands[0])
    yield Painted("shading", state.clip, None, 0, shading, state.see_through, within)


def _inline_picture(state: State, _: Object, operands: Operands, within: str) -> Iterator[Painted]:
    """A picture within the stream; what colours it has is not looked at, so one that is in the middle of them stands for all."""
    said: dict[object, object] = dict(zip(operands[::2], operands[1::2], strict=False))
    space = said.get("/CS", said.get("/ColorSpace"))
    space = space[1] if isinstance(space, list) and len(space) > 1 else space
    stencil = said.get("/IM", said.get("/ImageMask", False))
    colour = state.fill if stencil else _MIDDLE.get(str(space), state.fill)
    yield Painted("picture", bounds(_UNIT, state.matrix), colour, within=within)


def _set_state(state: State, resources: Object, operands: Operands, _: str) -> tuple[()]:
    import pikepdf

    said = entries(entries(resources, "/ExtGState"), operands[0])
    see_through_by = set(state.see_through_by)
    for key in _LETS_THROUGH.intersection(said.keys()):
        value = said[key]
        plain = not isinstance(value, pikepdf.Dictionary) if key == "/SMask" else str(value) in _PLAIN if key == "/BM" else float(value) >= 1
        (see_through_by.discard if plain else see_through_by.add)(key)
    state.see_through_by = frozenset(see_through_by)
    if "/LW" in said:
        state.width = float(said.LW)
    if "/Font" in said:
        state.font, state.size = said.Font[0], float(said.Font[1])
    _set_overprint(state, said)
    return ()


def _set_overprint(state: State, said: Object) -> None:
    """What is said of lines alone holds for areas too, where nothing is said of these."""
    if "/OP" in said or "/op" in said:
        state.lines_overprint = bool(said.get("/OP", state.lines_overprint))
        state.areas_overprint = bool(said.get("/op", state.lines_overprint))
    state.overprint_mode = int(said.get("/OPM", state.overprint_mode))


def printed_appearance(annotation: Object) -> Stream | None:
    """What of a remark or a field is printed; None where nothing is (ISO 32000-1, 12.5.3 and 12.5.5)."""
    from pikepdf import Stream

    flags = int(annotation.get("/F", 0))
    if not flags & _PRINTED or flags & _HIDDEN or annotation.get("/Subtype") == "/Popup":
        return None
    shown = entries(annotation, "/AP").get("/N")
    if shown is not None and not isinstance(shown, Stream):
        shown = shown.get(str(annotation.get("/AS", "/Off")))
    return shown if isinstance(shown, Stream) else None


_HIDDEN, _PRINTED = 2, 4
_MIDDLE = {"/G": (0.5,), "/DeviceGray": (0.5,), "/RGB": (0.5,) * 3, "/DeviceRGB": (0.5,) * 3, "/CMYK": (0.5,) * 4, "/DeviceCMYK": (0.5,) * 4}
_LETS_THROUGH = frozenset(("/ca", "/CA", "/SMask", "/BM"))  # what can make things transparent
_PLAIN = ("/Normal", "/Compatible")
# Operators that name something of the resources, and pictures within the stream.
_BY_NAME = {"gs": _set_state, "Tf": _choose_font, "sh": _shade, PICTURE: _inline_picture}
