"""Hostile and broken texts end soon, in a book or in one plain message."""

import time

import pytest

from publish.diagnostics import PublishError, Report
from publish.readers import Source, Syntax, read
from publish.readers.evidence import evidence_of

pytestmark = pytest.mark.usefixtures("unburdened")

DEEP = {
    "quotes": "> " * 500 + "x",
    "quotes on lines": "".join("> " * depth + "x\n\n" for depth in range(1, 500)),
    "lists": "".join("  " * depth + "- a\n" for depth in range(500)),
    "lists on one line": "- " * 500 + "x",
    "definitions": "a\n" + "".join("  " * depth + ": b\n" for depth in range(500)),
    "divisions": "::: demands\n" * 500 + "x\n" + ":::\n" * 500,
    "emphasis": "*" * 3000 + "a" + "*" * 3000,
    "tags": "<b>" * 500 + "x" + "</b>" * 500,
    "images": "![" * 200 + "x" + "](y)" * 200,
    "inline notes": "^[" * 200 + "x" + "]" * 200,
    "notes": "[^0]\n\n" + "".join(f"[^{n}]: a [^{n + 1}]\n\n" for n in range(200)) + "[^200]: b\n",
    "notes in notes": "[^1]: " * 200 + "x\n",
    "spans": "[" * 200 + "x" + "]{.sc}" * 200,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_nested_too_deep_is_refused_or_kept_whole_but_never_cut(text: str) -> None:
    started = time.process_time()
    with pytest.raises(PublishError) as caught:
        read(Source("deep.md", ".md", text), Report())
    assert "M108 error: lists, quotes or marks are nested more than 30 deep here" in str(caught.value)
    place = caught.value.diagnostic.place
    assert place is not None and 1 <= place.line <= text.count("\n") + 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize("text", [
    "<div>" * 1000, "<div>\n\n" * 1000, "<table><tr><td>" * 1000, "<ul><li>" * 1000, "<blockquote>" * 1000, "<details>" * 1000,
    "<table><tr>" + "<td>a" * 1000, "<table><tr><td colspan=60>a<td colspan=60>b</table>",
])  # fmt: skip
def test_html_that_no_page_can_hold_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(PublishError, match=r"^x\.md:[1-9]\d*: M10[89] error: [^\n]*$"):
        read(Source("x.md", ".md", text + "</table>"), Report())


def test_thirty_levels_can_be_read() -> None:
    text = "> " * 28 + "x"
    assert read(Source("x.md", ".md", text), Report()).blocks


def test_notes_that_multiply_are_refused() -> None:
    calls = "".join(f"[^{n}]: " + f"[^{n + 1}]" * 20 + "\n\n" for n in range(8))
    with pytest.raises(PublishError, match="M109"):
        read(Source("x.md", ".md", f"[^0]\n\n{calls}[^8]: ha ha ha\n"), Report())


PATTERNS = [
    "[", "[]", "[[", "![", "[a](", "[a](<", "[a][", "[x]: ", "[a]{", "[^a]", "^[", "^[*", "[a]: <b\n", "*", "*a ", "a**b",
    "*a _b ", "***a*", "_", "__a", "`", "``a`", "<", "<a ", "<!--", "<!-- a\n", "<script>\n", "<b></b>", "<i>*", "<?", "<q>a",
    "<![CDATA[", "<div>\n", "&", "&#", "\\", "~", "~~a ", "~a", "^a", "{", ":::", "::: a\n", ":::\n", "|", "|a\n", "a|b\n-|-\n",
    "- ", "- a\n", ">", ">\n", "> a\nb\n", "1. a\n", ": a\n", "a\n: b\n", "• a\n", "• a\n\n", "– a\n\n", "@", "a@", "a@b.",
    "<table><tr><td>", "<tr><td>", "<ul><li>", "<li>", "<dt>", "<cite>a</cite>", "<p>", "</div>\n", "<a>\n\n    <li>\n\n", "<h2>", "<details>",
    "<td colspan=99 rowspan=99>", "![a](b c.png)", "> [!a]\n", "::: note\n", "::: columns\n", ":::note a\n", "<!-- a -->\n",
    "http://", "http://a) ", "http://)", "#", "# {a}\n", "---\n", "```\n", "    a\n", "\t", "abc def ", "abc def\n", "\n",
]  # fmt: skip


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_repeated_marks_take_no_more_than_their_share_of_time(suffix: str) -> None:
    slow = {}
    for pattern in PATTERNS:
        text = pattern * (10_000 // len(pattern))
        started = time.process_time()
        try:
            read(Source("x", suffix, text), Report())
        except PublishError as error:
            assert error.diagnostic.code in ("M102", "M108", "M109")
        if (taken := time.process_time() - started) > 3:
            slow[pattern] = taken
    assert slow == {}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_a_long_text_of_repeated_marks_is_takes_little_time(pattern: str) -> None:
    started = time.process_time()
    evidence_of(pattern * (100_000 // len(pattern)), Syntax.TEXT, False)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("pattern", ["[a](", "^a^ ", "*a ", "a | b\n", "<b>", "line\n"])
def test_a_manuscript_with_far_too_much_of_a_mark_is_refused_at_once(pattern: str) -> None:
    started = time.process_time()
    with pytest.raises(PublishError, match="M109 error: the manuscript has more than"):
        read(Source("x.md", ".md", pattern * (4_000_000 // len(pattern))), Report())
    assert time.process_time() - started < 1


def test_a_paragraph_of_five_megabytes_is_read_whole() -> None:
    text = "all night buses " * 320_000
    started = time.process_time()
    (paragraph,) = read(Source("x.md", ".md", text), Report()).blocks
    assert len(paragraph.content[0].text) == len(text.strip())
    assert time.process_time() - started < 5
