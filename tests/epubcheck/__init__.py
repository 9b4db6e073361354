"""EPUBCheck over many EPUBs in one run of Java, as ``publish check`` runs it.

The checker comes with the package ``epubcheck``; a Java development kit (11 or later; on Debian
``default-jdk-headless``) must be there, so that it starts once for all files. A run takes some seconds to start and a
fraction of a second a book.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from publish.checks.validators import epubcheck
from publish.checks.validators.verdict import Verdict

MISSING = "EPUBCheck needs a Java development kit (11 or later), which is not here: apt-get install default-jdk-headless"


def available() -> bool:
    """Is there a Java that can run from source?"""
    return shutil.which("javac") is not None and epubcheck.available()


def check(files: Iterable[Path]) -> list[Verdict]:
    """All that EPUBCheck says of these files. RuntimeError if it did not get through all of them."""
    found = list(epubcheck.run(list(files)))
    unchecked = sorted(problem.file.name for problem in found if problem.id == "not-checked")
    if unchecked:
        raise RuntimeError(f"EPUBCheck did not get through {unchecked}")
    return found
