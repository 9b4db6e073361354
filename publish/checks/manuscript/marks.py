"""Marks typed twice, and marks that no space follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .lines import Line, prose_lines
from .passages import Kind, passages
from .wording import around, where

# `,,` before a letter is a German opening mark from a typewriter; `..` may be a path; `…..` is somebody's taste.
_REPEATED = re.compile(
    r"(?<=[\w)»”’\"*_]),{2,}(?=\s|$)|(?<=[\w)»”’\"*_]);{2,}(?=\s|$)|(?<=[\w)»”’\"*_])(?:!{2,}|\?{2,})(?![!?])(?=[\s\"”’»)*_]|$)"
    r"|(?<=[\w)»”’\"*_])\.\.(?=[\s\"”’»)*_]|$)|(?<=\w),\.(?=\s|$)"
)
_DOUBLED = re.compile(r",[,.]|;;|!!|\?\?|\.\.")  # found fast
_MARK_IN_WORD = re.compile(r"[,;.!?][^\W\d_]")
_ENDS_SENTENCE = re.compile(r"\s*$|[\"”’»)*_]*\s+[\"“‘«(*_]*[^\W\d_a-zß-öø-ÿ]")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{2})(?:(?P<comma>,)|(?P<semicolon>;))(?=[^\W\d_]{2})"
    r"|(?<=[a-zß-öø-ÿ]{3})(?P<stop>[.!?])(?=[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ])(?!\w{1,40}\.\w)"
)
_NAMES = {"comma": "comma", "semicolon": "semicolon", "stop": "mark that ends a sentence"}


def repeated_marks(line: Line) -> Iterator[tuple[re.Match[str], str]]:
    """The repeated marks of a line with what they should be; ``""`` where that cannot be told."""
    if not _DOUBLED.search(line.covered) or "¡¡" in line.covered or "¿¿" in line.covered:
        return  # Spanish may cry out twice, on both sides
    for match in _REPEATED.finditer(line.covered):
        yield match, _single(match)


def _single(match: re.Match[str]) -> str:
    if match[0] == ",.":
        return ""
    if match[0] == ".." and not _ENDS_SENTENCE.match(match.string, match.end()):
        return ""  # a dot too many, or one too few for an ellipsis
    return match[0][0]


def with_single_marks(line: Line) -> str:
    """The line as typed, with one mark where it has two or more and nothing else can be meant."""
    parts: list[str] = []
    done = 0
    for match, single in repeated_marks(line):
        if single:
            parts += line.typed[done : match.start()], single
            done = match.end()
    return "".join([*parts, line.typed[done:]])


def _repeated(subject: ManuscriptSubject) -> Iterator[Found]:
    for line in prose_lines(subject):
        for match, single in repeated_marks(line):
            words = around(line.covered, match.start(), match.end())
            hint = "" if single else "write one dot, or the three of an ellipsis" if match[0] == ".." else "write the one that is meant"
            yield Found(f"“{match[0][:8]}” in “{words}”", line.around(*match.span()), hint)


def _no_space(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        if passage.kind is Kind.VERSE or not _MARK_IN_WORD.search(passage.text):
            continue
        for match in _GLUED.finditer(passage.text):
            words = around(passage.text, match.start(), match.end())
            place = where(subject, passage, max(0, match.start() - 3), match.end() + 2)
            yield Found(f"no space after the {_NAMES[match.lastgroup or 'stop']} in “{words}”", place)


REPEATED = Rule("R106", _repeated)
NO_SPACE = Rule("R107", _no_space)
