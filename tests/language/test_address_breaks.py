"""Addresses in a text, and where they may be divided without a hyphen."""

from __future__ import annotations

import pytest

from publish.language.address_breaks import addresses_in, divided_address, divided_code


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in addresses_in(text)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("kept at https://docs.example.org/d/1aB2c/edit where", ["https://docs.example.org/d/1aB2c/edit"]),
        ("See www.harbour-row.example.org/minutes.", ["www.harbour-row.example.org/minutes"]),
        ("Write to yard@example.org, please.", ["yard@example.org"]),
        ("The minutes (example.org/minutes), all of them", ["example.org/minutes"]),
        ("http://example.org/x_(y)", ["http://example.org/x_(y)"]),
        ("the committee’s (http://example.org/x_(y))", ["http://example.org/x_(y)"]),
        ("example.org’s page", ["example.org"]),
        ("straße.example.org", ["straße.example.org"]),
        ("見よhttps://example.org/a。そして", ["https://example.org/a"]),
        ("in minutes.md", ["minutes.md"]),
    ],
)
def test_addresses_are_found_without_the_marks_around_them(text, addresses):
    assert found(text) == addresses


@pytest.mark.parametrize("text", ["e.g. this", "and/or", "3.5 kg", "The end.Then", "at 5 p.m. or so", "@committee", "a…b", "://"])
def test_other_words_are_no_addresses(text):
    assert found(text) == []


def test_a_line_ends_after_slashes_and_before_other_signs():
    address = "https://my-yard.example.org:80/gate/plan_b.html?a=1&b=2%20c~d,e#top"
    assert "|".join(divided_address(address)) == ("https://|my|-yard|.example|.org:|80/|gate/|plan|_b|.html|?a|=1|&b|=2|%20c|~d|,e|#top")


def test_two_slashes_and_a_short_address_stay_whole():
    assert divided_address("x.org/a") == ["x.org/a"]
    assert divided_address("mailto:yard@example.org") == ["mailto:", "yard", "@example", ".org"]


def test_code_is_divided_at_its_joints_and_before_capitals():
    assert divided_code("publish/writers/pdf.py") == ["publish/", "writers/", "pdf", ".py"]
    assert divided_code("getElementByIdentifier()") == ["get" + "Element", "By", "Identifier()"]
    assert divided_code("a.b c-d make -j2") == ["a.b c-d make -j2"]


def test_parts_together_are_the_whole():
    for text in ("https://example.org/a//b/", "some_long_name = other-long-name/and_more", "", "   ", "-" * 40):
        assert "".join(divided_address(text)) == "".join(divided_code(text)) == text
