"""Readers: a file's bytes become a manuscript, flat blocks each with its line.

A reader is a row of :data:`READERS`; the module that does the work is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import PublishError, Report
from ..model.book import Manuscript
from ..model.nodes import Blocks, Inlines
from ..model.place import Place
from .evidence import Evidence, Syntax, evidence_of
from .item_marks import Examples, may_hold_examples
from .private_use import tell_private_use
from .source import Source, read_source

__all__ = ["READERS", "Examples", "Source", "Syntax", "may_hold_examples", "read", "read_source", "read_words"]


def read_markdown(source: Source, report: Report, examples: Examples) -> Blocks:
    from .markdown import read_markdown as read_blocks

    return read_blocks(source, report, examples)


def read_words(text: str, place: Place, report: Report) -> Inlines:
    from .markdown_line import read_words as read_line

    words = read_line(text, place, report)
    tell_private_use(text, words, report)
    return words


def read_text(source: Source, report: Report, _: Examples) -> Blocks:
    from .text import read_text as read_blocks

    return read_blocks(source, report)


# The endings of manuscripts' names, and what they are written in unless they say otherwise themselves.
READERS: dict[str, Syntax] = {
    ".md": Syntax.MARKDOWN,
    ".markdown": Syntax.MARKDOWN,
    ".txt": Syntax.TEXT,
    ".text": Syntax.TEXT,
}
_READ: dict[Syntax, Callable[[Source, Report, Examples], Blocks]] = {Syntax.MARKDOWN: read_markdown, Syntax.TEXT: read_text}


def read(source: Source, report: Report, syntax: Syntax | None = None, examples: Examples | None = None) -> Manuscript:
    """The manuscript in a source, as what it is written in: what the author said, else what stands in it, else its suffix.

    Where the text tells another thing than its name, that is reported (M132). ``examples`` are those
    that the texts before it in its book have counted, where it is not the only one. Raises
    :class:`PublishError`: M107 for a suffix no reader knows, M102 where nothing is left to print
    (comments only), and whatever the reader itself refuses.
    """
    named = READERS.get(source.suffix.lower())
    if named is None:
        known = ", ".join(READERS)
        raise PublishError(
            "M107", f"“{source.suffix or source.file}” is not a kind of manuscript that can be read",
            Place(source.file), f"give it one of these endings: {known}",
        )  # fmt: skip
    blocks = _READ[syntax or _told(source, named, report)](source, report, examples or Examples())
    if not blocks:
        raise PublishError("M102", "the manuscript holds no text", Place(source.file), "write something in it")
    tell_private_use(source.text, blocks, report)
    return Manuscript(blocks, source.file, plain=not source.front, paged="\f" in source.text)


def _told(source: Source, named: Syntax, report: Report) -> Syntax:
    """What a text is written in by itself; as it is named where it does not tell."""
    found = evidence_of(source.text, named, bool(source.front))
    if found is None:
        return named
    _say(found, Place(source.file, source.line + found.line), named, report)
    return found.syntax


def _say(found: Evidence, place: Place, named: Syntax, report: Report) -> None:
    what = "Markdown" if found.syntax is Syntax.MARKDOWN else "plain text"
    marks = ", ".join(found.marks)
    hint = f"if it is not: `read-as: {named.value}` under `publish:`"
    report.info("M132", f"read as {what}, whatever its name says, for it has {marks}", place, hint, syntax=found.syntax.value, marks=found.marks)
