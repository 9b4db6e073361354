"""What somebody who reads a PDF with her ears meets, and in what order."""

from __future__ import annotations

import itertools
from functools import cache

import pikepdf
import pytest

from publish.model.nodes import Emphasis, Figure, Image, Link, Note, Paragraph, Text
from tests.writers.pdfs import Pdf, Printed, printed
from tests.writers.sample import book, chapter, demands, everything, note, paragraph, picture, text


@cache
def made() -> Printed:
    return printed(everything())


def marked(page: pikepdf.Page) -> dict[str, list[int | None]]:
    """The kinds of marked content on a page, with their numbers."""
    found: dict[str, list[int | None]] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            number = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
            found.setdefault(str(operands[0]), []).append(number)
    return found


def pieces(pdf: Pdf) -> list[tuple[tuple[int, int], int]]:
    """The page and number of each marked piece that hangs in the tree, in reading order."""
    return [(one.Pg.objgen, int(kid)) for one in pdf.elements() for kid in one.get("/K", []) if isinstance(kid, int)]


def test_every_piece_is_either_in_the_tree_once_or_an_artifact():
    hanging = pieces(made().pdf)
    assert len(hanging) == len(set(hanging))
    on_pages = {
        (page.obj.objgen, int(number))
        for page in made().pdf.file.pages
        for kind, numbers in marked(page).items()
        for number in numbers
        if number is not None and kind != "/Artifact"
    }
    assert on_pages == set(hanging)


def test_running_heads_and_folios_are_artifacts():
    shown = printed(book(chapter(*[paragraph("Nobody could say who had taken the bench away. " * 9) for _ in range(12)])))
    pages = list(enumerate(shown.pdf.texts, 1))[2:]
    assert pages
    assert all(text.endswith(str(number)) for number, text in pages)
    assert any("Night buses" in text for _, text in pages)
    assert all("/Artifact" in marked(page) for page in shown.pdf.file.pages[2:])
    assert shown.output.words.body.count("buses") == 1


def test_the_tree_answers_for_each_piece():
    """From a piece on a page one finds its element, as the standard wants."""
    root = made().pdf.file.Root.StructTreeRoot
    parents = pikepdf.NumberTree(root.ParentTree)
    for page in made().pdf.file.pages:
        owners = parents[int(page.obj.StructParents)]
        numbers = [n for kind, numbers in marked(page).items() if kind != "/Artifact" for n in numbers if n is not None]
        assert all(int(number) in [int(kid) for kid in owners[number].K if isinstance(kid, int)] for number in numbers)


def test_every_link_says_where_it_leads_and_hangs_in_the_tree():
    pdf = made().pdf
    annotations = [annotation for page in pdf.file.pages for annotation in page.get("/Annots", [])]
    assert annotations
    assert all(str(annotation.Contents).strip() for annotation in annotations)
    linked = [kid.Obj.objgen for one in pdf.elements("Link") for kid in one.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
    assert sorted(linked) == sorted(annotation.objgen for annotation in annotations)


def test_table_heads_say_what_they_head():
    heads = made().pdf.elements("TH")
    assert len(heads) == 3
    assert all(head.A.Scope == "/Column" for head in heads)
    assert len(made().pdf.elements("TD")) == 9
    assert len(made().pdf.elements("Caption")) == 2


def test_pictures_are_described_and_placed():
    figures = made().pdf.elements("Figure")
    assert [str(figure.Alt) for figure in figures] == ["The depot at night, all its lights on", "QR code for nights@example.org"]
    for figure in figures:
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
        width, height = (float(side) for side in figure.Pg.MediaBox[2:])
        assert 0 < left < right < width
        assert 0 < bottom < top < height
    code = figures[1].A.BBox
    # 25 modules on 30 mm, and the quiet zone of four on either side of them.
    assert float(code[2]) - float(code[0]) == pytest.approx(30 * 72 / 25.4 * 33 / 25, abs=0.1)


def test_a_picture_without_description_is_decoration():
    shown = printed(book(chapter(paragraph("Before ", Image("a.png"), " after.")), assets=picture()))
    # A picture in a line of text makes it higher, which is told; nothing else is.
    assert [said for said in shown.said if not said.startswith("P114")] == []
    assert shown.pdf.elements("Figure") == []
    assert any("/Artifact" in marked(page) for page in shown.pdf.file.pages)
    assert "/Figure" not in marked(shown.pdf.file.pages[0])


def test_notes_are_notes_with_ids_of_their_own():
    notes = made().pdf.elements("Note")
    assert [str(one.ID) for one in notes] == ["note-1", "note-2", "note-3", "note-4"]  # the third is the address of a link


def test_notes_at_a_sections_end_are_notes_too():
    long = Note((paragraph("Far too long for the foot of any page. " * 90), paragraph("And more.")))
    shown = printed(book(chapter(paragraph("One", note("First."), " two", long, " three", note("Third."), "."))))
    names = [str(one.ID) for one in shown.pdf.elements("Note")]
    assert len(names) == len(set(names))
    assert {name.split("-")[1] for name in names} == {"1", "2", "3"}
    assert shown.pdf.elements("Art") == []


def test_contents_are_a_table_of_contents_and_not_read_as_text():
    shown = printed(everything(), contents="yes")
    pdf = shown.pdf
    assert len(pdf.elements("TOC")) == 2  # the sections, and those below a chapter
    assert len(pdf.elements("TOCI")) == 8
    assert shown.output.words.body.count("A smaller matter") == 1


def test_heading_levels_leave_none_out():
    levels = [int(str(one.S)[2]) for one in made().pdf.elements() if str(one.S)[1:] in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_lists_have_items_with_bodies():
    pdf = printed(book(demands())).pdf
    lists = pdf.elements("L")
    assert len(lists) == 1
    assert [str(kid.S) for kid in lists[0].K] == ["/LI"] * 4
    assert len(pdf.elements("LBody")) >= 4


def test_every_element_has_a_kind_of_the_standard():
    standard = set(
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
        "Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Figure".split()
    )
    shown = printed(everything(), contents="yes")
    assert {str(one.S)[1:] for one in shown.pdf.elements()} <= standard


def test_a_caption_and_its_figure_are_read_together():
    shown = printed(book(chapter(Figure(Image("a.png", "A lamp"), text("The lamp.")), paragraph("After.")), assets=picture()))
    kinds = [str(one.S)[1:] for one in shown.pdf.elements() if str(one.S)[1:] in ("Figure", "Caption", "P")]
    assert kinds[-4:-1] == ["Figure", "Caption", "P"]  # the last paragraph is the imprint's


def test_a_link_is_one_place_to_click_whatever_stands_in_it():
    link = Link((Text("see "), Emphasis((Text("the log"),)), Text(" at example.org/log")), "https://example.org/log")
    pdf = printed(book(chapter(Paragraph((link,))))).pdf
    annotations = [annotation for page in pdf.file.pages for annotation in page.get("/Annots", [])]
    assert [str(annotation.A.URI) for annotation in annotations] == ["https://example.org/log"]
