"""E-books as MuPDF and calibre say them: all words in order, and the contents once."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from publish.model.letters import letters
from publish.writers.markup.markup_text import spoken_epub
from tests.writers.sample import XHTML, Epub, words

_LONGEST = 120  # seconds


def mupdf(file: Path) -> str:
    """The words of an e-book as MuPDF sets them. Debian: mupdf-tools."""
    return _run("mutool", "draw", "-F", "text", "-o", "-", str(file))


def calibre(file: Path) -> str:
    """The words of an e-book as calibre turns it into text. Debian: calibre."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "text.txt"
        _run("ebook-convert", str(file), str(made))
        return made.read_text("utf-8")


def _run(name: str, *arguments: str) -> str:
    if shutil.which(name) is None:
        raise OSError(f"{name} is not here")
    done = subprocess.run((name, *arguments), capture_output=True, timeout=_LONGEST)
    if done.returncode:
        raise OSError(f"{name} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-200:]}")
    return done.stdout.decode("utf-8", "replace")


def faults(file: Path, read: Callable[[Path], str]) -> Iterator[str]:
    """What a reader of an e-book would miss or read twice."""
    said, epub = letters(read(file)), Epub(file.read_bytes())
    body, captions = spoken_epub(file.read_bytes()).body, list(_captions(epub))
    for caption in captions:
        body = body.replace(caption, " ", 1)
    place = 0
    for word in body.split():
        found = said.find(letters(word), place)
        if found < 0:
            yield f"{file.name}: “{word}” is lost, or stands before its place"
            break
        place = found
    yield from (f"{file.name}: “{caption}” is lost" for caption in captions if letters(caption) not in said)
    for nav in epub.xml("contents.xhtml").iter(f"{XHTML}nav"):
        hidden = letters("".join(words(link) for link in nav.iter(f"{XHTML}a")))
        if nav.get("hidden") and len(hidden) > 20 and hidden in said:
            yield f"{file.name}: what is hidden is printed: {nav.get('aria-label')}"


def _captions(epub: Epub) -> Iterator[str]:
    """What stands over tables; MuPDF sets it below them."""
    for name in epub.spine():
        yield from ("".join(caption.itertext()) for caption in epub.xml(name).iter(f"{XHTML}caption"))
