"""Ace by DAISY for the tests. Node.js with npm and Chromium must be there; no browser is fetched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from publish.checks.validators import ace
from publish.checks.validators.verdict import Verdict
from tests import npm

_FOLDER = Path(__file__).parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str:
    """What Ace lacks here to run, in a sentence; empty where it lacks nothing."""
    if not os.environ.get("PUPPETEER_EXECUTABLE_PATH") and not any(map(shutil.which, _BROWSERS)):
        return "Ace needs Chromium, which is not here: apt-get install chromium"
    return npm.missing(_FOLDER, "Ace")


def check(files: Iterable[Path]) -> list[Verdict]:
    """All that Ace says of these files, and a problem for each that it did not get through."""
    with on_path():
        return list(ace.run(list(files)))


@contextmanager
def on_path() -> Iterator[None]:
    """Ace is found on the path, as a user's is."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join((str(npm.installed(_FOLDER) / ".bin"), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before
