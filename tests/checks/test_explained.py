"""The catalogue is held against the sources: it has every code that they tell, as grave as it is told and with its values, and no other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from publish.checks.all_rules import all_rules
from publish.checks.manuscript import demands, links, readability
from publish.diagnostics import catalogue, explained, families

from .emitted import Emission, emissions


@cache
def emitted() -> dict[str, list[Emission]]:
    found = defaultdict(list)
    for one in emissions():
        found[one.code].append(one)
    return found


def test_the_catalogue_has_every_code_that_is_told_and_no_other() -> None:
    assert len(emitted()) > 300
    assert {code: [one.where for one in found] for code, found in emitted().items() if code not in catalogue()} == {}
    assert catalogue().keys() - emitted().keys() == set()


def test_codes_are_told_as_gravely_as_the_catalogue_says() -> None:
    told = {code: {severity for one in found for severity in one.severities} for code, found in emitted().items() if code not in all_rules()}
    assert {code: severities for code, severities in told.items() if severities != set(explained(code).severities)} == {}


def test_codes_of_rules_are_told_by_these_alone_and_in_one_way() -> None:
    assert [one.where for code in all_rules() for one in emitted()[code] if one.severities] == []
    assert [code for code in all_rules() if len(explained(code).severities) > 1] == []


def test_findings_carry_the_values_that_the_catalogue_names() -> None:
    told = {code: {value for one in found for value in one.values} for code, found in emitted().items()}
    assert {code: values for code, values in told.items() if values != set(explained(code).values)} == {}


def test_codes_stand_in_their_families_in_order() -> None:
    assert list(catalogue()) == sorted(catalogue())
    assert {code[0] for code in catalogue()} == families().keys()
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) for code in catalogue())
    assert all(about[0].islower() and about[-1] not in "." for about in families().values())


@pytest.mark.parametrize("code", ["Q101", "R999", "family", "", "r101"])
def test_what_is_no_code_is_not_explained(code: str) -> None:
    with pytest.raises(KeyError):
        explained(code)


def texts() -> Iterator[tuple[str, str]]:
    for code, one in catalogue().items():
        yield from ((code, text) for text in (one.name, one.meaning, one.why, one.mend, one.elsewhere))


def test_explanations_are_written_in_one_way() -> None:
    for code, one in catalogue().items():
        assert 0 < len(one.name) <= 50, code
        assert all(text.endswith(".") and not text[0].islower() for text in (one.meaning, one.why)), code
        # These stand in brackets behind a finding.
        assert not one.mend.endswith(".") and not one.mend[0].isupper() and not one.elsewhere.endswith("."), code
    assert [code for code, text in texts() if text.count("`") % 2] == []


def test_limits_in_explanations_are_those_of_the_rules() -> None:
    for code, limit in (("R135", readability.PARAGRAPH), ("R142", demands._MOST_DEMANDS), ("R142", demands._MOST_WORDS), ("R165", links._LONG)):
        assert f" {limit} " in explained(code).meaning
