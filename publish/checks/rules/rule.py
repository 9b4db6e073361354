"""A rule: what is looked for, how grave it is, why it matters, and how it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from ...diagnostics import Severity
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
    """One rule about one kind of subject.

    ``name`` says in a few words what it is about, ``meaning`` in a sentence what it finds, ``why`` for whom that
    matters, ``mend`` what to do, as it stands behind a finding; ``elsewhere`` is that for a file which was not made of
    a manuscript at hand. ``look`` yields every place where it is broken.
    """

    code: str
    severity: Severity
    name: str
    meaning: str
    why: str
    mend: str
    look: Callable[[S], Iterator[Found]]
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said of findings that no rule makes, in the same terms; how grave one is says the finding itself."""

    code: str
    name: str
    meaning: str
    why: str
    mend: str


Explained: TypeAlias = Rule[Any] | Explanation
