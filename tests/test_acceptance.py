"""The acceptance manuscript, as it came out of a PDF, must become exactly this book."""

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.book import Book, Contributor
from publish.model.nodes import Emphasis, Link, List, Paragraph, Quote, Role, Strong
from publish.model.walk import plain_text, walk
from publish.workflows.reading import Wanted, read_manuscript

JOINED = (
    "left nearly 100,000 dead",
    "massacre the immigrants should",
    "“Capitalism and Workers’ Immigration,” Vladimir",
)
EMPHASISED = ["Jacobin", "Socialist Worker", "de facto", "de jure", "progressive", "whole"]


@pytest.fixture
def caravan(shared: Path, report: Report) -> Book:
    return read_manuscript(shared / "manuscripts" / "migrant-caravan.md", Wanted(), report).book


def test_title_author_and_date_are_found_in_the_text(caravan: Book) -> None:
    assert caravan.metadata.title.startswith("The migrant caravan")
    assert caravan.metadata.contributors == (Contributor("Eric London"),)
    assert caravan.metadata.date == "2018-10-23"
    assert caravan.metadata.lang == "en"


def test_three_broken_paragraphs_are_joined_and_nothing_else_is_repaired(caravan: Book, report: Report) -> None:
    text = plain_text(*caravan.sections[0].blocks)
    assert [text.count(joined) for joined in JOINED] == [1, 1, 1]
    assert [found.code for found in report.diagnostics if found.code.startswith("M2")] == ["M204"] * 3


def test_there_are_21_paragraphs_of_text_and_one_quotation(caravan: Book) -> None:
    kinds = [type(block) for block in caravan.sections[0].blocks]
    assert (kinds.count(Paragraph), kinds.count(Quote), len(kinds)) == (21, 1, 22)
    (quote,) = (block for block in caravan.sections[0].blocks if isinstance(block, Quote))
    assert plain_text(*quote.attribution) == "Vladimir Lenin"
    assert "“" not in plain_text(quote)[:1]


def test_the_demands_have_their_lead_in_and_their_number(caravan: Book) -> None:
    assert [section.role for section in caravan.sections] == [Role.CHAPTER, Role.DEMANDS, Role.CONTACT]
    demands = caravan.sections[1]
    assert plain_text(*demands.lead) == "The Socialist Equality Party demands:"
    (found,) = demands.blocks
    assert isinstance(found, List) and found.ordered and found.start == 1 and len(found.items) == 6


def test_the_contact_section_has_a_link_that_works(caravan: Book) -> None:
    links = [node for node in walk(*caravan.sections[2].blocks) if isinstance(node, Link)]
    assert [(link.target, plain_text(link)) for link in links] == [("https://wsws.org/contact", "wsws.org/contact")]


def test_the_seven_emphasised_passages_are_kept(caravan: Book) -> None:
    nodes = [node for section in caravan.sections for node in walk(*section.lead, *section.blocks)]
    assert [plain_text(node).replace("\u00a0", " ") for node in nodes if isinstance(node, Emphasis)] == EMPHASISED
    (strong,) = (node for node in nodes if isinstance(node, Strong))
    assert isinstance(strong.content[0], Link)


def test_what_was_inferred_is_reported_and_nothing_is_wrong(caravan: Book, report: Report) -> None:
    codes = [found.code for found in report.diagnostics]
    assert sorted(codes) == ["M204", "M204", "M204", "M301", "M302", "M303", "M311", "M312", "M313"]
    assert {found.severity.value for found in report.diagnostics} == {"info"}
