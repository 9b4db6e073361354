"""A manuscript's file: its text, and the YAML front matter set apart from it."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import PublishError, Report
from ..model.place import Place
from .encoding import decode

LARGEST = 8_000_000  # bytes; some twelve novels
_YAML_LINE = re.compile(r"[^\s:#-][^:]*:(\s|$)|\{|%")


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be read. ``file`` is the name that messages use; ``line`` and ``front_line`` are the
    lines of the file, from 1, at which the text and the YAML begin. ``front`` is ``None`` where
    there is no front matter."""

    file: str
    suffix: str
    text: str
    line: int = 1
    front: str | None = None
    front_line: int = 1

    @property
    def whole(self) -> str:
        """The file's text from its first line on, front matter and all."""
        return self.text if self.front is None else f"---\n{self.front}\n---\n{self.text}"


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
    front, front_line, line = None, 1, 1
    lines = text.split("\n")
    if _begins_with_front_matter(lines):
        end = _end_of_front_matter(lines, file)
        front, front_line, line = "\n".join(lines[1:end]), 2, end + 2
        text = "\n".join(lines[end + 1 :])
        if not text.strip():
            raise PublishError("M102", "the manuscript holds front matter but no text", Place(file, line - 1), "write it below this line")
    return Source(file, suffix, text, line, front, front_line)


def _begins_with_front_matter(lines: list[str]) -> bool:
    """A first line ``---`` opens front matter when what follows at once looks like YAML; else it is a rule."""
    if len(lines) < 2 or lines[0].rstrip() != "---" or not lines[1].strip():
        return False
    for line in lines[1:]:
        if line.rstrip() in ("---", "..."):
            return True
        if line.strip() and not line.lstrip().startswith("#"):
            return _YAML_LINE.match(line.lstrip()) is not None
    return False


def _end_of_front_matter(lines: list[str], file: str) -> int:
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number
    hint = "close it with a line ---"
    raise PublishError("M106", "the front matter that begins here never ends", Place(file, 1), hint)
