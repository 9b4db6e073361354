"""The book as the HTML that is set on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..language import is_rtl
from ..language.dates import show_date
from ..language.words import byline, word
from ..model.book import Book, Section
from ..model.nodes import Note, Paragraph, Role
from ..styles import Style
from .parts import Part, contents, first_address, part, word_count
from .xhtml import Xhtml

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What the author decided, where not left to the style: ``None`` is for the style to decide."""

    title_page: bool | None = None
    contents: bool | None = None
    chapters_open_pages: bool | None = None
    hyphenate: bool = True


@dataclass(frozen=True, slots=True)
class PaperHtml:
    """The page's source, and the numbers of the notes that stand at the foot of pages in it."""

    text: str
    footnotes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Endnote:
    number: int
    body: Markup


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as a picture's address, what it says to a listener, and the address it stands for."""

    picture: str
    said: str
    shown: str


@dataclass(slots=True)
class _Notes:
    """Numbers the notes in the order of their calls, and keeps those set at a section's end."""

    say: Xhtml = None
    at_end: frozenset[int] = frozenset()
    number: int = 0
    feet: list[int] = field(default_factory=list)
    ends: list[Endnote] = field(default_factory=list)

    def __call__(self, note: Note) -> str:
        self.number += 1
        number = self.number
        body = self._body(note)
        if number in self.at_end:
            from markupsafe import Markup

            self.ends.append(Endnote(number, Markup(body)))
            return f'<a class="endnote-call" href="#note-{number}">{number}</a>'
        self.feet.append(number)
        return f'<span class="footnote" id="note-{number}" data-number="{number}">{body}</span>'

    def _body(self, note: Note) -> str:
        match note.blocks:
            case (Paragraph(content=content),):
                return self.say.inlines(content)
            case blocks:
                return self.say.blocks(blocks)


def paper_html(book: Book, style: Style, options: PaperOptions, endnotes: frozenset[int] = frozenset()) -> PaperHtml:
    """The whole book as one well-formed page; ``endnotes`` are the notes set at a section's end."""
    metadata = book.metadata
    notes = _Notes(at_end=endnotes)
    notes.say = say = Xhtml(link=str, image=lambda source: f"asset:{quote(source)}", note=notes)
    parts, ends = [], {}
    for section in book.sections:
        parts.append(part(section, metadata, say))
        if notes.ends:
            ends[section.id], notes.ends = notes.ends, []
    text = style.template("print.html.j2").render(
        metadata=metadata,
        parts=parts,
        endnotes=ends,
        codes=_qr_codes(book),
        entries=contents(book) if _wants_contents(book, options) else (),
        title_page=_wants_title_page(book, style, options),
        byline=byline(metadata.authors, metadata.lang) if metadata.authors else "",
        date=show_date(metadata.date, metadata.lang) if metadata.date else "",
        created=metadata.date,
        direction="rtl" if is_rtl(metadata.lang) else "ltr",
        classes=_classes(book, style, options),
        word=lambda key: word(key, metadata.lang),
    )
    return PaperHtml(text, frozenset(notes.feet))


def _wants_title_page(book: Book, style: Style, options: PaperOptions) -> bool:
    if options.title_page is not None:
        return options.title_page
    return bool(book.metadata.title) and sum(map(word_count, book.sections)) >= style.settings.title_page_from


def _wants_contents(book: Book, options: PaperOptions) -> bool:
    return options.contents if options.contents is not None else len(book.sections) > 1


def _classes(book: Book, style: Style, options: PaperOptions) -> str:
    chapters = [section for section in book.sections if section.role is Role.CHAPTER and section.level == 1]
    opens = options.chapters_open_pages
    if opens is None:
        words = sum(map(word_count, chapters))
        opens = bool(chapters) and words >= style.settings.chapter_page_from * len(chapters)
    return " ".join(("chapters-page" if opens else "chapters-run-on", "" if options.hyphenate else "unhyphenated")).strip()


def _qr_codes(book: Book) -> dict[str, QrCode]:
    """A code for each contact section that has an address, by the section's id."""
    addressed = ((section, first_address(section)) for section in book.sections if section.role is Role.CONTACT)
    return {section.id: _qr_code(address, section, book.metadata.lang) for section, address in addressed if address}


def _qr_code(address: str, section: Section, lang: str) -> QrCode:
    import segno

    picture = segno.make(address, micro=False, error="m").svg_data_uri(border=0, scale=1, dark="#000")
    shown = address.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")
    return QrCode(picture, word("qr-alt", section.lang or lang).format(address=shown), shown)
