"""What authors and houses may say of printing, in settings files and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.measures.papers import paper
from publish.measures.print_job import KEYS, PrintJob, field_of
from publish.measures.shapes import Length
from publish.model.front_matter import FrontMatter
from publish.settings import House, load_house, load_publication, with_overrides
from tests.command import call


def front(text: str, report: Report | None = None, house: House = House()):
    """The publication of ``m.md`` with this front matter, whose first line is the file's second."""
    return load_publication([FrontMatter(text, 2)], "m.md", house, report if report is not None else Report())


def told(text: str) -> list[str]:
    report = Report()
    front(text, report)
    return [str(found) for found in report.diagnostics]


def test_a_job_is_read_from_settings_and_what_nobody_said_is_as_usual(report):
    found = front("publish:\n  scheme: zine\n  paper: 115gsm coated\n  marks: [crop, slug]\n  margin: 5mm\n  pdf-standard: no", report)
    assert found.settings.printing == PrintJob(scheme="zine", paper=paper("115gsm coated"), marks=("crop", "slug"), margin=Length("5mm"))
    assert not report.diagnostics


def test_an_edition_prints_in_its_own_way_and_else_as_the_publication_does():
    found = front("publish:\n  flip: short\n  editions:\n    shop: {format: press, ink: cmyk, bleed: 5mm}").settings
    shop = found.for_edition(found.edition("shop")).printing
    assert (shop.ink, shop.bleed, shop.flip) == ("cmyk", Length("5mm"), "short")
    assert found.printing.ink == "", "nobody said, so it is left to the format"


def test_the_house_speaks_for_all_and_the_command_line_before_all(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("publish.yaml").write_text("flip: short\npaper: 90gsm\n", encoding="utf-8")
    house = load_house(tmp_path, Report())
    found = front("publish:\n  paper: 70gsm\n  editions:\n    thick: {format: booklet, paper: 120gsm}", house=house)
    assert (found.settings.printing.flip, found.settings.printing.paper.name) == ("short", "70gsm")
    asked = with_overrides(found, printing={"paper": paper("60gsm")}).settings
    assert asked.printing.paper.name == "60gsm"
    assert asked.for_edition(asked.edition("thick")).printing.paper.name == "60gsm"


@pytest.mark.parametrize(("key", "value", "line"), [
    ("ink", "gold", "`ink`: `gold` is none of black, cmyk, spot"),
    ("bleed", "-3mm", "`bleed`: a length cannot be less than nothing: `-3mm`"),
    ("margin", "5", "`margin`: `5` is not a length: write a number and mm, cm, in, pt or pc, as in `12mm`"),
    ("marks", "crop, stars", "`marks`: `stars` is none of crop, registration, colour-bar, slug"),
    ("preset", "amazon", "`preset`: `amazon` is none of kdp, ingramspark, lulu, home"),
    ("flip", "top", "`flip`: `top` is none of long, short, single"),
    ("copies", "many", "`copies`: `many` is no number from 1 to 10000000"),
    ("shift", "2mm", "`shift`: `2mm` is no shift: write two lengths, to the right and up, as in `2mm, -1mm`"),
    ("scale", "1000", "`scale`: `1000` is no scale: write a percentage from 10 to 400, or auto"),
    ("sheet-price", "cheap", "`sheet-price`: `cheap` is no price: write a number with its currency, as in `0.04 €`"),
    ("spot-inks", "red", "`spot-inks`: `red` is not a colour: write six digits, as in `#e63946`"),
])  # fmt: skip
def test_what_cannot_be_is_told_with_its_line_and_left_as_it_was(key, value, line):
    report = Report()
    found = front(f"title: Night\npublish:\n  {key}: {value}", report)
    assert [str(one) for one in report.diagnostics] == [f"m.md:4: C140 error: {line}"]
    assert found.settings.printing == PrintJob()


def test_an_unknown_paper_is_told_with_those_that_can_be_named():
    (line,) = told("publish:\n  paper: vellum")
    assert line.startswith("m.md:3: C140 error: `paper`: unknown paper `vellum`: write its weight, as in `80gsm`")


def test_a_key_of_printing_that_is_misspelt_is_told_with_the_nearest():
    assert told("publish:\n  sheme: zine") == ["m.md:3: C102 error: unknown key `sheme` (did you mean `scheme`?)"]


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_an_option_too(key):
    assert field_of(key) in PrintJob.__dataclass_fields__
    result = call("build", "nowhere.md", f"--{key}", "\0")
    assert (result.code, result.out) == (2, "")
    assert f"Invalid value for '--{key}'" in result.said[-1] or "nowhere.md" in result.said[-1]


def test_a_wrong_option_ends_with_2_and_says_what_is_wrong():
    result = call("build", "nowhere.md", "-f", "booklet", "--sheet", "a44")
    assert (result.code, result.out) == (2, "")
    assert "Invalid value for '--sheet': unknown shape `a44`: the nearest is a4" in result.said[-1]
