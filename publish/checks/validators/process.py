"""Other programs, run within bounds: of time, of what they may say, and without a shell."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_MOST_SAID = 4_000_000  # bytes
_LARGEST_REPORT = 50_000_000  # bytes


def output_of(command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None) -> str | None:
    """What a program prints, cut off where that is too much; None where it takes too long or cannot be started.

    A program that is cut short ends with all that it started. How it exits is not looked at: validators exit with 1 where they find something.
    """
    surroundings = {**os.environ, **(environment or {})}
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL, env=surroundings, start_new_session=True)
        except OSError:
            return None
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)
        said.seek(0)
        return said.read(_MOST_SAID).decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with all that it started."""
    if process.poll() is None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()


def json_report(path: Path) -> dict[str, Any] | None:
    """A report that a program left behind; None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_REPORT + 1)
        found = json.loads(data) if len(data) <= _LARGEST_REPORT else None
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
