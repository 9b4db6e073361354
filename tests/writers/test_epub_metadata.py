"""What an EPUB says of itself, and that it is true."""

from __future__ import annotations

import pytest

from publish.model.book import Contributor, Identifier
from publish.model.nodes import Figure, Image
from tests.writers.sample import OPF, book, built, chapter, everything, gif, picture


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


# What the book says of itself ----------------------------------------------------------------------


def test_a_book_without_identifier_always_gets_the_same_one():
    first, again = built(book()), built(book(date="2031-01-01", publisher="Another"))
    assert first.named("identifier") == again.named("identifier")
    assert first.named("identifier")[0].startswith("urn:uuid:")


def test_another_title_author_or_language_is_another_book():
    made = [book(), book(title="Day buses"), book(contributors=(Contributor("Cy"),)), book(lang="fr")]
    assert len({built(one).named("identifier")[0] for one in made}) == len(made)


def test_given_identifiers_come_with_their_schemes():
    given = (Identifier("978-0-306-40615-7", "ISBN"), Identifier("10.1000/182", "DOI"), Identifier("NB-1"))
    epub = built(book(identifiers=given))
    assert epub.named("identifier") == ["urn:isbn:9780306406157", "doi:10.1000/182", "NB-1"]
    assert epub.meta("identifier-type") == ["15", "06"]


def test_people_are_named_with_what_they_did():
    people = (Contributor("Ann Author", "aut", "Author, Ann"), Contributor("Tom Lator", "trl"))
    epub = built(book(contributors=people))
    assert (epub.named("creator"), epub.named("contributor")) == (["Ann Author"], ["Tom Lator"])
    assert (epub.meta("role"), epub.meta("file-as")) == (["aut", "trl"], ["Author, Ann", "Lator, Tom"])


def test_persons_are_filed_by_their_families_and_groups_and_publishers_are_not():
    people = (Contributor("Ann Quay"), Contributor("Night Workers"), Contributor("Bob Dale", "ill"), Contributor("Cy Rook", "trl", "Rook C."))
    epub = built(book(contributors=(*people, Contributor("Eva Lind")), publisher="Eva Lind"))
    assert epub.meta("file-as") == ["Quay, Ann", "Dale, Bob", "Rook C."]


def test_a_book_with_an_editor_only_is_the_editors():
    assert built(book(contributors=(Contributor("Ed", "edt"),))).named("creator") == ["Ed"]


def test_a_series_and_the_place_in_it_are_said():
    epub = built(book(series="Night papers", series_position="3"))
    assert (epub.meta("belongs-to-collection"), epub.meta("collection-type"), epub.meta("group-position")) == (
        ["Night papers"], ["series"], ["3"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "epoch", "expected"),
    [
        ("", "", "2000-01-01T00:00:00Z"),
        ("2018", "", "2018-01-01T00:00:00Z"),
        ("2018-10", "", "2018-10-01T00:00:00Z"),
        ("2018-10-23", "", "2018-10-23T00:00:00Z"),
        ("2018-10-23", "86400", "1970-01-02T00:00:00Z"),
        ("2018-10-23", "tomorrow", "2018-10-23T00:00:00Z"),
    ],
)
def test_the_time_of_making_is_no_matter_of_the_clock(monkeypatch, date, epoch, expected):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert built(book(date=date)).meta("dcterms:modified") == [expected]


def test_a_book_without_a_title_is_called_untitled_and_has_no_title_page():
    epub = built(book(title="", subtitle=""))
    assert epub.named("title") == ["Untitled"]
    assert "text/title.xhtml" not in epub.spine()


def test_a_right_to_left_book_turns_its_pages_that_way():
    epub = built(book(title="حافلات الليل", lang="ar"))
    assert epub.package.find(f"{OPF}spine").get("page-progression-direction") == "rtl"
    assert {epub.xml(name).get("dir") for name in epub.spine()} == {"rtl"}


# Accessibility metadata is true ------------------------------------------------------------------------


def test_a_book_of_words_claims_words_only():
    epub = built(book())
    assert (epub.meta("schema:accessMode"), epub.meta("schema:accessModeSufficient")) == (["textual"], ["textual"])
    assert "alternativeText" not in epub.meta("schema:accessibilityFeature")
    assert epub.meta("schema:accessibilityHazard") == ["none"]


def test_described_pictures_are_claimed_as_such():
    epub = built(book(chapter(Figure(Image("a.png", "A map"))), assets=picture()))
    assert epub.meta("schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" in epub.meta("schema:accessibilityFeature")


def test_one_picture_without_description_withdraws_the_claim():
    epub = built(book(chapter(Figure(Image("a.png", "A map")), Figure(Image("a.png"))), assets=picture()))
    assert "alternativeText" not in epub.meta("schema:accessibilityFeature")
    assert epub.meta("schema:accessModeSufficient") == ["textual,visual"]


def test_a_still_gif_is_no_hazard():
    epub = built(book(chapter(Figure(Image("a.gif", "A wave"))), assets=picture("a.gif", "image/gif", gif(1))))
    assert epub.meta("schema:accessibilityHazard") == ["none"]


def test_a_moving_picture_makes_the_hazard_unknown():
    epub = built(book(chapter(Figure(Image("a.gif", "A wave"))), assets=picture("a.gif", "image/gif", gif(2))))
    assert epub.meta("schema:accessibilityHazard") == ["unknown"]


def test_the_authors_word_on_accessibility_is_added_to_what_was_found():
    epub = built(book(access_modes=("textual", "chartOnVisual"), accessibility_features=("index", "readingOrder"),
                      access_mode_sufficient=("visual",), accessibility_hazards=("noFlashingHazard",),
                      accessibility_summary="Read it."))  # fmt: skip
    assert epub.meta("schema:accessMode") == ["textual", "chartOnVisual"]
    assert epub.meta("schema:accessModeSufficient") == ["textual", "visual"]
    assert epub.meta("schema:accessibilityFeature") == [
        "tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "index",
    ]  # fmt: skip
    assert epub.meta("schema:accessibilityHazard") == ["noFlashingHazard"]
    assert epub.meta("schema:accessibilitySummary") == ["Read it."]


def test_no_conformance_is_claimed_that_nobody_looked_into():
    assert "conformsTo" not in built(everything()).raw("content.opf")
