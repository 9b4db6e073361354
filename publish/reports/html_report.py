"""Findings as one page to read, each beside the words or the page that it is about.

Made for an editor who goes through it with the author: it is a single file that fetches nothing and runs nothing. What is
shown is chosen by check boxes and CSS. It is well-formed XML as well.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Explanation, Severity
from ..styles import find_style
from .excerpts import ExcerptLine, Excerpts
from .findings import by_file, counts, file_of, line_of, named, summary

# Of one rule, so many findings are shown in a file, and of one finding so many pages.
MOST_SHOWN = 50
_MOST_PAGES = 3
_LONGEST_SPAN = 200
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CODE_OR_QUOTED = re.compile(r"`(?P<code>[^`]+)`|(?<=“)(?P<quoted>[^“”]+)(?=”)")
_PAGES = re.compile(r"\bpages? (\d{1,5}(?:(?:, and |, | and |–|-)\d{1,5})*)")
_BETWEEN_PAGES = re.compile(r"[–-]")
_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Remark", Severity.DETAIL: "Detail"}

_Pictures = Mapping[tuple[str, int], bytes]


@dataclass(frozen=True, slots=True)
class _Words:
    """A run of a message: our own words, ``code`` that stood between backticks, or words ``quoted`` from the text."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Count:
    """How many findings of a severity there are: in words, and as the class that the style sheet knows."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page of a file, kept in the report once and shown wherever it is spoken of, ``first`` of all in one finding."""

    id: str
    first: str
    page: int
    file: str
    width: int
    height: int
    address: str


@dataclass(frozen=True, slots=True)
class _Finding:
    id: str
    code: str
    kind: str
    severity: str
    where: str
    message: tuple[_Words, ...]
    hint: tuple[_Words, ...]
    rule: Explanation | None
    excerpt: tuple[ExcerptLine, ...]
    pages: tuple[_Picture, ...]
    more_pages: int


@dataclass(frozen=True, slots=True)
class _Unshown:
    """How many more findings of a rule there are in a file."""

    kind: str
    code: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class _File:
    id: str
    name: str
    counts: tuple[_Count, ...]
    findings: tuple[_Finding, ...]
    unshown: tuple[_Unshown, ...]
    pages: tuple[_Picture, ...]


def html_report(
    findings: Iterable[Diagnostic],
    explained: Mapping[str, Explanation],
    sources: Mapping[str, str],
    pictures: _Pictures,
    title: str,
    lang: str = "",
    files: Collection[str] = (),
) -> str:
    """The findings, each once, as a page in XHTML that is good HTML too.

    ``sources`` are texts by the names that places have, ``pictures`` the pages of PDFs as PNG by file and number, for
    findings that name pages. ``title`` is what was looked at, ``lang`` the language that title and texts are in (the report
    is in English), ``""`` where that is not known; ``files`` names all that was looked at.
    """
    from markupsafe import Markup

    style = find_style("base", Path(__file__).parent)
    found = by_file(findings)
    everything = [one for _, about in found for one in about]
    excerpts = Excerpts(sources)
    shown = [_file(number, name, about, explained, excerpts, pictures) for number, (name, about) in enumerate(found, 1)]
    page = style.template("report.html.j2").render(
        title=title,
        lang=lang,
        # A style sheet ends where the browser sees the first "</".
        css=Markup(style.css("report").replace("</", "<\\/")),
        summary=summary(everything, files),
        counts=_counts(everything),
        files=shown,
        pages=[page for file in shown for page in file.pages],
        sound=sorted(set(files) - {name for name, _ in found}),
        most=MOST_SHOWN,
    )
    return _NO_XML.sub("\ufffd", page)


def wanted_pages(findings: Iterable[Diagnostic]) -> list[tuple[str, int]]:
    """The pages, by file and number, of which :func:`html_report` shows a picture if it is given one."""
    shown = (found for _, about in by_file(findings) for found in _capped(about, {})[0])
    return list(dict.fromkeys((file_of(found), page) for found in shown if found.place for page in _shown_pages(found)))


