"""Where sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.language.sentences import last_sentence, sentences


def split(text, lang):
    return [text[start:end].strip() for start, end in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        ("One. Two! Three?", "en", ["One.", "Two!", "Three?"]),
        ("Mr. Smith of the U.S. Army came. We demand:", "en", ["Mr. Smith of the U.S. Army came.", "We demand:"]),
        ("They live in the U.S. We demand:", "en", ["They live in the U.S.", "We demand:"]),
        ("It cost, e.g. on buses, 3.50 a day. Why?", "en", ["It cost, e.g. on buses, 3.50 a day.", "Why?"]),
        ("“No!” she said. “Never.” They left.", "en", ["“No!” she said.", "“Never.”", "They left."]),
        ("Nations... and more. End", "en", ["Nations... and more.", "End"]),
        ("Das gilt z. B. für Berlin. Am 23. Oktober war Streik. „Ja.“ Gut.", "de",
         ["Das gilt z. B. für Berlin.", "Am 23. Oktober war Streik.", "„Ja.“", "Gut."]),
        ("M. Dupont parle. Nous exigeons :", "fr", ["M. Dupont parle.", "Nous exigeons :"]),
        ("他说。“走吧！”我们要求：", "zh", ["他说。", "“走吧！”", "我们要求："]),
        ("هل نعم؟ نطالب بـ:", "ar", ["هل نعم؟", "نطالب بـ:"]),
    ],
)  # fmt: skip
def test_text_is_parted_at_the_ends_of_sentences(text, lang, parts):
    assert split(text, lang) == parts


def test_the_last_sentence_is_found_by_its_offset():
    text = "American workers must act. The Party demands:"
    assert text[last_sentence(text) :] == "The Party demands:"
    assert last_sentence("Only one here:") == 0
    assert last_sentence("") == 0


@settings(max_examples=200)
@given(st.text(alphabet="aB. !?…。」”' \nU.S5", max_size=60), st.sampled_from(["en", "de", "zh"]))
def test_no_text_is_lost_between_sentences(text, lang):
    assert "".join(text[start:end] for start, end in sentences(text, lang)) == text
