"""What is wrong with finished pages is told with their numbers, and mended where that is cheap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publish.diagnostics import Report, Severity
from publish.layout.proof import Fault, faults
from publish.model.nodes import Heading, Role
from publish.writers.paper import pdf
from publish.writers.paper.fit import LaidOut
from publish.writers.paper.page_findings import tell_of_pages
from tests.layout.test_proof import page
from tests.writers.pdfs import printed
from tests.writers.sample import book, chapter, note, ordered, paragraph, text

WORDS = "The last bus leaves the depot with three people on it and a driver who knows them all by name. "
PLAIN = {"cover": "no", "title_page": "no", "contents": "no", "chapters": "run-on", "hyphenate": False}


@pytest.fixture
def laid(monkeypatch) -> list[LaidOut]:
    """All that is laid out, in turn; the last is what is printed, unless mending made it worse."""
    made: list[LaidOut] = []
    lay_out = pdf._Press._laid_out

    def watched(*given):
        made.append(lay_out(*given))
        return made[-1]

    monkeypatch.setattr(pdf._Press, "_laid_out", watched)
    return made


def prose(paragraphs: int, *more):
    blocks = [paragraph(f"{number}. " + WORDS * (3 + number * 7 % 5)) for number in range(paragraphs)]
    demands = replace(chapter(ordered("A bus"), title="What we want", name="wants"), role=Role.DEMANDS)
    return book(chapter(*blocks, *more), demands)


def test_a_text_without_faults_is_laid_out_once_and_nothing_is_said(laid):
    made = printed(prose(8), **PLAIN)
    assert len(laid) == 1
    assert [found for found in made.report.diagnostics if found.code.startswith("P11")] == []


def test_a_last_page_with_a_few_lines_is_mended_by_one_more_layout(laid):
    for count in range(16, 60):
        laid.clear()
        printed(prose(count), **PLAIN)
        if len(laid) > 1:
            break
    first, again = laid
    leading = first.setup.page.leading
    assert Fault.SHORT in {fault for fault, _ in faults(first.proof, leading)}
    assert faults(again.proof, leading) == []
    assert {abs(lines) for lines in again.setup.longer.values()} == {1}


def test_pages_are_read_as_they_stand(laid):
    printed(prose(12, Heading(2, text("After midnight"), id="after"), paragraph("Short.", note("A note."))), **PLAIN)
    proof = laid[-1].proof
    assert [one.number for one in proof] == list(range(1, len(proof) + 1))
    assert [one.number for one in proof if one.opens] == [1, len(proof)]
    assert not proof[-1].flows
    assert [one.called for one in proof if one.called] == [frozenset((1,))] == [one.noted for one in proof if one.noted]
    full = proof[0]
    assert full.end <= full.foot + 1
    assert all(low.top <= high.top for low, high in zip(full.lines, full.lines[1:], strict=False))


def test_faults_of_a_kind_are_told_once_with_all_their_pages():
    report = Report()
    widowed = [page(number, (number, 1), (number + 1, 29)) for number in range(1, 5)]
    tell_of_pages(widowed, 14, report)
    said = [(found.code, found.severity, found.message) for found in report.diagnostics]
    assert said == [("P110", Severity.WARNING, "pages 2, 3 and 4 begin with the last line of a paragraph")]


def test_a_paragraph_that_ends_in_a_colon_stays_with_what_comes_next(laid):
    """Wherever on the page it falls: a line more before it each time."""
    for count in range(24, 40):
        lines = [paragraph("A line.") for _ in range(count)]
        printed(book(chapter(*lines, paragraph("This is what we ask:"), paragraph(WORDS * 4))), **PLAIN)
        assert (Fault.LEAD_IN, 1) not in faults(laid[-1].proof, laid[-1].setup.page.leading)
