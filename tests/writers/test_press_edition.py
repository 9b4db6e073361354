"""The file for a print shop, and the cover of a glued book, as a publication's settings ask for them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from publish.diagnostics import PublishError, Report, Severity
from publish.measures.papers import paper
from publish.measures.print_job import PrintJob
from publish.measures.shapes import Length
from publish.model.book import Book, Identifier, Matter
from publish.settings.values import Colours, Settings
from publish.writers import WRITERS, Order, Output
from tests.prepress.inks import ink_cover
from tests.writers.pdfs import Pdf
from tests.writers.sample import book, chapter, contact, demands, everything, paragraph, style

_MM = 72 / 25.4
LINE = "Nobody at that hour has a second choice, and so the buses wait for one another. "
BLUE = Colours(paper="#1d3557", ink="#f1faee", accent="#e63946")


def thick(pages: int = 20) -> Book:
    return book(*(chapter(*[paragraph(LINE * 9)] * 3, title=f"Night {n}", name=f"night-{n}") for n in range(pages)))


def written(of: Book, format: str = "press", report: Report | None = None, **given) -> Output:
    """A press file or a cover; what the settings say beside printing are those among them."""
    settings = {name: given.pop(name) for name in ("shape", "colours", "cover") if name in given}
    order = Order(of, style(), Settings(**settings, printing=PrintJob(**given)), f"night.{format}")
    return WRITERS[format].write(order, report if report is not None else Report())


def boxes(data: bytes) -> list[dict[str, list[float]]]:
    names = ("MediaBox", "CropBox", "BleedBox", "TrimBox")
    return [{name: [float(Decimal(str(side))) for side in page.obj[f"/{name}"]] for name in names} for page in Pdf(data).file.pages]


def codes(report: Report, *severities: Severity) -> list[str]:
    return [found.code for found in report.diagnostics if found.severity in (severities or tuple(Severity))]


# Pages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("shape", "bleed", "width", "height"), [("a5", 3.0, 148, 210), ("half-letter", 3.175, 139.7, 215.9), ("120x190mm", 3.0, 120, 190)])
def test_every_page_has_its_trim_and_bleed_to_a_hundredth_of_a_millimetre(shape, bleed, width, height):
    pages = boxes(written(everything(), shape=shape).data)
    assert len(pages) > 5
    for page in pages:
        left, bottom, right, top = (side / _MM for side in page["TrimBox"])
        assert (right - left, top - bottom) == pytest.approx((width, height), abs=0.01)
        assert [side / _MM for side in page["BleedBox"]] == pytest.approx([left - bleed, bottom - bleed, right + bleed, top + bleed], abs=0.01)
        assert page["CropBox"] == page["MediaBox"]
        assert page["MediaBox"][0] < page["BleedBox"][0] and page["MediaBox"][3] > page["BleedBox"][3]


def test_a_wider_bleed_than_weasyprint_writes_is_right_as_well():
    (first, *_) = boxes(written(thick(2), bleed=Length("8mm")).data)
    assert first["BleedBox"][0] / _MM == pytest.approx(-8, abs=0.01)


def test_everything_is_printed_in_black_alone():
    pages = ink_cover(written(everything(), colours=BLUE, cover="yes").data)
    assert len(pages) > 5
    assert {(cyan, magenta, yellow) for cyan, magenta, yellow, _ in pages} == {(0, 0, 0)}
    assert max(black for *_, black in pages) > 0.5, "the cover is dark"


def test_a_pale_cover_is_bare_paper_where_it_would_be_dots_of_black():
    (first, *_) = ink_cover(written(thick(4), cover="yes").data)
    assert 0 < first[3] < 0.1


def test_four_inks_leave_text_black_and_colour_the_cover():
    pages = ink_cover(written(thick(4), ink="cmyk", colours=BLUE, cover="yes").data)
    assert sum(pages[0][:3]) > 0.5
    marks = max(sum(page[:3]) for page in pages[2:])
    assert marks < 0.02, "beside the marks, which are in all inks, pages of text are black"


def test_each_ink_of_a_risograph_has_a_file_of_its_own():
    report = Report()
    output = written(thick(4), report=report, ink="spot", colours=Colours(paper="#ffffff", ink="#111111", accent="#e63946"), cover="yes")
    assert list(output.files) == ["black", "red"]
    for data in output.files.values():
        assert {page[:3] for page in ink_cover(data)} == {(0, 0, 0)}
    assert "N113" in codes(report)


def test_the_words_of_the_book_are_all_there_and_what_stands_beside_is_in_the_slug():
    output = written(thick(3))
    pdf = Pdf(output.data)
    assert output.words.body.count("second choice") == sum(text.count("second choice") for text in pdf.texts) == 81
    assert all("night.press" in text for text in pdf.texts)


def test_without_marks_a_page_is_as_large_as_its_bleed():
    (first, *_) = boxes(written(thick(2), marks=()).data)
    assert first["MediaBox"] == pytest.approx(first["BleedBox"], abs=0.01)


def test_the_same_book_gives_the_same_bytes_whatever_standard_it_is_made_to():
    for standard in ("", "x-4", "x-1a", "a-2a"):
        assert written(thick(2), pdf_standard=standard).files == written(thick(2), pdf_standard=standard).files, standard


def test_a_standard_of_the_press_is_refused_on_the_screen():
    with pytest.raises(PublishError, match="N100 error: `pdf-standard: x-4` is for the press"):
        written(thick(2), "pdf", pdf_standard="x-4")


@pytest.mark.parametrize(("standard", "said"), [("a-2a", "pdfaid"), ("a-3a", "pdfaid"), ("ua-1", "pdfuaid")])
def test_a_pdf_to_be_kept_says_what_it_is(standard, said):
    assert said in Pdf(written(thick(2), "pdf", pdf_standard=standard).data).file.Root.Metadata.read_bytes().decode()


# Print services ---------------------------------------------------------------------------------


def test_a_book_that_a_service_does_not_take_is_refused_with_its_rule():
    report = Report()
    written(thick(2), report=report, preset="kdp", shape="trade")
    (short,) = [found for found in report.diagnostics if found.code == "T102"]
    assert short.severity is Severity.ERROR
    assert short.message.startswith("Amazon KDP takes books from 24 pages on; this one has ")
    assert "https://kdp.amazon.com" in short.hint


def test_a_book_that_a_service_takes_has_no_cover_no_marks_and_margins_wide_enough():
    report = Report()
    output = written(thick(25), report=report, preset="kdp", shape="trade", cover="yes")
    assert codes(report, Severity.ERROR) == []
    assert not {"cover", "back"} & set(output.kinds)
    assert output.pages >= 24
    for page in boxes(output.data):
        assert page["MediaBox"] == page["TrimBox"]


def test_a_thicker_book_has_wider_inner_margins(monkeypatch):
    from publish.prepress.services.presets import preset

    rules = preset("kdp")
    wide = replace(rules, margins=replace(rules.margins, inside=((20, Length("0.375in")), (828, Length("1.5in")))))
    monkeypatch.setattr("publish.writers.press.press.preset", lambda _: wide)
    words = Pdf(written(thick(), preset="kdp", shape="trade").data).words
    assert min(word.left for word in words[4]) >= 1.5 * 72 - 1, "page 5 is a right one: its inner margin is at the left"


@pytest.mark.parametrize(("given", "code"), [
    ({"preset": "kdp", "shape": "a3"}, "T101"), ({"preset": "kdp", "shape": "trade", "marks": ("crop",)}, "T105"),
    ({"preset": "lulu", "shape": "a6"}, "T101"), ({"preset": "kdp", "shape": "trade", "binding": "stapled"}, "T107"),
])  # fmt: skip
def test_a_wrong_choice_is_refused(given, code):
    report = Report()
    written(thick(), report=report, **given)
    assert code in codes(report, Severity.ERROR)


# Covers -----------------------------------------------------------------------------------------


def test_a_spine_is_as_wide_as_the_pages_are_thick_and_grows_with_them():
    widths = []
    for chapters in (12, 36):
        report = Report()
        cover = written(thick(chapters), "cover", report, binding="glued", paper=paper("0.2mm"))
        pages = written(thick(chapters), binding="glued").pages
        (page,) = boxes(cover.data)
        width = (page["TrimBox"][2] - page["TrimBox"][0]) / _MM
        assert width == pytest.approx(2 * 148 + -(-pages // 2) * 0.2, abs=0.01)
        widths.append(width)
        assert f"for {pages} pages on 0.2mm" in next(found.message for found in report.diagnostics if found.code == "T130")
    assert widths[1] > widths[0] + 2


def test_stapled_pages_have_a_cover_without_spine():
    report = Report()
    (page,) = boxes(written(thick(4), "cover", report).data)
    assert (page["TrimBox"][2] - page["TrimBox"][0]) / _MM == pytest.approx(2 * 148, abs=0.01)
    assert "T131" in codes(report)


def test_words_stand_on_a_spine_that_is_wide_enough():
    output = written(replace(thick(), matter=Matter(blurb="What it costs.")), "cover", binding="glued", paper=paper("0.9mm"))
    (page,) = boxes(output.data)
    left = 148 * _MM - page["MediaBox"][0]
    right = (page["TrimBox"][2] - 148 * _MM) - page["MediaBox"][0]
    on_spine = [word.text for word in Pdf(output.data).words[0] if left < word.left and word.right < right]
    assert "Night" in on_spine and "buses" in on_spine


def test_words_that_are_wanted_on_a_spine_too_narrow_for_them_are_an_error():
    report = Report()
    written(thick(4), "cover", report, binding="glued", spine_text="yes")
    (problem,) = [found for found in report.diagnostics if found.code == "T120"]
    assert problem.severity is Severity.ERROR and "mm" in problem.message
    quiet = Report()
    written(thick(4), "cover", quiet, binding="glued", spine_text="no")
    assert not {"T120", "T124"} & set(codes(quiet))


def test_an_isbn_with_a_wrong_last_digit_is_refused():
    report = Report()
    of = book(chapter(paragraph("Words.")), identifiers=(Identifier("978-0-306-40615-4", "ISBN"),))
    written(of, "cover", report, binding="glued")
    (problem,) = [found for found in report.diagnostics if found.code == "T121"]
    assert problem.severity is Severity.ERROR
    assert "978-0-306-40615-4" in problem.message and "last digit" in problem.message


def test_a_cover_is_in_one_ink_too():
    assert [page[:3] for page in ink_cover(written(thick(4), "cover", binding="glued", colours=BLUE).data)] == [(0, 0, 0)]


@pytest.mark.parametrize("service", ["kdp", "ingramspark", "lulu"])
def test_a_cover_for_a_print_service_is_in_colour_and_its_pages_are_not(service):
    of, given = thick(), {"preset": service, "shape": "trade", "colours": BLUE}
    report = Report()
    (cover,) = ink_cover(written(of, "cover", report, **given).data)
    assert min(cover[:2]) > 0.3 and codes(report, Severity.ERROR) == []
    assert {page[:3] for page in ink_cover(written(thick(4), **given).data)} == {(0, 0, 0)}


@pytest.mark.parametrize("given", [{"preset": "kdp", "ink": "black"}, {"preset": "home"}, {}])
def test_a_cover_is_in_the_ink_that_is_said_or_else_as_its_pages(given):
    (cover,) = ink_cover(written(thick(4), "cover", binding="glued", shape="trade", colours=BLUE, **given).data)
    assert cover[:3] == (0, 0, 0)


def test_a_cover_for_a_print_service_is_in_black_where_no_profile_is_to_be_had(monkeypatch):
    monkeypatch.setattr("publish.writers.press.press.has_profile", lambda _: False)
    report = Report()
    (cover,) = ink_cover(written(thick(), "cover", report, preset="kdp", shape="trade", colours=BLUE).data)
    assert cover[:3] == (0, 0, 0) and "N107" in codes(report, Severity.WARNING)


def test_contact_and_demands_do_not_stand_on_a_cover():
    words = Pdf(written(book(chapter(paragraph("Words.")), demands(), contact()), "cover").data).texts[0]
    assert "sackings" not in words and "Night buses" in words
