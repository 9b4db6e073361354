"""Cover sheets of glued books as a printer and a reader find them: sizes, words in their places, bar code, colour to the edge."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.layout.page import PageGeometry, page_geometry
from publish.measures.shapes import Length, shape
from publish.model.book import Asset, Book, Contributor, Emblem, Identifier, Matter
from publish.prepress.services.presets import Preset, preset
from publish.styles import Style, find_style
from publish.typesetting.page_setup import suited
from publish.writers.press.cover_sheet import CoverSheet, write_cover_sheet
from tests.writers.pdfs import Pdf, Word, tool
from tests.writers.sample import book, picture, png
from tests.writers.test_barcode import scanned

MM = 72 / 25.4
ISBN = (Identifier("978-0-306-40615-7", "ISBN"),)
SAID = Matter(blurb="Read this at night.\n\nThen pass it on.", price="£6.50")
DOTS = 144  # an inch
WHITE, PAPER = (255, 255, 255), (0xF4, 0xEF, 0xE4)


def full(**metadata) -> Book:
    return replace(book(**({"identifiers": ISBN} | metadata)), matter=SAID)


@cache
def page_of(form: str, name: str) -> tuple[Style, PageGeometry]:
    trim = shape(form)
    style = suited(find_style(name, Path(__file__).parent), trim.width, trim.height)
    return style, page_geometry(trim.width, trim.height, style.settings.margins, style.settings.leading)


class Made:
    """A sheet, and what was said of it. Words are measured from the left edge of the trimmed sheet."""

    def __init__(self, made: Book, spine: float, bleed: float = 3, form: str = "a5", style: str = "pamphlet", **more) -> None:
        self.style, self.page = page_of(form, style)
        self.spine, self.bleed, self.report = spine * MM, bleed * MM, Report()
        self.sheet: CoverSheet = write_cover_sheet(made, self.style, self.page, self.spine, self.bleed, self.report, **more)
        self.said = [str(found) for found in self.report.diagnostics]

    @cached_property
    def pdf(self) -> Pdf:
        return Pdf(self.sheet.data)

    @cached_property
    def words(self) -> list[Word]:
        (words,) = self.pdf.words
        off = self.bleed
        return [Word(word.text, word.left - off, word.top - off, word.right - off, word.bottom - off) for word in words]

    def within(self, left: float, right: float) -> str:
        """The words between two heights of the sheet, by their middles."""
        return " ".join(word.text for word in self.words if left <= (word.left + word.right) / 2 <= right)

    @property
    def panels(self) -> tuple[str, str, str]:
        """The words at the left, on the spine, and at the right."""
        first, last = self.page.width, self.page.width + self.spine
        return self.within(-self.bleed, first), self.within(first, last), self.within(last, 2 * last)

    @cached_property
    def drawn(self):
        """The page as a picture, with its bleed."""
        from PIL import Image

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.pdf"
            file.write_bytes(self.sheet.data)
            command = [tool("pdftoppm"), "-r", str(DOTS), "-png", "-singlefile", str(file), str(Path(folder) / "a")]
            subprocess.run(command, check=True)
            return Image.open(Path(folder) / "a.png").convert("RGB").copy()

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour of a point of the trimmed sheet, from its top left corner."""
        return self.drawn.getpixel((round((x + self.bleed) * DOTS / 72), round((y + self.bleed) * DOTS / 72)))


# Sizes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "spine"), [("a5", 0), ("a5", 3.7), ("trade", 11.44), ("a6", 25)])
def test_the_sheet_is_two_pages_and_a_spine_wide(form, spine):
    made = Made(full(), spine, form=form)
    left, bottom, right, top = map(float, made.pdf.file.pages[0].TrimBox)
    trim = shape(form)
    assert len(made.pdf.file.pages) == 1
    assert (right - left) / MM == pytest.approx(2 * trim.width.mm + spine, abs=0.01)
    assert (top - bottom) / MM == pytest.approx(trim.height.mm, abs=0.01)
    assert made.sheet.width == pytest.approx(right - left, abs=0.01)


def test_the_paper_has_the_bleed_on_all_sides():
    made = Made(full(), 8, bleed=3)
    trim, media = ([float(value) for value in made.pdf.file.pages[0][box]] for box in ("/TrimBox", "/MediaBox"))
    off = [abs(one - two) / MM for one, two in zip(trim, media, strict=True)]
    assert off == pytest.approx([3] * 4, abs=0.01)


