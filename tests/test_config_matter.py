"""What authors and houses may say of covers, imprints and other pages around the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.measures.contrast import contrast
from publish.model.book import Identifier
from publish.model.front_matter import FrontMatter
from publish.settings import House, load_house, load_publication
from publish.settings.values import Colours, Edition, Picture


def front(text: str, report: Report | None = None, house: House = House()):
    """The publication of ``m.md`` with this front matter, whose first line is the file's second."""
    return load_publication([FrontMatter(text, 2)], "m.md", house, report if report is not None else Report())


def told(text: str) -> list[str]:
    report = Report()
    front(text, report)
    return [str(found) for found in report.diagnostics]


def test_each_page_can_be_wished_for_or_refused(report):
    found = front("publish:\n  cover: no\n  half-title: true\n  imprint-page: auto\n  back-cover: yes", report).settings
    assert (found.cover, found.half_title, found.imprint_page, found.back_cover) == ("no", "yes", "auto", "yes")
    assert not report.diagnostics


def test_an_edition_decides_for_itself():
    found = front("publish:\n  cover: yes\n  editions:\n    flat: {format: pdf, cover: no, back-cover: no}").settings
    flat = found.edition("flat")
    assert flat == Edition("flat", "pdf", cover="no", back_cover="no")
    assert found.for_edition(flat).cover == "no"
    assert found.for_edition(Edition("", "pdf")).cover == "yes"


def test_the_words_of_imprint_and_back_cover_are_taken(report):
    said = front("publish:\n  edition-statement: Third\n  printer: P, 1 Quay\n  licence: CC BY\n  price: £2\n  blurb: |\n    One.\n\n    Two.", report)
    found = said.settings
    assert (found.edition_statement, found.printer, found.licence, found.price) == ("Third", "P, 1 Quay", "CC BY", "£2")
    assert found.blurb == "One.\n\nTwo."
    assert not report.diagnostics


@pytest.mark.parametrize(("text", "picture"), [
    ("logo: lamp.svg", Picture("lamp.svg")),
    ("logo: {file: lamp.svg, alt: A lamp}", Picture("lamp.svg", "A lamp")),
    ("logo: no", None),
])  # fmt: skip
def test_a_logo_is_a_file_with_or_without_a_description(text, picture, report):
    assert front(f"publish:\n  {text}", report).settings.logo == picture
    assert not report.diagnostics


def test_the_houses_pictures_lie_beside_its_settings(tmp_path: Path, report):
    (tmp_path / ".git").mkdir()
    (tmp_path / "publish.yaml").write_text("logo: lamp.svg\ncover-image: all.png\nunion-label: {file: label.png}\n", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    house = load_house(tmp_path / "texts", report)
    assert house.settings.logo == Picture("lamp.svg", folder=tmp_path)
    assert house.settings.cover_image == Picture("all.png", folder=tmp_path)
    assert house.settings.union_label == Picture("label.png", folder=tmp_path)
    assert front("publish:\n  logo: own.svg", report, house).settings.logo == Picture("own.svg")
    assert not report.diagnostics


def test_colours_take_the_place_of_the_houses_one_by_one(report):
    house = House(front('publish:\n  colours: {paper: "#ffffff", ink: "#000000"}').settings)
    assert front('publish:\n  colours: {accent: "#E63946"}', report, house).settings.colours == Colours("#ffffff", "#000000", "#E63946")
    assert not report.diagnostics


@pytest.mark.parametrize(("text", "message"), [
    ("publish:\n  cover: maybe", "m.md:3: C112 error: `cover` must be auto, yes or no, not `maybe`"),
    ("publish:\n  logo: [a.png]", "m.md:3: C103 error: `logo` must be a file's name, `file` with `alt`, or no, not a list"),
    ("publish:\n  logo: {alt: A lamp}", "m.md:3: C103 error: `file` is missing here"),
    ("publish:\n  logo: {file: a.png, text: A lamp}", "m.md:3: C102 error: unknown key `text` (known are file, alt)"),
    ("publish:\n  colours:\n    paper: red", "m.md:4: C117 error: `red` is not a colour (write six digits in quotation marks, as in \"#f4efe4\")"),
    ("publish:\n  colours:\n    paper: #f4efe4", "m.md:4: C117 error: `paper` has no colour (write the colour in quotation "
     "marks: YAML takes what stands behind a bare # for a comment)"),
    ("publish:\n  colours:\n    papier: '#ffffff'", "m.md:4: C102 error: unknown key `papier` (did you mean `paper`?)"),
    ("publish:\n  colours:\n    paper: '#777777'\n    ink: '#888888'", "m.md:4: C118 warning: paper and ink are so alike "
     "that few can read the cover (make one darker)"),
    ("isbn: 978-0-306-40615-8", "m.md:2: C116 error: `978-0-306-40615-8` is not an ISBN: its last digit "
     "does not fit the others, which ask for 7: one of them is wrong (compare it with what the agency wrote you)"),
    ("ISBN: 978-0-306-40615-7", "m.md:2: C102 error: unknown key `ISBN` (did you mean `isbn`?)"),
    ("identifier: {scheme: ISBN, text: 978-0-306-40615-8}", "m.md:2: C116 error: `978-0-306-40615-8` is not an ISBN: its last digit "
     "does not fit the others, which ask for 7: one of them is wrong (compare it with what the agency wrote you)"),
    ("identifier:\n  - urn:x\n  - urn:isbn:12", "m.md:4: C116 error: `urn:isbn:12` is not an ISBN: an ISBN has ten digits, or thirteen "
     "that begin with 978 or 979 (compare it with what the agency wrote you)"),
    ("cover: no", "m.md:2: C102 error: unknown key `cover` (it belongs under `publish:`)"),
])  # fmt: skip
def test_a_mistake_is_said_with_its_line(text, message):
    assert told(text) == [message]


def test_a_wrong_isbn_is_left_out(report):
    found = front("identifier: [{scheme: ISBN, text: 1}, urn:x]", report)
    assert found.metadata.identifiers == (Identifier("urn:x"),)


@pytest.mark.parametrize(("one", "other", "least", "most"), [
    ("#000000", "#ffffff", 21, 21), ("#777777", "#777777", 1, 1), ("#767676", "#ffffff", 4.5, 4.6), ("#f4efe4", "#171717", 15, 16),
])  # fmt: skip
def test_contrast_is_measured_as_wcag_does(one, other, least, most):
    assert least - 1e-9 <= contrast(one, other) <= most + 1e-9
    assert contrast(one, other) == contrast(other, one)


def test_an_isbn_has_a_key_of_its_own(report) -> None:
    assert front("isbn: 978-0-306-40615-7", report).metadata.identifiers == (Identifier("978-0-306-40615-7", "ISBN"),)
    assert not report.diagnostics
