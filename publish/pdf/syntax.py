"""Whether a PDF is whole, and what it was made for: the first things one asks of a file that came from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .opening import WRITTEN_WRONGLY, UnreadablePdf, opened

if TYPE_CHECKING:
    from pikepdf import Page

_MOST = 20
_NEARLY = 0.01  # points


def opens(data: bytes) -> bool:
    """Whether these bytes are a PDF that can be opened without a password."""
    with suppress(UnreadablePdf), opened(data, *WRITTEN_WRONGLY):
        return True
    return False


def syntax_problems(data: bytes) -> tuple[str, ...]:
    """What qpdf says of a PDF's syntax, the first twenty things; nothing where it is sound."""
    try:
        with opened(data, *WRITTEN_WRONGLY) as pdf:
            found = pdf.check_pdf_syntax()
    except UnreadablePdf as problem:
        found = [f"it cannot be opened: {problem}"]
    return tuple(dict.fromkeys(" ".join(said.split()) for said in found))[:_MOST]


def note_problems(notes: str, *files: str) -> None:
    """Note what qpdf says of each file, a line a file as soon as it is known, for a process that waits."""
    with open(notes, "w", encoding="utf-8") as lines:
        for file in files:
            lines.write(json.dumps([file, syntax_problems(Path(file).read_bytes())]) + "\n")
            lines.flush()


def noted_problems(notes: Path) -> Mapping[str, list[str]]:
    """What :func:`note_problems` noted of the files that it got through."""
    if not notes.is_file():
        return {}
    whole = notes.read_text("utf-8").split("\n")[:-1]  # the last line may have been cut short
    return dict(map(json.loads, whole))


def made_for_press(data: bytes) -> bool:
    """Whether some page has paper around its trim, as files for a print shop do; not where it cannot be opened."""
    with suppress(UnreadablePdf), opened(data, *WRITTEN_WRONGLY) as pdf:
        return any(_is_trimmed(page) for page in pdf.pages)
    return False


def _is_trimmed(page: Page) -> bool:
    return any(abs(float(trim) - float(media)) > _NEARLY for trim, media in zip(page.trimbox, page.mediabox, strict=True))


def page_labels(data: bytes) -> tuple[str, ...]:
    """What the pages of a PDF are called, in their order; nothing where it cannot be opened."""
    with suppress(UnreadablePdf), opened(data, *WRITTEN_WRONGLY) as pdf:
        return tuple(page.label for page in pdf.pages)  # type: ignore[misc]  # pikepdf's stubs have a method where it has a property
    return ()
