"""Where links lead is said on paper behind the whole word, and neither there nor elsewhere does it hide a loss."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from publish.checks.lossless.nothing_lost import losses, report_losses
from publish.checks.lossless.pieces import pieces_of_book
from publish.diagnostics import Report
from publish.model.book import Book, Metadata, Section
from publish.model.letters import letters
from publish.model.nodes import Inlines, Note, Role
from publish.model.walk import children
from publish.readers import Source, read
from publish.settings.values import Settings
from publish.writers import WRITERS, Order
from publish.writers.markup.xhtml import Xhtml
from publish.writers.paper.printed_links import with_printed_links
from tests.writers.sample import style

LOG = "https://example.org/log"


def made(markdown: str, lang: str = "en", role: Role = Role.CHAPTER) -> Book:
    blocks = read(Source("x.md", ".md", markdown), Report()).blocks
    return Book(Metadata(title="Logs", lang=lang), (Section(role, blocks, id="a"),))


def shown(content: Inlines) -> str:
    """The words of a run with ``^`` for the call of a note."""
    return "".join("^" if isinstance(node, Note) else getattr(node, "text", "") or shown(tuple(children(node))) for node in content)


def printed(markdown: str, lang: str = "en", role: Role = Role.CHAPTER) -> str:
    """A paragraph as it stands on paper."""
    return shown(with_printed_links(made(markdown, lang, role)).sections[0].blocks)


@pytest.mark.parametrize(
    ("written", "on_paper"),
    [
        (f"kept in [the log]({LOG}) of", "kept in the log^ of"),
        (f"[the Committee]({LOG})'s log", "the Committee's^ log"),
        (f"[the Committee]({LOG})’s, too", "the Committee’s,^ too"),
        (f"[the members]({LOG})’ log", "the members’^ log"),
        (f"a [log]({LOG})-like book", "a log-like^ book"),
        (f"a pre[log]({LOG})ue, too", "a prelogue,^ too"),
        (f"[the log]({LOG})(2019)", "the log^(2019)"),
        (f"([the log]({LOG}))", "(the log^)"),
        (f"“[the log]({LOG})”, it says", "“the log”,^ it says"),
        (f"“[the log]({LOG}).”", "“the log.”^"),
        (f"[the log]({LOG}) — and", "the log^ — and"),
        (f"[the log]({LOG})—and", "the log^—and"),
        (f"[the log]({LOG})|more", "the log^|more"),
        (f"[log]({LOG}).txt’s end", "log.txt’s^ end"),
        (f"*[The Log]({LOG})*’s last page.", "The Log’s^ last page."),
        (f"*see **[The Log]({LOG})***, page 3", "see The Log,^ page 3"),
        (f"[one]({LOG})[two]({LOG}2)s.", "one^twos.^"),
        (f"[日誌]({LOG})、次の", "日誌^、次の"),
        (f"[日誌]({LOG})に", "日誌^に"),
        (f"[คณะกรรมการ]({LOG})ของผู้เช่า", "คณะกรรมการ^ของผู้เช่า"),
        (f"[समिति]({LOG})की सचिव", "समितिकी^ सचिव"),
        (f"[اللجنة]({LOG})ُ رسالة", "اللجنةُ^ رسالة"),
    ],
)
def test_the_call_of_an_address_stands_behind_the_word_and_the_marks_that_close_it(written: str, on_paper: str) -> None:
    assert printed(written) == on_paper


def test_in_french_the_call_stands_before_the_marks() -> None:
    assert printed(f"[le comité]({LOG}), et", "fr") == "le comité^, et"


@pytest.mark.parametrize(
    ("written", "on_paper"),
    [
        (f"[the Committee]({LOG})’s log.", "the Committee’s (example.org/log) log."),
        (f"“[the log]({LOG})”, too", "“the log” (example.org/log), too"),
    ],
)
def test_an_address_in_brackets_stands_behind_the_word_and_before_the_marks(written: str, on_paper: str) -> None:
    assert printed(written, role=Role.CONTACT) == on_paper


glue = some.sampled_from(["'s", "’", "-like", "(", ")", "、", "|", "s", " ", ". ", ", “", "” ", "—", "/", "日", "ข", "की", "ُ", "*", "** ", "__", "[^1]", "1"])
link = some.builds(
    lambda word, number: f"[{word}](https://example.org/{number})", some.sampled_from(["log", "*log*", "日誌", "a b", "“x”"]), some.integers(0, 9)
)
run = some.lists(some.one_of(link, glue, some.sampled_from(["and", "we ", "pre"])), max_size=12).map("".join)


@settings(max_examples=100, deadline=None)
@given(some.lists(run, min_size=1, max_size=3), some.sampled_from(["en", "fr"]), some.sampled_from([Role.CHAPTER, Role.DEMANDS]))
def test_wherever_links_and_notes_stand_no_alarm_is_false_and_no_loss_is_hidden(runs: list[str], lang: str, role: Role) -> None:
    book = made("\n\n".join([*(f"So {run} nightbus" for run in runs), "[^1]: A note of [ours](https://example.org/n)s."]), lang, role)
    as_set = with_printed_links(book)
    notes: list[str] = []

    def call(note: Note) -> str:
        notes.append("")
        number = len(notes)
        notes[number - 1] = f" {number} " + _words(say.blocks(note.blocks))
        return str(number)

    say = Xhtml(link=str, image=str, note=call)
    body = "Logs " + _words(say.blocks(as_set.sections[0].blocks))
    assert _lost(book, as_set, body, "".join(notes)) == []
    assert _lost(book, as_set, body.replace("nightbus", "", 1), "".join(notes)) != []


def _words(markup: str) -> str:
    return re.sub("<[^>]*>", "", markup)


def _lost(book: Book, as_set: Book, body: str, notes: str) -> list[str]:
    report = Report()
    report_losses(book, body, notes, "out.pdf", report, as_set)
    return [found.message for found in report.diagnostics]


def test_what_a_writer_loses_before_it_sets_a_book_is_a_loss() -> None:
    book, as_set = made(f"All of [the Committee]({LOG})’s words."), with_printed_links(made(f"All of [the Committee]({LOG})’s."))
    body = "Logs All of the Committee’s."
    assert _lost(book, as_set, body, "1 example.org/log") == ["lost on the way to out.pdf: “words”"]


def test_an_address_that_did_not_reach_the_paper_is_a_loss() -> None:
    book = made(f"All of [the Committee]({LOG})’s words.")
    assert _lost(book, with_printed_links(book), "Logs All of the Committee’s1 words.", "") == ["lost on the way to note 1 of out.pdf: “example.org/log”"]


MANUSCRIPT = f"""The log is kept by [the Harbour Committee]({LOG})'s secretary[^1] on a pre[arranged]({LOG}2)ness.

