"""How large most pages of a file are, and how a page of another size is fitted into the place of a usual one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .placing import PageSize

# Sizes that differ by less are one: programs round lengths in their own ways.
_SAME = 1.0  # points
# Scanned pages are all a little different: those that are so much larger at the most still count as usual.
_NEARLY_AS_LARGE = 1.05
_BETTER = 1e-6


@dataclass(frozen=True, slots=True)
class PageFit:
    """How a page comes into its place: turned to lie there on its side, or not, and at which scale beside that of all."""

    turned: bool = False
    scale: float = 1


def usual_size(sizes: Sequence[PageSize]) -> PageSize:
    """The size that most pages have; of those that as many have, the largest."""
    counts = Counter(map(_rounded, sizes))
    common = max(counts, key=lambda rounded: (counts[rounded], rounded[0] * rounded[1]))
    return next(size for size in sizes if _rounded(size) == common)


def alike(one: PageSize, other: PageSize) -> bool:
    """Whether two sizes are one but for rounding."""
    return abs(one.width - other.width) < _SAME and abs(one.height - other.height) < _SAME


def place_for(sizes: Sequence[PageSize]) -> tuple[float, float]:
    """The width and height of a place that holds a usual page, and those that are hardly larger."""
    usual = usual_size(sizes)
    width, height = usual.width * _NEARLY_AS_LARGE, usual.height * _NEARLY_AS_LARGE
    near = [size for size in sizes if size.width <= width and size.height <= height]
    return max(size.width for size in near), max(size.height for size in near)


def fit(size: PageSize, width: float, height: float) -> PageFit:
    """How a page is put into a place: turned where it comes out larger that way, and smaller only where it must be."""
    upright, lying = _scale(size.width, size.height, width, height), _scale(size.height, size.width, width, height)
    return PageFit(True, lying) if lying > upright + _BETTER else PageFit(False, upright)


def _scale(page_width: float, page_height: float, width: float, height: float) -> float:
    ratios = (room / side for side, room in ((page_width, width), (page_height, height)) if side > room + _SAME)
    return min(ratios, default=1)


def _rounded(size: PageSize) -> tuple[int, int]:
    return round(size.width), round(size.height)
