"""Spines: how wide they are, by hand, and whether words fit them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.measures.papers import OFFICE, Paper, paper
from publish.measures.shapes import Length
from publish.prepress.services.presets import preset
from publish.prepress.services.spine import CLEAR, LETTER_HEIGHT, SMALLEST, is_glued, least_width, runs_down, spine_text_size, spine_width

KDP, INGRAM, LULU, HOME = map(preset, ("kdp", "ingramspark", "lulu", "home"))


@pytest.mark.parametrize(("service", "pages", "name", "inches"), [
    (KDP, 200, "80gsm", 0.4504),  # 200 × 0.002252
    (KDP, 200, "white", 0.4504),
    (KDP, 200, "90gsm cream", 0.5),  # 200 × 0.0025
    (KDP, 100, "colour", 0.2347),  # 100 × 0.002347
    (KDP, 199, "80gsm", 0.4504),  # the last page has a blank back
    (LULU, 222, "80gsm", 0.56),  # 222 / 444 + 0.06
])  # fmt: skip
def test_a_service_reckons_by_its_own_formula(service, pages, name, inches):
    assert spine_width(pages, Paper(name, Length("0.1mm")), service) / 72 == pytest.approx(inches, abs=1e-9)


@pytest.mark.parametrize("service", [None, INGRAM, HOME])
@pytest.mark.parametrize(("pages", "name", "millimetres"), [(200, "80gsm", 10), (64, "0.12mm", 3.84), (65, "0.12mm", 3.96), (0, "80gsm", 0)])
def test_where_no_formula_is_published_the_paper_decides(service, pages, name, millimetres):
    assert spine_width(pages, paper(name), service, "glued").mm == pytest.approx(millimetres)


@pytest.mark.parametrize(("binding", "service", "glued"), [
    ("glued", None, True), ("stapled", KDP, False), ("auto", None, False), ("auto", HOME, False), ("auto", KDP, True),
    ("auto", INGRAM, True), ("auto", LULU, True),
])  # fmt: skip
def test_what_is_stapled_has_no_spine(binding, service, glued):
    assert is_glued(binding, service) is glued
    assert (spine_width(200, OFFICE, service, binding) > 0) is glued


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 200), st.floats(100, 1000), st.floats(0.5, 200), st.sampled_from([None, KDP, INGRAM, LULU, HOME]))
def test_words_that_stand_on_a_spine_are_clear_of_both_folds_and_no_smaller_than_they_may_be(width, length, extent, service):
    size = spine_text_size(width, length, extent, 200, service)
    clear = service.spine.clear if service else CLEAR
    if size is None:
        least = max(LETTER_HEIGHT * SMALLEST + 2 * clear, SMALLEST / 0.52)
        assert width < least or extent * SMALLEST > length or length / 15 < SMALLEST or width == pytest.approx(least)
        return
    assert size >= SMALLEST
    assert width - LETTER_HEIGHT * size >= 2 * clear - 1e-9
    assert extent * size <= length + 1e-9


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 100), st.floats(0, 20))
def test_a_wider_spine_never_has_smaller_words(width, more):
    narrow, wide = (spine_text_size(one, 500, 20) or 0 for one in (width, width + more))
    assert narrow <= wide


def test_below_the_least_width_there_are_no_words():
    for service in (None, KDP, HOME):
        least = least_width(service)
        assert spine_text_size(least - 0.01, 500, 5, 200, service) is None
        assert spine_text_size(least + 0.01, 500, 5, 200, service) == pytest.approx(SMALLEST, abs=0.01)


@pytest.mark.parametrize(("service", "fewest"), [(KDP, 79), (INGRAM, 48), (LULU, 80)])
def test_a_service_sets_no_words_on_the_spines_of_thin_books(service, fewest):
    assert spine_text_size(60, 500, 10, fewest - 1, service) is None
    assert spine_text_size(60, 500, 10, fewest, service) is not None
    assert spine_text_size(60, 500, 10, 0, service) is not None  # nobody counted yet


def test_nothing_has_no_size():
    assert spine_text_size(60, 500, 0) is None


@pytest.mark.parametrize("lang", ["en", "en-GB", "nl", "sv", "da", "ar", "ja", "", "x"])
def test_spines_are_read_downwards(lang):
    assert runs_down(lang)


@pytest.mark.parametrize("lang", ["fr", "fr-CA", "FR", "es", "es_MX", "de", "it", "pt-BR", "ca", "pl", "ru"])
def test_where_custom_says_so_spines_are_read_upwards(lang):
    assert not runs_down(lang)
