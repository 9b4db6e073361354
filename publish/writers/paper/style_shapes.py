"""Whether a style is made for the page it is used on."""

from __future__ import annotations

from ...diagnostics import Report
from ...measures.shapes import Shape, shape
from ...styles import Style

# A page may be so much smaller or larger than all that a style is made for: letter passes for A4.
_SLACK = 1.06


def report_strange_shape(style: Style, trim: Shape, report: Report) -> None:
    """Say that a style is made for smaller or larger pages (S112), where it names those it is made for."""
    shapes = style.settings.shapes
    if not shapes:
        return
    known = list(map(shape, shapes))
    if trim.width > max(one.width for one in known) * _SLACK or trim.height > max(one.height for one in known) * _SLACK:
        is_what = "larger"
    elif trim.width * _SLACK < min(one.width for one in known) or trim.height * _SLACK < min(one.height for one in known):
        is_what = "smaller"
    else:
        return
    message = f"{trim.name} is {is_what} than the pages that the style `{style.name}` is made for"
    report.info("S112", message, None, f"they are {', '.join(shapes)}: look at the result")
