"""How names of people are filed, and that those of groups are left alone."""

import pytest

from publish.language.sort_names import sort_name


@pytest.mark.parametrize(
    ("name", "lang", "filed"),
    [
        ("Ann Quay", "en", "Quay, Ann"),
        ("A. B. Quay", "en-GB", "Quay, A. B."),
        ("Ann-Marie O’Neill", "en", "O’Neill, Ann-Marie"),
        ("Ann Mary Quay Jr.", "en", "Quay, Ann Mary, Jr."),
        ("Walter de la Mare", "en", "de la Mare, Walter"),
        ("Carl von Linné", "sv", "Linné, Carl von"),
        ("Vincent van den Berg", "nl", "Berg, Vincent van den"),
        ("Ina van der Merwe", "af", "van der Merwe, Ina"),
        ("Eva von der Heide", "de", "Heide, Eva von der"),
        ("Jean de La Fontaine", "fr", "La Fontaine, Jean de"),
        ("Alfred de Musset", "fr", "Musset, Alfred de"),
        ("Joachim du Bellay", "fr", "du Bellay, Joachim"),
        ("Anna Della Casa", "it", "Della Casa, Anna"),
        ("Ana García Márquez", "es", "García Márquez, Ana"),
        ("Ana María Pérez", "es", "Pérez, Ana María"),
        ("Ana de la Cruz", "es", "Cruz, Ana de la"),
        ("Manuel Las Heras", "es", "Las Heras, Manuel"),
        ("José Ortega y Gasset", "es", "Ortega y Gasset, José"),
        ("Ana Silva Filho", "pt", "Silva Filho, Ana"),
        ("João da Silva", "pt", "Silva, João da"),
        ("Анна Петрова", "ru", "Петрова, Анна"),
        ("ANN QUAY", "en", "QUAY, ANN"),
    ],
)
def test_a_person_is_filed_by_the_name_of_the_family(name: str, lang: str, filed: str):
    assert sort_name(name, lang) == filed


@pytest.mark.parametrize(
    ("name", "lang"),
    [("Nagy Anna", "hu"), ("Nguyễn Văn An", "vi"), ("王小明", "zh-Hans"), ("山田 花子", "ja")],
)
def test_where_the_family_comes_first_a_name_is_filed_as_it_is_said(name: str, lang: str):
    assert sort_name(name, lang) == name


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Night Workers", "en"), ("Harbour Tenants Union", "en"), ("Assembly of the North Tower", "en"), ("North Tower", "en"), ("Night Shift", "en"),
        ("UNISON North", "en"), ("The Editors", "en"), ("Local 12", "en"), ("Quay & Sons", "en"), ("Colectivo Norte", "es"),
        ("Gruppe Nord", "de"), ("Comité Logement", "fr"), ("Rentstrike", "en"), ("", "en"), ("Quay, Ann", "en"),
        ("Dock and Harbour", "en"), ("محمد علي", "ar"), ("Ann Quay", "ja"), ("Anna Jónsdóttir", "is"), ("Анна Петрова Ивановна", "ru"),
    ],
)  # fmt: skip
def test_groups_and_names_that_cannot_be_told_apart_are_left_as_they_are(name: str, lang: str):
    assert sort_name(name, lang) == ""
