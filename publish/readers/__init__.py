"""Readers: a file's bytes become a manuscript, flat blocks each with its line.

A reader is a row of :data:`READERS`; the module that does the work is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import PublishError, Report
from ..model.book import Manuscript
from ..model.nodes import Blocks
from ..model.place import Place
from .source import Source, read_source

__all__ = ["READERS", "Source", "read", "read_source"]


def read_markdown(source: Source, report: Report) -> Blocks:
    from .markdown import read_markdown as read_blocks

    return read_blocks(source, report)


def read_text(source: Source, report: Report) -> Blocks:
    from .text import read_text as read_blocks

    return read_blocks(source, report)


READERS: dict[str, Callable[[Source, Report], Blocks]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
    ".text": read_text,
}


def read(source: Source, report: Report) -> Manuscript:
    """The manuscript in a source, by the reader that its suffix names.

    Raises :class:`PublishError`: M107 for a suffix no reader knows, M102 where nothing is left to
    print (comments only), and whatever the reader itself refuses.
    """
    reader = READERS.get(source.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise PublishError(
            "M107", f"“{source.suffix or source.file}” is not a kind of manuscript that can be read",
            Place(source.file), f"give it one of these endings: {known}",
        )  # fmt: skip
    blocks = reader(source, report)
    if not blocks:
        raise PublishError("M102", "the manuscript holds no text", Place(source.file), "write something in it")
    return Manuscript(blocks, source.file, plain=not source.front)