def _counts(findings: Iterable[Diagnostic]) -> tuple[_Count, ...]:
    return tuple(_Count(severity.value, named(severity, number)) for severity, number in counts(findings).items())


def _file(number: int, name: str, findings: list[Diagnostic], explained: Mapping[str, Explanation], excerpts: Excerpts, pictures: _Pictures) -> _File:
    shown, unshown = _capped(findings, explained)
    anchored = {f"finding-{number}-{at}": one for at, one in enumerate(shown, 1)}
    pages = _pictures_of(name, f"page-{number}", anchored, pictures)
    made = (_finding(anchor, one, explained, excerpts, pages) for anchor, one in anchored.items())
    return _File(f"file-{number}", name, _counts(findings), tuple(made), unshown, tuple(pages[page] for page in sorted(pages)))


def _capped(findings: list[Diagnostic], explained: Mapping[str, Explanation]) -> tuple[list[Diagnostic], tuple[_Unshown, ...]]:
    """The first findings of each rule, and how many more there are."""
    shown, seen, kinds = [], Counter[str](), {}
    for found in findings:
        seen[found.code] += 1
        kinds[found.code] = found.severity.value
        if seen[found.code] <= MOST_SHOWN:
            shown.append(found)
    more = {code: number - MOST_SHOWN for code, number in sorted(seen.items()) if number > MOST_SHOWN}
    names = {code: explained[code].name if code in explained else "" for code in more}
    return shown, tuple(_Unshown(kinds[code], code, names[code], f"{number:,}") for code, number in more.items())


def _finding(anchor: str, found: Diagnostic, explained: Mapping[str, Explanation], excerpts: Excerpts, pages: Mapping[int, _Picture]) -> _Finding:
    line = line_of(found)
    about = [pages[page] for page in _shown_pages(found) if page in pages]
    more_pages = len(_pages(found.message)) - len(about) if about else 0
    return _Finding(
        anchor, found.code, found.severity.value, _SEVERITIES[found.severity], f"line {line}" if line else "",
        tuple(_words(_sentence(found.message))), tuple(_words(_sentence(found.hint))), explained.get(found.code),
        excerpts.excerpt(found), tuple(about), more_pages,
    )  # fmt: skip


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(text: str) -> Iterator[_Words]:
    """A message in runs."""
    end = 0
    for match in _CODE_OR_QUOTED.finditer(text):
        yield _Words(text[end : match.start()])
        yield _Words(match[match.lastgroup or 0], match.lastgroup or "")
        end = match.end()
    yield _Words(text[end:])


# Pages --------------------------------------------------------------------------------------------


def _pictures_of(file: str, anchor: str, findings: Mapping[str, Diagnostic], pictures: _Pictures) -> dict[int, _Picture]:
    """The pages that a file's findings name and of which there is a picture, by number."""
    made: dict[int, _Picture] = {}
    for first, found in findings.items():
        for page in _shown_pages(found):
            png = pictures.get((file, page), b"")
            if page not in made and (size := _size(png)):
                made[page] = _Picture(f"{anchor}-{page}", first, page, file, *size, f"data:image/png;base64,{b64encode(png).decode()}")
    return made


def _shown_pages(found: Diagnostic) -> list[int]:
    return _pages(found.message)[:_MOST_PAGES]


def _pages(message: str) -> list[int]:
    """The pages that a message names, in its order: “page 3”, “pages 3, 5 and 7”, “pages 3–5”."""
    named = (part for match in _PAGES.finditer(message) for part in re.split(r", and |, | and ", match[1]))
    return list(dict.fromkeys(page for part in named for page in _span(part)))


def _span(part: str) -> range:
    ends = [int(end) for end in _BETWEEN_PAGES.split(part)]
    return range(ends[0], min(ends[-1], ends[0] + _LONGEST_SPAN) + 1)


def _size(png: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as a PNG says in its first chunk; nothing for what is no PNG."""
    if len(png) < 24 or not png.startswith(b"\x89PNG\r\n\x1a\n") or png[12:16] != b"IHDR":
        return None
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    return (width, height) if width and height else None