def test_it_folds_at_both_sides_of_the_spine():
    assert Made(full(), 8).sheet.folds == pytest.approx((148 * MM, 156 * MM))
    assert Made(full(), 0).sheet.folds == pytest.approx((148 * MM,))


def test_the_file_says_what_it_is():
    made = Made(full(lang="en-GB"), 8)
    assert str(made.pdf.file.docinfo["/Title"]) == "Night buses"
    assert str(made.pdf.file.Root.Lang) == "en-GB"


def test_the_same_book_gives_the_same_bytes():
    assert Made(full(), 8).sheet.data == Made(full(), 8).sheet.data


# Panels ---------------------------------------------------------------------------------------------


def test_back_spine_and_front_say_what_they_should():
    back, spine, front = Made(full(), 15).panels
    assert back.startswith("Read this at night. Then pass it on.") and "Night Shift Press £6.50" in back
    assert spine.startswith("Night buses Ann Author and Bob Writer")
    assert front.startswith("Night buses What those who drive them") and front.endswith("Night Shift Press")


def test_a_book_that_is_read_from_the_right_has_its_front_at_the_left():
    hebrew = full(lang="he", title="האוטובוס האחרון", subtitle="", contributors=(Contributor("ועד הלילה"),))
    for made in (Made(full(page_progression="rtl"), 15), Made(hebrew, 15)):
        left, _, right = made.panels
        assert "£6.50" in right and "£6.50" not in left
        assert made.said == []


def test_a_book_with_nothing_on_its_back_has_a_back():
    made = Made(book(), 15)
    assert made.panels[0] == "Night Shift Press"
    assert made.said == []


@pytest.mark.parametrize("style", ["pamphlet", "copier", "large-print", "broadsheet"])
def test_the_last_lines_of_back_and_front_stand_on_one_line(style):
    made = Made(full(), 15, style=style)
    last = made.page.width + made.spine
    price = next(word for word in made.words if word.text == "£6.50")
    publisher = next(word for word in made.words if word.text == "Press" and word.left > last)
    assert price.bottom == pytest.approx(publisher.bottom, abs=0.6)


@pytest.mark.parametrize("style", ["pamphlet", "copier", "large-print", "broadsheet"])
@pytest.mark.parametrize("form", ["a5", "trade"])
def test_all_words_are_clear_of_edges_and_folds_in_all_styles(style, form):
    made = Made(full(), 14, form=form, style=style)
    assert made.said == []
    first, last = made.page.width, made.page.width + made.spine
    for word in made.words:
        assert word.left > 10 and word.right < made.sheet.width - 10 and word.top > 10 and word.bottom < made.page.height - 10
        assert not word.left < first < word.right and not word.left < last < word.right, word


def test_a_long_blurb_is_set_smaller_and_one_that_is_far_too_long_is_an_error():
    long, endless = (replace(full(), matter=replace(SAID, blurb="Read this tonight. " * times)) for times in (150, 500))
    made = Made(long, 8)
    assert made.said == []
    assert made.within(0, made.page.width).count("tonight.") == 150
    assert max(word.bottom for word in made.words) < made.page.height - made.page.bottom + 4
    assert Made(endless, 8).said == ["T122 error: the blurb is too long for the back cover (write a shorter `blurb`, or choose a larger shape)"]


# Colour and pictures --------------------------------------------------------------------------------


