"""The language of a text that does not say."""

import pytest

from publish.language.guess import guess

TEXTS = {
    "en": "The drivers went on strike in the morning and they were not alone.",
    "es": "Los conductores se declararon en huelga por la mañana y no estaban solos.",
    "fr": "Les chauffeurs se sont mis en grève le matin et ils n’étaient pas seuls.",
    "de": "Die Fahrer traten am Morgen in den Streik und sie waren nicht allein.",
    "pt": "Os motoristas entraram em greve de manhã e não estavam sozinhos na rua.",
    "it": "Gli autisti sono entrati in sciopero la mattina e non erano soli.",
    "tr": "Şoförler o gün greve gitti ve yalnız değildi, çünkü bu onlar için bir gündü.",
    "ar": "بدأ السائقون الإضراب في الصباح ولم يكونوا وحدهم.",
    "zh": "司机们早上开始罢工，他们并不孤单。",
    "ja": "運転手たちは朝からストライキに入り、彼らは孤独ではなかった。",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_single_sentence_shows_its_language(lang):
    assert guess(TEXTS[lang]) == lang


def test_a_foreign_name_or_quotation_changes_nothing():
    assert guess(TEXTS["en"] * 5 + TEXTS["ja"]) == "en"
    assert guess(TEXTS["ja"] * 5 + "The Guardian") == "ja"


@pytest.mark.parametrize(
    "text",
    [
        "", "Strike!", "12345 – 678", "Водители начали забастовку и они не одни.",
        "De chauffeurs gingen in staking en ze waren niet alleen maar met veel mensen in de stad",
        "رانندگان صبح دست از کار کشیدند و تنها نبودند",
    ],
)  # fmt: skip
def test_a_text_too_short_or_in_another_language_stays_unknown(text):
    assert guess(text) == ""
