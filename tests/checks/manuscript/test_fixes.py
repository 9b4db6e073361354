"""Safe mends: words stay, a second time changes nothing, and the rules are content with what was mended."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.checks.fixes import apply, diff, fixes
from publish.checks.manuscript import MANUSCRIPT_RULES
from publish.checks.rules.subjects import ManuscriptSubject
from publish.model.letters import letters

from .proofs import found, subject_of

MENDED = {"R103", "R104", "R105", "R106", "R113"}
RULES = [rule for rule in MANUSCRIPT_RULES if rule.code in MENDED]
HEAD = "---\ntitle: A Test\nlang: {lang}\npublish:\n  typography: no\n---\n\n"


def mended(folder: Path, text: str) -> str:
    return apply(text, fixes(subject_of(folder, text)))


def test_each_kind_of_slip_is_mended(tmp_path: Path) -> None:
    text = HEAD.format(lang="en") + "Two  spaces ,one comma ; a dash - here -- and 1914-1918 .\n\nOh!! An exam- ple,, an example.. The end.\n"
    assert mended(tmp_path, text) == (
        HEAD.format(lang="en") + "Two spaces, one comma; a dash – here – and 1914–1918.\n\nOh! An example, an example. The end.\n"
    )
    assert {fix.code for fix in fixes(subject_of(tmp_path, text))} == MENDED


def test_what_can_mean_two_things_stays(tmp_path: Path) -> None:
    text = HEAD.format(lang="en") + "Well.. perhaps. An unheard- ofthing, pre- and post-war, 555-1234 and . . . dots.\n"
    assert mended(tmp_path, text) == text


def test_french_keeps_its_spaces(tmp_path: Path) -> None:
    text = HEAD.format(lang="fr") + "Qui vive ? Personne , dit-il : « rien » !\n"
    assert mended(tmp_path, text) == text.replace("Personne ,", "Personne,")


def test_code_addresses_tables_poems_and_front_matter_are_not_touched(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A  Test , of - it..\nlang: en\n---\n\n`a  b ,c - d..` and <https://example.org/a--b..c> [x](a--b.html)\n\n"
        "```\nx  = 1 ;\n```\n\n    code  here ;\n\n| a  verse ,\n\n| a  | b |\n|----|---|\n| c  | d |\n\n<!-- a  comment ,\nwith  two lines .. -->\n\nx\n"
    )  # fmt: skip
    assert mended(tmp_path, text) == text


def test_line_ends_and_a_byte_order_mark_stay_as_they_are(tmp_path: Path) -> None:
    typed = "\ufeff" + "A  line.\r\n\r\nAnother  one ,here.\n"
    lines = "A  line.\n\nAnother  one ,here.\n"
    assert apply(typed, fixes(subject_of(tmp_path, lines))) == "\ufeffA line.\r\n\r\nAnother one, here.\n"


def test_a_text_that_has_changed_since_is_left_alone(tmp_path: Path) -> None:
    mends = fixes(subject_of(tmp_path, "Two  spaces.\n"))
    assert mends and apply("Two  other spaces.\n", mends) == "Two  other spaces.\n"
    assert apply("", mends) == ""


def test_a_diff_shows_the_lines_before_and_after(tmp_path: Path) -> None:
    before = "One line.\n\nTwo  spaces.\n"
    assert diff("text.md", before, mended(tmp_path, before)) == ("--- text.md\n+++ text.md\n@@ -2,3 +2,3 @@\n \n-Two  spaces.\n+Two spaces.\n \n")
    assert diff("text.md", before, before) == ""


PIECES = ["the", "an example", "exam- ple", "1914", "1918", "Bus", "«", "»", '"', "’", ".", "..", "...", ",", ",,", "!", "!!", "?", "??", ";",
          ":", " ", "  ", "   ", "    ", " - ", "-", "--", "---", "*", "_", "`", "(", ")", "[", "](x)", "{.a}", "\n", "\n\n", "> ", "- ", "|", "http://a.b/c--d", "é", "ẞ"]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join), st.sampled_from(["en", "fr", "es", "de"]))
def test_mending_keeps_all_words_and_needs_no_second_time(body: str, lang: str) -> None:
    text = f"{HEAD.format(lang=lang)}Beginning.\n\n{body}\n\nEnd.\n"
    with tempfile.TemporaryDirectory() as folder:
        once = mended(Path(folder), text)
        assert letters(once) == letters(text)
        assert [line.strip() == "" for line in once.split("\n")] == [line.strip() == "" for line in text.split("\n")]
        again = subject_of(Path(folder), once)
        assert fixes(again) == []
        _nothing_left(subject_of(Path(folder), text), again)


def _nothing_left(before: ManuscriptSubject, after: ManuscriptSubject) -> None:
    """Where a line was mended for a rule, that rule finds nothing on it any more, unless it is of no certain meaning."""
    lines = {(fix.code, fix.line) for fix in fixes(before)}
    left = {(finding.code, finding.place.line) for finding in found(after, RULES) if finding.place and "more lines" not in finding.message}
    doubtful = {(finding.code, finding.place.line) for finding in found(before, RULES) if finding.place and "write" in finding.hint}
    assert not (lines & left) - doubtful, os.linesep.join(map(str, lines & left))
