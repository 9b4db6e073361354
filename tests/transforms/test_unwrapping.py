"""The ends of source lines."""

import pytest

from publish.model.nodes import Code, CodeBlock, Emphasis, LineBreak, Note, Paragraph, Quote, Text
from publish.transforms.unwrapping import unwrap


def unwrapped(*content):
    return unwrap((Paragraph(content),))[0].content


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("one\ntwo", "one two"),
        ("été\nhiver", "été hiver"),
        ("我们\n要求", "我们要求"),
        ("要求。\n我々", "要求。我々"),
        ("用 WSWS\n联系", "用 WSWS 联系"),
        ("한국\n노동자", "한국 노동자"),
    ],
)
def test_a_line_end_becomes_what_the_script_puts_between_words(source, words):
    assert unwrapped(Text(source)) == (Text(words),)


def test_the_next_inline_decides_too():
    assert unwrapped(Text("我们\n"), Emphasis((Text("要求"),))) == (Text("我们"), Emphasis((Text("要求"),)))
    assert unwrapped(Text("we\n"), Emphasis((Text("demand"),))) == (Text("we "), Emphasis((Text("demand"),)))
    assert unwrapped(Text("用\n"), Code("x")) == (Text("用 "), Code("x"))


def test_breaks_of_the_author_and_code_stay():
    content = (Text("one"), LineBreak(), Code("a\nb"))
    assert unwrapped(*content) == content
    assert unwrap((CodeBlock("a\nb"),)) == (CodeBlock("a\nb"),)


def test_quotes_and_notes_are_unwrapped_too():
    note = Note((Paragraph((Text("a\nb"),)),))
    blocks = unwrap((Quote((Paragraph((Text("c\nd"), note)),)),))
    assert blocks == (Quote((Paragraph((Text("c d"), Note((Paragraph((Text("a b"),)),)))),)),)
