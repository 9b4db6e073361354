"""The whole way from a PDF to its sheets: nothing is lost, nothing is moved, and it is quick."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name

from publish.diagnostics import PublishError, Report
from publish.imposition.planning.placing import Face, PageSize
from publish.imposition.sheets.impose import ImposedJob, impose
from publish.imposition.sheets.source_pdf import open_source
from publish.measures.papers import sheet
from publish.measures.print_job import PrintJob
from publish.measures.shapes import Length
from tests.imposition.sheet_looks import Letters, assert_pages_look_the_same, moved_words, words_by_place
from tests.pdf.made_pdfs import A5, add_page, book, font, made, packed, page_content, text_pages
from tests.writers.pdfs import Pdf

# A scheme, how many pages of which size it is tried with, and what else is asked for.
CASES = {
    "saddle": (8, A5, {}),
    "saddle, turned on the short edge": (8, A5, {"flip": "short"}),
    "saddle, four pages on a side": (16, (298, 420), {"scheme": "saddle", "up": 4}),
    "saddle, with a bare edge": (4, A5, {"margin": Length("5mm"), "sheet": sheet("a4")}),
    "signatures": (8, A5, {"scheme": "signatures", "signature": 1, "sheet": sheet("a3")}),
    "zine": (8, (210, 298), {"scheme": "zine"}),
    "letter": (6, (280, 595), {"scheme": "letter"}),
    "two-up": (3, A5, {"scheme": "two-up"}),
    "n-up": (6, A5, {"scheme": "n-up", "up": 4, "sheet": sheet("a4")}),
    "cut-stack": (8, A5, {"scheme": "cut-stack"}),
    "half": (4, A5, {"scheme": "half"}),
}
COPIES = {"two-up": 2}


def imposed(data: bytes, report: Report | None = None, **settings) -> ImposedJob:
    wishes = {key: settings.pop(key) for key in ("from_right", "last_outside") if key in settings}
    return impose(data, "text.pdf", PrintJob(**settings), report or Report(), **wishes)


def case(name: str) -> tuple[bytes, Sequence[PageSize], ImposedJob]:
    pages, size, settings = CASES[name]
    data = packed(text_pages(pages, size))
    return data, open_source(data, "text.pdf", Report()).sizes, imposed(data, **{"scheme": name.split(",")[0], **settings})


def expected_words(source: list[list[Letters]], face: Face) -> Iterator[Letters]:
    for placed in face.pages:
        yield from moved_words(source[placed.page - 1], placed.matrix)


# Nothing is lost --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_every_word_is_on_the_sheets_where_the_plan_puts_it(name):
    data, sizes, job = case(name)
    source = words_by_place(data, [size.height for size in sizes])
    sheets = words_by_place(job.files[""], [job.imposition.height] * len(job.imposition.faces))
    for found, face in zip(sheets, job.imposition.faces, strict=True):
        expected = sorted(expected_words(source, face))
        assert [word for word, *_ in sorted(found)] == [word for word, *_ in expected]
        for (_, *there), (_, *wanted) in zip(sorted(found), expected, strict=True):
            assert there == pytest.approx(wanted, abs=1)
    counts = Counter(word for side in sheets for word, *_ in side)
    assert counts == Counter({word: COPIES.get(name, 1) for page in source for word, *_ in page})


@pytest.mark.parametrize("name", CASES)
def test_every_page_looks_on_its_sheet_as_in_the_source(name):
    data, sizes, job = case(name)
    assert assert_pages_look_the_same(data, sizes, job.files[""], job.imposition) == CASES[name][0] * COPIES.get(name, 1)


def test_pages_that_are_turned_cropped_and_of_another_unit_are_imposed_as_they_are_seen():
    seen = (40, 30, 360, 500)
    data = packed(text_pages(4, seen, MediaBox=[10, -20, 410, 580], CropBox=list(seen), Rotate=90, UserUnit=0.5))
    job = imposed(data)
    sizes = open_source(data, "text.pdf", Report()).sizes
    assert sizes[0] == PageSize(235, 160)
    assert assert_pages_look_the_same(data, sizes, job.files[""], job.imposition, seen) == 4


def test_empty_pages_at_the_ends_are_kept():
    file = made()
    for page in (0, 1, 2, 0):
        add_page(file, font(file), page_content(page, (0, 0, *A5)) if page else "", MediaBox=[0, 0, *A5])
    job = imposed(packed(file))
    assert job.plan.pages == 4
    assert firsts(job.files[""]) == [set(), {"Page1", "Page2"}]


# The files -------------------------------------------------------------------------------------------------


def test_one_file_has_all_sides_in_the_order_of_printing():
    job = imposed(packed(text_pages(8)))
    assert list(job.files) == [""]
    assert len(Pdf(job.files[""]).file.pages) == len(job.imposition.faces) == 4


def firsts(data: bytes) -> list[set[str]]:
    return [{word for word in text.split() if word.startswith("Page")} for text in Pdf(data).texts]


def test_a_printer_for_one_side_gets_fronts_and_backs_in_step():
    fronts, backs = [{"Page8", "Page1"}, {"Page6", "Page3"}], [{"Page2", "Page7"}, {"Page4", "Page5"}]
    same = imposed(packed(text_pages(8)), flip="single")
    assert {run: firsts(data) for run, data in same.files.items()} == {"fronts": fronts, "backs": backs}
    turned = imposed(packed(text_pages(8)), flip="single", reload="reversed")
    assert {run: firsts(data) for run, data in turned.files.items()} == {"fronts": fronts, "backs": backs[::-1]}


def test_a_sheet_without_a_back_still_goes_through_with_the_others():
    job = imposed(packed(text_pages(3)), scheme="two-up", flip="single", reload="reversed")
    assert firsts(job.files["fronts"]) == [{"Page1"}, {"Page3"}]
    assert firsts(job.files["backs"]) == [set(), {"Page2"}]


def test_print_dialogues_are_asked_for_the_edge_that_was_named():
    for flip, wanted in (("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge")):
        assert Pdf(imposed(packed(text_pages(8)), flip=flip).files[""]).file.Root.ViewerPreferences.Duplex == wanted


def test_the_title_is_kept():
    file = text_pages(4)
    file.docinfo["/Title"] = "Night Buses"
    sheets = Pdf(imposed(packed(file)).files[""])
    assert str(sheets.file.docinfo["/Title"]) == "Night Buses"


def test_the_same_pdf_makes_the_same_sheets():
    data = packed(text_pages(12))
    assert imposed(data).files == imposed(data).files


@pytest.mark.parametrize("name", CASES)
def test_qpdf_finds_nothing_wrong_with_the_sheets(name):
    assert "No syntax or stream encoding errors found" in Pdf(case(name)[2].files[""]).run("qpdf", "--check", "FILE")


# Wishes -----------------------------------------------------------------------------------------------------


def test_what_is_read_from_the_right_is_bound_there_as_the_file_or_its_user_says():
    file = text_pages(8)
    plain = packed(file)
    file.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    turned = packed(file)
    assert [imposed(plain).plan.from_right, imposed(turned).plan.from_right] == [False, True]
    assert [imposed(plain, from_right=True).plan.from_right, imposed(turned, from_right=False).plan.from_right] == [True, False]


def test_the_last_page_can_be_kept_for_the_back_cover():
    job = imposed(packed(text_pages(6)), last_outside=True)
    assert firsts(job.files[""])[0] == {"Page6", "Page1"}


@pytest.mark.parametrize(
    ("scheme", "pages", "page", "sheet", "scale"),
    [
        ("zine", 8, (595, 842), (842, 595), 0.353), ("zine", 8, A5, (842, 595), 0.5), ("zine", 8, (298, 420), (1191, 842), 1),
        ("zine", 8, (210, 298), (842, 595), 1), ("zine", 8, (612, 792), (792, 612), 0.323), ("z", 6, (595, 842), (842, 595), 0.471),
        ("letter", 6, (275, 595), (842, 595), 1), ("half", 4, (595, 842), (1191, 842), 1),
    ],
)  # fmt: skip
def test_what_is_folded_from_one_sheet_is_made_of_a_sheet_that_printers_take(scheme, pages, page, sheet, scale):
    report = Report()
    done = imposed(packed(text_pages(pages, page)), report, scheme=scheme).imposition
    assert (done.width, done.height) == pytest.approx(sheet, abs=1.5)
    assert done.scale == pytest.approx(scale, abs=0.005)
    assert [(one.code, one.severity.value) for one in report.diagnostics] == ([] if done.scale == 1 else [("I203", "warning" if scale < 0.49 else "info")])


def test_one_lying_page_does_not_change_the_sheet_of_all_and_is_turned_in_its_place():
    file = text_pages(4, (298, 420))
    file.pages[2].mediabox = [0, 0, 420, 298]
    data = packed(file)
    job = imposed(data)
    assert (job.imposition.width, job.imposition.height) == pytest.approx((595, 420), abs=1.5)
    assert assert_pages_look_the_same(data, open_source(data, "text.pdf", Report()).sizes, job.files[""], job.imposition) == 4


# What is said -------------------------------------------------------------------------------------------------


def test_a_scheme_without_a_place_for_the_pages_is_refused_in_its_own_words():
    with pytest.raises(PublishError) as refused:
        imposed(packed(text_pages(4)), scheme="saddle", up=3)
    assert str(refused.value.diagnostic) == "I200 error: saddle has 2, 4 or 8 pages on a side, not 3"


def test_pages_of_other_sizes_are_named():
    file = text_pages(8)
    file.pages[2].mediabox = [0, 0, 595, 420]
    file.pages[6].mediabox = [0, 0, 420.4, 594.8]  # as another program rounds it
    report = Report()
    imposed(packed(file), report, sheet=sheet("a3"))
    assert [str(found) for found in report.diagnostics] == [
        "text.pdf: I111 info: most pages measure 148 × 210 mm, but 1 of 8 do not: page 3 (each stands in the middle of its place)",
        "I207 info: pages of another size are fitted into the places of the others: page 3 is turned",
    ]


def test_of_many_pages_of_other_sizes_the_first_are_named():
    file = text_pages(30)
    for page in list(file.pages)[17:]:
        page.mediabox = [0, 0, 300, 400]
    report = Report()
    imposed(packed(file), report)
    assert "13 of 30 do not: page 18, 19, 20, 21, 22, 23, 24, 25, 26, 27 and more" in str(report.diagnostics[0])


def test_a_file_that_is_no_pdf_is_refused_before_anything_is_planned():
    with pytest.raises(PublishError, match="I105"):
        imposed(b"PK\x03\x04", scheme="saddle", up=3)
    with pytest.raises(PublishError, match="I104"):
        imposed(packed(made()))


# Time and memory ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("unburdened")
def test_256_pages_are_imposed_within_half_a_second():
    data = packed(book(256))
    imposed(packed(text_pages(4)))  # loads what is loaded once
    start = time.process_time()
    job = imposed(data)
    assert time.process_time() - start < 0.5
    assert len(job.imposition.faces) == 128


_PEAK = """
import sys
from pathlib import Path
from publish.diagnostics import Report
from publish.imposition.sheets.impose import impose
from publish.measures.print_job import PrintJob
job = impose(Path(sys.argv[1]).read_bytes(), "book.pdf", PrintJob(scheme="signatures"), Report())
print(len(job.imposition.faces), next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is asked of Linux")
def test_1000_pages_are_imposed_within_150_megabytes(tmp_path, root):
    source = tmp_path / "book.pdf"
    source.write_bytes(packed(book(1000)))
    said = subprocess.run([sys.executable, "-c", _PEAK, source], capture_output=True, text=True, check=True, cwd=root).stdout
    faces, kilobytes = map(int, said.split())
    assert faces == 500
    assert kilobytes < 150_000
