"""Pages of PDFs as pictures, for a report to show; drawn by poppler, where that is installed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from .validators.process import output_of

_PROGRAM = "pdftoppm"
_WIDTH = 700  # dots
_LONGEST = 30  # seconds a page


def page_pictures(wanted: Iterable[tuple[str, int]]) -> Mapping[tuple[str, int], bytes]:
    """The pages that are wanted, by file and number from 1, as PNG; none where they cannot be drawn."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return {}
    found = {page: _picture(program, *page) for page in dict.fromkeys(wanted)}
    return {page: picture for page, picture in found.items() if picture}


def _picture(program: str, file: str, number: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page"
        size = ("-png", "-singlefile", "-scale-to-x", str(_WIDTH), "-scale-to-y", "-1")
        output_of((program, *size, "-f", str(number), "-l", str(number), str(Path(file).absolute()), str(target)), _LONGEST)
        picture = target.with_suffix(".png")
        return picture.read_bytes() if picture.is_file() else b""
