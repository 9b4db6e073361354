"""Running heads that are too long for their page."""

from __future__ import annotations

import pytest

from publish.layout.running_heads import running_head


def test_a_short_one_stays_as_it_is():
    assert running_head("Night buses", 200, 10) == "Night buses"


@pytest.mark.parametrize("words", ["A title, that goes on and on, for more words than any page has room for", "Donaudampfschifffahrt" * 9])
def test_a_long_one_is_cut_and_shows_it(words):
    short = running_head(words, 200, 10)
    assert short.endswith("…") and words.startswith(short[:-1])
    assert 15 < len(short) < 60
    assert not short[:-1].endswith((",", " "))


def test_narrow_pages_and_nothing_at_all_do_no_harm():
    assert running_head("", 200, 10) == ""
    assert running_head("Words", 1, 10) == "…"
