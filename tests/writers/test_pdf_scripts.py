"""Books in other scripts: fonts are found or asked for, and no word is lost between the directions."""

from __future__ import annotations

import pytest

from publish.model.nodes import Text
from publish.model.place import Place
from publish.writers.fonts import only_these_fonts, uncovered
from publish.writers.tagging.logical import needs_care
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, demands, note, paragraph

TEXTS = {
    "greek": ("el", "Ὁ Ὀδυσσεὺς εἶδε τὰ λεωφορεῖα· ΟΙ ΝΥΚΤΕΡΙΝΕΣ ΓΡΑΜΜΕΣ."),
    "polish": ("pl", "Nocne autobusy w Łodzi: ďaleko, świętą drogą, 12 zł."),
    "turkish": ("tr", "İstanbul’un gece otobüsleri ısınmıyor; ILIK değil, ışıksız."),
    "vietnamese": ("vi", "Xe buýt đêm phải chạy đến sáng, mỗi hai mươi phút một chuyến."),
    "russian": ("ru", "Ночные автобусы должны ходить каждые двадцать минут."),
    "chinese": ("zh-Hans", "夜班公交车应当每二十分钟一班，票价不得超过一小时工资。"),
    "japanese": ("ja", "深夜バスを二十分おきに走らせよ。「運賃は一時間の賃金まで」。"),
    "korean": ("ko", "심야 버스는 이십 분마다 다녀야 한다."),
    "signs": ("en", "Half ½, №\u00a07, 20\u00a0€, x², H₂O, ①, → and ★, ﬁne, 10\u00a0℃."),
}
# What system fonts are there differs; these scripts need them, or say that they are missing.
FROM_ELSEWHERE = {
    "arabic": ("ar", "حافلات الليل 12 تصل في 3:30 إلى NBC Staithby كل يوم (كل 20 دقيقة)."),
    "persian": ("fa", "اتوبوس‌های شب باید هر ۲۰ دقیقه بیایند."),
    "hebrew": ("he", "אוטובוסי הלילה 12 מגיעים ב־3:30 אל NBC Staithby כל יום."),
    "hindi": ("hi", "रात की बसें हर बीस मिनट में चलें, और किराया कम हो।"),
    "thai": ("th", "รถเมล์กลางคืนต้องวิ่งทุกยี่สิบนาที"),
    "amharic": ("am", "የሌሊት አውቶቡሶች በየሃያ ደቂቃው ይሂዱ።"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_one_of_our_scripts_needs_no_other_font(name):
    lang, said = TEXTS[name]
    made = printed(book(chapter(paragraph(said, note(said)), title=said[:12]), lang=lang))
    assert made.losses == []
    assert made.said == []


@pytest.mark.parametrize("name", FROM_ELSEWHERE)
def test_a_text_in_another_script_takes_this_systems_fonts_or_says_which_sign_has_none(name):
    lang, said = FROM_ELSEWHERE[name]
    body = chapter(paragraph(Text(said, place=Place("n.md", 5)), note(said)), demands().blocks[0], title=said[:9])
    made = printed(book(body, lang=lang, title=said))
    assert made.losses == []
    assert sum("P10" in said for said in made.said) == 1
    assert "P102 info: no font of ours has" in made.said[0] or "P106 warning: no font here has" in made.said[0]
    assert "U+" in made.said[0]


def test_words_from_the_right_in_a_text_from_the_left_are_read_in_order():
    said = "They wrote حافلات الليل لنا on the wall, and then שלנו 12 below it, in a hurry, and again مرحبا."
    made = printed(book(chapter(paragraph(said), title="")))
    assert made.losses == []
    places = [made.output.words.body.index(word) for word in ("حافلات", "الليل", "لنا", "שלנו", "12", "hurry", "مرحبا")]
    assert places == sorted(places)


def test_a_program_finds_the_words_of_shaped_scripts():
    lang, said = FROM_ELSEWHERE["hindi"]
    made = printed(book(chapter(paragraph(said), title=""), lang=lang, title="", subtitle=""))
    assert said in " ".join(made.pdf.texts)


def test_system_fonts_are_named_with_the_sign_that_needs_them():
    body = chapter(paragraph(Text("A word: مرحبا.", place=Place("n.md", 7))))
    assert printed(book(body)).said == [
        "n.md:7: P102 info: no font of ours has م (U+0645 arabic letter meem): this system's fonts are used "
        "(another system may set other pages)"
    ]


def test_signs_that_no_font_has_are_named_once_with_the_line_of_the_first():
    body = chapter(paragraph(Text("Plain.", place=Place("n.md", 3))), paragraph(Text("Signs 𒀀𒀁 and 𒀀.", place=Place("n.md", 5))))
    assert printed(book(body)).said == [
        "n.md:5: P106 warning: no font here has 𒀀 (U+12000 cuneiform sign a), 𒀁 (U+12001 cuneiform sign a times a) "
        "(boxes stand in their place: install a font that has them, or put one into the style's `fonts` folder)"
    ]


def test_a_sign_that_we_thought_we_had_is_looked_for_in_this_systems_fonts():
    body = chapter(paragraph(Text("A shard: ⺁⿰ and 𝄞.", place=Place("n.md", 5))), paragraph(Text("Ⰰ", place=Place("n.md", 6))))
    said = printed(book(body)).said
    assert len(said) <= 2
    assert all("P102" in one or "P106" in one for one in said)


def test_what_our_fonts_cover_is_known():
    assert uncovered("Plain, naïve, Łódź, Ὀδυσσεύς, наверх, 夜班, かな, 한글, ½ № → ﬁ") == ""
    assert uncovered("nights of ليل") == "ل"
    assert needs_care("ليل") and needs_care("रात") and not needs_care("night наверх 夜班")


def test_fontconfig_is_left_as_it_was(monkeypatch):
    import os

    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    with only_these_fonts((), system=False):
        assert os.environ["FONTCONFIG_FILE"] != "mine.conf"
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with only_these_fonts((), system=False):
        pass
    assert "FONTCONFIG_FILE" not in os.environ
