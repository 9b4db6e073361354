"""What is found on the way of a publication, gathered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from ..model.place import Place
from .diagnostic import Diagnostic, Severity, Value
from .problem import PublishError


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

    @contextmanager
    def about(self, file: str = "") -> Iterator[Report]:
        """A report of its own for a part of the work, which goes over into this one when that ends, however it does.

        What is about nothing more exact is then about ``file``, where one is named.
        """
        own = Report()
        try:
            yield own
        finally:
            if file:
                own.diagnostics = [found if found.place else replace(found, place=Place(file)) for found in own.diagnostics]
            self.extend(own)

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What ends the work within by a :class:`PublishError` is told here, and what comes behind goes on."""
        try:
            yield
        except PublishError as problem:
            self.diagnostics.append(problem.diagnostic)

    def raise_first_error(self) -> None:
        """For those who asked for no report. Raises PublishError for the first error, if there is one."""
        for found in self.diagnostics:
            if found.severity is Severity.ERROR:
                raise PublishError(found.code, found.message, found.place, found.hint, **found.values)

    def count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.diagnostics)

    @property
    def failed(self) -> bool:
        return self.count(Severity.ERROR) > 0
