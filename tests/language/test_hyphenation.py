"""Where words may be divided."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.language.hyphenation import division_points


def parts(word: str, lang: str = "en-GB") -> list[str]:
    ends = (0, *division_points(word, lang, 6, 3, 3), len(word))
    return [word[start:end] for start, end in itertools.pairwise(ends)]


def test_long_words_are_divided_by_the_patterns_of_their_language():
    assert parts("representative") == ["rep", "res", "ent", "at", "ive"]
    assert parts("Versammlungen", "de-DE") == ["Ver", "samm", "lun", "gen"]


@pytest.mark.parametrize("word", ["short", "self-governing’s", "o’clock", "night@example.org", "v1.2.3beta", "A320neo99", "2018/october"])
def test_what_is_joined_by_other_signs_is_not_divided_besides(word):
    assert parts(word) == [word]


def test_a_mark_at_the_end_of_a_word_does_no_harm():
    assert parts("settlement.") == [*parts("settlement")[:-1], parts("settlement")[-1] + "."]
    assert parts("settlement’") == [*parts("settlement")[:-1], parts("settlement")[-1] + "’"]


@pytest.mark.parametrize("lang", ["", "tlh", "ar"])
def test_a_language_without_patterns_divides_nothing(lang):
    assert parts("representative", lang) == ["representative"]


def test_where_the_spelling_would_change_no_word_is_divided():
    assert "asz" not in parts("asszonnyal", "hu")[0]
    assert "".join(parts("asszonnyal", "hu")) == "asszonnyal"


@given(st.text(st.characters(categories=("L", "P"), include_characters="0123456789"), max_size=40), st.sampled_from(["en-GB", "de", "fr", "es", "it", "pl"]))
@settings(max_examples=80, deadline=None)
def test_points_lie_within_words_and_leave_enough_letters_on_both_sides(word, lang):
    points = division_points(word, lang, 6, 3, 3)
    assert list(points) == sorted(set(points))
    around = [word[point - 3 : point + 3] for point in points]
    assert all(len(letters) == 6 and re.fullmatch(r"[^\W\d_]+", letters) for letters in around)
