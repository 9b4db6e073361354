"""Files on disk: read within bounds, written whole or not at all, never outside a folder."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from .diagnostics import PublishError
from .model.place import Place

# A scheme (https:, data:) or a drive (C:). "Part one: the depot.md" is a file's name.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\s)")


def inside(folder: Path, relative: str) -> Path | None:
    """The file that a manuscript in ``folder`` calls ``relative``; None if it lies elsewhere.

    Links are followed first, so that one which leads out of the folder is outside. The file need
    not exist. A backslash separates folders on every system, as authors on Windows write it.
    """
    name = relative.replace("\\", "/")
    if _SCHEME.match(name) or Path(name).anchor:
        return None
    try:
        home = folder.resolve()
        path = (home / name).resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL byte
        return None
    if os.path.islink(path):  # resolved and still a link: it leads to itself
        return None
    return path if path.is_relative_to(home) else None


def read(path: Path, limit: int) -> bytes:
    """The bytes of ``path``; PublishError if it cannot be read or has more than ``limit``."""
    with _in_plain_words(path, _READING), path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise PublishError("F108", f"the file is larger than {limit:,} bytes", Place(str(path)), "divide it")
    return data


def put(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that the file there is always the whole old or the whole new one.

    Makes the folder when there is none. PublishError says why it cannot be done; then, and after
    an interruption, an earlier file is as it was and nothing is left beside it.
    """
    with _in_plain_words(path, _WRITING):
        path.parent.mkdir(parents=True, exist_ok=True)
        if _is_device(path):
            path.write_bytes(data)  # moving a file over /dev/stdout would replace the device
        else:
            _replace(Path(os.path.realpath(path)), data)


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write several files that belong together: as :func:`put`, and none is replaced before all are written."""
    if len(files) == 1:
        put(*next(iter(files.items())))
        return
    with ExitStack() as waiting:
        ready: list[tuple[Path, Path]] = []
        for path, data in files.items():
            with _in_plain_words(path, _WRITING):
                path.parent.mkdir(parents=True, exist_ok=True)
                target = Path(os.path.realpath(path))
                beside = _written_beside(target, data)
                waiting.callback(beside.unlink, missing_ok=True)
                ready.append((beside, target))
        for beside, target in ready:
            with _in_plain_words(target, _WRITING):
                os.replace(beside, target)


def _is_device(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replace(path: Path, data: bytes) -> None:
    beside = _written_beside(path, data)
    try:
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)  # already moved, unless something went wrong


def _written_beside(path: Path, data: bytes) -> Path:
    """A new file in the folder of ``path``, with what shall take its place."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    descriptor, beside = _new_file(path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _new_file(folder: Path) -> tuple[int, Path]:
    """A new file of this process, with the permissions that the umask leaves."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in count():
        path = folder / f".publish-{os.getpid()}-{number}.part"
        try:
            return os.open(path, flags, 0o666), path
        except FileExistsError:
            continue
    raise AssertionError("count() does not end")


_FULL = ("F101", "the disk is full, so this file was not written", "make room and build again")
_FORBIDDEN = ("F102", "this file may not be written here", "choose another folder with -o, or ask for the right to write")
_NO_FOLDER = ("F103", "this file's folder cannot be made", "a file or a device stands in its way: choose another folder with -o")
_FOLDER_THERE = ("F104", "a folder stands where this file should go", "move the folder away, or choose another with -o")

_WRITING = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOENT: _NO_FOLDER,
    errno.EISDIR: _FOLDER_THERE,
    0: ("F105", "this file cannot be written", ""),
}
_READING = {
    errno.ENOENT: ("F106", "there is no such file", "check the name, and where you are"),
    errno.ENOTDIR: ("F106", "there is no such file", "check the name, and where you are"),
    0: ("F107", "this file cannot be read", ""),
    errno.EISDIR: ("F107", "this is a folder, not a file", ""),
    errno.EACCES: ("F107", "this file may not be read", "ask for the right to read it"),
}


@contextmanager
def _in_plain_words(path: Path, words: dict[int, tuple[str, str, str]]) -> Iterator[None]:
    """What the system says of ``path``, said to a person."""
    try:
        yield
    except OSError as problem:
        unforeseen = (*words[0][:2], (problem.strerror or "").lower())
        code, message, hint = words.get(problem.errno or 0, unforeseen)
        raise PublishError(code, message, Place(str(path)), hint) from problem
    except ValueError as problem:  # a NUL byte in the name
        code, message, _ = words[0]
        raise PublishError(code, message, Place(repr(str(path))), "its name is not one a file can have") from problem
