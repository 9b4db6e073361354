"""Where something stands in a manuscript."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file; ``line`` counts from 1, and 0 means the file as a whole.

    ``column`` counts the letters of the line from 1, ``length`` those that are meant; 0 where that is not known. Two places
    that differ in these alone are the same, for whoever mends a text looks at its lines.
    """

    file: str
    line: int = 0
    column: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


NO_FILE = Place("")
"""Where a finding is about none of the files, but about the machine that they are read on."""
