"""A small book that has one of everything, made of nodes, and ways to look into what is written."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from publish.diagnostics import Report
from publish.model.book import Asset, Book, Contributor, Metadata, Section
from publish.model.nodes import (
    Align,
    Cell,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    DropCap,
    Emphasis,
    Figure,
    Heading,
    Image,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Pull,
    Quote,
    Role,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
    VerseLine,
)
from publish.styles import Style, find_style
from publish.writers.epub.epub import write_epub

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def style() -> Style:
    return find_style("pamphlet", Path(__file__).parent)


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def paragraph(*content: str | object) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content))


def note(*paragraphs: str) -> Note:
    return Note(tuple(paragraph(words) for words in paragraphs))


def ordered(*items: str) -> List:
    return List(tuple(ListItem((paragraph(item),)) for item in items), ordered=True)


def png(red: int = 60, green: int = 60, blue: int = 60, width: int = 600, height: int = 300) -> bytes:
    """A picture all in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes((red, green, blue)) * width) * height
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def chapter(*blocks, title: str = "The last bus home", name: str = "the-last-bus", **more) -> Section:
    return Section(Role.CHAPTER, tuple(blocks), text(title) if title else (), id=name, **more)


def demands(**more) -> Section:
    items = (
        "A bus every twenty minutes, all night, on every line that runs by day.",
        "Two drivers for every bus, and eleven hours between shifts.",
        "Fares that a cleaner can pay out of one hour’s work.",
        "No sackings; the fines handed out since the autumn to be paid back.",
    )
    blocks = (ordered(*items), paragraph("Nothing on this list costs more than the new head office."))
    return Section(Role.DEMANDS, blocks, text("What we demand"), text("The night workers demand:"), id="demands", **more)


def contact(**more) -> Section:
    said = paragraph("Write to ", Link(text("nights@example.org"), "mailto:nights@example.org"), ", or come on Thursdays.")
    return Section(Role.CONTACT, (said,), id="contact", **more)


def book(*sections: Section, assets: dict[str, Asset] | None = None, **metadata) -> Book:
    known = {
        "title": "Night buses",
        "subtitle": "What those who drive them and those who ride them want",
        "contributors": (Contributor("Ann Author", file_as="Author, Ann"), Contributor("Bob Writer")),
        "date": "2024-05-01",
        "publisher": "Night Shift Press",
    }
    return Book(Metadata(**(known | metadata)), sections or (chapter(paragraph("Words.")), demands(), contact()), assets or {})


def everything(**metadata) -> Book:
    """Every block and inline, in a book of nine sections."""
    picture = Asset("images/Depot at night.png", "image/png", png(), 600, 300)
    return book(
        Section(Role.DEDICATION, (paragraph("For those who wait at the last stop."),), id="dedication"),
        Section(Role.EPIGRAPH, (Quote((_verse(),), text("a song of the depot")),), id="epigraph"),
        Section(Role.FOREWORD, (paragraph("This was written on the back of rosters."),), id="foreword", authors=("Cy Third",)),
        _long_chapter(),
        chapter(paragraph("It came, in the end."), title="A smaller matter", name="a-smaller-matter", level=2),
        demands(),
        Section(Role.APPENDIX, (_table(), _definitions()), text("Figures and words"), id="figures"),
        contact(),
        Section(Role.IMPRINT, (paragraph("Printed at the office, after hours."),), id="imprint"),
        assets={picture.source: picture},
        **metadata,
    )  # fmt: skip


def _verse() -> Verse:
    return Verse((
        (VerseLine(text("The last bus leaves at ten to one,")), VerseLine(text("and no one told the night,"), 2)),
        (VerseLine(text("so here we stand, our shifts all done, a line too long for any small screen to hold in one piece,")),
         VerseLine(text("beneath the timetable’s light."), 2)),
    ))  # fmt: skip


def _table() -> Table:
    rows = (("N1", "14", "2.10"), ("N7, by way of the hospital", "9", "1.90"), ("N12", "3", "11.40"))
    return Table(
        (Align.LEFT, Align.RIGHT, Align.RIGHT),
        (tuple(Cell.of(text(head)) for head in ("Line", "Buses", "Fare")),),
        tuple(tuple(Cell.of(text(cell)) for cell in row) for row in rows),
        text("What runs between midnight and five"),
    )


