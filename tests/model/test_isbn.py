"""ISBNs: which are right, and what a till reads of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model.book import Identifier, Metadata
from publish.model.isbn import check_digit, check_digit_of_ten, ean_of, is_isbn, isbn_of

TWELVE = st.integers(0, 10**9 - 1).map(lambda number: f"978{number:09}")


@pytest.mark.parametrize(("isbn", "thirteen"), [
    ("978-0-306-40615-7", "9780306406157"),
    ("0-306-40615-2", "9780306406157"),
    ("0-8044-2957-X", "9780804429573"),
    ("0 8044 2957 x", "9780804429573"),
    ("urn:isbn:9783161484100", "9783161484100"),
    ("ISBN-13: 978–3–16–148410–0", "9783161484100"),
    ("979-10-90636-07-1", "9791090636071"),
])  # fmt: skip
def test_thirteen_digits_are_found_however_it_is_written(isbn, thirteen):
    assert ean_of(isbn) == thirteen


@pytest.mark.parametrize(("isbn", "problem"), [
    ("978-0-306-40615-8", "its last digit does not fit the others, which ask for 7: one of them is wrong"),
    ("0-306-40615-X", "its last digit does not fit the others, which ask for 2: one of them is wrong"),
    ("978-0-306-40615", "an ISBN has ten digits, or thirteen that begin with 978 or 979"),
    ("5901234123457", "an ISBN has ten digits, or thirteen that begin with 978 or 979"),
    ("to follow", "an ISBN has ten digits, or thirteen that begin with 978 or 979"),
])  # fmt: skip
def test_a_wrong_one_is_refused_in_words(isbn, problem):
    with pytest.raises(ValueError) as refused:
        ean_of(isbn)
    assert str(refused.value) == problem


@settings(max_examples=60, deadline=None)
@given(TWELVE, st.integers(3, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(twelve, place, more):
    right = twelve + check_digit(twelve)
    assert ean_of(right) == right
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]
    with pytest.raises(ValueError):
        ean_of(wrong)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9 - 1).map("{:09}".format), st.integers(0, 7))
def test_two_neighbours_changed_round_in_ten_digits_are_always_noticed(nine, place):
    right = nine + check_digit_of_ten(nine)
    assert ean_of(right)[3:12] == nine
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    if wrong != right:
        with pytest.raises(ValueError):
            ean_of(wrong)


@pytest.mark.parametrize(("identifier", "yes"), [
    (Identifier("9783161484100", "ISBN"), True), (Identifier("9783161484100", "isbn-13"), True),
    (Identifier("urn:isbn:9783161484100"), True), (Identifier("ISBN 978-3-16-148410-0"), True),
    (Identifier("10.1000/182", "DOI"), False), (Identifier("urn:uuid:6f2d1c0e"), False), (Identifier("9783161484100"), False),
])  # fmt: skip
def test_an_identifier_says_what_it_is(identifier, yes):
    assert is_isbn(identifier) is yes


def test_a_publication_shows_its_isbn_as_the_author_parted_it():
    doi, isbn = Identifier("10.1000/182", "DOI"), Identifier("urn:isbn:978-3-16-148410-0")
    assert isbn_of(Metadata(identifiers=(doi, isbn))) == "978-3-16-148410-0"
    assert isbn_of(Metadata(identifiers=(doi,))) == ""
