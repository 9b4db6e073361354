"""What is raised where going on is pointless."""

from __future__ import annotations

from ..model.place import Place
from .diagnostic import Diagnostic, Severity, Value


class PublishError(Exception):
    """Going on is pointless; carries the finding that says why."""

    def __init__(self, code: str, message: str, place: Place | None = None, hint: str = "", **values: Value) -> None:
        self.diagnostic = Diagnostic(code, Severity.ERROR, message, place, hint, values)
        super().__init__(str(self.diagnostic))
