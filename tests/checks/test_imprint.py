"""What must stand on political print, by country: what is missing is named, with a line to write and the law that asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.checks.imprint import IMPRINT_RULES, countries, has_address, law_of
from publish.checks.rules.looking import look
from publish.checks.rules.subjects import ManuscriptSubject
from publish.diagnostics import Diagnostic, Report, Severity, explained
from publish.model.book import Book, Matter, Metadata, Section
from publish.model.nodes import Paragraph, Role, Text
from publish.model.place import Place
from publish.settings.resolve import COUNTRIES
from publish.workflows.reading import Wanted, read_manuscript

ROOT = Path(__file__).parents[2]
BUSES = ROOT / "manuscripts" / "night-buses.md"

PRINTER = "Printed by Harl Cross Printers, 4 Tannery Hill, Staithby ST4 7QD."
PROMOTER = "Promoted by Ada Merrow, 9 Dock Road, Staithby ST1 2AB, on behalf of the Night Routes Committee, PO Box 12, Staithby."
PAID = "Paid for by the Night Routes Committee (nightroutes.org) and not authorized by any candidate or candidate's committee."
PRINTED_FR = "Imprimé par l'Imprimerie du Canal, 12 rue des Écluses, 75010 Paris."
PRINTED_DE = "Druck: Hafendruck GmbH, Am Kai 3, 20457 Hamburg."
PUBLISHED_DE = "Herausgegeben von der Initiative Nachtbus, Lange Straße 7, 20457 Hamburg."
ANSWERS_DE = "V.i.S.d.P.: Ada Merrow, Lange Straße 7, 20457 Hamburg"


def manuscript(country: str, *imprint: str, lang: str = "en", matter: Matter = Matter(), contact: str = "", after: bool = False) -> ManuscriptSubject:
    """A book with a chapter, and an imprint of these paragraphs, each on a line of its own."""
    chapter = Section(Role.CHAPTER, (Paragraph((Text("The night buses stop in March 2024."),)),))
    sections = [chapter]
    if imprint:
        blocks = tuple(Paragraph((Text(words),), place=Place("night.md", 20 + n)) for n, words in enumerate(imprint))
        sections.append(Section(Role.IMPRINT, blocks, place=Place("night.md", 19)))
    if contact:
        sections.insert(0, Section(Role.CONTACT, (Paragraph((Text(contact),)),)))
    if after:
        sections = [chapter, *sections[1:], chapter]
    book = Book(Metadata(title="Night", lang=lang), tuple(sections), matter=matter)
    return ManuscriptSubject(book, country=country, places={"printer": Place("publish.yaml", 3)})


def found(subject: ManuscriptSubject) -> list[Diagnostic]:
    return list(look(IMPRINT_RULES, subject, "night.md"))


def codes(subject: ManuscriptSubject) -> list[str]:
    return [one.code for one in found(subject)]


# Nothing is asked -------------------------------------------------------------------------------


@pytest.mark.parametrize("country", ["", "none"])
def test_no_country_asks_nothing(country: str) -> None:
    assert found(manuscript(country)) == []


def test_a_country_that_is_not_known_is_said_to_be_so() -> None:
    (one,) = found(manuscript("ZZ"))
    assert one.code == "R507" and one.severity is Severity.INFO and "GB, US, FR, DE" in one.message


COMPLETE = {
    "GB": ("en", (PRINTER, PROMOTER)),
    "FR": ("fr", (PRINTED_FR,)),
    "DE": ("de", (PRINTED_DE, PUBLISHED_DE, ANSWERS_DE)),
}


@pytest.mark.parametrize("country", COMPLETE)
def test_a_complete_imprint_passes(country: str) -> None:
    lang, imprint = COMPLETE[country]
    assert found(manuscript(country, *imprint, lang=lang)) == []
    assert found(manuscript(country, " ".join(imprint), lang=lang)) == []


def test_a_complete_notice_of_the_united_states_is_asked_for_its_look_only() -> None:
    (one,) = found(manuscript("US", PAID))
    assert (one.code, one.severity, one.place) == ("R506", Severity.INFO, Place("night.md", 20))
    assert "12 pt" in one.message and "24 × 36 inches" in one.message


# Something is missing ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "lang", "imprint", "expected"),
    [
        ("GB", "en", (), ["R501", "R502"]),
        ("GB", "en", (PRINTER,), ["R502"]),
        ("GB", "en", (PROMOTER,), ["R501"]),
        ("GB", "en", (PRINTER, "Promoted by Ada Merrow, 9 Dock Road, Staithby ST1 2AB."), ["R503"]),
        ("US", "en", (), ["R502"]),
        ("US", "en", ("Paid for by the Night Routes Committee.",), ["R502", "R503", "R506"]),
        ("US", "en", ("Paid for by the Night Routes Committee, 555-010-1234.",), ["R503", "R506"]),
        ("FR", "fr", (), ["R501"]),
        ("FR", "fr", ("Éditions du Canal, 12 rue des Écluses, 75010 Paris.",), ["R501"]),
        ("DE", "de", (PUBLISHED_DE, ANSWERS_DE), ["R501"]),
        ("DE", "de", (PRINTED_DE,), ["R502", "R504"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_told(country: str, lang: str, imprint: tuple[str, ...], expected: list[str]) -> None:
    assert codes(manuscript(country, *imprint, lang=lang)) == expected


def test_a_finding_says_what_is_missing_where_what_to_write_and_which_law_asks() -> None:
    (one,) = found(manuscript("GB", "Staithby, February 2024.", PROMOTER))
    assert str(one).startswith("night.md:19: R501 warning: GB: no printer with an address is named (")
    assert "Printed by [name], [address]." in one.hint and "Act 1869" in one.hint
    assert "cannot be told" in one.hint and one.hint.endswith("no legal advice")


@pytest.mark.parametrize("country", ["GB", "US", "FR", "DE"])
def test_every_finding_says_that_it_is_no_legal_advice(country: str) -> None:
    for one in [*found(manuscript(country)), *found(manuscript(country, PAID, after=True)), *found(manuscript("ZZ"))]:
        assert "no legal advice" in one.hint
    assert all("no legal advice" in explained(rule.code).mend for rule in IMPRINT_RULES)


def test_a_name_without_an_address_is_told_with_its_words_and_line() -> None:
    (one,) = [
        one for one in found(manuscript("GB", "First edition, 600 copies in 2024.", "Printed on the branch's own duplicator.", PROMOTER)) if one.code == "R501"
    ]
    assert one.place == Place("night.md", 21)
    assert one.message == "GB: the printer stands there without an address: “Printed on the branch's own duplicator.”"


def test_an_address_belongs_to_the_party_it_follows() -> None:
    assert codes(manuscript("GB", "Printed by the Harl Press. Promoted by Ada Merrow, 9 Dock Road, Staithby ST1 2AB.")) == ["R501", "R503"]
    assert "R501" in codes(manuscript("GB", "Promoted by Ada Merrow, 9 Dock Road, Staithby ST1 2AB. Printed by the Harl Press."))


def test_one_name_may_stand_for_two_parties() -> None:
    assert codes(manuscript("GB", "Printed and promoted by Ada Merrow, 9 Dock Road, Staithby ST1 2AB.")) == ["R503"]


@pytest.mark.parametrize(
    ("country", "lang", "words"),
    [
        ("FR", "fr", "Imprimé par nos soins. Collectif des Écluses, 12 rue des Écluses, 75010 Paris."),
        ("DE", "de", f"Eigendruck. {PUBLISHED_DE} {ANSWERS_DE}"),
    ],
)
def test_who_prints_it_themselves_is_the_printer(country: str, lang: str, words: str) -> None:
    assert codes(manuscript(country, words, lang=lang)) == []


def test_a_pamphlet_in_another_language_than_the_country_is_read_too() -> None:
    assert codes(manuscript("FR", PRINTER, lang="en")) == []
    assert codes(manuscript("GB", PRINTER, PROMOTER, lang="es")) == []


# Other places -----------------------------------------------------------------------------------


def test_the_printer_of_the_settings_counts() -> None:
    assert codes(manuscript("FR", "Paris, 2024.", matter=Matter(printer="Imprimerie du Canal, 12 rue des Écluses, 75010 Paris"))) == []
    (one,) = found(manuscript("FR", "Paris, 2024.", matter=Matter(printer="Imprimerie du Canal")))
    assert one.place == Place("publish.yaml", 3)


def test_the_address_of_the_contact_serves_whoever_publishes_and_not_the_printer() -> None:
    contact = "Write to us at 9 Dock Road, Staithby ST1 2AB."
    assert codes(manuscript("GB", "Printed by the Harl Press. Promoted by us on behalf of all.", contact=contact)) == ["R501"]


def test_an_imprint_in_the_middle_is_told_in_britain() -> None:
    assert codes(manuscript("GB", PRINTER, PROMOTER, after=True)) == ["R505"]
    assert "R505" not in codes(manuscript("FR", PRINTED_FR, lang="fr", after=True))


def test_a_manuscript_as_it_is_read_is_told_with_its_lines() -> None:
    book = read_manuscript(BUSES, Wanted(), Report()).book
    lines = BUSES.read_text("utf-8").splitlines()
    one = next(one for one in found(ManuscriptSubject(book, country="GB")) if one.code == "R501")
    assert "Printed on the branch" in lines[one.place.line - 1] and "Printed on the branch" in one.message


# Addresses and laws -----------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "Harl Press, Staithby ST4 7QD", "9 Dock Road, Staithby", "PO Box 12", "75010 Paris", "12, rue des Écluses", "3 bis rue Haute",
    "Lange Straße 7", "Hauptstr. 12", "20457 Hamburg", "Postfach 1020", "Oakland, CA 94607", "12 Fish Quay Lane", "CH-8004 Zürich", "Calle Mayor 4",
])  # fmt: skip
def test_addresses_are_known_by_their_form(text: str) -> None:
    assert has_address(text)


@pytest.mark.parametrize("text", [
    "", "First edition, February 2024: 600 copies", "printed in 2024 on the only way home", "Staithby, 23 March", "the N2 at 02:40", "ISBN 978 0 12345 678 9",
    "10000 copies", "Route 12 to Dock Gate 4", "Am Weg", "§ 7", "5 per cent of 12",
])  # fmt: skip
def test_other_numbers_are_no_addresses(text: str) -> None:
    assert not has_address(text)


@pytest.mark.parametrize("country", ["GB", "US", "FR", "DE"])
def test_every_law_has_its_source_and_a_line_to_write(country: str) -> None:
    law = law_of(country)
    known = {rule.code for rule in IMPRINT_RULES}
    assert law is not None and law.asks and law.name and law.about
    assert all(ask.source and ask.line and ask.missing and ask.code in known for ask in law.asks)
    assert set(countries()) == {"GB", "US", "FR", "DE"} and law_of("cues") is None and law_of("checked") is None


def test_a_long_imprint_is_read_in_time() -> None:
    words = "Printed by, " * 40_000
    assert "R501" in codes(manuscript("GB", *[words] * 20))


def test_the_settings_know_the_countries_whose_law_is_known():
    assert set(COUNTRIES) == set(countries())
