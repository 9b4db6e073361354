"""WeasyPrint, imported when it is needed, for one thread at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from threading import RLock

from ...diagnostics import PublishError
from .quick_import import deferred, no_library_search

# WeasyPrint's name of the kind of PDF that is read on a screen.
SCREEN = "pdf/ua-1"
PANGO_HINT = (
    "install Pango — Debian/Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: sudo dnf install pango; macOS: brew install pango; "
    "Windows: install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango"
)
# What a layout needs belongs to the whole process: the file that tells which fonts there are, what listens to WeasyPrint, and
# what stands in the place of its insides.
_ENGINE = RLock()


@contextmanager
def engine_alone() -> Iterator[None]:
    """No other thread lays out or writes pages as long as this lasts. Raises PublishError P101 where Pango is missing."""
    with _ENGINE:
        _start()
        yield


@cache
def _start() -> None:
    try:
        # WeasyPrint prints advice when a library is missing; ours is better.
        with redirect_stdout(io.StringIO()), no_library_search(), deferred("fontTools.subset", "fontTools.varLib.instancer"):
            import weasyprint  # noqa: F401
    except OSError as problem:
        library = str(problem).partition(":")[0]
        raise PublishError("P101", f"PDFs need the Pango library, and it is not there ({library})", None, PANGO_HINT) from None
    from PIL import ImageFile

    # WeasyPrint lets half a picture pass, in all of the process; for the next manuscript it is an error again.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
