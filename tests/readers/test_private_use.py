"""Signs that mean nothing outside the font they were typed in."""

import pytest

from publish.diagnostics import Report
from publish.model.place import Place
from publish.readers import Source, read, read_words


def told(text: str, suffix: str = ".md") -> list[tuple[str, int]]:
    report = Report()
    read(Source(f"a{suffix}", suffix, text), report)
    return [(one.message.partition(": ")[2], one.place.line) for one in report.diagnostics if one.code == "M166"]


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_sign_of_private_use_is_told_once_with_its_first_line_and_how_often(suffix: str) -> None:
    assert told("The hall is open.\n\nCall us\nat \uf028 12, or \uf028 13.\n\nWrite \ue001.\n", suffix) == [("U+F028, 2 times", 4), ("U+E001", 6)]


def test_those_beyond_the_first_plane_and_those_typed_as_numbers_are_told() -> None:
    assert told("One \U000f0001 and &#xE0A0;.\n") == [("U+F0001", 1), ("U+E0A0", 1)]


def test_they_are_found_in_code_notes_and_captions() -> None:
    text = "Press `\ue010`.[^1]\n\n    \ue011 deep\n\n![A \ue013](a.png)\n\n[^1]: See \ue012.\n"
    assert [sign for sign, _ in told(text)] == ["U+E010", "U+E012", "U+E011", "U+E013"]


def test_bullets_of_symbol_fonts_that_made_a_list_are_not_told_but_one_within_words_is() -> None:
    assert told("We want:\n\n\uf0b7 lamps\n\n\uf0b7 benches\n") == []
    assert told("We want lamps \uf0b7 benches\n") == [("U+F0B7", 1)]


def test_a_title_of_the_settings_is_looked_at() -> None:
    report = Report()
    read_words("Open \uf0e8 day", Place("a.md", 2), report)
    (one,) = report.diagnostics
    assert (one.code, one.place) == ("M166", Place("a.md", 2)) and "Wingdings" in one.hint


def test_a_text_in_a_face_of_its_own_does_not_fill_the_screen() -> None:
    assert len(told("".join(map(chr, range(0xE000, 0xF000))))) == 21
