"""Pictures that stand alone in a paragraph: one is a figure, several are a row of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from ..diagnostics import Report
from ..model.nodes import Block, Column, Columns, Figure, Inlines
from ..model.place import Place
from ..model.walk import plain_text
from .attributes import Attributes, report_unknown
from .pictures import PICTURE_KEYS, picture, source_of

Build = Callable[[Sequence[Token]], Inlines]
_Shown = tuple[Token, Attributes]


def figures(children: Sequence[Token], place: Place, build: Build, report: Report) -> Block | None:
    """The figure, or the row of them, that a paragraph of nothing but images makes.

    The words in brackets are the caption. What those who cannot see it are told is ``alt="…"``, else the caption.
    """
    shown = _shown(children)
    if not shown:
        return None
    made = [_figure(image, attributes, place, build, report) for image, attributes in shown]
    if len(made) == 1:
        return made[0]
    return Columns(tuple(Column((figure,), place=figure.place) for figure in made), place=place)


def _shown(children: Sequence[Token]) -> list[_Shown]:
    """The images and what stands in braces behind each; none where the paragraph holds anything else."""
    shown: list[_Shown] = []
    before = ""
    for token in children:
        if token.type == "image":
            shown.append((token, Attributes()))
        elif token.type == "attributes" and before == "image":
            shown[-1] = (shown[-1][0], token.meta["attributes"])
        elif token.type not in ("softbreak", "hardbreak") and (token.type != "text" or token.content.strip()):
            return []
        before = token.type
    return shown


def _figure(image: Token, attributes: Attributes, place: Place, build: Build, report: Report) -> Figure:
    report_unknown(attributes, place, report, keys=PICTURE_KEYS)
    caption = build(image.children or ())
    alt = " ".join(plain_text(*caption).split())
    shown = picture(source_of(str(image.attrs["src"])), alt, str(image.attrs.get("title", "")), attributes, place, report)
    return Figure(shown, caption, attributes.id, place=place)
