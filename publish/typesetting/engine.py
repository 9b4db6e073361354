"""WeasyPrint, imported when it is needed."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from ..diagnostics import PublishError
from .quick_import import deferred, no_library_search

if TYPE_CHECKING:
    from types import ModuleType

# WeasyPrint's name of the kind of PDF that is read on a screen.
SCREEN = "pdf/ua-1"
PANGO_HINT = (
    "install Pango — Debian/Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: sudo dnf install pango; macOS: brew install pango; "
    "Windows: install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango"
)


def engine() -> ModuleType:
    """WeasyPrint, imported now that it is needed."""
    try:
        # WeasyPrint prints advice when a library is missing; ours is better.
        with redirect_stdout(io.StringIO()), no_library_search(), deferred("fontTools.subset", "fontTools.varLib.instancer"):
            import weasyprint
            import weasyprint.css.counters
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError as problem:
        library = str(problem).partition(":")[0]
        raise PublishError("P101", f"PDFs need the Pango library, and it is not there ({library})", None, PANGO_HINT) from None
    from PIL import ImageFile

    # WeasyPrint lets half a picture pass, in all of the process; for the next manuscript it is an error again.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint
