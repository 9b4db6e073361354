"""What is found on the way of a publication, gathered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..model.place import Place
from .diagnostic import Diagnostic, Severity, Value


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
