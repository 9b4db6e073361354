"""Rules, texts and findings as tests of reports share them."""

from __future__ import annotations

import io

from publish.diagnostics import Diagnostic, Explanation, Severity
from publish.model.place import Place

TEXT = "notes/ferry.md"
PAGES = "build/ferry.pdf"
SOURCES = {
    TEXT: "# The Last Ferry\n\n"
    "The ferry leaves at six , and nobody waits for it.\n\n"
    "On Sundays it does not leave at all, though the *the timetable* says so.\n\n"
    "A long way round it is.\n"
}


def rule(code: str, severity: Severity, name: str) -> Explanation:
    return Explanation(code, (severity,), name, f"Finds {name}.", f"Readers stumble over {name}.", f"Mend the {name}.")


SPACE = rule("M901", Severity.WARNING, "space before a mark")
TWICE = rule("M902", Severity.INFO, "a word twice")
PICTURE = rule("P901", Severity.ERROR, "coarse pictures")
RULES = {one.code: one for one in (SPACE, TWICE, PICTURE)}

SPACED = Diagnostic("M901", Severity.WARNING, "a space before the comma of “six ,”", Place(TEXT, 3), "take it out")
DOUBLED = Diagnostic("M902", Severity.INFO, "the same word twice: “the the”", Place(TEXT, 5), "one is enough")
COARSE = Diagnostic("P901", Severity.ERROR, "the picture on page 2 has 90 dots per inch", Place(PAGES), "take a larger one")
BUILD = Diagnostic("C901", Severity.ERROR, "the key `autor` is not known", Place(TEXT, 1), "did you mean `author`?")
HOMELESS = Diagnostic("C902", Severity.WARNING, "no country is given", None, "")
FINDINGS = (HOMELESS, DOUBLED, COARSE, SPACED, BUILD)


def png(width: int = 40, height: int = 60) -> bytes:
    """A white page."""
    from PIL import Image

    data = io.BytesIO()
    Image.new("L", (width, height), 255).save(data, "PNG")
    return data.getvalue()
