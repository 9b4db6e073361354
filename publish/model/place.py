"""Where something stands in a manuscript."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file; ``line`` counts from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


NO_FILE = Place("")
"""Where a finding is about none of the files, but about the machine that they are read on."""
