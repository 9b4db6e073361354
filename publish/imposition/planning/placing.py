"""Where the cells of a plan lie on a sheet of paper: every page's matrix and clip, and the marks around them.

Lengths are points, measured from the lower left corner of the side as it goes into the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...measures.geometry import Box, Matrix

MarkKind = Literal["fold", "cut", "trim", "staple", "collation"]


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page of the source, upright: its trimmed size, and how far it has colour beyond that."""

    width: float
    height: float
    bleed: float = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A page on a side. ``matrix`` takes the page, upright and with its trim's lower left corner at the origin, there."""

    page: int
    matrix: Matrix
    clip: Box


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A line that is drawn for whoever folds, cuts and staples."""

    kind: MarkKind
    start: tuple[float, float]
    end: tuple[float, float]
    width: float = 0.25


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a sheet as it is printed; a back is turned already if the printer will turn it back."""

    sheet: int  # from 1
    back: bool
    pages: tuple[Placed, ...]
    marks: tuple[SheetMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Imposition:
    """All sides in the order of printing, on sheets of a size. ``scale`` is that of the pages.

    ``trimmed`` is how wide and high a sheet's pages are together where paper around them is to be cut off, else None.
    """

    width: float
    height: float
    faces: tuple[Face, ...]
    scale: float = 1
    trimmed: tuple[float, float] | None = None
