"""What a text says of itself in the front matter of other tools, and what its author is told."""

from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.model.book import Contributor
from publish.readers import read_source
from publish.settings import House, Publication, load_publication


def publication(folder: Path, text: str, report: Report | None = None) -> Publication:
    """The publication of ``m.md``."""
    path = folder / "m.md"
    path.write_text(text, encoding="utf-8")
    report = report if report is not None else Report()
    source = read_source(path, "m.md", report)
    return load_publication(source.front, "m.md", House(), report)


def told(folder: Path, text: str) -> list[str]:
    report = Report()
    publication(folder, text, report)
    return [str(found) for found in report.diagnostics]


def yaml(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", "", "Words."))


# TOML -------------------------------------------------------------------------------------------

TOML = """+++
title = 'Sixteen Degrees'
date = 2024-01-12T10:00:00+01:00
tags = ["heat", "rent"]  # not = a key
description = \"\"\"
title = this is none
\"\"\"
[[authors]]
name = "Ann Quay"
[[authors]]
name = "Bo Mill"
role = "translater"
[params]
hero = true
+++

The boilers have been out.
"""


def test_toml_is_front_matter(tmp_path: Path) -> None:
    found = publication(tmp_path, TOML).metadata
    assert (found.title, found.date, found.keywords) == ("Sixteen Degrees", "2024-01-12", ("heat", "rent"))
    assert found.description == "title = this is none"
    assert found.contributors[0] == Contributor("Ann Quay")


def test_what_is_wrong_in_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, TOML) == [
        "m.md:13: C110 info: keys of other tools, left aside: `params`",
        "m.md:10: C112 error: unknown role `translater` (did you mean `translator`?)",
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("+++\ntitle = 'One'\ndate = soon\n+++\nWords", "m.md:3: C101 error: the settings cannot be read: invalid value"),
        ("+++\ntitle = 'One'\ntitle = 'Two'\n+++\nWords", "m.md:3: C101 error: the settings cannot be read: cannot overwrite a value"),
        ("+++\ntitle = 'One'\n[a\n+++\nWords", "m.md:3: C101"),
        ("+++\ntitle = 'One'\ntitel = 'Two'\n+++\nWords", "m.md:3: C102 error: unknown key `titel` (did you mean `title`?)"),
        ("+++\na = " + "[" * 5000 + "\n+++\nWords", "m.md:2: C1"),
    ],
)
def test_bad_toml_gives_one_message_with_the_files_own_line(tmp_path: Path, text: str, start: str) -> None:
    (message,) = told(tmp_path, text)
    assert message.startswith(start)


def test_toml_that_never_ends_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"m.md:1: M106 error: .* \(close it with a line \+\+\+\)"):
        publication(tmp_path, "+++\ntitle = 'One'\n\nWords")


# Pandoc's title block ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title", "authors", "date"),
    [
        ("% Sixteen Degrees\n% Ann Quay\n% 12 January 2024\n\nWords", "Sixteen Degrees", ("Ann Quay",), "2024-01-12"),
        ("% Sixteen\n  Degrees\n% Ann Quay; Bo Mill\n  Cid Roe\n\nWords", "Sixteen Degrees", ("Ann Quay", "Bo Mill", "Cid Roe"), ""),
        ("%\n% Ann Quay\n\nWords", "", ("Ann Quay",), ""),
        ("% One\n%\n% 2024\n\nWords", "One", (), "2024"),
    ],
)
def test_a_title_block_is_front_matter(tmp_path: Path, text: str, title: str, authors: tuple[str, ...], date: str) -> None:
    found = publication(tmp_path, text).metadata
    assert (found.title, found.authors, found.date) == (title, authors, date)


def test_what_is_wrong_in_a_title_block_is_told_with_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, "% One\n  goes on\n% Ann Quay\n% some day\n\nWords") == [
        "m.md:4: C104 error: `some day` is not a date that can be read (write it as 2018-10-23, 2018-10 or 2018)"
    ]


