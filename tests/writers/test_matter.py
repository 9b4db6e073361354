"""What stands before and behind the text: which pages a book gets, what they say, and where they lie."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from publish.diagnostics import Report
from publish.layout.page import page_geometry
from publish.measures.shapes import shape
from publish.model.book import Asset, Book, Contributor, Emblem, Identifier, Matter
from publish.model.nodes import Role
from publish.settings.values import Colours
from publish.styles.settings import StyleSettings
from publish.writers.markup.covers import back_cover, share_cut_off
from publish.writers.markup.front_back_matter import Pages, Wishes, imprint, pages
from publish.writers.markup.parts import publisher_to_show
from publish.writers.paper.html import PaperOptions, paper_html
from publish.writers.web import write_html
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import (
    Section,
    book,
    built,
    chapter,
    contact,
    demands,
    everything,
    note,
    paragraph,
    picture,
    png,
    style,
    words,
)

ISBN = (Identifier("978-0-306-40615-7", "ISBN"),)
SAID = Matter(edition="Second edition", printer="Quay Print, Staithby", licence="Copy it", blurb="Read this at night.", price="£2")
LABEL = Matter(union_label=Emblem("label.png"), logo=Emblem("lamp.png", "A lamp in a window"))
PICTURES = picture("label.png") | picture("lamp.png")


def long(number: int, *more: Section, title: str = "", **metadata) -> Book:
    """A book of so many words."""
    filler = (paragraph("ten words are not many but here they all stand") for _ in range(number // 10))
    return book(chapter(*filler, title=title), *more, **metadata)


def imprint_section(*blocks) -> Section:
    return Section(Role.IMPRINT, blocks or (paragraph("Printed at the office, after hours."),), id="imprint")


def wanted(made: Book, **wishes) -> Pages:
    return pages(made, StyleSettings(), Wishes(**wishes))


# Which pages ----------------------------------------------------------------------------------------


def test_a_leaflet_has_nothing_around_its_text():
    made = replace(long(440, identifiers=ISBN), matter=SAID)
    assert wanted(made) == Pages()


def test_the_cover_of_a_short_pamphlet_is_its_title_page():
    assert wanted(long(450)) == Pages(cover=True, told=True)


@pytest.mark.parametrize(("length", "title_page", "half_title"), [(7990, False, False), (8000, True, False), (25000, True, True)])
def test_a_long_book_has_both_and_a_very_long_one_a_half_title(length, title_page, half_title):
    found = wanted(long(length))
    assert (found.cover, found.title_page, found.half_title) == (True, title_page, half_title)
    assert found.opens_right is title_page


@pytest.mark.parametrize("page", ["cover", "half_title", "title_page", "imprint_page", "back_cover"])
@pytest.mark.parametrize("wish", [True, False])
def test_a_wish_comes_before_every_length(page, wish):
    for length in (100, 30_000):
        made = replace(long(length, identifiers=ISBN), matter=SAID)
        found = wanted(made, **{page: wish})
        assert getattr(found, page.removesuffix("_page") if page == "imprint_page" else page) is wish


def test_an_imprint_gets_a_page_where_there_is_text_enough_and_something_to_say():
    assert not wanted(long(2000)).imprint
    assert wanted(long(2000, rights="CC BY")).imprint
    assert wanted(long(2000, imprint_section())).imprint
    assert not wanted(long(1990, rights="CC BY")).imprint


def test_publisher_and_date_are_an_imprint_for_those_who_ask_for_one():
    assert wanted(long(2000), imprint_page=True).imprint
    assert not wanted(long(2000, publisher="", date=""), imprint_page=True).imprint


@pytest.mark.parametrize(("more", "back"), [
    ({}, False), ({"matter": Matter(blurb="Read it.")}, True), ({"matter": Matter(price="£2")}, True), ({"identifiers": ISBN}, True),
])  # fmt: skip
def test_a_back_cover_needs_something_to_sell_by(more, back):
    matter = more.pop("matter", Matter())
    made = replace(long(900, description="For catalogues.", **more), matter=matter)
    assert wanted(made).back_cover is back
    assert not wanted(made, cover=False).back_cover


def test_a_style_can_do_without_all_of_it():
    never = StyleSettings(cover_from=float("inf"), title_page_from=float("inf"))
    assert pages(replace(long(30_000, identifiers=ISBN), matter=SAID), never, Wishes()) == Pages()


def test_a_picture_for_a_cover_leaves_the_title_to_the_text():
    made = long(900, cover_image="a.png", assets=picture())
    assert wanted(made) == Pages(cover=True)
    html = ElementTree.fromstring(source(made))
    assert [one.get("class") for one in html.iter("div") if "title" in one.get("class", "")] == ["title-block"]


# Imprint ----------------------------------------------------------------------------------------------


def lines(made: Book, **more) -> tuple[str, ...]:
    return tuple(line.striptags() for line in imprint(made, str, **more).lines)


def test_an_imprint_says_all_that_is_known_in_order():
    made = replace(book(rights="© 2024 Ann Author", identifiers=ISBN), matter=SAID)
    assert lines(made, publisher=True, date=True) == (
        "Second edition", "1 May 2024", "Published by Night Shift Press", "Printed by Quay Print, Staithby",
        "© 2024 Ann Author", "Copy it", "ISBN 978-0-306-40615-7",
    )  # fmt: skip


def test_an_imprint_speaks_the_books_language():
    made = replace(book(lang="es"), matter=Matter(printer="Imprenta Nueva"))
    assert lines(made, publisher=True, date=True) == ("1 de mayo de 2024", "Publicado por Night Shift Press", "Impreso por Imprenta Nueva")


def test_what_the_authors_own_imprint_says_is_not_said_again():
    own = imprint_section(paragraph("Printed by Quay Print in Staithby. Words under CC BY-SA 4.0."))
    made = replace(long(100, own, rights="CC BY-SA 4.0", identifiers=ISBN), matter=SAID)
    assert lines(made, publisher=True, date=True) == (
        "Second edition", "Published by Night Shift Press", "Copy it", "ISBN 978-0-306-40615-7",
    )  # fmt: skip


def test_braces_in_a_printers_name_are_only_braces():
    assert lines(replace(book(), matter=Matter(printer="{name} {0} & Co"))) == ("Printed by {name} {0} & Co",)


@pytest.mark.parametrize(("publisher", "shown"), [
    ("Ann Author", ""), ("ANN  author", ""), ("Ann Author Press", "Ann Author Press"), ("", ""),
])  # fmt: skip
def test_a_publisher_who_is_the_author_is_named_once(publisher, shown):
    assert publisher_to_show(book(publisher=publisher).metadata) == shown


# On paper -----------------------------------------------------------------------------------------------


def source(made: Book, page_shape: str = "a5", **options) -> str:
    settings, trim = style().settings, shape(page_shape)
    page = page_geometry(trim.width, trim.height, settings.margins, settings.leading)
    return paper_html(made, style(), page, PaperOptions(**options)).text


def everything_around(**more) -> Printed:
    given = {"title_page": "yes", "half_title": "yes", "imprint_page": "yes", "back_cover": "yes"}
    made = replace(everything(identifiers=ISBN, description="For those who wait."), matter=replace(SAID, logo=LABEL.logo, union_label=LABEL.union_label))
    made = replace(made, assets={**made.assets, **PICTURES})
    return printed(made, **(given | more))


@pytest.fixture(scope="module")
def whole() -> Printed:
    return everything_around()


def page_with(made: Printed, words: str) -> int:
    return next(number for number, said in enumerate(made.pdf.texts, 1) if words in said)


def test_each_page_lies_where_convention_wants_it(whole):
    said = whole.pdf.texts
    assert said[0].startswith("Night buses") and "Ann Author" in said[0]
    assert said[1] == ""
    assert said[2] == "Night buses"  # the half-title, on a right page
    assert said[3] == ""
    assert "by Ann Author and Bob Writer" in said[4]
    assert "ISBN 978-0-306-40615-7" in said[5] and "Printed at the office" in said[5]
    assert "Read this at night." in said[-1] and "£2" in said[-1]
    assert len(said) % 2 == 0  # the back cover is a left page
    assert page_with(whole, "This was written on the back of rosters.") % 2


def test_nothing_of_it_is_lost_or_taken_for_the_text(whole):
    assert whole.losses == []
    assert "Read this at night" not in whole.output.words.body
    assert whole.output.words.body.count("Night buses") == 1


def test_pages_around_the_text_have_no_folio(whole):
    for number in (1, 3, 5, 6, len(whole.pdf.texts)):
        foot = [word.text for word in whole.pdf.words[number - 1] if word.top > 0.9 * shape("a5").height]
        assert foot == []


def test_folios_count_from_the_cover(whole):
    number = page_with(whole, "This was written on the back of rosters.")
    assert whole.pdf.texts[number - 1].endswith(str(number))


def test_everything_shown_is_described(whole):
    said = [str(figure.Alt) for figure in whole.pdf.elements("Figure")]
    assert said.count("A lamp in a window") == 3  # cover, title page, back cover
    assert "Union label" in said
    assert "Bar code: ISBN 978-0-306-40615-7" in said


def test_the_title_is_one_bookmark_and_one_first_heading(whole):
    assert [title for _, title, _ in whole.pdf.bookmarks].count("Night buses") == 1


@pytest.mark.parametrize("page_shape", ["a6", "half-letter", "a4"])
def test_nothing_is_lost_on_other_shapes(page_shape):
    assert everything_around(shape=page_shape).losses == []


def test_the_gate_still_misses_a_title_that_only_the_half_title_has(monkeypatch):
    from publish.writers.paper import front_back_matter

    right = front_back_matter.title_lines
    monkeypatch.setattr(front_back_matter, "title_lines", lambda *given: () if given[-1] == 30 else right(*given))
    assert any("Night buses" in loss for loss in everything_around().losses)


def test_contents_and_imprint_share_the_page_behind_a_short_pamphlets_cover():
    made = long(2000, demands(), contact(), imprint_section(), rights="CC BY")
    said = printed(made).pdf.texts
    assert "Contents" in said[1] and "Printed at the office" in said[1] and "CC BY" in said[1]
    assert said[2].startswith("Night buses ten words are not many")


def test_a_leaflets_imprint_closes_it():
    made = replace(long(200, contact(), rights="CC BY"), matter=SAID)
    last = printed(made).pdf.texts[-1]
    assert "nights@example.org" in last
    assert last.index("CC BY") > last.index("Published by Night Shift Press") > last.index("nights@example.org")


def test_an_imprint_with_notes_stays_at_the_end_where_their_numbers_are_right():
    made = long(2000, contact(), imprint_section(paragraph("Printed at night", note("In the cellar."), ".")), rights="CC BY")
    found = printed(made)
    assert found.losses == []
    assert "Printed at night" in found.pdf.texts[-1]


def test_a_very_long_imprint_goes_on_on_the_next_page():
    many = (paragraph(f"Line {number} of an imprint that has no end, in which everyone is thanked by name.") for number in range(90))
    assert printed(long(2000, contact(), imprint_section(*many))).losses == []


@pytest.mark.parametrize("title", [
    "Strike", "An account of the night buses, their drivers and their passengers, set down by those who rode them through "
    "the winter of the long dispute, with our demands and an appendix on lavatories", "Donaudampfschifffahrtsgesellschaftskapitän",
    "夜班公交车司机的诉求，以及我们的回答", "حافلات الليل", "word " * 120,
])  # fmt: skip
@pytest.mark.parametrize("page_shape", ["a5", "a6"])
def test_every_title_has_its_place_on_a_cover(title, page_shape):
    crowd = tuple(Contributor(f"Author Number {number}") for number in range(6))
    text = long(460, contributors=crowd)
    made = printed(replace(text, metadata=replace(text.metadata, title=title.strip())), shape=page_shape)
    assert made.losses == []


def test_the_cover_says_the_date_where_no_title_page_does():
    assert "1 May 2024" in printed(long(460)).pdf.texts[0]
    assert "1 May 2024" not in printed(long(460), title_page="yes").pdf.texts[0]


def test_a_cover_wears_the_colours_of_the_house():
    made = printed(long(460), colours=Colours(paper="#102030", ink="#ffeedd"))
    first = made.pdf.file.pages[0].Contents.read_bytes().decode("latin-1")
    fills = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", first)
    assert [round(float(value) * 255) for value in fills[0]] == [0x10, 0x20, 0x30]


def test_a_picture_fills_the_page_up_to_the_trim():
    made = printed(long(900, cover_image="a.png", assets={"a.png": Asset("a.png", "image/png", png(width=420, height=595), 420, 595)}))
    width, height = shape("a5").width, shape("a5").height
    (figure,) = made.pdf.elements("Figure")
    left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert left <= 0.1 and bottom <= 0.1 and right >= width - 0.1 and top >= height - 0.1
    assert str(figure.Alt) == "Cover: Night buses"
    assert made.losses == []


@pytest.mark.parametrize(("width", "height", "least", "most"), [(420, 595, 0, 0.01), (1600, 2560, 0.1, 0.13), (600, 400, 0.5, 0.6), (0, 0, 1, 1)])
def test_how_much_of_a_picture_is_cut_off(width, height, least, most):
    trim = shape("a5")
    page = page_geometry(trim.width, trim.height, style().settings.margins, 14)
    assert least <= share_cut_off(Asset("a", "image/png", b"", width, height), page) <= most


def test_a_longer_blurb_is_set_smaller_and_stays_on_its_page():
    trim = shape("a5")
    page = page_geometry(trim.width, trim.height, style().settings.margins, 14)
    blurbs = ["Read this. " * times for times in (5, 60, 120, 160)]
    sizes = [back_cover(replace(book(), matter=Matter(blurb=blurb)), style(), page, str).size for blurb in blurbs]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > sizes[-1]
    made = printed(replace(long(460, identifiers=ISBN), matter=Matter(blurb=blurbs[-1])))
    assert "978-0-306-40615-7" in made.pdf.texts[-1] and "Read this." in made.pdf.texts[-1]
    assert "Read this." not in made.pdf.texts[-2]


def test_a_blurb_that_no_page_holds_is_reported():
    made = printed(replace(long(460), matter=Matter(blurb="Read this tonight. " * 400)))
    assert said_of(made) == ["P130 warning: the back cover goes on for 3 pages (a shorter `blurb` stays on one)"]
    assert made.losses == []


def said_of(made: Printed) -> list[str]:
    """What was said of covers."""
    return [said for said in made.said if said.startswith("P13")]


@pytest.mark.parametrize(("size", "said"), [
    ((420, 595), []),
    ((1600, 2560), ["P132 info: 11% of the cover's picture is cut off to fill the page (one of 148 × 210 mm would fill it)"]),
    ((600, 400), ["P132 info: the cover's picture has another shape than the page, and is shown whole (one of 148 × 210 mm would fill it)"]),
])  # fmt: skip
def test_a_picture_of_another_shape_is_reported(size, said):
    asset = Asset("a.png", "image/png", png(width=60, height=60), *size)
    assert said_of(printed(long(900, cover_image="a.png", assets={"a.png": asset}))) == said


# On screens -------------------------------------------------------------------------------------------------


def test_an_epub_has_an_imprint_of_its_own_where_its_author_wrote_none():
    made = built(replace(book(identifiers=ISBN, assets=PICTURES), matter=replace(SAID, logo=LABEL.logo, union_label=LABEL.union_label)))
    page = made.xml("text/imprint.xhtml")
    assert made.spine()[-1] == "text/imprint.xhtml"
    assert "Second edition Printed by Quay Print, Staithby Copy it ISBN 978-0-306-40615-7" in words(page)
    assert [image.get("alt") for image in page.iter() if image.tag.endswith("img")] == ["Union label"]
    assert "A lamp in a window" in made.raw("text/title.xhtml")
    assert made.named("rights") == ["Copy it"]
    assert made.meta("schema:bookEdition") == ["Second edition"]


def test_an_epub_adds_to_the_imprint_that_its_author_wrote():
    made = built(replace(book(chapter(paragraph("Words.")), imprint_section()), matter=SAID))
    assert "text/imprint.xhtml" not in made.spine()
    assert "after hours. Second edition Printed by Quay Print, Staithby Copy it" in words(made.xml(made.spine()[-1]))


def test_a_web_page_ends_with_the_imprint():
    made = replace(book(), matter=SAID)
    page = ElementTree.fromstring(write_html(made, style(), Report()).decode())
    last = [one for one in page.iter("section") if one.get("class") == "imprint"]
    assert [" ".join("".join(one.itertext()).split()) for one in last] == ["Second edition Printed by Quay Print, Staithby Copy it"]
