"""qpdf's look at the syntax of a PDF: whether every reader finds all of it, without guessing.

It comes with pikepdf, and runs in a process of its own: a few bytes can be made to unpack for hours, and only a process
can be ended.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from ...diagnostics import Severity
from ...pdf.syntax import noted_problems
from .process import output_of
from .verdict import Verdict, not_finished

HOW_TO_GET = "it comes with the Python package pikepdf: pip install pikepdf"

_NAME = "qpdf"
# The other process finds modules where this one does, and nowhere else.
_SCRIPT = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from publish.pdf.syntax import note_problems; note_problems(*sys.argv[2:])"
_SECONDS_TO_START, _SECONDS_A_FILE = 10, 30


def available() -> bool:
    """qpdf comes with pikepdf, which the program needs anyway."""
    return find_spec("pikepdf") is not None


def run(files: Sequence[Path]) -> Iterator[Verdict]:
    """All that qpdf has to say of these files."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes"
        command = [sys.executable, "-I", "-c", _SCRIPT, json.dumps(sys.path), str(notes), *map(str, files)]
        output_of(command, _SECONDS_TO_START + _SECONDS_A_FILE * len(files))
        found = noted_problems(notes)
    for file in files:
        if str(file) in found:
            yield from (Verdict(file, Severity.ERROR, "syntax", said) for said in found[str(file)])
        else:
            yield not_finished(file, _NAME)
