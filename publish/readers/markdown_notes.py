"""Footnotes: which are defined, which are called, and what their bodies are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from ..diagnostics import PublishError, Report
from ..model.nodes import Blocks
from ..model.place import Place

_MOST_CHARACTERS = 8_000_000  # of all notes together, a note called twice counted twice


@dataclass(slots=True)
class _Note:
    """A definition: its tokens, from the opening one to the one after the closing, and the labels it calls."""

    label: str
    opening: int
    place: Place
    end: int = 0
    characters: int = 0
    calls: list[str] = field(default_factory=list)
    called: bool = False
    first: bool = True
    blocks: Blocks | None = None
    building: bool = False


class Notes:
    """The definitions of one manuscript.

    ``owner`` is what the text that is now parsed belongs to: a definition, or ``None`` for the body.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._all: dict[int, _Note] = {}
        self._by_label: dict[str, _Note] = {}
        self._body_calls: list[str] = []
        self._characters = 0
        self.owner: _Note | None = None

    def find(self, tokens: Sequence[Token], place: Callable[[int], Place]) -> None:
        """Note every definition in the tokens; a label defined twice keeps its first text (M115)."""
        open_notes: list[_Note] = []
        for number, token in enumerate(tokens):
            if token.type == "footnote_reference_open":
                note = _Note(token.meta["label"], number, place(token.map[0] if token.map else 0))
                self._all[number] = note
                note.first = self._by_label.setdefault(note.label, note) is note
                open_notes.append(note)
            elif token.type == "footnote_reference_close":
                open_notes.pop().end = number + 1
            elif open_notes:
                open_notes[-1].characters += len(token.content)

    def at(self, opening: int) -> _Note:
        return self._all[opening]

    def enter(self, number: int, token: Token, outer: list[_Note | None]) -> None:
        """Follow the tokens while they are parsed, so that each call is known by its owner."""
        if token.type == "footnote_reference_open":
            outer.append(self.owner)
            self.owner = self._all[number]
        elif token.type == "footnote_reference_close":
            self.owner = outer.pop()

    def call(self, label: str) -> None:
        (self.owner.calls if self.owner else self._body_calls).append(label)

    def settle(self) -> None:
        """Decide which notes are called from what will be printed; report the others (M111, M115)."""
        self._reach(self._body_calls)
        for note in self._all.values():
            if note.called:
                continue
            if note.first:
                self._report.warning(
                    "M111", f"the note [^{note.label}] is never called; its text was left where it stands", note.place,
                    f"write [^{note.label}] where the note belongs",
                )  # fmt: skip
            else:
                self._report.warning(
                    "M115", f"the note [^{note.label}] is defined twice; this text was left where it stands",
                    note.place, "give it a label of its own",
                )  # fmt: skip
            self._reach(note.calls)

    def _reach(self, labels: list[str]) -> None:
        pending = list(labels)
        while pending:
            note = self._by_label.get(pending.pop())
            if note is not None and not note.called:
                note.called = True
                pending.extend(note.calls)

    def body(self, label: str, place: Place, build: Callable[[int], Blocks]) -> Blocks | None:
        """A note's blocks, or ``None`` when it has none to give, which is reported (M110)."""
        note = self._by_label.get(label)
        if note is None:
            self._report.error("M110", f"the note [^{label}] has no text", place, f"write it: [^{label}]: …")
            return None
        if note.building:
            self._report.error("M110", f"the note [^{label}] calls itself", place, "take the call out")
            return None
        if note.blocks is None:
            before = self._characters
            note.building = True
            note.blocks = build(note.opening)
            note.building = False
            note.characters += self._characters - before
            self._characters = before
        self._characters += note.characters
        if self._characters > _MOST_CHARACTERS:
            raise PublishError("M109", "notes that call notes make the text too large", place, "call fewer of them")
        return note.blocks
