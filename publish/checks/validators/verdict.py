"""What a validator is, and what it says of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """One finding of a validator, in its own words.

    ``id`` is the validator's own name for what it found. ``place`` says where in the file, as in ``page 3`` or, in an
    EPUB, ``EPUB/text/01.xhtml:12:5`` with line and column from 1; ``extra`` is the piece of markup that it is about.
    """

    file: Path
    severity: Severity
    id: str
    message: str
    place: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Validator:
    """A program that judges finished files.

    ``code`` is that of its findings among ours, ``kinds`` the endings of the files that it judges. ``run`` yields what
    it finds in many files, which it looks at in one go where it can, and a problem of severity error for a file that
    it did not get through.
    """

    code: str
    name: str
    kinds: frozenset[str]
    available: Callable[[], bool]
    how_to_get: str
    run: Callable[[Sequence[Path]], Iterator[Verdict]]


def not_finished(file: Path, name: str) -> Verdict:
    """What is said of a file that a validator did not get through, so that it cannot look fine."""
    return Verdict(file, Severity.ERROR, "not-checked", f"{name} did not get through this file, so it is not known to be sound")
