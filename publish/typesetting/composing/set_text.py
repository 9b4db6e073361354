"""Letters that are stretched to the width they were given at the moment they are drawn.

WeasyPrint stretches the spaces of a line by shaping it in pieces, a word at a time. Here a line is
shaped once and its spaces are widened afterwards, which is faster and leaves kerning as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..engine.boxes import Box
from .measure import Face


@cache
def set_text_class() -> Any:
    """The class whose objects stand in for WeasyPrint's text layouts: ``SetText(face, text, width, stretch, ends)``."""
    from weasyprint.text import line_break

    pango, ffi, to_units = line_break.pango, line_break.ffi, line_break.TO_UNITS

    class SetText(line_break.Layout):  # type: ignore[misc]  # WeasyPrint says nothing of its types
        """The letters of a text box on one line.

        ``width`` is what they are to fill before their forms are stretched by ``stretch``. The space that
        ``ends`` the line is there for who copies or listens, and takes no room.
        """

        justification_spacing = 0
        first_line_direction = 0
        max_width = None

        def __init__(self, face: Face, text: str, width: float, stretch: float, ends: str = "") -> None:
            self.face, self.text, self.width, self.stretch = face, text + ends, width + len(ends) * face.space, stretch
            self._gaps = set(_gaps(text.encode()))
            shared = face.layout
            self.ascent = shared.ascent
            self.underline_position, self.strikethrough_position = shared.underline_position, shared.strikethrough_position
            if self.ascent is not None:
                self.underline_thickness, self.strikethrough_thickness = shared.underline_thickness, shared.strikethrough_thickness

        def reactivate(self, style: object) -> None:
            """Before it is drawn."""
            self.layout = self.face.layout.layout
            self.face.layout.set_text(self.text)
            if self._gaps:
                self._widen(self._gaps)

        def deactivate(self) -> None:
            """After it was drawn: the layout is the face's, and serves the next text."""
            self.layout = None

        def _widen(self, gaps: set[int]) -> None:
            line = pango.pango_layout_get_line_readonly(self.layout, 0)
            natural, _ = line_break.line_size(line, self.face.style)
            more = round((self.width - natural) * to_units / len(gaps))
            run = line.runs[0]
            while run != ffi.NULL:
                start, glyphs = run.data.item.offset, run.data.glyphs
                for index, place in enumerate(ffi.unpack(glyphs.log_clusters, glyphs.num_glyphs)):
                    if start + place in gaps:
                        glyphs.glyphs[index].geometry.width += more
                run = run.next

    return SetText


def stretched_letters(theirs: Callable[..., Any]) -> Callable[..., Any]:
    """WeasyPrint's ``draw_first_line``, that draws what was set here as it was set."""
    from weasyprint.matrix import Matrix

    def draw_first_line(stream: Any, textbox: Box, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
        stretch = getattr(textbox.pango_layout, "stretch", 1)
        return theirs(stream, textbox, text_overflow, block_ellipsis, Matrix(a=stretch) @ matrix if stretch != 1 else matrix)

    return draw_first_line


def _gaps(text: bytes) -> list[int]:
    """Where in a text are the spaces that stretch, those at which no line may end among them."""
    gaps = [at for at, byte in enumerate(text) if byte == 0x20]
    at = text.find(b"\xc2\xa0")
    while at >= 0:
        gaps.append(at)
        at = text.find(b"\xc2\xa0", at + 2)
    return gaps