def test_the_paper_colour_reaches_into_the_bleed_on_all_sides():
    made = Made(full(), 15)
    width, height = made.drawn.size
    edges = [(1, 1), (width - 2, 1), (1, height - 2), (width - 2, height - 2), (width // 2, 1), (width // 2, height - 2)]
    assert {made.drawn.getpixel(point) for point in edges} == {PAPER}


@pytest.mark.parametrize(("lang", "at_right"), [("en", True), ("he", False)])
def test_a_picture_fills_the_front_up_to_its_bleed_and_ends_at_the_spine(lang, at_right):
    asset = Asset("a.png", "image/png", png(200, 30, 30, 42, 59), 420, 595)
    made = Made(replace(full(cover_image="a.png", lang=lang), assets={"a.png": asset}), 15)
    first, last, width = made.page.width, made.page.width + made.spine, made.sheet.width
    at_edge, inside, beyond = (width + made.bleed - 1.5, last + 1.5, last - 1.5) if at_right else (1.5 - made.bleed, first - 1.5, first + 1.5)
    for height in (1.5 - made.bleed, 300, made.page.height + made.bleed - 1.5):
        assert made.colour(at_edge, height) == made.colour(inside, height) == (200, 30, 30)
        assert made.colour(beyond, height) == PAPER
    assert made.said == []


def test_a_picture_of_another_shape_is_shown_whole():
    asset = Asset("a.png", "image/png", png(200, 30, 30, 40, 40), 400, 400)
    made = Made(replace(full(cover_image="a.png"), assets={"a.png": asset}), 15)
    middle = made.page.width * 1.5 + made.spine
    assert made.colour(middle, made.page.height / 2) == (200, 30, 30)
    assert made.colour(middle, 20) == made.colour(middle, made.page.height - 20) == PAPER


# Spine ----------------------------------------------------------------------------------------------


def spine_boxes(made: Made) -> list[Word]:
    first, last = made.page.width, made.page.width + made.spine
    return [word for word in made.words if first <= (word.left + word.right) / 2 <= last]


@pytest.mark.parametrize("spine", [6, 8, 12, 20, 30])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_words_on_the_spine_stand_in_its_middle_between_head_and_foot(spine, lang):
    made = Made(full(lang=lang), spine)
    boxes = spine_boxes(made)
    first, last = made.page.width, made.page.width + made.spine
    assert {"Night", "buses"} <= {word.text for word in boxes}
    for word in boxes:
        assert first <= word.left and word.right <= last
        assert made.page.top - 2 <= word.top and word.bottom <= made.page.height - made.page.bottom + 2


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
def test_letters_on_the_spine_are_as_far_from_one_fold_as_from_the_other(lang):
    made = Made(full(lang=lang, title="HHHHHH", subtitle="", contributors=(), publisher=""), 20)
    row = [made.colour(made.page.width + step / 2, made.page.top + 40) for step in range(round(2 * made.spine))]
    dark = [step / 2 for step in range(len(row)) if any(
        sum(made.colour(made.page.width + step / 2, made.page.top + down)) < 200 for down in range(2, 60)
    )]  # fmt: skip
    before, behind = dark[0], made.spine - dark[-1]
    # Capitals are higher than the letters that most words are made of, and stand that much nearer to one side.
    assert before == pytest.approx(behind, abs=0.12 * made.spine)
    assert min(before, behind) > 1.5 * MM


def test_the_title_is_at_the_head_whichever_way_the_spine_is_read():
    for lang, down in (("en", True), ("fr", False)):
        made = Made(full(lang=lang), 20)
        night, buses, ann = (next(word for word in spine_boxes(made) if word.text == text) for text in ("Night", "buses", "Ann"))
        assert (night.top < buses.top) is down
        assert max(night.bottom, buses.bottom) < ann.top
        assert min(night.top, buses.top) == pytest.approx(made.page.top, abs=4)


def test_the_publisher_stands_at_the_foot_where_there_is_room():
    roomy = full(contributors=(Contributor("Ann Author"),))
    for lang in ("en", "es"):
        made = Made(replace(roomy, metadata=replace(roomy.metadata, lang=lang)), 12)
        lowest = sorted(spine_boxes(made), key=lambda word: word.bottom)[-3:]
        assert sorted(word.text for word in lowest) == ["Night", "Press", "Shift"]
        assert lowest[-1].bottom == pytest.approx(made.page.height - made.page.bottom, abs=2)
    crowded = full(title="A title of so many words that it fills the spine of a small book from its head to its foot")
    assert "Press" not in {word.text for word in spine_boxes(Made(crowded, 12))}


def test_the_logo_stands_upright_at_the_foot_of_a_spine_that_is_wide_enough():
    shown = replace(full(), matter=replace(SAID, logo=Emblem("a.png", "A lamp")), assets=picture(data=png(200, 30, 30, 40, 40)))
    for spine, there in ((20, True), (6, False)):
        made = Made(shown, spine)
        middle, foot = made.page.width + made.spine / 2, made.page.height - made.page.bottom
        assert (made.colour(middle, foot - 6) == (200, 30, 30)) is there
        assert made.colour(made.page.width + 2, foot - 6) == PAPER


@pytest.mark.parametrize(("spine", "pages", "service", "reason"), [
    (4, 80, "", "the spine is 4.0 mm wide, and words of 6 pt need 5.4 mm"),
    (20, 60, "kdp", "Amazon KDP sets no words on the spine of a book below 79 pages, and this one has 60"),
])  # fmt: skip
def test_where_words_do_not_fit_the_spine_stays_bare_and_it_is_said(spine, pages, service, reason):
    made = Made(full(), spine, pages=pages, preset=preset(service) if service else None)
    assert spine_boxes(made) == []
    assert [said.partition(" (")[0] for said in made.said] == [f"T124 info: the spine stays without words: {reason}"]
    insisting = Made(full(), spine, pages=pages, preset=preset(service) if service else None, spine_text=True)
    assert [said.partition(" (")[0] for said in insisting.said] == [f"T120 error: no words can stand on the spine: {reason}"]


def test_a_title_that_is_longer_than_the_spine_leaves_it_bare():
    made = Made(full(title="What we want and when we want it, said at length " * 6), 12)
    assert spine_boxes(made) == []
    assert made.said[0].startswith("T124 info: the spine stays without words: the title is ")


def test_nothing_is_said_of_a_spine_that_there_is_not_or_that_shall_be_bare():
    assert Made(full(), 0).said == []
    made = Made(full(), 20, spine_text=False)
    assert (made.said, spine_boxes(made)) == ([], [])


# Bar codes ------------------------------------------------------------------------------------------


def modules_in(row: list[bool]) -> str:
    """A row of dots from the first bar to the last, as the 95 modules of a bar code."""
    first, last = row.index(True), len(row) - row[::-1].index(True)
    module = (last - first) / 95
    return "".join("1" if row[first + int((number + 0.5) * module)] else "0" for number in range(95))


@pytest.mark.parametrize("from_right", [False, True])
def test_the_bar_code_on_the_back_can_be_read(from_right):
    made = Made(full(page_progression="rtl" if from_right else ""), 15)
    left = made.page.width + made.spine if from_right else 0
    end = left + made.page.width - (made.page.outer if from_right else made.page.inner)
    start, height = end - 36 * MM, made.page.height - made.page.bottom - 30
    row = [sum(made.colour(start + step / 4, height)) < 380 for step in range(round((end - start) * 4))]
    assert scanned(modules_in(row)) == "9780306406157"
    runs = [index for index, (one, two) in enumerate(pairwise(row)) if one != two]
    assert len(runs) == 60  # thirty bars


def test_a_scanner_reads_the_sheet():
    made = Made(full(), 15)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.png"
        made.drawn.resize((made.drawn.width * 2, made.drawn.height * 2)).save(file)
        found = subprocess.run([tool("zbarimg"), "-q", "--raw", str(file)], capture_output=True, text=True, check=True).stdout
    assert found.split() == ["9780306406157"]


def test_an_isbn_with_a_wrong_check_digit_is_an_error():
    made = Made(full(identifiers=(Identifier("978-0-306-40615-8", "ISBN"),)), 15)
    assert made.said == [
        "T121 error: `978-0-306-40615-8` gives no bar code: its last digit does not fit the others, which ask for 7: "
        "one of them is wrong (copy it once more from where it was assigned)"
    ]


@pytest.mark.parametrize("identifiers", [ISBN, ()])
def test_a_service_that_prints_its_own_bar_code_gets_a_white_area_of_its_size(identifiers):
    kdp: Preset = preset("kdp")
    made = Made(full(identifiers=identifiers), 15, preset=kdp, pages=200, form="trade")
    area = kdp.barcode
    right, bottom = made.page.width - area.from_edges, made.page.height - area.from_edges
    left, top = right - Length("2in"), bottom - Length("1.2in")
    for x, inside in ((left - 2, False), (left + 2, True), ((left + right) / 2, True), (right - 2, True), (right + 2, False)):
        for y, also in ((top - 2, False), (top + 2, True), ((top + bottom) / 2, True), (bottom - 2, True), (bottom + 2, False)):
            assert made.colour(x, y) == (WHITE if inside and also else PAPER)
    words = [word for word in made.words if word.right > left and word.left < right and word.bottom > top]
    assert words == []


def test_words_keep_away_from_the_white_area_however_long_the_blurb_is():
    kdp = preset("kdp")
    made = Made(replace(full(), matter=replace(SAID, blurb="Read this tonight. " * 160)), 15, preset=kdp, pages=200, form="trade")
    left, top = made.page.width - Length("2.25in"), made.page.height - Length("1.45in")
    assert made.said == []
    assert [word for word in made.words if left < word.right < made.page.width and word.bottom > top] == []


# Awkward ones ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ['<b>&amp; "quotes" ]]>', "a" * 300, "\u202eabc", "🙂", " "])
def test_a_strange_title_makes_a_sheet_all_the_same(title):
    made = Made(full(title=title), 15)
    assert len(made.pdf.file.pages) == 1
