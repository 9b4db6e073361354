"""What veraPDF reports is understood, and a file that it did not get through never looks fine."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import pikepdf
import pytest

from publish.checks.validators import verapdf
from publish.checks.validators.verapdf import BrokenRule, broken_rules
from publish.pdf.claimed_standards import said_to_be

FILES = (Path("/files/1.pdf"), Path("/files/2.pdf"), Path("/files/3.pdf"))
GLYPHS = {
    "ruleStatus": "FAILED", "specification": "ISO 14289-1:2014", "clause": "7.21.8", "testNumber": 1, "status": "failed", "failedChecks": 12,
    "tags": ["font"], "description": "No reference to a missing glyph", "object": "Glyph", "test": 'name != ".notdef"',
    "checks": [{"status": "failed", "context": "root/document[0]/pages[4](22 0 obj PDPage)/contentStream[0]/operators[325]",
                "errorMessage": "The document contains a reference to\n the .notdef glyph", "errorArguments": []}],
}  # fmt: skip
TITLE = {
    "ruleStatus": "FAILED", "specification": "ISO 14289-1:2014", "clause": "7.1", "testNumber": 9, "status": "failed", "failedChecks": 1,
    "description": "The metadata hold a title", "object": "MainXMPPackage", "test": "dc_title != null", "checks": [],
}  # fmt: skip


def job(file: Path, *rules: dict, ended: str = "normal") -> dict:
    result = {"details": {"passedRules": 104, "failedRules": len(rules), "ruleSummaries": list(rules)}, "jobEndStatus": ended, "compliant": not rules}
    return {"itemDetails": {"name": str(file.absolute()), "size": 9}, "validationResult": [result], "processingTime": {"duration": "00:00:01.0"}}


def report(*jobs: dict) -> str:
    return json.dumps({"report": {"buildInformation": {}, "jobs": list(jobs), "batchSummary": {"totalJobs": len(jobs)}}})


def test_each_broken_rule_is_told_with_its_clause_how_often_and_the_first_page():
    found, through = broken_rules(report(job(FILES[0], GLYPHS, TITLE), job(FILES[1])), "PDF/UA-1", FILES[:2])
    assert found == [
        BrokenRule(FILES[0], "PDF/UA-1", "7.21.8-1", "The document contains a reference to the .notdef glyph", 12, 5),
        BrokenRule(FILES[0], "PDF/UA-1", "7.1-9", "The metadata hold a title", 1, 0),
    ]
    assert through == {FILES[0], FILES[1]}


def test_a_report_of_an_earlier_version_is_understood():
    older = job(FILES[0], TITLE)
    older["validationResult"] = older["validationResult"][0]
    found, through = broken_rules(report(older), "PDF/UA-1", FILES)
    assert [broken.clause for broken in found] == ["7.1-9"]
    assert through == {FILES[0]}


def test_a_file_that_it_gave_up_was_not_got_through():
    failed = {"itemDetails": {"name": str(FILES[0])}, "taskException": {"type": "PARSE", "exception": "Couldn't parse stream"}}
    _, through = broken_rules(report(failed, job(FILES[1], ended="timeout"), job(FILES[2])), "PDF/UA-1", FILES)
    assert through == {FILES[2]}


@pytest.mark.parametrize("said", ["", "verapdf: not found", "[]", "null", '{"report": 1}', '{"report": {"jobs": [null, 3, {}]}}', "[" * 100_000])
def test_what_is_no_report_says_nothing_of_any_file(said: str):
    assert broken_rules(said, "PDF/UA-1", FILES) == ([], frozenset())


# What files say of themselves ---------------------------------------------------------------------


def claiming(metadata: str) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if metadata:
            pdf.Root.Metadata = pdf.make_stream(metadata.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        pdf.save(file, fix_metadata_version=False)
    return file.getvalue()


ACCESSIBLE = '<rdf:Description pdfuaid:part="1" />'
ARCHIVAL = '<rdf:Description pdfaid:part="2" pdfaid:conformance="A" />'
WRITTEN_OUT = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"


@pytest.mark.parametrize(
    ("metadata", "standards"),
    [("", ()), ("<rdf:RDF/>", ()), (ACCESSIBLE, ("ua1",)), (ARCHIVAL, ("2a",)), (WRITTEN_OUT, ("3u",)), (ARCHIVAL + ACCESSIBLE, ("ua1", "2a"))],
)
def test_a_file_is_what_its_metadata_say(metadata: str, standards: tuple[str, ...]):
    assert said_to_be(claiming(metadata)) == standards


def test_what_is_no_pdf_says_nothing():
    assert said_to_be(b"PK\x03\x04") == ()


# The command --------------------------------------------------------------------------------------


@pytest.fixture
def command(tmp_path, monkeypatch):
    """A command ``verapdf`` that prints a report and keeps how it was called."""
    programs = tmp_path / "programs"
    programs.mkdir()

    def make(text: str) -> Path:
        (programs / "report.json").write_text(text, encoding="utf-8")
        program = programs / "verapdf"
        program.write_text(f'#!/bin/sh\necho "$@" >> {programs}/calls\ncat {programs}/report.json\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        return programs / "calls"

    return make


def test_each_file_is_held_to_what_it_claims_and_to_nothing_else(tmp_path, command):
    both, plain = tmp_path / "both.pdf", tmp_path / "plain.pdf"
    both.write_bytes(claiming(ARCHIVAL + ACCESSIBLE))
    plain.write_bytes(claiming(""))
    calls = command(report(job(both, GLYPHS)))
    found = list(verapdf.run((both, plain)))
    assert [(problem.file, problem.id, problem.place) for problem in found] == [(both, "7.21.8-1", "page 5")] * 2
    assert found[0].message == "The document contains a reference to the .notdef glyph (a rule of PDF/UA-1, in 12 places)"
    lines = calls.read_text("utf-8").splitlines()
    assert [line.split("--flavour ")[1].split()[0] for line in lines] == ["ua1", "2a"]
    assert not any(plain.name in line for line in lines)
    assert verapdf.validate((both, plain)) == verapdf.validate((both,)) != []


def test_a_file_that_the_command_says_nothing_of_is_told(tmp_path, command):
    file = tmp_path / "a.pdf"
    file.write_bytes(claiming(ACCESSIBLE))
    command("out of memory")
    assert [(problem.file, problem.id) for problem in verapdf.run((file,))] == [(file, "not-checked")]


def test_without_the_command_nothing_is_found_and_nothing_breaks(tmp_path, monkeypatch):
    file = tmp_path / "a.pdf"
    file.write_bytes(claiming(ACCESSIBLE))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not verapdf.available()
    assert verapdf.validate((file,)) == []
