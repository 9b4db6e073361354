"""The book as sheets to fold: made of its own pages, none lost, and with how to print them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from publish.diagnostics import Report
from publish.measures.papers import sheet
from publish.measures.print_job import PrintJob
from publish.measures.shapes import Length
from publish.model.book import Book, Matter
from publish.settings.values import Settings
from publish.writers import WRITERS, Order, Output
from publish.writers.orders.order import Pages
from tests.writers.pdfs import Pdf
from tests.writers.sample import book, chapter, contact, demands, paragraph, style

_MM = 72 / 25.4
LONG = [paragraph("Nobody at that hour has a second choice, and so the buses wait for one another. " * 9) for _ in range(12)]


def night(*sections, **metadata) -> Book:
    return book(*(sections or (chapter(*LONG), demands(), contact())), **metadata)


def made(of: Book, report: Report | None = None, pages: Pages | None = None, **printing) -> Output:
    """The booklet of a book, printed in some way."""
    shape = printing.pop("shape", "")
    settings = Settings(shape=shape, printing=PrintJob(**printing))
    return WRITERS["booklet"].write(Order(of, style(), settings, "night.booklet", pages or Pages()), report if report is not None else Report())


def plain(of: Book) -> Output:
    return WRITERS["pdf"].write(Order(of, style(), Settings()), Report())


def words(data: bytes) -> Counter:
    return Counter(word.text for page in Pdf(data).words for word in page)


def test_two_pages_of_a5_stand_on_a4_and_every_word_is_there_once():
    output = made(night())
    pdf = Pdf(output.data)
    sizes = {tuple(round(float(length) / _MM) for length in page.MediaBox) for page in pdf.file.pages}
    assert sizes == {(0, 0, 297, 210)}
    assert len(pdf.file.pages) == 2 * -(-output.pages // 4)
    assert words(output.data) == words(plain(night()).data)


def test_the_cover_stands_at_the_right_of_the_first_side():
    first = Pdf(made(night(title="The Last Bus")).data).words[0]
    assert [word.left > 148 * _MM for word in first if word.text in ("Last", "Bus")] == [True, True]


def test_what_is_read_from_the_right_is_bound_there():
    first = Pdf(made(night(title="The Last Bus", page_progression="rtl")).data).words[0]
    assert [word.right < 148.5 * _MM for word in first if word.text in ("Last", "Bus")] == [True, True]


def test_a_back_cover_lies_at_the_very_back_and_blanks_before_it():
    of = replace(night(chapter(*LONG[:8])), matter=Matter(blurb="What four buses carry.", price="2"))
    output = made(of)
    assert output.kinds[-1] == "back" and output.pages % 4, output.kinds
    outside = [word for word in Pdf(output.data).words[0] if word.text == "carry."]
    assert outside and all(word.right < 148.5 * _MM for word in outside)


@pytest.mark.parametrize(("lang", "title"), [("en", "How to print"), ("es", "Cómo imprimir"), ("fr", "Comment imprimer"), ("de", "So wird gedruckt")])
def test_how_to_print_comes_along_in_the_books_language_and_is_told(lang, title):
    output = made(night(lang=lang))
    guide = Pdf(output.files["how-to-print"])
    assert len(guide.file.pages) == 1
    assert str(guide.file.Root.Lang).startswith(lang)
    assert output.instructions.splitlines()[0].replace("\u00a0", " ").startswith(title)
    assert " ".join(title.split()) in guide.texts[0].replace("\u00a0", " ")
    assert "night.booklet.pdf" in output.instructions


def test_a_zine_is_set_on_eight_pages_as_large_as_the_panels_of_its_sheet():
    report = Report()
    output = made(night(chapter(*LONG[:1]), demands()), report, scheme="zine")
    assert not report.failed
    pdf = Pdf(output.data)
    assert [[round(float(length) / _MM) for length in page.MediaBox] for page in pdf.file.pages] == [[0, 0, 297, 210]]
    assert output.pages <= 8
    sizes = {round(word.bottom - word.top, 1) for word in Pdf(output.data).words[0] if word.text == "choice,"}
    assert min(sizes) > 9, "text of a zine must be set to be read, not shrunk"


def test_a_text_that_is_too_long_for_its_panels_is_told_how_much_and_nothing_is_made():
    report = Report()
    output = made(night(), report, scheme="half")
    (problem,) = [found for found in report.diagnostics if found.code == "P118"]
    assert report.failed and not output.files
    assert "cannot be set on 4 pages" in problem.message and "too many" in problem.message


def test_a_leaflet_whose_flap_goes_inside_has_pages_as_wide_as_the_flap():
    output = made(night(chapter(*LONG[:2]), demands()), scheme="letter")
    pages = [word for page in Pdf(output.data).words for word in page]
    assert len(Pdf(output.data).file.pages) == 2
    flap = [word for word in Pdf(output.data).words[0] if word.right < 97 * _MM]
    assert flap and pages
    assert not [word for word in Pdf(output.data).words[0] if word.left < 97 * _MM < word.right]


def test_panels_too_small_for_pages_are_refused_with_what_would_do():
    from publish.diagnostics import PublishError

    with pytest.raises(PublishError, match="I200 error: the panels of this sheet are too small: .*take a larger `sheet`"):
        made(night(chapter(*LONG[:1])), scheme="zine", sheet=sheet("a6"))


def test_a_printer_of_one_side_gets_two_files():
    output = made(night(), flip="single")
    assert list(output.files) == ["fronts", "backs", "how-to-print"]
    fronts, backs = (len(Pdf(output.files[run]).file.pages) for run in ("fronts", "backs"))
    assert fronts == backs == -(-output.pages // 4)


def test_pages_that_keep_clear_of_the_bare_edge_are_shrunk_and_that_is_told():
    report = Report()
    output = made(night(), report, margin=Length("5mm"))
    assert [found.message.split(":")[0] for found in report.diagnostics if found.code == "I203"] == ["pages are shrunk to 95.2 %"]
    inside = [word for page in Pdf(output.data).words for word in page]
    assert min(word.left for word in inside) > 5 * _MM


def test_what_sheets_do_without_is_not_told_of_a_book_of_ours():
    report = Report()
    made(night(), report)
    assert [found.code for found in report.diagnostics if found.code.startswith("I1")] == []


def test_the_same_book_gives_the_same_bytes():
    assert made(night()).files == made(night()).files


def test_a_booklet_and_a_press_file_are_made_of_pages_that_were_set_once(monkeypatch):
    from publish.writers.paper import paged

    calls = []
    real = paged.write_pdf
    monkeypatch.setattr(paged, "write_pdf", lambda *given: calls.append(1) or real(*given))
    of, pages = night(cover_image=""), Pages()
    settings = Settings(colours=replace(Settings().colours, paper="#ffffff"))
    for format in ("booklet", "press", "cover"):
        WRITERS[format].write(Order(of, style(), settings, "night", pages), Report())
    assert len(calls) == 1
    WRITERS["pdf"].write(Order(of, style(), settings, "night", pages), Report())
    assert len(calls) == 2
