"""Functions of a PDF from one number to a colour: what gradients and tints are made of (ISO 32000-1, 7.10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .colours import cannot_print

if TYPE_CHECKING:
    from pikepdf import Object

# A function may be made of functions; nobody nests them as deep as this.
_DEEPEST = 8
_MOST_PARTS = 2000


def value_at(function: Object, x: float, depth: int = 0) -> tuple[float, ...]:
    """The numbers that a function, or several with a number each, give for ``x``. PublishError N105 for kinds that we do not read."""
    import pikepdf

    if depth > _DEEPEST:
        raise cannot_print("a gradient is made of functions within functions")
    if isinstance(function, pikepdf.Array):
        return tuple(number for one in list(function)[:_MOST_PARTS] for number in value_at(one, x, depth + 1))
    low, high = numbers(function, "/Domain")[:2]
    x = min(high, max(low, x))
    match int(function.get("/FunctionType", -1)):
        case 0 if len(function.Domain) == 2:
            return _sampled(function, x)
        case 2:
            return _exponential(function, x)
        case 3:
            return _stitched(function, x, depth)
    raise cannot_print("a colour is calculated by a program of its own")


def numbers(holder: Object, key: str, default: Sequence[float] = ()) -> list[float]:
    """The numbers of an array within a dictionary."""
    return [float(value) for value in holder.get(key, default)]


def _exponential(function: Object, x: float) -> tuple[float, ...]:
    start, end = numbers(function, "/C0", (0,)), numbers(function, "/C1", (1,))
    exponent = float(function.N)
    share = x if exponent == 1 else max(x, 1e-9) ** exponent
    return tuple(a + share * (b - a) for a, b in zip(start, end, strict=False))


def parts_of(function: Object) -> list[tuple[float, float, float, float, Object]]:
    """The parts of a stitched function: from, to, and what those are for the function of the part."""
    low, high = numbers(function, "/Domain")[:2]
    bounds = [low, *numbers(function, "/Bounds"), high]
    encode = numbers(function, "/Encode")
    functions = list(function.Functions)[:_MOST_PARTS]
    return [(bounds[n], bounds[n + 1], encode[2 * n], encode[2 * n + 1], one) for n, one in enumerate(functions)]


def _stitched(function: Object, x: float, depth: int) -> tuple[float, ...]:
    parts = parts_of(function)
    start, end, first, last, part = next((one for one in parts if x < one[1]), parts[-1])
    share = (x - start) / (end - start) if end > start else 0
    return value_at(part, first + share * (last - first), depth + 1)


def _sampled(function: Object, x: float) -> tuple[float, ...]:
    low, high = numbers(function, "/Domain")[:2]
    count, bits = int(function.Size[0]), int(function.BitsPerSample)
    if bits not in (8, 16, 32) or count < 1:
        raise cannot_print("a gradient is kept in a rare form")
    ends = numbers(function, "/Decode") or numbers(function, "/Range")
    first, last = numbers(function, "/Encode", (0, count - 1))[:2]
    place = first + (x - low) / (high - low) * (last - first) if high > low else first
    place = min(count - 1.0, max(0.0, place))
    before = min(int(place), max(0, count - 2))
    rows = [_row(function.read_bytes(), min(before + step, count - 1), len(ends) // 2, bits // 8) for step in (0, 1)]
    mixed = (a + (place - before) * (b - a) for a, b in zip(*rows, strict=True))
    return tuple(ends[2 * n] + share * (ends[2 * n + 1] - ends[2 * n]) for n, share in enumerate(mixed))


def _row(data: bytes, at: int, outputs: int, width: int) -> list[float]:
    """The sample at a place, each number as a share of the largest."""
    start = at * outputs * width
    cells = (data[start + n * width : start + (n + 1) * width] for n in range(outputs))
    return [int.from_bytes(cell, "big") / (256**width - 1) for cell in cells]
