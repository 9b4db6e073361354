"""The book as an EPUB 3.3: one page a section, its notes at the page's end, a cover, contents.

Everything is made here as finished bytes; ``epub_package`` only packs them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...diagnostics import Report
from ...language import is_rtl
from ...language.dates import show_date
from ...language.words import byline, word
from ...layout.printed_pages import PageStart
from ...model.book import Asset, Book, Section
from ...model.kinds import Role
from ...styles import Style
from ..markup.addresses import web_address
from ..markup.cover import draw_cover
from ..markup.front_back_matter import imprint, imprint_place, logo
from ..markup.linked_notes import LinkedNote, notes_and_xhtml
from ..markup.parts import Entry, Part, contents, part, publisher_to_show
from ..markup.timestamp import made
from ..markup.title_words import TitleWords
from .files import CONTENTS_PAGE, COVER_PAGE, IMPRINT_PAGE, STYLE_SHEET, TITLE_PAGE, Layout, lay_out, picture
from .metadata import statements
from .package import Package, PackagedFile, pack
from .page_breaks import PageBreaks, PageLink, PagePlaces, mark, placed_pages

_XHTML = "application/xhtml+xml"
# EPUB wants a time even where neither the build nor the publication has one.
_NO_DATE = "2000-01-01T00:00:00Z"
_FRONT = {Role.DEDICATION, Role.EPIGRAPH, Role.FOREWORD, Role.INTRODUCTION}
_BACK = {Role.AFTERWORD, Role.APPENDIX, Role.NOTES, Role.ABOUT, Role.CONTACT, Role.IMPRINT}


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that readers offer to jump to, by its EPUB semantic."""

    kind: str
    name: str
    href: str


def write_epub(book: Book, style: Style, report: Report, printed: Sequence[PageStart] = ()) -> bytes:
    """The book's EPUB. The cover is the given one, or drawn to the style's design; ``printed`` are the pages of a PDF to lead to.

    Raises PublishError E101 for a picture that was not loaded, E102 for one that e-books cannot show.
    """
    layout = lay_out(book)
    places = placed_pages(book, layout, printed)
    pages = _Pages(book, style, layout, places)
    cover, words = _cover_file(book, style, layout, report)
    entries = _placed(contents(book), layout) or _first_page_only(book)
    landmarks = _landmarks(book, layout)
    files = [
        PackagedFile("style", STYLE_SHEET, "text/css", style.css("epub").encode()),
        cover,
        *_picture_files(book, layout, cover.name),
        PackagedFile("cover-page", COVER_PAGE, _XHTML, pages.cover(cover.name, words)),
        *pages.title(),
        PackagedFile("contents", CONTENTS_PAGE, _XHTML, pages.contents(entries, landmarks, places.links), ("nav",)),
        *pages.sections(),
        *pages.imprint(),
    ]
    return pack(
        Package(
            lang=book.metadata.lang,
            modified=made(book.metadata) or _NO_DATE,
            statements=statements(book, paged=bool(places.links)),
            files=files,
            spine=[file.id for file in files if file.media_type == _XHTML],
            contents=entries,
            guide=tuple(_guide(landmarks)),
            cover=cover.id,
            direction=book.metadata.page_progression or ("rtl" if is_rtl(book.metadata.lang) else ""),
        )
    )


class _Pages:
    """Fills the templates. Addresses in a page are seen from that page."""

    def __init__(self, book: Book, style: Style, layout: Layout, places: PagePlaces) -> None:
        self._book, self._style, self._layout, self._places = book, style, layout, places
        self._here = CONTENTS_PAGE
        self._breaks = PageBreaks()
        self._notes, self._say = notes_and_xhtml(book.metadata.lang, self._link, self._image, epub=True, marks=self._breaks)

    def cover(self, image: str, words: tuple[str, ...]) -> bytes:
        """The cover's picture, and below it the words that could not be drawn."""
        metadata = self._book.metadata
        title = metadata.title or word("untitled", metadata.lang)
        alt = word("cover-alt", metadata.lang).format(title=title)
        return self._page("cover", COVER_PAGE, title=word("cover", metadata.lang), image=image, alt=alt, words=words)

    def title(self) -> list[PackagedFile]:
        """The title page of a book that has a title."""
        metadata = self._book.metadata
        if not metadata.title:
            return []
        self._here = TITLE_PAGE
        page = self._page(
            "title", TITLE_PAGE, title=metadata.title, metadata=metadata, words=TitleWords(metadata),
            logo=logo(self._book, self._image), publisher=publisher_to_show(metadata),
            byline=byline(metadata.authors, metadata.lang) if metadata.authors else "",
            date=show_date(metadata.date, metadata.lang) if metadata.date else "",
        )  # fmt: skip
        return [PackagedFile("title", TITLE_PAGE, _XHTML, page, _held(page))]

    def contents(self, entries: tuple[Entry, ...], landmarks: list[Landmark], printed: Sequence[PageLink]) -> bytes:
        lang = self._book.metadata.lang
        return self._page(
            "contents", CONTENTS_PAGE, title=word("contents", lang), entries=entries, landmarks=landmarks,
            landmarks_name=word("landmarks", lang), printed=printed, printed_name=word("pages", lang),
        )  # fmt: skip

    def sections(self) -> list[PackagedFile]:
        return [
            self._section_file(f"section-{number}", section, file)
            for number, (section, file) in enumerate(
                zip(self._book.sections, self._layout.sections, strict=True), start=1
            )
        ]  # fmt: skip

    def _section_file(self, name: str, section: Section, file: str) -> PackagedFile:
        page = self._section(section, file)
        return PackagedFile(name, file, _XHTML, page, _held(page))

    def _section(self, section: Section, file: str) -> bytes:
        self._here = file
        from markupsafe import Markup

        self._breaks.begin(self._places.inside.get(file, ()))
        said: Part = part(section, self._book.metadata, self._say, epub=True)
        notes: list[LinkedNote] = self._notes.take()
        matter = "frontmatter" if section.role in _FRONT else "backmatter" if section.role in _BACK else "bodymatter"
        lang = section.lang or self._book.metadata.lang
        lines = imprint(self._book, self._image) if section.id == imprint_place(self._book) else None
        return self._page(
            "section", file, title=said.name, part=said, last_marks=Markup(self._breaks.rest()), notes=notes, matter=matter, lang=lang,
            imprint=lines,
        )  # fmt: skip

    def imprint(self) -> list[PackagedFile]:
        """A page of its own for the imprint of a book whose author wrote none."""
        self._here = IMPRINT_PAGE
        lines = imprint(self._book, self._image)
        if not lines or imprint_place(self._book):
            return []
        page = self._page("imprint", IMPRINT_PAGE, title=word("imprint", self._book.metadata.lang), imprint=lines)
        return [PackagedFile("imprint", IMPRINT_PAGE, _XHTML, page)]

    def _page(self, template: str, file: str, **values: Any) -> bytes:
        from markupsafe import Markup

        lang = values.setdefault("lang", self._book.metadata.lang)
        text = self._style.template(f"epub/{template}.xhtml.j2").render(
            direction="rtl" if is_rtl(lang) else "ltr",
            to=lambda name: _seen_from(file, name),
            style_sheet=STYLE_SHEET,
            first_marks=Markup("".join(map(mark, self._places.before.get(file, ())))),
            **values,
        )
        return text.encode()

    def _link(self, target: str) -> str:
        if not target.startswith("#"):
            return web_address(target)
        file = self._layout.ids.get(target[1:])
        if file is None:
            return ""  # reported when the links were looked at; the words stay
        return target if file == self._here else _seen_from(self._here, file) + target

    def _image(self, source: str) -> str:
        return _seen_from(self._here, self._layout.pictures[source])