@pytest.mark.parametrize("text", ["%%a private word%%\n\nWords", "100 % of it\n\nWords", "%20 is a space\n\nWords", "%\n%\n\nWords"])
def test_other_per_cent_signs_begin_no_title_block(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.md"
    path.write_text(text, encoding="utf-8")
    source = read_source(path, "m.md", Report())
    assert (source.front, source.text) == ((), text)


# Metadata in mid-text ---------------------------------------------------------------------------


def test_metadata_further_down_is_taken_out_and_the_last_word_holds_as_in_pandoc(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text("---\ntitle: One\nlang: en\n---\n\nWords\n\n---\ntitle: Two\nrights: ours\n...\n\nMore\n", encoding="utf-8")
    source = read_source(path, "m.md", Report())
    assert source.text == "\nWords\n\n\n\n\n\n\nMore\n"
    found = load_publication(source.front, "m.md", House(), Report())
    assert (found.metadata.title, found.metadata.rights, found.metadata.lang) == ("Two", "ours", "en")
    assert found.places["rights"].line == 10


@pytest.mark.parametrize(
    "text",
    [
        "Words\n\n---\nAnn: who is there?\nBo: nobody\n---\n\nWords",  # a scene between rules
        "Words\n\n```\n\n---\ntitle: One\n---\n```\n",  # an example of it
        "Words\n---\ntitle: One\n---\n",  # a heading with its line
        "Words\n\n---\ntitle: One\n\nand a paragraph\n---\n",
        "Words\n\n---\ntitle: it never ends\n",
    ],
)
def test_other_lines_between_rules_are_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.md"
    path.write_text(text, encoding="utf-8")
    source = read_source(path, "m.md", Report())
    assert (source.front, source.text) == ((), text)


# Keys and values of other tools -----------------------------------------------------------------


def test_keys_of_other_tools_are_one_remark(tmp_path: Path) -> None:
    lines = ("layout: post", "title: One", "permalink: /one/", "slug: one", "format: {pdf: {toc: true}}", "mood: fine", "cover: {image: a.png}")
    assert told(tmp_path, yaml(*lines)) == ["m.md:2: C110 info: keys of other tools, left aside: `layout`, `permalink`, `slug`, `format`, `mood`, `cover`"]


def test_so_are_those_that_tell_of_a_person(tmp_path: Path) -> None:
    text = yaml("author:", "- name: {given: Ann, family: Quay}", "  affiliations: Quay University", "  email: ann@example.org", "- {family: Mill, given: Bo}")
    assert publication(tmp_path, text).metadata.authors == ("Ann Quay", "Bo Mill")
    assert told(tmp_path, text) == ["m.md:4: C110 info: keys of other tools, left aside: `affiliations`, `email`"]


def test_many_keys_of_other_tools_are_counted(tmp_path: Path) -> None:
    (message,) = told(tmp_path, yaml(*(f"zz{number}: x" for number in range(5000))))
    assert message.endswith("`zz10`, `zz11` and 4988 more")


@pytest.mark.parametrize("key", ["titel", "auhtor", "subtitel", "langauge", "Date", "keyword", "descripton"])
def test_a_slip_in_one_of_ours_is_still_an_error(tmp_path: Path, key: str) -> None:
    (message,) = told(tmp_path, yaml("rights: ours", f"{key}: x"))
    assert message.startswith(f"m.md:3: C102 error: unknown key `{key}` (did you mean `")


@pytest.mark.parametrize(
    ("line", "said"),
    [("draft: true", "draft: true"), ("published: no", "published: no"), ("publish: false", "publish: false"), ("private: true", "private: true")],
)
def test_a_text_marked_as_a_draft_is_built_with_a_warning(tmp_path: Path, line: str, said: str) -> None:
    found = told(tmp_path, yaml(line))
    assert found[0] == f"m.md:2: C126 warning: marked as not to be published: `{said}` (take the key out when the text may go out)"
    assert told(tmp_path, yaml("draft: false", "publish: true")) == ["m.md:2: C110 info: keys of other tools, left aside: `draft`, `publish`"]


@pytest.mark.parametrize(
    "date",
    [
        "2024-05-03 10:00:00 +0100", "2024-05-03T10:00:00Z", "2024-05-03T10:00", "2024-05-03 10:00:00.123+01:00",
        "2024-05-03 10:00:00 CET", "2024/05/03", "2024-5-3",
    ],
)  # fmt: skip
def test_a_date_may_have_a_time_and_a_zone(tmp_path: Path, date: str) -> None:
    assert publication(tmp_path, yaml(f"date: {date}")).metadata.date == "2024-05-03"


@pytest.mark.parametrize("date", ["today", "last-modified", "now", r"\today", '"`r Sys.Date()`"'])
def test_the_day_of_the_build_is_no_date(tmp_path: Path, date: str) -> None:
    assert publication(tmp_path, yaml(f"date: {date}")).metadata.date == ""
    (message,) = told(tmp_path, yaml("title: One", f"date: {date}"))
    assert message.startswith("m.md:3: C127 warning: the date `")
    assert message.endswith("is another every day and was left out (write the day, as in 2018-10-23)")


def test_tags_and_categories_are_keywords(tmp_path: Path) -> None:
    text = yaml("keywords: [heat, rent control]", "tags: news update", "categories: '#lamps, rent control'")
    assert publication(tmp_path, text).metadata.keywords == ("heat", "rent control", "news", "update", "lamps")


# YAML as it is written ---------------------------------------------------------------------------


def test_a_value_with_a_colon_is_read_as_it_is_meant(tmp_path: Path) -> None:
    text = yaml("title: Buses: a report # first", "contributor:", "- text: Bo: the Mill's", "  role: editor")
    found = publication(tmp_path, text).metadata
    assert (found.title, found.contributors[0].name) == ("Buses: a report", "Bo: the Mill's")
    assert told(tmp_path, text) == [
        "m.md:2: C128 info: `Buses: a report` has a colon in it and was read as one value (put the value in quotation marks)",
        "m.md:4: C128 info: `Bo: the Mill's` has a colon in it and was read as one value (put the value in quotation marks)",
    ]
