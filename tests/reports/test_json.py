"""The report for programs: its form is promised."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from publish.diagnostics import Diagnostic, Severity
from publish.model.place import Place
from publish.reports import json_report
from publish.reports.json_report import json_report as documented
from tests.reports.material import DOUBLED, FINDINGS, HOMELESS, PAGES, RULES, SPACED, TEXT


def test_the_form_is_kept() -> None:
    taken = replace(DOUBLED, place=Place(TEXT, 5, 18, 7), values={"taken": "the", "times": 2})
    assert (
        json_report((HOMELESS, taken), RULES, "1.2.3", (TEXT, PAGES))
        == r"""{
  "format": "publish-check",
  "version": 1,
  "program": {
    "name": "publish",
    "version": "1.2.3"
  },
  "files": [
    "build/ferry.pdf",
    "notes/ferry.md"
  ],
  "findings": [
    {
      "code": "M902",
      "severity": "info",
      "message": "the same word twice: \u201cthe the\u201d",
      "file": "notes/ferry.md",
      "line": 5,
      "column": 18,
      "length": 7,
      "hint": "one is enough",
      "rule": "a word twice",
      "values": {
        "taken": "the",
        "times": 2
      }
    },
    {
      "code": "C902",
      "severity": "warning",
      "message": "no country is given",
      "file": "",
      "line": 0,
      "column": 0,
      "length": 0,
      "hint": "",
      "rule": "",
      "values": {}
    }
  ],
  "summary": {
    "errors": 0,
    "warnings": 1,
    "remarks": 1,
    "details": 0,
    "files": 2
  }
}"""
    )


def test_every_key_is_documented() -> None:
    whole = json.loads(json_report(FINDINGS, RULES, "1"))
    keys = {*whole, *whole["findings"][0], *whole["summary"], *whole["program"]}
    assert len(keys) == 21
    assert [key for key in keys if f"``{key}``" not in documented.__doc__] == []


def test_the_order_of_what_was_handed_in_does_not_matter() -> None:
    assert json_report(FINDINGS, RULES, "1") == json_report(reversed((*FINDINGS, SPACED)), RULES, "1")


@given(some.text(some.characters(exclude_categories=()), min_size=1))
def test_every_letter_comes_through_in_ascii(text: str) -> None:
    said = json_report((Diagnostic("M1", Severity.INFO, text, Place(text, 1), text),), {}, "1")
    assert said.isascii()
    found = json.loads(said)["findings"][0]
    assert (found["message"], found["file"], found["hint"]) == (text, text, text)
