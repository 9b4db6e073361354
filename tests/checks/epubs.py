"""EPUBs of ours, changed by hand as somebody else might break them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from publish.checks.rules.subjects import FileSubject, ManuscriptSubject
from publish.diagnostics import Report
from publish.workflows.reading import Wanted, read_manuscript
from publish.writers.epub.epub import write_epub
from tests.writers.sample import style

Change = Callable[[bytes], bytes] | bytes | None


def changed(data: bytes, changes: Mapping[str, Change]) -> bytes:
    """An EPUB with some files changed (by name), replaced, added, or left out; a function must change something."""
    before, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in before.infolist():
            change = changes.get(entry.filename, lambda same: same)
            content = change(before.read(entry)) if callable(change) else change
            assert content != before.read(entry) or entry.filename not in changes, f"{entry.filename} is as it was"
            if content is not None:
                archive.writestr(entry, content)
        for name in changes.keys() - set(before.namelist()):
            archive.writestr(name, changes[name])
    return made.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of one string into another."""
    return lambda data: data.replace(old.encode(), new.encode())


def made_of(manuscript: Path) -> FileSubject:
    """The EPUB of a manuscript, which knows where it comes from."""
    reading = read_manuscript(manuscript, Wanted(), Report())
    data = write_epub(reading.book, style(), Report())
    return FileSubject(f"{reading.slug}.epub", data, ManuscriptSubject(reading.book, reading.sources, name=reading.shown))
