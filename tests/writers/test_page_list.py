"""The pages of a PDF in the e-book that is made with it: where they begin, what they are called, and when there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.layout.page import page_geometry
from publish.layout.printed_pages import PageStart, in_order
from publish.model.nodes import Code, Emphasis, Figure, Heading, Image, Numbering
from publish.typesetting.page_source import prepared
from publish.typesetting.page_starts import letters_of
from publish.typesetting.tagging.folios import Folio
from publish.workflows.building import build
from publish.workflows.reading import Wanted
from publish.writers.epub.epub import write_epub
from publish.writers.epub.page_breaks import PageBreaks
from publish.writers.markup.drop_caps import with_drop_caps
from publish.writers.markup.linked_notes import notes_and_xhtml
from publish.writers.markup.parts import part
from publish.writers.paper.html import PaperOptions, paper_html
from publish.writers.paper.printed_links import with_printed_links
from tests.writers.pdfs import Pdf
from tests.writers.sample import OPS, XHTML, Epub, book, chapter, contact, demands, everything, note, paragraph, picture, style, words

FEATURES = {"pageBreakMarkers", "pageNavigation"}


def paged(made, *starts: PageStart) -> Epub:
    return Epub(write_epub(made, style(), Report(), starts))


def starts(*letters: int, section: str = "the-last-bus") -> tuple[PageStart, ...]:
    return tuple(PageStart(str(number), number, "text", section, count) for number, count in enumerate(letters, 7))


def page_list(epub: Epub) -> list[tuple[str, str]]:
    """The pages that a reader is offered, and where they lead."""
    navs = [nav for nav in epub.xml("contents.xhtml").iter(f"{XHTML}nav") if nav.get(f"{OPS}type") == "page-list"]
    return [(link.text, link.get("href")) for nav in navs for link in nav.iter(f"{XHTML}a")]


def marks(epub: Epub, file: str) -> list[tuple[str, str]]:
    """The marks in a file: what they say, and the words behind each up to the next."""
    found: list[list[str]] = []

    def read(element) -> None:
        if element.get("role") == "doc-pagebreak":
            assert element.get(f"{OPS}type") == "pagebreak" and words(element) == ""
            found.append([element.get("aria-label"), ""])
        for child in element:
            for text in (child.text or "",) if len(child) == 0 and child.get("role") != "doc-noteref" else ():
                if found and child.get("role") != "doc-pagebreak":
                    found[-1][1] += text
            read(child)
            if found:
                found[-1][1] += child.tail or ""

    read(epub.xml(file))
    return [(label, " ".join(said.split())) for label, said in found]


# Where the marks stand ------------------------------------------------------------------------------


def inside(*blocks, at: tuple[int, ...], **more) -> str:
    """A chapter's page with marks at so many letters behind its heading, as text."""
    text = paged(book(chapter(*blocks, title="", **more)), *starts(*at)).raw("text/01-chapter.xhtml")
    for number in range(7, 12):
        text = text.replace(f'<span id="_page-{number}" epub:type="pagebreak" role="doc-pagebreak" aria-label="{number}"></span>', f"[{number}]")
    return text


@pytest.mark.parametrize(
    ("blocks", "at", "said"),
    [
        ((paragraph("One two three."),), (0, 3, 6), "<p>[7]One [8]two [9]three.</p>"),
        ((paragraph("One “two” (three)."),), (3, 6), "<p>One [7]“two” [8](three).</p>"),
        ((paragraph("A &", " b <c."),), (1,), "<p>A &amp; [7]b &lt;c.</p>"),
        ((paragraph("One ", Emphasis(paragraph("two three").content), "."),), (6,), "<em>two [7]three</em>"),
        ((paragraph("One ", Code("two three"), "."),), (3,), "One <code>[7]two three</code>"),
        ((paragraph("One."), Heading(2, paragraph("Two").content, id="two")), (3,), '<p>One.</p>\n[7]<h2 id="two">Two</h2>'),
        ((paragraph("One", note("A note of words."), " two."),), (3,), "</a> [7]two.</p>"),
        ((paragraph("One."), paragraph("Two.")), (3, 6), "<p>One.</p>\n<p>[7]Two.</p>\n[8]"),
        ((paragraph("One."), paragraph("Two.")), (3, 3), "<p>[7][8]Two.</p>"),
    ],
)
def test_a_mark_stands_before_the_first_word_of_its_page(blocks, at, said: str):
    assert said in inside(*blocks, at=at)


