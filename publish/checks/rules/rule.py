"""A rule: what is looked for, and the code it is told with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...model.place import Place

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule is broken. ``hint`` is said in place of the rule's own way to mend it, where it knows more."""

    message: str
    place: Place | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """One rule about one kind of subject: ``look`` yields every place where it is broken.

    How grave that is, why it matters and how it is mended, the catalogue says of its ``code``.
    """

    code: str
    look: Callable[[S], Iterator[Found]]
