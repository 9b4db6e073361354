"""Blocks that end on the page's grid of lines, so that what stands below them does too.

Pictures, tables with rules and large headings are as high as they happen to be, lists have half a
line of space on each side and may be cut in two by a page, and CSS has no way to round that. A
style asks for it with a property of ours, ``--rest-of-line``, which says where the rest of the
line goes that a block ends in: ``above`` its contents, ``below`` or ``around`` them. WeasyPrint is
told in the one function through which the layout of every block goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..engine.boxes import Box, Context, kind_of

_PROPERTY = "__rest_of_line"  # as WeasyPrint writes it
_SHARE_ABOVE = {"above": 1.0, "around": 0.5, "below": 0.0}
# In CSS pixels: less is a matter of rounding, and no rest.
_NOTHING = 0.01


@dataclass(slots=True)
class OnTheGrid:
    """Stands where WeasyPrint's ``block_level_layout_switch`` stood, and is called as that was."""

    theirs: Any
    page_top: float = 0.0

    def __call__(self, context: Context, box: Box, *others: Any, **named: Any) -> Any:
        if box.element_tag == "html":
            self.page_top = box.position_y
        result = self.theirs(context, box, *others, **named)
        made, resume_at = result[:2]
        # What goes on overleaf fills its page: only where it ends is there a rest.
        if made is not None and resume_at is None and (share := _share_above(box)) is not None:
            _fill_up(made, share, _line(box), self.page_top)
        return result


def _share_above(box: Box) -> float | None:
    """How much of the rest goes above; ``None`` for blocks of which nothing is asked. Not inherited."""
    style = _style(box)
    if _PROPERTY not in getattr(style, "cascaded", ()):
        return None
    words = [token.value for token in style[_PROPERTY] or () if token.type == "ident"]
    return _SHARE_ABOVE.get(words[0]) if words else None


def _style(box: Box) -> Any:
    """A table's style holds for the box round it and its caption, so that the rest is below its last rule."""
    if kind_of(box) == "TableBox":
        return None
    return box.get_wrapped_table().style if getattr(box, "is_table_wrapper", False) else box.style


def _line(box: Box) -> float:
    """The height of a line of body text in CSS pixels; 0 where a style has made that relative, and there is no grid."""
    height = box.style.root_style["line_height"]
    return height.value if getattr(height, "unit", None) == "px" else 0


def _fill_up(made: Box, share: float, line: float, page_top: float) -> None:
    end = made.border_box_y() + made.border_height()
    rest = (page_top - end) % line if line else 0
    if rest < _NOTHING or line - rest < _NOTHING:
        return
    made.padding_top += rest * share
    made.padding_bottom += rest * (1 - share)
    for child in made.children if share else ():
        child.translate(dy=rest * share)
