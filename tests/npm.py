"""Packages of npm for the tests: installed once into a cache folder, in the versions that a ``package-lock.json`` names.

No install script is run, and nothing else is fetched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_LONGEST = 600  # seconds


def missing(folder: Path, name: str) -> str:
    """What the packages of a folder lack here to be had, in a sentence about ``name``; empty where they lack nothing."""
    if not shutil.which("node") or not shutil.which("npm"):
        return f"{name} needs Node.js and npm, which are not here: apt-get install nodejs npm"
    try:
        installed(folder)
    except (OSError, subprocess.SubprocessError) as problem:
        return f"{name} could not be installed: {problem}"
    return ""


def installed(folder: Path) -> Path:
    """The ``node_modules`` with what a folder's ``package.json`` asks for; they are put there whole or not at all."""
    files = [folder / name for name in ("package.json", "package-lock.json")]
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "publish"
    versions = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]
    ready = home / f"{folder.name}-{versions}"
    if not ready.is_dir():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as beside:
            made = Path(beside) / folder.name
            made.mkdir()
            for file in files:
                shutil.copy(file, made)
            subprocess.run(_INSTALL, cwd=made, check=True, timeout=_LONGEST, stdout=subprocess.DEVNULL)
            if not ready.is_dir():
                made.rename(ready)
    return ready / "node_modules"
