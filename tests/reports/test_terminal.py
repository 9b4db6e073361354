"""The report on a terminal: lines that editors parse, and a summary that a person reads."""

import re
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as some

from publish.diagnostics import Diagnostic, Severity
from publish.model.place import Place
from publish.reports import terminal_report
from tests.reports.material import BUILD, COARSE, DOUBLED, FINDINGS, HOMELESS, PAGES, SPACED, TEXT

_COLOUR = re.compile("\x1b\\[\\d+m")
_LINE = re.compile(r"(?P<file>[^:\s]+)(:(?P<line>\d+))?: (?P<code>[A-Z]\d+) (?P<severity>error|warning|info|detail): .+")

diagnostics = some.builds(
    Diagnostic,
    some.sampled_from(("M901", "P901")),
    some.sampled_from(Severity),
    some.text(min_size=1),
    some.none() | some.builds(Place, some.text(min_size=1), some.integers(0, 9)),
    some.text(),
)


def test_findings_stand_by_file_and_line_with_a_blank_line_between_files() -> None:
    assert terminal_report(FINDINGS) == "\n".join((
        str(COARSE), "", str(BUILD), str(SPACED), str(DOUBLED), "", str(HOMELESS), "",
        "2 errors, 2 warnings and 1 remark in 2 files",
    ))  # fmt: skip


def test_an_editor_finds_file_line_code_and_severity_in_each_line() -> None:
    lines = [line for line in terminal_report((SPACED, COARSE)).splitlines() if ": " in line]
    found = [_LINE.fullmatch(line).groupdict() for line in lines]
    assert [(one["file"], one["line"], one["code"], one["severity"]) for one in found] == [
        (PAGES, None, "P901", "error"), (TEXT, "3", "M901", "warning"),
    ]  # fmt: skip


def test_on_one_line_the_gravest_comes_first() -> None:
    light, grave = (Diagnostic("A1", severity, "x", Place("a.md", 4)) for severity in (Severity.INFO, Severity.ERROR))
    assert terminal_report((light, grave)).splitlines()[:2] == [str(grave), str(light)]


def test_the_same_finding_is_told_once() -> None:
    assert terminal_report((SPACED, SPACED)) == f"{SPACED}\n\n1 warning in 1 file"


def test_the_summary_says_how_many_files_were_looked_at() -> None:
    assert terminal_report((), files=("a.md", "b.md", "c.md", "d.md")) == "nothing found in 4 files"
    assert terminal_report((), files=("a.md",)) == "nothing found in 1 file"
    assert terminal_report(()) == "nothing found"
    assert terminal_report((SPACED,), files=(TEXT, "b.md")).endswith("\n1 warning in 1 of 2 files")
    assert terminal_report((HOMELESS,)).endswith("\n1 warning")


def test_colours_add_nothing_but_colours() -> None:
    coloured = terminal_report(FINDINGS, colour=True)
    assert _COLOUR.sub("", coloured) == terminal_report(FINDINGS)
    assert "\x1b[31merror:\x1b[0m" in coloured
    assert "\x1b[33mwarning:\x1b[0m" in coloured


def test_on_a_narrow_terminal_a_finding_goes_on_below_set_in() -> None:
    said = terminal_report((COARSE,), width=60)
    lines = said.split("\n\n")[0].splitlines()
    assert lines[0].startswith(f"{PAGES}: P901 error: the picture")
    assert len(lines) == 2 and lines[1].startswith("    ")
    assert max(map(len, lines)) <= 60
    assert " ".join(line.strip() for line in lines) == str(COARSE)


def test_letters_two_columns_wide_are_counted_as_two() -> None:
    found = Diagnostic("M1", Severity.INFO, "夜間 " * 20, Place("a.md", 1))
    lines = terminal_report((found,), width=50).split("\n\n")[0].splitlines()
    assert len(lines) > 2
    assert all(sum(2 if sign in "夜間" else 1 for sign in line) <= 50 for line in lines)


def test_a_manuscript_cannot_give_orders_to_the_terminal() -> None:
    found = Diagnostic("M1", Severity.INFO, "“\x1b[2Jgone\r\nb.md:1: E1 error: false\u202e”", Place("a.md", 1))
    assert terminal_report((found,)).splitlines()[0] == r"a.md:1: M1 info: “\u001b[2Jgone  b.md:1: E1 error: false\u202e”"


@given(some.lists(diagnostics, max_size=8), some.none() | some.integers(1, 200))
def test_whatever_is_found_has_a_line_and_only_signs_that_show(found: list[Diagnostic], width: int | None) -> None:
    lines = terminal_report(found, width=width).split("\n")
    assert {category(sign) for line in lines for sign in line} & {"Cc", "Cs", "Zl", "Zp"} == set()
    heads = [line for line in lines if re.search(r"(^|: )[MP]901 (error|warning|info|detail):", line)]
    assert len(heads) >= len(set(found))
