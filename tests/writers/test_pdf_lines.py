"""Justified paragraphs as a reader of the page sees them, and as one who copies from it gets them."""

from __future__ import annotations

import inspect
import itertools
import re
from collections import Counter
from functools import cache

import pytest

from publish.model.nodes import Code, DropCap, Emphasis, LineBreak, Link, Paragraph, SmallCaps, Span, Strong, Text
from publish.typesetting import patches
from publish.typesetting.composing.compositor import Compositor
from tests.writers.pdfs import Pdf, Printed, printed
from tests.writers.sample import book, chapter, everything, note, paragraph, text

PROSE = (
    "Before the bakery opened, the drivers had met in the canteen of the depot and counted, by the light of "
    "two lanterns, what the winter had cost them: nineteen shifts without heating, four vehicles without brakes, "
    "and a representative who answered unquestionably friendly letters with further letters. Nobody shouted. "
    "The oldest of them, who had seen eleven timetables and as many managers, proposed that they should write "
    "down everything that was needed for one ordinary working day, and nothing more, and that they should not "
    "leave the building until every line of it was signed."
)


@cache
def made() -> Printed:
    return printed(book(chapter(*[paragraph(PROSE)] * 12)))


def full_lines(pdf: Pdf, page: int) -> list[list]:
    """The lines of a page that are followed by another of the same paragraph, each as its words from left to right."""
    rows: dict[int, list] = {}
    for word in pdf.words[page]:
        rows.setdefault(round(word.bottom), []).append(word)
    lines = [sorted(row, key=lambda word: word.left) for _, row in sorted(rows.items())]
    return [line for line in lines if len(line) > 6 and not line[-1].text.endswith("signed.")]


def whole(extracted: str) -> str:
    """What was extracted in one line, with words that were divided at line ends made whole."""
    return " ".join(re.sub(r"[-‐]\n", "", extracted).split())


def test_lines_end_at_the_edge_of_the_text_or_hang_out_by_their_punctuation_alone():
    for page in range(1, len(made().pdf.words) - 1):
        lines = full_lines(made().pdf, page)
        edge = min(line[-1].right for line in lines if line[-1].text[-1].isalpha())
        for line in lines:
            hangs = {"-": 1.43, "‐": 1.43, ".": 1.32, ",": 1.32, ":": 0.77}.get(line[-1].text[-1], 0)
            assert line[-1].right == pytest.approx(edge + hangs, abs=0.15), line[-1].text


def test_gaps_are_even():
    gaps = []
    for page in range(1, len(made().pdf.words) - 1):
        for line in full_lines(made().pdf, page):
            gaps.append(sum(b.left - a.right for a, b in itertools.pairwise(line)) / (len(line) - 1) / 11)
    assert len(gaps) > 40
    # Narrower ones are taken for none by programs that copy text by its places.
    assert min(gaps) > 0.15
    assert max(gaps) < 0.4


def test_no_line_follows_two_that_end_in_a_hyphen_with_a_third():
    for page in range(len(made().pdf.words)):
        ends = "".join("-" if line[-1].text.endswith(("-", "‐")) else "." for line in full_lines(made().pdf, page))
        assert "---" not in ends


def test_copied_text_is_what_was_written_with_plain_spaces():
    said = whole(made().pdf.run("pdftotext", "-layout", "FILE", "-"))
    assert not set(said) & set("\u00a0\u00ad\u200b\u2010\ufffe")
    assert PROSE[:300] in said
    assert made().losses == []


