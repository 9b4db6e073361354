"""Where links lead: to a place in the text, to another text of the book, or to an address outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import unquote

from ..diagnostics import Report
from ..model.place import Place
from .slugs import slug, slug_as_on_github

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "geo", "ftp", "sftp", "xmpp", "matrix", "doi"})
_FILES = (".md", ".markdown", ".txt", ".html", ".xhtml", ".pdf", ".epub", ".docx", ".odt", ".png", ".jpg", ".svg")
_MADE_OF_TEXTS = (".html", ".htm", ".xhtml")  # what other tools make of a text, and its author may link to
# To look for the nearest id takes time; a text in which so many links lead nowhere has another problem.
_MOST_SUGGESTIONS = 20


@dataclass(slots=True)
class TextNames:
    """What can be linked to in one text. ``exact`` are its ids as written, with what each is called in the
    book; ``first`` is the id of its beginning."""

    path: str
    exact: dict[str, str] = field(default_factory=dict)
    first: str = ""
    _aliases: dict[str, set[str]] = field(default_factory=dict)

    def add_alias(self, alias: str, name: str) -> None:
        if alias:
            self._aliases.setdefault(alias.casefold(), set()).add(name)

    def find(self, name: str) -> str | None:
        """The id in the book that a name in this text means, if it means just one; words are taken for the heading's."""
        if name in self.exact:
            return self.exact[name]
        found = self._aliases.get(name.casefold()) or self._aliases.get(slug(name).casefold()) or set()
        return next(iter(found)) if len(found) == 1 else None


class Targets:
    """Knows all texts of a book, and reports links that lead nowhere (M501, M502, M504)."""

    def __init__(self, texts: Sequence[TextNames], report: Report) -> None:
        self._texts, self._report = texts, report
        self._by_path = {text.path: text for text in reversed(texts) if text.path and text.first}
        self._by_stem = {posixpath.splitext(path)[0]: text for path, text in self._by_path.items()}
        self._by_name: dict[tuple[str, ...], list[TextNames]] = {}
        for path, text in self._by_path.items():
            self._by_name.setdefault(_name(path)[-1:], []).append(text)
        self._suggestions = 0

    def meant(self, target: str, within: TextNames, place: Place | None) -> str:
        """The target as it is written in the book; as it was where it leads nowhere, which is reported."""
        if target.startswith("#"):
            return self._inside(target, unquote(target[1:]), within, place)
        scheme = _SCHEME.match(target)
        if scheme:
            self._check_scheme(scheme[1], place)
            return target
        path, _, name = target.partition("#")
        other = self._text(path, within)
        if other is None:
            which = f"the link `{_short(target)}`" if target else "this link"
            self._report.error("M502", f"{which} has no address", place, _address_hint(target))
            return target
        return self._of_text(target, unquote(name), other, place) if name else f"#{other.first}"

    def _text(self, path: str, within: TextNames) -> TextNames | None:
        """The text of the book that a path means, seen from another one."""
        if not path:
            return None
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(within.path), unquote(path)))
        stem, suffix = posixpath.splitext(whole)
        return self._by_path.get(whole) or (self._by_stem.get(stem) if suffix in _MADE_OF_TEXTS else None)

    def noted(self, target: str, within: TextNames) -> str:
        """What a link between notes leads to, written as the book needs it; nothing where no text has that name or place."""
        note, *headings = target.split("#")
        text = self._noted_text(note.strip(), within) if note.strip() else within
        if text is None or not text.first or any(step.startswith("^") for step in headings):
            return ""
        found = text.find(headings[-1].strip()) if headings else text.first
        return f"#{found}" if found else ""

    def _noted_text(self, note: str, within: TextNames) -> TextNames | None:
        """The text that a note's name means: of its own folder, else the only one; folders may stand before it."""
        wanted = _name(note)
        named = [text for text in self._by_name.get(wanted[-1:], ()) if _name(text.path)[-len(wanted) :] == wanted]
        near = [text for text in named if posixpath.dirname(text.path) == posixpath.dirname(within.path)]
        return next((found[0] for found in (near, named) if len(found) == 1), None)

    def _inside(self, target: str, name: str, within: TextNames, place: Place | None) -> str:
        """A place of the same text, else of the only other one that has it."""
        found = within.find(name) or self._elsewhere(name)
        if found is None:
            message = f"there is nothing called `{_short(target)}` in this book"
            self._report.error("M501", message, place, self._nearest(name, self._texts))
        return f"#{found}" if found else target

    def _elsewhere(self, name: str) -> str | None:
        found = {known for text in self._texts if (known := text.find(name))}
        exact = [text.exact[name] for text in self._texts if name in text.exact]
        return exact[0] if exact else next(iter(found)) if len(found) == 1 else None

    def _of_text(self, target: str, name: str, other: TextNames, place: Place | None) -> str:
        found = other.find(name)
        if found is None:
            message = f"there is nothing called `#{_short(name)}` in `{_short(other.path)}`"
            self._report.error("M501", message, place, self._nearest(name, [other]))
        return f"#{found}" if found else target

    def tell_left_over(self, places: Sequence[Place | None]) -> None:
        """Links between notes that lead to no place of the book (M162): one finding for a text."""
        if not places:
            return
        times = f", here and in {len(places) - 1} more {'place' if len(places) == 2 else 'places'}" if places[1:] else ""
        message = f"markup left over from another tool: links between notes{times}"
        self._report.warning("M162", message, places[0], "write [words](file.md), for a file of the same book", count=len(places))

    def _nearest(self, name: str, texts: Sequence[TextNames]) -> str:
        self._suggestions += 1
        few = self._suggestions <= _MOST_SUGGESTIONS and len(name) < 100
        near = get_close_matches(name, sorted({known for text in texts for known in text.exact}), 1) if few else []
        return f"did you mean `#{near[0]}`?" if near else "give a heading that id: # Heading {#id}"

    def _check_scheme(self, scheme: str, place: Place | None) -> None:
        if scheme.lower() not in _ALLOWED_SCHEMES:
            hint = "readers could not follow it, or would run it; use https:, mailto: or #id"
            self._report.error("M504", f"links with `{_short(scheme)}:` are not allowed", place, hint)


def _name(path: str) -> tuple[str, ...]:
    """A text's path as notes call it: without its ending, in whatever case and with spaces or hyphens."""
    stem, suffix = posixpath.splitext(path)
    steps = (stem if suffix in (".md", ".markdown", ".txt", ".text") else path).split("/")
    return tuple(slug_as_on_github(step) or step for step in steps)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _address_hint(target: str) -> str:
    if "@" in target:
        return f"write mailto:{_short(target)}"
    if re.match(r"[\w-]+(\.[\w-]+)+", target) and not target.lower().partition("#")[0].endswith(_FILES):
        return f"write https://{_short(target)}"
    return "link to https://… or to #id in this book"
