"""The elements of a text as they stand on paper: each in its shape, and the lines after it back on the grid."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.measures.shapes import shape as trim
from publish.styles import find_style
from publish.typesetting.page_setup import suited
from publish.workflows.reading import Wanted, read_manuscript
from tests.writers.pdfs import Printed, Word, printed
from tests.writers.sample import png, style

TEXT = (Path(__file__).parent / "elements.md").read_text("utf-8")
FILLER = "The allotments on the lane were dug when the council let out the old brickfield at four shillings a plot. " * 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("elements")
    (folder / "gate.png").write_bytes(png(width=517, height=233))
    (folder / "tall.png").write_bytes(png(width=300, height=1900))
    (folder / "small.png").write_bytes(png(width=48, height=31))
    return folder


@pytest.fixture(scope="module")
def printed_text(folder):
    """A function that gives a Markdown text as it is printed, each text and setting once."""

    @cache
    def make(text: str, by: str = "pamphlet", **settings) -> Printed:
        file = folder / "text.md"
        file.write_text(text, encoding="utf-8")
        report = Report()
        made = read_manuscript(file, Wanted(), report)
        assert not report.failed, report.diagnostics
        return printed(made.book, find_style(by, folder), **settings)

    return make


def of_height(words: list[Word], height: float) -> list[Word]:
    return [word for word in words if abs(word.bottom - word.top - height) < 0.01]


def body_words(made: Printed) -> list[list[Word]]:
    """The words in the size of the text, page by page."""
    heights = [word.bottom - word.top for words in made.pdf.words for word in words]
    body = max({round(height, 2) for height in heights}, key=[round(height, 2) for height in heights].count)
    return [of_height(words, body) for words in made.pdf.words]


def off_the_grid(made: Printed, leading: float) -> list[tuple[int, str, float]]:
    """The words of body text that stand between the lines of the grid, with their pages and how far they are off."""
    pages = body_words(made)
    first = pages[next(number for number, words in enumerate(pages) if len(words) > 20)][0].top
    found = []
    for number, words in enumerate(pages, 1):
        for word in words:
            off = (word.top - first + leading / 2) % leading - leading / 2
            if abs(off) > 0.1:
                found.append((number, word.text, round(off, 2)))
    return found


@pytest.mark.parametrize("shape", ["a5", "a6", "120mm x 190mm"])
def test_lines_of_text_stand_on_the_grid_past_elements_of_every_kind(printed_text, shape):
    made = printed_text(TEXT, shape=shape)
    assert made.losses == []
    leading = suited(style(), trim(shape).width, trim(shape).height).settings.leading
    assert off_the_grid(made, leading) == []


@pytest.mark.parametrize("element", [
    "## A heading\n", "## A heading of which the words go on for so long that no measure holds them in one line, or in two\n",
    "## Below it\n\n### A smaller one\n", "## Below it\n\n### A smaller one\n\n#### A side-head\n", "- one\n- two\n", "1. one\n\n    two\n\n2. three\n", "> quoted\n>\n> — somebody\n",
    "![](gate.png)\n", "![A gate](gate.png)\n", "![A small one](small.png)\n", "***\n", "| one\n|  two\n|\n| three\n",
    "::: pull-quote\nWords that are said twice in one text, here and in another place.\n:::\n", "    code = 1\n",
    "| a | b |\n|---|--:|\n| c | 1 |\n| d | 2 |\n\n: A table\n", "Term\n:   Its meaning\n", "Said.[^n]\n\n[^n]: A note, of\n    some length.\n",
])  # fmt: skip
def test_the_text_after_an_element_is_back_on_the_grid(printed_text, element):
    text = f"# One\n\n{FILLER}\n\n{element}\n{FILLER}\n\n{element.replace('[^n]: A note', '[^m]: A note').replace('[^n]', '[^m]')}\n{FILLER}\n"
    made = printed_text(text, title_page="no")
    assert made.losses == []
    assert off_the_grid(made, style().settings.leading) == []


def test_a_list_that_a_page_cuts_in_two_leaves_the_grid_as_it_was(printed_text):
    items = "\n".join(f"- thing {number}" for number in range(45))
    made = printed_text(f"# One\n\n{FILLER}\n\n{items}\n\n{FILLER}\n", title_page="no")
    assert len(made.pdf.words) > 1
    assert off_the_grid(made, style().settings.leading) == []


# Letters ------------------------------------------------------------------------------------------


def line_of(words: list[Word], text: str, tolerance: float = 0.5) -> list[Word]:
    """The words that stand on a line with the first of this text, from the left."""
    one = next(word for word in words if word.text == text)
    return sorted((word for word in words if abs(word.top - one.top) < tolerance), key=lambda word: word.left)


def text_face(made: Printed):
    """The descriptor of the upright text face."""
    for page in made.pdf.file.pages:
        for font in page.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            if "Garamond" in str(descriptor.FontName) and float(descriptor.ItalicAngle) == 0:
                return descriptor
    raise AssertionError("no text face")


CAP = f"# One\n\n[T]{{.dropcap}}here was a garden. {FILLER * 3}\n"


def test_a_drop_cap_stands_on_the_third_line_and_rises_to_the_capitals_of_the_first(printed_text):
    made = printed_text(CAP, title_page="no")
    words = made.pdf.words[0]
    cap = next(word for word in words if word.text == "There")
    (body,) = {round(word.bottom - word.top, 2) for word in line_of(words, "garden.") if word is not cap}
    face = text_face(made)
    below = float(-face.Descent) / float(face.Ascent - face.Descent)
    size = style().settings.size * (cap.bottom - cap.top) / body
    foot = cap.bottom - below * (cap.bottom - cap.top)
    first = line_of(words, "garden.")[0].bottom - below * body
    assert foot == pytest.approx(first + 2 * style().settings.leading, abs=0.1)
    capitals = 0.65
    assert foot - capitals * size == pytest.approx(first - capitals * style().settings.size, abs=0.1)


def test_lines_beside_a_drop_cap_keep_clear_of_it_and_the_fourth_runs_below(printed_text):
    words = printed_text(CAP, title_page="no").pdf.words[0]
    cap = next(word for word in words if word.text == "There")
    top = line_of(words, "garden.")[0].top
    starts = [min(word.left for word in words if word is not cap and abs(word.top - top - number * style().settings.leading) < 0.5) for number in range(4)]
    assert all(left > cap.right for left in starts[:3])
    assert starts[3] == pytest.approx(cap.left, abs=2)


def test_a_word_with_a_drop_cap_is_one_word_to_whoever_copies_or_listens(printed_text):
    made = printed_text(CAP, title_page="no")
    assert made.losses == []
    assert "here" not in [word.text for word in made.pdf.words[0]]
    assert [str(span.ActualText) for span in made.pdf.elements("Span") if "/ActualText" in span] == ["There"]


def test_a_list_may_not_be_lost_beside_a_drop_cap_of_one_short_line(printed_text):
    made = printed_text(f"# One\n\n[S]{{.dropcap}}o it was.\n\n- one\n- two\n- three\n- four\n\n{FILLER}\n", title_page="no")
    assert made.losses == []
    assert off_the_grid(made, style().settings.leading) == []


def test_drop_caps_are_set_where_the_settings_want_them_and_nowhere_else(printed_text):
    text = f"# One\n\n{FILLER}\n\n{FILLER}\n\n# Two\n\n“{FILLER}”\n\n# Three\n\nShort.\n\n# Four\n\n7 {FILLER}\n"
    heights = [word for words in printed_text(text, drop_caps="yes").pdf.words for word in words if word.bottom - word.top > 50]
    assert [word.text for word in heights] == ["The", "“The"]
    plain = [word for words in printed_text(text).pdf.words for word in words if word.text == "The" and word.bottom - word.top > 50]
    assert plain == []


def test_small_caps_are_letters_of_the_font_and_not_small_capitals(printed_text):
    made = printed_text(f"# One\n\n{FILLER} [abcd]{{.smallcaps}} abcd, [ABCD]{{.smallcaps}} ABCD.\n", title_page="no")
    words = [word for word in made.pdf.words[0] if re.fullmatch("[abcdABCD]{4}[.,]?", word.text)]
    assert len({round(word.bottom - word.top, 2) for word in words}) == 1  # all in one size
    forms = re.findall(rb"<[0-9a-f]+> <00(6[1-4]|4[1-4])>", b"".join(_maps(made)))
    assert all(forms.count(letter) > 1 for letter in (b"61", b"62", b"63", b"64", b"41", b"44"))


def _maps(made: Printed) -> list[bytes]:
    return [font.ToUnicode.read_bytes() for font in made.pdf.file.pages[0].Resources.Font.values()]


def width_of(words: list[Word], text: str) -> float:
    (word,) = [word for word in words if word.text == text]
    return word.right - word.left


def test_figures_are_of_one_width_in_tables_and_of_their_own_in_text(printed_text):
    made = printed_text(f"# One\n\n{FILLER} 11111 and 88888.\n\n| a |\n|--:|\n| 11112 |\n| 88882 |\n", title_page="no")
    words = made.pdf.words[0]
    assert width_of(words, "11112") == pytest.approx(width_of(words, "88882"), abs=0.01)
    assert width_of(words, "11111") < width_of(words, "88888.") - 2


def test_signs_without_small_forms_are_raised_and_made_small_all_the_same(printed_text):
    made = printed_text(f"# One\n\n{FILLER} Ax^b−é^ and Bx~n~ stood.\n", title_page="no")
    raised = [word for word in made.pdf.words[0] if word.text in ("b−é", "n")]
    assert made.losses == [] and all(word.bottom - word.top < 11 for word in raised)


# Verse, code, tables, pictures ----------------------------------------------------------------------


def left_of(words: list[Word], text: str) -> float:
    return next(word.left for word in words if word.text == text)


def test_a_line_of_verse_that_turns_over_goes_on_further_in_than_any_other(printed_text):
    words = printed_text(TEXT).pdf.words
    page = next(page for page in words if any(word.text == "puddles," for word in page))
    turned = min(word.left for word in line_of(page, "light,"))
    assert left_of(page, "slept.") > left_of(page, "till") > left_of(page, "brickfield") - 40
    assert turned > line_of(page, "slept.")[0].left > line_of(page, "till")[0].left > line_of(page, "puddles,")[0].left


def test_long_lines_of_code_lose_nothing_and_show_where_they_turn(printed_text):
    code = "first(line)\n    long_word(" + ", ".join(f"argument_{number}" for number in range(30)) + ")\n\n" + "x" * 300 + "\nlast(line)"
    made = printed_text("# One\n\n```\n" + code + "\n```\n", title_page="no")
    words = made.pdf.words[0]
    assert made.losses == []
    assert line_of(words, "argument_29)")[0].left > left_of(words, "first(line)") + 12
    assert left_of(words, "last(line)") == pytest.approx(left_of(words, "first(line)"), abs=0.1)


def test_a_long_table_repeats_its_heads_and_keeps_its_caption(printed_text):
    rows = "\n".join(f"| row {number} | {number} |" for number in range(90))
    made = printed_text(f"# One\n\n{FILLER * 5}\n\n| Name of it | Number |\n|---|--:|\n{rows}\n\n: What there is\n", title_page="no")
    with_rows = [text for text in made.pdf.texts if "row " in text]
    assert len(with_rows) > 2 and all("Name of it" in text for text in with_rows)
    assert "row 0" in made.pdf.texts[made.pdf.page_of("What there is") - 1]


def test_a_table_too_wide_for_its_page_is_made_small_and_stays_on_it(printed_text):
    words = ("Responsibilities", "Administration", "Correspondence", "Unquestionably", "Representation", "Municipalisation")
    for columns in (4, 6):
        table = "| " + " | ".join(words[:columns]) + " |\n|" + "---|" * columns + "\n| " + " | ".join(words[:columns]) + " |\n"
        made = printed_text(f"# One\n\n{table}\n", shape="a6", title_page="no")
        assert made.losses == []
        assert max(word.right for word in made.pdf.words[0]) <= 298 * (1 - 0.135) + 1


def figures(made: Printed) -> list[tuple[float, float]]:
    """Width and height of each picture."""
    boxes = [[float(side) for side in figure.A.BBox] for figure in made.pdf.elements("Figure")]
    return [(right - left, top - bottom) for left, bottom, right, top in boxes]


def test_pictures_are_never_blown_up_and_never_higher_than_the_page_allows(printed_text):
    made = printed_text(f"# One\n\n![Small](small.png)\n\n{FILLER}\n\n![Tall](tall.png)\n", title_page="no")
    small, tall = figures(made)
    assert small == pytest.approx((36, 23.25), abs=0.1)  # 48 by 31 pixels of a 96th of an inch
    assert tall[1] < 0.62 * 595 and tall[0] / tall[1] == pytest.approx(300 / 1900, abs=0.001)
    assert made.pdf.page_of("Small") == 1 and "Tall" in made.pdf.texts[1 if len(made.pdf.texts) > 1 else 0]


# Headings, ornaments, links ---------------------------------------------------------------------------


def test_a_side_head_stands_in_the_line_of_its_text_and_is_a_heading_to_listeners(printed_text):
    above = f"# One\n\n## Two\n\n### Three\n\n{FILLER}\n\n"  # levels are not left out
    made = printed_text(f"{above}#### Dates\n\nAll of them. {FILLER}\n\n#### End\n\n- a list\n", title_page="no")
    words = made.pdf.words[0]
    assert [word.text for word in line_of(words, "Dates", tolerance=5)][:4] == ["Dates", "All", "of", "them."]
    assert [word.text for word in line_of(words, "End", tolerance=5)] == ["End"]
    assert len(made.pdf.elements("H4")) == 2
    assert off_the_grid(made, style().settings.leading) == []


def test_no_ornament_is_left_at_the_foot_of_a_page(printed_text):
    text = "# One\n\n" + "\n\n***\n\n".join(FILLER * (1 + number % 5) for number in range(40))
    made = printed_text(text, title_page="no")
    lasts = [max(words, key=lambda word: word.top).text for words in body_words(made) if words]
    assert "⁂" not in lasts and sum(text.count("⁂") for text in made.pdf.texts) == 39


LINKS = f"# One\n\nSee [the archive](https://example.org/archive/), <https://example.org/shown>, [it](https://example.org/archive).\n\n{FILLER * 6}\n"


def test_paper_tells_the_address_of_a_link_once_and_only_where_the_text_does_not(printed_text):
    made = printed_text(LINKS, title_page="no")
    assert made.losses == []
    said = " ".join(made.pdf.texts)
    assert said.count("example.org/archive") == 1 and said.count("example.org/shown") == 1
    assert [str(note.ID) for note in made.pdf.elements("Note")] == ["note-1"]


def test_the_call_of_an_address_stands_behind_the_comma_but_in_french_before_it(printed_text):
    assert "archive,1" in printed_text(LINKS, title_page="no").pdf.texts[0]
    french = "---\nlang: fr\n---\n\n" + LINKS
    assert "archive1," in printed_text(french, title_page="no").pdf.texts[0]


def test_addresses_are_hidden_where_the_settings_say_so_or_where_they_would_drown_the_text(printed_text):
    assert "example.org/archive" not in " ".join(printed_text(LINKS, title_page="no", links="hide").pdf.texts)
    many = "# One\n\n" + " ".join(f"[word](https://example.org/{number})" for number in range(30)) + "\n"
    assert "example.org" not in " ".join(printed_text(many, title_page="no").pdf.texts)
    assert "example.org/29" in " ".join(printed_text(many, title_page="no", links="notes").pdf.texts)


@pytest.mark.parametrize("sheet", sorted(Path(__file__).parents[2].glob("styles/*/print.css")), ids=lambda path: path.parent.name)
def test_only_what_is_rare_is_chosen_by_what_follows_it(sheet):
    """``:has(+ …)`` goes through all siblings of an element: asked of paragraphs, it makes a long chapter take minutes."""
    asked = re.findall(r"([\w.*-]*):has\(\s*[+~]", sheet.read_text("utf-8"))
    assert set(asked) <= {"h1", ".imprint-page"}
