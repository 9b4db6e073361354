"""What readers, stores and old devices find in an EPUB."""

from __future__ import annotations

import posixpath
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError, Report
from publish.model.book import Contributor, Section
from publish.model.nodes import Code, DropCap, Figure, Heading, Image, Link, Note, Pull, Quote, Role
from publish.writers.epub.epub import write_epub
from tests.writers.sample import (
    NCX,
    OPF,
    OPS,
    XHTML,
    Epub,
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
    text,
    words,
)


def pages(epub: Epub):
    return [(name, epub.xml(name)) for name in epub.spine()]


def typed(root, kind: str):
    return [element for element in root.iter() if kind in (element.get(f"{OPS}type") or "").split()]


# The archive ---------------------------------------------------------------------------------


def test_the_archive_begins_with_its_type_uncompressed():
    first = built(book()).archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_same_book_gives_the_same_bytes():
    assert write_epub(everything(), style(), Report()) == write_epub(everything(), style(), Report())


def test_nothing_in_the_archive_tells_when_or_by_whom_it_was_made():
    marks = {(entry.date_time, entry.external_attr, entry.create_system) for entry in built(book()).archive.infolist()}
    assert marks == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3)}


def test_a_reader_goes_from_cover_to_imprint():
    assert built(everything()).spine() == [
        "text/cover.xhtml", "text/title.xhtml", "contents.xhtml", "text/01-dedication.xhtml",
        "text/02-epigraph.xhtml", "text/03-foreword.xhtml", "text/04-chapter.xhtml", "text/05-chapter.xhtml",
        "text/06-demands.xhtml", "text/07-appendix.xhtml", "text/08-contact.xhtml", "text/09-imprint.xhtml",
    ]  # fmt: skip


# Finding one's way ----------------------------------------------------------------------------


def test_the_demands_have_a_page_of_their_own_that_contents_and_landmarks_lead_to():
    epub = built(book(chapter(paragraph("Words.")), demands(), contact()))
    (page,) = typed(epub.xml("text/02-demands.xhtml"), "chapter")
    assert page.get("role") == "doc-chapter"
    assert len(list(page.iter(f"{XHTML}li"))) == 4
    (toc,) = typed(epub.xml("contents.xhtml"), "toc")[:1]
    assert "text/02-demands.xhtml" in [link.get("href") for link in toc.iter(f"{XHTML}a")]
    assert ("chapter", "text/02-demands.xhtml") in epub.landmarks()


def test_landmarks_lead_to_cover_title_contents_and_the_start_of_the_text():
    assert built(everything()).landmarks()[:4] == [
        ("cover", "text/cover.xhtml"), ("titlepage", "text/title.xhtml"), ("toc", "contents.xhtml#contents"),
        ("bodymatter", "text/04-chapter.xhtml"),
    ]  # fmt: skip


def test_the_text_starts_with_the_first_chapter_and_not_with_what_introduces_it():
    introduction = Section(Role.INTRODUCTION, (paragraph("Why this was written."),), id="why")
    epub = built(book(introduction, demands(), chapter(paragraph("Words."))))
    assert dict(epub.landmarks())["bodymatter"] == "text/03-chapter.xhtml"
    assert epub.xml("text/01-introduction.xhtml").find(f"{XHTML}body").get(f"{OPS}type") == "frontmatter"
    assert dict(built(book(introduction, contact())).landmarks())["bodymatter"] == "text/02-contact.xhtml"


def test_the_contents_lie_beside_the_package_document_where_every_reader_resolves_their_links():
    epub = built(everything())
    (nav,) = [item.get("href") for item in epub.package.iter(f"{OPF}item") if item.get("properties") == "nav"]
    assert nav == "contents.xhtml"
    links = [link.get("href") for link in epub.xml(nav).iter(f"{XHTML}a")]
    assert links and {link.partition("#")[0] for link in links} <= set(epub.spine())


def test_what_is_hidden_is_hidden_by_the_book_s_own_sheet():
    sheet = built(book()).raw("style.css")
    assert "[hidden]{display:none}" in "".join(sheet.split())


def test_old_readers_get_the_same_contents_nested_alike():
    epub = built(everything())
    nav = typed(epub.xml("contents.xhtml"), "toc")[0]

    def listed(ordered):
        return [(words(item.find(f"{XHTML}a")), listed(item.find(f"{XHTML}ol"))) for item in ordered] if ordered is not None else []

    def pointed(parent):
        return [(words(point.find(f"{NCX}navLabel")), pointed(point)) for point in parent.findall(f"{NCX}navPoint")]

    contents = listed(nav.find(f"{XHTML}ol"))
    assert contents == pointed(epub.xml("toc.ncx").find(f"{NCX}navMap"))
    assert ("The last bus home", [("The square & the hour", []), ("A smaller matter", [])]) in contents


