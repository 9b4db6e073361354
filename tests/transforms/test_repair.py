"""What holds of repair for every text: nothing goes without being named, and nothing is moved."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publish.diagnostics import Diagnostic, Report
from publish.model.book import Book, Manuscript, Metadata
from publish.model.front_matter import FrontMatter
from publish.model.walk import plain_text
from publish.readers import Source, read
from publish.transforms import Options, make_book
from publish.transforms.mid_sentence import continues
from publish.transforms.repair import repair

SUFFIXES = st.sampled_from([".md", ".txt"])
word = st.text(alphabet="abcdeéß", min_size=1, max_size=8) | st.sampled_from(["the", "der", "Mill", "of", "de\u00admand", "half-", "(so"])
sentence = st.builds(lambda words, end: " ".join(words) + end, st.lists(word, min_size=1, max_size=14), st.sampled_from([".", "", ",", ":", "”", ")"]))
of_pages = st.builds(
    lambda form, number: form.format(number), st.sampled_from(["{}", "The River Press {}", "{} The River Press", "Page {}", "example.org | {}"]),
    st.integers(1, 30),
) | st.sampled_from(["The River Press", "THE RIVER PRESS", "By Dora Kemp", "3 May 1934", "We demand:", "1931-\n1934", "on the slip-\nway by the slipway", "- light", "1. water", "To write: a@example.org"])  # fmt: skip
line = sentence | of_pages
document = st.lists(st.lists(line, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=12).map("\n\n".join)


def letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def words_of(manuscript: Manuscript) -> str:
    return letters(" ".join(plain_text(block) for block in manuscript.blocks))


def taken_out(report: Report) -> list[str]:
    return [letters(found.taken) for found in report.diagnostics if found.code == "M205"]


@settings(max_examples=100, deadline=None)
@given(document, SUFFIXES)
def test_what_is_taken_out_is_named_and_all_else_stays_in_its_order(text: str, suffix: str) -> None:
    manuscript = read(Source("x", suffix, text), Report())
    report = Report()
    before, after = words_of(manuscript), words_of(repair(manuscript, "en", report))
    signs = iter(before)
    assert all(sign in signs for sign in after), "the order is as it was"
    assert Counter(before) == Counter(after) + Counter("".join(taken_out(report)))


@settings(max_examples=100, deadline=None)
@given(document, SUFFIXES)
@example("a.\n\na a a a a a a.\nTo write: a@example.org\n\nde\u00admand.", ".txt").via("a paragraph joined onto a line that ends with a link")
def test_each_change_is_reported_with_its_line(text: str, suffix: str) -> None:
    report = Report()
    manuscript = read(Source("x", suffix, text), Report())
    repaired = repair(manuscript, "en", report)
    assert (repaired.blocks == manuscript.blocks) == (not [found for found in report.diagnostics if found.code != "M203"])
    lines = text.split("\n")
    for found in report.diagnostics:
        assert found.code in {"M201", "M202", "M203", "M204", "M205", "M206"}
        assert found.place is not None and 1 <= found.place.line <= len(lines)
        if found.code == "M205":
            assert letters(found.taken) == letters(lines[found.place.line - 1])


@settings(max_examples=100, deadline=None)
@given(document, SUFFIXES, st.booleans())
def test_no_letter_of_a_manuscript_is_lost_on_the_way_to_the_book(text: str, suffix: str, infer: bool) -> None:
    """The letters of the book and those that the report names are the letters of the manuscript."""
    manuscript = read(Source("x", suffix, text), Report())
    report = Report()
    book = make_book(manuscript, Metadata(), Path(), Options(infer=infer), report)
    found = Counter(_letters_of(book))
    for diagnostic in report.diagnostics:
        found.update(_letters_taken(diagnostic))
    for section in book.sections:
        for quote in (block for block in section.blocks if getattr(block, "attribution", ())):
            found.subtract(letters(plain_text(*quote.attribution)))
    assert +found == Counter(words_of(manuscript))


def _letters_of(book: Book) -> str:
    parts = [plain_text(*s.title, *s.lead) + " " + " ".join(plain_text(block) for block in s.blocks) for s in book.sections]
    return letters(" ".join(parts))


def _letters_taken(found: Diagnostic) -> str:
    """What was taken out, or went from the text into the metadata."""
    return letters(found.taken or str(found.values.get("title", "")))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Er sprach in der Versammlung der Fährleute von den Löhnen und der", "Unfallkasse."),
        ("Lors de la réunion, les passeurs ont parlé de leurs salaires et de la", "caisse de secours."),
        ("Durante la asamblea los barqueros hablaron de sus salarios y de la", "caja de socorro."),
        ("Na assembleia os barqueiros falaram dos seus salários e da", "caixa de socorro."),
        ("Durante l’assemblea i barcaioli parlarono dei loro salari e della", "Cassa di soccorso."),
        ("Toplantıda kayıkçılar ücretlerinden söz ettiler ve geçen yıl kurulan", "yardım sandığını anlattılar."),
        ("وتحدث العمال في الاجتماع الأخير عن أجورهم وساعات عملهم وعن ظروف السكن في", "المدينة القديمة."),
        ("船夫たちは昨夜の集会で賃金と労働時間について長い時間をかけて話し合い、そして", "救済基金についても話した。"),
        ('The meeting had read an article called "Boats and Those Who', 'Row Them," which was long.'),
        ("The ferries were to be counted again by the inspector and by the committee on", "3 May 1934."),
        ("It was agreed on the slipway (in the presence of the Mayor and", "Council) that boats be counted."),
        ("The ferries will be running again, so we were told, from Monday, 3 May,", "1934 at the latest. Or so they say."),
    ],
)
def test_a_sentence_goes_on_over_a_break(before: str, after: str) -> None:
    assert continues(f"The ferry was late, as always. {before}", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ferry workers and all of their friends met at the old slipway.", "and then they went home."),
        ("What the ferry workers and their friends are waiting for", "Nobody knows."),
        ("The ferry workers met at the slipway, the carters at the bridge, and so on, etc.", "the end"),
        ("The ferry workers want the following things to be done at once:", "light on the slipway"),
        ("Ferry Workers’ Committee, The Old Customs House on the Slipway", "ferry@example.org"),
        ("Ferry Workers’ Committee, The Old Customs House on the Slipway", "www.example.org"),
        ("The ferry workers want the following things to be done at once,", "a) light on the slipway"),
        ("Sehr geehrte Damen und Herren der Fährgesellschaft am Nordufer,", "wir schreiben Ihnen."),
        ("A ferry", "of our own"),
        ("What the ferry workers and their friends answered to that was no", "The end."),
        ("The ferries stand still, the carters stand still, and as long as it takes we shall carry on", "Come to the slipway."),
        ("Wir haben lange genug gewartet, und am Montag fangen wir auf beiden Seiten des Flusses an", "Kommt alle."),
        ("“Nobody has ever rowed across this river without being paid for it,”", "He fell silent."),
        ("渡し船の働き手たちが昨夜の集会で話し合ったこととその結果について", "賃金。"),
        ("昨夜的集会上船夫们谈到了他们的工资、工时，以及他们多年以来所要求的救济基金。", "没有人反对。"),
    ],
)
def test_what_may_be_separate_is_never_joined(before: str, after: str) -> None:
    assert not continues(before, after)


def test_repair_is_off_where_the_author_says_so_and_front_matter_makes_no_difference_to_it() -> None:
    text = "It was the year of the weighbridge.\n\nThe women who weigh the beets in the morning begin at five and\n\nend at six. It is cold.\n"
    plain = read(Source("x", ".txt", text), Report())
    given_front = read(Source("x", ".txt", text, front=(FrontMatter("title: T"),)), Report())

    def paragraphs(manuscript: Manuscript, switch: bool | None) -> int:
        return len(make_book(manuscript, Metadata(title="T"), Path(), Options(repair=switch), Report()).sections[0].blocks)

    assert [paragraphs(plain, switch) for switch in (None, True, False)] == [2, 2, 3]
    assert [paragraphs(given_front, switch) for switch in (None, True, False)] == [2, 2, 3]
