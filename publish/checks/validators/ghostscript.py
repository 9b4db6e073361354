"""Ghostscript's measure of the inks on every page of a press file: what the printer's machine will see.

A line in the report, not an error: only who ordered the print knows how many inks were meant.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...diagnostics import Severity
from ...pdf.facts import INKS
from ...pdf.syntax import made_for_press
from .process import output_of
from .verdict import Verdict, not_finished

HOW_TO_GET = "on Debian: apt-get install ghostscript"

_NAME = "Ghostscript"
_PAGE = re.compile(r"^\s*" + r"\s+".join([r"(\d+\.\d+)"] * 4) + r"\s+CMYK OK\s*$", re.MULTILINE)
_SECONDS = 300


def available() -> bool:
    """Is there a Ghostscript?"""
    return shutil.which("gs") is not None


def run(files: Sequence[Path]) -> Iterator[Verdict]:
    """The inks of the press files among these."""
    for file in files:
        if made_for_press(file.read_bytes()):
            command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=inkcov", "-o", "-", str(file.absolute())]
            pages = _PAGE.findall(output_of(command, _SECONDS) or "")
            yield Verdict(file, Severity.INFO, "inks", _in_words(pages)) if pages else not_finished(file, _NAME)


def _in_words(pages: Sequence[tuple[str, ...]]) -> str:
    """How many pages are printed in which inks."""
    used = [tuple(ink for ink, share in zip(INKS, shares, strict=True) if float(share)) for shares in pages]
    kinds = dict.fromkeys(used)
    return "; ".join(_counted(used.count(kind), kind) for kind in kinds)


def _counted(pages: int, inks: tuple[str, ...]) -> str:
    noun = "page" if pages == 1 else "pages"
    if not inks:
        return f"{pages} blank {noun}"
    listed = f"{inks[0]} only" if len(inks) == 1 else f"{', '.join(inks[:-1])} and {inks[-1]}"
    return f"{pages} {noun} in {listed}"