def test_old_readers_are_told_how_deep_the_contents_are():
    def depth(made):
        (said,) = [meta for meta in built(made).xml("toc.ncx").iter(f"{NCX}meta") if meta.get("name") == "dtb:depth"]
        return said.get("content")

    assert (depth(everything()), depth(book(chapter(paragraph("Words."))))) == ("2", "1")


def links_and_ids(epub: Epub):
    """Every link as file and id, and every id as the same."""
    links, ids = [], []
    for name, root in pages(epub):
        ids.append((name, ""))
        for element in root.iter():
            if element.get("id"):
                ids.append((name, element.get("id")))
            address = element.get("href") or element.get("src") or ""
            if address and ":" not in address:
                file, _, fragment = address.partition("#")
                links.append((posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name, fragment))
    return links, ids


def test_every_link_inside_the_book_arrives():
    epub = built(everything())
    links, ids = links_and_ids(epub)
    others = {(name.removeprefix("EPUB/"), "") for name in epub.names}
    assert ("text/07-appendix.xhtml", "figures") in links
    assert set(links) <= set(ids) | others


def test_no_id_stands_twice_in_a_file():
    _, ids = links_and_ids(built(everything()))
    assert len(ids) == len(set(ids))


def test_a_link_to_nowhere_leaves_its_words():
    epub = built(book(chapter(paragraph(Link(text("over there"), "#gone"), "."))))
    (link,) = epub.xml("text/01-chapter.xhtml").iter(f"{XHTML}a")
    assert (words(link), link.get("href")) == ("over there", None)


def test_a_heading_called_note_1_does_not_take_the_place_of_a_note():
    _, ids = links_and_ids(built(book(chapter(Heading(2, text("Note 1"), id="note-1"), paragraph("A.", note("B."))))))
    assert len(ids) == len(set(ids))


# Notes -------------------------------------------------------------------------------------------


def test_notes_open_as_pop_ups_and_lead_back():
    root = built(everything()).xml("text/04-chapter.xhtml")
    calls, notes = typed(root, "noteref"), typed(root, "footnote")
    assert [call.get("href") for call in calls] == [f"#{one.get('id')}" for one in notes]
    assert {(call.get("role"), one.get("role"), one.tag) for call, one in zip(calls, notes, strict=True)} == {("doc-noteref", "doc-footnote", f"{XHTML}aside")}
    back = [link.get("href") for one in notes for link in one.iter(f"{XHTML}a") if link.get("role") == "doc-backlink"]
    assert back == [f"#{call.get('id')}" for call in calls]


def test_notes_are_numbered_through_the_book():
    epub = built(book(chapter(paragraph("A.", note("One."))), chapter(paragraph("B.", note("Two.")), name="second")))
    assert [words(call) for _, root in pages(epub) for call in typed(root, "noteref")] == ["1", "2"]


def test_a_note_called_twice_stands_under_both_its_numbers():
    same = note("As before.")
    root = built(book(chapter(paragraph("A.", same), paragraph("B.", same)))).xml("text/01-chapter.xhtml")
    assert [words(one) for one in typed(root, "footnote")] == ["1. As before.", "2. As before."]


def test_a_note_keeps_all_its_paragraphs():
    root = built(book(chapter(paragraph("A.", note("First.", "Second."))))).xml("text/01-chapter.xhtml")
    assert [words(p) for p in typed(root, "footnote")[0].iter(f"{XHTML}p")] == ["1. First.", "Second."]


def test_a_note_called_inside_a_note_comes_after_it():
    inner = Note((paragraph("Outer", note("Inner.")),))
    root = built(book(chapter(paragraph("A.", inner, " B.", note("Last."))))).xml("text/01-chapter.xhtml")
    assert [words(one) for one in typed(root, "footnote")] == ["1. Outer2", "2. Inner.", "3. Last."]


# Pictures and the cover --------------------------------------------------------------------------


def test_a_cover_is_drawn_marked_and_described():
    epub = built(book())
    (item,) = [item for item in epub.package.iter(f"{OPF}item") if item.get("properties") == "cover-image"]
    assert (item.get("href"), item.get("media-type")) == ("images/cover.png", "image/png")
    assert {meta.get("content") for meta in epub.package.iter(f"{OPF}meta") if meta.get("name") == "cover"} == {item.get("id")}
    (page,) = [one for one in epub.package.iter(f"{OPF}item") if one.get("href") == "text/cover.xhtml"]
    assert page.get("id") != "cover"  # some tools take any item of that name for the picture
    (image,) = epub.xml("text/cover.xhtml").iter(f"{XHTML}img")
    assert (image.get("src"), image.get("alt")) == ("../images/cover.png", "Cover: Night buses")


