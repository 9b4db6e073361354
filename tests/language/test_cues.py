"""How headings, announcements and closings are recognised."""

import time

import pytest

from publish.language.cues import announces_contact, announces_demands, role_named
from publish.language.word_files import FOLDER, read_file
from publish.language.words import word
from publish.model.nodes import Role

LANGUAGES = [path.stem for path in sorted(FOLDER.glob("*.toml"))]


@pytest.mark.parametrize(
    ("title", "lang", "role"),
    [
        ("Demands", "en", Role.DEMANDS),
        ("OUR DEMANDS:", "en", Role.DEMANDS),
        ("What we demand", "en", Role.DEMANDS),
        ("Unsere Forderungen", "de", Role.DEMANDS),
        ("Nos revendications", "fr", Role.DEMANDS),
        ("nuestras  reivindicaciones", "es", Role.DEMANDS),
        ("Taleplerimiz", "tr", Role.DEMANDS),
        ("私たちの要求", "ja", Role.DEMANDS),
        ("我們的訴求", "zh-Hant", Role.DEMANDS),
        ("Get in touch", "en", Role.CONTACT),
        ("IV. Contact", "en", Role.CONTACT),
        ("İLETİŞİM", "tr", Role.CONTACT),
        ("Impressum", "de", Role.IMPRINT),
        ("Dedication", "en", Role.DEDICATION),
        ("Preface", "en", Role.FOREWORD),
        ("Préface", "fr", Role.FOREWORD),
        ("はじめに", "ja", Role.FOREWORD),
        ("1 Introduction", "en", Role.INTRODUCTION),
        ("Afterword", "en", Role.AFTERWORD),
        ("Appendix", "en", Role.APPENDIX),
        ("Appendix A", "en", Role.APPENDIX),
        ("Appendix B: What the fares cost", "en", Role.APPENDIX),
        ("Anhang 2", "de", Role.APPENDIX),
        ("3. Notes", "en", Role.NOTES),
        ("About the author", "en", Role.ABOUT),
        ("Qui sommes-nous ?", "fr", Role.ABOUT),
        ("Demands", "tlh", Role.DEMANDS),
        ("Introduction", "de", Role.INTRODUCTION),
    ],
)
def test_a_heading_names_a_role(title, lang, role):
    assert role_named(title, lang) is role


@pytest.mark.parametrize(
    "title",
    ["Notes from a strike", "Making contact", "The demands of the job", "Introduction to fares", "Appendixes of war",
     "Chapter 1", "", "Contact and conflict", "About time", "x" * 10_000],
)  # fmt: skip
def test_a_heading_that_says_more_names_no_role(title):
    assert role_named(title, "en") is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CHAPTER])
def test_the_name_we_print_for_a_role_is_recognised_as_that_role(role, lang):
    assert role_named(word(role.value, lang), lang) is role


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_name_roles_and_no_heading_names_two(lang):
    headings = read_file(lang.lower())["headings"]
    assert set(headings) <= {role.value for role in Role} - {"chapter"}
    names = [name for row in headings.values() for name in row]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("The Socialist Equality Party demands:", "en"),
        ("We demand:", "en"),
        ("We, the tenants of Block C, demand:", "en"),
        ("We therefore demand of the council the following:", "en"),
        ("Our demands are:", "en"),
        ("These are our demands:", "en"),
        ("The strikers’ demands are:", "en"),
        ("We call for:", "en"),
        ("The union calls for the following:", "en"),
        ("we are demanding the following:", "en"),
        ("Reclaim the Docks demands:", "en"),
        ("Exigimos:", "es"),
        ("Nuestras demandas son:", "es"),
        ("El sindicato exige:", "es"),
        ("Nous exigeons :", "fr"),
        ("Nos revendications\u00a0:", "fr"),
        ("Le syndicat exige :", "fr"),
        ("Wir fordern:", "de"),
        ("Deshalb fordern wir:", "de"),
        ("Die Gewerkschaft fordert:", "de"),
        ("Exigimos:", "pt"),
        ("Nossas reivindicações são:", "pt-BR"),
        ("Noi chiediamo:", "it"),
        ("Le nostre rivendicazioni:", "it"),
        ("Rivendichiamo:", "it"),
        ("Taleplerimiz:", "tr"),
        ("Şunları talep ediyoruz:", "tr"),
        ("نطالب بـ:", "ar"),
        ("مطالبنا:", "ar"),
        ("我们要求：", "zh"),
        ("我們要求：", "zh-Hant"),
        ("私たちは要求する：", "ja"),
        ("我々の要求：", "ja"),
        ("We demand:", "tr"),
    ],
)
def test_a_sentence_announces_demands(sentence, lang):
    assert announces_demands(sentence, lang)


@pytest.mark.parametrize(
    "sentence",
    [
        "He demands an answer", "He demands:", "We demand.", "in demand:", "on demand:",
        "The goods we sell are in demand:", "You need:", "The job demands:", "This recipe calls for:", "It demands:",
        "We are waiting for:", "The minister said:", ":", "",
    ],
)  # fmt: skip
def test_a_sentence_that_announces_something_else_does_not(sentence):
    assert not announces_demands(sentence, "en")


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("To contact the WSWS and the Socialist Equality Party visit:", "en"),
        ("Contact us:", "en"),
        ("Get in touch", "en"),
        ("Write to us at 5 Dock Road.", "en"),
        ("To join the branch, write to night@buses.example.", "en"),
        ("Pour nous contacter", "fr"),
        ("Pour contacter le syndicat : syndicat.fr", "fr"),
        ("Kontakt:", "de"),
        ("Schreibt uns!", "de"),
        ("Para contactarnos", "es"),
        ("Entre em contato:", "pt"),
        ("Contatti", "it"),
        ("İletişim", "tr"),
        ("للتواصل", "ar"),
        ("联系我们", "zh"),
        ("お問い合わせ", "ja"),
    ],
)
def test_a_closing_line_announces_contact(line, lang):
    assert announces_contact(line, lang)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("We lost contact with the coast.", "en"),
        ("Contact with the police was avoided.", "en"),
        ("To contact his family he walked for miles and miles through the rain and mud.", "en"),
        ("Get in touch with your feelings, the manager told us, and nobody laughed at the joke.", "en"),
        ("Kontakt zu den Kollegen gab es nicht.", "de"),
        ("", "en"),
    ],
)
def test_a_line_that_merely_speaks_of_contact_does_not(line, lang):
    assert not announces_contact(line, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("unit", ["we ", "our a ", "we, a demand ", "our demands ", "我们要求", "نطالب ", "a" * 50])
def test_no_text_makes_the_search_slow(lang, unit):
    started = time.process_time()
    announces_demands(unit * 3000 + ":", lang)
    announces_contact(unit * 3000, lang)
    role_named(unit * 3000, lang)
    assert time.process_time() - started < 0.5
