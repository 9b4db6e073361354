"""The lines of a manuscript as they were typed, with all that is not prose covered.

Rules about typed marks look at these, since a reader of Markdown and the typography change marks and spaces. Covered
signs are replaced one for one, so a place in the covered line is the same place in the line as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ...language.marks import WORD
from ...model.place import Place
from ..rules.subjects import ManuscriptSubject
from .passages import Same, passages

# What stands before a line's words: quotation marks of Markdown, bullets, numbers, marks of headings and notes.
_OPENING = re.compile(r" {0,3}(?:(?:>|[-*+•]|\d{1,9}[.)]|:|#{1,6}|\[\^[^\]\s]{1,80}\]:)(?: {1,8}|(?=>)|$)){0,8}")
_COVERED = re.compile(
    r"`[^`]{1,500}`|\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)|<[^<>]{1,2000}>|\{[^{}]{1,2000}\}|\[\^[^\]\s]{1,80}\]"
    r"|(?:[a-zA-Z][a-zA-Z+.-]{1,15}://|www\.)[^\s<>\"“”»)]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<!\\)\$[^$\s][^$]{0,200}\$|\[[^\[\]]{1,500}\](?=\{[^{}]{0,100}lang)"
)
_ANY_COVERED = re.compile(r"[`<{\[$@]|\]\(|://|www\.")
_FENCE = re.compile(r" {0,3}(?:>\s?){0,3}(`{3,}|~{3,})")
_NO_PROSE = re.compile(r"\s*(?:\||:::|\[[^\]^]{1,200}\]:|[-=*_+~\s.:]*$)|\t| {4}")
_CELLS = re.compile(r"\s\|\s|\|\s*$")
PARAGRAPH_LINES = 200  # no paragraph is followed further
_LONGEST = 20_000  # signs; nothing longer was typed as a line of prose that anybody could mend by its number


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose: as typed, and with all covered that is not prose."""

    place: Place
    typed: str
    covered: str
    lang: str

    def around(self, start: int, end: int) -> Place:
        """Where a piece of the line stands, with the words that it touches."""
        start = self.typed.rfind(" ", 0, start) + 1
        behind = self.typed.find(" ", end)
        return replace(self.place, column=start + 1, length=(behind if behind >= 0 else len(self.typed)) - start)


def prose_lines(subject: ManuscriptSubject) -> tuple[Line, ...]:
    """All lines of prose of a subject's sources, file by file."""
    return _prose_lines(Same(subject))


@lru_cache(maxsize=1)
def _prose_lines(same: Same[ManuscriptSubject]) -> tuple[Line, ...]:
    subject = same.thing
    langs = _languages(subject)
    return tuple(
        Line(Place(file, number), typed, covered, langs.get((file, number), subject.book.metadata.lang))
        for file, text in subject.sources.items()
        for number, typed, covered in _prose(_lines(text))
    )


def _languages(subject: ManuscriptSubject) -> Mapping[tuple[str, int], str]:
    """The language of every line on which a passage begins that is not in the book's, and of those below it."""
    own = subject.book.metadata.lang
    found: dict[tuple[str, int], str] = {}
    for passage in passages(subject.book):
        if passage.place and passage.lang != own:
            lines = source_lines(subject, passage.place.file)
            number = passage.place.line
            while 0 < number <= len(lines) and lines[number - 1].strip() and number < passage.place.line + PARAGRAPH_LINES:
                if found.get((passage.place.file, number)) == passage.lang:
                    break
                found[passage.place.file, number] = passage.lang
                number += 1
    return found


def source_lines(subject: ManuscriptSubject, file: str) -> tuple[str, ...]:
    """The lines of one source, without their ends; none where the source is not at hand."""
    return _lines(subject.sources.get(file, ""))


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def _prose(lines: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    fence, comment = "", False
    number = _front_matter(lines)
    while number < len(lines):
        typed = lines[number].rstrip("\r")
        number += 1
        if comment or fence:
            comment = comment and "-->" not in typed
            fence = "" if fence and _closes(typed, fence) else fence
        elif opening := _FENCE.match(typed):
            fence = opening[1]
        elif "<!--" in typed:
            comment = "-->" not in typed[typed.rindex("<!--") :]
        elif typed.strip() and len(typed) <= _LONGEST and not _NO_PROSE.match(typed) and not _CELLS.search(typed):
            yield number, typed, cover(typed)


def _front_matter(lines: tuple[str, ...]) -> int:
    """How many lines the front matter takes."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)


def _closes(line: str, fence: str) -> bool:
    bare = line.strip().lstrip("> ")
    return bare.startswith(fence) and not bare.strip(fence[0])


def cover(typed: str) -> str:
    """A line with all covered that is not prose: what opens it, code, addresses, attributes, words marked as of another language."""
    opening = _OPENING.match(typed)
    start = opening.end() if opening else 0
    words = typed[start:]
    if _ANY_COVERED.search(words):
        words = _COVERED.sub(lambda match: WORD * len(match[0]), words)
    return WORD * start + words
