"""The pages before and behind the text as the template for paper is given them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from ...layout.page import PageGeometry
from ...layout.titles import balance
from ...model.book import Book, Section
from ...model.kinds import Role
from ...styles import Style
from ...typesetting.fonts.faces import choose_face, width_in
from ..markup.covers import BackCover, Cover, back_cover, front_cover
from ..markup.front_back_matter import Imprint, Pages, Sign, closing_imprint, imprint, imprint_place, logo
from ..markup.parts import Entry, contents, publisher_to_show

# A half-title is so much smaller than the title.
_HALF = 0.55
# Contents and imprint share a page when together they fill no more than this share of its lines.
_SHARED = 0.75


@dataclass(frozen=True, slots=True)
class PaperMatter:
    """``moved`` is the closing imprint's section where the page behind the title takes it in, which it may
    share with the contents; else ``closing`` stands at the end of the section ``closing_at``.
    ``block`` says that title, subtitle and authors stand over the text, behind a cover that is a picture;
    ``caption_at`` is the number of the section over which the title stands small once more, -1 for none."""

    pages: Pages
    title_lines: tuple[str, ...]
    half_title_lines: tuple[str, ...]
    publisher: str
    logo: Sign | None
    cover: Cover | None
    back: BackCover | None
    imprint: Imprint | None
    moved: Section | None
    shares_page: bool
    closing: Imprint | None
    closing_at: str
    block: bool
    caption_at: int
    entries: tuple[Entry, ...]


def address(source: str) -> str:
    """How the page's source names an asset."""
    return f"asset:{quote(source)}"


def paper_matter(book: Book, style: Style, page: PageGeometry, found: Pages, with_contents: bool) -> PaperMatter:
    """All that a book on paper has around its text, ``found`` being the pages that it gets."""
    moved = closing_imprint(book) if found.imprint else None
    text = replace(book, sections=book.sections[:-1]) if moved else book
    entries = contents(text) if with_contents else ()
    # Where a leaflet's text begins under its title, nothing before it names the publisher.
    unnamed = bool(publisher_to_show(book.metadata)) and not (found.title_page or found.told)
    said = imprint(book, address, publisher=found.imprint or unnamed, date=found.imprint)
    return PaperMatter(
        pages=found,
        title_lines=title_lines(book, style, page, style.settings.title_size),
        half_title_lines=title_lines(book, style, page, style.settings.title_size * _HALF),
        publisher=publisher_to_show(book.metadata),
        logo=logo(book, address),
        cover=front_cover(book, style, page, found, address) if found.cover else None,
        back=back_cover(book, style, page, address) if found.back_cover else None,
        imprint=said if found.imprint else None,
        moved=moved,
        shares_page=bool(entries) and found.imprint and not found.opens_right and _fit_together(entries, said, book, page),
        closing=None if found.imprint else said,
        closing_at=_closing_section(book),
        block=found.cover and not found.told and not found.title_page and bool(book.metadata.title),
        caption_at=_caption_place(book) if found.told and not found.title_page else -1,
        entries=entries,
    )


def title_lines(book: Book, style: Style, page: PageGeometry, size: float) -> tuple[str, ...]:
    """The title in even lines at a size in points."""
    metadata = book.metadata
    face, _ = choose_face(style.settings.cover.face, "Bold", metadata.title, metadata.lang, style)
    return balance(metadata.title, width_in(face), page.measure / size)


def _fit_together(entries: tuple[Entry, ...], said: Imprint, book: Book, page: PageGeometry) -> bool:
    """Whether contents and imprint find room on one page; not where a dedication stands between them."""
    if any(section.role in (Role.DEDICATION, Role.EPIGRAPH) for section in book.sections):
        return False
    lines = 4 + sum(1.5 + len(entry.inside) for entry in entries) + len(said.lines) + (3 if said.label else 0)
    moved = closing_imprint(book)
    lines += 2 + 2 * len(moved.blocks) if moved else 0
    return lines <= _SHARED * page.lines


def _closing_section(book: Book) -> str:
    """The section that ends with the imprint's lines: the imprint, else the last."""
    return imprint_place(book) or (book.sections[-1].id if book.sections else "")


def _caption_place(book: Book) -> int:
    """A text that has no heading of its own begins under the title."""
    chapters = [index for index, section in enumerate(book.sections) if section.role is Role.CHAPTER]
    first = chapters[0] if chapters else -1
    return first if chapters and not book.sections[first].title and book.metadata.title else -1
