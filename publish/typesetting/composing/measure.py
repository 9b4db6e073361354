"""How wide words are on the page: measured by the very engine that draws them.

Pango shapes with the face, features and language of each element, and takes other faces for
signs that a face lacks as it will when it draws; so nothing is guessed. A word is measured once a face.
Lengths are WeasyPrint's pixels.
"""

from __future__ import annotations

from typing import Any

# What makes two styles differ in how letters are set, besides what WeasyPrint's own key holds.
_MORE_KEYS = ("letter_spacing", "word_spacing", "text_decoration_line", "direction", "hyphenate_character", "overflow_wrap")


class Face:
    """One way to set letters: a face, its size, features and language.

    Elements share a face that differ in all else; ``style`` is that of the first.
    """

    def __init__(self, style: Any) -> None:
        from weasyprint.text import line_break

        self.style = style
        self.layout = line_break.Layout(style)
        # Layouts are drawn so; changing it later would throw away what was set.
        line_break.pango.pango_layout_set_single_paragraph_mode(self.layout.layout, True)
        self._size_of = line_break.line_size
        self._widths: dict[str, float] = {}
        self.em: float = style["font_size"]
        self.hyphen: str = style["hyphenate_character"]
        self.space = self.width(" ")
        # As WeasyPrint has them for a line of text, but of the face alone: a sign that another face
        # lends, higher or lower, moves no line.
        self.height = self._size("x")[1]
        own_baseline = line_break.pango.pango_layout_get_baseline(self.layout.layout) * line_break.FROM_UNITS
        self.half_leading = (line_break.strut(style)[0] - self.height) / 2
        self.baseline = own_baseline + self.half_leading

    def width(self, text: str) -> float:
        """How wide a text is, unstretched."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._size(text)[0]
        return width

    def _size(self, text: str) -> tuple[float, float]:
        self.layout.set_text(text)
        line, _ = self.layout.get_first_line()
        size: tuple[float, float] = self._size_of(line, self.style)
        return size


class Faces:
    """The faces of a book, each made once."""

    def __init__(self) -> None:
        from weasyprint.text.line_break import _font_style_cache_key

        self._key_of = _font_style_cache_key
        # The style is kept beside its face, so that its id stays its own.
        self._by_style: dict[int, tuple[object, Face]] = {}
        self._by_key: dict[str, Face] = {}

    def of(self, style: Any) -> Face:
        known = self._by_style.get(id(style))
        if known is None:
            known = self._by_style[id(style)] = (style, self._face(style))
        return known[1]

    def _face(self, style: Any) -> Face:
        key = self._key_of(style, include_size=True) + str([style[name] for name in _MORE_KEYS])
        face = self._by_key.get(key)
        if face is None:
            face = self._by_key[key] = Face(style)
        return face