def test_a_mark_stands_before_a_picture_that_opens_its_page():
    made = book(chapter(paragraph("One."), Figure(Image("a.png", "A map"), paragraph("The map").content), title=""), assets=picture())
    text = paged(made, *starts(3, 4)).raw("text/01-chapter.xhtml")
    first, second = text.index('id="_page-7"'), text.index('id="_page-8"')
    assert first < text.index("<img") < second < text.index("The map")


def test_pages_lead_to_the_heading_of_a_section_with_their_marks_before_it():
    epub = paged(book(chapter(paragraph("One.")), demands()), *starts(0), PageStart("8", 8, "demands", "demands", 0))
    assert page_list(epub) == [("7", "text/01-chapter.xhtml#_page-7"), ("8", "text/02-demands.xhtml#_page-8")]
    assert [epub.raw(file).index("doc-pagebreak") < epub.raw(file).index("<h1") for file in epub.spine()[3:5]] == [True, True]


def test_pages_without_text_lead_to_what_an_ebook_has_of_them():
    front = (PageStart("i", 1, "cover"), PageStart("ii", 2, "title"), PageStart("iii", 3, "half"), PageStart("iv", 4, "contents"))
    epub = paged(book(chapter(paragraph("One."))), *front, *starts(0))
    assert [href.partition("#")[0] for _, href in page_list(epub)] == [
        "text/cover.xhtml", "text/title.xhtml", "contents.xhtml", "text/01-chapter.xhtml",
    ]  # fmt: skip
    assert [label for label, _ in page_list(epub)] == ["i", "ii", "iv", "7"]


def test_pages_that_print_has_in_another_order_are_left_out():
    moved = (PageStart("2", 2, "imprint", "contact", 0), *starts(0, 3))
    assert [label for label, _ in page_list(paged(book(chapter(paragraph("One two."), title=""), contact()), *moved))] == ["7", "8"]
    rows = [((3, 0), "a"), ((1, 0), "b"), ((1, 0), "c"), ((2, 5), "d"), ((2, 1), "e"), ((9, 9), "f")]
    assert "".join(in_order(rows)) in ("bcdf", "bcef")


def test_print_and_ebook_count_the_same_letters_in_every_section():
    made = with_printed_links(with_drop_caps(everything()))
    page = page_geometry(420, 595, style().settings.margins, style().settings.leading)
    html = paper_html(made, style(), page, PaperOptions(), frozenset((1,))).text
    paper = {one.get("id"): one for one in prepared(html, page.measure, style().settings.size).iter("section")}
    breaks = PageBreaks()
    _, say = notes_and_xhtml("Back", str, str, epub=True, marks=breaks)
    for section in made.sections[:-1]:  # the imprint stands before the text on paper
        breaks.begin(starts(letters_of(paper[section.id])))
        assert "pagebreak" not in part(section, made.metadata, say, epub=True).body, section.id
        assert "pagebreak" in breaks.rest()
        breaks.begin(starts(letters_of(paper[section.id]) - 1))
        said = part(section, made.metadata, say, epub=True)
        assert "pagebreak" in said.heading + said.lead + said.body, section.id


# What the book says of them ------------------------------------------------------------------------


def test_a_book_with_pages_says_whose_they_are_and_claims_them():
    epub = paged(book(chapter(paragraph("One."))), *starts(0))
    assert (epub.meta("pageBreakSource"), epub.named("source")) == (["Night buses (PDF)"], ["Night buses (PDF)"])
    assert set(epub.meta("schema:accessibilityFeature")) >= FEATURES


def test_a_book_alone_has_no_pages_and_claims_none():
    epub = paged(book(chapter(paragraph("One."))))
    assert (page_list(epub), epub.meta("pageBreakSource"), epub.named("source")) == ([], [], [])
    assert not set(epub.meta("schema:accessibilityFeature")) & FEATURES
    assert not [name for name in epub.spine() if "pagebreak" in epub.raw(name)]


@pytest.mark.parametrize(
    ("folio", "said"),
    [
        (Folio(4, Numbering.LOWER_ROMAN), "iv"), (Folio(19, Numbering.UPPER_ROMAN), "XIX"), (Folio(28, Numbering.LOWER_ALPHA), "ab"),
        (Folio(0, Numbering.LOWER_ROMAN), "0"), (Folio(12, Numbering.DECIMAL), "12"),
    ],
)  # fmt: skip
def test_a_folio_is_said_in_the_signs_of_its_kind(folio: Folio, said: str):
    assert str(folio) == said


