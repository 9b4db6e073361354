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
    "nl": "De chauffeurs gingen in staking en ze waren niet alleen, want het was een dag voor de hele stad.",
    "ca": "Els conductors van fer vaga al matí i no estaven sols, perquè és la ciutat que ho ha vist amb ells.",
    "sv": "Förarna gick i strejk på morgonen och de var inte ensamma, för det var en dag som alla väntat på.",
    "pl": "Kierowcy zaczęli strajk rano i nie byli sami, bo to był dzień, na który czekało już całe miasto.",
    "ro": "Șoferii au intrat în grevă și nu erau singuri, pentru că este o zi pe care o aștepta tot orașul.",
    "ru": "Водители утром начали забастовку, и они не были одни: на улицу вышел весь город.",
    "uk": "Водії вранці почали страйк, і вони не були самі: на вулиці їх чекало все місто.",
    "be": "Кіроўцы раніцай пачалі забастоўку, і яны былі не адны: на вуліцы іх чакаў увесь горад.",
    "bg": "Шофьорите започнаха стачка сутринта и не бяха сами, защото градът излезе на улицата с тях.",
    "sr": "Возачи су ујутру почели штрајк и нису били сами, јер је цео град на улици чекао и ћутао с њима.",
    "ko": "운전사들은 아침에 파업을 시작했고 그들은 혼자가 아니었다.",
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
        "", "Strike!", "12345 – 678", "Водители",
        "Ҳайдовчилар эрталаб иш ташлашди ва улар ёлғиз эмас эди, бутун шаҳар кўчада эди",
        "رانندگان صبح دست از کار کشیدند و تنها نبودند",
    ],
)  # fmt: skip
def test_a_text_too_short_or_in_another_language_stays_unknown(text):
    assert guess(text) == ""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("af", "Die bestuurders het die oggend gestaak en hulle was nie alleen nie, want dit is ons stad en ons straat."),
        ("gl", "Os condutores comezaron a folga pola mañá e non estaban sós, porque a cidade é deles e o saben ben."),
        ("oc", "Los menaires an començat la cauma lo matin e èran pas sols dins la carrièra, que la vila es lor."),
        ("az", "Sürücülər səhər tətilə başladı və onlar tək deyildi, çünki bu gün bütün şəhər üçün bir gün idi."),
        ("gsw", "D Fahrer sind am Morge in Streik gange und si sind nöd elei gsi, d Stadt isch mit ene uf de Strass."),
        ("nds", "De Fohrers sünd an'n Morgen in'n Streik gahn un se weern nich alleen, de hele Stadt is op de Straat."),
        ("da", "Chaffører gik i strejke om morgenen, og de var ikke alene, for det var en dag for hele byen."),
        ("myv", "Шофёртнэ валске марто ушодсть забастовка, сынь арасельть ськамост, весе ошось лиссь куро лангс ды учось."),
    ],
)
def test_a_language_is_never_taken_for_its_neighbour(lang, text):
    assert guess(text) in ("", lang)
