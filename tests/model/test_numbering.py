"""Numbers of lists as they are said, and read again."""

from __future__ import annotations

import pytest

from publish.model.kinds import Delimiter, Numbering
from publish.model.nodes import List, ListItem
from publish.model.numbering import label, labels, read_number, said


@pytest.mark.parametrize(("number", "numbering", "words"), [
    (4, Numbering.DECIMAL, "4"),
    (1, Numbering.LOWER_ALPHA, "a"), (26, Numbering.UPPER_ALPHA, "Z"), (27, Numbering.LOWER_ALPHA, "aa"), (703, Numbering.LOWER_ALPHA, "aaa"),
    (4, Numbering.LOWER_ROMAN, "iv"), (1999, Numbering.UPPER_ROMAN, "MCMXCIX"), (3999, Numbering.LOWER_ROMAN, "mmmcmxcix"),
])  # fmt: skip
def test_numbers_are_said_in_the_signs_of_their_kind(number: int, numbering: Numbering, words: str) -> None:
    assert said(number, numbering) == words


@pytest.mark.parametrize(("number", "numbering"), [(0, Numbering.LOWER_ALPHA), (-2, Numbering.UPPER_ROMAN), (4000, Numbering.LOWER_ROMAN)])
def test_a_number_that_its_signs_cannot_write_is_said_in_digits(number: int, numbering: Numbering) -> None:
    assert said(number, numbering) == str(number)


@pytest.mark.parametrize(("delimiter", "words"), [(Delimiter.PERIOD, "iii."), (Delimiter.PAREN, "iii)"), (Delimiter.PARENS, "(iii)")])
def test_a_label_has_its_delimiters(delimiter: Delimiter, words: str) -> None:
    assert label(3, Numbering.LOWER_ROMAN, delimiter) == words


def test_labels_count_from_where_the_list_starts() -> None:
    block = List((ListItem(()),) * 3, ordered=True, start=8, numbering=Numbering.LOWER_ALPHA)
    assert list(labels(block)) == ["h.", "i.", "j."]


@pytest.mark.parametrize(("sign", "meant"), [
    ("12", [(Numbering.DECIMAL, 12)]),
    ("i", [(Numbering.LOWER_ROMAN, 1), (Numbering.LOWER_ALPHA, 9)]),
    ("V", [(Numbering.UPPER_ALPHA, 22), (Numbering.UPPER_ROMAN, 5)]),
    ("xiv", [(Numbering.LOWER_ROMAN, 14)]),
    ("iiii", []), ("vx", []), ("mmmmm", []),
])  # fmt: skip
def test_signs_are_read_as_what_they_may_mean(sign: str, meant: list[tuple[Numbering, int]]) -> None:
    assert list(read_number(sign)) == meant


@pytest.mark.parametrize("numbering", list(Numbering))
def test_what_is_said_is_read_as_it_was_meant(numbering: Numbering) -> None:
    most = 26 if "alpha" in numbering.value else 3999
    assert all((numbering, number) in read_number(said(number, numbering)) for number in range(1, most + 1))
