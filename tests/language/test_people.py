"""Who wrote, and who speaks."""

import pytest

from publish.language.cues import byline, speaker


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("By Ann Author and Bob Writer", "en", ("Ann Author", "Bob Writer")),
        ("by Ann Author, Bob Writer, and Cy O. Third", "en", ("Ann Author", "Bob Writer", "Cy O. Third")),
        ("BY ERIC LONDON", "en", ("ERIC LONDON",)),
        ("von Ann-Marie O'Neill und Juan de la Cruz", "de", ("Ann-Marie O'Neill", "Juan de la Cruz")),
        ("par Louise Michel", "fr", ("Louise Michel",)),
        ("Por María López y José Pérez", "es", ("María López", "José Pérez")),
        ("di Antonio Gramsci", "it", ("Antonio Gramsci",)),
        ("Yazan: Nâzım Hikmet", "tr", ("Nâzım Hikmet",)),
        ("بقلم محمد علي وفاطمة حسن", "ar", ("محمد علي", "فاطمة حسن")),
        ("作者：王小明", "zh", ("王小明",)),
        ("山田太郎 著", "ja", ("山田太郎",)),
        ("By Ann Author", "fr", ("Ann Author",)),
    ],
)
def test_a_byline_gives_its_names(line, lang, names):
    assert byline(line, lang) == names


@pytest.mark.parametrize(
    "line",
    ["By the river", "By Friday we had won", "Eric London", "by and by", "By Ann Author, 3rd floor", "", "By "],
)
def test_a_line_that_begins_like_a_byline_is_none(line):
    assert byline(line, "en") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Eric London", ("Eric London",)),
        ("Ann-Marie O'Neill, Juan de la Cruz", ("Ann-Marie O'Neill", "Juan de la Cruz")),
        ("Ludwig van Beethoven", ("Ludwig van Beethoven",)),
        ("J. B. Priestley & Ahmed al-Rashid", ("J. B. Priestley", "Ahmed al-Rashid")),
        ("Seán Ó Faoláin", ("Seán Ó Faoláin",)),
        ("We won today", None),
        ("Anna Kowalska.", None),
        ("London", None),
        ("Route 66 Diner", None),
        ("One Two Three Four Five Six", None),
        ("de la", None),
    ],
)
def test_a_bare_name_is_a_byline_only_when_asked_for(line, names):
    assert byline(line, "en", bare=True) == names
    assert byline(line, "en") is None


@pytest.mark.parametrize(
    ("lead_in", "lang", "name"),
    [
        ("In a 1913 essay called “On the Right to Move,” Vladimir Lenin explained:", "en", "Vladimir Lenin"),
        ("Anna Kowalska, a driver from Leeds, said:", "en", "Anna Kowalska"),
        ("As Rosa Luxemburg once famously put it:", "en", "Rosa Luxemburg"),
        ("wrote Rosa Luxemburg:", "en", "Rosa Luxemburg"),
        ("Yesterday Bob Crow told us:", "en", "Bob Crow"),
        ("J. B. Priestley wrote:", "en", "J. B. Priestley"),
        ("According to Maria Silva:", "en", "Maria Silva"),
        ("Según María López:", "es", "María López"),
        ("Juan de la Cruz escribió:", "es", "Juan de la Cruz"),
        ("Karl Liebknecht erklärte:", "de", "Karl Liebknecht"),
        ("Schon 1915 schrieb Rosa Luxemburg:", "de", "Rosa Luxemburg"),
        ("Comme l’a dit Louise Michel :", "fr", "Louise Michel"),
        ("Come disse Antonio Gramsci nel 1920:", "it", "Antonio Gramsci"),
        ("Como disse Carolina Maria de Jesus:", "pt", "Carolina Maria de Jesus"),
        ("Ahmet Yılmaz şöyle dedi:", "tr", "Ahmet Yılmaz"),
        ("弗拉基米尔·列宁写道：", "zh", "弗拉基米尔·列宁"),
        ("ウラジーミル・レーニンはこう書いた：", "ja", "ウラジーミル・レーニン"),
    ],
)
def test_the_speaker_is_named_by_the_lead_in(lead_in, lang, name):
    assert speaker(lead_in, lang) == name


@pytest.mark.parametrize(
    ("lead_in", "lang"),
    [
        ("As the general put it:", "en"),
        ("Then she said:", "en"),
        ("The Socialist Equality Party said:", "en"),
        ("A spokesperson for the New York Times said:", "en"),
        ("In the United States he wrote:", "en"),
        ("The manifesto put it this way:", "en"),
        ("Die Gewerkschaft Verdi erklärte:", "de"),
        ("他们说：", "zh"),
        ("قال العامل:", "ar"),
        ("Vladimir Lenin explained", "en"),
        (":", "en"),
        ("", "en"),
    ],
)
def test_nobody_is_named_when_in_doubt(lead_in, lang):
    assert speaker(lead_in, lang) == ""


@pytest.mark.parametrize(
    ("line", "lang", "name"),
    [
        ("By the Tenants of Harbour Row", "en", "the Tenants of Harbour Row"),
        ("Por la Asamblea de Vecinos", "es", "la Asamblea de Vecinos"),
        ("Par le Comité pour la Défense du Port", "fr", "le Comité pour la Défense du Port"),
    ],
)
def test_a_group_signs_as_a_person_does(line, lang, name):
    assert byline(line, lang) == (name,)


@pytest.mark.parametrize("line", ["By the river we sat down", "By Friday the strike had spread", "By 1917 the War"])
def test_a_sentence_that_opens_with_by_is_no_byline(line):
    assert byline(line, "en") is None


@pytest.mark.parametrize("line", ["Our Demands", "Part One", "Open Letter", "The Plate"])
def test_a_subtitle_is_nobody(line):
    assert byline(line, "en", bare=True) is None
