"""What is found in manuscripts and outputs, as data.

A step that finds something adds a :class:`Diagnostic` to the :class:`Report` it was handed; only
``cli`` prints. :class:`PublishError` is for the cases in which going on is pointless.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from .model.place import Place

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


@dataclass(frozen=True, slots=True)
class Instructions:
    """How a file is printed, in words for whoever prints it."""

    file: str
    text: str


@dataclass(slots=True)
class Report:
    """Findings in the order they were made, and how what was made is printed."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    instructions: list[Instructions] = field(default_factory=list)

    def detail(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.DETAIL, message, place, hint, values))

    def info(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.INFO, message, place, hint, values))

    def warning(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.WARNING, message, place, hint, values))

    def error(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, place, hint, values))

    def extend(self, other: Report) -> None:
        self.diagnostics.extend(other.diagnostics)
        self.instructions.extend(other.instructions)

    def located(self, file: str) -> list[Diagnostic]:
        """The findings, those about nothing more exact being about a file."""
        return [found if found.place else replace(found, place=Place(file)) for found in self.diagnostics]

    def count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.diagnostics)

    @property
    def failed(self) -> bool:
        return self.count(Severity.ERROR) > 0


class PublishError(Exception):
    """Going on is pointless; carries the finding that says why."""

    def __init__(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostic = Diagnostic(code, Severity.ERROR, message, place, hint, values)
        super().__init__(str(self.diagnostic))
