"""Ace by DAISY for the tests: installed once into a cache folder, in the versions that ``package-lock.json`` names.

Node.js with npm and Chromium must be there. No install script is run, and no browser is fetched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from publish.checks.validators import ace
from publish.checks.validators.problem import Problem

_FILES = [Path(__file__).with_name(name) for name in ("package.json", "package-lock.json")]
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_LONGEST = 600  # seconds
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str:
    """What Ace lacks here to run, in a sentence; empty where it lacks nothing."""
    if not os.environ.get("PUPPETEER_EXECUTABLE_PATH") and not any(map(shutil.which, _BROWSERS)):
        return "Ace needs Chromium, which is not here: apt-get install chromium"
    if not shutil.which("node") or not shutil.which("npm"):
        return "Ace needs Node.js and npm, which are not here: apt-get install nodejs npm"
    try:
        _installed()
    except (OSError, subprocess.SubprocessError) as problem:
        return f"Ace could not be installed: {problem}"
    return ""


def check(files: Iterable[Path]) -> list[Problem]:
    """All that Ace says of these files, and a problem for each that it did not get through."""
    with on_path():
        return list(ace.run(list(files)))


@contextmanager
def on_path() -> Iterator[None]:
    """Ace is found on the path, as a user's is."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join((str(_installed() / "node_modules" / ".bin"), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _installed() -> Path:
    """The folder with Ace in it, which is put there whole or not at all."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "publish"
    versions = hashlib.sha256(b"".join(file.read_bytes() for file in _FILES)).hexdigest()[:16]
    folder = home / f"ace-{versions}"
    if not folder.is_dir():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as beside:
            made = Path(beside) / "ace"
            made.mkdir()
            for file in _FILES:
                shutil.copy(file, made)
            subprocess.run(_INSTALL, cwd=made, check=True, timeout=_LONGEST, stdout=subprocess.DEVNULL)
            if not folder.is_dir():
                made.rename(folder)
    return folder
