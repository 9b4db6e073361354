"""Every example of the CommonMark specification is read as it says, but for those in ``deviations.toml``, each with its reason."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.readers import Source, read
from publish.writers.markup.xhtml import Xhtml
from tests import commonmark

DEVIATIONS = tomllib.loads((Path(commonmark.__file__).parent / "deviations.toml").read_text(encoding="utf-8"))["deviation"]
REASONS = {number: deviation["reason"] for deviation in DEVIATIONS for number in deviation["examples"]}


@pytest.fixture(scope="module")
def examples() -> dict[int, commonmark.Example]:
    """The examples by number; where CI cannot have them, CI is broken."""
    if lack := commonmark.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(lack)
    return {example.number: example for example in commonmark.examples()}


def made_of(text: str) -> str:
    """The HTML of a text as it was read, before any of it is set."""
    source = Source("example.md", ".md", text, front=None, line=1)
    try:
        blocks = read(source, Report()).blocks
    except PublishError as problem:
        return "" if problem.diagnostic.code == "M102" else f"<p>{problem}</p>"
    return Xhtml(link=str, image=str, note=lambda note: "").blocks(blocks)


def agrees(example: commonmark.Example) -> bool:
    return commonmark.outline(made_of(example.text)) == commonmark.outline(example.html)


def test_all_examples_are_there(examples):
    assert list(examples) == list(range(1, 653))


def test_examples_are_read_as_the_specification_says(examples):
    wrong = [example for example in examples.values() if example.number not in REASONS and not agrees(example)]
    assert [f"{one.number} ({one.section}): {one.text!r}\nmade: {made_of(one.text)}\nright: {one.html}" for one in wrong] == []


def test_what_is_called_a_deviation_is_one(examples):
    assert [number for number in REASONS if agrees(examples[number])] == []


def test_no_example_is_called_a_deviation_twice():
    assert len(REASONS) == sum(len(deviation["examples"]) for deviation in DEVIATIONS)
