"""What a dictionary of a file holds, where whoever wrote it may have put anything in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, SupportsFloat

from ..measures.geometry import Box, Matrix

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object


def entries(holder: Object, key: str) -> Dictionary:
    """A dictionary within another; an empty one where it is missing, or is something else."""
    from pikepdf import Dictionary

    found = holder.get(key)
    return found if isinstance(found, Dictionary) else Dictionary()


def listed(holder: Object, key: str) -> list[Dictionary]:
    """The dictionaries of a list."""
    from pikepdf import Array, Dictionary

    found = holder.get(key)
    return [thing for thing in found if isinstance(thing, Dictionary)] if isinstance(found, Array) else []


def matrix_of(values: Iterable[SupportsFloat]) -> Matrix:
    """Six numbers. ValueError where there are more or fewer, TypeError where they are none."""
    a, b, c, d, e, f = map(float, values)
    return a, b, c, d, e, f


def box_of_sides(values: Iterable[SupportsFloat]) -> Box:
    """Four numbers, as they are written. ValueError where there are more or fewer, TypeError where they are none."""
    left, bottom, right, top = map(float, values)
    return left, bottom, right, top


def numbers(holder: Object, key: str, count: int) -> tuple[float, ...] | None:
    """So many numbers; None where they are not there."""
    from pikepdf import Array

    found = holder.get(key)
    try:
        return tuple(map(float, found)) if isinstance(found, Array) and len(found) == count else None
    except (TypeError, ValueError):
        return None
