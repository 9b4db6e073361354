"""What holds for every text: words in are words out, in order; each node knows its line; nothing crashes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError, Report
from publish.model.nodes import Paragraph
from publish.model.walk import plain_text, walk
from publish.readers import Source, read

SUFFIXES = st.sampled_from([".md", ".txt"])
word = st.text(alphabet="abcdeéßžاب中", min_size=1, max_size=6)
marked = st.builds(
    lambda mark, words: f"{mark[0]}{' '.join(words)}{mark[1]}",
    st.sampled_from([("*", "*"), ("**", "**"), ("_", "_"), ("~~", "~~"), ("<b>", "</b>"), ("[", "](#x)"), ("[", "]{.sc}"),
                     ("^[", "]"), ("<u>", "</u>"), ("", "")]),
    st.lists(word, min_size=1, max_size=4),
)  # fmt: skip
paragraph = st.lists(marked, min_size=1, max_size=6).map(" ".join)
item = st.builds(lambda bullet, text: f"{bullet} {text}", st.sampled_from(["-", "*", "•", "–", "1.", ">", "##", "|"]), paragraph)
block = st.one_of(paragraph, item, st.builds(lambda a, b: f"{a}\n{b}", paragraph, item))
document = st.lists(block, min_size=1, max_size=8).map("\n\n".join)

SYNTAX = st.sampled_from(
    [
        *"* ** _ ` [ ] ( ) ![ ^[ [^a] [^a]: ]: { } {.sc} {#i} ::: | |- : # > - 1. < > <b> </b> <p> <!-- --> <script> </script>"
        " <br> \\ & &amp; ~ ^ ~~ @ https://a.b x@y.zz \n \n\n \t \x0c é 中 a b c".split(" "),
        " ",
        "\n",
        "\n\n",
        "    ",
    ]
)
rubbish = st.one_of(st.text(max_size=80), st.lists(SYNTAX, max_size=40).map("".join))


def words(text: str) -> list[str]:
    return re.findall(r"[a-zéßžاب中]+", text)


@settings(max_examples=150, deadline=None)
@given(document)
def test_words_in_are_words_out_in_order(text: str) -> None:
    report = Report()
    manuscript = read(Source("x.md", ".md", text), report)
    written = words(re.sub(r"\]\(#x\)|\]\{\.sc\}|</?[bu]>", " ", text))
    found = words(" ".join(plain_text(part, notes=True) for part in manuscript.blocks))
    assert "".join(found) == "".join(written)


plain = st.lists(word, min_size=1, max_size=9).map(" ".join)
plain_item = st.builds(lambda mark, text: f"{mark} {text}", st.sampled_from(["-", "*", "•", "–", "1.", "(1)", "2)"]), plain)
plain_block = st.lists(plain | plain_item, min_size=1, max_size=4).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(plain_block, min_size=1, max_size=6).map("\n\n".join), SUFFIXES)
def test_no_word_is_lost_in_either_format(text: str, suffix: str) -> None:
    blocks = read(Source("x", suffix, text), Report()).blocks
    assert "".join(words(" ".join(plain_text(part) for part in blocks))) == "".join(words(text))


@settings(max_examples=400, deadline=None)
@given(rubbish, SUFFIXES)
def test_any_text_is_read_or_refused_in_words_and_each_node_has_its_line(text: str, suffix: str) -> None:
    report = Report()
    try:
        manuscript = read(Source("x", suffix, text, line=3), report)
    except PublishError as error:
        assert error.diagnostic.code in ("M102", "M108", "M109")
        return
    last = text.count("\n") + 3
    for node in walk(*manuscript.blocks):
        assert node.place is not None, node
        assert 3 <= node.place.line <= last, node
    for found in report.diagnostics:
        assert found.place is None or 0 <= found.place.line <= last
        assert found.code != "M118", found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(word, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=9), SUFFIXES)
def test_line_ends_of_a_paragraph_are_kept_for_later_steps(lines: list[str], suffix: str) -> None:
    (block,) = read(Source("x", suffix, "\n".join(lines)), Report()).blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block) == "\n".join(lines)


@pytest.mark.parametrize("wrap", ["{}", "*{}*", "> {}", "- {}", "[^n]\n\n[^n]: {}", "::: demands\n{}\n:::"])
def test_texts_are_placed_where_they_begin(wrap: str) -> None:
    text = wrap.format("one\ntwo `code`\nthree **four** five")
    manuscript = read(Source("x.md", ".md", text), Report())
    lines = dict(enumerate(text.split("\n"), 1))
    for node in walk(*manuscript.blocks):
        if hasattr(node, "text"):
            first = node.text.strip("\n ").split("\n")[0]
            expected = node.place.line + (len(node.text) - len(node.text.lstrip("\n")))
            assert first in lines[expected]
