"""veraPDF over many PDFs in one run of Java.

The validator comes from Maven Central, once; it is kept in the user's cache folder, under a name made
of ``pom.xml``, so that another version gets another folder. ``Runner.java`` is started from its source,
for which a Java development kit (11 or later; on Debian ``default-jdk-headless``) must be there, and
``mvn`` (``maven``) for the first time. A run takes some seconds to start and a third of a second a book.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

_HERE = Path(__file__).parent
_RUNNER, _POM = _HERE / "Runner.java", _HERE / "pom.xml"
_LONGEST = 300  # seconds
MISSING = "veraPDF needs a Java development kit (11 or later) and Maven to fetch it, which are not both here: apt-get install default-jdk-headless maven"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a file breaks, how often, and the first place where it does."""

    file: str
    profile: str
    clause: str
    test: str
    count: int
    message: str
    place: str

    def __str__(self) -> str:
        return f"{self.file}: {self.profile} {self.clause}-{self.test} ×{self.count}: {self.message} at {self.place}"


def available() -> bool:
    """Is there a Java that can run from source, and the validator or a Maven that can fetch it?"""
    java = shutil.which("javac") is not None and shutil.which("java") is not None
    return java and (_library().is_dir() or shutil.which("mvn") is not None)


def check(files: Iterable[tuple[str, Path]]) -> list[Finding]:
    """All rules that these files break, each held to a profile, such as ``ua1``, ``2a`` or ``3a``.

    RuntimeError if veraPDF did not get through all of them.
    """
    wanted = [(profile, str(file)) for profile, file in files]
    arguments = [argument for pair in wanted for argument in pair]
    command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", f"{_fetched_library()}/*", str(_RUNNER), *arguments]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=_LONGEST, check=False)
    lines = [line.split("\t") for line in run.stdout.splitlines() if line.count("\t") == 6]
    # A file of which nothing was looked at is not fine.
    through = {(profile, file) for file, profile, clause, _, count, *_ in lines if clause == "DONE" and int(count)}
    if unchecked := set(wanted) - through:
        raise RuntimeError(f"veraPDF did not get through {sorted(unchecked)}:\n{run.stderr[-2000:]}")
    broken = [line for line in lines if line[2] != "DONE"]
    return [Finding(file, profile, clause, test, int(count), *more) for file, profile, clause, test, count, *more in broken]


def _library() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "publish-tests" / f"verapdf-{sha256(_POM.read_bytes()).hexdigest()[:16]}"


def _fetched_library() -> Path:
    """The folder of the validator's archives; RuntimeError if they cannot be had."""
    library = _library()
    if not library.is_dir():
        library.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=library.parent) as folder:
            _fetch(Path(folder) / "library")
            try:
                (Path(folder) / "library").rename(library)
            except OSError:  # other tests had the same thought at the same time
                if not library.is_dir():
                    raise
    return library


def _fetch(folder: Path) -> None:
    goal = ("dependency:copy-dependencies", f"-DoutputDirectory={folder}", "-DincludeScope=runtime")
    run = subprocess.run(("mvn", "-B", "-q", "-f", str(_POM), *goal), capture_output=True, encoding="utf-8", timeout=_LONGEST, check=False)
    if run.returncode or not folder.is_dir():
        raise RuntimeError(f"Maven could not fetch veraPDF:\n{(run.stdout + run.stderr)[-2000:]}")
