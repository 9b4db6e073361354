"""Books in other scripts: fonts are found or asked for, and no word is lost between the directions."""

from __future__ import annotations

import pytest

from publish.typesetting.fonts.families import uncovered
from publish.typesetting.tagging.logical import needs_care
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, note, paragraph

pytestmark = pytest.mark.fonts

TEXTS = {
    "greek": ("el", "Ὁ Ὀδυσσεὺς εἶδε τὰ λεωφορεῖα· ΟΙ ΝΥΚΤΕΡΙΝΕΣ ΓΡΑΜΜΕΣ."),
    "polish": ("pl", "Nocne autobusy w Łodzi: ďaleko, świętą drogą, 12 zł."),
    "turkish": ("tr", "İstanbul’un gece otobüsleri ısınmıyor; ILIK değil, ışıksız."),
    "vietnamese": ("vi", "Xe buýt đêm phải chạy đến sáng, mỗi hai mươi phút một chuyến."),
    "russian": ("ru", "Ночные автобусы должны ходить каждые двадцать минут."),
    "chinese": ("zh-Hans", "夜班公交车应当每二十分钟一班，票价不得超过一小时工资。"),
    "japanese": ("ja", "深夜バスを二十分おきに走らせよ。「運賃は一時間の賃金まで」。"),
    "korean": ("ko", "심야 버스는 이십 분마다 다녀야 한다."),
    "hindi": ("hi", "रात की बसें हर बीस मिनट में चलें, और किराया कम हो।"),
    "hebrew": ("he", "אוטובוסי הלילה 12 מגיעים ב־3:30 אל NBC Staithby כל יום."),
    "signs": ("en", "Half ½, №\u00a07, 20\u00a0€, x², H₂O, ①, → and ★, ﬁne, 10\u00a0℃."),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_one_of_our_scripts_needs_no_other_font(name):
    lang, said = TEXTS[name]
    made = printed(book(chapter(paragraph(said, note(said)), title=said[:12]), lang=lang))
    assert made.losses == []
    assert made.said == []


def test_words_from_the_right_in_a_text_from_the_left_are_read_in_order():
    said = "They wrote حافلات الليل لنا on the wall, and then שלנו 12 below it, in a hurry, and again مرحبا."
    made = printed(book(chapter(paragraph(said), title="")))
    assert made.losses == []
    places = [made.output.words.body.index(word) for word in ("حافلات", "الليل", "لنا", "שלנו", "12", "hurry", "مرحبا")]
    assert places == sorted(places)


def test_a_program_finds_the_words_of_shaped_scripts():
    lang, said = TEXTS["hindi"]
    made = printed(book(chapter(paragraph(said), title=""), lang=lang, title="", subtitle=""))
    assert said in " ".join(made.pdf.texts)


def test_what_our_fonts_cover_is_known():
    assert uncovered("Plain, naïve, Łódź, Ὀδυσσεύς, наверх, 夜班, かな, 한글, ½ № → ﬁ") == ""
    assert uncovered("रात 🎉 ☐ 𝄞 👩‍🏭 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣") == ""
    assert uncovered("nights of ليل") == "ل"
    assert needs_care("ليل") and needs_care("रात") and not needs_care("night наверх 夜班")


def test_numbers_alone_on_a_line_from_the_right_are_read_in_order():
    made = printed(book(chapter(paragraph("טלפון:"), paragraph("030 1234567"), paragraph("12.5.2024, 18:00")), lang="he"))
    assert made.losses == []