> Quoted from [the minutes]({LOG}3)’s end.

- an [item]({LOG}4)-like thing

We counted, and went on counting.

[^1]: Her [name]({LOG}5)s are many.
"""


@pytest.fixture(scope="module", params=["pdf", "epub", "html"])
def written(request) -> tuple[Book, object]:
    book = made(MANUSCRIPT)
    output = WRITERS[request.param].write(Order(book, style(), Settings(links="notes"), "logs"), report := Report())
    assert not report.failed
    return book, output.words


def test_whatever_word_an_output_lacks_is_named(written) -> None:
    book, words = written
    assert _lost(book, words.book, words.body, words.notes) == []
    for word in ("kept", "Committee", "secretary", "minutes", "thing", "counting", "many"):
        assert _lost(book, words.book, words.body.replace(word, ""), words.notes.replace(word, "")), word


def test_only_paper_shows_addresses(written) -> None:
    _, words = written
    assert ("example.org" in words.body + words.notes) is (words.book is not None)


def test_the_pieces_of_what_was_added_are_known_as_such() -> None:
    pieces = pieces_of_book(with_printed_links(made(f"[The Committee]({LOG})’s log.")))
    assert [(piece.letters, piece.note, piece.added) for piece in pieces] == [
        ("logs", 0, False), ("thecommittees", 0, False), ("exampleorglog", 1, True), ("log", 0, False),
    ]  # fmt: skip
    assert losses(pieces, letters("Logs The Committee’s1 log."), letters("1 example.org/log")) == []
