import re
from collections import Counter
from functools import cache
from itertools import combinations

import pikepdf
import pytest

from publish.imposition.guides.drawings import reload_drawing, side_drawing
from publish.imposition.guides.guide import Guide, guide_text
from publish.imposition.guides.sketches import SKETCHES
from publish.language.marks import NARROW
from publish.measures.print_job import SCHEMES
from publish.writers.sheets.how_to import write_how_to
from tests.imposition.guides import LANGUAGES, guided
from tests.writers.pdfs import Pdf, Word
from tests.writers.sample import style

# The most that is ever said: by hand, for many copies, on the lower of the two sheets.
MOST = {"smaller": 40, "flip": "single", "copies": 2500, "sheet_price": "0.04 €", "paper": "letter", "last_outside": True}
# How high poppler takes a line of Source Sans 3 to be, at size 1.
BOX = 1.37
TITLE = "What the night workers of the eastern depots demand, and why they will not wait until spring for an answer"


@cache
def fullest(scheme: str, lang: str) -> tuple[Guide, Pdf]:
    made = guided(scheme, lang, title=TITLE, **MOST)
    return made, Pdf(write_how_to(made))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.replace(NARROW, "")))


def drawings(made: Guide) -> list[str]:
    sketches = [SKETCHES[step.sketch](made.sheet) for part in made.parts for step in part.steps if step.sketch]
    sides = [side_drawing(made.sheet, back) for back, side in ((False, made.sheet.front), (True, made.sheet.back)) if side]
    return [*sketches, *sides, *([reload_drawing(made.sheet)] if made.by_hand else [])]


def captions(made: Guide) -> str:
    front, back, by_hand = made.captions
    return " ".join((front, back if made.sheet.back else "", by_hand if made.by_hand else ""))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_of_it_is_on_one_page_and_nothing_is_printed_over_anything(scheme, lang):
    _made, pdf = fullest(scheme, lang)
    assert len(pdf.file.pages) == 1
    _left, _bottom, right, top = map(float, pdf.file.pages[0].mediabox)
    assert (right, top) == (612, 792)
    margin = 25
    found = pdf.words[0]
    assert [word for word in found if word.left < margin or word.right > right - margin or word.top < margin or word.bottom > top - margin] == []
    assert [(one.text, other.text) for one, other in combinations(found, 2) if overlap(one, other)] == []


def overlap(one: Word, other: Word) -> bool:
    """Whether two words stand on each other; boxes of lines touch each other by the room for accents."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 0.5 and high > 0.35 * min(one.bottom - one.top, other.bottom - other.top)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_terminal_says_the_same_words(scheme, lang):
    """Beside them stand only the names of drawings and the figures in these."""
    made, pdf = fullest(scheme, lang)
    in_drawings = words(" ".join(figures for svg in drawings(made) for figures in re.findall(r">([^<]+)</text>", svg)))
    assert words(pdf.texts[0]) == words(guide_text(made)) + words(captions(made)) + in_drawings


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_are_large_enough_to_be_read_at_the_printer(scheme):
    made = guided(scheme, "de", copies=100)
    said = "".join(step.text for part in made.parts for step in part.steps).split()
    sizes = [(word.bottom - word.top) / BOX for word in Pdf(write_how_to(made)).words[0] if word.text in said]
    assert len(sizes) > 20
    assert min(sizes) >= 8


def test_the_same_guide_gives_the_same_bytes():
    assert write_how_to(guided("saddle")) == write_how_to(guided("saddle"))


def test_listeners_are_told_what_the_drawings_show():
    _, pdf = fullest("letter", "en")
    alternatives = [str(figure.Alt) for figure in pdf.elements("Figure")]
    assert len(alternatives) == 6
    assert {"Sheet 1, front: 3, 6, 1", "Sheet 1, back: 2, 4, 5"} <= set(alternatives)
    assert any("5 upside down" in str(figure.Alt) for figure in fullest("zine", "en")[1].elements("Figure"))


@pytest.mark.parametrize(("lang", "said"), [("fr-CA", "fr"), ("pt", "en"), ("de", "de")])
def test_the_page_says_in_which_language_it_is(lang, said):
    pdf = Pdf(write_how_to(guided("saddle", lang)))
    assert str(pdf.file.Root.Lang) == said
    assert "pdfuaid:part" in str(pdf.file.Root.Metadata.read_bytes())


def test_headings_and_lists_are_tagged():
    _, pdf = fullest("saddle", "en")
    kinds = Counter(str(element.S)[1:] for element in pdf.elements())
    assert (kinds["H1"], kinds["H2"]) == (1, 3)
    assert kinds["LI"] >= 7


def test_it_is_printed_in_one_ink():
    _, pdf = fullest("saddle", "en")
    said = (one for stream in streams(pdf) for one in pikepdf.parse_content_stream(stream))
    colours = [list(map(float, operands)) for operands, operator in said if str(operator) in ("rg", "RG")]
    assert colours
    assert [colour for colour in colours if len(set(colour)) > 1] == []


def streams(pdf: Pdf):
    return [pdf.file.pages[0], *(one for one in pdf.file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form")]


@pytest.mark.parametrize("title", ["", "夜行巴士", "<b>&amp;</b>", "حافلات الليل"])
def test_any_title_is_set_as_it_is(title):
    pdf = Pdf(write_how_to(guided("saddle", "ar" if title.startswith("ح") else "en", title=title)))
    assert len(pdf.file.pages) == 1
    assert title in pdf.texts[0] or title.startswith("ح")


def test_a_style_may_have_its_own_sheet_and_template():
    """The house's other styles extend ``base``, whose page is theirs as well."""
    made = guided("half")
    assert write_how_to(made, style()) == write_how_to(made)
