"""Measures what users wait for: ``make bench``.

Each figure is the median of five runs in CPU seconds, user and system, of whole processes with
all they start. Runs that are compared take turns, so that a busy machine is unfair to neither,
and their ratio is the median of the ratios run by run. Byte code is compiled before.

At the end the evenness of the long book's pages is shown beside that of Typst's and of pdflatex's with
microtype, where these are installed (:mod:`others` says what each needs). Imposing is timed beside pdfimpose and pdfjam
(:mod:`imposing`).

    python tests/benchmarks/run.py [RUNS]
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import imposing  # noqa: E402
from book import book  # noqa: E402
from others import SIZE, installed  # noqa: E402
from typography import figures  # noqa: E402

Command = Sequence[str | Path]
_PUBLISH = (sys.executable, "-m", "publish")
_BARE = """
import sys
from weasyprint import CSS, HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[3], stylesheets=[CSS(filename=sys.argv[2])], pdf_variant="pdf/ua-1")
"""


def main(runs: int = 5) -> None:
    subprocess.run((sys.executable, "-m", "compileall", "-q", ROOT / "publish"), check=True)
    with tempfile.TemporaryDirectory(prefix="publish-bench-") as folder:
        bench = _Bench(Path(folder), runs)
        bench.show("publish --help", (*_PUBLISH, "--help"), goal=0.15)
        bench.compare_book("caravan", ROOT / "manuscripts" / "caravan.md", epub_goal=0.35)
        big = Path(folder) / "book.md"
        big.write_text(book(), encoding="utf-8")
        bench.compare_book("120,000 words", big, epub_goal=1.0)
        compare_pages(big, Path(folder))
        bench.compare_sheets(ROOT / "manuscripts" / "caravan.md")
        imposing.main(Path(folder), runs)


def compare_pages(manuscript: Path, folder: Path) -> None:
    """How evenly the same book is set by us and by others; our PDF lies in the folder already."""
    pages = {"publish": folder / f"{manuscript.stem}.pdf", "bare WeasyPrint": folder / "bare.pdf"}
    pages |= {name: make(manuscript, folder) for name, make in installed().items()}
    for name, pdf in pages.items():
        print(f"{name:16} {figures(pdf, em=SIZE)}", flush=True)


class _Bench:
    def __init__(self, folder: Path, runs: int) -> None:
        self._folder, self._runs = folder, runs
        self._environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def compare_book(self, name: str, manuscript: Path, epub_goal: float) -> None:
        """One manuscript as EPUB beside pandoc, and as PDF beside bare WeasyPrint."""
        epub = (*_PUBLISH, "build", manuscript, "-q", "-f", "epub", "-o", self._folder)
        pandoc = ("pandoc", manuscript, "-o", self._folder / "pandoc.epub")
        self.show(f"{name}, EPUB", epub, goal=epub_goal, beside=("pandoc", pandoc) if shutil.which("pandoc") else None)
        pdf = (*_PUBLISH, "build", manuscript, "-q", "-f", "pdf", "-o", self._folder)
        self.show(f"{name}, PDF", pdf, beside=("bare WeasyPrint", self._bare(manuscript)))

    def compare_sheets(self, manuscript: Path) -> None:
        """What sheets and a press file cost beside the PDF that is read on a screen."""
        one = (*_PUBLISH, "build", manuscript, "-q", "-o", self._folder, "-f")
        for format in ("booklet", "press", "cover"):
            self.show(f"{manuscript.stem}, {format}", (*one, format), beside=("PDF", (*one, "pdf")))

    def _bare(self, manuscript: Path) -> Command:
        """The command that sets the very same page and style sheet, seeing the same fonts."""
        html, css = self._folder / f"{manuscript.stem}.html", self._folder / f"{manuscript.stem}.css"
        _write_page(manuscript, html, css)
        fonts = self._folder / "fonts.conf"
        fonts.write_text(_font_configuration(), encoding="utf-8")
        self._environment["FONTCONFIG_FILE"] = str(fonts)
        return (sys.executable, "-c", _BARE, html, css, self._folder / "bare.pdf")

    def show(self, name: str, command: Command, goal: float | None = None, beside: tuple[str, Command] | None = None) -> None:
        self._seconds(command)  # warms the caches
        if beside:
            self._seconds(beside[1])
        pairs = [(self._seconds(command), self._seconds(beside[1]) if beside else None) for _ in range(self._runs)]
        ours = median(own for own, _ in pairs)
        line = f"{name:24} {ours:7.3f} s"
        if goal:
            line += f"   goal {goal} s"
        if beside:
            other = median(theirs for _, theirs in pairs)
            line += f"   {beside[0]} {other:.3f} s   ratio {median(own / theirs for own, theirs in pairs):.2f}   {ours - other:+.3f} s"
        print(line, flush=True)

    def _seconds(self, command: Command) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=ROOT, env=self._environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _write_page(manuscript: Path, html: Path, css: Path) -> None:
    from publish.diagnostics import Report
    from publish.layout.page import page_geometry
    from publish.measures.shapes import shape
    from publish.styles import DEFAULT_STYLE, find_style
    from publish.workflows.reading import Wanted, read_manuscript
    from publish.writers.paper.html import PaperOptions, paper_html

    style = find_style(DEFAULT_STYLE, manuscript.parent)
    trim = shape(style.settings.shape)
    page = page_geometry(trim.width, trim.height, style.settings.margins, style.settings.leading)
    book = read_manuscript(manuscript, Wanted(), Report()).book
    html.write_text("<!DOCTYPE html>" + paper_html(book, style, page, PaperOptions()).text, encoding="utf-8")
    css.write_text(page.css() + style.css("print"), encoding="utf-8")


def _font_configuration() -> str:
    from publish.typesetting.fonts.families import FAMILIES, family_folders
    from publish.typesetting.fonts.fontconfig import fontconfig_xml

    return fontconfig_xml([family_folders()[family] for family in FAMILIES], machine=False)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
