import re

import pytest

from publish.language.marks import NARROW, NO_BREAK
from publish.language.printing_words import TABLES, listing, number, percentage, phrase, words_language

LANGUAGES = ("en", "es", "fr", "de")


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_all_that_english_says_with_the_same_places(lang):
    assert TABLES[lang].keys() == TABLES["en"].keys()
    assert [key for key, text in TABLES[lang].items() if places(text) != places(TABLES["en"][key])] == []
    assert [key for key, text in TABLES[lang].items() if text.count("|") != TABLES["en"][key].count("|")] == []


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_hardly_anything_is_left_in_english(lang):
    same = {key for key, text in TABLES[lang].items() if text == TABLES["en"][key] and re.search(r"[a-z]{3}", places_out(text))}
    assert same <= {"tabloid", "fact-pages"}


def places_out(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def test_other_languages_get_english():
    assert {words_language(lang) for lang in ("en", "pt-BR", "ar", "")} == {"en"}
    assert words_language("de-AT") == "de"


def test_numbers_are_written_as_the_language_writes_them():
    assert [number(1234.5, lang, 1) for lang in LANGUAGES] == ["1,234.5", "1234,5", "1234,5", "1234,5"]
    assert [number(12000, lang) for lang in LANGUAGES] == ["12,000", f"12{NARROW}000", f"12{NARROW}000", "12.000"]
    assert number(2.0, "de", 1) == "2"
    assert [percentage(100, lang) for lang in LANGUAGES] == ["100%", *[f"100{NO_BREAK}%"] * 3]


def test_one_is_not_many():
    assert phrase("sheets", "en", 1) == f"1{NO_BREAK}sheet"
    assert phrase("sheets", "fr", 4) == f"4{NO_BREAK}feuilles"
    assert phrase("blank-named", "es", 2, pages=listing(["14", "15"], "es")) == "Las páginas 14 y 15 quedan en blanco."


def test_no_line_breaks_where_french_would_not_have_it():
    said = [phrase(key, "fr", **dict.fromkeys((one[1:-1] for one in places(text) if one != "{n}"), "x")) for key, text in TABLES["fr"].items()]
    assert [text for text in said if re.search(r"« | [»:;?!]", text)] == []
    assert any(f"«{NO_BREAK}" in text for text in said)
