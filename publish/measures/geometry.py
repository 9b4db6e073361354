"""Places in the plane, in points."""

from __future__ import annotations

Box = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]
