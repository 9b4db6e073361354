"""What is lost is found and named, and nothing else is."""

from __future__ import annotations

import random
import time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publish.checks.lossless.alignment import losses_in
from publish.checks.lossless.pieces import Piece
from publish.model.letters import letters
from publish.model.place import Place

# Long and short, in several scripts, with capitals, accents, ligatures and signs of other forms.
WORDS = (
    "the a no know in thing committee demand night buses ½ STRASSE Straße İstanbul ısı ﬁre naïve nai\u0308ve x 1918 "
    "حافلات الليل 夜班 公交 наконец Ὀδυσσεύς ΣΊΣΥΦΟΣ rock’n’roll twenty-four e.g. ﷺ c o2 ² प्रश्न"
).split()
# What a typesetter puts between pieces: folios, numbers, names of parts. No letters that a word could be made of.
INSERTED = st.lists(st.sampled_from(("7", "77.", "—", "\u2003", "“”", "7\n77")), max_size=3).map(" ".join)
BOOKS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), min_size=1, max_size=25)


def pieces(book: list[list[str]]) -> list[Piece]:
    """A piece a line, from line 1."""
    said = (" ".join(words) for words in book)
    return [Piece(text, letters(text), Place("b.md", line)) for line, text in enumerate(said, 1)]


def lines(*texts: str) -> list[Piece]:
    return pieces([text.split() for text in texts])


def named(expected: list[Piece], output: str) -> list[tuple[int, str]]:
    return [(loss.place.line, loss.words) for loss in losses_in(expected, letters(output))]


@settings(max_examples=60, deadline=None)
@given(BOOKS, st.data())
def test_insertions_between_pieces_lose_nothing(book, data):
    output = "".join(data.draw(INSERTED) + " ".join(words) for words in book)
    assert named(pieces(book), output) == []


@settings(max_examples=60, deadline=None)
@given(BOOKS, st.data())
def test_insertions_between_words_lose_nothing(book, data):
    output = "".join(f" 7 {word}" if data.draw(st.booleans()) else f" {word}" for words in book for word in words)
    assert named(pieces(book), output) == []


@settings(max_examples=100, deadline=None)
@given(BOOKS, st.data())
def test_a_deleted_word_is_missed_whichever_it_was(book, data):
    line = data.draw(st.integers(0, len(book) - 1))
    index = data.draw(st.integers(0, len(book[line]) - 1))
    gone = letters(book[line][index])
    output = [words if at != line else words[:index] + words[index + 1 :] for at, words in enumerate(book)]
    lost = named(pieces(book), " ".join(" ".join(words) for words in output))
    # More may be named where one piece repeats another, since nothing then tells the two apart.
    assert sum(len(letters(words)) for _, words in lost) >= len(gone)


UNLIKE = st.lists(st.text("bcdfghjklm", min_size=4, max_size=9), min_size=8, max_size=150, unique=True)


@settings(max_examples=60, deadline=None)
@given(UNLIKE, st.integers(1, 12), st.data())
def test_a_deleted_word_that_stands_nowhere_else_is_named_with_its_line(words, length, data):
    gone = data.draw(st.sampled_from(words))
    assume(sum(gone in word for word in words) == 1)
    book = [words[start : start + length] for start in range(0, len(words), length)]
    output = " 7 ".join(" ".join(word for word in line if word != gone) for line in book)
    assume(gone not in letters(output))
    line = next(number for number, line in enumerate(book, 1) if gone in line)
    assert named(pieces(book), output) == [(line, gone)]


@settings(max_examples=40, deadline=None)
@given(UNLIKE, st.data())
def test_two_words_swapped_far_apart_are_both_missed(words, data):
    first, second = sorted(data.draw(st.lists(st.sampled_from(range(len(words))), min_size=2, max_size=2, unique=True)))
    assume(second - first > 3)
    book = [words[start : start + 3] for start in range(0, len(words), 3)]
    swapped = list(words)
    swapped[first], swapped[second] = words[second], words[first]
    assert named(pieces(book), " ".join(swapped))


def test_a_lost_cell_is_named_though_its_letters_stand_in_the_next_words():
    expected = lines("yes", "no", "yes", "we know nothing of it")
    assert named(expected, "yes yes we know nothing of it") == [(2, "no")]


def test_of_paragraphs_that_say_the_same_the_lost_one_is_missed():
    refrain = "and every night the buses came too late for any of us to catch"
    expected = lines(refrain, "first verse of some length, sung by the whole depot together", refrain, "second verse", refrain)
    output = " ".join(piece.text for piece in expected if piece.place.line != 3)
    assert named(expected, output) == [(3, refrain)]


def test_a_whole_piece_is_not_blamed_for_its_neighbour():
    expected = lines("They met in the assembly", "Assembly Baker")
    assert named(expected, "Assembly Baker") == [(1, "They met in the assembly")]


def test_words_that_go_together_are_named_together():
    expected = lines("Nobody asked the drivers what they thought, and nobody heard them.")
    assert named(expected, "Nobody asked what they thought and nobody") == [(1, "the drivers … heard them")]


def test_a_single_sign_of_a_text_without_spaces_is_named():
    expected = lines("夜班公交车不应该收这么多钱", "我们要求免费乘车")
    assert named(expected, "夜班公交车不应该收这么钱 我们要求免费乘车") == [(1, "多")]


def test_line_ends_ligatures_capitals_and_accents_make_no_difference():
    said = "Straße İstanbul ısı ﬁre naïve ½ № X² ŒUVRE σίσυφος e\u0301te\u0301"
    set_as = "STRASSE\u00ad istanbul ISI fi-\nre nai\u0308ve 1⁄2 No x2 œuvre ΣΊΣΥΦΟΣ été"
    assert named(lines(said), set_as) == []


def test_a_sign_that_is_no_letter_by_itself_is_missed_when_it_stands_for_letters():
    assert named(lines("cold at 9 ℃ today"), "cold at 9 today") == [(1, "℃")]


def test_an_output_with_nothing_in_it_lacks_everything():
    assert named(lines("One.", "Two, and three."), "") == [(1, "One"), (2, "Two, and three")]


def long_book(words: int) -> list[Piece]:
    chance = random.Random(4)
    vocabulary = ["".join(chance.choices("abcdefghij", k=chance.randint(1, 9))) for _ in range(600)]
    return pieces([chance.choices(vocabulary, k=chance.choice((2, 8, 90, 140))) for _ in range(words // 60)])


def test_however_much_is_lost_the_time_stays_within_bounds():
    expected = long_book(120_000)
    everything = "".join(piece.letters for piece in expected)
    outputs = (everything, "", everything[::-1], everything[::2], everything[len(everything) // 2 :], "a" * len(everything))
    for output in outputs:
        before = time.process_time()
        losses_in(expected, output)
        assert time.process_time() - before < 1  # it takes a tenth of that on a machine with nothing else to do


def test_many_short_pieces_without_any_long_one_are_named_exactly():
    cells = [f"{number}" for number in range(10_000, 14_000)]
    lost = cells.pop(2_000)
    expected = lines(*cells[:2_000], lost, *cells[2_000:])
    assert named(expected, " ".join(cells)) == [(2_001, lost)]
