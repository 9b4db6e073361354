"""Signs, emoji and code in print: in faces of ours, in one ink, and read as they were written."""

from __future__ import annotations

import pytest

from publish.model.nodes import Code, CodeBlock
from publish.styles import find_style
from tests.conftest import ROOT
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, paragraph

pytestmark = pytest.mark.fonts

BOXES = "☐ ☑ ☒ ✓ ✗ → ⇒ ★ ♀ ⚧ ☎ ☮ ⚑ ⚠ ♻ ⚖ ❶ ⓐ ▲ ○"
EMOJI = "🎉 ✊ ✊🏿 👍🏽 👩‍🏭 👨‍👩‍👧 🏳️‍🌈 🏳️‍⚧️ 🇬🇧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ 2️⃣ #️⃣ ☎️ ❤️ 🫶"
OTHERS = "∀x ∈ ℝ ∑ ⟨a⟩ ⊢ 𝗦𝗧𝗥𝗜𝗞𝗘 𝓢𝓽 ♩ ♫ ♯ 𝄞 ⠓⠇ ┌─┐ ⌘ ⎋ 🂡"


@pytest.mark.parametrize("name", ["pamphlet", "copier", "large-print", "broadsheet", "poster"])
def test_signs_of_a_pamphlet_need_no_other_font_in_any_style(name):
    made = printed(book(chapter(paragraph(BOXES), paragraph(EMOJI), paragraph(OTHERS))), find_style(name, ROOT))
    assert made.said == []
    assert made.losses == []


@pytest.mark.parametrize("signs", [BOXES, EMOJI, OTHERS], ids=["boxes", "emoji", "others"])
def test_a_program_finds_signs_as_they_were_written(signs):
    made = printed(book(chapter(paragraph(f"Bring {signs} along."))))
    assert "".join(f"Bring {signs} along.".split()) in "".join("".join(made.pdf.texts).split())


def test_a_sequence_of_emoji_is_one_drawing():
    alone, family, flag = (printed(book(chapter(paragraph(f"x{sign}x")))).pdf.widths(f"x{sign}x") for sign in ("🎉", "👨‍👩‍👧", "🏳️‍⚧️"))
    assert alone == family == flag != []


def test_emoji_are_drawn_in_the_ink_of_the_text():
    made = printed(book(chapter(paragraph("Lamps 🎉 for all"), title="Lamps 💡"), title="Lamps 🎉"))
    assert "Noto Emoji" in made.pdf.families
    assert not any(page.Resources.get("/XObject") for page in made.pdf.file.pages)


def test_a_japanese_text_keeps_its_face_beside_an_emoji():
    made = printed(book(chapter(paragraph("私たちは街灯を求める。🎉 そして階段の明かりも求める。"), title=""), lang="ja", title="試験", subtitle=""))
    assert made.pdf.families - {"EB Garamond", "Source Sans 3"} == {"Noto Sans JP", "Noto Emoji"}


# Code ----------------------------------------------------------------------------------------------

COLUMNS = "col1    col2   col3\naq      bq     cq\n|  +----+\n┌──┬──┐\n│ a│ b│\nxq\ttabq\tendq\nxxq\tyyq\tzzq"


@pytest.fixture(scope="module", params=["pamphlet", "copier", "large-print"])
def code(request):
    body = chapter(paragraph("Count ", Code("lamp_count"), " lamps."), CodeBlock(COLUMNS, "text"), title="")
    return printed(book(body, title="", subtitle=""), find_style(request.param, ROOT))


def test_columns_of_code_stand_below_each_other(code):
    lefts = {word.text: round(word.left, 1) for page in code.pdf.words for word in page}
    assert lefts["col1"] == lefts["aq"] == lefts["xq"] == lefts["xxq"]
    assert lefts["col2"] == lefts["bq"] == lefts["tabq"] == lefts["yyq"]
    assert lefts["col3"] == lefts["cq"]
    assert lefts["endq"] == lefts["zzq"]


def test_every_sign_of_code_is_as_wide_as_any_other(code):
    each = [code.pdf.widths(word)[0] / len(word) for word in ("col1", "+----+", "┌──┬──┐", "yyq")]
    assert each == pytest.approx([each[0]] * 4, abs=0.02)
    assert code.losses == []


def test_code_is_set_in_a_face_for_code(code):
    assert "Source Code Pro" in code.pdf.families
    assert code.said == []


def test_small_letters_of_code_are_as_high_as_those_around_it():
    """By the heights that the faces state: EB Garamond's 0.4 of its size, Source Code Pro's 0.486."""
    made = printed(book(chapter(paragraph("Count ", Code("lamp_count"), " lamps."), title=""), title="", subtitle=""))
    (wide,) = made.pdf.widths("lamp_count")
    assert wide / len("lamp_count") / 0.6 == pytest.approx(11 * 0.4 / 0.486, abs=0.2)