def test_words_that_could_not_be_drawn_stand_on_the_cover_page():
    page = built(book(title="حافلات الليل", subtitle="", contributors=(Contributor("سلمى"),), lang="ar")).xml("text/cover.xhtml")
    assert [words(p) for p in page.iter(f"{XHTML}p")] == ["حافلات الليل", "سلمى"]
    assert not list(built(book()).xml("text/cover.xhtml").iter(f"{XHTML}p"))


def test_a_given_cover_is_taken_as_it_is():
    given = picture("art/Umschlag groß.png")
    epub = built(book(assets=given, cover_image="art/Umschlag groß.png"))
    (item,) = [item for item in epub.package.iter(f"{OPF}item") if item.get("properties") == "cover-image"]
    assert epub.archive.read(f"EPUB/{item.get('href')}") == png()
    assert [name for name in epub.names if "images/" in name] == ["EPUB/images/umschlag-gro.png"]


def test_pictures_of_one_name_from_two_folders_stay_two():
    both = picture("a/map.png") | picture("b/map.png", data=png(200))
    shown = chapter(*(Figure(Image(source, "A map")) for source in both))
    epub = built(book(shown, assets=both))
    files = [f"EPUB/{posixpath.normpath('text/' + image.get('src'))}" for image in epub.xml("text/01-chapter.xhtml").iter(f"{XHTML}img")]
    assert [epub.archive.read(file) for file in files] == [asset.data for asset in both.values()]


def test_a_picture_that_was_not_loaded_is_an_error_that_names_it():
    with pytest.raises(PublishError, match="E101 error: the picture gone.png was not loaded"):
        built(book(chapter(Figure(Image("gone.png", "Gone")))))


def test_a_picture_that_ebooks_cannot_show_is_an_error_that_says_what_to_do():
    with pytest.raises(PublishError, match="E102 error: e-books cannot show a.tif, which is image/tiff .save it as PNG"):
        built(book(chapter(Figure(Image("a.tif", "A"))), assets=picture("a.tif", "image/tiff")))


# Words and looks -------------------------------------------------------------------------------------------


def test_the_style_sheet_leaves_colours_fonts_and_sizes_to_the_reader():
    declared = {line.strip() for line in style().css("epub").replace("{", ";").replace("}", ";").split(";")}
    assert [one for one in declared if one.startswith("color:")] == ["color: inherit"]
    assert [one for one in declared if one.startswith("background")] == ["background-color: white"]  # of figures
    assert {one for one in declared if one.startswith("font-family:")} == {"font-family: sans-serif"}
    assert not [one for one in declared if any(one.endswith(unit) for unit in ("px", "pt", "mm", "rem"))]


some_words = st.text("abcdefg &<>\"'é—", min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(some_words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_word_stands_in_the_spine_in_order(chapters):
    sections = [chapter(*map(paragraph, texts), title="", name=f"c{number}") for number, texts in enumerate(chapters)]
    epub = built(book(*sections))
    read = [words(p) for name, root in pages(epub) if "-chapter" in name for p in root.iter(f"{XHTML}p")]
    assert read == [" ".join(said.split()) for texts in chapters for said in texts]


def test_a_pull_quote_that_repeats_the_text_is_hidden_from_listeners_and_another_is_not():
    twice = Quote((paragraph("Said twice."),), text("a driver"), Pull.REPEATED)
    root = built(book(chapter(paragraph("Said twice."), twice, Quote((paragraph("Said once."),), pull=Pull.ALONE)))).xml("text/01-chapter.xhtml")
    repeated, alone = typed(root, "pullquote")
    assert [(one.tag, one.get("role")) for one in (repeated, alone)] == [(f"{XHTML}aside", "doc-pullquote")] * 2
    assert (repeated.get("aria-hidden"), alone.get("aria-hidden")) == ("true", None)


def test_a_word_with_a_drop_cap_is_not_parted():
    root = built(book(chapter(paragraph(DropCap(text("A")), "t ten to one.")))).xml("text/01-chapter.xhtml")
    assert words(root.find(f".//{XHTML}p")) == "At ten to one."


def test_where_an_address_or_code_is_divided_is_said_by_markup_alone():
    said = paragraph("See https://my-yard.example.org/gate, and ", Code("a_long/path-of/code.md"), ".")
    root = built(book(chapter(said))).xml("text/01-chapter.xhtml")
    assert words(root.find(f".//{XHTML}p")) == "See https://my-yard.example.org/gate, and a_long/path-of/code.md."
    address, code = root.find(f".//{XHTML}span[@class='address']"), root.find(f".//{XHTML}code")
    assert [len(one.findall(f".//{XHTML}wbr")) for one in (address, code)] == [5, 4]
    assert [one.text for one in address.iter(f"{XHTML}span") if one.get("class") == "joined"] == ["-y"]
