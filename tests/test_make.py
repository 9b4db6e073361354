"""``make`` says in its own words what it can do, and what it cannot."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.command import ROOT

# The tests are themselves run by make, and one below another says which folders it enters.
ALONE = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(("make", *arguments), cwd=ROOT, env=ALONE, capture_output=True, encoding="utf-8", timeout=60)


def test_make_alone_lists_what_it_can_do() -> None:
    said = make().stdout
    for goal in ("pdf", "epub", "booklet", "print-test", "check", "test"):
        assert f"  make {goal} " in said


@pytest.mark.parametrize(("arguments", "said"), [
    (("pdf", "README.md"), 'there is nothing called "README.md" to make: a text is named by MANUSCRIPT="README.md"'),
    (("pfd",), 'there is nothing called "pfd" to make'),
    (("pdf", "FILE=README.md"), "FILE= is no setting; there are MANUSCRIPT STYLE"),
    (("epub", "FLIP=shrt", "MANUSCRIPT=manuscripts/stairwell.md"), "FLIP= is wrong: `shrt` is none of long, short, single."),
])  # fmt: skip
def test_what_make_does_not_know_it_refuses_and_makes_nothing(arguments: tuple[str, ...], said: str) -> None:
    result = make(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
