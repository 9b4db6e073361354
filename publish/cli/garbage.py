"""How often Python looks through what is in memory for what nobody holds."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Most of what a command makes is kept to its end, so there is little to find: a long book takes a tenth less time, and an eighth more memory."""
    gc.set_threshold(100_000, 50, 100)
