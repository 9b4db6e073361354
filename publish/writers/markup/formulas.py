"""How formulas are shown: as MathML where a reader can set it, as a picture on paper."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from ...maths import drawing, mathml
from ...model.nodes import Math

# In ems: how far letters reach above and below their line, and how far beyond that a formula may reach between the lines.
_ASCENT, _DESCENT, _BETWEEN_LINES = 0.75, 0.25, 0.2


def as_mathml(formula: Math) -> str:
    """The formula as an element that browsers and e-book readers set themselves, and read aloud."""
    return mathml(formula.tex, formula.display)


def as_picture(formula: Math) -> str:
    """The formula as an outline on the line of the text, its TeX being what a listener hears."""
    drawn = drawing(formula.tex, formula.display)
    source, said = f"data:image/svg+xml,{quote(drawn.svg)}", escape(" ".join(formula.tex.split()))
    above, below = (0.0, 0.0) if formula.display else (_overlap(drawn.height - drawn.depth, _ASCENT), _overlap(drawn.depth, _DESCENT))
    sizes = f"width:{drawn.width:.4f}em;--ratio:{drawn.height / drawn.width:.4f};vertical-align:{below - drawn.depth:.4f}em"
    sizes += f";margin:{-above:.4f}em 0 {-below:.4f}em" if above or below else ""
    name = "formula display" if formula.display else "formula"
    return f'<img class="{name}" src="{source}" alt="{said}" style="{sizes}"/>'


def _overlap(reach: float, letters: float) -> float:
    """By how much a formula in the text may reach into the space between its line and the next, so that lines stay level."""
    return min(max(reach - letters, 0), _BETWEEN_LINES)