# From a manuscript ---------------------------------------------------------------------------------

ROMAN = """
@page contents { @bottom-left { content: counter(page, lower-roman) } @bottom-right { content: counter(page, lower-roman) } }
@page quiet { @bottom-left { content: none } @bottom-right { content: none } }
@page :nth(1 of text) { counter-reset: page 1 }
"""
SENTENCE = "The caretaker of the upper yard counts “overcoats, umbrellas and bicycles” number {0} by lamplight, unhurriedly.[^{0}]\n\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Pdf, Epub]]:
    """A book with roman front matter, its PDF named first and its e-book named first."""
    folder = tmp_path_factory.mktemp("paged")
    (folder / "styles" / "roman").mkdir(parents=True)
    (folder / "styles" / "roman" / "style.yaml").write_text("extends: pamphlet\n", "utf-8")
    (folder / "styles" / "roman" / "print.css").write_text(ROMAN, "utf-8")
    said = "".join(f"## Part {part}\n\n" + "".join(SENTENCE.format(10 * part + one) for one in range(10)) for part in range(1, 6))
    notes = "".join(f"[^{10 * part + one}]: Kept in the ledger.\n" for part in range(1, 6) for one in range(10))
    head = "---\ntitle: Overcoats\nauthor: Ann Quay\npublish: {style: roman, shape: a6, contents: yes, title-page: yes}\n---\n\n"
    (folder / "coats.md").write_text(f"{head}# The yard\n\n{said}\n# Demands\n\n1. Hooks.\n2. Racks.\n\n{notes}", "utf-8")
    found = {}
    for order in (("pdf", "epub"), ("epub", "pdf")):
        out, report = folder / order[0], Report()
        build(folder / "coats.md", Wanted(order, out=out), report)
        assert not report.failed, list(map(str, report.diagnostics))
        found[order[0]] = Pdf((out / "coats.pdf").read_bytes()), Epub((out / "coats.epub").read_bytes())
    return found


def test_the_order_of_the_formats_makes_no_difference(made):
    (pdf, epub), (same_pdf, same_epub) = made["pdf"], made["epub"]
    assert pdf.data == same_pdf.data
    assert [epub.archive.read(name) for name in epub.names] == [same_epub.archive.read(name) for name in same_epub.names]


def test_pages_are_called_what_stands_on_them_in_roman_and_arabic_numbers(made):
    pdf, epub = made["pdf"]
    labels = [page.label for page in pdf.file.pages]
    lasts = [pdf.run("pdftotext", "-f", str(number), "-l", str(number), "FILE", "-").split()[-1:] for number in range(1, len(labels) + 1)]
    assert [label for label, last in zip(labels, lasts, strict=True) if last == [label]] == labels[3:]
    front = labels.index("1")
    assert labels[:front] == ["i", "ii", "iii", "iv"][:front] and front >= 2
    assert labels[front:] == [str(number) for number in range(1, len(labels) - front + 1)]
    listed = [label for label, _ in page_list(epub)]
    assert listed == [label for label in labels if label in listed]
    assert set(labels[front:]) <= set(listed)


def test_behind_each_mark_stand_the_words_that_begin_its_printed_page(made):
    pdf, epub = made["pdf"]
    labels = [page.label for page in pdf.file.pages]
    said = dict(one for name in epub.spine() if "-chapter" in name for one in marks(epub, name))
    assert len(said) > 6
    for label, text in said.items():
        page = " ".join(pdf.run("pdftotext", "-f", str(labels.index(label) + 1), "-l", str(labels.index(label) + 1), "FILE", "-").split())
        assert " ".join(text.split()[:4]) in page, (label, text[:60], page[:200])


def test_a_setting_leaves_the_pages_out(tmp_path: Path):
    (tmp_path / "a.md").write_text("---\ntitle: A\npublish: {page-list: no}\n---\n\n# A\n\nWords.\n", "utf-8")
    build(tmp_path / "a.md", Wanted(("pdf", "epub"), out=tmp_path), Report())
    assert page_list(Epub((tmp_path / "a.epub").read_bytes())) == []
