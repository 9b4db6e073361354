"""The report for code hosts, held against what SARIF 2.1.0 asks for."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from publish.diagnostics import Diagnostic, Explanation, Severity
from publish.model.place import Place
from publish.reports import sarif_report
from tests.reports.material import BUILD, COARSE, DOUBLED, FINDINGS, HOMELESS, RULES, SOURCES, SPACED, TEXT

# A relative reference without a scheme (RFC 3986), or an address of a file.
_ADDRESS = re.compile(r"(file:///)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


def run(*findings: Diagnostic, **given: Any) -> dict[str, Any]:
    log = json.loads(sarif_report(findings, RULES, RULES, "1.2.3", **given))
    assert_is_sarif(log)
    return log["runs"][0]


def assert_is_sarif(log: dict[str, Any]) -> None:
    """The properties that the standard requires, and the values it allows (sections 3.13 to 3.52)."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert driver["name"]
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        ids = [descriptor["id"] for descriptor in driver["rules"]]
        assert len(ids) == len(set(ids))
        for descriptor in driver["rules"]:
            texts = [descriptor[key]["text"] for key in ("shortDescription", "fullDescription", "help") if key in descriptor]
            assert all(texts)
            assert descriptor.get("defaultConfiguration", {"level": "none"})["level"] in {"none", "note", "warning", "error"}
        for result in run["results"]:
            assert_is_result(result, ids, set(run["originalUriBaseIds"]))


def assert_is_result(result: dict[str, Any], ids: list[str], bases: set[str]) -> None:
    assert ids[result["ruleIndex"]] == result["ruleId"]
    assert result["level"] in {"none", "note", "warning", "error"}
    assert isinstance(result["message"]["text"], str)
    assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    for location in result["locations"]:
        artifact = location["physicalLocation"]["artifactLocation"]
        assert _ADDRESS.fullmatch(artifact["uri"])
        assert not artifact["uri"].startswith("/")
        assert artifact.get("uriBaseId", next(iter(bases))) in bases
        region = location["physicalLocation"].get("region", {"startLine": 1})
        assert region["startLine"] >= 1
        assert 1 <= region.get("startColumn", 1) < region.get("endColumn", 2)


def where(result: dict[str, Any]) -> dict[str, Any]:
    return result["locations"][0]["physicalLocation"]


def fingerprints(*findings: Diagnostic, text: str) -> list[str]:
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in run(*findings, sources={TEXT: text})["results"]]


def test_severities_become_levels() -> None:
    detail = Diagnostic("X1", Severity.DETAIL, "set in three passes", Place(TEXT))
    levels = {one["ruleId"]: one["level"] for one in run(SPACED, DOUBLED, COARSE, detail)["results"]}
    assert levels == {"M901": "warning", "M902": "note", "P901": "error", "X1": "note"}


def test_a_rule_says_what_it_means_why_and_how_to_mend_it() -> None:
    rules = {one["id"]: one for one in run(BUILD)["tool"]["driver"]["rules"]}
    assert list(rules) == ["C901", "M901", "M902", "P901"]
    assert rules["C901"] == {"id": "C901"}
    assert rules["M901"]["shortDescription"]["text"] == "space before a mark"
    for form in ("text", "markdown"):
        assert all(words in rules["M901"]["help"][form] for words in ("Finds space", "Readers stumble", "Mend the space"))


def test_what_is_no_rule_is_listed_where_it_was_found_and_no_level_is_said_of_it_beforehand() -> None:
    home, other = (Explanation(code, (Severity.WARNING,), "no country", "No country is given.", "Laws differ.", "give one") for code in ("C901", "C902"))
    log = json.loads(sarif_report([BUILD], {**RULES, "C901": home, "C902": other}, RULES, "1"))
    assert_is_sarif(log)
    first, *rest = log["runs"][0]["tool"]["driver"]["rules"]
    assert (first["id"], first["name"], [one["id"] for one in rest]) == ("C901", "no country", ["M901", "M902", "P901"])
    assert "Laws differ." in first["help"]["text"] and "defaultConfiguration" not in first


def test_a_finding_shows_its_hint() -> None:
    assert run(SPACED)["results"][0]["message"]["text"] == "a space before the comma of “six ,” (take it out)"


