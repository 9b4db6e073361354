"""What the command says of itself, and how little it needs for that."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from publish import __version__
from tests.command import ROOT, call, run

VERBS = ("build", "check", "dump", "impose", "plan", "print-test", "styles")
_IMPORTED = """
import json, sys
before = set(sys.modules)
from publish.cli import publish
publish.main(sys.argv[1:], prog_name="publish", standalone_mode=False)
foreign = {name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
own = sorted(name for name in sys.modules if name.startswith("publish."))
print(json.dumps([sorted(foreign), own]), file=sys.stderr)
"""


def imported(*arguments: str) -> tuple[list[str], list[str]]:
    """The packages that a call of the command imports, and the modules of ours."""
    done = subprocess.run([sys.executable, "-c", _IMPORTED, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    foreign, own = json.loads(done.stderr)
    return foreign, own


def test_help_imports_nothing_but_click() -> None:
    assert imported("--help") == (["click", "publish"], ["publish.cli", "publish.cli.garbage", "publish.cli.interrupts"])


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_waits_for_no_reader_writer_or_parser(verb: str) -> None:
    foreign, own = imported(verb, "--help")
    assert foreign == ["click", "publish"]
    stages = ("publish.workflows.building", "publish.readers", "publish.transforms", "publish.writers", "publish.styles")
    assert [name for name in own if name.startswith(stages)] == []


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_fits_on_a_screen_and_names_every_verb(option: str) -> None:
    result = run(option)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: publish ")
    assert len(result.out.splitlines()) < 20
    for verb in VERBS:
        assert f"\n  {verb} " in result.out


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_explains_itself_on_one_screen(verb: str) -> None:
    result = call(verb, "-h")
    assert result.code == 0
    assert len(result.out.splitlines()) < (65 if verb in ("build", "impose") else 40)
    assert max(map(len, result.out.splitlines())) <= 80


def test_the_help_of_build_says_what_each_choice_may_be() -> None:
    said = " ".join(call("build", "-h").out.split())
    for option, values in (
        ("--flip", "long, short or single"), ("--ink", "black, cmyk or spot"), ("--preset", "kdp, ingramspark, lulu or home"),
        ("--margin", "a length such as 5mm"), ("--paper", "80gsm, 115gsm coated"), ("--scheme", "one of saddle, signatures"),
    ):  # fmt: skip
        assert values in said.partition(f"{option} ")[2].partition(" --")[0]


def test_the_version_is_told() -> None:
    assert call("--version").out == f"publish, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["buld"], "Error: No such command 'buld'. There are: build, check, dump, impose, plan, print-test, styles."),
        (["pyproject.toml"], "Error: “pyproject.toml” is not a command. To make its files: publish build pyproject.toml"),
        (["build", "--stlye", "x"], "Error: No such option '--stlye'. (Did you mean one of: '--scale', '--style'?)"),
        (["build", "-f", "pfd"], "Error: Invalid value for '-f' / '--format': 'pfd' is not one of 'booklet', 'cover', 'epub', 'html', 'pdf', 'press'."),
        (["build", "-j", "0"], "Error: Invalid value for '-j' / '--jobs': 0 is not in the range x>=1."),
        (["dump"], "Error: Missing argument 'MANUSCRIPT'."),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_line_that_helps(arguments: list[str], line: str, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    result = call(*arguments)
    assert (result.code, result.out, result.said[-1]) == (2, "", line)


def test_without_arguments_the_help_is_shown_as_a_wrong_call() -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "Make the files of one or more manuscripts." in result.err
