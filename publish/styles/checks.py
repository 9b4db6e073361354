"""What is wrong in a style's folder and would otherwise pass in silence.

The engine of pages says what it refuses of a print sheet, though nobody does of those for e-books and
screens, and a file with a name that is never looked for is no mistake to anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from ..diagnostics import Report
from ..model.place import Place
from .css import found_with_lines
from .folders import STYLE_FILE, comes_along, own_file, shown, text_of

_SHEETS = ("print.css", "epub.css", "screen.css", "cover-sheet.css", "how-to.css")
# What the program itself reads, of the style that all others build on.
_OWN_SHEETS = ("report.css",)
_MOST_LISTED = 1000
_MARKS = re.compile(r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[{}]""", re.DOTALL)
_ELSEWHERE = re.compile(r"""@import\b[^;{}]{0,200}|\burl\(\s{0,20}(?!\s|["']?(?:data:|#))[^)]{0,200}\)?""", re.IGNORECASE)


def check_folder(folder: Path, report: Report) -> None:
    """Say of files that are never read (S113), of brackets without their counterpart (S114), and of
    what an e-book or a page that travels alone cannot fetch (S115)."""
    if comes_along(folder):
        return
    for file in _listed(folder):
        _check_name(file, report)
    for name in _SHEETS:
        if sheet := own_file(folder, name):
            css = text_of(sheet)
            _check_brackets(css, shown(sheet), report)
            if name != "print.css":
                _check_addresses(css, shown(sheet), report)


def _listed(folder: Path) -> Iterator[Path]:
    """The files of a folder by name, unless it is one where everything lies."""
    files = sorted(folder.iterdir())
    yield from files if len(files) <= _MOST_LISTED else ()


def _check_name(file: Path, report: Report) -> None:
    if file.suffix == ".css" and file.name not in (*_SHEETS, *_OWN_SHEETS):
        near = get_close_matches(file.name, _SHEETS, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"they are {', '.join(_SHEETS)}"
        report.warning("S113", "no style sheet is called so, and it is not read", Place(shown(file)), hint)
    elif file.suffix == ".j2":
        report.warning("S113", "this template is not read", Place(shown(file)), "put it into the folder `templates`")
    elif file.name == "style.yml":
        report.warning("S113", "this file is not read", Place(shown(file)), f"call it `{STYLE_FILE}`")


def _check_brackets(css: str, file: str, report: Report) -> None:
    opened: list[int] = []
    for found, line in found_with_lines(_MARKS, css):
        if found[0] == "{":
            opened.append(line)
        elif found[0] == "}" and not opened:
            report.warning("S114", "this `}` closes nothing", Place(file, line), "take it out, or see what is missing above it")
            return
        elif found[0] == "}":
            opened.pop()
    if opened:
        report.warning("S114", "this `{` is never closed: what follows is lost", Place(file, opened[-1]), "write its `}`")


def _check_addresses(css: str, file: str, report: Report) -> None:
    bare = _MARKS.sub(lambda found: "\n" * found[0].count("\n") if found[0].startswith("/*") else found[0], css)
    for found, line in found_with_lines(_ELSEWHERE, bare):
        message = f"`{' '.join(found[0].split())[:60]}` leads to another file, and a book takes no file of a style with it"
        report.warning("S115", message, Place(file, line), "write what it holds here, pictures as `data:`")
