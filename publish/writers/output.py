"""What a writer gives: a finished file, and the words that it really holds."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of an output in reading order: those of the text, and those of its notes."""

    body: str
    notes: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file's bytes and its words as they were read back from it; ``pages`` is 0 where there are none."""

    data: bytes = field(repr=False)
    words: Spoken
    pages: int = 0