def test_the_same_words_are_extracted_as_from_weasyprints_own_lines(monkeypatch):
    content = (
        *text("Nobody "), Emphasis(text("who was there")), *text(" denies it: "), Strong((Emphasis(text("all")), Text(" of them signed"))),
        *text(", the "), SmallCaps(text("tram drivers")), *text(" and even the "), Link(text("ticket office"), "https://example.org/office"),
        *text(", as the "), Span(text("procès-verbal"), lang="fr"), *text(" and "), Code("minutes.txt"), *text(" agree"),
        *text(". "),
    )  # fmt: skip
    made = book(chapter(paragraph(*content * 6), paragraph(PROSE)))
    ours = printed(made)
    monkeypatch.setattr(patches, "KNOWN_VERSIONS", ())
    theirs = printed(made)
    assert ours.losses == theirs.losses == []
    # The number of a page stands where the page ends, which need not be after the same word; and a hyphen at a line's end is taken out.
    extracted = [Counter(whole(made.pdf.run("pdftotext", "-raw", "FILE", "-")).replace("-", "").split()) for made in (ours, theirs)]
    assert extracted[0] == extracted[1]
    assert set(ours.pdf.links(1)) == set(theirs.pdf.links(1))  # a link on two lines is two


def told(made: Printed) -> str:
    return next(said for said in made.details if "P120" in said)


def test_paragraphs_with_more_than_words_are_counted_and_left_to_weasyprint():
    verse = paragraph(PROSE, LineBreak(), PROSE)
    arabic = paragraph(f"{PROSE} سلام")
    said = told(printed(book(chapter(paragraph(PROSE), verse, arabic, paragraph(PROSE)))))
    assert "2 justified paragraphs broken into lines as a whole, 2 line by line" in said


def test_in_a_version_of_weasyprint_that_nobody_knows_pages_are_made_by_it_alone(monkeypatch):
    monkeypatch.setattr(patches, "KNOWN_VERSIONS", ("1871.",))
    assert printed(everything()).losses == []  # notes, lists, tables
    made = printed(book(chapter(paragraph(PROSE))))
    assert made.losses == []
    assert "0 justified paragraphs" in told(made)
    assert PROSE[:60] in " ".join(made.pdf.texts)


def test_weasyprint_still_has_what_our_lines_take_the_place_of():
    from weasyprint import __version__
    from weasyprint.draw import text
    from weasyprint.layout import block, inline
    from weasyprint.text import line_break

    assert __version__.startswith(patches.KNOWN_VERSIONS)
    ours = list(inspect.signature(Compositor.iter_line_boxes).parameters)[2:]
    assert list(inspect.signature(block.iter_line_boxes).parameters) == ours
    assert list(inspect.signature(text.draw_first_line).parameters) == ["stream", "textbox", "text_overflow", "block_ellipsis", "matrix"]
    assert all(hasattr(inline, name) for name in ("_adjust_line_height", "line_box_verticality", "resolve_one_percentage"))
    assert {"reactivate", "deactivate", "get_first_line"} <= set(vars(line_break.Layout))


def test_words_are_divided_in_text_that_follows_text_without_hyphens():
    made = printed(book(chapter(*[paragraph(PROSE)] * 40)), shape="a6")
    assert re.search(r"\w[-‐]\n", made.pdf.run("pdftotext", "-f", "3", "FILE", "-"))


def test_unhyphenated_text_has_no_hyphens():
    made = printed(book(chapter(*[paragraph(PROSE)] * 4)), hyphenate=False)
    assert not re.search(r"[-‐]\n", made.pdf.run("pdftotext", "FILE", "-"))
    assert made.losses == []


def test_the_call_of_a_note_never_begins_a_line():
    content = [part for number in range(40) for part in (f"Said of {'so ' * (number % 5)}many. ", "Nobody denies it", note("See there."))]
    made = printed(book(chapter(paragraph(*content))), shape="a6")
    lines = made.pdf.run("pdftotext", "-raw", "FILE", "-").splitlines()
    assert not [line for line in lines if re.match(r"\d+ ?Said", line)]


def test_below_a_drop_cap_a_paragraph_is_set_as_evenly_as_any_other():
    made = printed(book(chapter(Paragraph((DropCap(text("B")), Text(PROSE[1:]))), paragraph(PROSE))))
    assert made.losses == []
    assert PROSE[:120] in whole(made.pdf.run("pdftotext", "FILE", "-"))
    below = [line for line in full_lines(made.pdf, 0) if line[0].left < 60][1:]
    gaps = [sum(b.left - a.right for a, b in itertools.pairwise(line)) / (len(line) - 1) / 11 for line in below]
    assert len(gaps) > 8
    assert max(gaps) < 0.32
