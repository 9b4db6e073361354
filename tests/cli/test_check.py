"""``publish check``: manuscripts proof-read and finished files looked at, as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call

GOOD = """---
title: Night
author: Ann Author
date: 2024-05-01
lang: en
description: What four buses carry.
---

Nobody at that hour has a second choice.
"""
BAD = GOOD.replace("Nobody at that hour", "Nobody at at that hour ,")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound manuscript and one that is not."""
    monkeypatch.chdir(tmp_path)
    Path("manuscripts").mkdir()
    Path("manuscripts/good.md").write_text(GOOD, encoding="utf-8")
    Path("manuscripts/bad.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_findings_go_to_the_output_a_line_each_with_a_summary():
    result = call("check", "manuscripts/bad.md")
    lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert lines[0].startswith("manuscripts/bad.md:9: R104 warning: a space stands before “,”")
    assert lines[1].startswith("manuscripts/bad.md:9: R121 warning: “at” stands twice in a row")
    assert lines[-1] == "2 warnings in 1 file"


def test_without_a_name_all_manuscripts_are_read():
    assert call("check").out.splitlines()[-1] == "2 warnings in 1 of 2 files"


def test_a_sound_manuscript_has_nothing_to_tell():
    result = call("check", "manuscripts/good.md", "--strict")
    assert (result.code, result.out) == (0, "nothing found in 1 file\n")


def test_warnings_end_a_strict_check_with_3():
    assert call("check", "--strict").code == 3


def test_what_a_house_takes_for_an_error_is_one():
    Path("publish.yaml").write_text("check-errors: [R121]\n", encoding="utf-8")
    result = call("check", "manuscripts/bad.md")
    assert result.code == 3
    assert "R121 error" in result.out and "R104 warning" in result.out


def test_a_rule_can_be_switched_off_for_all_and_for_one_place():
    Path("publish.yaml").write_text("check-ignore: R121\n", encoding="utf-8")
    assert "R121" not in call("check").out
    Path("manuscripts/bad.md").write_text(BAD.replace("\nNobody", "\n<!-- ignore: R104 -->\nNobody"), encoding="utf-8")
    assert call("check", "manuscripts/bad.md").out == "nothing found in 1 file\n"


@pytest.mark.parametrize(("key", "line"), [
    ("check-ignore: [typos]", "publish.yaml:1: C141 error: `typos` is not the code of a finding (write it as messages do, such as R123)"),
    ("country: narnia", "publish.yaml:1: C142 error: nothing is known of imprints in `narnia` (known are gb, us, fr, de; or write none)"),
])  # fmt: skip
def test_wrong_settings_end_with_2(key, line):
    Path("publish.yaml").write_text(f"{key}\n", encoding="utf-8")
    result = call("check", "manuscripts/good.md")
    assert result.code == 2 and line in result.out


def test_the_law_of_a_country_is_looked_at_where_it_is_named():
    assert "R5" not in call("check", "manuscripts/good.md").out
    Path("publish.yaml").write_text("country: gb\n", encoding="utf-8")
    said = call("check", "manuscripts/good.md").out
    assert "R5" in said and "no legal advice" in said


def test_a_file_that_is_not_there_ends_with_2():
    result = call("check", "nowhere.md")
    assert result.code == 2 and "nowhere.md: F106 error" in result.out


# Rules ------------------------------------------------------------------------------------------


def test_every_rule_is_listed_and_can_be_explained():
    codes = [line.split()[0] for line in call("check", "--list").out.splitlines()]
    assert len(codes) > 60 and len(set(codes)) == len(codes)
    for code in codes:
        result = call("check", "--explain", code.lower())
        assert result.code == 0
        for part in (code, "What: ", "Why: ", "What to do: ", "check-ignore"):
            assert part in result.out


def test_what_a_build_tells_can_be_explained_too():
    result = call("check", "--explain", "m205")
    assert (result.code, result.err) == (0, "") and result.out.startswith("M205 page number or running head taken out\nWhat: ")
    assert "check-ignore" not in result.out, "a build tells it whatever is ignored"


def test_a_letter_lists_the_codes_that_begin_with_it():
    first, *codes = call("check", "--explain", "l").out.splitlines()
    assert first.startswith("L: ") and [line.split()[:2] for line in codes] == [["L101", "error"], ["L102", "error"], ["L103", "warning"]]


@pytest.mark.parametrize(("code", "near"), [("R109", "R10"), ("P109", "P1"), ("C199", "C1"), ("q205", "M205")])
def test_a_code_that_does_not_exist_ends_with_2_and_tells_of_near_ones(code: str, near: str):
    result = call("check", "--explain", code)
    assert (result.code, result.out) == (2, "") and f"Nothing has the code {code.upper()}. Near are {near}" in result.err


@pytest.mark.parametrize("word", ["", "quotation marks", "205" * 1000])
def test_what_is_no_code_ends_with_2(word: str):
    result = call("check", "--explain", word)
    assert (result.code, result.out) == (2, "") and "A code is written as in R141." in result.err


# Reports ----------------------------------------------------------------------------------------


def test_findings_as_json_name_rules_and_all_files():
    told = json.loads(call("check", "--json").out)
    assert (told["format"], told["version"]) == ("publish-check", 1)
    assert told["files"] == ["manuscripts/bad.md", "manuscripts/good.md"]
    assert [finding["code"] for finding in told["findings"]] == ["R104", "R121"]


def test_findings_are_written_for_code_hosts_and_as_a_page():
    assert call("check", "--sarif", "out/report.sarif", "--html", "out/report.html").code == 0
    results = json.loads(Path("out/report.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["R104", "R121"]
    assert "at at that hour" in Path("out/report.html").read_text("utf-8").replace("<mark>", "").replace("</mark>", "")


def test_a_page_about_many_texts_is_called_after_them_and_not_after_the_last():
    call("check", "--html", "report.html")
    assert "<title>bad.md, good.md" in Path("report.html").read_text("utf-8")


def test_a_report_that_cannot_be_written_is_told_and_the_findings_all_the_same():
    Path("taken").mkdir()
    result = call("check", "--html", "taken")
    assert result.code == 3 and "F104 error" in result.out and "R121" in result.out


# Mending ----------------------------------------------------------------------------------------


def test_what_can_be_mended_is_shown_and_written_only_when_it_is_wanted():
    shown = call("check", "manuscripts/bad.md", "--fix")
    assert "-Nobody at at that hour , has" in shown.err and "+Nobody at at that hour, has" in shown.err
    assert Path("manuscripts/bad.md").read_text("utf-8") == BAD
    call("check", "manuscripts/bad.md", "--fix", "--yes")
    assert Path("manuscripts/bad.md").read_text("utf-8") == BAD.replace("hour ,", "hour,")


def test_the_texts_of_a_folder_are_mended_as_well():
    Path("reader").mkdir()
    Path("reader/publication.yaml").write_text("title: Reader\nlang: en\ncontents: [one.md, two.md]\n", encoding="utf-8")
    Path("reader/one.md").write_text("# One\n\nNobody counts.\n", encoding="utf-8")
    Path("reader/two.md").write_text("# Two\n\nNobody , at that hour, counts.\n", encoding="utf-8")
    assert "reader/two.md: mended" in call("check", "reader", "--fix", "--yes").err
    assert Path("reader/two.md").read_text("utf-8") == "# Two\n\nNobody, at that hour, counts.\n"


def test_mending_leaves_line_ends_as_they_are_and_texts_in_other_encodings_alone():
    Path("manuscripts/bad.md").write_bytes(BAD.replace("\n", "\r\n").encode())
    call("check", "manuscripts/bad.md", "--fix", "--yes")
    assert Path("manuscripts/bad.md").read_bytes() == BAD.replace("hour ,", "hour,").replace("\n", "\r\n").encode()
    old = BAD.replace("Nobody", "Déjà nobody").encode("cp1252")
    Path("manuscripts/bad.md").write_bytes(old)
    assert "R100 info: not mended" in call("check", "manuscripts/bad.md", "--fix", "--yes").out
    assert Path("manuscripts/bad.md").read_bytes() == old


# Finished files ---------------------------------------------------------------------------------


def test_finished_files_are_held_to_their_rules_and_what_is_not_installed_is_told(monkeypatch):
    call("build", "manuscripts/good.md", "-f", "pdf", "-f", "epub", "-q")
    monkeypatch.setenv("PATH", "/nowhere")
    result = call("check", "build/good.epub", "build/good.pdf")
    assert result.code == 0
    assert "V100 info: Ace is not installed, so build/good.epub was not checked with it" in result.out
    assert "V100 info: veraPDF is not installed, so build/good.pdf was not checked with it" in result.out


def test_files_that_are_none_are_told():
    Path("a.epub").write_bytes(b"no archive")
    Path("b.pdf").write_bytes(b"no PDF")
    result = call("check", "a.epub", "b.pdf")
    assert result.code == 3
    assert "a.epub: E2" in result.out and "b.pdf: D101 error" in result.out
