"""Excerpts: the words that a finding is about, found where they stand."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from publish.diagnostics import Diagnostic, Severity
from publish.model.place import Place
from publish.reports.excerpts import ExcerptLine, Excerpts, Stretch, phrases_of, quoted


def excerpt(text: str, line: int, message: str) -> tuple[ExcerptLine, ...]:
    return Excerpts({"a.md": text}).excerpt(Diagnostic("R101", Severity.INFO, message, Place("a.md", line)))


def marked(text: str, message: str, line: int = 1) -> list[tuple[int, str]]:
    """The marked words of an excerpt, each with its line."""
    lines = excerpt(text, line, message)
    return [(one.number, piece.text) for one in lines for piece in one.pieces if piece.marked]


def shown(line: ExcerptLine) -> str:
    return "".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("“six ,” has a space", ("six ,",)),
        ("the key `autor` is not known", ("autor",)),
        ("“one” here and “two” there, “one” again", ("one", "two")),
        ("this begins “The ferry leaves at …”", ("The ferry leaves at",)),
        ("“… and nobody … waits”", ("and nobody", "waits")),
        ("nothing is quoted here, “”, ``, “…”", ()),
    ],
)
def test_a_message_quotes_words(message: str, words: tuple[str, ...]) -> None:
    assert quoted(message) == words


def test_words_that_are_a_value_are_looked_for_as_they_are_whatever_marks_they_hold() -> None:
    found = Diagnostic("M205", Severity.INFO, "running head taken out: “THE “NIGHT” BUS” → nothing", values={"taken": "THE “NIGHT” BUS"})
    assert phrases_of(found) == ("THE “NIGHT” BUS",)


def test_the_quoted_words_are_marked_and_nothing_else() -> None:
    lines = excerpt("One.\n\nThe ferry leaves at six , they say.\n\nTwo.", 3, "a space: “six ,”")
    assert [(line.number, line.about, shown(line)) for line in lines] == [
        (1, False, "One."), (3, True, "The ferry leaves at six , they say."), (5, False, "Two."),
    ]  # fmt: skip
    assert [piece.text for line in lines for piece in line.pieces if piece.marked] == ["six ,"]


@pytest.mark.parametrize(
    ("text", "message", "words"),
    [
        ("It is *not* so.", "“is not so”", ["is *not* so"]),
        ('She said "no" twice.', "“said “no” twice”", ["no"]),
        ("She said \"well\" — and 'no'.", "“ — and ‘no’”", ["— and 'no'"]),
        ("Don't", "“Don’t”", ["Don't"]),
        ("A theme of the theatre: the end.", "“the”", ["the", "the"]),
        ("Theatres", "“Theat…”", ["Theat"]),
        ("no such words", "“others”", []),
        ("[the timetable](t.html) lies", "“the timetable lies”", []),
    ],
)
def test_words_are_found_past_marks_and_forms_of_quotes(text: str, message: str, words: list[str]) -> None:
    assert [found for _, found in marked(text, message)] == words


def test_a_place_with_a_column_says_where_the_words_are() -> None:
    excerpts = Excerpts({"a.md": "The end of the the bus.\nthe end"})
    exact = Diagnostic("R121", Severity.WARNING, "“the” stands twice", Place("a.md", 1, 12, 7))
    assert excerpts.marks(exact) == {1: [Stretch(11, 18)]}
    # The text may have changed since.
    assert excerpts.marks(replace(exact, place=Place("a.md", 2, 12, 7))) == {2: [Stretch(0, 3)]}


def test_words_that_a_line_end_divides_are_marked_on_both_lines() -> None:
    assert marked("# Title\n\nThe last ferry\nleaves at six.", "“ferry leaves”", 3) == [(3, "ferry"), (4, "leaves")]


def test_words_are_looked_for_no_further_than_the_paragraph() -> None:
    assert marked("The last\n\nferry leaves.", "“ferry”") == []
    assert marked("The last\nferry leaves.", "“ferry”") == [(2, "ferry")]


def test_a_long_line_is_shortened_around_the_words() -> None:
    text = f"{'before ' * 300}needle{' behind' * 300}"
    (line,) = excerpt(text, 1, "“needle”")
    assert shown(line).startswith("…\u00a0before ") and shown(line).endswith(" behind\u00a0…")
    assert "needle" in shown(line)
    assert len(shown(line)) < 400


def test_no_few_last_words_are_left_out() -> None:
    text = f"needle{' behind' * 28}"
    assert len(text) > 190
    (line,) = excerpt(text, 1, "“needle”")
    assert shown(line) == text


def test_lines_may_end_in_any_way() -> None:
    for end in ("\n", "\r\n", "\r"):
        lines = excerpt(end.join(("one", "two\u2028\x0c", "three")), 2, "")
        assert [line.number for line in lines] == [1, 2, 3]


def test_where_there_is_no_such_line_or_text_there_is_no_excerpt() -> None:
    assert excerpt("one", 2, "") == excerpt("one", 0, "") == ()
    assert Excerpts({}).excerpt(Diagnostic("R101", Severity.INFO, "“one”", Place("a.md", 1))) == ()


@given(some.text(max_size=400), some.integers(0, 12), some.text(max_size=60))
def test_what_is_shown_stands_in_the_text(text: str, line: int, words: str) -> None:
    lines = Excerpts({"a.md": text}).lines("a.md")
    for one in excerpt(text, line, f"“{words}”"):
        own = [piece.text for piece in one.pieces if piece.text not in ("…\u00a0", "\u00a0…")]
        said = "".join(own).removeprefix("…\u00a0").removesuffix("\u00a0…")
        assert said in lines[one.number - 1]


@pytest.mark.parametrize("words", ["* * * * * * *", "a a a a a a a b", "_ [ _ [ _ [ _", "x" * 400])
def test_no_text_makes_the_search_slow(words: str) -> None:
    for text in ("*" * 20_000, "a " * 10_000, "_[ " * 7_000, "x" * 20_000, " " * 20_000):
        begun = time.process_time()
        excerpt(text, 1, f"“{words}”")
        assert time.process_time() - begun < 0.5
