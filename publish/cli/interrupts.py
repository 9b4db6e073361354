"""An interruption that comes while Python runs a destructor is dropped, with a message; it is made again."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds until the second try: longer than any destructor of ours takes.
_PAUSE = 0.02


@contextmanager
def insisting_on(kind: type[BaseException]) -> Iterator[None]:
    """While this lasts, an exception of this kind that a destructor swallowed is raised again soon after.

    Only where there are timers: on Windows the message of Python stands.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def raise_again(*_: object) -> None:
        raise kind

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if issubclass(unraisable.exc_type, kind):
            signal.setitimer(signal.ITIMER_REAL, _PAUSE)
        else:
            usual(unraisable)

    usual, sys.unraisablehook = sys.unraisablehook, hook
    before = signal.signal(signal.SIGALRM, raise_again)
    try:
        yield
    finally:
        sys.unraisablehook = usual
        signal.signal(signal.SIGALRM, before)
