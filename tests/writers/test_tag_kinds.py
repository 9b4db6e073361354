"""Elements of the structure tree are what they were in the text: languages, lists, terms, emphasis, levels of headings."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from publish.diagnostics import Report
from publish.model.nodes import Definition, DefinitionList, Heading, List, ListItem, Quote
from publish.settings.values import Settings
from publish.writers import WRITERS, Order
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, everything, ordered, paragraph, style, text


@cache
def made() -> Printed:
    return printed(everything())


def kinds(element: pikepdf.Dictionary) -> list[str]:
    return [str(kid.S)[1:] for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_words_in_another_language_say_which():
    spoken = [(str(one.S)[1:], str(one.Lang)) for one in made().pdf.elements() if "/Lang" in one]
    assert spoken == [("Span", "es"), ("Span", "es"), ("Div", "es")]  # the span is broken over two lines
    assert str(made().pdf.file.Root.Lang) == "en"


def test_every_item_has_a_label_and_one_body():
    items = made().pdf.elements("LI")
    assert len(items) == 9
    assert {tuple(kinds(item)) for item in items} == {("Lbl", "LBody")}


def test_demands_are_numbered_and_bullets_are_not():
    numberings = [str(one.A.ListNumbering) for one in made().pdf.elements("L") if "/A" in one]
    assert numberings.count("/Decimal") == 1
    assert len(numberings) == 3


def test_a_term_is_the_label_of_what_it_means():
    terms = DefinitionList((
        Definition(text("Shift"), ((paragraph("Eight hours."),), (paragraph("Or ten."),))),
        Definition(text("Layover"), ((paragraph("A rest."),),)),
    ))  # fmt: skip
    pdf = printed(book(chapter(terms))).pdf
    assert [kinds(item) for item in pdf.elements("LI")] == [["Lbl", "LBody"], ["Lbl", "LBody"]]
    assert [kinds(body) for body in pdf.elements("LBody")] == [["P", "P"], ["P"]]


def test_what_follows_a_list_within_an_item_is_read_after_it():
    item = ListItem((paragraph("Before."), ordered("Inside."), Quote((paragraph("After."),))))
    shown = printed(book(chapter(List((item, ListItem((paragraph("Last."),)))))))
    assert shown.losses == []
    body = shown.output.words.body
    assert body.index("Before") < body.index("Inside") < body.index("After") < body.index("Last")
    assert kinds(shown.pdf.elements("LBody")[0]) == ["Span", "L", "BlockQuote"]


def test_emphasis_code_and_the_numbers_of_notes_have_a_kind():
    elements = made().pdf.elements()
    assert len(made().pdf.elements("Reference")) == 4
    assert len(made().pdf.elements("Code")) >= 1
    assert all("Lbl" in kinds(note) + [kind for kid in note.K for kind in kinds(kid)] for note in elements if str(note.S) == "/Note")


@pytest.mark.parametrize(("levels", "told"), [((4,), [2]), ((3, 5, 4, 2), [2, 3, 3, 2]), ((2, 3, 3, 2), [2, 3, 3, 2])])
def test_no_level_of_heading_is_left_out(levels: tuple[int, ...], told: list[int]):
    blocks = [block for number, level in enumerate(levels) for block in (Heading(level, text(f"Part {number}")), paragraph("Words."))]
    pdf = printed(book(chapter(*blocks))).pdf
    headings = [int(str(one.S)[2]) for one in pdf.elements() if str(one.S)[1:] in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert headings == [1, 1, *told]  # the book's title and the chapter's stand before them


@pytest.mark.parametrize("standard", ["a-2a", "a-3a"])
def test_a_file_to_be_kept_says_that_it_is_accessible_and_leaves_pictures_as_they_are(standard: str):
    settings = replace(Settings(), printing=replace(Settings().printing, pdf_standard=standard))
    made = [WRITERS["pdf"].write(Order(everything(), style(), settings), Report()).data for _ in range(2)]
    assert made[0] == made[1]
    with pikepdf.open(io.BytesIO(made[0])) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
        pictures = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]
        assert b'pdfuaid:part="1"' in metadata
        assert b"pdfaid" in metadata
        assert pictures
        assert not any("/Interpolate" in picture for picture in pictures)
