"""Language tags, and the words that we write ourselves."""

from string import Formatter

import pytest

from publish.language import base, is_rtl, valid_tag
from publish.language.word_files import FOLDER, languages_for, read_file
from publish.language.words import byline, has_words, listed, word
from publish.model.nodes import Role

FILES = [path.stem for path in sorted(FOLDER.glob("*.toml"))]
PLACEHOLDERS = {
    "by": {"names"}, "cover-alt": {"title"}, "qr-alt": {"address"}, "published-by": {"name"}, "printed-by": {"name"},
    "logo-alt": {"name"}, "barcode-alt": {"number"},
}  # fmt: skip


def test_the_language_is_found_in_a_longer_tag():
    assert [base(tag) for tag in ("en", "pt-BR", "zh-Hant", "de_CH")] == ["en", "pt", "zh", "de"]


def test_right_to_left_follows_the_language_unless_the_tag_names_a_script():
    assert is_rtl("ar") and is_rtl("fa-IR") and is_rtl("az-Arab")
    assert not is_rtl("en") and not is_rtl("ar-Latn") and not is_rtl("zh-Hant")


@pytest.mark.parametrize("tag", "en pt-BR zh-Hant-TW es-419 de-1996 sr-Latn ckb EN-us en-x-plain".split())
def test_a_proper_tag_is_valid(tag):
    assert valid_tag(tag)


@pytest.mark.parametrize("tag", ["", "english", "xx", "qqq", "en_US", "en-", "e", "en-US-", "en US", "-en", "en\n"])
def test_what_is_no_tag_or_no_known_language_is_not_valid(tag):
    assert not valid_tag(tag)


def words_of(lang):
    return read_file(lang.lower())["words"]


@pytest.mark.parametrize("lang", FILES)
def test_every_language_has_every_word_and_no_other(lang):
    assert valid_tag(lang) and set(read_file(lang.lower())) == {"script", "words", "headings"}
    assert words_of(lang).keys() == words_of("en").keys()
    assert all(text.strip() for text in words_of(lang).values())


@pytest.mark.parametrize("lang", FILES)
def test_patterns_have_the_same_gaps_in_every_language(lang):
    for key, text in words_of(lang).items():
        assert {name for _, name, _, _ in Formatter().parse(text) if name} == PLACEHOLDERS.get(key, set()), key


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name(role):
    assert word(role.value, "en")


def test_a_regional_tag_uses_its_language_and_an_unknown_one_english():
    assert word("demands", "de-AT") == "Forderungen"
    assert word("demands", "tlh") == "Demands"
    assert has_words("de-AT") and not has_words("tlh")


def test_words_in_another_script_than_the_tag_names_are_not_taken():
    assert languages_for("zh-Hant") == ("zh-hant",)
    assert languages_for("tr-Latn") == ("tr",)
    assert languages_for("tr-Arab") == ()


def test_no_tag_leads_out_of_the_folder_of_words():
    assert not has_words("../words/de") and not has_words("") and not has_words("*")


def test_traditional_chinese_has_its_own_signs():
    assert word("contents", "zh") == word("contents", "zh-Hans") == "目录"
    assert word("contents", "zh-Hant") == word("contents", "zh-TW") == "目錄"


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "by Ann Author, Bob Writer and Cy Third"),
        ("fr", "par Ann Author, Bob Writer et Cy Third"),
        ("ar", "بقلم Ann Author، Bob Writer وCy Third"),
        ("ja", "Ann Author、Bob Writer、Cy Third 著"),
    ],
)
def test_several_authors_are_joined_as_the_language_does(lang, shown):
    assert byline(["Ann Author", "Bob Writer", "Cy Third"], lang) == shown


def test_one_author_stands_alone_and_none_gives_nothing():
    assert byline(["Ann Author"], "en") == "by Ann Author"
    assert byline([], "en") == ""
    assert listed([], "en") == ""
