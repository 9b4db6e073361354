"""Reports for a part of the work, and what becomes of what ends it."""

import pytest

from publish.diagnostics import Diagnostic, Instructions, PublishError, Report, Severity
from publish.model.place import NO_FILE, Place


def test_what_has_no_place_is_about_the_file_and_goes_over_whatever_happens() -> None:
    report = Report()
    with pytest.raises(ZeroDivisionError), report.about("night.md") as own:
        own.info("C101", "of no place")
        own.info("C102", "of a line", Place("house.yaml", 3))
        own.info("C103", "of the machine", NO_FILE)
        own.instructions.append(Instructions("night.pdf", "fold"))
        assert report == Report()
        raise ZeroDivisionError
    assert [found.place for found in report.diagnostics] == [Place("night.md"), Place("house.yaml", 3), NO_FILE]
    assert report.instructions == [Instructions("night.pdf", "fold")]


def test_without_a_file_places_stay_as_they_are() -> None:
    report = Report()
    report.error("C101", "before")
    with report.about() as own:
        own.info("C102", "of no place")
        assert not own.failed
    assert [(found.code, found.place) for found in report.diagnostics] == [("C101", None), ("C102", None)]


def test_what_ends_a_part_is_told_and_the_rest_goes_on() -> None:
    report = Report()
    with report.about("night.md") as own, own.going_on():
        raise PublishError("F106", "there is no such file", None, "check the name")
    assert report.diagnostics == [Diagnostic("F106", Severity.ERROR, "there is no such file", Place("night.md"), "check the name")]
    with pytest.raises(KeyError), report.going_on():
        raise KeyError


def test_the_first_error_is_raised_with_all_it_carries() -> None:
    report = Report()
    report.warning("M165", "not this")
    report.raise_first_error()
    report.error("M166", "this", Place("night.md", 3), "retype it", sign="\ue000", count=2)
    report.error("M167", "nor this")
    with pytest.raises(PublishError) as raised:
        report.raise_first_error()
    assert raised.value.diagnostic == report.diagnostics[1] and raised.value.diagnostic.values == {"sign": "\ue000", "count": 2}