def _held(page: bytes) -> tuple[str, ...]:
    """What a page must say in the manifest that it holds: formulas, or drawings such as the boxes of tasks."""
    held = ((b"<math ", "mathml"), (b"<svg", "svg"))
    return tuple(said for mark, said in held if mark in page)


def _seen_from(page: str, name: str) -> str:
    return posixpath.relpath(name, posixpath.dirname(page))


def _cover_file(book: Book, style: Style, layout: Layout, report: Report) -> tuple[PackagedFile, tuple[str, ...]]:
    """The cover's picture, and the words that should stand on it and could not be drawn."""
    given = book.metadata.cover_image
    words: tuple[str, ...] = ()
    if given:
        asset, name = picture(book, given), layout.pictures[given]
    else:
        drawn = draw_cover(book.metadata, style, report)
        asset, name, words = Asset("", "image/png", drawn.png), "images/cover.png", drawn.left_out
    return PackagedFile("cover-image", name, asset.media_type, asset.data, ("cover-image",)), words


def _picture_files(book: Book, layout: Layout, cover: str) -> list[PackagedFile]:
    return [
        PackagedFile(f"picture-{number}", name, book.assets[source].media_type, book.assets[source].data)
        for number, (source, name) in enumerate(layout.pictures.items(), start=1)
        if name != cover
    ]


def _placed(entries: tuple[Entry, ...], layout: Layout) -> tuple[Entry, ...]:
    """The entries with addresses in the package for ids. A section is its file's beginning."""
    return tuple(
        Entry(
            entry.name,
            layout.ids[entry.id] + (f"#{entry.id}" if entry.role == "heading" else ""),
            entry.role,
            _placed(entry.inside, layout),
        )
        for entry in entries
    )  # fmt: skip


def _first_page_only(book: Book) -> tuple[Entry, ...]:
    """Contents must list something, also of a book that is all dedication."""
    return (Entry(word("cover", book.metadata.lang), COVER_PAGE, "cover"),)


def _landmarks(book: Book, layout: Layout) -> list[Landmark]:
    metadata = book.metadata
    found = [Landmark("cover", word("cover", metadata.lang), COVER_PAGE)]
    if metadata.title:
        found.append(Landmark("titlepage", word("title-page", metadata.lang), TITLE_PAGE))
    found.append(Landmark("toc", word("contents", metadata.lang), f"{CONTENTS_PAGE}#contents"))
    if start := _start(book, layout):
        found.append(Landmark("bodymatter", word("start", metadata.lang), start))
    named = [entry for top in _placed(contents(book), layout) for entry in (top, *top.inside)]
    found += [Landmark("chapter", entry.name, entry.id) for entry in named if entry.role == Role.DEMANDS.value]
    return found


def _start(book: Book, layout: Layout) -> str:
    """The file in which the text begins: the first chapter; of a book without any, what stands behind its front matter."""
    placed = list(zip(book.sections, layout.sections, strict=True))
    chapters = (file for section, file in placed if section.role is Role.CHAPTER)
    others = (file for section, file in placed if section.role not in _FRONT)
    return next(chapters, "") or next(others, "")


def _guide(landmarks: list[Landmark]) -> Iterator[tuple[str, str, str]]:
    """The landmarks in the words of EPUB 2, for readers that know no others."""
    kinds = {"cover": "cover", "titlepage": "title-page", "toc": "toc", "bodymatter": "text"}
    return ((kinds[mark.kind], mark.name, mark.href) for mark in landmarks if mark.kind in kinds)
