"""The files of words, one a language, that translators edit: ``data/words/de.toml``.

A file has its ``script`` (ISO 15924), ``[words]``, which the product itself writes, and ``[headings]``,
by which authors name the parts of a book. Only the files that a text's language asks for are read.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "words"
# Tags that people write for a language whose file has another name.
_ALSO_CALLED = {
    "no": "nb", "iw": "he", "in": "id", "fil": "tl", "kmr": "ku", "cmn": "zh",
    "zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant", "sr-me": "sr-latn",
}  # fmt: skip


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """By tag in lower case. The folder alone says which there are: nothing of a tag becomes a path."""
    return {path.stem.lower(): path for path in sorted(FOLDER.glob("*.toml"))}


@lru_cache(maxsize=64)
def languages_for(lang: str) -> tuple[str, ...]:
    """The tags (in lower case) of the files for a language, nearest first: ``pt-PT`` has ``pt-pt`` and ``pt``.

    None where there is no file, or none in the script that the tag names.
    """
    parts = lang.replace("_", "-").lower().split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    named = (_ALSO_CALLED.get(tag, tag) for tag in shorter)
    return tuple(dict.fromkeys(tag for tag in named if tag in _files() and _is_written_in(script, tag)))


def _is_written_in(script: str, tag: str) -> bool:
    return not script or read_file(tag)["script"].lower() == script


@lru_cache(maxsize=16)
def read_file(tag: str) -> dict[str, Any]:
    """The file of one of the tags that ``languages_for`` gives."""
    return tomllib.loads(_files()[tag].read_text("utf-8"))
