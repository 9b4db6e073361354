"""Findings that an author does not want to be told, and those that a house takes for errors."""

from __future__ import annotations

from publish.checks.rules.allowances import allowances
from publish.diagnostics import Diagnostic, Severity
from publish.model.place import Place

TEXT = """A paragraph.

<!-- ignore: R103, r142 -->
A paragraph that may
go on for two lines.

Another.
<!-- ignore: R103 -->

<!-- ignore: R142 -->
- An item
- another

The end.
"""


def finding(code: str, line: int, file: str = "a.md") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, "something", Place(file, line))


def lines_told(code: str, **given) -> list[int]:
    allowed = allowances({"a.md": TEXT}, given.get("ignored", ()), given.get("errors", ()))
    found = [finding(code, line) for line in range(1, 15)]
    return [one.place.line for one in allowed.apply(found)]


def test_a_comment_holds_for_what_follows_it_up_to_the_next_empty_line():
    assert [line for line in range(1, 15) if line not in lines_told("R142")] == [3, 4, 5, 10, 11, 12]


def test_comments_above_each_other_hold_together_and_an_empty_line_before_the_text_ends_none():
    assert [line for line in range(1, 15) if line not in lines_told("R103")] == [3, 4, 5, 8, 9, 10, 11, 12]


def test_other_codes_and_other_files_are_told():
    assert lines_told("R104") == list(range(1, 15))
    allowed = allowances({"a.md": TEXT}, (), ())
    assert list(allowed.apply([finding("R103", 4, "b.md")])) == [finding("R103", 4, "b.md")]


def test_a_code_can_be_ignored_everywhere_and_another_be_an_error():
    assert lines_told("R104", ignored=("R104",)) == []
    (found,) = allowances({}, (), ("R501",)).apply([Diagnostic("R501", Severity.WARNING, "no printer is named")])
    assert found.severity is Severity.ERROR


def test_a_comment_amid_words_is_none():
    allowed = allowances({"a.md": "Words <!-- ignore: R103 --> and  words.\n"}, (), ())
    assert len(list(allowed.apply([finding("R103", 1)]))) == 1