def test_a_region_is_told_only_where_the_line_is_known() -> None:
    pages, text = run(COARSE, SPACED)["results"]
    assert "region" not in where(pages)
    assert where(text)["region"] == {"startLine": 3}
    assert run(HOMELESS)["results"][0]["locations"] == []


def test_the_quoted_words_are_told_by_their_columns() -> None:
    region = where(run(SPACED, sources=SOURCES)["results"][0])["region"]
    line = SOURCES[TEXT].split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "six ,"


@pytest.mark.parametrize(
    ("file", "root", "uri", "inside"),
    [
        ("notes/ferry.md", "", "notes/ferry.md", True),
        ("./notes/../ferry.md", "", "ferry.md", True),
        ("notes/über 100%#1.md", "", "notes/%C3%BCber%20100%25%231.md", True),
        ("a:b.md", "", "a%3Ab.md", True),
        ("notes/ferry.md", "/home/press", "notes/ferry.md", True),
        ("/home/press/notes/ferry.md", "/home/press", "notes/ferry.md", True),
        ("/home/press/notes/ferry.md", "/home/press/", "notes/ferry.md", True),
        ("/home/pressed/ferry.md", "/home/press", "file:///home/pressed/ferry.md", False),
        ("../ferry.md", "/home/press", "file:///home/ferry.md", False),
        ("../ferry.md", "", "../ferry.md", False),
        ("/ferry.md", "", "file:///ferry.md", False),
    ],
)
def test_files_are_named_from_the_root(file: str, root: str, uri: str, inside: bool) -> None:
    found = Diagnostic("M901", Severity.INFO, "x", Place(file, 1))
    artifact = where(run(found, root=root)["results"][0])["artifactLocation"]
    assert artifact == {"uri": uri} | ({"uriBaseId": "%SRCROOT%"} if inside else {})


def test_a_finding_keeps_its_fingerprint_when_lines_come_before_it() -> None:
    moved = Diagnostic(SPACED.code, SPACED.severity, SPACED.message, Place(TEXT, 5), SPACED.hint)
    assert fingerprints(SPACED, text=SOURCES[TEXT]) == fingerprints(moved, text=f"Two\n\n{SOURCES[TEXT]}")


def test_a_finding_of_another_line_or_rule_has_another_fingerprint() -> None:
    other = Diagnostic("M902", SPACED.severity, SPACED.message, SPACED.place)
    assert len({*fingerprints(SPACED, other, text=SOURCES[TEXT]), *fingerprints(SPACED, text="\n\nAnother line")}) == 3


def test_findings_on_equal_lines_are_told_apart() -> None:
    twins = [Diagnostic("M901", Severity.INFO, "x", Place(TEXT, line)) for line in (1, 2)]
    first, second = fingerprints(*twins, text="the same\nthe same")
    assert first.partition(":")[0] == second.partition(":")[0]
    assert (first[-2:], second[-2:]) == (":1", ":2")


def test_markdown_that_a_message_quotes_does_not_become_a_link() -> None:
    found = Diagnostic("M901", Severity.INFO, "“[here](a.md)” says nothing; a [remark] does", Place(TEXT, 1))
    assert run(found)["results"][0]["message"]["text"] == r"“\[here](a.md)” says nothing; a [remark] does"


def test_nothing_found_is_a_run_without_results() -> None:
    assert run()["results"] == []


def test_the_order_of_what_was_handed_in_does_not_matter() -> None:
    assert sarif_report(FINDINGS, RULES, RULES, "1") == sarif_report(FINDINGS[::-1], dict(reversed(RULES.items())), list(RULES)[::-1], "1")


@given(some.text(some.characters(exclude_categories=()), min_size=1), some.integers(0, 4))
def test_any_name_and_any_words_make_a_sound_log(text: str, line: int) -> None:
    found = Diagnostic("M901", Severity.INFO, f"“{text}”", Place(f"notes/x{text}", line))
    result = run(found, sources={found.place.file: text * 3})["results"][0]
    assert ("region" in where(result)) == (line > 0)


@given(some.text(some.characters(exclude_categories=("Cs",), exclude_characters="/\0"), min_size=1))
def test_an_address_says_the_name_of_the_file(name: str) -> None:
    found = Diagnostic("M901", Severity.INFO, "x", Place(f"notes/x{name}"))
    assert unquote(where(run(found)["results"][0])["artifactLocation"]["uri"]) == f"notes/x{name}"
