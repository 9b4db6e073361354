"""Boxes, columns and the sizes of pictures, as they are said in XHTML and printed."""

from __future__ import annotations

import pytest

from publish.model.kinds import Align, BoxKind, Extent, Unit
from publish.model.nodes import Box, Column, Columns, Division, Figure, Image, Text
from publish.writers.markup.xhtml import Xhtml
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, paragraph, picture


def xhtml(epub: bool = False, **more) -> Xhtml:
    return Xhtml(link=str, image=str, note=lambda _: "", epub=epub, **more)


@pytest.mark.parametrize(("kind", "marks"), [
    (BoxKind.NOTE, 'class="box note-box" role="note"'),
    (BoxKind.TIP, 'class="box tip-box" epub:type="tip" role="doc-tip"'),
    (BoxKind.WARNING, 'class="box warning-box" role="note"'),
])  # fmt: skip
def test_a_box_is_an_aside_that_says_what_it_is(kind: BoxKind, marks: str) -> None:
    said = xhtml(epub=True).block(Box(kind, (paragraph("Words."),), (Text("A & B"),), "x"))
    assert said == f'<aside id="x" {marks}>\n<p class="box-title">A &amp; B</p>\n<p>Words.</p>\n</aside>'


@pytest.mark.parametrize(("width", "height", "style"), [
    (None, None, ""),
    (Extent(60, Unit.PERCENT), None, ' style="width: 60%"'),
    (Extent(4.5, Unit.CENTIMETRE), Extent(300, Unit.PIXEL), ' style="width: 4.5cm; height: 300px"'),
])  # fmt: skip
def test_a_picture_has_the_size_that_its_author_gave(width, height, style) -> None:
    assert xhtml().picture(Image("a.png", "A", width=width, height=height)) == f'<img src="a.png" alt="A"{style}/>'


def test_columns_keep_their_order_and_say_what_they_hold() -> None:
    texts = Columns((Column((paragraph("One."),), Extent(40, Unit.PERCENT)), Column((paragraph("Two."),))))
    said = xhtml().block(texts)
    assert said.index("One.") < said.index("Two.") and '<div class="column" style="width: 40%">' in said
    assert '<div class="columns">' in said
    assert '<div class="columns stacked">' in xhtml(stacked=lambda _: True).block(texts)
    row = Columns((Column((Figure(Image("a.png")),)),) * 2)
    assert '<div class="columns pictures">' in xhtml().block(row)


def test_a_division_says_how_its_lines_stand() -> None:
    said = xhtml().block(Division(None, (paragraph("Words."),), align=Align.CENTER))
    assert said == '<div class="align-center">\n<p>Words.</p>\n</div>'


LONG = "The committee met at the quay, and spoke of lamps for as long as there was light. " * 40


@pytest.fixture(scope="module")
def pages():
    short = Columns((Column((paragraph("Left words."),)), Column((paragraph("Right words."),))))
    too_long = Columns((Column((paragraph(LONG),)), Column((paragraph("At the end."),))))
    box = Box(BoxKind.NOTE, (paragraph("Bring a lamp."),), (Text("Note"),))
    wide = Figure(Image("a.png", "A", width=Extent(90, Unit.CENTIMETRE)))
    return printed(book(chapter(box, short, wide, too_long), assets=picture()))


def test_boxes_and_columns_are_printed_whole(pages) -> None:
    assert pages.losses == []


def test_short_columns_stand_side_by_side_and_long_ones_below_each_other(pages) -> None:
    words = {word.text: (number, word) for number, page in enumerate(pages.pdf.words) for word in page}
    (of_left, left), (of_right, right), (of_end, end) = words["Left"], words["Right"], words["end."]
    assert of_left == of_right and left.top == right.top and left.right < right.left
    assert all(word.top < end.top for word in pages.pdf.words[of_end] if word.text == "committee")
    assert of_end > of_left
