"""What libraries, stores and readers want to know of a text, and have not been told."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.place import Place
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject


def _missing(subject: ManuscriptSubject) -> Iterator[Found]:
    """The title is looked at when the text is read, for there must be one."""
    metadata = subject.book.metadata
    lang_given = "lang" in subject.places or "language" in subject.places
    missing = [
        name
        for name, given in (
            ("author", metadata.contributors), ("date", metadata.date), ("lang", lang_given),
        ) if not given
    ]  # fmt: skip
    if missing:
        yield Found(f"not said in the settings: {_listed(missing)}", _place(subject), _hint(missing))


def _no_description(subject: ManuscriptSubject) -> Iterator[Found]:
    if not subject.book.metadata.description.strip():
        yield Found("there is no description", _place(subject))


def _place(subject: ManuscriptSubject) -> Place | None:
    place = subject.places.get("title")
    return Place(place.file) if place else None


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]


def _hint(missing: list[str]) -> str:
    examples = {"author": "author: Name", "date": "date: 2024-05-01", "lang": "lang: en"}
    return "say so at the top: " + "; ".join(f"`{examples[name]}`" for name in missing)


MISSING = Rule("R171", _missing)
NO_DESCRIPTION = Rule("R173", _no_description)