def _definitions() -> DefinitionList:
    return DefinitionList((
        Definition(text("Split shift"), ((paragraph("Two halves of a day’s work, hours apart, of which only the work is paid."),),)),
        Definition(text("Layover"), ((paragraph("The minutes at the last stop."),), (paragraph("On paper, a rest."),))),
    ))  # fmt: skip


def _long_chapter() -> Section:
    long_words = (
        "At ten to one the last bus leaves the square, and those who clean the offices around it have ten minutes "
        "left to work. They have asked for a later bus since the spring of the year before last. The answer was "
        "that nobody rides at that hour; and nobody does, for there is no bus."
    )
    return chapter(
        paragraph(long_words, note("Council minutes, 4 March.", "They were not published until the autumn.")),
        paragraph(
            "The word ", Emphasis(text("service")), " stands ", Strong(text("four times")), " in the ", SmallCaps(text("NBC")),
            " charter", note("Article 2."), "; see ", Link(text("the figures"), "#figures"), " and ",
            Link(text("the square"), "#the-square"), ", or ", Link(text("the timetable"), "https://example.org/a?b=c&d=e", "All lines"),
            ". H", Subscript(text("2")), "O, the 5", Superscript(text("th")), ", ", Code("N1 < N7"), ", ",
            Span(text("servicio nocturno"), lang="es"), ", ", Span(text("here"), id="here"), ".", LineBreak(), "A new line.",
        ),
        Heading(2, text("The square & the hour"), id="the-square"),
        paragraph(DropCap(text(long_words[0])), long_words[1:]),
        Quote((paragraph("Who would ride where nothing runs?"),), pull=Pull.REPEATED),
        Quote((paragraph("We do not run buses for people who might come. We run them for people who do."),),
              text("the transport committee, in its answer of May")),
        paragraph("It goes on:", note("Same minutes, page 3.")),
        Figure(Image("images/Depot at night.png", "The depot at night, all its lights on"), text("The depot, two in the morning."), id="depot"),
        _verse(),
        List((ListItem((paragraph("vests,"),)), ListItem((paragraph("flasks, and"), List((ListItem((paragraph("tea"),)),)))))),
        Heading(3, text("A smaller heading"), id="smaller"),
        CodeBlock("00:50  N1\n01:20  N7  (Sundays only, and only when somebody has called in the morning)", "text"),
        ThematicBreak(),
        paragraph("And then it was morning; see ", Link(text("above"), "#here"), "."),
        Division(None, (paragraph("Al final llegó."),), lang="es", id="aside"),
    )  # fmt: skip


def picture(source: str = "a.png", media_type: str = "image/png", data: bytes | None = None) -> dict[str, Asset]:
    """One picture, as a book's assets."""
    return {source: Asset(source, media_type, data if data is not None else png(), 600, 300)}


def gif(frames: int) -> bytes:
    """A picture of one pixel that is shown so many times."""
    frame = b"\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    return b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00" + frame * frames + b"\x3b"


class Epub:
    """An EPUB as a reader opens it."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.archive.read(f"EPUB/{name}"))

    def raw(self, name: str) -> str:
        return self.archive.read(f"EPUB/{name}").decode()

    @property
    def package(self) -> ElementTree.Element:
        return self.xml("content.opf")

    def named(self, element: str) -> list[str]:
        """The texts of a Dublin Core element."""
        return [found.text for found in self.package.iter(f"{DC}{element}")]

    def meta(self, name: str) -> list[str]:
        """The values of a property."""
        return [found.text for found in self.package.iter(f"{OPF}meta") if found.get("property") == name]

    def spine(self) -> list[str]:
        """The files of the spine in order."""
        files = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        return [files[item.get("idref")] for item in self.package.iter(f"{OPF}itemref")]

    def landmarks(self) -> list[tuple[str, str]]:
        """Kind and address of the places that readers offer to jump to."""
        nav = next(nav for nav in self.xml("contents.xhtml").iter(f"{XHTML}nav") if nav.get(f"{OPS}type") == "landmarks")
        return [(link.get(f"{OPS}type"), link.get("href")) for link in nav.iter(f"{XHTML}a")]


def built(made: Book) -> Epub:
    """The EPUB of a book, opened."""
    return Epub(write_epub(made, style(), Report()))


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())
