"""Fonts of the machine stand in for ours where those lack a sign, for nothing else, and are named."""

from __future__ import annotations

import os

import pytest

from publish.model.nodes import Text
from publish.model.place import Place
from publish.typesetting.fonts.fontconfig import only_these_fonts
from publish.typesetting.fonts.machine_fonts import machine_fonts as fonts_named
from tests.fonts import install
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, demands, note, paragraph

pytestmark = pytest.mark.fonts

# No font of ours has these scripts: a font of the machine does, or it is said that none has.
FROM_ELSEWHERE = {
    "arabic": ("ar", "حافلات الليل 12 تصل في 3:30 إلى NBC Staithby كل يوم (كل 20 دقيقة)."),
    "persian": ("fa", "اتوبوس‌های شب باید هر ۲۰ دقیقه بیایند."),
    "thai": ("th", "รถเมล์กลางคืนต้องวิ่งทุกยี่สิบนาที"),
    "amharic": ("am", "የሌሊት አውቶቡሶች በየሃያ ደቂቃው ይሂዱ።"),
}


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
    plain = printed(book(chapter(paragraph(signs.replace("\U00012000", ""))))).pdf.families
    install(machine_fonts, "".join(map(chr, range(0x20, 0x600))) + "\U00012000", "Elsewhere")
    assert printed(book(chapter(paragraph(signs)))).pdf.families == plain | {"Elsewhere"}


def test_of_two_fonts_of_one_family_ours_is_taken(machine_fonts):
    install(machine_fonts, "abcdefghijklmnopqrstuvwxyz", "EB Garamond")
    install(machine_fonts, "\U00012000", "Elsewhere")
    made = printed(book(chapter(paragraph("nights \U00012000 again"))))
    ours = printed(book(chapter(paragraph("nights again"))))
    assert made.pdf.widths("nights") == ours.pdf.widths("nights")


def test_rules_of_the_machine_move_no_face(machine_fonts):
    """Debian's rules prefer faces of their own, and a file that it only offers forgets all folders named before."""
    install(machine_fonts, "".join(map(chr, range(0x20, 0x17F))) + "\U00012000", "Elsewhere")
    rules = '<match><edit name="family" mode="prepend" binding="strong"><string>Elsewhere</string></edit></match>'
    file = machine_fonts.parent / "fonts.conf"
    file.write_text(file.read_text("utf-8").replace("</fontconfig>", f"{rules}</fontconfig>"), encoding="utf-8")
    assert "EB Garamond" in printed(book(chapter(paragraph("nights \U00012000 again")))).pdf.families


def test_signs_that_no_font_has_are_named_once_with_the_line_of_the_first(caplog):
    body = chapter(paragraph(Text("Plain.", place=Place("n.md", 3))), paragraph(Text("Signs 𒀀𒀁 and 𒀀.", place=Place("n.md", 5))))
    made = printed(book(body))
    assert made.said == [
        "n.md:5: P106 warning: no font here has 𒀀 (U+12000 cuneiform sign a), 𒀁 (U+12001 cuneiform sign a times a) "
        "(3 boxes stand in their place: install a font that has them, or put one into the style's `fonts` folder)"
    ]
    assert made.losses == []
    assert "Signs 𒀀𒀁 and 𒀀." in " ".join(made.pdf.texts)
    assert caplog.records == [], "what the engine logs is told by us, and by nobody else"


def test_a_sign_that_we_thought_we_had_is_looked_for_in_the_machines_fonts(machine_fonts):
    install(machine_fonts, "Ⰰ", "Elsewhere")
    made = printed(book(chapter(paragraph(Text("A shard: Ⰰ.", place=Place("n.md", 5))))))
    assert [said.partition(" (")[0] for said in made.said] == ["n.md:5: P102 info: no font of ours has Ⰰ"]


# What is installed here ----------------------------------------------------------------------------


@pytest.fixture
def as_installed(monkeypatch):
    """The fonts that are installed, few or many."""
    monkeypatch.delenv("FONTCONFIG_FILE")


def everything():
    return book(chapter(paragraph("Nights, ночь, νύχτα, לילה, रात, 夜, 밤 ☐ → ★ 🎉 ✊🏿 1️⃣ and `code`."), title="Lamps 🎉"), title="Lamps ☎")


def test_pages_for_which_ours_suffice_are_the_same_whatever_is_installed(request):
    ours = printed(everything()).output.data
    request.getfixturevalue("as_installed")
    assert printed(everything()).output.data == ours


def test_a_sign_that_needs_another_font_moves_no_other_whatever_is_installed(request):
    ours = printed(everything()).pdf.families
    request.getfixturevalue("as_installed")
    made = printed(book(*everything().sections, chapter(paragraph("\U00012000"), title="")))
    assert len(made.pdf.families - ours) <= 1
    assert made.losses == []


# Where they are ------------------------------------------------------------------------------------


def written(folder, name, xml):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"<fontconfig>{xml}</fontconfig>", encoding="utf-8")
    return file


def test_fonts_are_where_the_machines_files_say(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    monkeypatch.setenv("HOME", "/home/ann")
    written(tmp_path, "conf.d/10-more.conf", "<dir>/more</dir><include>../fonts.conf</include>")
    written(tmp_path, "conf.d/README.conf", "<dir>/unread</dir>")
    written(tmp_path, "conf.avail/05-reset.conf", "<reset-dirs/>")
    said = '<dir>/a</dir><dir>/a</dir><dir prefix="xdg">fonts</dir><dir>~/.fonts</dir><dir>WINDOWSFONTDIR</dir><include>conf.d</include>'
    file = written(tmp_path, "fonts.conf", f'{said}<include ignore_missing="yes">none</include><cachedir prefix="xdg">known</cachedir>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(file))
    assert fonts_named().folders == ("/a", "/data/fonts", "/home/ann/.fonts", "WINDOWSFONTDIR", "/more")
    assert fonts_named().caches == ("/cache/known",)


def test_a_machine_that_forgets_its_folders_is_believed(tmp_path, monkeypatch):
    file = written(tmp_path, "fonts.conf", "<dir>/a</dir><reset-dirs/><dir>/b</dir>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(file))
    assert fonts_named().folders == ("/b",)


@pytest.mark.parametrize("broken", ["", "<fontconfig><dir>/a", "\x00"])
def test_a_broken_file_of_the_machines_names_no_font(tmp_path, monkeypatch, broken):
    file = tmp_path / "fonts.conf"
    file.write_text(broken, encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(file))
    assert fonts_named().folders == ()


def test_without_any_file_fonts_are_looked_for_where_they_usually_are(tmp_path, monkeypatch):
    monkeypatch.setattr("publish.typesetting.fonts.machine_fonts._FILES", ())
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "none"))
    assert "/usr/share/fonts" in fonts_named().folders


def test_fontconfig_is_left_as_it_was(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    with only_these_fonts((), machine=False):
        assert os.environ["FONTCONFIG_FILE"] != "mine.conf"
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with only_these_fonts((), machine=False):
        pass
    assert "FONTCONFIG_FILE" not in os.environ
