"""The gate of the build as a check: a finished file is held against the manuscript that it was made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command import call

TEXT = """---
title: Night
author: Ann Author
date: 2024-05-01
lang: en
description: What four buses carry.
---

Nobody at that hour has a second choice.[^why] The buses wait for one another at the market, with
their doors open, and nobody counts the minutes.

The last leaves at ten to one.

# What we demand {.demands}

1. A bus every twenty minutes
2. Two drivers for every bus

[^why]: We asked them, one by one.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "manuscripts").mkdir()
    (folder / "manuscripts" / "night.md").write_text(TEXT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        call("build", "manuscripts/night.md", "-f", "pdf", "-f", "epub", "-q")
    return folder


@pytest.fixture(autouse=True)
def desk(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder one works in. What validators say is not looked at here, and they take their time."""
    monkeypatch.chdir(shutil.copytree(built, tmp_path / "desk"))
    monkeypatch.setattr("publish.workflows.checking.validated", lambda subjects: ())


def missing(file: str) -> list[str]:
    return [line for line in call("check", file).out.splitlines() if "L103" in line]


@pytest.mark.parametrize("file", ["build/night.epub", "build/night.pdf"])
def test_a_file_that_holds_all_of_its_manuscript_is_whole(file):
    assert missing(file) == []


@pytest.mark.parametrize("file", ["build/night.epub", "build/night.pdf"])
def test_words_that_came_into_the_text_since_are_told_with_their_line(file):
    changed = TEXT.replace("The last leaves", "On Sundays the last leaves").replace("one by one.", "one by one, in March.")
    Path("manuscripts/night.md").write_text(changed, encoding="utf-8")
    told = missing(file)
    assert [line.split(" ")[0] for line in told] == ["manuscripts/night.md:12:", "manuscripts/night.md:19:"]
    assert "On Sundays" in told[0] and "in note 1" in told[1] and "in March" in told[1]


def test_a_file_of_another_text_is_not_told_word_by_word():
    Path("manuscripts/night.md").write_text(TEXT.partition("Nobody")[0] + "Quite another text, about bread and who bakes it. " * 20, encoding="utf-8")
    (line,) = missing("build/night.epub")
    assert "only a part of its manuscript, or another text" in line


def test_sheets_are_not_read_in_the_order_of_the_text():
    call("build", "manuscripts/night.md", "-f", "booklet", "-q")
    assert missing("build/night.booklet.pdf") == []
