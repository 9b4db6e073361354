"""Creep: of sheets that are folded in one another, the inner ones stick out at the fore edge.

Every sheet is folded around those within it, so it is pushed out by the thickness of the sheets outside of it,
once for each. When the fore edge is trimmed, the inner pages lose as much. Their content is moved towards the
spine by that length, and the margins at the fore edge are alike again in the finished booklet.
"""

from __future__ import annotations

from ...measures.papers import OFFICE
from ...measures.shapes import Length
from .plan import PageCell

# What an office stapler goes through: so many sheets of office paper.
STAPLED_SHEETS = 20
_NEARLY = 1e-6


def creep(depth: int, thickness: float) -> Length:
    """How far a sheet sticks out that has ``depth`` others outside of it; nothing for the outermost, and for a lone one."""
    return Length(depth * thickness)


def moved_by_creep(cell: PageCell, thickness: float) -> float:
    """How far a cell's page is moved to the right, so that it comes nearer to its spine."""
    return cell.spine * creep(cell.depth, thickness)


def too_thick_to_staple(sheets: int, thickness: float) -> bool:
    """Whether so many sheets are more than an office stapler goes through."""
    return sheets * thickness > STAPLED_SHEETS * OFFICE.thickness + _NEARLY
