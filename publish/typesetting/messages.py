"""What WeasyPrint says while it works, as diagnostics with the file and line they are about."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from unicodedata import name

from ..diagnostics import Report
from ..model.book import Book
from ..model.nodes import Code, CodeBlock, Text
from ..model.place import NO_FILE, Place
from ..model.walk import walk

_MISSING_SIGN = ".notdef glyph"
_NO_DESCRIPTION = 'Image "%s" has no required alt'
_CANNOT_LOAD = "Failed to load image"
_SLOW_SUBSETTING = "Using fontTools instead of HarfBuzz-Subset"
_INSTALL_SUBSETTING = "install it — Debian/Ubuntu: sudo apt install libharfbuzz-subset0; Fedora: sudo dnf install harfbuzz; macOS: brew install harfbuzz"
_AT = re.compile(r" at (\d+):(\d+)\b")
_MOST_SIGNS_NAMED = 6


class StyleLines:
    """Gives every line of several style sheets a number of its own, by which a message tells which it means."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, str]] = []
        self._lines = 0

    def apart(self, file: str, css: str) -> str:
        """The style sheet, its first line moved below the last of those before."""
        self._starts.append((self._lines, file))
        moved = "\n" * self._lines + css
        self._lines += css.count("\n") + 1
        return moved

    def place(self, line: int) -> Place | None:
        """The file and line that a line's number stands for; None where it is none of a style's."""
        start, file = max((entry for entry in self._starts if entry[0] < line), default=(0, ""))
        return Place(file, line - start) if file else None


class Messages(logging.Handler):
    """Listens to WeasyPrint. ``missing_signs`` are those that no font has, in the order in which they are met."""

    def __init__(self, lines: StyleLines) -> None:
        super().__init__(logging.WARNING)
        self.missing_signs: list[str] = []
        self.reading = ""  # the style sheet that is being read
        self._lines = lines
        self._slow_subsetting = False
        self._heard: dict[tuple[str, str], logging.LogRecord] = {}

    def emit(self, record: logging.LogRecord) -> None:
        template = str(record.msg)
        if template.startswith(_MISSING_SIGN):
            if (sign := _given(record)[0]) not in self.missing_signs:
                self.missing_signs.append(sign)
        elif template.startswith(_SLOW_SUBSETTING):  # said of every font; all that matters is that the library is missing
            self._slow_subsetting = True
        elif not template.startswith(_NO_DESCRIPTION):  # said of the manuscript already, where it is a mistake
            self._heard.setdefault((record.getMessage(), self.reading), record)

    @contextmanager
    def listening(self) -> Iterator[None]:
        logger = logging.getLogger("weasyprint")
        logger.addHandler(self)
        # Some libraries give Python's own logging a handler as soon as they say something, which would print all this.
        before, logger.propagate = logger.propagate, False
        try:
            yield
        finally:
            logger.propagate = before
            logger.removeHandler(self)

    def tell(self, book: Book, report: Report) -> None:
        """Report all that was heard, each once: P103 what could not be fetched, P105 what a style
        says in vain, P106 signs that no font has, P141 that a library is missing."""
        for (message, file), record in self._heard.items():
            if str(record.msg).startswith(_CANNOT_LOAD):
                address, problem = _given(record)
                hint = "nothing is fetched but the pictures of the text and what a style holds itself, as data:"
                report.error("P103", f"a picture cannot be shown: {address[:80]} ({problem[:80]})", None, hint)
            elif record.levelno >= logging.ERROR:
                report.error("P103", message)
            else:
                self._tell_of_style(message, file, report)
        if self.missing_signs:
            self._tell_of_signs(book, report)
        if self._slow_subsetting:
            report.info("P141", "fonts are cut down slowly, for HarfBuzz-Subset is not here", NO_FILE, _INSTALL_SUBSETTING)

    def _tell_of_style(self, message: str, file: str, report: Report) -> None:
        found = _AT.search(message)
        place = self._lines.place(int(found[1])) if found else None
        if found and place:
            message = message[: found.start()] + message[found.end() :]
        report.warning("P105", message, place or (Place(file) if file else None))

    def _tell_of_signs(self, book: Book, report: Report) -> None:
        signs, count = tuple(self.missing_signs), times(self.missing_signs, book)
        boxes = f"{count} boxes stand in their place" if count > 1 else "a box stands in its place"
        hint = f"{boxes}: install a font that has {'them' if len(signs) > 1 else 'it'}, or put one into the style's `fonts` folder"
        report.warning("P106", f"no font here has {named_signs(signs)}", place_of(signs, book), hint, signs=signs, times=count)


def _given(record: logging.LogRecord) -> tuple[str, ...]:
    """What was given to be put into a message."""
    return tuple(map(str, record.args)) if isinstance(record.args, tuple) else ()


def named_signs(signs: Sequence[str]) -> str:
    """Signs with their code points and names, the first of them where there are many."""
    named = ", ".join(map(_in_words, signs[:_MOST_SIGNS_NAMED]))
    more = len(signs) - _MOST_SIGNS_NAMED
    return f"{named} and {more} more" if more > 0 else named


def _in_words(sign: str) -> str:
    """A sign with its code point and name, for somebody who may not see it."""
    return f"{sign} (U+{ord(sign):04X} {name(sign, 'unnamed').lower()})"


def place_of(signs: Collection[str], book: Book) -> Place | None:
    """Where the first of some signs stands in the text."""
    return next((place for place, text in _texts(book) if any(sign in text for sign in signs)), None)


def as_they_come(signs: Collection[str], book: Book) -> tuple[str, ...]:
    """Some signs in the order in which the text has them; those that it has not come last."""
    wanted = frozenset(signs)
    return tuple(dict.fromkeys((*(sign for _, text in _texts(book) for sign in text if sign in wanted), *signs)))


def times(signs: Collection[str], book: Book) -> int:
    """How often some signs stand in the text."""
    wanted = frozenset(signs)
    return sum(sign in wanted for _, text in _texts(book) for sign in text)


def _texts(book: Book) -> Iterator[tuple[Place | None, str]]:
    """All that is said in a book, in order, with its places."""
    for section in book.sections:
        block: Place | None = section.place
        for node in walk(*section.title, *section.lead, *section.blocks):
            block = node.place or block
            if isinstance(node, (Text, Code, CodeBlock)):
                yield block, node.text
    yield from ((None, said) for said in (book.metadata.title, book.metadata.subtitle, *book.metadata.authors))
