"""How formulas are shown: as MathML where a reader can set it, as a picture on paper."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from ..maths import drawing, mathml
from ..model.nodes import Math


def as_mathml(formula: Math) -> str:
    """The formula as an element that browsers and e-book readers set themselves, and read aloud."""
    return mathml(formula.tex, formula.display)


def as_picture(formula: Math) -> str:
    """The formula as an outline on the line of the text, its TeX being what a listener hears."""
    drawn = drawing(formula.tex, formula.display)
    source, said = f"data:image/svg+xml,{quote(drawn.svg)}", escape(" ".join(formula.tex.split()))
    sizes = f"width:{drawn.width:.4f}em;--ratio:{drawn.height / drawn.width:.4f};vertical-align:{-drawn.depth:.4f}em"
    name = "formula display" if formula.display else "formula"
    return f'<img class="{name}" src="{source}" alt="{said}" style="{sizes}"/>'
