"""Every rule for manuscripts has a text that breaks it, with what the proof-reader then says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publish.checks.manuscript import MANUSCRIPT_RULES
from publish.checks.rules.subjects import ManuscriptSubject
from publish.diagnostics import Severity, explained
from publish.model.book import Book, Metadata, Section
from publish.model.nodes import Paragraph, Role, Text
from publish.model.place import Place

from .proofs import found, subject_of

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("R*.md"))
RULES = {rule.code: rule for rule in MANUSCRIPT_RULES}


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_a_rule_finds_what_its_text_breaks(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reviewed) -> None:
    monkeypatch.chdir(tmp_path)
    rule = RULES[file.stem.partition("-")[0]]

    def outcome(text: str) -> str:
        findings = found(subject_of(tmp_path, text), [rule])
        assert findings, f"{file.name} breaks no rule"
        return "".join(f"{finding}\n" for finding in findings)

    reviewed(file, outcome)


def test_every_rule_has_a_text_that_breaks_it() -> None:
    assert {file.stem.partition("-")[0] for file in FIXTURES} == set(RULES)


def test_rules_stand_in_the_order_of_their_codes_and_none_tells_of_errors() -> None:
    codes = [rule.code for rule in MANUSCRIPT_RULES]
    assert codes == sorted(set(codes))
    for rule in MANUSCRIPT_RULES:
        assert re.fullmatch(r"R1\d\d", rule.code)
        assert explained(rule.code).severity in (Severity.INFO, Severity.WARNING)


def test_a_finding_names_the_line_on_which_the_words_stand_in_a_wrapped_paragraph(tmp_path: Path) -> None:
    text = "---\ntitle: A Test\n---\n\n" + "".join(f"line number {number} is\n" for number in range(1, 30)) + "here is the the word\nand so on.\n"
    (finding,) = found(subject_of(tmp_path, text), [RULES["R121"]])
    assert finding.place and finding.place.line == 4 + 29 + 1


@pytest.mark.parametrize(
    ("code", "text", "line", "words"),
    [
        ("R121", "The bus is the one. Then the the bus came.", 7, "the the"),
        ("R121", "Die Straße ließ\n*once more* the the bus come.", 8, "the the"),
        ("R121", "Straße, Straße, and the the bus.", 7, "the the"),
        ("R103", "One, and two  spaces.", 7, "two  spaces."),
        ("R104", "One, two, at six , and on.", 7, "six ,"),
        ("R105", "The bus - the last.", 7, "bus - the"),
        ("R106", "One, two, three,, four.", 7, "three,,"),
        ("R107", "One, two, three,four.", 7, "three,four"),
        ("R162", "Here it is: [click here](https://example.org/here).", 7, "click here"),
    ],
)
def test_a_finding_says_where_in_the_line_its_words_stand(tmp_path: Path, code: str, text: str, line: int, words: str) -> None:
    whole = f"---\ntitle: A Test\npublish:\n  typography: no\n---\n\n{text}\n"
    (finding,) = found(subject_of(tmp_path, whole), [RULES[code]])
    place = finding.place
    assert place and place.line == line
    assert whole.splitlines()[line - 1][place.column - 1 :][: place.length] == words


def test_many_slips_of_one_kind_are_told_ten_times_and_then_counted(tmp_path: Path) -> None:
    text = "---\ntitle: A Test\n---\n\n" + "\n\n".join(f"Number {number}  is here." for number in range(40))
    findings = found(subject_of(tmp_path, text), [RULES["R103"]])
    assert len(findings) == 11
    assert findings[-1].message == "30 lines with two spaces between words from this line on"


HOSTILE = ["a", " ", "a- ", " - ", "“", "‘", '"', "[", "](", "<", "{", "`", "http://a", "a.", "1914-", ", ", "the the ", "a\n", "AA ", "aB.c"]


@pytest.mark.parametrize("seed", HOSTILE)
def test_no_text_makes_a_rule_slow(seed: str, cpu_seconds) -> None:
    """Sixteen times the text may take hardly more than sixteen times as long."""
    short, long = (cpu_seconds(lambda size=size: found(_subject(seed, size))) for size in (10_000, 160_000))
    assert long < 48 * short + 0.5


def _subject(seed: str, size: int) -> ManuscriptSubject:
    text = (seed * (size // len(seed) + 1))[:size]
    place = Place("text.md", 1)
    blocks = (Paragraph((Text(text.replace("\n", " "), place=place),), place=place),)
    return ManuscriptSubject(Book(Metadata(title="A Test"), (Section(Role.CHAPTER, blocks, place=place),)), {"text.md": text})


@pytest.fixture
def cpu_seconds():
    from time import process_time

    def measure(work) -> float:
        before = process_time()
        work()
        return process_time() - before

    return measure
