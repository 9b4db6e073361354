"""Every word of a manuscript is in its book, and every word of a book in its outputs; a lost one is named with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publish.checks.lossless.nothing_lost import lost_in_transforms, report_losses
from publish.checks.lossless.pieces import pieces_of, pieces_of_book
from publish.diagnostics import Report
from publish.model.book import Book, Metadata, Section
from publish.model.nodes import Code, Emphasis, Image, Link, Paragraph, Role, Text
from publish.model.place import Place
from publish.workflows import reading
from publish.workflows.reading import Wanted, read_manuscript
from tests.writers.sample import book, chapter, everything, note, paragraph, text

ROOT = Path(__file__).parents[2]
TEXTS = sorted(path for room in ("readers", "transforms") for path in (ROOT / "tests" / room / "golden").glob("*.txt"))


def said(made: Book) -> tuple[str, str]:
    """The words of the text and those of the notes, as an output that lacks nothing has them."""
    pieces = pieces_of_book(made)
    return tuple("\n".join(piece.text for piece in pieces if bool(piece.note) is notes) for notes in (False, True))


def found(made: Book, body: str, notes: str = "") -> list[str]:
    report = Report()
    report_losses(made, body, notes, "night.pdf", report)
    return [f"{one.code} {one.place}: {one.message}" for one in report.diagnostics]


@pytest.mark.parametrize("phrase", [
    "Night buses", "those who ride them", "Ann Author", "Bob Writer",  # the title page
    "at the last stop", "no one told the night", "a song of the depot", "Cy Third",
    "The last bus home", "At ten to one", "not published until", "the figures", "NBC", "servicio nocturno", "A new line",
    "The square & the hour", "people who might come", "in its answer of May", "two in the morning", "flasks", "tea",
    "N1 < N7", "somebody has called", "Al final", "What we demand", "The night workers demand", "No sackings",
    "Figures and words", "What runs between midnight", "Fare", "11.40", "Split shift", "On paper, a rest",
    "nights@example.org", "after hours",
])  # fmt: skip
def test_whatever_part_of_a_book_is_lost_it_is_named(phrase):
    made = everything()
    body, notes = said(made)
    assert phrase in body + notes
    assert found(made, body, notes) == []
    problems = found(made, body.replace(phrase, "", 1), notes.replace(phrase, "", 1))
    assert len(problems) == 1
    assert phrase.strip(".,")[:5] in problems[0]


def test_a_lost_word_is_named_with_the_line_of_the_text_it_stood_in():
    here = replace(paragraph(), content=(Text("We stood at the ", place=Place("n.md", 7)), Emphasis((Text("closed", place=Place("n.md", 8)),)), Text(" gate.")))
    assert found(book(chapter(here)), "Night buses What those who drive them and those who ride them want "
                 "Ann Author and Bob Writer The last bus home We stood at the gate.") == [
        "L101 n.md:7: lost on the way to night.pdf: “closed”"
    ]  # fmt: skip


def test_words_without_a_line_of_their_own_have_that_of_their_block():
    coded = Paragraph((Code("make pdf"), Image("a.png")), place=Place("n.md", 12))
    assert [piece.place.line for piece in pieces_of((coded,))] == [12]


def test_a_lost_note_is_named_by_its_number():
    made = book(chapter(paragraph("One", note("First of all."), " and two", note("Ibid."), " and three", note("Ibid."), ".")))
    body, _ = said(made)
    assert found(made, body, "1 First of all. 2 Ibid.") == ["L101 None: lost on the way to note 3 of night.pdf: “Ibid”"]


def test_a_note_that_is_called_in_a_note_comes_after_it():
    deep = note("Outer.")
    deep = replace(deep, blocks=(paragraph("Outer, ", note("inner"), "and outer again."),))
    made = book(chapter(paragraph("Word", deep, ".")))
    assert found(made, said(made)[0], "1 Outer, 2 and outer again. 2 inner") == []


def test_a_picture_is_described_and_not_read_out():
    made = book(chapter(paragraph("Before ", Image("a.png", "a depot"), " after.")))
    assert "depot" not in said(made)[0]


def test_a_book_without_title_has_no_title_page_to_lose():
    made = book(chapter(paragraph("Words."), title=""), title="")
    assert found(made, "Words.") == []


def test_a_file_that_lost_nearly_all_is_described_shortly():
    made = book(chapter(*(paragraph(f"Paragraph number {number}.") for number in range(300))))
    problems = found(made, "nothing of the kind")
    assert len(problems) == 21
    assert problems[-1] == "L101 None: words are lost in 285 more places"
    assert all(len(problem) < 200 for problem in problems)


# From manuscript to book --------------------------------------------------------------------------


def lost_on_the_way(manuscript: Path, monkeypatch, change=lambda made: made) -> list[str]:
    """What is said to be lost when a manuscript is read, and its book changed."""
    blocks = []
    read = reading.read

    def listening(*given):
        manuscript = read(*given)
        blocks.extend(manuscript.blocks)
        return manuscript

    monkeypatch.setattr(reading, "read", listening)
    report = Report()
    made = change(read_manuscript(manuscript, Wanted(), report).book)
    before = len(report.diagnostics)
    lost_in_transforms(blocks, made, report)
    return [str(one) for one in report.diagnostics[before:]]


@pytest.mark.parametrize("name", ["caravan.md", "es-plaza.md", "night-buses.md", "reader"])
def test_the_sample_manuscripts_lose_nothing_on_the_way_to_their_books(name, monkeypatch):
    assert lost_on_the_way(ROOT / "manuscripts" / name, monkeypatch) == []


def test_the_acceptance_text_loses_nothing_on_the_way_to_its_book(shared, monkeypatch):
    assert lost_on_the_way(shared / "manuscripts" / "migrant-caravan.md", monkeypatch) == []


@pytest.mark.parametrize("golden", TEXTS, ids=lambda path: path.stem)
def test_no_alarm_is_false(golden, tmp_path, monkeypatch):
    """Whatever readers and steps are tried with, pasted or marked up, becomes a book with all its words."""
    manuscript = tmp_path / ("in.txt" if "text" in golden.stem else "in.md")
    manuscript.write_text(golden.read_text(encoding="utf-8").partition("\n.\n")[0], encoding="utf-8")
    assert lost_on_the_way(manuscript, monkeypatch) == []


def pasted(tmp_path) -> Path:
    file = tmp_path / "pasted.txt"
    file.write_text(
        "The Lift\n\nBy Ida Rowe\n\n4 May 2024\n\nWe carried the piano up six floors be-\ncause the lift was out, and because\n\n"
        "the landlord was.\n\nNobody helped us but the man from the\n\n– 12 –\n\nfourth floor, whose piano it was, "
        "and who was eighty.\n\nAfter that we did it again and again in the\n\n– 13 –\n\nyears to come.\n",
        encoding="utf-8",
    )
    return file


def test_what_repair_took_out_is_no_loss(tmp_path, monkeypatch):
    assert lost_on_the_way(pasted(tmp_path), monkeypatch) == []


@pytest.mark.parametrize("head", ["THE “NIGHT” BUS PAPERS", "“The Night Bus Papers”", 'THE "NIGHT" BUS PAPERS', "夜間「バス」新聞"])
def test_what_repair_took_out_is_no_loss_whatever_marks_stand_in_it(head, tmp_path, monkeypatch):
    pages = (
        "The last bus leaves the depot at ten minutes to one, and whoever has missed it walks home along the",
        "ring road, where there is no pavement and no lamp between the mill and the bridge, for as long as the",
        "council says that the money is not there, which it has said at each of its meetings since the spring of",
        "last year, when the contract was signed and the night buses were taken out of it.",
    )
    file = tmp_path / "papers.txt"
    file.write_text("The Night Bus Papers\n\n" + "".join(f"{head}\n\n{page}\n\n{at}\n\n" for at, page in enumerate(pages, 1)), encoding="utf-8")
    assert lost_on_the_way(file, monkeypatch) == []
    report = Report()
    (section,) = read_manuscript(file, Wanted(), report).book.sections
    assert [found.taken for found in report.diagnostics if found.code == "M205"].count(head) == 4
    assert len(section.blocks) == 1


def test_a_paragraph_that_a_step_dropped_is_named_with_its_line(tmp_path, monkeypatch):
    def without_the_last(made: Book) -> Book:
        section = made.sections[-1]
        return replace(made, sections=(*made.sections[:-1], replace(section, blocks=section.blocks[:-1])))

    problems = lost_on_the_way(pasted(tmp_path), monkeypatch, without_the_last)
    assert [problem[problem.index("pasted.txt") :] for problem in problems] == [
        "pasted.txt:18: L102 error: lost between manuscript and book: “After that we did it again and again in the” (this is a fault of the program)",
        "pasted.txt:22: L102 error: lost between manuscript and book: “years to come” (this is a fault of the program)",
    ]


def test_a_word_that_a_step_dropped_is_named():
    blocks = (paragraph("All of us, and none of them."), paragraph("None at all."))
    made = book(chapter(paragraph("All of us, and of them."), paragraph("None at all."), title=""))
    report = Report()
    lost_in_transforms(blocks, made, report)
    assert [one.message for one in report.diagnostics] == ["lost between manuscript and book: “none”"]


def test_words_that_only_moved_are_not_lost():
    blocks = (paragraph("By Ann Author"), paragraph("Printed at the office."), paragraph("We walked home."))
    imprint = Section(Role.IMPRINT, (paragraph("Printed at the office."),))
    made = Book(Metadata(), (chapter(paragraph("We walked home."), title=""), imprint))
    report = Report()
    lost_in_transforms(blocks[1:], made, report)
    assert report.diagnostics == []


def test_a_note_and_a_link_inside_a_heading_are_looked_for_too():
    blocks = (paragraph("See ", Link(text("the map"), "https://example.org/map"), note("Drawn by hand."), "."),)
    made = book(chapter(paragraph("See ", Link(text("the"), "https://example.org/map"), note("Drawn."), "."), title=""))
    report = Report()
    lost_in_transforms(blocks, made, report)
    assert [one.message for one in report.diagnostics] == [
        "lost between manuscript and book: “map”", "lost between manuscript and book: “by hand”"
    ]  # fmt: skip
