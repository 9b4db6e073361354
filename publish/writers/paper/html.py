"""The book as the HTML that is set on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from ...language import is_rtl
from ...language.address_breaks import addresses_in, divided_address, divided_code
from ...language.dates import show_date
from ...language.words import byline, listed, word
from ...layout.demands_size import demands_size
from ...layout.page import PageGeometry
from ...layout.side_by_side import fit_a_page, have_room
from ...layout.table_fit import TableFit, table_fit
from ...model.book import Book, Section
from ...model.grid import placed
from ...model.kinds import Role, Unit
from ...model.nodes import Code, Columns, Inlines, List, Note, Paragraph, Table, Text
from ...model.walk import are_pictures, map_contents, map_inlines, plain_text, without_formulas
from ...styles import Style
from ..markup.formulas import as_picture
from ..markup.front_back_matter import Pages, Wishes, closing_imprint, pages
from ..markup.parts import Part, part, word_count
from ..markup.qr import QrCode, qr_code
from ..markup.timestamp import made
from ..markup.title_words import TitleWords
from ..markup.xhtml import Xhtml, attribute
from .front_back_matter import address, paper_matter
from .headline import headline

if TYPE_CHECKING:
    from markupsafe import Markup


# What stands above demands, in sizes of body text: the rule and the heading, a line of the lead-in, one of its letters.
_DEMANDS_HEAD, _LEAD_LINE, _LEAD_LETTER = 6.8, 1.9, 0.58
# A table of so many columns wants more room than a column of the page.
_MANY_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What the author decided, where not left to the style: ``None`` is for the style to decide."""

    title_page: bool | None = None
    cover: bool | None = None
    half_title: bool | None = None
    imprint_page: bool | None = None
    back_cover: bool | None = None
    contents: bool | None = None
    chapters_open_pages: bool | None = None
    hyphenate: bool = True
    justify: bool = True


@dataclass(frozen=True, slots=True)
class PaperHtml:
    """The page's source, and the words of the notes at the foot of its pages, by their numbers.

    ``aside`` are the named pages that only say once more what the book says elsewhere.
    """

    text: str
    footnotes: Mapping[int, str]
    aside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Endnote:
    number: int
    body: Markup


@dataclass(slots=True)
class _Notes:
    """Numbers the notes in the order of their calls, and keeps those set at a section's end."""

    say: Xhtml = field(init=False)
    at_end: frozenset[int] = frozenset()
    number: int = 0
    feet: dict[int, str] = field(default_factory=dict)
    ends: list[Endnote] = field(default_factory=list)

    def __call__(self, note: Note) -> str:
        self.number += 1
        number = self.number
        body = self._body(note)
        if number in self.at_end:
            from markupsafe import Markup

            self.ends.append(Endnote(number, Markup(body)))
            return f'<a class="endnote-call" href="#_note-{number}">{number}</a>'
        self.feet[number] = plain_text(*without_formulas(note.blocks))
        return f'<span class="footnote" id="_note-{number}" data-number="{number}">{body}</span>'

    def _body(self, note: Note) -> str:
        match note.blocks:
            case (Paragraph(content=content),):
                return self.say.inlines(content)
            case blocks:
                return self.say.blocks(blocks)


def paper_html(book: Book, style: Style, page: PageGeometry, options: PaperOptions, endnotes: frozenset[int] = frozenset(), demands: float = 1) -> PaperHtml:
    """The whole book as one well-formed page.

    ``endnotes`` are the notes set at a section's end; ``demands`` makes demands smaller than they are by themselves.
    """
    metadata = book.metadata
    notes = _Notes(at_end=endnotes)
    notes.say = say = Xhtml(
        link=str,
        image=address,
        note=notes,
        lang=metadata.lang,
        table=partial(_table_attributes, style, page),
        stacked=partial(_are_stacked, style, page),
        formula=as_picture,
    )
    parts, ends = [], {}
    for section in book.sections:
        parts.append(part(section, metadata, say))
        if notes.ends:
            ends[section.id], notes.ends = notes.ends, []
    found = _matter_pages(book, style, options)
    matter = paper_matter(book, style, page, found, _wants_contents(book, found, options))
    text = style.template("print.html.j2").render(
        metadata=metadata,
        words=TitleWords(metadata),
        matter=matter,
        parts=parts[:-1] if matter.moved else parts,
        moved=parts[-1] if matter.moved else None,
        endnotes=ends,
        codes=_qr_codes(book),
        print_attributes=lambda part: _print_attributes(part, style, page, demands),
        entries=matter.entries,
        title_page=found.title_page,
        byline=byline([name.replace(" ", "\u00a0") for name in metadata.authors], metadata.lang),
        date=show_date(metadata.date, metadata.lang) if metadata.date else "",
        created=made(metadata),
        contents_at=_contents_place(book.sections),
        headline=headline(metadata, style, page) if metadata.title and (style.settings.columns > 1 or style.settings.fill) else None,
        verso=_running_verso(book),
        direction="rtl" if is_rtl(metadata.lang) else "ltr",
        classes=" ".join(filter(None, (_classes(book, style, options), "opens-right" if found.opens_right else ""))),
        word=lambda key: word(key, metadata.lang),
    )
    return PaperHtml(text, notes.feet, _said_elsewhere(found))


def _matter_pages(book: Book, style: Style, options: PaperOptions) -> Pages:
    wishes = Wishes(options.cover, options.half_title, options.title_page, options.imprint_page, options.back_cover)
    return pages(book, style.settings, wishes)


