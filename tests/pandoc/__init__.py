"""Pandoc as a judge of what is read: a corpus of small documents, and pandoc's view of each in the words of ``publish dump``.

A file of the corpus holds several documents, each below a line ``<<< name >>>``.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pypandoc

from .outline import outline

_FOLDER = Path(__file__).parent
_NAME = re.compile(r"^<<< (?P<name>.+) >>>\n", re.MULTILINE)


def documents() -> dict[str, str]:
    """All documents of the corpus by their names, which begin with that of their file."""
    return dict(found for file in sorted((_FOLDER / "corpus").glob("*.md")) for found in _documents_in(file))


def _documents_in(file: Path) -> Iterator[tuple[str, str]]:
    _, *parts = _NAME.split(file.read_text(encoding="utf-8"))
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield f"{file.stem}: {name}", text


def outlines(files: Iterable[Path]) -> list[str]:
    """How pandoc reads each of the files, in one run."""
    command = [pypandoc.get_pandoc_path(), "lua", str(_FOLDER / "read_all.lua")]
    names = "".join(f"{file}\n" for file in files)
    said = subprocess.run(command, input=names, check=True, stdout=subprocess.PIPE, encoding="utf-8", timeout=120).stdout
    read: list[dict[str, Any]] = [json.loads(line) for line in said.splitlines()]
    return [outline(document["blocks"]) for document in read]
