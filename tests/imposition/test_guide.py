import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.imposition.guides.drawings import reload_drawing, side_drawing
from publish.imposition.guides.guide import guide, guide_text
from publish.imposition.guides.sketches import SKETCHES
from publish.imposition.guides.turns import behind, first_sheet
from publish.measures.print_job import FLIPS, SCHEMES
from tests.imposition.guides import LANGUAGES, guided, imposed

FOLDED_OR_CUT = ("saddle", "signatures", "cut-stack", "two-up", "n-up", "half", "letter", "z", "gate", "accordion")


def steps(made) -> str:
    return " ".join(step.text for part in made.parts for step in part.steps).replace("\u00a0", " ")


def value(made, name: str) -> str:
    return next(one.value for one in (*made.settings, *made.facts) if one.name == name).replace("\u00a0", " ")


# What is said of turning sheets, held against where the pages are ---------------------------------


def places(imposition, page: int, back: bool) -> list[tuple[float, ...]]:
    """Where the middles of a page's clips are on the first side that has it, and which way its top points."""
    face = next(face for face in imposition.faces if face.back == back and page in [one.page for one in face.pages])
    return [_place(placed) for placed in face.pages if placed.page == page]


def _place(placed) -> tuple[float, ...]:
    left, bottom, right, top = placed.clip
    return (left + right) / 2, (bottom + top) / 2, round(placed.matrix[2], 3), round(placed.matrix[3], 3)


def seen_through(imposition, at, long_edge: bool):
    """The same on the other side of the paper, once the sheet was turned over on an edge."""
    upright_edge = long_edge == (imposition.height >= imposition.width)
    x, y, right, up = at
    return (imposition.width - x, y, -right, up) if upright_edge else (x, imposition.height - y, right, -up)


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("scheme", FOLDED_OR_CUT)
def test_turned_over_as_it_says_the_named_page_stands_behind_the_other(scheme, flip):
    plan, imposition, _job = imposed(scheme, flip=flip)
    pair, sides = behind(plan), first_sheet(plan, imposition)
    long_edge = sides.turned_on_long_edge if flip == "single" else flip == "long"
    front = places(imposition, pair.front, back=False)[0]
    backs = [seen_through(imposition, at, long_edge) for at in places(imposition, pair.back, back=True)]
    behind_it = [back for back in backs if back[:2] == pytest.approx(front[:2], abs=3)]
    assert [back[2:] == pytest.approx(front[2:]) for back in behind_it] == [pair.upright]
    assert f"page {pair.back} must" in steps(guided(scheme, flip=flip)).replace("Page", "page")


@pytest.mark.parametrize("flip", FLIPS)
def test_the_printing_window_is_named_the_edge_of_the_job(flip):
    made = guided("saddle", flip=flip)
    assert value(made, "Flip") == {"long": "flip on long edge", "short": "flip on short edge", "single": "by hand"}[flip]
    assert made.by_hand == (flip == "single")


def test_the_order_of_the_backs_is_said_as_one_lays_the_pile():
    assert "so that sheet 1 is drawn in first" in steps(guided("saddle", flip="single"))
    assert "so that the last sheet is drawn in first" in steps(guided("saddle", flip="single", reload="reversed"))
    assert "pile over" not in steps(guided("half", flip="single")).split("backs")[0]


@pytest.mark.parametrize("scheme", ["zine", "french"])
def test_what_is_printed_on_one_side_is_not_turned(scheme):
    made = guided(scheme, flip="single")
    assert not made.by_hand
    assert value(made, "Sides") == "one side"
    assert "Flip" not in [setting.name for setting in made.settings]


# Making up ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_scheme_is_told_in_numbered_lines(scheme, lang):
    made = guided(scheme, lang)
    text = guide_text(made)
    numbered = re.findall(r"^(\d+)\. \S", text, re.MULTILINE)
    assert numbered == [str(number) for number in range(1, sum(len(part.steps) for part in made.parts) + 1)]
    assert len(numbered) >= 3
    assert "{" not in text and "  " not in text
    assert made.lang == lang


