"""Dates read from a manuscript's lines, and shown again."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.language.dates import check_iso, read_date, read_dateline, show_date

LANGUAGES = "en en-US es fr de pt-BR it tr ar zh zh-Hant ja nl pl".split()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("23 October 2018", "en"),
        ("October 23, 2018", "en"),
        ("23rd October 2018", "en"),
        ("the 23rd of October, 2018", "en"),
        ("Tuesday, October 23, 2018", "en"),
        ("Oct. 23, 2018", "en"),
        ("23. Oktober 2018", "de"),
        ("den 23. Oktober 2018", "de"),
        ("23.10.2018", "de"),
        ("23 de octubre de 2018", "es"),
        ("23/10/2018", "es"),
        ("mardi 23 octobre 2018", "fr"),
        ("23 de outubro de 2018", "pt-BR"),
        ("23 ottobre 2018", "it"),
        ("23 Ekim 2018", "tr"),
        ("23 أكتوبر 2018", "ar"),
        ("٢٣ أكتوبر ٢٠١٨", "ar"),
        ("23 تشرين الأول 2018", "ar"),
        ("2018年10月23日", "zh"),
        ("2018年10月23日", "ja"),
        ("２０１８年１０月２３日", "ja"),
        ("2018-10-23", "en"),
        ("23 October 2018", "de"),
        ("  23 OCTOBER 2018. ", "en"),
    ],
)
def test_a_date_is_read_however_it_is_written(text, lang):
    assert read_date(text, lang) == "2018-10-23"


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("October 2018", "en", "2018-10"),
        ("août 1914", "fr", "1914-08"),
        ("le 1er mai 1936", "fr", "1936-05-01"),
        ("1º de maio de 1936", "pt", "1936-05-01"),
        ("1 MAYIS 1977", "tr", "1977-05-01"),
        ("3 Sept 2011", "en", "2011-09-03"),
        ("2018年10月", "ja", "2018-10"),
        ("2018-10", "en", "2018-10"),
    ],
)
def test_partial_and_irregular_dates_are_read(text, lang, iso):
    assert read_date(text, lang) == iso


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2018", "0 May 2018", "29 February 2019", "2018-13-01", "2018年13月1日", "2018", "1918", "May Day 1936",
        "In October 2018 we met", "October 23 2018 4", "October 1917 and October 2018", "3/4/2018", "Spring 2018",
        "", "October", "23 October", "the year 2018", "23 October 20188",
    ],
)  # fmt: skip
def test_what_is_no_date_or_no_day_of_the_calendar_is_not_read(text):
    assert read_date(text, "en") is None


def test_a_long_paragraph_with_a_date_is_no_date():
    assert read_date("23 October 2018 " * 10_000, "en") is None


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("London, 3 March 2020", "en", ("London", "2020-03-03")),
        ("LONDON, 3 March 2020 —", "en", ("LONDON", "2020-03-03")),
        ("Washington, D.C., October 23, 2018", "en", ("Washington, D.C.", "2018-10-23")),
        ("Paris, le 3 mars 2020", "fr", ("Paris", "2020-03-03")),
        ("Berlin, den 3. März 2020", "de", ("Berlin", "2020-03-03")),
        ("上海，2018年10月23日", "zh", ("上海", "2018-10-23")),
        ("Tuesday, October 23, 2018", "en", None),
        ("we met on, 3 March 2020", "en", None),
        ("London, some day", "en", None),
        ("3 March 2020", "en", None),
    ],
)
def test_a_dateline_gives_place_and_date(text, lang, found):
    assert read_dateline(text, lang) == found


@pytest.mark.parametrize(
    ("iso", "lang", "shown"),
    [
        ("2018-10-23", "en", "23 October 2018"),
        ("2018-10-23", "en-US", "October 23, 2018"),
        ("2018-10", "en", "October 2018"),
        ("2018", "en", "2018"),
        ("2018-10-23", "de", "23. Oktober 2018"),
        ("1936-05-01", "fr", "1er mai 1936"),
        ("2018-10-11", "fr", "11 octobre 2018"),
        ("2018-10", "ja", "2018年10月"),
        ("2018-10-23", "tlh", "23 October 2018"),
        ("some time", "en", "some time"),
    ],
)
def test_a_date_is_shown_as_the_language_writes_it(iso, lang, shown):
    assert show_date(iso, lang) == shown


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_what_is_shown_can_be_read_again(day, lang):
    assert read_date(show_date(day.isoformat(), lang), lang) == day.isoformat()


@pytest.mark.parametrize("text", ["2018", "2018-10", "2018-10-23", "2020-02-29"])
def test_iso_dates_that_exist_are_accepted(text):
    assert check_iso(text)


@pytest.mark.parametrize("text", ["", "18", "2018-13", "2018-02-30", "2019-02-29", "2018-1-1", "0000", "2018-10-23T00", "٢٠١٨"])
def test_iso_dates_that_do_not_exist_are_refused(text):
    assert not check_iso(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=50), st.sampled_from(LANGUAGES))
def test_no_line_breaks_the_reading_of_dates(text, lang):
    found = read_date(text, lang)
    assert found is None or check_iso(found)
