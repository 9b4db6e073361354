"""Settings of a print job, as authors write them."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.measures.print_job import KEYS, SCHEMES, PrintJob, field_of, read_setting
from publish.measures.shapes import Length

MM = Length("1mm")


def test_every_setting_has_its_field_and_says_what_it_is_about():
    known = {field.name for field in fields(PrintJob)}
    assert {field_of(key) for key in KEYS} <= known
    assert all(key.values and key.meaning and key.of in ("sheets", "press") for key in KEYS.values())


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("ink", " Black ", "black"), ("scheme", "Cut-Stack", "cut-stack"), ("flip", "SHORT", "short"), ("reload", "reversed", "reversed"),
        ("pdf-standard", "X-4", "x-4"), ("pdf-standard", "none", ""), ("preset", "no", ""), ("profile", "none", ""),
        ("marks", "yes", ("crop", "registration", "slug")), ("marks", "none", ()), ("marks", "slug, crop crop", ("slug", "crop")),
        ("spot-inks", "#E63946 #000000", ("#e63946", "#000000")), ("margin", "5mm", 5 * MM), ("margin", "0", 0), ("margin", "no", 0),
        ("bleed", "0.125in", 9), ("scale", "auto", None), ("scale", "95%", 0.95), ("scale", "141.4", 1.414),
        ("up", "8", 8), ("signature", " 4 ", 4), ("copies", "200", 200), ("sheet-price", "0.04 €", "0.04 €"),
        ("sheet-price", " €0,04", "€0,04"), ("sheet-price", "5 kr.", "5 kr."), ("sheet-price", "US$0.10", "US$0.10"),
    ],
)  # fmt: skip
def test_a_setting_is_read_as_it_is_written(key, text, value):
    assert read_setting(key, text) == (pytest.approx(value) if isinstance(value, float) else value)


@pytest.mark.parametrize(
    ("text", "right", "up"),
    [("2mm, -1mm", 2, -1), ("2mm -1mm", 2, -1), ("-2 mm; 0", -2, 0), ("1cm x 2mm", 10, 2), ("0, 0", 0, 0), ("- 2mm , 3mm", -2, 3)],
)
def test_a_shift_is_two_lengths_that_may_be_less_than_nothing(text, right, up):
    assert read_setting("shift", text) == pytest.approx((right * MM, up * MM))


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("ink", "red", "`red` is none of black, cmyk, spot"),
        ("scheme", "booklet", f"`booklet` is none of {', '.join(SCHEMES)}"),
        ("marks", "crop, cross", "`cross` is none of crop, registration, colour-bar, slug"),
        ("spot-inks", "red", "`red` is not a colour: write six digits"),
        ("margin", "-5mm", "a length cannot be less than nothing: `-5mm`"),
        ("margin", "5", "`5` is not a length"),
        ("bleed", "20cm", "`20cm` is more than 100 mm"),
        ("shift", "2mm", "`2mm` is no shift: write two lengths"),
        ("shift", "1mm, 2mm, 3mm", "is no shift"),
        ("shift", "--1mm, 2mm", "a length cannot be less than nothing"),
        ("shift", "200mm, 0", "is more than 100 mm"),
        ("scale", "0", "`0` is no scale: write a percentage from 10 to 400, or auto"),
        ("scale", "500%", "is no scale"),
        ("scale", "half", "is no scale"),
        ("up", "0", "`0` is no number from 1 to 64"),
        ("up", "65", "is no number from 1 to 64"),
        ("up", "٢", "is no number from 1 to 64"),
        ("signature", "four", "is no number from 1 to 64"),
        ("copies", "-3", "is no number from 1 to 10000000"),
        ("sheet-price", "cheap", "`cheap` is no price: write a number with its currency"),
        ("sheet-price", "-0.04 €", "is no price"),
        ("sheet-price", "1,000.00 €", "is no price"),
        ("sheet-price", "0.04 Euros", "is no price"),
        ("paper", "cardboard", "unknown paper `cardboard`"),
        ("sheet", "a44", "unknown shape `a44`"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words_for_an_author(key, text, words):
    with pytest.raises(ValueError) as problem:
        read_setting(key, text)
    assert words in str(problem.value)


@given(st.sampled_from(sorted(KEYS)), st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_setting_or_is_refused_in_words(key, text):
    try:
        read_setting(key, text)
    except ValueError as problem:
        assert 5 < len(str(problem)) < 400


@pytest.mark.parametrize("key", sorted(KEYS))
@pytest.mark.parametrize("text", ["2mm" + " " * 200_000 + "1", "9" * 200_000, "a," * 100_000, " " * 200_000 + "x"])
def test_no_text_takes_long_to_read(key, text):
    before = time.process_time()
    try:
        read_setting(key, text)
    except ValueError as problem:
        assert len(str(problem)) < 500
    assert time.process_time() - before < 1
