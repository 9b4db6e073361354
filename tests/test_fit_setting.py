"""How many pages to fill is written in words an author would use, for all editions or for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.settings.pages_to_fill import pages_to_fill
from publish.workflows.building import build
from publish.workflows.reading import Wanted

TEXT = "---\ntitle: Buses\npublish:\n{settings}---\n\n# One\n\nA bus every twenty minutes.\n"


@pytest.mark.parametrize(
    ("said", "meant"),
    [("8", "8"), ("8 pages", "8"), ("1 page", "1"), ("12pp.", "12"), ("008 Pages", "8"), ("sheet", "sheet"), (" Sheet ", "sheet"), ("no", "no")],
)
def test_pages_are_read_as_they_are_written(said, meant):
    assert pages_to_fill(said) == meant


@pytest.mark.parametrize("said", ["0", "-4", "eight", "8 sheets", "99999", "4.5"])
def test_what_is_no_number_of_pages_is_refused(said):
    with pytest.raises(ValueError, match="is no number of pages: write `8 pages`, or `sheet`"):
        pages_to_fill(said)


def made(tmp_path: Path, settings: str, **wanted) -> tuple[list[Path], Report]:
    file = tmp_path / "buses.md"
    file.write_text(TEXT.format(settings=settings), encoding="utf-8")
    report = Report()
    return build(file, Wanted(formats=("pdf",), out=tmp_path, **wanted), report), report


def test_a_wrong_number_of_pages_is_an_error_at_its_line(tmp_path):
    files, report = made(tmp_path, "  fit: eight\n")
    assert files == []
    (found,) = report.diagnostics
    assert (found.code, found.place.line) == ("C119", 4)


def test_what_cannot_be_filled_is_not_put_in_place(tmp_path):
    files, report = made(tmp_path, "  fit: 90 pages\n")
    assert files == []
    assert [found.code for found in report.diagnostics if found.severity.value == "error"] == ["P118"]


def test_an_edition_has_pages_of_its_own_and_the_command_line_the_last_word(tmp_path):
    settings = "  fit: 90\n  editions:\n    plain: {format: pdf, fit: no}\n    long: {format: pdf}\n"
    assert len(made(tmp_path, settings, editions=("plain",))[0]) == 1
    assert made(tmp_path, settings, editions=("long",))[0] == []
    assert len(made(tmp_path, settings, editions=("long",), fit="no")[0]) == 1
    assert made(tmp_path, settings, editions=("plain",), fit="80")[0] == []
