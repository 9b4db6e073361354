"""A press file is held to the PDF/X that it claims: ours are right, and each that is spoiled is told by the finding meant."""

from __future__ import annotations

import pytest

from publish.checks.pdf.rules import PDF_RULES
from publish.checks.rules.looking import look
from publish.checks.rules.subjects import FileSubject
from publish.diagnostics import Diagnostic
from tests.checks.press_mutants import MUTANTS, SOUND, mutated, pressed

pytestmark = pytest.mark.fonts
STANDARDS = ("", "x-1a", "x-3", "x-4")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {standard: pressed(standard) for standard in STANDARDS}


def found(data: bytes) -> list[Diagnostic]:
    return list(look(PDF_RULES, FileSubject("night.press.pdf", data), "night.press.pdf"))


@pytest.mark.parametrize("standard", STANDARDS)
def test_our_own_files_are_what_they_say(files: dict[str, bytes], standard: str) -> None:
    assert found(files[standard]) == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_our_own_files_in_black_are_what_they_say(standard: str) -> None:
    assert found(pressed(standard, "black")) == []


@pytest.mark.parametrize("name", MUTANTS)
def test_a_file_that_is_spoiled_is_told_by_one_finding(files: dict[str, bytes], name: str) -> None:
    mutant = MUTANTS[name]
    (one,) = found(mutated(files[mutant.standard], name))
    assert one.code == mutant.code and mutant.words in one.message and one.hint


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_like_a_fault_is_not_told(files: dict[str, bytes], name: str) -> None:
    assert found(mutated(files[SOUND[name][0]], name)) == []