def test_a_booklet_is_folded_and_stapled_a_quarter_from_its_ends():
    said = steps(guided("saddle", pages=16))
    assert "pages 8 and 9 in the middle" in said
    assert "5 cm from top and bottom" in said
    assert "trim" not in said
    assert "trim the open edge" in steps(guided("saddle", pages=20))
    assert "2 in from" in steps(guided("saddle", pages=16, paper="letter"))


@pytest.mark.parametrize(
    ("lang", "page", "sheet"),
    [
        ("en", "the finished page measures 134 × 196 mm", "First cut off the edges of the sheets along the outer marks: 182 × 269 mm remain"),
        ("es", "la página acabada mide 134 × 196 mm", "quedan 182 × 269 mm"), ("fr", "la page finie mesure 134 × 196 mm", "il reste 182 × 269 mm"),
        ("de", "die fertige Seite misst 134 × 196 mm", "es bleiben 182 × 269 mm"),
    ],
)  # fmt: skip
def test_sheets_that_are_larger_than_their_pages_are_trimmed_and_the_size_is_told(lang, page, sheet):
    bound, cut = (re.sub(r"\s", " ", steps(guided(scheme, lang, smaller=40, **more))) for scheme, more in (("saddle", {}), ("french", {})))
    assert page in bound
    assert sheet in cut


def test_what_is_bound_is_trimmed_last_and_what_is_cut_or_folded_flat_is_trimmed_first():
    last = [steps(guided(scheme, smaller=40)).split("\n")[-1] for scheme in ("saddle", "signatures")]
    first = [guided(scheme, smaller=40, **more).parts[1].steps[0].sketch for scheme, more in (
        ("saddle", {"up": 4}), ("cut-stack", {}), ("two-up", {}), ("zine", {}), ("half", {}), ("letter", {}), ("z", {}), ("gate", {}), ("accordion", {}),
    )]  # fmt: skip
    assert set(first) == {"trim-sheet"}
    assert all("Trim the open sides along the marks" in said for said in last)
    assert "stick out" not in steps(guided("saddle", pages=40, smaller=40))
    assert "marks" not in steps(guided("n-up", smaller=40)) + steps(guided("saddle"))


def test_in_inches_the_finished_size_is_told_in_inches():
    assert "5 × 8 in" in re.sub(r"\s", " ", steps(guided("saddle", paper="letter", smaller=36)))


def test_one_sheet_needs_no_staple():
    said = steps(guided("saddle", pages=4))
    assert "It needs no staple" in said
    assert "Staple twice" not in said


def test_the_flap_that_goes_in_first_is_named_by_the_page_on_it():
    """From the left, the flap is behind the page that stands leftmost on the outside: 5, at the right of the inside."""
    assert "with page 5 on the right" in steps(guided("letter"))
    mirrored = steps(guided("letter", from_right=True))
    assert "with page 5 on the left" in mirrored


def test_piles_are_cut_in_the_order_of_the_plan():
    said = steps(guided("cut-stack", up=4))
    assert said.index("The left part goes on top of the right") < said.index("The upper part goes on top of the lower") < said.index("left edge")
    assert "right edge" in steps(guided("cut-stack", from_right=True))


def test_signatures_are_counted():
    said = steps(guided("signatures", pages=45, signature=4))
    assert "Take 4 sheets" in said
    assert "Lay the 3 folded groups" in said
    assert "The last group has one sheet less" in steps(guided("signatures", pages=44, signature=4))


# Figures and notes --------------------------------------------------------------------------------


@pytest.mark.parametrize(("last_outside", "named"), [(False, "Pages 15 and 16 stay blank."), (True, "Pages 14 and 15 stay blank.")])
def test_blank_pages_are_named_as_a_reader_counts_them(last_outside, named):
    assert named in guided("saddle", pages=14, last_outside=last_outside).notes


