"""Publish: from a manuscript to an EPUB and a PDF, with nothing lost on the way.

The three functions here are all that a program needs, with the report that they fill and the error that they raise. They may be called from
any thread. What they use is imported when they are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from .diagnostics import PublishError, Report
    from .model.book import Book

__all__ = ["PublishError", "Report", "__version__", "build", "check", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in ("PublishError", "Report"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import diagnostics

    return getattr(diagnostics, name)


def read(manuscript: str | os.PathLike[str], report: Report | None = None) -> Book:
    """The book that a manuscript, a file or a folder, becomes.

    What is found goes to ``report``. Without one the first error is raised, as
    :class:`PublishError`, and the rest is not told.
    """
    from pathlib import Path

    from .diagnostics import Report
    from .workflows.reading import Wanted, read_manuscript

    found = Report() if report is None else report
    book = read_manuscript(Path(manuscript), Wanted(), found).book
    if report is None:
        found.raise_first_error()
    return book


def build(
    manuscript: str | os.PathLike[str],
    formats: str | tuple[str, ...] = (),
    *,
    out: str | os.PathLike[str] = "build",
    style: str | None = None,
    shape: str | None = None,
    report: Report | None = None,
) -> list[Path]:
    """Make the files of a manuscript in the folder ``out``; the paths of those that were made.

    ``formats`` are those of the settings, else pdf and epub, when none are given. Problems go to
    ``report``, as in :func:`read`; where there is an error an earlier file stays as it was.
    """
    from pathlib import Path

    from .diagnostics import Report
    from .workflows.building import build as build_wanted
    from .workflows.reading import Wanted

    found = Report() if report is None else report
    wanted = Wanted((formats,) if isinstance(formats, str) else tuple(formats), style=style, shape=shape, out=Path(out))
    files = build_wanted(Path(manuscript), wanted, found)
    if report is None:
        found.raise_first_error()
    return files


def check(*paths: str | os.PathLike[str]) -> Report:
    """What a proof-reader finds in manuscripts, and what our rules and the installed validators find in EPUBs and PDFs."""
    from pathlib import Path

    from .workflows.checking import Proof
    from .workflows.checking import check as check_all

    proof = Proof()
    check_all(list(map(Path, paths)), proof)
    return proof.report
