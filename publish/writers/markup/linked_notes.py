"""Notes that a reader on a screen follows: a number in the text, the note elsewhere, a link back.

Every call has a number and a note of its own, also where two calls share one text; so each note
leads back to one place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...language.words import word
from ...model.nodes import Note, Paragraph
from .xhtml import Marks, Xhtml, attribute

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class LinkedNote:
    """A note as a template sees it; the link back stands in ``body``."""

    number: int
    id: str
    body: Markup


@dataclass(slots=True)
class LinkedNotes:
    """Says the calls of notes and keeps the notes until :meth:`take` asks for them.

    ``epub`` adds the EPUB semantics that make readers open a note in a pop-up. ``back`` is what
    the link back is called, in the language of the text.
    """

    back: str
    epub: bool = False
    say: Xhtml = field(init=False)
    _number: int = 0
    _waiting: dict[int, LinkedNote | None] = field(default_factory=dict)

    def call(self, note: Note) -> str:
        """What stands in the text where the note is called."""
        from markupsafe import Markup

        self._number += 1
        number = self._number
        # The place is taken first, so that a note called inside this one comes after it.
        self._waiting[number] = None
        self._waiting[number] = LinkedNote(number, f"_note-{number}", Markup(self._body(note, number)))
        semantics = attribute("epub:type", "noteref" if self.epub else "")
        return f'<a id="_call-{number}" class="note-call"{semantics} role="doc-noteref" href="#_note-{number}">{number}</a>'

    def take(self) -> list[LinkedNote]:
        """The notes called since the last time, in order."""
        taken = [note for note in self._waiting.values() if note]
        self._waiting.clear()
        return taken

    def _body(self, note: Note, number: int) -> str:
        title = attribute("title", self.back)
        link = f'<a class="back" role="doc-backlink" href="#_call-{number}"{title}>{number}.</a>'
        match note.blocks:
            case (Paragraph(content=content), *others):
                return f"<p>{link} {self.say.inlines(content)}</p>\n{self.say.blocks(tuple(others))}".rstrip()
            case blocks:
                return f"<p>{link}</p>\n{self.say.blocks(blocks)}"


def notes_and_xhtml(
    lang: str, link: Callable[[str], str], image: Callable[[str], str], epub: bool = False, marks: Marks | None = None
) -> tuple[LinkedNotes, Xhtml]:
    """Linked notes, and the way of saying nodes that calls them, with our own words in the language of the text.

    ``marks`` stand in the text and not in its notes.
    """
    notes = LinkedNotes(word("back-to-text", lang), epub)
    notes.say = Xhtml(link=link, image=image, note=notes.call, lang=lang, epub=epub)
    return notes, replace(notes.say, marks=marks) if marks else notes.say
