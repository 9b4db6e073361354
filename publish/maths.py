"""Formulas: TeX as authors write it, to MathML for screens and to a drawing for paper.

latex2mathml reads the TeX and ziamath draws the MathML, both by the same tables. What comes out is held to the elements and
the numbers of children that MathML Core allows, for neither library complains of what it does not understand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
# Longer than any formula that a page has room for, and nested deeper: reading takes time and stack for both.
LONGEST = 2_000
_DEEPEST = 40
# The size at which formulas are drawn; all that counts are shares of it.
_SIZE = 100.0
# All formulas are drawn with one open file of a font, in which its reader goes to and fro.
_FONT = Lock()
_VIEW = re.compile(r'viewBox="([^"]+)"')
_BARE_LESS = re.compile(r"<(?![/a-z])")
_LEAVES = {"mi", "mn", "mo", "ms", "mtext", "mspace"}
_ROWS = {"math", "mrow", "mstyle", "mpadded", "mphantom", "msqrt", "menclose", "mtable", "mtr", "mtd", "merror"}
_CHILDREN = {"mfrac": 2, "msup": 2, "msub": 2, "mroot": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3}
_ATTRIBUTES = {
    "display", "displaystyle", "scriptlevel", "mathvariant", "stretchy", "fence", "form", "lspace", "rspace", "minsize", "maxsize",
    "accent", "accentunder", "movablelimits", "symmetric", "separator", "linethickness", "width", "height", "depth", "voffset",
    "columnalign", "rowspacing", "columnspacing", "columnlines", "rowlines", "frame", "notation", "columnspan", "rowspan", "mathsize",
}  # fmt: skip


class NoFormula(ValueError):
    """What stands between the dollar signs is no formula that can be set."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as SVG; its sizes are in ems of the text around it, ``depth`` is how far it reaches below the line."""

    svg: str
    width: float
    height: float
    depth: float


@lru_cache(maxsize=512)
def mathml(tex: str, display: bool = False) -> str:
    """The formula as a ``math`` element without a prefix. Raises :class:`NoFormula`."""
    from lxml import etree

    root = _element(tex, display)
    root.set("alttext", " ".join(tex.split()))
    return str(etree.tostring(root, encoding="unicode"))


@lru_cache(maxsize=512)
def drawing(tex: str, display: bool = False) -> Drawing:
    """The formula drawn in black, in outlines that need no font. Raises :class:`NoFormula`."""
    from lxml import etree
    from ziafont.config import config
    from ziamath.zmath import Math

    config.svg2 = False  # SVG 1.1, whose outlines name nothing that another formula names as well
    # Of a style within a formula it makes another element, which lxml's cannot be.
    element = ElementTree.fromstring(etree.tostring(_element(tex, display), encoding="unicode"))
    try:
        with _FONT:
            svg = Math(element, size=_SIZE).svg()
    except Exception:  # its own kinds of error, and those of what it is built of
        raise NoFormula("it cannot be drawn") from None
    # The line on which the formula stands is at 0.
    view = _VIEW.search(svg)
    assert view is not None
    _, top, width, height = map(float, view[1].split())
    return Drawing(svg, width / _SIZE, height / _SIZE, (top + height) / _SIZE)


def _element(tex: str, display: bool) -> _Element:
    from latex2mathml.converter import convert
    from lxml import etree

    if len(tex) > LONGEST or _depth(tex) > _DEEPEST:
        raise NoFormula("it is too long, or nested too deep")
    try:
        said = convert(_with_known_environments(tex), display="block" if display else "inline")
        # It leaves a sign for "less than" among words as it is.
        root = etree.fromstring(_BARE_LESS.sub("&lt;", said), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        raise NoFormula("it is not understood") from None
    except Exception as problem:  # a dozen kinds, which have no base but this
        raise NoFormula(_reason(problem)) from None
    _hold(root)
    return root


def _with_known_environments(tex: str) -> str:
    """TeX with names of environments that latex2mathml knows in place of those that mean the same."""
    for name, known in (("aligned", "split"), ("gathered", "matrix")):
        tex = tex.replace(f"{{{name}}}", f"{{{known}}}")
    return tex


def _depth(tex: str) -> int:
    depth = deepest = 0
    for found in re.finditer(r"\\begin\b|\\left\b|\{|\\end\b|\\right\b|\}", tex):
        depth += 1 if found[0] in ("\\begin", "\\left", "{") else -1
        deepest = max(deepest, depth)
    return deepest


def _reason(problem: Exception) -> str:
    """``ExtraLeftOrMissingRightError`` in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(problem).__name__.removesuffix("Error")).lower()


def _hold(root: _Element) -> None:
    """Raise :class:`NoFormula` for what MathML does not know, and for commands that were left as they are."""
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name not in _LEAVES | _ROWS and name not in _CHILDREN:
            raise NoFormula(f"`{name}` is not known")
        if name in _CHILDREN and len(element) != _CHILDREN[name]:
            raise NoFormula("a part of it is missing")
        if name in _LEAVES and "\\" in (element.text or ""):
            raise NoFormula(f"`{element.text}` is not known")
        for key in list(element.attrib):
            if key not in _ATTRIBUTES:
                del element.attrib[key]
