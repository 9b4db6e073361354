"""Books in other scripts: fonts are found or asked for, and no word is lost between the directions."""

from __future__ import annotations

import pytest

from publish.model.nodes import Text
from publish.model.place import Place
from publish.styles import find_style
from publish.writers.fontconfig import only_these_fonts
from publish.writers.fonts import uncovered
from publish.writers.tagging.logical import needs_care
from tests.conftest import ROOT
from tests.fonts import install
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
    "hindi": ("hi", "रात की बसें हर बीस मिनट में चलें, और किराया कम हो।"),
    "hebrew": ("he", "אוטובוסי הלילה 12 מגיעים ב־3:30 אל NBC Staithby כל יום."),
    "signs": ("en", "Half ½, №\u00a07, 20\u00a0€, x², H₂O, ①, → and ★, ﬁne, 10\u00a0℃."),
}
# No font of ours has these scripts: a font of the machine does, or it is said that none has.
FROM_ELSEWHERE = {
    "arabic": ("ar", "حافلات الليل 12 تصل في 3:30 إلى NBC Staithby كل يوم (كل 20 دقيقة)."),
    "persian": ("fa", "اتوبوس‌های شب باید هر ۲۰ دقیقه بیایند."),
    "thai": ("th", "รถเมล์กลางคืนต้องวิ่งทุกยี่สิบนาที"),
    "amharic": ("am", "የሌሊት አውቶቡሶች በየሃያ ደቂቃው ይሂዱ።"),
}


def families(made):
    """The families of the fonts in a PDF."""
    fonts = (font for page in made.pdf.file.pages for font in page.Resources.Font.values())
    return {str(font.DescendantFonts[0].FontDescriptor.FontFamily) for font in fonts}


def widths(made, word):
    """How wide a word is set, each time."""
    return [round(found.right - found.left, 2) for page in made.pdf.words for found in page if found.text == word]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_one_of_our_scripts_needs_no_other_font(name):
    lang, said = TEXTS[name]
    made = printed(book(chapter(paragraph(said, note(said)), title=said[:12]), lang=lang))
    assert made.losses == []
    assert made.said == []


# What a font for them has: the blocks of these scripts.
ELSEWHERE = "".join(map(chr, (0x20, *range(0x600, 0x700), *range(0xE00, 0xE80), *range(0x1200, 0x1380))))


def in_another_script(name):
    lang, said = FROM_ELSEWHERE[name]
    body = chapter(paragraph(Text(said, place=Place("n.md", 5)), note(said)), demands().blocks[0], title=said[:9])
    return book(body, lang=lang, title=said)


@pytest.mark.parametrize("name", FROM_ELSEWHERE)
def test_a_text_in_another_script_is_set_in_a_font_of_the_machine_which_is_named(name, machine_fonts):
    install(machine_fonts, ELSEWHERE, "Elsewhere")
    made = printed(in_another_script(name))
    assert made.losses == []
    (said,) = (said for said in made.said if "P113" not in said)  # how full the last page is
    assert "P102 info: no font of ours has" in said
    assert "times in Elsewhere, a font of this machine" in said
    assert "U+" in said


@pytest.mark.parametrize("name", FROM_ELSEWHERE)
def test_where_the_machine_has_no_font_either_no_word_is_lost_and_the_signs_are_named(name):
    made = printed(in_another_script(name))
    assert made.losses == []
    (said,) = made.said
    assert "P106 warning: no font here has" in said
    assert "U+" in said


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


def test_fonts_of_the_machine_are_named_with_the_signs_that_need_them(machine_fonts):
    install(machine_fonts, "مرحبا", "Elsewhere")
    body = chapter(paragraph(Text("A word: مرحبا.", place=Place("n.md", 7))), paragraph(Text("مرحبا", place=Place("n.md", 9))))
    made = printed(book(body))
    assert made.said == [
        "n.md:7: P102 info: no font of ours has م (U+0645 arabic letter meem), ر (U+0631 arabic letter reh), ح (U+062D arabic letter hah), "
        "ب (U+0628 arabic letter beh), ا (U+0627 arabic letter alef): set 10 times in Elsewhere, a font of this machine "
        "(another machine may set other pages: put a font that has them into the style's `fonts` folder)"
    ]
    (found,) = (found for found in made.report.diagnostics if found.code == "P102")
    assert found.values == {"signs": tuple("مرحبا"), "family": "Elsewhere", "times": 10}


def test_the_rest_of_a_text_stays_in_its_faces_where_one_sign_needs_another(machine_fonts):
    signs = "A word of it: \U00012000 nagpur, Łódź, ночь"
    plain = families(printed(book(chapter(paragraph(signs.replace("\U00012000", ""))))))
    install(machine_fonts, "".join(map(chr, range(0x20, 0x600))) + "\U00012000", "Elsewhere")
    assert families(printed(book(chapter(paragraph(signs))))) == plain | {"Elsewhere"}


def test_of_two_fonts_of_one_family_ours_is_taken(machine_fonts):
    install(machine_fonts, "abcdefghijklmnopqrstuvwxyz", "EB Garamond")
    install(machine_fonts, "\U00012000", "Elsewhere")
    made = printed(book(chapter(paragraph("nights \U00012000 again"))))
    ours = printed(book(chapter(paragraph("nights again"))))
    assert widths(made, "nights") == widths(ours, "nights")


