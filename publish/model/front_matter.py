"""What a text says of itself before it begins, as it was written and not yet understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FrontSyntax(Enum):
    """How metadata is written in a text."""

    YAML = "yaml"  # between lines of ---
    TOML = "toml"  # between lines of +++
    TITLE_BLOCK = "title block"  # pandoc's lines that begin with %


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Metadata of a text without the lines that enclose it; ``line`` is its first in the file, from 1."""

    text: str
    line: int = 1
    syntax: FrontSyntax = FrontSyntax.YAML
