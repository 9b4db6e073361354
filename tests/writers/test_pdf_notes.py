"""Notes stand at the foot of the page that calls them; where there is no room, at the end of their section, and never nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publish.model.nodes import Emphasis, Note, Paragraph
from publish.model.place import Place
from publish.styles import find_style
from tests.writers.pdfs import Printed, printed
from tests.writers.sample import book, chapter, note, paragraph, text


def calls(number: int, each: str, between: str = "Some words of the text. ") -> list[Paragraph]:
    """Paragraphs of text, each with a note; the two are known by a letter."""
    letters = (chr(97 + count // 26) + chr(97 + count % 26) for count in range(number))
    return [paragraph(f"{between}Call {letter}", note(f"Note {letter}. {each}"), " ends.") for letter in letters]


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it_or_of_the_next():
    made = printed(book(chapter(*calls(18, "At the foot of a page.", "Words of the text, and more of them, and more. " * 6))))
    assert made.losses == []
    later = [_page_of(made, f"Note {name}.") - _page_of(made, f"Call {name}") for name in re.findall(r"Call (\w\w)", " ".join(made.pdf.texts))]
    assert len(later) == 18
    assert set(later) <= {0, 1}
    assert later.count(0) >= 16
    assert [said[:4] for said in made.said] == ["P116"] * any(later)
    for words in made.pdf.words:
        noted = [word.top for word in words if word.text == "Note"]
        assert max((word.bottom for word in words if word.text == "Call"), default=0) < min(noted, default=1000)


def _page_of(made: Printed, words: str) -> int:
    return next(page for page, text in enumerate(made.pdf.texts) if words in text)


def test_notes_are_numbered_through_the_book():
    made = printed(book(*(chapter(*calls(2, "Here."), title=f"Chapter {name}", name=name) for name in ("one", "two"))))
    assert re.findall(r"(\d) Note (\w\w)", " ".join(made.pdf.texts)) == [("1", "aa"), ("2", "ab"), ("3", "aa"), ("4", "ab")]


def test_a_note_longer_than_a_page_moves_to_the_end_of_its_section():
    long = Note((paragraph("Far too long for the foot of any page. " * 90),), place=Place("n.md", 9))
    first = chapter(paragraph("One", note("First."), " two", long, " three", note("Third."), "."), paragraph("And on."), name="one")
    made = printed(book(first, chapter(paragraph("Another."), name="two", title="Two")))
    assert made.losses == []
    assert made.said == [
        "n.md:9: P104 warning: no room at the foot of the page for note 2: set at the end of its section (shorter notes, or fewer to a page, stay at its foot)"
    ]
    text = " ".join(made.pdf.texts)
    assert text.index("Notes 2 Far too long") > text.index("And on.")
    assert text.index("Notes 2 Far too long") < text.index("Another.")
    call = [target for said, target in made.pdf.links(made.pdf.page_of("One")) if said == "2"]
    assert call == [next(page for page, words in enumerate(made.pdf.texts, 1) if "Notes 2" in words)]


@pytest.mark.parametrize("length", [1, 25, 50])
def test_more_notes_than_a_page_has_room_for_are_all_there(length):
    body = paragraph(*(part for number in range(24) for part in (f"word {number}", note(f"Note {number} " + "says so and so " * length))))
    made = printed(book(chapter(body)))
    assert made.losses == []
    words = " ".join(made.pdf.texts)
    assert all(f"Note {number} says" in words for number in range(24))


def test_notes_that_say_the_same_are_counted():
    made = printed(book(chapter(*(paragraph(f"Call {number}", note("Ibid."), ".") for number in range(30)))))
    assert made.losses == []
    assert " ".join(made.pdf.texts).count("Ibid.") == 30


def test_a_note_may_hold_whatever_a_text_holds():
    many = note("First of two.", "Second of two.")
    marked = Note((Paragraph((Emphasis(text("Ours")), *text(", and nobody’s"))),))
    made = printed(book(chapter(paragraph("One", many, ", two", marked, "."))))
    assert made.losses == []
    assert made.said == []
    assert "First of two. Second of two. 2 Ours, and nobody’s" in made.pdf.texts[0]


def test_a_note_called_in_a_note_is_there():
    deep = Note((Paragraph((*text("Outer"), note("Inner."), *text(" and out."))),))
    made = printed(book(chapter(paragraph("One", deep, " and two", note("Last."), "."))))
    assert made.losses == []
    assert all(words in " ".join(made.pdf.texts) for words in ("Outer", "and out.", "Inner.", "Last."))


def test_notes_never_stand_over_the_text():
    made = printed(book(chapter(*calls(60, "A note of middling length that takes a line or two of the foot."))))
    assert made.losses == []
    for words in made.pdf.words[1:]:
        noted = [word.top for word in words if word.text == "Note"]
        assert all(word.bottom <= min(noted, default=1000) + 1 for word in words if word.text in ("Some", "Call", "ends."))


def test_a_rule_above_the_notes_leaves_no_page_empty_for_their_sake():
    prose = "Words of the text, and more of them, and more. " * 7
    made = printed(book(chapter(*calls(14, "At the foot of a page. " * 3, prose))), find_style("copier", Path(__file__).parent))
    assert made.losses == []
    assert min(len(words) for words in made.pdf.words[2:-1]) > 100
