"""In which colours a page mixes what is transparent with what lies below: those of the press (ISO 32000-1, 11.6.6).

A page that does not say it is mixed by each device as that pleases, mostly in the colours of its screen. Pages in
black alone are mixed in four inks too, where greys are black ink and nothing else: mixed in greys, Ghostscript
separates what comes of it into all four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pdf.entries import entries
from ...pdf.page_content import painted_on

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def name_blending_space(pdf: Pdf) -> None:
    """Give each page on which something is transparent a group that is mixed in inks; no other has one."""
    from pikepdf import Dictionary, Name

    known: dict[tuple[int, int], bool] = {}
    for page in pdf.pages:
        resources = page.resources
        if resources.objgen not in known or not resources.is_indirect:
            known[resources.objgen] = _may_mix(resources)
        if known[resources.objgen] and any(thing.see_through for thing in painted_on(page)):
            page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
        elif "/Group" in page.obj:
            del page.obj["/Group"]


def _may_mix(resources: Object) -> bool:
    """Whether a page that draws with these can have something transparent, which saves looking at all that it draws."""
    states, drawings = entries(resources, "/ExtGState"), entries(resources, "/XObject")
    return (
        any(map(_lets_through, states.values()))
        or any("/SMask" in drawn or drawn.get("/Subtype") == "/Form" for drawn in drawings.values())
        or "/Pattern" in resources
    )


def _lets_through(state: Object) -> bool:
    return any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA")) or "/SMask" in state or "/BM" in state
