"""No text takes the transforms more than its share of time, however its author came by it."""

import time
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Metadata
from publish.readers import Source, read
from publish.transforms import Options, make_book

pytestmark = pytest.mark.usefixtures("unburdened")

# A long open sentence, so that whatever follows it may be its rest.
OPEN = "the women who weigh the beets begin at five when the first carts come in and the"
PATTERNS = {
    "words": "a ", "lines": "a\n", "paragraphs": "a\n\n", "open paragraphs": f"{OPEN}\n\n", "numbers": "12\n\n",
    "numbers in lines": f"{OPEN}\n7\n", "breaking numbers": f"{OPEN}\n\n7\n\n", "page words": "Page 3\n\n",
    "heads": f"{OPEN}\n\nThe River Press\n\n", "numbered heads": f"{OPEN}\n\nThe River Press 7\n\n", "headings": "# a\n\n",
    "sub-heads": "## a\n\n", "roles": "# Notes\n\n", "breaks": "***\n\na\n\n", "lists": "- a\n\nb\n\n",
    "open lists": f"- {OPEN}\n\nbeets\n\n", "numbered lists": f"1. {OPEN}\n\nbeets\n2. a\n\n", "quotations": "a:\n\n“b”\n\n",
    "open quotations": "a:\n\n“b:\n\n", "opening marks": "“", "marks": "“a” ", "straight marks": '"a ', "brackets": "(",
    "contact": "Contact: a@example.org\n\n", "demands": "We demand:\n\n- a\n\n", "colons": "we demand: ", "hyphens": "a-",
    "broken words": "de-\nmand ", "soft hyphens": "a\u00ad", "soft hyphens at line ends": "a\u00ad\n", "figures": "1-\n",
    "ids": "# a {#b}\n\n", "links": "[a](#b)\n\n", "right links": "[a](https://a.bc) ", "divisions": "::: notes\na\n:::\n\n",
    "names": "Dora Kemp\n\n", "dates": "3 May 1934\n\n", "Chinese": "称甜菜的女工们每天早上五点开始上班，那时第一批马车刚刚过桥而记账的人还在\n\n",
}  # fmt: skip


MARKDOWN = frozenset([*"headings sub-heads roles breaks lists ids links divisions".split(), "numbered lists", "right links"])


def seconds(name: str, letters: int) -> float:
    """What the transforms take for so many letters of a pattern."""
    pattern = PATTERNS[name]
    manuscript = read(Source("x", ".md" if name in MARKDOWN else ".txt", pattern * (letters // len(pattern))), Report())
    started = time.process_time()
    make_book(manuscript, Metadata(title="T"), Path(), Options(), Report())
    return time.process_time() - started


@pytest.mark.parametrize("name", PATTERNS)
def test_the_time_for_repeated_marks_grows_as_the_text_does(name: str) -> None:
    """Four times the text takes four times as long; sixteen times, where each piece is held against all others."""
    for _ in range(3):  # whoever else is at work on this machine may have been in the way
        short, long = seconds(name, 7_500), seconds(name, 30_000)
        if long < 8 * short + 0.05:
            return
    pytest.fail(f"{short:.2f} s for 7,500 letters, {long:.2f} s for 30,000")


def test_a_book_of_120_000_words_takes_little_time() -> None:
    paragraph = "The women who weigh the beets *begin* at five, when “the first carts” come in over the bridge. " * 2
    parts = (f"# Chapter\n\n{(paragraph + chr(10) * 2) * 30}" for _ in range(100))
    manuscript = read(Source("x", ".md", "\n\n".join(parts)), Report())
    assert len(manuscript.blocks) >= 3_000
    started = time.process_time()
    make_book(manuscript, Metadata(title="T"), Path(), Options(), Report())
    assert time.process_time() - started < 1, "it takes a tenth of this where nothing else runs"
