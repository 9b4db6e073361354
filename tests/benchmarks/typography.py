"""Measures how evenly the pages of a PDF are set, from the places of its words.

    python tests/benchmarks/typography.py EM FILE.pdf…

``EM`` is the size of the body type in points. Counted are full lines of body text: lines that
reach both edges of the text block. A gap is the mean distance between the words of a line, in ems.

A line is *loose* from 0.42 em on. A *ladder* is three lines in a row that end in a hyphen, a *runt* a last
line of one word of at most five signs, a *page-end hyphen* a word divided between two pages.
"""

from __future__ import annotations

import html
import itertools
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, pstdev

_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_HYPHENS = ("-", "\u00ad", "\u2010")
_LOOSE = 0.42
# In points: how far from the edge a line still reaches it, and how far in a paragraph may begin.
_AT_EDGE, _DEEPEST_INDENT = 1.6, 18.0
_FEWEST_WORDS = 5
# Pages with fewer lines of text are title pages, contents and the like.
_FEWEST_LINES = 12


@dataclass(frozen=True, slots=True)
class Word:
    left: float
    right: float
    top: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What :func:`figures` finds; gaps in em, loose lines in percent, hyphens to a hundred lines."""

    lines: int
    gap: float
    p95: float
    spread: float
    loose: float
    hyphens: float
    ladders: int
    runts: int
    page_end_hyphens: int

    def __str__(self) -> str:
        return (
            f"{self.lines:6} lines   gap {self.gap:.3f}   p95 {self.p95:.3f}   spread {self.spread:.3f}   "
            f"loose {self.loose:4.1f} %   hyphens {self.hyphens:4.1f}   ladders {self.ladders:2}   "
            f"runts {self.runts:3}   page-end hyphens {self.page_end_hyphens:3}"
        )


def figures(pdf: Path, em: float) -> Figures:
    """The figures of a PDF whose body type is ``em`` points large."""
    pages = [list(_lines(words)) for words in _pages(pdf)]
    edges = [_edges(pages[side::2]) for side in (0, 1)]
    height = median(line[0].bottom - line[0].top for lines in pages for line in lines)
    counted = _Count(em)
    for number, lines in enumerate(pages):
        left, right = edges[number % 2]
        body = [line for line in lines if left - 3 <= line[0].left <= left + 40 and line[-1].right <= right + 4 and _is_body(line, height)]
        if len(body) >= _FEWEST_LINES:
            counted.page(body, left, right)
    return counted.figures()


@dataclass(slots=True)
class _Count:
    """What is counted as the lines go by."""

    em: float
    gaps: list[float] = field(default_factory=list)
    hyphens: int = 0
    ladders: int = 0
    runts: int = 0
    page_ends: int = 0
    run: int = 0  # lines in a row that end in a hyphen

    def page(self, lines: list[list[Word]], left: float, right: float) -> None:
        for line in lines:
            self._line(line, left, right)
        self.page_ends += lines[-1][-1].text.endswith(_HYPHENS)

    def _line(self, line: list[Word], left: float, right: float) -> None:
        full = line[-1].right >= right - _AT_EDGE and len(line) >= _FEWEST_WORDS and line[0].left <= left + _DEEPEST_INDENT
        divided = full and line[-1].text.endswith(_HYPHENS)
        self.hyphens += divided
        self.run = self.run + 1 if divided else 0
        self.ladders += self.run == 3
        if full:
            between = (after.left - before.right for before, after in itertools.pairwise(line))
            self.gaps.append(sum(between) / (len(line) - 1) / self.em)
        self.runts += len(line) == 1 and len(line[0].text) <= 5 and abs(line[0].left - left) < 1 and line[0].text[-1:] in ".!?”’"

    def figures(self) -> Figures:
        gaps, share = sorted(self.gaps), 100 / len(self.gaps)
        return Figures(
            len(gaps), median(gaps), gaps[int(0.95 * len(gaps))], pstdev(gaps), share * sum(gap > _LOOSE for gap in gaps),
            share * self.hyphens, self.ladders, self.runts, self.page_ends,
        )  # fmt: skip


def _pages(pdf: Path) -> Iterator[list[Word]]:
    text = subprocess.run(("pdftotext", "-bbox", pdf, "-"), capture_output=True, text=True, check=True).stdout
    for page in text.split("<page ")[1:]:
        found = _WORD.findall(page)
        yield [Word(float(x), float(right), float(y), float(bottom), html.unescape(said)) for x, y, right, bottom, said in found]


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    """Words that stand on one line, from left to right."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        if line and abs(line[-1].bottom - word.bottom) >= 2.5:
            yield sorted(line, key=lambda word: word.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word.left)


def _edges(pages: list[list[list[Word]]]) -> tuple[float, float]:
    """The text block's left and right edge on left or right pages: where most lines begin and end."""
    lines = [line for page in pages for line in page if len(line) >= _FEWEST_WORDS]
    left = Counter(round(line[0].left) for line in lines).most_common(1)[0][0]
    right = Counter(round(line[-1].right) for line in lines).most_common(1)[0][0]
    return left, right


def _is_body(line: list[Word], height: float) -> bool:
    """Whether it is set in the size of most lines: no heading, no note."""
    return abs(line[0].bottom - line[0].top - height) < 0.08 * height


if __name__ == "__main__":
    for name in sys.argv[2:]:
        print(f"{Path(name).name:24} {figures(Path(name), float(sys.argv[1]))}")
