"""Whether a finished file holds all of the manuscript that it was made of: the gate of the build, for any pair of the two."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.letters import letters
from ..rules.rule import Found, Rule
from ..rules.subjects import FileSubject
from .nothing_lost import losses
from .pieces import pieces_of_book

_MOST_TOLD = 20
_MOST_LETTERS_SHOWN = 80
# What lacks more than this share of its manuscript shows a part of it, as a poster does.
_PART = 0.5


def _lost(subject: FileSubject) -> Iterator[Found]:
    if subject.manuscript is None or subject.words is None:
        return
    # Whether the file was made with what is usually added nobody knows: that may be missing.
    pieces = [piece for piece in pieces_of_book(subject.as_set or subject.manuscript.book) if not piece.added]
    body, notes = map(letters, subject.words)
    # An imprint may stand before the text that it ends, so what stands elsewhere is there.
    found = [loss for loss in losses(pieces, body, notes) if letters(loss.words) not in body + notes]
    if sum(len(letters(loss.words)) for loss in found) > _PART * sum(len(piece.letters) for piece in pieces):
        yield Found("this holds only a part of its manuscript, or another text than that")
        return
    for loss in found[:_MOST_TOLD]:
        where = f" in note {loss.note}" if loss.note else ""
        yield Found(f"of the manuscript this is missing{where} in {subject.name}: “{_short(loss.words)}”", loss.place)
    if len(found) > _MOST_TOLD:
        yield Found(f"and in {len(found) - _MOST_TOLD} more places words are missing")


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS_SHOWN else f"{words[: _MOST_LETTERS_SHOWN - 1].rstrip()}…"


WHOLE: Rule[FileSubject] = Rule("L103", _lost)
