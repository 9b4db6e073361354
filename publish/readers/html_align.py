"""How lines stand, as HTML says it."""

from __future__ import annotations

from ..model.kinds import Align

_ALIGNS = {align.value: align for align in Align} | {"middle": Align.CENTER, "end": Align.RIGHT}


def read_align(align: str, style: str) -> Align:
    """By the attribute, or by CSS; lines that begin at the left, as is usual, say nothing."""
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() == "text-align":
            align = value
    found = _ALIGNS.get(align.strip().lower(), Align.NONE)
    return Align.NONE if found is Align.LEFT else found
