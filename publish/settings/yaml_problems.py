"""A YAML parser's complaint, said to an author."""

from __future__ import annotations

from typing import NamedTuple

import yaml


class Complaint(NamedTuple):
    """What is wrong, in which line of the YAML (from 0), and what to do; ``column`` counts from 1, and 0 says nothing."""

    line: int
    message: str
    hint: str = ""
    column: int = 0


QUOTE = "put the value in quotation marks"

# What the parser says (a part of it, as both of PyYAML's parsers say it), what it means, what to do.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "a colon stands where none can",
        'put a value that has one in quotation marks, as in "One: two", or check the indentation',
    ),
    ("'\\t' that cannot start any token", "a tab stands where spaces must", "use spaces"),
    ("that cannot start any token", "a value begins with a sign that it cannot begin with", QUOTE),
    ("could not find expected ':'", "a line has no colon between key and value", "write `key: value`"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("unexpected document indicator", "a quotation mark is opened here and never closed", "close it"),
    ("unknown escape character", "a backslash has a meaning between double quotation marks", "use single ones: 'C:\\texts'"),
    ("expected ',' or ", "a bracket opened here is not closed, or a comma is missing", "close it"),
    ("expected alphabetic or numeric character", "a value begins with a sign that it cannot begin with", QUOTE),
    ("did not find expected key", "this line does not go with the ones before", "check its indentation and quotation marks"),
    ("expected <block end>", "this line does not go with the ones before", "check its indentation and quotation marks"),
    ("node content", "a value is missing, or a bracket opened here is not closed", "complete it"),
    ("undefined tag handle", "a value begins with a sign that it cannot begin with", QUOTE),
    ("tab character that violates", "a tab stands where spaces must", "use spaces"),
    ("sequence entries are not allowed", "a dash that begins a list stands behind a key", "put it on a line of its own"),
    ("did not find expected '-' indicator", "a list is followed by something that is not part of it", "check the indentation"),
    ("found character '%'", "a value begins with a sign that it cannot begin with", QUOTE),
)
_OPENED = ("unexpected end of stream", "unexpected document indicator", "expected ',' or ", "node content")


def line_of_second_colon(problem: yaml.YAMLError) -> int | None:
    """The line (from 0) in which a colon stands where a value has begun; None where something else is wrong."""
    if not isinstance(problem, yaml.MarkedYAMLError) or _MEANINGS[0][0] not in str(problem.problem):
        return None
    return problem.problem_mark.line if problem.problem_mark else None


def in_plain_words(problem: yaml.YAMLError) -> Complaint:
    """The same problem for an author; in the parser's own words where we have no better."""
    if not isinstance(problem, yaml.MarkedYAMLError):  # something that is no text, and has no line
        return Complaint(0, "the settings cannot be read: they are not text")
    said = problem.problem or problem.context or "cannot be understood"
    mark = problem.problem_mark or problem.context_mark
    if problem.context_mark and any(part in said for part in _OPENED):
        mark = problem.context_mark  # the end of the file says nothing; where it began does
    line, column = (mark.line, mark.column + 1 if mark.column else 0) if mark else (0, 0)  # a line's beginning is where the parser gave up
    for part, message, hint in _MEANINGS:
        if part in said:
            return Complaint(line, message, hint, column)
    return Complaint(line, f"the settings cannot be read: {said}", "", column)
