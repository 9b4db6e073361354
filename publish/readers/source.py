"""A manuscript's file: its text, and the front matter set apart from it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import PublishError, Report
from ..model.front_matter import FrontMatter
from ..model.place import Place
from .encoding import decode
from .front_matter import set_apart, set_apart_within

LARGEST = 8_000_000  # bytes; some twelve novels


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be read. ``file`` is the name that messages use, ``line`` the line of the file, from 1, at
    which the text begins. ``front`` is all metadata in it, in its order; ``whole`` is the file's text from
    its first line on, with it."""

    file: str
    suffix: str
    text: str
    line: int = 1
    front: tuple[FrontMatter, ...] = ()
    whole: str = ""


def read_source(path: Path, file: str, report: Report) -> Source:
    """The text of a file.

    Raises :class:`PublishError`: F106 missing, F107 unreadable or no ordinary file, M101 too large,
    M102 empty, M103 not text, M106 front matter that never ends.
    """
    text = decode(_bytes(path, file), file, report)
    if not text.strip():
        raise PublishError("M102", "the manuscript is empty", Place(file), "write something in it")
    return _source(text, file, path.suffix.lower())


def _bytes(path: Path, file: str) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _refuse_kind(found.st_mode, file)
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise PublishError("F106", "there is no such file", Place(file), "check the name, and where you are") from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise PublishError("F107", f"this file cannot be read: {reason.lower()}", Place(file)) from None
    if len(data) > LARGEST:
        raise PublishError(
            "M101", f"the manuscript is larger than {LARGEST // 1_000_000} MB", Place(file),
            "split it into a folder of several files with a publication.yaml",
        )  # fmt: skip
    return data


def _refuse_kind(mode: int, file: str) -> None:
    kind = "a folder" if stat.S_ISDIR(mode) else "a device or pipe"
    raise PublishError("F107", f"this is {kind}, not a file", Place(file), "name a file")


def _source(text: str, file: str, suffix: str) -> Source:
    first, length, below = set_apart(text, file)
    further, below = set_apart_within(below, length + 1)
    front = (first, *further) if first else further
    if front and not below.strip():
        raise PublishError("M102", "the manuscript holds front matter but no text", Place(file, length), "write it below this line")
    return Source(file, suffix, below, length + 1, front, text)