def _said_elsewhere(found: Pages) -> frozenset[str]:
    """The named pages whose words are no part of the text; a cover's are where it serves as title page."""
    return frozenset(("half", "back") if found.told and not found.title_page else ("half", "back", "cover"))


def _wants_contents(book: Book, found: Pages, options: PaperOptions) -> bool:
    """A leaflet whose text begins under its title needs no list of its few pages."""
    if options.contents is not None:
        return options.contents
    sections = len(book.sections) - (1 if found.imprint and closing_imprint(book) else 0)
    return (found.title_page or found.cover) and sections > 1


def _contents_place(sections: tuple[Section, ...]) -> int:
    """Contents come after what stands quietly before the text, and before everything else."""
    quiet = (section.role in (Role.DEDICATION, Role.EPIGRAPH) for section in sections)
    return next((index for index, is_quiet in enumerate(quiet) if not is_quiet), 0)


def _print_attributes(part: Part, style: Style, page: PageGeometry, demands: float) -> dict[str, str]:
    """What a section's element carries on paper only: demands are set as large as their page allows."""
    if part.section.role is not Role.DEMANDS:
        return {}
    size = max(_demands_size(part.section, style, page) * demands, style.settings.smallest)
    return {"style": f"--demand-size: {size:.2f}pt"}


def fit_of_table(style: Style, page: PageGeometry, table: Table) -> TableFit:
    """How a table fits where it stands: across the page, or in one of its columns."""
    return _fit_within(page.measure if _goes_across(style, page, table) else page.measure / style.settings.columns, style, table)


def _goes_across(style: Style, page: PageGeometry, table: Table) -> bool:
    """Whether a table stands across all columns of the page: where it has many of its own, or words too long for one."""
    columns = style.settings.columns
    return columns > 1 and (len(table.columns) >= _MANY_COLUMNS or not _fit_within(page.measure / columns, style, table).share)


def _fit_within(measure: float, style: Style, table: Table) -> TableFit:
    least, usual = style.settings.tables
    columns: list[list[str]] = [[] for _ in table.columns]
    for row in placed((*table.head, *table.rows, *table.foot)):
        for column, cell in row:
            columns[column].append(plain_text(*map_contents(cell.blocks, _parted)))
    return table_fit(columns, measure, usual * style.settings.size, least / usual)


def _parted(content: Inlines) -> Inlines:
    """Words with a space wherever a line may end in them."""
    return map_inlines(content, lambda node: (replace(node, text=" ".join(_parts(node))),) if isinstance(node, (Text, Code)) else (node,))


def _parts(words: Text | Code) -> Iterator[str]:
    if isinstance(words, Code):
        yield from divided_code(words.text)
        return
    place = 0
    for start, end in addresses_in(words.text):
        yield words.text[place:start]
        yield from divided_address(words.text[start:end])
        place = end
    yield words.text[place:]


def _table_attributes(style: Style, page: PageGeometry, table: Table) -> str:
    """What makes a wide table fit the measure."""
    share, close = fit_of_table(style, page, table)
    least, usual = style.settings.tables
    names = ("across" if _goes_across(style, page, table) else "", "close" if close else "", "" if share else "crowded")
    size = f' style="--table-size: {share or least / usual:.3f}"' if share < 1 else ""
    return attribute("class", " ".join(filter(None, names))) + size


def _are_stacked(style: Style, page: PageGeometry, columns: Columns) -> bool:
    """Whether columns stand one below the other: there is no room beside each other, or no page to hold them."""
    shares = [one.width.number / 100 if one.width and one.width.unit is Unit.PERCENT else None for one in columns.columns]
    measure, size = page.measure / style.settings.columns, style.settings.size
    if are_pictures(columns):
        return not have_room(shares, True, measure, size)
    letters = [[len(plain_text(block)) for block in column.blocks] for column in columns.columns]
    return not (have_room(shares, False, measure, size) and fit_a_page(letters, shares, measure, size, page.lines))


def _demands_size(section: Section, style: Style, page: PageGeometry) -> float:
    body = style.settings.size
    lists = [block for block in section.blocks if isinstance(block, List)]
    lengths = [len(plain_text(item)) for block in lists for item in block.items]
    above = [plain_text(*section.lead), *(plain_text(block) for block in section.blocks if block not in lists)]
    lead_lines = sum(ceil(len(text) * _LEAD_LETTER * body / page.measure) for text in above)
    head = (_DEMANDS_HEAD + lead_lines * _LEAD_LINE) * body
    return demands_size(lengths, head, page.measure, page.lines * page.leading, body, style.settings.smallest)


def _running_verso(book: Book) -> str:
    """What runs over left pages: the book's title; its authors, where one untitled text makes the book."""
    chapters = [section for section in book.sections if section.role is Role.CHAPTER]
    authors = listed(book.metadata.authors, book.metadata.lang)
    return authors if len(chapters) == 1 and not chapters[0].title and authors else book.metadata.title


def _classes(book: Book, style: Style, options: PaperOptions) -> str:
    chapters = [section for section in book.sections if section.role is Role.CHAPTER and section.level == 1]
    opens = options.chapters_open_pages
    if opens is None:
        words = sum(map(word_count, chapters))
        opens = bool(chapters) and words >= style.settings.chapter_page_from * len(chapters)
    said = ("chapters-page" if opens else "chapters-run-on", "" if options.hyphenate else "unhyphenated", "" if options.justify else "ragged")
    return " ".join(filter(None, said))


def _qr_codes(book: Book) -> dict[str, QrCode]:
    """A code for each contact section that has an address, by the section's id."""
    made = ((section.id, qr_code(section, book.metadata.lang)) for section in book.sections if section.role is Role.CONTACT)
    return {name: code for name, code in made if code}
