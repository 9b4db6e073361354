"""Which manuscripts a verb is about."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click


def each_once(manuscripts: Iterable[Path]) -> list[Path]:
    """The manuscripts as they were first named."""
    named: dict[str, Path] = {}
    for path in manuscripts:
        named.setdefault(os.path.abspath(path), path)
    return list(named.values())


def all_manuscripts() -> list[Path]:
    """Those in manuscripts/; a wrong call where there are none."""
    from ..workflows.reading import MANUSCRIPTS, manuscripts_in

    try:
        found = manuscripts_in(MANUSCRIPTS) if MANUSCRIPTS.is_dir() else []
    except PermissionError:
        raise click.UsageError(f"The folder {MANUSCRIPTS}/ may not be read.") from None
    if not found:
        raise click.UsageError(f"There is no manuscript in {MANUSCRIPTS}/. Name one: publish build text.md")
    return found
