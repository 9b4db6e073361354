"""Hyphens where a dash belongs, so far as typography has left them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.marks import marks_for
from ...language.spaces import join_spaces
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .lines import PARAGRAPH_LINES, Line, prose_lines, source_lines
from .passages import Kind, passages
from .wording import around, bounded

_YEAR = r"(?:1\d|20)\d\d"
_HYPHEN = re.compile(
    rf"(?<=[^\s\d\ufdd1\ufdd2|-]) (?P<spaced>-) (?=[^\s\d-])"
    rf"|(?<=[^\s-])(?P<typed> ?-{{2,3}} ?)(?=[^\s-])"
    rf"|(?<![\w./-])(?P<from>{_YEAR})(?P<years> ?- ?)(?P<to>{_YEAR})(?![\w/-])"
)


def dash_matches(text: str) -> Iterator[re.Match[str]]:
    """The hyphens of a text that stand for a dash."""
    if "-" in text:
        yield from (match for match in _HYPHEN.finditer(text) if match["from"] is None or match["from"] < match["to"])


def lines_left(subject: ManuscriptSubject) -> frozenset[tuple[str, int]]:
    """The lines of those paragraphs in which hyphens stand for dashes in the finished text, too."""
    found: set[tuple[str, int]] = set()
    for passage in passages(subject.book):
        if passage.place and passage.kind is not Kind.VERSE and any(dash_matches(join_spaces(passage.text))):
            lines = source_lines(subject, passage.place.file)
            number = passage.place.line
            while 0 < number <= len(lines) and lines[number - 1].strip() and number < passage.place.line + PARAGRAPH_LINES:
                found.add((passage.place.file, number))
                number += 1
    return frozenset(found)


def with_dashes(line: Line) -> str:
    """The line as typed, its hyphens made into the language's dash: with spaces between words, without between years."""
    parts: list[str] = []
    done = 0
    for match in dash_matches(line.covered):
        kind = "spaced" if match["spaced"] else "typed" if match["typed"] else "years"
        parts += line.typed[done : match.start(kind)], _dash(match[kind], kind, line.lang)
        done = match.end(kind)
    return "".join([*parts, line.typed[done:]])


def _dash(hyphens: str, kind: str, lang: str) -> str:
    if kind == "years":
        return "–"
    return hyphens.replace(hyphens.strip(), "—" if "---" in hyphens else marks_for(lang).dash)


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    yield from bounded(_hyphens(subject), "lines with a hyphen where a dash belongs")


def _hyphens(subject: ManuscriptSubject) -> Iterator[Found]:
    left = lines_left(subject)
    for line in prose_lines(subject) if left else ():
        if (line.place.file, line.place.line) not in left:
            continue
        for match in dash_matches(line.covered):
            words = around(line.covered, match.start(), match.end())
            what = "between two years" if match["from"] else "between two words"
            yield Found(f"a hyphen stands {what} where a dash belongs: “{words}”", line.around(*match.span()))


HYPHEN = Rule("R105", _look)
