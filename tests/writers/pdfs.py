"""PDFs as a reader, a printer and a listener find them, for tests to look into."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from publish.checks.lossless.nothing_lost import report_losses
from publish.diagnostics import Report, Severity
from publish.model.book import Book
from publish.settings.values import Settings
from publish.styles import Style
from publish.writers import WRITERS, Order
from publish.writers.orders.output import Output
from tests.writers.sample import style

_XHTML = "{http://www.w3.org/1999/xhtml}"


def tool(name: str) -> str:
    """The path of a program; where CI lacks it, CI is broken."""
    path = shutil.which(name)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing: .ci/run names the packages to install")
        pytest.skip(f"needs {name}")
    return path


@dataclass(frozen=True)
class Word:
    """A word on a page: its text and its box, in points from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Pdf:
    """A finished PDF."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(io.BytesIO(data))

    def run(self, name: str, *arguments: str) -> str:
        """What one of poppler's programs, or qpdf, says of it; ``FILE`` among the arguments stands for it."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.pdf"
            path.write_bytes(self.data)
            command = [tool(name), *(str(path) if argument == "FILE" else argument for argument in arguments)]
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    @cached_property
    def texts(self) -> list[str]:
        """The words of each page, in the order of its content."""
        return [" ".join(page.split()) for page in self.run("pdftotext", "-raw", "FILE", "-").split("\f")[:-1]]

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of each page with their boxes."""
        root = ElementTree.fromstring(self.run("pdftotext", "-bbox", "FILE", "-"))
        return [[_word(element) for element in page.iter(f"{_XHTML}word")] for page in root.iter(f"{_XHTML}page")]

    def page_of(self, words: str) -> int:
        """The number of the one page, from 1, on which these words stand."""
        found = [number for number, text in enumerate(self.texts, 1) if words in text]
        assert len(found) == 1, f"“{words}” is on pages {found}"
        return found[0]

    @cached_property
    def families(self) -> set[str]:
        """The families of the fonts that its pages use."""
        fonts = (font for page in self.file.pages for font in page.Resources.get("/Font", {}).values())
        return {str(font.DescendantFonts[0].FontDescriptor.FontFamily) for font in fonts}

    def widths(self, word: str) -> list[float]:
        """How wide a word is set, each time, in points."""
        return [round(found.right - found.left, 2) for page in self.words for found in page if found.text == word]

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level (from 1), title and page (from 1) of each."""
        with self.file.open_outline() as outline:
            return list(self._bookmarks(outline.root, 1))

    def _bookmarks(self, items, level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            yield level, str(item.title), self._page_number(item.destination)
            yield from self._bookmarks(item.children, level + 1)

    def _page_number(self, destination) -> int:
        if isinstance(destination, pikepdf.String | str):
            destination = self.destinations[str(destination)]
        numbers = {page.obj.objgen: number for number, page in enumerate(self.file.pages, 1)}
        return numbers[destination[0].objgen]

    @property
    def destinations(self) -> dict[str, pikepdf.Array]:
        names = pikepdf.NameTree(self.file.Root.Names.Dests)
        return {str(name): names[name] for name in names}

    def links(self, page: int) -> list[tuple[str, str | int]]:
        """What each link of a page (from 1) says to a listener, and its address or the page it leads to."""
        found = []
        for annotation in self.file.pages[page - 1].get("/Annots", []):
            address = annotation.get("/A", {}).get("/URI")
            target = str(address) if address is not None else self._page_number(annotation.Dest)
            found.append((str(annotation.Contents), target))
        return found

    # Structure ------------------------------------------------------------------------------------

    def elements(self, kind: str = "") -> list[pikepdf.Dictionary]:
        """The elements of the structure tree in reading order, all or those of a kind, such as ``TH``."""
        return [one for one in self._elements(self.file.Root.StructTreeRoot.K) if kind in ("", str(one.S)[1:])]

    def _elements(self, kids) -> Iterator[pikepdf.Dictionary]:
        for kid in kids:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                yield kid
                yield from self._elements(kid.get("/K", []))


def _word(element: ElementTree.Element) -> Word:
    return Word(element.text or "", *(float(element.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")))


@dataclass(frozen=True)
class Printed:
    """A book that was set: the file, and what was said about it; ``losses`` are those the gate found."""

    output: Output
    report: Report
    losses: list[str]

    @cached_property
    def pdf(self) -> Pdf:
        return Pdf(self.output.data)

    @property
    def details(self) -> list[str]:
        """What is told to those who ask how it was made."""
        return [str(found) for found in self.report.diagnostics if found.severity is Severity.DETAIL]

    @property
    def said(self) -> list[str]:
        return [str(found) for found in self.report.diagnostics if found.severity is not Severity.DETAIL]


def printed(made: Book, by: Style | None = None, **settings) -> Printed:
    """A book as PDF, held against the book as a build does."""
    report, gate = Report(), Report()
    output = WRITERS["pdf"].write(Order(made, by or style(), replace(Settings(), **settings)), report)
    report_losses(made, output.words.body, output.words.notes, "the PDF", gate, output.words.book)
    return Printed(output, report, [str(loss) for loss in gate.diagnostics])