def test_rules_of_the_machine_move_no_face(machine_fonts):
    """Debian's rules prefer faces of their own, and a file that it only offers forgets all folders named before."""
    install(machine_fonts, "".join(map(chr, range(0x20, 0x17F))) + "\U00012000", "Elsewhere")
    rules = '<match><edit name="family" mode="prepend" binding="strong"><string>Elsewhere</string></edit></match>'
    file = machine_fonts.parent / "fonts.conf"
    file.write_text(file.read_text("utf-8").replace("</fontconfig>", f"{rules}</fontconfig>"), encoding="utf-8")
    assert "EB Garamond" in families(printed(book(chapter(paragraph("nights \U00012000 again")))))


def test_signs_that_no_font_has_are_named_once_with_the_line_of_the_first():
    body = chapter(paragraph(Text("Plain.", place=Place("n.md", 3))), paragraph(Text("Signs 𒀀𒀁 and 𒀀.", place=Place("n.md", 5))))
    made = printed(book(body))
    assert made.said == [
        "n.md:5: P106 warning: no font here has 𒀀 (U+12000 cuneiform sign a), 𒀁 (U+12001 cuneiform sign a times a) "
        "(3 boxes stand in their place: install a font that has them, or put one into the style's `fonts` folder)"
    ]
    assert made.losses == []
    assert "Signs 𒀀𒀁 and 𒀀." in " ".join(made.pdf.texts)


def test_a_sign_that_we_thought_we_had_is_looked_for_in_the_machines_fonts(machine_fonts):
    install(machine_fonts, "Ⰰ", "Elsewhere")
    made = printed(book(chapter(paragraph(Text("A shard: Ⰰ.", place=Place("n.md", 5))))))
    assert [said.partition(" (")[0] for said in made.said] == ["n.md:5: P102 info: no font of ours has Ⰰ"]


# Signs and emoji ------------------------------------------------------------------------------------

BOXES = "☐ ☑ ☒ ✓ ✗ → ⇒ ★ ♀ ⚧ ☎ ☮ ⚑ ⚠ ♻ ⚖ ❶ ⓐ ▲ ○"
EMOJI = "🎉 ✊ ✊🏿 👍🏽 👩‍🏭 👨‍👩‍👧 🏳️‍🌈 🏳️‍⚧️ 🇬🇧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ 2️⃣ #️⃣ ☎️ ❤️ 🫶"
OTHERS = "∀x ∈ ℝ ∑ ⟨a⟩ ⊢ 𝗦𝗧𝗥𝗜𝗞𝗘 𝓢𝓽 ♩ ♫ ♯ 𝄞 ⠓⠇ ┌─┐ ⌘ ⎋ 🂡"


@pytest.mark.parametrize("signs", [BOXES, EMOJI, OTHERS], ids=["boxes", "emoji", "others"])
@pytest.mark.parametrize("name", ["pamphlet", "copier", "large-print", "broadsheet", "poster"])
def test_signs_of_a_pamphlet_need_no_other_font_in_any_style(signs, name):
    made = printed(book(chapter(paragraph(f"Bring {signs} along."))), find_style(name, ROOT))
    assert made.said == []
    assert made.losses == []


@pytest.mark.parametrize("signs", [BOXES, EMOJI, OTHERS], ids=["boxes", "emoji", "others"])
def test_a_program_finds_signs_as_they_were_written(signs):
    made = printed(book(chapter(paragraph(f"Bring {signs} along."))))
    assert "".join(f"Bring {signs} along.".split()) in "".join("".join(made.pdf.texts).split())


def test_a_sequence_of_emoji_is_one_drawing():
    alone, family, flag = (widths(printed(book(chapter(paragraph(f"x{sign}x")))), f"x{sign}x") for sign in ("🎉", "👨‍👩‍👧", "🏳️‍⚧️"))
    assert alone == family == flag


def test_emoji_are_drawn_in_the_ink_of_the_text():
    made = printed(book(chapter(paragraph("Lamps 🎉 for all"), title="Lamps 💡"), title="Lamps 🎉"))
    assert "Noto Emoji" in families(made)
    assert not any(name.startswith("/") and "Image" in str(item.get("/Subtype")) for page in made.pdf.file.pages for name, item in page.Resources.get("/XObject", {}).items())


def test_a_japanese_text_keeps_its_face_beside_an_emoji():
    made = printed(book(chapter(paragraph("私たちは街灯を求める。🎉 そして階段の明かりも求める。"), title=""), lang="ja", title="試験", subtitle=""))
    assert families(made) - {"EB Garamond", "Source Sans 3"} == {"Noto Sans JP", "Noto Emoji"}


def test_what_our_fonts_cover_is_known():
    assert uncovered("Plain, naïve, Łódź, Ὀδυσσεύς, наверх, 夜班, かな, 한글, ½ № → ﬁ") == ""
    assert uncovered("रात 🎉 ☐ 𝄞 👩‍🏭 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣") == ""
    assert uncovered("nights of ليل") == "ل"
    assert needs_care("ليل") and needs_care("रात") and not needs_care("night наверх 夜班")


def test_fontconfig_is_left_as_it_was(monkeypatch):
    import os

    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    with only_these_fonts((), machine=False):
        assert os.environ["FONTCONFIG_FILE"] != "mine.conf"
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with only_these_fonts((), machine=False):
        pass
    assert "FONTCONFIG_FILE" not in os.environ