@given(st.sampled_from(["saddle", "signatures", "cut-stack"]), st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_blank_pages_fill_up_the_last_sheets(scheme, pages):
    plan, imposition, job = imposed(scheme, pages=pages)
    notes = " ".join(guide(plan, imposition, job, "en", "", ["a.pdf"]).notes).replace("\u00a0", " ")
    size = 4 if scheme != "cut-stack" else 2
    blank = -pages % size
    said = re.search(r"Pages? ([\d, and]+) stays? blank", notes)
    assert len(re.findall(r"\d+", said[1]) if said else []) == (blank if plan.sheets[0].back else 0)


def test_too_many_sheets_for_a_stapler_are_said():
    assert [note for note in guided("saddle", pages=84).notes if "more than most staplers take" in note]
    assert not [note for note in guided("saddle", pages=80).notes if "staplers" in note]
    assert [note for note in guided("saddle", pages=60, paper_kind="160gsm").notes if "15 sheets" in note.replace("\u00a0", " ")]


def test_what_it_takes_is_in_numbers():
    made = guided("saddle", "de", pages=16, copies=2500, sheet_price="0.04 €")
    assert value(made, "Blätter") == "4"
    assert value(made, "Blätter für 2500\u00a0Exemplare") == "10.000"
    assert value(made, "Gewicht eines Exemplars") == "20 g"
    assert value(made, "Gewicht insgesamt") == "49,9 kg"
    assert value(made, "Dicke eines Exemplars") == "0,8 mm"
    assert value(made, "Kosten insgesamt") == "400,00 €"
    assert "2500 Exemplare brauchen 10.000 Blatt" in steps(made)


@pytest.mark.parametrize(
    ("name", "also"),
    [("80gsm", "80 g/m²"), ("20lb", "20 lb"), ("0.11mm", "0.11 mm thick"), ("115gsm coated", "115 g/m²")],
)
def test_paper_is_named_as_it_is_sold(name, also):
    assert guided("saddle", paper_kind=name).settings[0].also.replace("\u00a0", " ") == also


@pytest.mark.parametrize(
    ("sheet", "named", "page"),
    [
        ("a3", "A3", "a4"), ("tabloid", "Tabloid", "letter"), ("letter", "Letter", "letter"),
        ("11x19in", "11 × 19 in", "letter"), ("300x400mm", "300 × 400 mm", "a4"),
    ],
)  # fmt: skip
def test_the_instructions_are_on_a_sheet_that_is_at_hand(sheet, named, page):
    made = guided("saddle", paper=sheet)
    assert value(made, "Paper") == named
    assert made.page.name == page


def test_long_titles_and_names_are_cut_short():
    made = guided("saddle", title="word " * 2000)
    assert len(made.title) <= 110
    assert made.title.endswith("…")


def test_signs_that_are_none_are_left_out_of_titles():
    assert guided("saddle", title="Night\x00 \x07\ud800buses\n for all").title == "Night buses for all"


# Drawings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("flip", FLIPS)
def test_all_drawings_can_be_read_and_are_of_one_ink(scheme, flip):
    made = guided(scheme, flip=flip)
    sketches = [SKETCHES[step.sketch](made.sheet) for part in made.parts for step in part.steps if step.sketch]
    for svg in (*sketches, side_drawing(made.sheet, back=False), reload_drawing(made.sheet)):
        ElementTree.fromstring(svg)
        assert all(len(set(re.findall("..?" if len(c) == 6 else ".", c))) == 1 for c in re.findall(r"#([0-9a-f]+)", svg))
    assert sketches or scheme == "n-up"


def test_the_first_sheet_shows_the_pages_of_the_plan_each_as_it_stands():
    made = guided("zine")
    texts = re.findall(r'rotate\((\d+)\)"><text[^>]*>(\d+)<', side_drawing(made.sheet, back=False))
    assert texts == [("180", "5"), ("180", "4"), ("180", "3"), ("180", "2"), ("0", "6"), ("0", "7"), ("0", "8"), ("0", "1")]


def test_every_drawing_is_used():
    used = {
        step.sketch
        for scheme in SCHEMES
        for more in ({}, {"up": 4}, {"from_right": True}, {"pages": 4}, {"smaller": 40})
        if not ("up" in more and scheme not in ("cut-stack", "two-up", "saddle", "n-up", "accordion"))
        for part in guided(scheme, **more).parts
        for step in part.steps
    }
    assert used - {""} == SKETCHES.keys()
