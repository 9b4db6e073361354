"""One finding, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..model.place import Place

# What a finding is about, and what it counts: words of the text, a name, a number, the numbers of pages.
Value = str | int | float | tuple[str, ...] | tuple[int, ...]

# The value that holds words which a step took out of the text: where they went is said, so they are not lost.
TAKEN = "taken"


class Severity(Enum):
    DETAIL = "detail"  # of how it was made, for those who ask
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, how grave, what, where, and what to do about it.

    ``values`` are what the message is made of, by their names. Programs read them; the message is
    English for people, and nothing reads anything back out of it.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    hint: str = ""
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @property
    def taken(self) -> str:
        """The words that went out of the text; ``""`` where none did."""
        return str(self.values.get(TAKEN, ""))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place and self.place.file else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.code} {self.severity.value}: {self.message}{hint}"
