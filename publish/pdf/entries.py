"""What a dictionary of a file holds, where whoever wrote it may have put anything in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object


def entries(holder: Object, key: str):
    """A dictionary within another; an empty one where it is missing, or is something else."""
    from pikepdf import Dictionary

    found = holder.get(key)
    return found if isinstance(found, Dictionary) else Dictionary()


def listed(holder: Object, key: str) -> list:
    """The dictionaries of a list."""
    from pikepdf import Array, Dictionary

    found = holder.get(key)
    return [thing for thing in found if isinstance(thing, Dictionary)] if isinstance(found, Array) else []


def numbers(holder: Object, key: str, count: int) -> tuple[float, ...] | None:
    """So many numbers; None where they are not there."""
    from pikepdf import Array

    found = holder.get(key)
    try:
        return tuple(map(float, found)) if isinstance(found, Array) and len(found) == count else None
    except (TypeError, ValueError):
        return None
