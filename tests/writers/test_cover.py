"""What a drawn cover looks like, and that every title fits on it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from publish.diagnostics import PublishError, Report
from publish.layout.titles import fit
from publish.model.book import Contributor, Metadata
from publish.styles import CoverDesign, Style
from publish.typesetting.fonts.faces import width_in
from publish.typesetting.fonts.families import font_file
from publish.writers.markup.cover import HEIGHT, WIDTH, draw_cover
from tests.writers.sample import style

MARGIN = 150
TITLES = {
    "one word": "Strike",
    "six words": "The Migrant Caravan and the Border",
    "a long title": "An account of the night buses, their drivers and their passengers, set down by those who rode "
    "them through the winter of the long dispute, with our demands",
    "a very long word": "Donaudampfschifffahrtsgesellschaftskapitän",
    "an absurd word": "x" * 5000,
    "no words": "",
    "Cyrillic": "Ночные автобусы и те, кто их водит",
    "Chinese": "夜班公交车司机的诉求，以及我们的回答",
    "a sign no font has": "Strike \U0001fb00 now",
}


def drawn(title: str, report: Report | None = None, **metadata) -> Image.Image:
    said = Metadata(title=title, **metadata)
    return Image.open(io.BytesIO(draw_cover(said, style(), report or Report()).png)).convert("RGB")


def ink(cover: Image.Image) -> tuple[int, int, int, int]:
    """The box that holds all that is not paper."""
    paper = cover.getpixel((0, 0))
    return cover.convert("L").point(lambda shade: 255 if shade < sum(paper) / 3 - 60 else 0).getbbox()


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_everything_stands_inside_the_margins(title):
    cover = drawn(title, contributors=(Contributor("Ann Author"),), publisher="Night Shift Press")
    left, top, right, bottom = ink(cover)
    assert cover.size == (WIDTH, HEIGHT) == (1600, 2560)
    assert (left, right) == (MARGIN, WIDTH - MARGIN)
    assert top > 100 and bottom < HEIGHT - 100


def test_the_cover_wears_the_colours_of_the_style():
    design = CoverDesign(paper="#102030", ink="#ffeedd")
    coloured = replace(style(), settings=replace(style().settings, cover=design))
    cover = Image.open(io.BytesIO(draw_cover(Metadata(title="Strike"), coloured, Report()).png)).convert("RGB")
    assert cover.getpixel((0, 0)) == (0x10, 0x20, 0x30)
    assert cover.getpixel((WIDTH // 2, 180)) == (0xFF, 0xEE, 0xDD)  # the heavy rule


def test_the_same_words_give_the_same_picture():
    said = Metadata(title="Strike", subtitle="A pamphlet")
    assert draw_cover(said, style(), Report()) == draw_cover(said, style(), Report())


def test_a_title_in_a_script_without_a_font_is_left_out_and_reported(report):
    cover = drawn("حافلات الليل", report, lang="ar")
    assert [str(found) for found in report.diagnostics] == [
        "E103 info: the drawn cover leaves out words, since no font of ours has ا; they stand below it (give a picture as `cover-image`)"
    ]
    assert cover.tobytes() == drawn("").tobytes()


def test_a_sign_without_a_font_is_left_out_alone(report):
    assert drawn("Strike \U0001fb00", report).tobytes() == drawn("Strike").tobytes()
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("design", "message"),
    [
        (CoverDesign(ink="blackish"), "S104 error: `blackish` is not a colour that a cover can have"),
        (CoverDesign(face="Comic-Bold"), "S105 error: style `pamphlet`: there is no face `Comic-Bold`"),
    ],
)
def test_a_design_that_cannot_be_drawn_says_why(design, message):
    wrong: Style = replace(style(), settings=replace(style().settings, cover=design))
    with pytest.raises(PublishError) as problem:
        draw_cover(Metadata(title="Strike"), wrong, Report())
    assert message in str(problem.value)


# Fitting: every letter is half as wide as the type is high --------------------------------------


def width(words: str) -> float:
    return len(words) * 0.5


def fitted(text: str, measure: float = 100, depth: float = 100, sizes: tuple[float, float] = (5, 40)):
    return fit(text, width, measure, depth, sizes, 1.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=25).map(" ".join))
def test_words_are_kept_whole_and_in_order_within_the_bounds(title):
    lines = fitted(title)
    assert " ".join(lines.lines) == title
    assert all(width(line) * lines.size <= 100.001 for line in lines.lines)
    assert len(lines.lines) * lines.size <= 100.001


@settings(max_examples=30, deadline=None)
@given(st.text("ab 夜「、」", max_size=600))
def test_any_text_fits_somehow(title):
    lines = fitted(title)
    assert all(width(line) * lines.size <= 100.001 for line in lines.lines)
    assert len(lines.lines) * lines.size <= 100.001


def test_no_size_would_have_been_larger():
    lines = fitted("the night buses")
    assert lines.lines == ("the", "night", "buses")
    assert lines.size == pytest.approx(100 / 3, rel=1e-4)


def test_lines_are_even():
    assert fitted("one two six ten", measure=60, sizes=(10, 10)).lines == ("one two", "six ten")


def test_a_word_that_is_wider_than_the_cover_is_parted():
    assert fitted("a" * 60).lines == ("a" * 40, "a" * 20)


def test_a_text_that_is_too_long_ends_with_an_ellipsis():
    assert fitted("a" * 60, depth=5).lines == ("a" * 39 + "…",)


def test_han_may_part_anywhere_but_before_a_comma():
    assert fitted("夜班公交，我们", measure=20, sizes=(10, 10)).lines == ("夜班公", "交，我们")


def test_a_no_break_space_holds_a_name_together():
    assert fitted("Ann\u00a0Author and Bob\u00a0Writer", measure=60, sizes=(10, 10), depth=60).lines == (
        "Ann\u00a0Author", "and", "Bob\u00a0Writer",
    )  # fmt: skip


# Signs --------------------------------------------------------------------------------------------


def test_signs_that_the_face_of_a_title_lacks_are_drawn_in_a_face_for_signs(report):
    plain, festive = (drawn(title, report) for title in ("Lamps", "Lamps \U0001f389\u270a\U0001f3ff"))
    assert plain.tobytes() != festive.tobytes()
    assert report.diagnostics == []


def test_a_title_is_measured_with_its_signs():
    from PIL import ImageFont

    wide = width_in(ImageFont.truetype(str(font_file("SourceSans3-Bold")), 200))
    assert wide("Lamps \U0001f389") - wide("Lamps ") == pytest.approx(1.27, abs=0.05)
    family, flag = "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1ec\U0001f1e7"
    assert [wide(family), wide(flag)] == pytest.approx([wide("\U0001f389")] * 2, abs=0.01)
